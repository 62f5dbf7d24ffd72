/** The page that a host shows for an address that does not exist. */

import { ADDRESSES } from './addresses.ts';
import type { Page, PageSettings, Slice } from './page.ts';
import { page } from './page.ts';
import { type HeadlineView, type PageView, pageView, type SiteView } from './views.ts';

/** The data of `not-found.hbs`. */
export interface NotFoundView {
  readonly site: SiteView;
  readonly page: PageView;
  /** "Latest news": the newest headlines of the whole paper. */
  readonly rail: readonly HeadlineView[];
}

export function notFoundPage(
  settings: PageSettings,
  site: Slice<SiteView>,
  rail: Slice<readonly HeadlineView[]>,
): Page {
  return page(
    'not-found',
    ADDRESSES['not-found'],
    { site, rail },
    (values): NotFoundView => ({
      ...values,
      page: pageView('not-found', ADDRESSES['not-found'], settings, { title: null }),
    }),
  );
}
