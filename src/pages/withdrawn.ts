/** What stands at the address of a withdrawn article: that it was withdrawn, and nothing of it. */
import type { Article } from '../news/article.ts';
import type { FrontSlices } from './front.ts';
import { type Page, type PageSettings, page } from './page.ts';
import { type HeadlineView, type PageView, pageView, type SiteView } from './views.ts';

/** The data of `withdrawn.hbs`. */
export interface WithdrawnView {
  readonly site: SiteView;
  readonly page: PageView;
  /** "Latest news": the newest headlines of the whole paper. */
  readonly rail: readonly HeadlineView[];
}

export function withdrawnPage(
  { address, language, path }: Article,
  settings: PageSettings,
  { site, rail }: FrontSlices,
): Page {
  return page(
    'withdrawn',
    address,
    { site, rail },
    (values): WithdrawnView => ({
      ...values,
      page: pageView('withdrawn', address, settings, { title: null, language, hidden: true }),
    }),
    path,
  );
}
