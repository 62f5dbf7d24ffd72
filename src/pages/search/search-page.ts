/** The page on which readers search: a script looks into the index (pages/search/index-files). */
import { href } from '../../base/paths.ts';
import type { SiteView } from '../chrome.ts';
import { type PageView, pageView } from '../head.ts';
import type { LocalPaper } from '../local-paper.ts';
import { type Page, page } from '../page.ts';

/** The data of `search.hbs`. */
export interface SearchView {
  readonly site: SiteView;
  readonly page: PageView;
  /** The folder of the index. */
  readonly index: string;
}

export function searchPage({ settings, site }: LocalPaper): Page {
  const { addresses, base } = settings;
  const at = addresses.search;
  const index = href(base, addresses.searchIndex);
  return page(
    'search',
    at,
    { site },
    (values): SearchView => ({
      ...values,
      // What is found is on the pages of articles, and these are what search engines are to show.
      page: pageView('search', at, settings, { title: null, hidden: true }),
      index,
    }),
  );
}
