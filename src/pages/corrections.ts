/** The corrections page: what the whole paper put right. */
import type { SiteView } from './chrome.ts';
import { type PageView, pageView } from './head.ts';
import type { LocalPaper } from './local-paper.ts';
import { type Page, page } from './page.ts';
import { frontAlternates } from './share.ts';
import { type DateView, dateView, type HeadlineView, headlineView } from './views.ts';

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

export function correctionsPage(paper: LocalPaper): Page {
  const { local, settings, site } = paper;
  const at = settings.addresses.corrections;
  const corrections = paper.slice('corrections', () =>
    local.corrections.slice(0, SIZE).map(({ article, correction: { date, text } }) => ({
      date: dateView(date, settings.language, settings),
      text,
      article: headlineView(article, settings),
    })),
  );
  const alternates = frontAlternates((other) => other.corrections, settings);
  return page(
    'corrections',
    at,
    { site, corrections },
    (values): CorrectionsView => ({
      ...values,
      page: pageView('corrections', at, settings, { title: null, alternates }),
    }),
  );
}
