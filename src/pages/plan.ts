/** Which pages an edition has. */
import type { Store } from '../memo/store.ts';
import type { Edition } from '../news/edition.ts';
import { articlePage } from './article.ts';
import { authorPage } from './author.ts';
import { correctionsPage } from './corrections.ts';
import { frontSlices, homePage, sectionFront } from './front.ts';
import { latestPage } from './latest.ts';
import { notFoundPage } from './not-found.ts';
import { type Page, type PageSettings, slice } from './page.ts';
import { redirectPage } from './redirect.ts';
import { seriesPage } from './series.ts';
import { siteView } from './views.ts';
import { withdrawnPage } from './withdrawn.ts';

/** All pages of an edition, one at a time: fronts first, then the articles, newest first. */
export function* plan(edition: Edition, settings: PageSettings, store: Store): Generator<Page> {
  const chrome = siteView(edition, settings);
  const site = slice('site', () => chrome);
  const shared = frontSlices(edition, settings, site);
  yield homePage(edition, settings, shared);
  yield latestPage(edition, settings, shared);
  for (const section of edition.sections) yield sectionFront(section, edition, settings, shared);
  for (const author of edition.authors) yield authorPage(author, edition, settings, store, shared);
  for (const series of edition.series) yield seriesPage(series, edition, settings, shared);
  yield correctionsPage(edition, settings, shared);
  yield notFoundPage(settings, site, shared.rail);
  for (const article of edition.articles)
    yield articlePage(article, edition, settings, store, site);
  for (const article of edition.withdrawn) yield withdrawnPage(article, settings, shared);
  for (const redirect of edition.redirects) yield redirectPage(redirect, settings);
}
