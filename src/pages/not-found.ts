/** The page that a host shows for an address that does not exist. */
import type { SiteView } from './chrome.ts';
import { type PageView, pageView } from './head.ts';
import type { LocalPaper } from './local-paper.ts';
import { type Page, page } from './page.ts';
import type { HeadlineView } from './views.ts';

/** The data of `not-found.hbs`. */
export interface NotFoundView {
  readonly site: SiteView;
  readonly page: PageView;
  /** "Latest news": the newest headlines in this language. */
  readonly rail: readonly HeadlineView[];
}

export function notFoundPage({ settings, site, rail }: LocalPaper): Page {
  const at = settings.addresses['not-found'];
  return page(
    'not-found',
    at,
    { site, rail },
    (values): NotFoundView => ({
      ...values,
      page: pageView('not-found', at, settings, { title: null, hidden: true }),
    }),
  );
}
