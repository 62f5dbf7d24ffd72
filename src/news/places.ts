/** Who is at which address. Letter case does not tell addresses apart, as some hosts do not either. */

import { once } from '../base/once.ts';
import { type Address, outPath } from '../base/paths.ts';
import { type Mark, markOf } from '../memo/mark.ts';
import { type MarkIndex, markIndex } from '../memo/mark-index.ts';
import type { Article } from './article.ts';

/** Articles by the places of their pages, and of their former ones. */
export interface Places {
  /** Null if none is there. */
  at(place: Mark): Article | null;
}

/** The place of an address in the output: that of its file. */
export function placeMarkOf(address: Address): Mark {
  return markOf(outPath(address).toLowerCase());
}

/** The places of articles, gathered when one is first asked for. Where one is, another was: the one that is there counts. */
export function placesOf(
  articles: readonly Article[],
  aliasesOf: (article: Article) => readonly Address[],
): Places {
  const index = once(() => indexOf(articles, aliasesOf));
  return { at: (place) => articles[index().get(place)] ?? null };
}

function indexOf(
  articles: readonly Article[],
  aliasesOf: (article: Article) => readonly Address[],
): MarkIndex {
  const index = markIndex(articles.length);
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    if (article.hasAliases)
      for (const alias of aliasesOf(article)) index.set(placeMarkOf(alias), at);
  }
  for (let at = 0; at < articles.length; at++) index.set((articles[at] as Article).placeMark, at);
  return index;
}
