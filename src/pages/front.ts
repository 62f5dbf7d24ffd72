/** Fronts: the home page and each section's first page. */
import type { Address } from '../base/paths.ts';
import type { Article } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import type { Section } from '../news/section.ts';
import { type Page, type PageSettings, page, type Slice, slice } from './page.ts';
import {
  ADDRESSES,
  type CardView,
  cardView,
  type DateView,
  dateView,
  type HeadlineView,
  headlineView,
  type PageView,
  pageView,
  type SiteView,
} from './views.ts';

/** How many of the newest articles a front shows. */
export const FRONT_SIZE = 30;

/** The data of `home.hbs` and `section.hbs`. */
export interface FrontView {
  readonly site: SiteView;
  readonly page: PageView;
  /** The local day of the paper's newest article; null in an empty paper. */
  readonly newest: DateView | null;
  /** Flash news in its time. */
  readonly strip: readonly HeadlineView[];
  /** The newest article, or null. */
  readonly lead: CardView | null;
  /** The three after it. */
  readonly top: readonly CardView[];
  /** The rest of the newest thirty. */
  readonly more: readonly CardView[];
  /** "Latest news": the newest headlines of the whole paper. */
  readonly rail: readonly HeadlineView[];
}

/** The slices that all fronts share. */
export interface FrontSlices {
  readonly site: Slice<SiteView>;
  readonly newest: Slice<DateView | null>;
  readonly strip: Slice<readonly HeadlineView[]>;
  readonly rail: Slice<readonly HeadlineView[]>;
}

export function frontSlices(
  edition: Edition,
  settings: PageSettings,
  site: Slice<SiteView>,
): FrontSlices {
  return {
    site,
    newest: slice('newest', () => {
      const first = edition.articles[0];
      return first === undefined
        ? null
        : dateView(first.published, settings.language, settings, 'weekday');
    }),
    strip: slice('strip', () => edition.strip.map((article) => headlineView(article, settings))),
    rail: slice('latest', () =>
      edition.articles
        .slice(0, settings.railSize)
        .map((article) => headlineView(article, settings)),
    ),
  };
}

/** The home page. */
export function homePage(edition: Edition, settings: PageSettings, shared: FrontSlices): Page {
  const list = slice('front', () => cards(edition.articles, edition, settings));
  return front('home', ADDRESSES.home, settings, shared, list, settings.title);
}

/** A section's front. */
export function sectionFront(
  one: Section,
  edition: Edition,
  settings: PageSettings,
  shared: FrontSlices,
): Page {
  const list = slice(`section ${one.slug}`, () => cards(edition.inSection(one), edition, settings));
  return front('section', ADDRESSES.section(one), settings, shared, list, one.name);
}

function front(
  kind: 'home' | 'section',
  at: Address,
  settings: PageSettings,
  shared: FrontSlices,
  list: Slice<readonly CardView[]>,
  title: string,
): Page {
  return page(kind, at, { ...shared, list }, ({ list: newestFirst, ...values }): FrontView => {
    const [lead = null, ...others] = newestFirst;
    return {
      ...values,
      page: pageView(kind, at, settings, { title }),
      lead,
      top: others.slice(0, 3),
      more: others.slice(3),
    };
  });
}

/** The cards of the newest articles of a list, as many as a front shows. */
export function cards(
  newestFirst: readonly Article[],
  edition: Edition,
  settings: PageSettings,
): CardView[] {
  return newestFirst.slice(0, FRONT_SIZE).map((article) => cardView(article, edition, settings));
}
