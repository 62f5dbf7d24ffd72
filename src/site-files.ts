/** All files of the site: pages, what is copied, icons, the editor. What stands as it would be made is kept, others are staged. */
import { adminFiles, adminPackages } from './admin/files.ts';
import type { Findings } from './base/findings.ts';
import { type OutPath, outPath } from './base/paths.ts';
import type { BuildOptions } from './begin.ts';
import { preflight } from './host/preflight.ts';
import type { Mark } from './memo/mark.ts';
import { markOfOthers } from './memo/root.ts';
import type { Article } from './news/article.ts';
import type { Opening } from './opening.ts';
import { assets } from './output/assets.ts';
import type { Claims } from './output/claims.ts';
import { collector } from './output/collect.ts';
import { drawIcons } from './output/icons.ts';
import { nameCheck } from './output/names.ts';
import { pictureFiles } from './output/picture-files.ts';
import { type SpareSizes, spareSizes } from './output/spare-sizes.ts';
import type { Page } from './pages/page.ts';
import type { Paper, Readers } from './paper.ts';
import type { Theme } from './render/theme.ts';
import { hostFiles, makePages, themeOf } from './stages/making.ts';
import type { Seen } from './stages/seeing.ts';

/** What was staged or kept. */
export interface SiteFiles {
  readonly theme: Theme;
  /** Every file, and who makes it. */
  readonly names: Claims;
  /** Files that the settings name, and that lie elsewhere than all others; absolute. */
  readonly others: readonly string[];
  /** What stands for them, from before they were read. */
  readonly othersMark: Mark;
  /** What was made with much work, in case that it could not be published. */
  readonly spare: SpareSizes;
}

/** `look` is given each page that is made on this thread, with its bytes. */
export function makeSite(
  options: BuildOptions,
  { config, there, memo, settled, store, out, target }: Opening,
  { people, hands }: Pick<Readers, 'people' | 'hands'>,
  { register, shelf, pictures }: Paper,
  { seen }: { readonly seen: Seen },
  found: Findings,
  look: ((page: Page, bytes: Uint8Array) => void) | null,
): SiteFiles {
  const { files, site, version, cache, verify } = options;
  const { note } = found;
  const { edition } = seen;
  const { theme } = note(themeOf(files, options, config, there, memo, verify ? 0 : settled));
  const output = collector(
    target,
    note,
    () => found.fatal,
    (place) => makerOf(register.byPlace(place)),
    cache,
    nameCheck(out, files.longestPath),
  );
  const hosted = hostFiles(edition, config, files, site, shelf);
  const redirects = hosted.asPages;
  const share = hands.pages(
    // Where one file takes another's place, they cannot both be staged.
    found.fatal ? null : target,
    { redirects, out, cache },
    output.take,
  );
  note(
    makePages(
      { edition, config, bodies: hands.bodies, shelf, theme, version, redirects, memo },
      {
        stands: output.stands,
        isOwn(number) {
          options.progress?.('pages', number, null);
          return share.isOwn(number);
        },
        add(page, bytes, kind, key, parts) {
          options.trace?.(`page ${page.out}`, () => ('view' in page ? page.view() : page.text()));
          if ('view' in page) look?.(page, bytes);
          output.add(page, bytes, kind, key, parts);
        },
      },
    ),
  );
  note(share.finish(found.sorted()));

  const shown = config.pages.surfaces.pictures ? edition.pictures() : [];
  const spare = spareSizes(files, cache && target !== null ? store : null);
  const sizes = pictureFiles(
    shown,
    {
      files,
      site,
      pictures,
      resize: found.fatal || target === null ? null : options.resize,
      output,
      spare,
      progress: (done, all) => options.progress?.('pictures', done, all),
    },
    (fault) => note({ diagnostics: [fault] }),
  );
  for (const file of sizes) output.addFile(file);
  const icon = config.pages.icon === null ? [] : [`${site}/${config.pages.icon}`];
  const others = [...icon, ...adminPackages(options, config)];
  const othersMark = markOfOthers(files, others);
  const { icons } = note(drawIcons(files, site, config.pages.icon, version, output.wouldStand));
  const copies = assets(edition, files, site, shelf, theme, hosted.taken, settled);
  const own = note(adminFiles(options, config, people, theme, hosted.files, settled));
  for (const file of [...copies, ...icons, ...own.files]) output.addFile(file);
  const published = output.published();
  note({
    diagnostics: preflight(config.host, { ...hosted, published, asPages: redirects.length }),
  });
  return { theme, names: output.names, others, othersMark, spare };
}

function makerOf(article: Article | null) {
  return {
    out: article === null ? ('' as OutPath) : outPath(article.address),
    maker: article?.path ?? '',
  };
}
