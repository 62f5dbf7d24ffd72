/** A page at an old address that sends its readers to the new one. */
import { href } from '../base/paths.ts';
import type { Redirect } from '../news/edition.ts';
import { type PageView, pageView } from './head.ts';
import { type Page, page, slice } from './page.ts';
import type { PageSettings } from './settings.ts';

/** The data of `redirect.hbs`. */
export interface RedirectView {
  readonly page: PageView;
  /** Where the article is now. */
  readonly href: string;
}

export function redirectPage({ from, to }: Redirect, settings: PageSettings): Page {
  const canonical = settings.origin === null ? null : settings.origin + href(settings.base, to);
  return page(
    'redirect',
    from,
    { to: slice(`redirect ${from}`, () => to) },
    (values): RedirectView => ({
      page: pageView('redirect', from, settings, { title: null, canonical, hidden: true }),
      href: href(settings.base, values.to),
    }),
  );
}
