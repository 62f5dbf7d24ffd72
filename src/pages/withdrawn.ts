/** What stands at the address of a withdrawn article: that it was withdrawn, and nothing of it. */
import type { Article } from '../news/article.ts';
import type { SiteView } from './chrome.ts';
import { type PageView, pageView } from './head.ts';
import type { LocalPaper } from './local-paper.ts';
import { type Page, page, slice } from './page.ts';

/** The data of `withdrawn.hbs`. It has no news, so that later news changes nothing on it. */
export interface WithdrawnView {
  readonly site: SiteView;
  readonly page: PageView;
}

export function withdrawnPage(
  { address, language, path }: Article,
  { settings, site }: LocalPaper,
): Page {
  return page(
    'withdrawn',
    address,
    { site, language: slice(`language ${path}`, () => language) },
    (values): WithdrawnView => ({
      site: values.site,
      page: pageView('withdrawn', address, settings, {
        title: null,
        language: values.language,
        hidden: true,
      }),
    }),
    path,
  );
}
