/**
 * Articles on the same matter as another. Only older ones count, and only what was known when the
 * article appeared, so that later news changes nothing on its page.
 */
import type { Article } from './article.ts';

/** How many articles a page names. */
const RELATED_SIZE = 4;
/** How far back a tag is remembered. */
const MEMORY = 50;
/**
 * For each article the older ones that share most with it, the closest first: one sweep from the
 * oldest to the newest. A tag that is rare at the time weighs more than one that is common.
 */
export function relatedByTags(
  newestFirst: readonly Article[],
  ignoredTag: string,
): ReadonlyMap<Article, readonly Article[]> {
  const memory = new Map<string, Article[]>();
  const result = new Map<Article, readonly Article[]>();
  for (const article of newestFirst.toReversed()) {
    const scores = new Map<Article, number>();
    const tags = article.tags.filter((tag) => tag !== ignoredTag);
    for (const tag of new Set(tags.map((one) => one.toLowerCase()))) {
      const key = `${article.language}\n${tag}`;
      const last = memory.get(key) ?? [];
      const weight = weightOf(last, article);
      for (const other of last) scores.set(other, (scores.get(other) ?? 0) + weight);
      last.push(article);
      if (last.length > MEMORY) last.shift();
      memory.set(key, last);
    }
    if (scores.size > 0) result.set(article, closest(scores));
  }
  return result;
}

/**
 * How much a tag says: the more, the longer the time between its last uses. Nothing older counts, so an
 * article that goes, or comes late, changes what only the next uses of its tags say, in any archive.
 */
function weightOf(last: readonly Article[], { published }: Article): number {
  const [first] = last;
  if (first === undefined) return 0;
  // The square root is exact on every machine (IEEE 754); a logarithm need not be.
  return Math.sqrt((published - first.published + 1) / last.length);
}

/** The few with the highest scores: picked out, since sorting all of them took longest in this sweep. */
function closest(scores: ReadonlyMap<Article, number>): Article[] {
  const best: [Article, number][] = [];
  for (const entry of scores) {
    let at = best.length;
    while (at > 0 && isCloser(entry, best[at - 1] as [Article, number])) at--;
    if (at >= RELATED_SIZE) continue;
    best.splice(at, 0, entry);
    if (best.length > RELATED_SIZE) best.pop();
  }
  return best.map(([article]) => article);
}

function isCloser([a, x]: [Article, number], [b, y]: [Article, number]): boolean {
  if (x !== y) return x > y;
  return a.published === b.published ? a.address < b.address : a.published > b.published;
}
