/** The list that takes the place of "Latest news" on pages that were made earlier. */
import { type PageView, pageView } from './head.ts';
import type { LocalPaper } from './local-paper.ts';
import { type Page, page } from './page.ts';
import type { HeadlineView } from './views.ts';

/** The data of `fragments/latest.hbs`. */
export interface FragmentView {
  readonly page: PageView;
  /** One more than a page shows, so that an article can leave itself out. */
  readonly latest: readonly HeadlineView[];
}

export function latestFragment({ settings, latest }: LocalPaper): Page {
  const at = settings.addresses.fragment;
  return page(
    'fragments/latest',
    at,
    { latest },
    (values): FragmentView => ({
      ...values,
      page: pageView('fragments/latest', at, settings, { title: null, hidden: true }),
    }),
    'the fragment "latest"',
  );
}
