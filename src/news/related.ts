/**
 * Articles on the same matter as another. Only older ones count, and only what was known when the
 * article appeared, so that later news changes nothing on its page.
 */
import { recent } from '../base/recent.ts';
import { type Mark, mix, mixInto, NO_MARK } from '../memo/mark.ts';
import type { Article } from './article.ts';
import { positionsIn } from './order.ts';

/** How many articles a page names. */
const RELATED_SIZE = 4;
/** How far back a tag is remembered. */
const MEMORY = 50;

/** Finds related articles one by one, when they are asked for. */
export interface RelatedByTags {
  /** The older ones that share most with an article, the closest first. */
  of(article: Article): readonly Article[];
  /** Stands for all that the choice looks at: while it is the same, so is the choice. */
  sought(article: Article): Mark;
}

/** The articles of one language and tag, oldest first. */
interface Tagged {
  readonly articles: Article[];
  /** For each the sum of the marks of those before it, within 2^52: of any stretch the sum is a difference. */
  readonly sums: number[];
}

const RANGE = 2 ** 52;

/** Gathers articles by their tags. A tag that is rare at the time weighs more than one that is common. */
export function relatedByTags(newestFirst: readonly Article[], ignoredTag: string): RelatedByTags {
  const tagged = listsByTag(ignoredTag);
  const place = positionsIn(newestFirst);
  const marks = new Float64Array(newestFirst.length);
  for (let at = newestFirst.length - 1; at >= 0; at--) {
    const article = newestFirst[at] as Article;
    let mark = mix(article.published);
    for (const { articles, sums } of tagged(article)) {
      // The stretch of the list that is remembered when the article appears.
      const to = articles.length;
      const from = Math.max(0, to - MEMORY);
      const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
      mark = mixInto(mixInto(mark, to - from), sum < 0 ? sum + RANGE : sum);
      articles.push(article);
      sums.push(((sums[to] ?? 0) + article.headlineMark) % RANGE);
    }
    marks[at] = mark;
  }
  const scores = new Float64Array(newestFirst.length);
  return {
    of: recent((article) => {
      // Scores by places in the list: a table for each article would cost more than what is written into it.
      const scored: number[] = [];
      for (const { articles } of tagged(article)) {
        const to = positionIn(articles, article, place);
        const from = Math.max(0, to - MEMORY);
        const weight = weightOf(articles[from], to - from, article);
        for (let one = from; one < to; one++) {
          const at = place(articles[one] as Article);
          if (scores[at] === 0) scored.push(at);
          (scores[at] as number) += weight;
        }
      }
      const best = closest(scored, scores, newestFirst);
      for (const at of scored) scores[at] = 0;
      return best;
    }),
    sought: (article) => (marks[place(article)] ?? NO_MARK) as Mark,
  };
}

/** The lists of an article: of its language with each of its tags, in any letter case; each once. */
function listsByTag(ignoredTag: string): (article: Article) => readonly Tagged[] {
  const languages = new Map<string, Map<string, Tagged>>();
  return ({ language, tags }) => {
    let own = languages.get(language);
    if (own === undefined) {
      own = new Map();
      languages.set(language, own);
    }
    const found: Tagged[] = [];
    for (const tag of tags) {
      if (tag === ignoredTag) continue;
      let list = own.get(tag);
      if (list === undefined) {
        const key = tag.toLowerCase();
        list = own.get(key) ?? { articles: [], sums: [0] };
        own.set(tag, list).set(key, list);
      }
      if (!found.includes(list)) found.push(list);
    }
    return found;
  };
}

/** Where an article stands in a list that is oldest first. */
function positionIn(
  list: readonly Article[],
  article: Article,
  place: (article: Article) => number,
): number {
  const own = place(article);
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(list[middle] as Article) > own) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How much a tag says: the more, the longer the time between its last uses. Nothing older counts, so an
 * article that goes, or comes late, changes what only the next uses of its tags say, in any archive.
 */
function weightOf(first: Article | undefined, count: number, { published }: Article): number {
  if (first === undefined || count === 0) return 0;
  // The square root is exact on every machine (IEEE 754); a logarithm need not be.
  return Math.sqrt((published - first.published + 1) / count);
}

/**
 * The few with the highest scores: picked out, since sorting all of them took longest here. `scored` are places in the
 * list; of two with one score that of the newer article counts.
 */
function closest(
  scored: readonly number[],
  scores: Float64Array,
  newestFirst: readonly Article[],
): Article[] {
  const best: number[] = [];
  for (const at of scored) {
    const score = scores[at] as number;
    let rank = best.length;
    while (rank > 0 && isCloser(score, at, scores, best[rank - 1] as number)) rank--;
    if (rank >= RELATED_SIZE) continue;
    best.splice(rank, 0, at);
    if (best.length > RELATED_SIZE) best.pop();
  }
  return best.map((at) => newestFirst[at] as Article);
}

function isCloser(score: number, at: number, scores: Float64Array, other: number): boolean {
  const otherScore = scores[other] as number;
  return score === otherScore ? at < other : score > otherScore;
}
