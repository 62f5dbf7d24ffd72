/** The latest page: the newest articles of the whole paper by day. */
import type { Edition } from '../news/edition.ts';
import { ADDRESSES } from './addresses.ts';
import { cards, type FrontSlices } from './front.ts';
import { type Page, type PageSettings, page, slice } from './page.ts';
import {
  type CardView,
  type DateView,
  dateView,
  type HeadlineView,
  type PageView,
  pageView,
  type SiteView,
} from './views.ts';

/** The data of `latest.hbs`. */
export interface LatestView {
  readonly site: SiteView;
  readonly page: PageView;
  readonly newest: DateView | null;
  readonly strip: readonly HeadlineView[];
  /** Newest first, as are the articles of a day. */
  readonly days: readonly DayView[];
}

/** The articles of one local day. */
export interface DayView {
  readonly date: DateView;
  readonly cards: readonly CardView[];
}

export function latestPage(edition: Edition, settings: PageSettings, shared: FrontSlices): Page {
  const { site, newest, strip } = shared;
  const days = slice('latest by day', () => daysOf(edition, settings));
  return page(
    'latest',
    ADDRESSES.latest,
    { site, newest, strip, days },
    (values): LatestView => ({
      ...values,
      page: pageView('latest', ADDRESSES.latest, settings, { title: null }),
    }),
  );
}

function daysOf(edition: Edition, settings: PageSettings): DayView[] {
  const days: { date: DateView; cards: CardView[] }[] = [];
  const shown = cards(edition.articles, edition, settings);
  for (const [at, card] of shown.entries()) {
    const article = edition.articles[at];
    if (article === undefined) break;
    const date = dateView(article.published, settings.language, settings, 'weekday');
    const last = days.at(-1);
    if (last?.date.text === date.text) last.cards.push(card);
    else days.push({ date, cards: [card] });
  }
  return days;
}
