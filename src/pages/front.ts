/** Fronts: the home page and each section's first page. */
import type { Address } from '../base/paths.ts';
import { mix } from '../memo/mark.ts';
import type { Article } from '../news/article.ts';
import { FRONT_SIZE } from '../news/calendar.ts';
import { findSection, type Section, sectionTitle } from '../news/section.ts';
import { feedOf, MAKERS } from './addresses.ts';
import { type Listed, yearsSlice } from './archive.ts';
import type { SiteView } from './chrome.ts';
import { scriptJson, sectionData, siteData } from './crawlers/structured-data.ts';
import { flashFeedLink, listFeedLink } from './feeds/feeds.ts';
import { type About, descriptionOf, type PageView, pageView } from './head.ts';
import type { LocalPaper } from './local-paper.ts';
import { type Page, page, type Slice } from './page.ts';
import { frontAlternates } from './share.ts';
import { BLOCK_COUNTS, type BlockShape, type HomeBlock, SHAPES_IN_TURN } from './theme-settings.ts';
import {
  type CardView,
  type DateView,
  type HeadlineView,
  type LinkView,
  type SectionView,
  sectionView,
} from './views.ts';

/** The data of `home.hbs` and `section.hbs`. */
export interface FrontView {
  readonly site: SiteView;
  readonly page: PageView;
  /** The local day of the newest article; null in an empty paper. */
  readonly newest: DateView | null;
  /** The section; null on the home page. */
  readonly section: SectionView | null;
  /** Flash news in its time. */
  readonly strip: readonly HeadlineView[];
  /** The parts of a section. */
  readonly parts: readonly LinkView[];
  /** The newest article, or one of the newest that the paper puts before it; null if there is none. */
  readonly lead: CardView | null;
  /** The three after it. */
  readonly top: readonly CardView[];
  /** The others of the newest: of thirty on a section's front, of `theme.home.top` on the home page. */
  readonly more: readonly CardView[];
  /** On the home page, the sections with what else is new in them. */
  readonly blocks: readonly BlockView[];
  /** "Latest news": the newest headlines in this language. */
  readonly rail: readonly HeadlineView[];
  /** The years of the archive, the newest first; none while the front shows all. */
  readonly years: readonly LinkView[];
}

/** A section on the home page. */
export interface BlockView {
  readonly section: SectionView;
  readonly shape: BlockShape;
  /** Stories with all that a card shows. */
  readonly cards: readonly CardView[];
  /** Stories as rows, without their summaries. */
  readonly rows: readonly CardView[];
  /** Stories of which only the headline stands there. */
  readonly headlines: readonly HeadlineView[];
}

/** The home page. */
export function homePage(paper: LocalPaper): Page {
  const { settings } = paper;
  return front('home', paperList(paper), settings.theme.home.top, paper, {
    parts: paper.slice('parts', () => []),
    blocks: paper.slice('blocks', () => blocksOf(paper)),
    about: () => ({
      title: settings.title,
      description: settings.description,
      structured: siteData(settings).map(scriptJson),
      alternates: frontAlternates((other) => other.home, settings),
      feeds: flashFeedLink(paper),
    }),
  });
}

/** A section's front. */
export function sectionFront(one: Section, paper: LocalPaper): Page {
  const { local, settings } = paper;
  const list = sectionList(one, paper);
  const parts = paper.slice(`parts of ${one.slug}`, () =>
    local.sections
      .filter(({ parent }) => parent === one.slug)
      .map((part) => sectionView(part, settings)),
  );
  const { title, newestFirst } = list;
  // Of a page without a story there is nothing to find: search engines call it an error of its site ("soft 404").
  const hidden = newestFirst.length === 0;
  const alternates = hidden
    ? []
    : frontAlternates(
        (other) => other.section(one),
        settings,
        (other) =>
          paper.edition.locales.some(
            ({ locale, inSection }) => locale === other && inSection(one).length > 0,
          ),
      );
  return front('section', list, FRONT_SIZE, paper, {
    section: one,
    parts,
    blocks: paper.slice(`blocks of ${one.slug}`, () => []),
    about: () => ({
      title,
      description: descriptionOf(title, settings),
      structured: sectionData(one, paper).map(scriptJson),
      alternates,
      hidden,
      feeds: listFeedLink(title, feedOf(list.front), newestFirst, settings),
    }),
    maker: MAKERS.section(one.slug),
  });
}

/** A section as a list with an archive. */
export function sectionList(one: Section, { local, settings }: LocalPaper): Listed {
  return {
    front: settings.addresses.section(one),
    title: sectionTitle(one, settings.language),
    newestFirst: local.inSection(one),
  };
}

/** The whole paper as a list with an archive. */
export function paperList({ local, settings }: LocalPaper): Listed {
  return { front: settings.addresses.home, title: '', newestFirst: local.articles };
}

function front(
  kind: 'home' | 'section',
  list: Listed,
  size: number,
  paper: LocalPaper,
  more: {
    section?: Section;
    parts: Slice<readonly LinkView[]>;
    blocks: Slice<readonly BlockView[]>;
    about: () => About;
    maker?: string;
  },
): Page {
  const { settings, site, newest, strip, rail } = paper;
  const at: Address = list.front;
  const shown = leading(list.newestFirst).slice(0, size);
  const slices = {
    site,
    newest,
    strip,
    rail,
    page: paper.slice(`head of ${at}`, () => pageView(kind, at, settings, more.about())),
    blocks: more.blocks,
    cards: paper.slice(
      `front ${at}`,
      () => paper.cards(shown, more.section),
      () => mix(paper.marks.cards(shown), ...shown.map(({ priority }) => priority)),
    ),
    years: yearsSlice(list, paper),
    // What moves seldom comes last (memo/parts).
    section: paper.slice(`section ${at}`, () =>
      more.section === undefined ? null : sectionView(more.section, settings),
    ),
    parts: more.parts,
  };
  return page(
    kind,
    at,
    slices,
    ({ cards, ...values }): FrontView => {
      const [lead = null, ...others] = cards;
      return {
        ...values,
        lead,
        top: others.slice(0, 3),
        more: others.slice(3),
      };
    },
    more.maker,
  );
}

/** The newest thirty of a list; among them those with a higher priority lead. */
function leading(newestFirst: readonly Article[]): readonly Article[] {
  return newestFirst.slice(0, FRONT_SIZE).toSorted((a, b) => b.priority - a.priority);
}

/**
 * The blocks of the home page. A story stands on it once: not in a block if it stands above, nor in a block of a
 * part if it stands in one of the whole. The place in the list gives a block its shape, also where blocks
 * before it are left out because they have no stories: so the form of the page does not change with the news.
 * Only a column that has no other beside it is a row, since it would be as wide as the page.
 */
function blocksOf({ local, settings, cards }: LocalPaper): BlockView[] {
  const { top, blocks } = settings.theme.home;
  const shown = new Set(leading(local.articles).slice(0, top));
  const filled = (blocks ?? defaultBlocks(local.sections)).flatMap((block, place) => {
    const one = findSection(block.section, local.sections);
    const shape = block.shape ?? SHAPES_IN_TURN[place % SHAPES_IN_TURN.length] ?? 'row';
    const fresh = one === null ? [] : unshown(local.inSection(one), shown, block, shape);
    if (one === null || fresh.length === 0) return [];
    return { section: sectionView(one, settings), shape, stories: cards(fresh, one) };
  });
  const isColumn = (place: number) => filled[place]?.shape === 'column';
  return filled.map(({ section, stories, ...block }, place) => {
    const alone = isColumn(place) && !isColumn(place - 1) && !isColumn(place + 1);
    const shape = alone ? 'row' : block.shape;
    return { section, shape, ...arranged(shape, stories) };
  });
}

/** How many stories of a shape are cards, and what the others are. */
const ARRANGED: Readonly<Record<BlockShape, readonly [number, 'rows' | 'headlines']>> = {
  lead: [1, 'rows'],
  row: [Number.POSITIVE_INFINITY, 'rows'],
  column: [1, 'headlines'],
  pair: [2, 'headlines'],
  headlines: [0, 'headlines'],
};

function arranged(shape: BlockShape, stories: readonly CardView[]) {
  const [large, others] = ARRANGED[shape];
  const rest = stories.slice(large);
  return { cards: stories.slice(0, large), rows: [], headlines: [], [others]: rest };
}

/** Every section that is no part of another. */
function defaultBlocks(sections: readonly Section[]): HomeBlock[] {
  return sections
    .filter(({ parent }) => parent === null)
    .map(({ names }) => ({ section: names.join(' / '), shape: null, count: null }));
}

/** The newest of a list that do not stand on the page yet; from now on they do. */
function unshown(
  newestFirst: readonly Article[],
  shown: Set<Article>,
  { count }: HomeBlock,
  shape: BlockShape,
): readonly Article[] {
  const fresh: Article[] = [];
  for (const article of newestFirst) {
    if (fresh.length === (count ?? BLOCK_COUNTS[shape])) break;
    if (!shown.has(article)) fresh.push(article);
  }
  for (const article of fresh) shown.add(article);
  return fresh;
}
