/** The latest page: the newest articles of the whole paper by day. */
import { FRONT_SIZE } from '../news/calendar.ts';
import { yearsSlice } from './archive.ts';
import type { SiteView } from './chrome.ts';
import { paperList } from './front.ts';
import { type PageView, pageView } from './head.ts';
import type { LocalPaper } from './local-paper.ts';
import { type Page, page } from './page.ts';
import { frontAlternates } from './share.ts';
import {
  type CardView,
  type DateView,
  dateView,
  dayView,
  type HeadlineView,
  type LinkView,
} from './views.ts';

/** The data of `latest.hbs`. */
export interface LatestView {
  readonly site: SiteView;
  readonly page: PageView;
  readonly newest: DateView | null;
  readonly strip: readonly HeadlineView[];
  /** Newest first, as are the articles of a day. */
  readonly days: readonly DayView[];
  /** The years of the archive. */
  readonly years: readonly LinkView[];
}

/** The articles of one local day. */
export interface DayView {
  readonly date: DateView;
  readonly cards: readonly CardView[];
}

export function latestPage(paper: LocalPaper): Page {
  const { settings, site, newest, strip } = paper;
  const at = settings.addresses.latest;
  const slices = {
    site,
    newest,
    strip,
    days: paper.slice(
      'latest by day',
      () => daysOf(paper),
      () => paper.marks.cards(paper.local.articles.slice(0, FRONT_SIZE)),
    ),
    years: yearsSlice(paperList(paper), paper),
  };
  const alternates = frontAlternates((other) => other.latest, settings);
  return page(
    'latest',
    at,
    slices,
    (values): LatestView => ({
      ...values,
      page: pageView('latest', at, settings, { title: null, alternates }),
    }),
  );
}

function daysOf({ local, settings, cards }: LocalPaper): DayView[] {
  const days: { date: DateView; cards: CardView[] }[] = [];
  const shown = local.articles.slice(0, FRONT_SIZE);
  for (const [at, card] of cards(shown).entries()) {
    const article = shown[at];
    if (article === undefined) break;
    const date = dayView(article.published, settings, 'weekday');
    // The day stands above it.
    const time = dateView(article.published, article.language, settings, 'time');
    const last = days.at(-1);
    if (last?.date.text === date.text) last.cards.push({ ...card, date: time });
    else days.push({ date, cards: [{ ...card, date: time }] });
  }
  return days;
}
