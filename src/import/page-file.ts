/** Which file of `pages/` a page is: the one whose place says its address, `pages/about/team.md` for `/about/team/`. */
import type { Instant } from '../base/instant.ts';
import { type Address, address, addressFault } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { PAGES_FOLDER } from '../content/pages-folder.ts';
import { fromPattern, slugOf } from '../news/address.ts';
import type { NewsSettings } from '../news/article.ts';
import { lieOf, patternOf } from '../news/flat-page-place.ts';
import { languagePlace } from '../news/language-place.ts';
import { localeOf } from '../news/locale.ts';
import { FieldReader } from '../news/reader.ts';

/** What the paper says of its pages. */
type PageSettings = Pick<NewsSettings, 'locales' | 'fieldNames' | 'timezone'>;

/** A path in letters that files can have, below `pages/` and without its ending. */
export function fileAt(path: string): string {
  const names = path.split('/').filter((name) => name !== '');
  const last = names.pop()?.replace(/\.[a-z0-9]+$/i, '') ?? '';
  return [...names, last].map((name) => slugify(name) || 'page').join('/');
}

/** The language that a file has by its place. */
export function languageAt(file: string, { locales }: Pick<PageSettings, 'locales'>): string {
  const { locale } = languagePlace(`${PAGES_FOLDER}${file}.md`, locales);
  return (locale ?? locales[0]).language;
}

/** The address that a file has by its place, if it says none itself. */
export function addressAt(
  file: string,
  language: string,
  { locales, fieldNames, timezone }: PageSettings,
): Address | null {
  const path = `${PAGES_FOLDER}${file}.md`;
  const read = new FieldReader({ path, fields: new Map() }, fieldNames, timezone);
  const text = fromPattern(slugOf(read, path), {
    ...{ published: 0 as Instant, section: null, timezone },
    permalink: patternOf(lieOf(path, locales), localeOf(language, locales).prefix),
  });
  return addressFault(text) === null ? address(text) : null;
}
