/** Files that are published as they are: `public/`, the theme's assets, and files beside articles. */
import type { Files } from '../base/files.ts';
import { type OutPath, outPath } from '../base/paths.ts';
import type { Edition } from '../news/edition.ts';
import { attachmentAddress } from '../news/reference.ts';
import type { Theme } from '../render/theme.ts';
import type { OutputFile } from './collect.ts';

/** What systems and editors leave behind. Other names with a dot are meant: `.well-known/`, `.nojekyll`. */
const LITTER = /(^|\/)(\.DS_Store|\.git|\.gitkeep|\.gitignore|Thumbs\.db|[^/]*~|[^/]*\.swp)(\/|$)/;

/** The files of `public/`, relative to the site. */
export function publicFiles(files: Files, site: string): ReadonlySet<string> {
  const folder = `${site}/public`;
  if (files.kind(folder) !== 'folder') return new Set();
  const paths = files.list(folder, true).map(({ path }) => path);
  return new Set(paths.filter((path) => !LITTER.test(path)).map((path) => `public/${path}`));
}

/**
 * All files to copy, but those that readers may not see yet, and those of `public/` that are `taken` up
 * by a file of ours.
 */
export function assets(
  edition: Edition,
  files: Files,
  site: string,
  publicPaths: ReadonlySet<string>,
  theme: Theme,
  taken: ReadonlySet<string>,
): OutputFile[] {
  const own = (file: string, out: OutPath): OutputFile => ({
    out,
    maker: file,
    bytes: () => files.read(`${site}/${file}`),
  });
  return [
    ...[...theme.assets.values()].map(({ address, maker, bytes }) => ({
      out: outPath(address),
      maker,
      bytes,
    })),
    ...[...publicPaths]
      .filter((file) => !edition.withheld.has(file) && !taken.has(file))
      .map((file) => own(file, file.slice('public/'.length) as OutPath)),
    ...edition.attachments.map((file) => own(file, outPath(attachmentAddress(file)))),
  ];
}
