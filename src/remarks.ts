/** What `gazeta check` tells besides faults: dead links, templates that no page uses, and what may not be meant. */
import type { Findings } from './base/findings.ts';
import { type Address, type OutPath, outPath } from './base/paths.ts';
import type { BuildOptions } from './begin.ts';
import { CONFIG_FILE } from './content/discover.ts';
import type { Mark } from './memo/mark.ts';
import { advise } from './news/advice.ts';
import type { Article } from './news/article.ts';
import type { FlatPage } from './news/flat-page.ts';
import { placeMarkOf } from './news/places.ts';
import type { Opening } from './opening.ts';
import { linkInspector } from './output/links.ts';
import { takenAtAdvice } from './output/taken-at-advice.ts';
import type { Page } from './pages/page.ts';
import type { Paper, Readers } from './paper.ts';
import { unsaidWords } from './render/unsaid.ts';
import { unusedFiles, unusedTemplates } from './render/unused.ts';
import { namedInRedirects, namedInTheme } from './settings/named.ts';
import type { SiteFiles } from './site-files.ts';
import type { Seen } from './stages/seeing.ts';

/** Remarks are made of pages as they are made, and at the end. */
export interface Remarks {
  look(page: Page, bytes: Uint8Array): void;
  /** Notes all, once every page was looked at. */
  finish(site: SiteFiles, seen: Seen): void;
}

/** Null where nobody asked for them. */
export function remarksOn(
  { files, site, theme: ours, now, purpose }: BuildOptions,
  { config, there }: Opening,
  { reads, people, hands }: Readers,
  { shelf }: Pick<Paper, 'shelf'>,
  found: Findings,
): Remarks | null {
  if (purpose !== 'check') return null;
  const { note } = found;
  const { timezone, sections } = config.news;
  const settings = () => reads.read({ path: CONFIG_FILE });
  const inTheme = namedInTheme(config.pages.theme, settings);
  const leading = namedInRedirects(config.redirects, settings);
  const links = linkInspector(config.pages, [...inTheme.links, ...leading]);
  return {
    look: links.look,
    finish({ theme, names }, { articles, edition, flatPages }) {
      const moved = config.pages.surfaces.redirects ? edition.redirects : [];
      const old = new Set(moved.map(({ from }) => outPath(from)));
      // Where the host is told of old addresses, no page is at them.
      const findable = { has: (out: OutPath) => names.has(out) || old.has(out) };
      const isAwaited = (address: Address) =>
        edition.hides(address) && isTimed(placeMarkOf(address), articles, flatPages);
      // Without a page that failed, links to it would seem to lead nowhere.
      if (!found.sorted().some(({ code }) => code.startsWith('template/')))
        note(links.dead(findable, reads.locate, isAwaited));
      note({ diagnostics: unusedTemplates(theme) });
      const languages = config.pages.locales.map(({ language }) => language);
      note({ diagnostics: unsaidWords(files, ours, theme, languages) });
      const own = `${site}/templates`;
      note({ diagnostics: unusedFiles(files, own, there.templates, there.theme, theme) });
      note({ diagnostics: takenAtAdvice(files, site, shelf) });
      const onHomePage = inTheme.sections;
      const locate = reads.locateValue;
      const locateInText = reads.locate;
      const given = { now, timezone, sections, people, onHomePage, locate, locateInText };
      note(advise(articles, { ...given, bodyOf: hands.bodies.of }));
    },
  };
}

/** True if an article or a page is at a place, now or at another time: no draft, which may never be. */
function isTimed(
  place: Mark,
  articles: readonly Article[],
  flatPages: readonly FlatPage[],
): boolean {
  const isAt = (one: Article | FlatPage) =>
    [one.address, ...one.aliases].some((address) => placeMarkOf(address) === place);
  return [...flatPages, ...articles].some((one) => one.status === 'published' && isAt(one));
}
