/**
 * Archives by calendar. A year, a month or a day that holds few articles lists them; one that holds
 * more is divided: years into months, months into days, days into pages. So an article stands on one
 * page of an archive, for ever the same while its year does not grow past the limit, and whatever
 * happens to it changes that page and no other.
 */
import { groupBy } from '../base/group.ts';
import { localParts } from '../base/instant.ts';
import type { Article } from './article.ts';

/** A list of at most so many needs no archive: its front shows all. */
export const FRONT_SIZE = 30;

/** What one page of an archive lists at most. */
export const PAGE_SIZE = 50;

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
export function yearsOf(newestFirst: readonly Article[], timezone: string): readonly Period[] {
  if (newestFirst.length <= FRONT_SIZE) return [];
  const dated = newestFirst.toReversed().map((article) => {
    const { year, month, day } = localParts(article.published, timezone);
    return { article, names: [String(year).padStart(4, '0'), two(month), two(day)] };
  });
  return divide(dated, [], KINDS).toReversed();
}

interface Dated {
  readonly article: Article;
  readonly names: readonly string[];
}

const KINDS = ['year', 'month', 'day'] as const;

function divide(
  oldestFirst: readonly Dated[],
  way: readonly string[],
  [kind, ...finer]: readonly Period['kind'][],
): Period[] {
  if (kind === undefined) return [];
  return [...groupBy(oldestFirst, ({ names }) => names[way.length] ?? '')].map(([name, within]) => {
    const path = [...way, name];
    return {
      path: path.join('/'),
      kind,
      parts: within.length <= PAGE_SIZE ? [] : divide(within, path, finer),
      articles: within.map(({ article }) => article),
    };
  });
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
  return /^\d{4}\/(?:\d{2}\/(?:\d{2}\/(?:page-\d+\/)?)?)?$/.test(path);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
