/**
 * Articles on the same matter as another. Only older ones count, and only what was known when the
 * article appeared, so that later news changes nothing on its page.
 */
import type { Article } from './article.ts';

/** How many articles a page names. */
const RELATED_SIZE = 4;
/** How far back a tag is remembered. */
const MEMORY = 50;
/** From so many articles on a tag is as common as can be. */
const COMMON = 1024;

/**
 * For each article the older ones that share most with it, the closest first: one sweep from the
 * oldest to the newest. A tag that few articles before had weighs more than one that many had.
 */
export function relatedByTags(
  newestFirst: readonly Article[],
  ignoredTag: string,
): ReadonlyMap<Article, readonly Article[]> {
  const memory = new Map<string, { count: number; last: Article[] }>();
  const result = new Map<Article, readonly Article[]>();
  for (const article of newestFirst.toReversed()) {
    const scores = new Map<Article, number>();
    const tags = article.tags.filter((tag) => tag !== ignoredTag);
    for (const tag of new Set(tags.map((one) => one.toLowerCase()))) {
      const key = `${article.language}\n${tag}`;
      const known = memory.get(key) ?? { count: 0, last: [] };
      const weight = weightOf(known.count);
      for (const other of known.last)
        if (other !== article) scores.set(other, (scores.get(other) ?? 0) + weight);
      known.count += 1;
      known.last.push(article);
      if (known.last.length > MEMORY) known.last.shift();
      memory.set(key, known);
    }
    if (scores.size > 0) result.set(article, closest(scores));
  }
  return result;
}

/**
 * How much a tag says that `count` articles had before. It changes where the count doubles and nowhere
 * else: an old article that goes, or comes late, moves the count of every later one by one, and still
 * changes what only a few of them, the same number in any archive, say of the tag.
 */
function weightOf(count: number): number {
  const power = 31 - Math.clz32(Math.min(Math.max(1, count), COMMON));
  // The square root is exact on every machine (IEEE 754); a logarithm need not be.
  return 1 / Math.sqrt(2 ** power);
}

function closest(scores: ReadonlyMap<Article, number>): Article[] {
  return [...scores]
    .sort(
      ([a, x], [b, y]) => y - x || b.published - a.published || (a.address < b.address ? -1 : 1),
    )
    .slice(0, RELATED_SIZE)
    .map(([article]) => article);
}
