/** The order of articles, and where each stands in a list. */
import { compareText } from '../base/diagnostic.ts';
import type { Article } from './article.ts';
import type { RegisterColumns } from './register-columns.ts';

/** The unit in which articles are sorted first. */
const SECOND = 1000;

/**
 * Newest first; ties by address, which are read only where there are ties. A number for each article holds its second and its
 * place, and sorting numbers takes a tenth of the time of comparing articles; those of one second are compared.
 */
export function newestFirst(
  articles: readonly Article[],
  { published }: Pick<RegisterColumns, 'published'>,
): readonly Article[] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < articles.length; at++) {
    const instant = published[(articles[at] as Article).row] as number;
    if (instant < first) first = instant;
    if (instant > last) last = instant;
  }
  const compare = (a: Article, b: Article) =>
    b.published - a.published || compareText(a.address, b.address);
  const places = articles.length + 1;
  const seconds = Math.floor((last - first) / SECOND);
  if (!(seconds * places < Number.MAX_SAFE_INTEGER)) return articles.toSorted(compare);

  const keys = new Float64Array(articles.length);
  for (let at = 0; at < articles.length; at++) {
    const instant = published[(articles[at] as Article).row] as number;
    keys[at] = Math.floor((last - instant) / SECOND) * places + at;
  }
  keys.sort();
  const sorted: Article[] = [];
  let second = -1;
  let from = 0;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    const own = Math.floor(key / places);
    if (own !== second) {
      sortStretch(sorted, from, compare);
      second = own;
      from = at;
    }
    sorted.push(articles[key - own * places] as Article);
  }
  sortStretch(sorted, from, compare);
  return sorted;
}

/** Sorts what a list holds from a place on. */
function sortStretch(
  list: Article[],
  from: number,
  compare: (a: Article, b: Article) => number,
): void {
  if (list.length - from < 2) return;
  // As arguments of one call, many would be too many.
  for (const article of list.splice(from).sort(compare)) list.push(article);
}

/** Where articles stand in a list, from 0; -1 for one that is not in it. */
export function positionsIn(list: readonly Article[]): (article: Article) => number {
  let size = 0;
  for (let at = 0; at < list.length; at++) size = Math.max(size, (list[at] as Article).row + 1);
  const positions = new Int32Array(size).fill(-1);
  for (let at = 0; at < list.length; at++) positions[(list[at] as Article).row] = at;
  return ({ row }) => positions[row] ?? -1;
}
