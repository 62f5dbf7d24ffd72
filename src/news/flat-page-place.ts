/** Where the file of a page lies among the paper's own pages, and what that says of its language and address. */
import { slugify } from '../base/slug.ts';
import { isPageFile, PAGES_FOLDER } from '../content/pages-folder.ts';
import type { Locale, Locales } from './locale.ts';

/** Where a file lies: the language that its first folder names, and its folders below that. */
interface Lie {
  readonly locale: Locale | null;
  readonly folders: readonly string[];
  /** True for `index.md`, which is the page of its folder. */
  readonly isIndex: boolean;
}

export function lieOf(path: string, locales: Locales): Lie {
  const parts = path.slice(PAGES_FOLDER.length).split('/');
  const name = parts.pop() ?? '';
  const [first = ''] = parts;
  const locale = locales.find(({ language }) => language.toLowerCase() === first.toLowerCase());
  return {
    locale: locale ?? null,
    folders: locale === undefined ? parts : parts.slice(1),
    isIndex: /^_?index\.[a-z]+$/i.test(name),
  };
}

/** The language of a page that does not say one itself, `pages/sq/rreth-nesh.md`; null for any other file. */
export function languageOfFolder(path: string, locales: Locales): string | null {
  return isPageFile(path) ? (lieOf(path, locales).locale?.language ?? null) : null;
}

/**
 * The pattern of an address, `/about/{slug}/` for `pages/about/team.md`. The page of a folder has the folder's name; that
 * of the folder of all pages would be the home page.
 */
export function patternOf({ folders, isIndex }: Lie, prefix: string): string {
  const above = isIndex ? folders.slice(0, -1) : folders;
  const names = above.map((name) => slugify(name) || 'page');
  const isHome = isIndex && folders.length === 0;
  return `${[prefix, ...names].join('/')}/${isHome ? '' : '{slug}/'}`;
}
