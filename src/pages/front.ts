/** Fronts: the home page and each section's first page. */
import type { Address } from '../base/paths.ts';
import type { Article } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import { type Section, sectionTitle } from '../news/section.ts';
import { ADDRESSES, MAKERS } from './addresses.ts';
import { type Page, type PageSettings, page, type Slice, slice, type Values } from './page.ts';
import { scriptJson, sectionData, siteData } from './structured-data.ts';
import {
  type CardView,
  cardView,
  type DateView,
  dateView,
  type HeadlineView,
  headlineView,
  type LinkView,
  type PageView,
  pageView,
  type SiteView,
  sectionView,
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
  /** The parts of a section. */
  readonly parts: readonly LinkView[];
  /** The newest article, or one of the newest that the paper puts before it; null if there is none. */
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
  const list = slice('front', () => frontCards(edition.articles, edition, settings));
  return front('home', ADDRESSES.home, settings, shared, list, {
    title: settings.title,
    parts: [],
    structured: siteData(settings).map(scriptJson),
  });
}

/** A section's front. */
export function sectionFront(
  one: Section,
  edition: Edition,
  settings: PageSettings,
  shared: FrontSlices,
): Page {
  const list = slice(`section ${one.slug}`, () =>
    frontCards(edition.inSection(one), edition, settings),
  );
  const { language } = settings;
  const parts = edition.sections
    .filter(({ parent }) => parent === one.slug)
    .map((part) => sectionView(part, language, settings));
  const title = sectionTitle(one, language);
  return front(
    'section',
    ADDRESSES.section(one),
    settings,
    shared,
    list,
    { title, parts, structured: sectionData(one, settings).map(scriptJson) },
    MAKERS.section(one.slug),
  );
}

function front(
  kind: 'home' | 'section',
  at: Address,
  settings: PageSettings,
  shared: FrontSlices,
  list: Slice<readonly CardView[]>,
  about: { title: string; parts: readonly LinkView[]; structured: readonly string[] },
  maker?: string,
): Page {
  const { title, parts, structured } = about;
  const view = ({
    list: newestFirst,
    ...values
  }: Values<FrontSlices & { list: typeof list }>): FrontView => {
    const [lead = null, ...others] = newestFirst;
    return {
      ...values,
      parts,
      page: pageView(kind, at, settings, { title, structured }),
      lead,
      top: others.slice(0, 3),
      more: others.slice(3),
    };
  };
  return page(kind, at, { ...shared, list }, view, maker);
}

/** The newest articles of a list; among them those with a higher priority lead. */
function frontCards(
  newestFirst: readonly Article[],
  edition: Edition,
  settings: PageSettings,
): CardView[] {
  const newest = newestFirst.slice(0, FRONT_SIZE);
  const leading = newest.toSorted((a, b) => b.priority - a.priority);
  return cards(leading, edition, settings);
}

/** The cards of the newest articles of a list, as many as a front shows. */
export function cards(
  newestFirst: readonly Article[],
  edition: Edition,
  settings: PageSettings,
): CardView[] {
  return newestFirst.slice(0, FRONT_SIZE).map((article) => cardView(article, edition, settings));
}
