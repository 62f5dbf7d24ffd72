/** The archive of a list: its years, and in them months, days and pages (news/calendar). */
import { periodName } from '../base/date-text.ts';
import { compareText } from '../base/diagnostic.ts';
import { type Address, address, href } from '../base/paths.ts';
import { markOf, mix } from '../memo/mark.ts';
import type { Article } from '../news/article.ts';
import { FRONT_SIZE, type Period, pagesOf } from '../news/calendar.ts';
import type { SiteView } from './chrome.ts';
import { type PageView, pageView } from './head.ts';
import type { LocalPaper } from './local-paper.ts';
import { type Page, page, type Slice, type Values } from './page.ts';
import type { PageSettings } from './settings.ts';
import {
  type CardView,
  type DateView,
  dayView,
  type HeadlineView,
  type LinkView,
} from './views.ts';

/** A list of articles that has a front. */
export interface Listed {
  /** Where its front is; its archive stands below. */
  readonly front: Address;
  /** As readers know it; empty for the whole paper. */
  readonly title: string;
  readonly newestFirst: readonly Article[];
}

/** The data of `archive.hbs`. */
export interface ArchiveView {
  readonly site: SiteView;
  readonly page: PageView;
  /** The period: "September 2023". */
  readonly heading: string;
  /** True if the period is one day, which the heading names. */
  readonly isDay: boolean;
  /** The way to it: the front of the list, the year, the month. */
  readonly way: readonly LinkView[];
  /** The months or days into which it is divided; empty if it lists its articles itself. */
  readonly parts: readonly LinkView[];
  /** Oldest first. */
  readonly days: readonly ArchiveDayView[];
  /** Its pages; empty if there is only one. */
  readonly pages: readonly ArchivePageLink[];
}

/** The headlines of one day. */
export interface ArchiveDayView {
  readonly date: DateView;
  readonly headlines: readonly HeadlineView[];
}

/** A page of a period. */
export interface ArchivePageLink {
  /** From 1. */
  readonly number: number;
  readonly href: string;
  /** The day with which it begins: "5 March". */
  readonly from: string;
  readonly current: boolean;
}

/** The articles that a front shows of a list: the first thirty. */
export function frontCards(
  name: string,
  articles: readonly Article[],
  paper: LocalPaper,
): Slice<readonly CardView[]> {
  const shown = articles.slice(0, FRONT_SIZE);
  return paper.slice(
    name,
    () => paper.cards(shown),
    () => paper.marks.cards(shown),
  );
}

/** Links from a list's front to its years, the newest first. */
export function yearsSlice(
  { front, newestFirst }: Listed,
  paper: LocalPaper,
): Slice<readonly LinkView[]> {
  const years = paper.years(newestFirst);
  return paper.slice(
    `years of ${front}`,
    () => years.map((year) => periodLink(year, front, paper.settings)),
    () => mix(...years.map(({ path }) => Number(path))),
  );
}

/** A period of a list's archive. */
interface ArchivePeriod {
  readonly list: Listed;
  readonly period: Period;
  readonly way: readonly LinkView[];
}

/**
 * All pages of the archives of all lists, those of one time together: what the paper, a section, a tag and an author have
 * of a month are the same articles, which are thus read once.
 */
export function* archivePages(lists: readonly Listed[], paper: LocalPaper): Generator<Page> {
  const archives = lists.map((list) => ({ list, years: paper.years(list.newestFirst) }));
  const numbers = new Set(archives.flatMap(({ years }) => years.map(({ path }) => path)));
  for (const year of [...numbers].sort()) {
    const periods = archives.flatMap(({ list, years }) =>
      years.filter(({ path }) => path === year).flatMap((one) => periodsOf(list, one, paper)),
    );
    periods.sort((a, b) => compareText(a.period.path, b.period.path));
    for (const one of periods) yield* periodPages(one, paper);
  }
}

/** A year and all that it is divided into. */
function periodsOf(list: Listed, year: Period, paper: LocalPaper): ArchivePeriod[] {
  const { front, title } = list;
  const home = { name: title || paper.settings.title, href: href(paper.settings.base, front) };
  const below = (period: Period, way: readonly LinkView[]): ArchivePeriod[] => {
    const further = [...way, periodLink(period, front, paper.settings)];
    const parts = period.parts.flatMap((part) => below(part, further));
    return [{ list, period, way }, ...parts];
  };
  return below(year, [home]);
}

function* periodPages({ list, period, way }: ArchivePeriod, paper: LocalPaper): Generator<Page> {
  const { front } = list;
  const { settings } = paper;
  if (period.parts.length > 0) {
    const parts = paper.slice(
      `parts of ${front}${period.path}`,
      () => period.parts.map((part) => periodLink(part, front, settings)),
      () => markOf(period.parts.map(({ path }) => path).join()),
    );
    yield archivePage(pageAt(period, front, 1), period, way, list, paper, { parts });
    return;
  }
  const pages = pagesOf(period);
  const firstDays = pages.map(([first]) => first?.day ?? 0);
  for (const [at, articles] of pages.entries()) {
    const days = paper.slice(
      `${front}${period.path} ${at + 1}`,
      () => daysOf(articles, paper),
      () => paper.marks.headlines(articles),
    );
    const links = paper.slice(
      `pages of ${front}${period.path} ${at + 1}`,
      () =>
        pages.length === 1
          ? []
          : pages.map((_, other) => ({
              number: other + 1,
              href: href(settings.base, pageAt(period, front, other + 1)),
              from: periodName(dayPath(firstDays[other] as number), settings.language, 'part'),
              current: other === at,
            })),
      () => mix(at, ...firstDays),
    );
    yield archivePage(
      pageAt(period, front, at + 1),
      period,
      way,
      list,
      paper,
      { days, links },
      at + 1,
    );
  }
}

function archivePage(
  at: Address,
  period: Period,
  way: readonly LinkView[],
  list: Listed,
  paper: LocalPaper,
  more: {
    parts?: Slice<readonly LinkView[]>;
    days?: Slice<readonly ArchiveDayView[]>;
    links?: Slice<readonly ArchivePageLink[]>;
  },
  number = 1,
): Page {
  const { settings, site } = paper;
  const heading = periodName(period.path, settings.language, 'whole');
  const { links, ...rest } = more;
  const counted = number === 1 ? heading : `${heading} (${number})`;
  const slices = {
    site,
    page: paper.slice(
      `head of ${at}`,
      () =>
        pageView('archive', at, settings, {
          title: list.title === '' ? counted : `${list.title}: ${counted}`,
        }),
      () => markOf(list.title),
    ),
    way: paper.slice(
      `way to ${at}`,
      () => way,
      () => markOf(way.map(({ name, href: to }) => `${name}\n${to}`).join('\n')),
    ),
    ...rest,
    ...(links === undefined ? {} : { pages: links }),
  };
  const view = (values: Values<Pick<typeof slices, 'site' | 'page' | 'way'>>): ArchiveView => ({
    heading,
    isDay: period.kind === 'day',
    parts: [],
    days: [],
    pages: [],
    ...values,
  });
  return page('archive', at, slices, view, `the archive of ${list.front}`);
}

function daysOf(oldestFirst: readonly Article[], paper: LocalPaper): ArchiveDayView[] {
  const days: { date: DateView; headlines: HeadlineView[] }[] = [];
  const headlines = paper.archived(oldestFirst);
  let lastDay: number | null = null;
  for (const [at, { day, published }] of oldestFirst.entries()) {
    if (day !== lastDay) days.push({ date: dayView(published, paper.settings), headlines: [] });
    lastDay = day;
    days.at(-1)?.headlines.push(headlines[at] as HeadlineView);
  }
  return days;
}

function periodLink(period: Period, front: Address, { base, language }: PageSettings): LinkView {
  return {
    name: periodName(period.path, language, 'part'),
    href: href(base, pageAt(period, front, 1)),
  };
}

/** The path of a day that is a number: `2023/09/26` of 20230926. */
function dayPath(day: number): string {
  return String(day).replace(/^(\d{4})(\d\d)/, '$1/$2/');
}

function pageAt({ path }: Period, front: Address, number: number): Address {
  return address(`${front}${path}/${number === 1 ? '' : `page-${number}/`}`);
}
