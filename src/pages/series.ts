/** The page of a series: its parts from the first on. */
import type { SeriesList } from '../news/lists.ts';
import { MAKERS } from './addresses.ts';
import { frontCards, type Listed, yearsSlice } from './archive.ts';
import type { SiteView } from './chrome.ts';
import { descriptionOf, type PageView, pageView } from './head.ts';
import type { LocalPaper } from './local-paper.ts';
import { type Page, page } from './page.ts';
import type { CardView, LinkView } from './views.ts';

/** The data of `series.hbs`. */
export interface SeriesView {
  readonly site: SiteView;
  readonly page: PageView;
  /** How many parts there are. */
  readonly total: number;
  /** The first thirty. */
  readonly cards: readonly CardView[];
  /** The years of the archive. */
  readonly years: readonly LinkView[];
}

export function seriesPage(series: SeriesList, paper: LocalPaper): Page {
  const { name, slug, articles } = series;
  const { settings, site } = paper;
  const list = seriesList(series, paper);
  const slices = {
    site,
    page: paper.slice(`head of ${list.front}`, () =>
      pageView('series', list.front, settings, {
        title: name,
        description: descriptionOf(name, settings),
      }),
    ),
    total: paper.slice(`parts of ${slug}`, () => articles.length),
    cards: frontCards(`series ${slug}`, articles, paper),
    years: yearsSlice(list, paper),
  };
  return page('series', list.front, slices, (values): SeriesView => values, MAKERS.series(slug));
}

/** A series as a list with an archive. */
export function seriesList({ name, slug, articles }: SeriesList, { settings }: LocalPaper): Listed {
  const newestFirst = articles.toReversed();
  return { front: settings.addresses.series(slug), title: name, newestFirst };
}
