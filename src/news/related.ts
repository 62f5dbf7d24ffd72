/**
 * Articles on the same matter as another. Only older ones count, and only what was known when the
 * article appeared, so that later news changes nothing on its page.
 */
import { recent } from '../base/recent.ts';
import { type Mark, mix, mixInto } from '../memo/mark.ts';
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
  const lists = new Map<string, Tagged>();
  const place = positionsIn(newestFirst);
  const keysOf = tagKeys(ignoredTag);
  for (let at = newestFirst.length - 1; at >= 0; at--) {
    const article = newestFirst[at] as Article;
    for (const key of keysOf(article)) {
      let list = lists.get(key);
      if (list === undefined) {
        list = { articles: [], sums: [0] };
        lists.set(key, list);
      }
      list.articles.push(article);
      list.sums.push(((list.sums.at(-1) ?? 0) + article.headlineMark) % RANGE);
    }
  }
  /** For each tag the stretch of its list that is remembered when the article appears. */
  const stretches = (article: Article): { list: Tagged; from: number; to: number }[] =>
    keysOf(article).flatMap((key) => {
      const list = lists.get(key);
      if (list === undefined) return [];
      const to = positionIn(list.articles, article, place);
      return [{ list, from: Math.max(0, to - MEMORY), to }];
    });
  return {
    of: recent((article) => {
      const scores = new Map<Article, number>();
      for (const { list, from, to } of stretches(article)) {
        const weight = weightOf(list.articles[from], to - from, article);
        for (let at = from; at < to; at++) {
          const other = list.articles[at] as Article;
          scores.set(other, (scores.get(other) ?? 0) + weight);
        }
      }
      return closest(scores);
    }),
    sought(article) {
      let mark = mix(article.published);
      for (const { list, from, to } of stretches(article)) {
        const sum = (list.sums[to] ?? 0) - (list.sums[from] ?? 0);
        mark = mixInto(mixInto(mark, to - from), sum < 0 ? sum + RANGE : sum);
      }
      return mark;
    },
  };
}

/** The language with each tag of an article, in any letter case; each once. */
function tagKeys(ignoredTag: string): (article: Article) => readonly string[] {
  const keys = new Map<string, Map<string, string>>();
  return ({ language, tags }) => {
    let own = keys.get(language);
    if (own === undefined) {
      own = new Map();
      keys.set(language, own);
    }
    const found: string[] = [];
    for (const tag of tags) {
      if (tag === ignoredTag) continue;
      let key = own.get(tag);
      if (key === undefined) {
        key = `${language}\n${tag.toLowerCase()}`;
        own.set(tag, key);
      }
      if (!found.includes(key)) found.push(key);
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

/** The few with the highest scores: picked out, since sorting all of them took longest here. */
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
