/**
 * Archives by calendar. A year, a month or a day lists its articles, on a few pages, oldest first; one that holds more is
 * divided, years into months and months into days. So an article that is published comes last, and what happens to one of any
 * age changes pages of its period, and no other.
 */
import type { Article } from './article.ts';

/** A list of at most so many needs no archive: its front shows all. */
export const FRONT_SIZE = 30;

/** What one page of an archive lists at most. */
const PAGE_SIZE = 50;

/**
 * What a year or a month lists at most, on six pages: the months of a paper with ten articles a day, the years of most tags.
 * It bounds what an article of any age can change, and readers find a day among six pages as soon as among thirty.
 */
const PERIOD_SIZE = 6 * PAGE_SIZE;

/** A year, a month or a day of a list. */
export interface Period {
  /** `2023`, `2023/09` or `2023/09/26`. */
  readonly path: string;
  readonly kind: 'year' | 'month' | 'day';
  /** The months or days that hold the articles; empty if the period lists them itself. */
  readonly parts: readonly Period[];
  /** All articles of the period, oldest first. */
  readonly articles: readonly Article[];
}

/** The years of a list, the newest first; none if its front shows all. */
export function yearsOf(newestFirst: readonly Article[]): readonly Period[] {
  if (newestFirst.length <= FRONT_SIZE) return [];
  return divide(byDay(newestFirst), '', KINDS, LISTED).toReversed();
}

/** How many articles a period of a kind has at most that is not divided. */
type Sizes = Readonly<Record<Period['kind'], number>>;

const LISTED: Sizes = { year: PERIOD_SIZE, month: PERIOD_SIZE, day: PERIOD_SIZE };

/** The periods of a list that are not divided themselves, the oldest first. */
export function partsByCalendar(newestFirst: readonly Article[], most: Sizes): readonly Period[] {
  const whole = (period: Period): readonly Period[] =>
    period.parts.length === 0 ? [period] : period.parts.flatMap(whole);
  return divide(byDay(newestFirst), '', KINDS, most).flatMap(whole);
}

/** Oldest first, the days in their order. */
function byDay(newestFirst: readonly Article[]): Article[] {
  const oldestFirst = newestFirst.toReversed();
  // Where clocks are put back over midnight, an hour of the day before comes again.
  if (!isSorted(oldestFirst)) oldestFirst.sort((a, b) => a.day - b.day);
  return oldestFirst;
}

/** The kinds of periods, the longest first, and what of a day (`20230926`) names one: `2023`, `09`, `26`. */
const KINDS = [
  { kind: 'year', unit: 10_000, digits: 4 },
  { kind: 'month', unit: 100, digits: 2 },
  { kind: 'day', unit: 1, digits: 2 },
] as const;
type Kinds = readonly (typeof KINDS)[number][];

function divide(
  oldestFirst: readonly Article[],
  above: string,
  [level, ...finer]: Kinds,
  most: Sizes,
): Period[] {
  if (level === undefined) return [];
  const { kind, unit, digits } = level;
  const periods: Period[] = [];
  for (let from = 0, to = 0; from < oldestFirst.length; from = to) {
    const number = Math.floor((oldestFirst[from]?.day ?? 0) / unit);
    while (to < oldestFirst.length && Math.floor((oldestFirst[to]?.day ?? 0) / unit) === number)
      to++;
    const articles = oldestFirst.slice(from, to);
    const name = String(number % 10 ** digits).padStart(digits, '0');
    const path = above === '' ? name : `${above}/${name}`;
    const parts = articles.length <= most[kind] ? [] : divide(articles, path, finer, most);
    periods.push({ path, kind, parts, articles });
  }
  return periods;
}

function isSorted(articles: readonly Article[]): boolean {
  return articles.every(({ day }, at) => at === 0 || day >= (articles[at - 1]?.day ?? 0));
}

/** A period's articles page by page; all but the last are full. */
export function pagesOf({ articles }: Period): (readonly Article[])[] {
  const pages: (readonly Article[])[] = [];
  for (let from = 0; from < articles.length; from += PAGE_SIZE)
    pages.push(articles.slice(from, from + PAGE_SIZE));
  return pages;
}

/** True if an address below a list's front is one of its archive's, whether or not it exists today. */
export function isPeriodPath(path: string): boolean {
  return /^\d{4}\/(?:\d{2}\/){0,2}(?:page-\d+\/)?$/.test(path);
}
