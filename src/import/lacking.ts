/** What articles and pages lack or show too much of, told once for all that do. */
import { type Diagnostic, diagnostic, type Place } from '../base/diagnostic.ts';

/** Posts and pages that have something in common, and where the first one is. */
export interface Tally {
  articles: number;
  pages: number;
  first: Place | null;
}

export const nothing = (): Tally => ({ articles: 0, pages: 0, first: null });

export interface Lacking {
  /** By the names of shortcodes that stay in texts. */
  readonly shortcodes: ReadonlyMap<string, Tally>;
  /** Lead pictures that the exports do not have. */
  readonly pictures: Tally;
  /** Blocks that several posts share, and that the exports do not have. */
  readonly blocks: Tally;
}

/** Counts one. */
export function tally(so: Tally, kind: 'articles' | 'pages', place: Place): void {
  so.first ??= place;
  so[kind]++;
}

export function lackingIn({ shortcodes, pictures, blocks }: Lacking): Diagnostic[] {
  const found = [...shortcodes].map(([name, so]) =>
    diagnostic(
      'import/shortcode',
      so.first ?? '',
      `the shortcode [${name}] stays in the text of ${all(so, 'one', 'one').join(' and ')}`,
      `Readers would see it. Search for it in ${foldersOf(so).join(' and ')}, and write what it stood for.`,
    ),
  );
  if (pictures.first !== null)
    found.push(
      diagnostic(
        'import/picture',
        pictures.first,
        `${have(pictures)} a lead picture that is not in the export`,
        'Exports of posts alone do not have them. Export "Media" too, or "All content", and name all files together, before the articles and pages are there.',
      ),
    );
  if (blocks.first !== null)
    found.push(
      diagnostic(
        'import/block',
        blocks.first,
        `${have(blocks)} a block that is shared with others, and not in the export`,
        'Its text is missing. Export "All content", and name all files together, before the articles and pages are there.',
      ),
    );
  return found;
}

const all = ({ articles, pages }: Tally, anArticle: string, aPage: string): string[] => [
  ...(articles === 0 ? [] : [articles === 1 ? `${anArticle} article` : `${articles} articles`]),
  ...(pages === 0 ? [] : [pages === 1 ? `${aPage} page` : `${pages} pages`]),
];

const foldersOf = ({ articles, pages }: Tally): string[] => [
  ...(articles === 0 ? [] : ['articles/']),
  ...(pages === 0 ? [] : ['pages/']),
];

const have = (so: Tally): string =>
  `${all(so, 'an', 'a').join(' and ')} ${so.articles + so.pages === 1 ? 'has' : 'have'}`;
