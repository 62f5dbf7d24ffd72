/**
 * Articles on the same matter as another. Only older ones count, and only what was known when the
 * article appeared, so that later news changes nothing on its page.
 */
import { recent } from '../base/recent.ts';
import { type Mark, mix, mixInto, NO_MARK } from '../memo/mark.ts';
import type { Article } from './article.ts';
import { isFlashTag } from './flash.ts';
import { positionsIn } from './order.ts';
import type { RegisteredNumbers } from './registered.ts';

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
  /** By their places in the list of all, which is newest first. */
  readonly places: number[];
  /** For each the sum of the marks of those before it, within 2^52: of any stretch the sum is a difference. */
  readonly sums: number[];
}

const RANGE = 2 ** 52;

/** Gathers articles by their tags. A tag that is rare at the time weighs more than one that is common. */
export function relatedByTags(
  newestFirst: readonly Article[],
  register: RegisteredNumbers,
  flashTag: string,
): RelatedByTags {
  const listOf = listsByTag(register, flashTag);
  const { columns } = register;
  const place = positionsIn(newestFirst);
  const marks = new Float64Array(newestFirst.length);
  for (let at = newestFirst.length - 1; at >= 0; at--) {
    const { row } = newestFirst[at] as Article;
    let mark = mix(columns.published[row] as number);
    const start = (columns.from[row] as number) + (columns.authors[row] as number);
    const end = start + (columns.tags[row] as number);
    for (let one = start; one < end; one++) {
      const list = listOf(columns.language[row] as number, columns.lists[one] as number);
      if (list === null) continue;
      const { places, sums } = list;
      // The stretch of the list that is remembered when the article appears.
      const to = places.length;
      // Two spellings of one tag are one.
      if (places[to - 1] === at) continue;
      const from = Math.max(0, to - MEMORY);
      const sum = (sums[to] as number) - (sums[from] as number);
      mark = mixInto(mixInto(mark, to - from), sum < 0 ? sum + RANGE : sum);
      places.push(at);
      sums.push(((sums[to] as number) + (columns.headline[row] as number)) % RANGE);
    }
    marks[at] = mark;
  }
  const tagged = ({ row }: Article): readonly Tagged[] => {
    const lists: Tagged[] = [];
    const start = (columns.from[row] as number) + (columns.authors[row] as number);
    const end = start + (columns.tags[row] as number);
    for (let one = start; one < end; one++) {
      const list = listOf(columns.language[row] as number, columns.lists[one] as number);
      if (list !== null && !lists.includes(list)) lists.push(list);
    }
    return lists;
  };
  const scores = new Float64Array(newestFirst.length);
  return {
    of: recent((article) => {
      // Scores by places in the list: a table for each article would cost more than what is written into it.
      const scored: number[] = [];
      const own = place(article);
      for (const { places } of tagged(article)) {
        const to = positionIn(places, own);
        const from = Math.max(0, to - MEMORY);
        if (from === to) continue;
        const first = newestFirst[places[from] as number] as Article;
        const weight = weightOf(first, to - from, article);
        for (let one = from; one < to; one++) {
          const at = places[one] as number;
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

/** The list of a language and a tag in any letter case, by their numbers; null for the tag that is ignored. */
function listsByTag({ names }: RegisteredNumbers, flashTag: string) {
  const ignored = names.tags.map((tag) => isFlashTag(tag, flashTag));
  const languages: (Tagged | undefined)[][] = names.languages.map(() => []);
  const spelled = names.languages.map(() => new Map<string, Tagged>());
  const begin = (language: number, tag: number): Tagged => {
    const key = names.tags[tag]?.toLowerCase() ?? '';
    const list = spelled[language]?.get(key) ?? { places: [], sums: [0] };
    spelled[language]?.set(key, list);
    (languages[language] as Tagged[])[tag] = list;
    return list;
  };
  return (language: number, tag: number): Tagged | null =>
    ignored[tag] === true ? null : (languages[language]?.[tag] ?? begin(language, tag));
}

/** Where a place stands among others that go down. */
function positionIn(places: readonly number[], own: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) > own) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How much a tag says: the more, the longer the time between its last uses. Nothing older counts, so an
 * article that goes, or comes late, changes what only the next uses of its tags say, in any archive.
 */
function weightOf(first: Article, count: number, { published }: Article): number {
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
