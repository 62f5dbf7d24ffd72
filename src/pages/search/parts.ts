/** The parts of a search index: by calendar, so that an article changes the files of its own part and no others. */
import { type Mark, markOf, mix } from '../../memo/mark.ts';
import type { Article } from '../../news/article.ts';
import { partsByCalendar } from '../../news/calendar.ts';

/** Some articles, and how their words are shared out among files. */
export interface SearchPart {
  /** `all`, `2026`, `2026-11` or `2026-11-24`. */
  readonly name: string;
  /** Oldest first, so that one more moves none of the others. */
  readonly articles: readonly Article[];
  readonly shards: number;
  /** Stands for all that is said of its articles. */
  readonly mark: Mark;
}

/** A paper of no more than so many articles is one part, and so is a year; else its months are, and of a month of more than so many its days. */
const MOST = { year: 300, month: 2000, day: Number.POSITIVE_INFINITY };

/** How many files share the words: so many that readers load some ten kilobytes for a word. */
function shardsFor(articles: number): number {
  return articles <= 50 ? 1 : articles <= 200 ? 4 : 16;
}

/** The parts of a list, the newest first. */
export function searchParts(newestFirst: readonly Article[]): readonly SearchPart[] {
  if (newestFirst.length === 0) return [];
  if (newestFirst.length <= MOST.year) return [part('all', newestFirst.toReversed())];
  return partsByCalendar(newestFirst, MOST)
    .map(({ path, articles }) => part(path.replaceAll('/', '-'), articles))
    .reverse();
}

function part(name: string, articles: readonly Article[]): SearchPart {
  const mark = mix(markOf(name), ...articles.map(({ contentMark }) => contentMark));
  return { name, articles, shards: shardsFor(articles.length), mark };
}
