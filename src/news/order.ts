/** The order of articles, and where each stands in a list. */
import { compareText } from '../base/diagnostic.ts';
import type { Article } from './article.ts';

/** Newest first; ties by address. Addresses are read only where there are ties. */
export function newestFirst(articles: readonly Article[]): readonly Article[] {
  const addresses = new Map<Article, string>();
  const addressOf = (article: Article): string => {
    let address = addresses.get(article);
    if (address === undefined) {
      address = article.address;
      addresses.set(article, address);
    }
    return address;
  };
  return articles.toSorted(
    (a, b) => b.published - a.published || compareText(addressOf(a), addressOf(b)),
  );
}

/** Where articles stand in a list, from 0; -1 for one that is not in it. */
export function positionsIn(list: readonly Article[]): (article: Article) => number {
  const size = list.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const positions = new Int32Array(size).fill(-1);
  for (const [at, { row }] of list.entries()) positions[row] = at;
  return ({ row }) => positions[row] ?? -1;
}
