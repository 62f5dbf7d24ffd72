/**
 * A page at an old address that sends its readers to the new one. Search engines take a refresh without delay for a permanent
 * redirect (Google, "Redirects and Google Search"). So they are not told to leave the page out: then what the old address was
 * worth would be lost, and some leave out the new one with it (gohugoio/hugo#13951).
 */
import { href } from '../base/paths.ts';
import type { Redirect } from '../news/redirect.ts';
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
      page: pageView('redirect', from, settings, { title: null, canonical, share: null }),
      href: href(settings.base, values.to),
    }),
  );
}
