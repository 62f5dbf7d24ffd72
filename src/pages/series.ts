/** The page of a series: its parts from the first on. */
import type { Edition, SeriesList } from '../news/edition.ts';
import { ADDRESSES, MAKERS } from './addresses.ts';
import { cards, type FrontSlices } from './front.ts';
import { type Page, type PageSettings, page, slice, type Values } from './page.ts';
import { type CardView, type PageView, pageView, type SiteView } from './views.ts';

/** The data of `series.hbs`. */
export interface SeriesView {
  readonly site: SiteView;
  readonly page: PageView;
  /** How many parts there are. */
  readonly total: number;
  /** The first thirty. */
  readonly cards: readonly CardView[];
}

export function seriesPage(
  { name, slug, articles }: SeriesList,
  edition: Edition,
  settings: PageSettings,
  { site }: FrontSlices,
): Page {
  const at = ADDRESSES.series(slug);
  const slices = {
    site,
    total: slice(`parts of ${slug}`, () => articles.length),
    cards: slice(`series ${slug}`, () => cards(articles, edition, settings)),
  };
  const view = (values: Values<typeof slices>): SeriesView => ({
    ...values,
    page: pageView('series', at, settings, { title: name }),
  });
  return page('series', at, slices, view, MAKERS.series(slug));
}
