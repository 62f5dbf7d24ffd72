/** `gazeta new --page`: the file of one of the paper's own pages, About or Imprint. It has no date. */
import type { Instant } from '../base/instant.ts';
import { nameOf } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { minutes, scalar } from '../content/front-matter-text.ts';
import { PAGES_FOLDER } from '../content/pages-folder.ts';
import type { NewsSettings } from '../news/article.ts';
import { lieOf } from '../news/flat-page-place.ts';
import type { Locales } from '../news/locale.ts';
import type { Parsed } from './arguments.ts';
import type { FieldLines } from './field-lines.ts';
import type { NewFile } from './new-file.ts';
import { UsageError } from './world.ts';

/** Options that say of an article what a page does not have. */
const FOR_ARTICLES = ['section', 'author', 'flash', 'now'] as const;

/** Throws a UsageError at the options that mean nothing for a page. */
export function refuseArticleOptions(options: Parsed<'new'>['values']): void {
  const given = FOR_ARTICLES.filter((name) => options[name] !== undefined);
  if (given.length === 0) return;
  const names = given.map((name) => `--${name}`).join(', ');
  throw new UsageError(
    `${names} ${given.length === 1 ? 'is' : 'are'} for articles: a page has no section, author, flash news or date`,
  );
}

/** The file of a page. Where it lies says its language, if that is one of the paper's. */
export function newPage(
  title: string,
  lang: string | undefined,
  embargo: Instant | null,
  keys: FieldLines,
  { locales, timezone }: Pick<NewsSettings, 'locales' | 'timezone'>,
): NewFile {
  const own = locales.find(({ language }) => language.toLowerCase() === lang?.toLowerCase());
  const folder = own === undefined || own === locales[0] ? '' : `${own.language}/`;
  const slug = slugify(title) || 'page';
  return {
    folder: `${PAGES_FOLDER}${folder}`,
    // `index.md` would be the page of its folder.
    name: slug === 'index' ? 'index-page' : slug,
    lines: [
      keys.line('title', scalar(title)),
      embargo === null ? null : keys.line('publish', minutes(embargo, timezone)),
      keys.line('summary', ''),
      lang === undefined || own !== undefined ? null : keys.line('lang', lang),
    ],
    hides: ({ pages }, path) => pages.some((one) => isOnePlace(one.path, path, locales)),
  };
}

/** True of two files whose names give one address: `about.md`, `About.md`, `about/index.md`. */
function isOnePlace(path: string, other: string, locales: Locales): boolean {
  const placeOf = (file: string) => {
    const { locale, path: own, folders, isIndex } = lieOf(file, locales);
    const names = isIndex ? folders : [...folders, nameOf(own).replace(/\.[^.]+$/, '')];
    return [(locale ?? locales[0]).prefix, ...names.map(slugify)].join('/');
  };
  return placeOf(path) === placeOf(other);
}
