/** The corrections page: what the whole paper put right. */
import type { Edition } from '../news/edition.ts';
import { ADDRESSES } from './addresses.ts';
import type { FrontSlices } from './front.ts';
import { type Page, type PageSettings, page, slice } from './page.ts';
import {
  type DateView,
  dateView,
  type HeadlineView,
  headlineView,
  type PageView,
  pageView,
  type SiteView,
} from './views.ts';

/** How many corrections the page shows. */
const SIZE = 100;

/** The data of `corrections.hbs`. */
export interface CorrectionsView {
  readonly site: SiteView;
  readonly page: PageView;
  /** The newest first. */
  readonly corrections: readonly CorrectedView[];
}

/** A correction and the article that it corrects. */
export interface CorrectedView {
  readonly date: DateView;
  readonly text: string;
  readonly article: HeadlineView;
}

export function correctionsPage(
  edition: Edition,
  settings: PageSettings,
  { site }: FrontSlices,
): Page {
  const at = ADDRESSES.corrections;
  const corrections = slice('corrections', () =>
    edition.corrections.slice(0, SIZE).map(({ article, correction: { date, text } }) => ({
      date: dateView(date, settings.language, settings),
      text,
      article: headlineView(article, settings),
    })),
  );
  return page(
    'corrections',
    at,
    { site, corrections },
    (values): CorrectionsView => ({
      ...values,
      page: pageView('corrections', at, settings, { title: null }),
    }),
  );
}
