/** Where the file of a page lies among the paper's own pages, and what that says of its language and address. */
import { slugify } from '../base/slug.ts';
import { PAGES_FOLDER } from '../content/pages-folder.ts';
import { languagePlace } from './language-place.ts';
import type { Locale, Locales } from './locale.ts';

/** Where a file lies: the language that its place names, and its folders without that. */
interface Lie {
  readonly locale: Locale | null;
  /** The file without its language. */
  readonly path: string;
  readonly folders: readonly string[];
  /** True for `index.md`, which is the page of its folder. */
  readonly isIndex: boolean;
}

export function lieOf(path: string, locales: Locales): Lie {
  const { locale, path: own } = languagePlace(path, locales);
  const folders = own.slice(PAGES_FOLDER.length).split('/');
  const name = folders.pop() ?? '';
  return { locale, path: own, folders, isIndex: /^_?index\.[a-z]+$/i.test(name) };
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
