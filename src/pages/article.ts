/** An article's page. */
import { languageName } from '../base/language.ts';
import { href } from '../base/paths.ts';
import type { Bodies } from '../content/bodies.ts';
import type { HtmlBytes } from '../content/html-bytes.ts';
import { type Mark, mix, mixInto, NO_MARK } from '../memo/mark.ts';
import type { Part } from '../memo/parts.ts';
import type { Article } from '../news/article.ts';
import { shownTags, tagSlug } from '../news/lists.ts';
import type { SiteView } from './chrome.ts';
import * as structured from './crawlers/structured-data.ts';
import { type PageView, pageView } from './head.ts';
import { links, pageHtml } from './links.ts';
import type { LocalPaper } from './local-paper.ts';
import { PART_NAMES, type Page, type PlannedRow, page, slice, type Values } from './page.ts';
import { alternatesOf, shareView } from './share.ts';
import { type ShareLinkView, shareLinks } from './share-links.ts';
import {
  type CardView,
  cardView,
  type DateView,
  dateView,
  type HeadlineView,
  headlineView,
  type LinkView,
  sectionView,
} from './views.ts';

/** The data of `article.hbs`. */
export interface ArticleView {
  readonly site: SiteView;
  readonly page: PageView;
  readonly article: ArticleData;
  /** The text as HTML. */
  readonly body: HtmlBytes | string;
  /** Articles on the same matter. */
  readonly related: readonly HeadlineView[];
  /** "Latest news": the articles before this one, or the newest where every build makes it anew. */
  readonly rail: readonly HeadlineView[];
}

/** What an article's page shows of the article beside its text. */
export interface ArticleData extends CardView {
  /** The author's own summary, to stand above the text; null if the summary was taken from the text. */
  readonly standfirst: string | null;
  readonly published: DateView;
  /** The last update or correction. */
  readonly updated: DateView | null;
  readonly authors: readonly LinkView[];
  /** The sections of which its own is a part, the desk first. */
  readonly around: readonly LinkView[];
  /** Where it was reported from. */
  readonly location: string | null;
  /** The full address of the original where it was published first; null for its own. */
  readonly canonical: string | null;
  /** Oldest first. */
  readonly corrections: readonly CorrectionView[];
  readonly series: SeriesPartView | null;
  /** The later flash news that took its place. */
  readonly replacedBy: HeadlineView | null;
  /** The same article in other languages. */
  readonly translations: readonly TranslationView[];
  readonly tags: readonly TagLinkView[];
  /** Ways to pass it on; none while the paper has no url. */
  readonly share: readonly ShareLinkView[];
  /** Keys of the front matter that Gazeta does not read. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** What was wrong, and what is right. */
export interface CorrectionView {
  readonly date: DateView;
  readonly text: string;
}

/** The place of an article in its series. */
export interface SeriesPartView extends LinkView {
  /** From 1. */
  readonly part: number;
}

/** A tag; it may have no page. */
export interface TagLinkView {
  readonly name: string;
  readonly href: string | null;
}

/** A version in another language, under the name of that language in itself. */
export interface TranslationView extends LinkView {
  readonly language: string;
}

/** The pages of the articles of one language, newest first. */
export function articlePages(paper: LocalPaper, bodies: Bodies): PlannedRow {
  const { articles } = paper.local;
  const key = keysIn(paper);
  return {
    kind: 'article',
    size: articles.length,
    placeAt: (at) => (articles[at] as Article).placeMark,
    keyAt: (at) => key(articles[at] as Article, at),
    at(at) {
      const article = articles[at] as Article;
      return {
        kind: 'article',
        place: article.placeMark,
        key: () => key(article, at),
        parts: () => PARTS.map(([name, markIn]): Part => [name, markIn(paper, article)]),
        make: () => makePage(article, paper, bodies),
      };
    },
  };
}

/** The marks of the slices below: of a hundred thousand articles the pages are not made to be asked for them. */
const PARTS: readonly (readonly [
  name: string,
  markIn: (paper: LocalPaper, article: Article) => Mark,
])[] = [
  [PART_NAMES.settings, ({ decided }) => decided],
  [PART_NAMES.site, ({ site }) => site.mark()],
  ['the article', (_, article) => article.contentMark],
  ['its pictures and links', ({ marks }, article) => marks.references(article)],
  ['related articles', ({ marks }, article) => marks.related(article)],
  ['its other versions', ({ marks }, article) => marks.others(article)],
  ['its place in series and sections', placeMark],
  [
    PART_NAMES.rail,
    (paper, article) =>
      paper.settings.rail === 'baked'
        ? newest(article, paper).mark()
        : paper.railMark(paper.local.positionOf(article)),
  ],
];

/** Stands for which part of its series it is, and for the sections around its own. */
function placeMark({ local, around }: LocalPaper, article: Article): Mark {
  const part = (local.partOf(article) ?? 0) as Mark;
  const sections = around.mark(article);
  return sections === NO_MARK ? part : mix(part, sections);
}

/** How many come first that are the same for all articles of a language. */
const SHARED_PARTS = 2;

/**
 * The keys of articles, by their places in the list of all: `mix` of all parts, but without a list for each of a hundred thousand
 * articles, and what they share is mixed once.
 */
function keysIn(paper: LocalPaper): (article: Article, at: number) => Mark {
  const { marks, settings } = paper;
  const isBaked = settings.rail === 'baked';
  let shared: Mark | null = null;
  return (article, at) => {
    shared ??= PARTS.slice(0, SHARED_PARTS)
      .map(([, markIn]) => markIn(paper, article))
      .reduce<Mark>(mixInto, PARTS.length as Mark);
    let key = mixInto(shared, article.contentMark);
    key = mixInto(key, marks.references(article));
    key = mixInto(key, marks.related(article));
    key = mixInto(key, marks.others(article));
    key = mixInto(key, placeMark(paper, article));
    return mixInto(key, isBaked ? newest(article, paper).mark() : paper.railMark(at));
  };
}

function makePage(article: Article, paper: LocalPaper, bodies: Bodies): Page {
  const { around, edition, local, settings, site, marks } = paper;
  const { path } = article;
  const own = () => mix(article.contentMark, marks.references(article), marks.others(article));
  const slices = {
    site,
    article: slice(
      `article ${path}`,
      () => articleData(article, paper),
      () => mix(own(), placeMark(paper, article)),
    ),
    body: slice(
      `body ${path}`,
      () => bodies.waiting(article),
      () => article.contentMark,
    ),
    links: slice(`links ${path}`, () => links(article, edition, settings), own),
    related: slice(
      `related ${path}`,
      () => paper.headlines(edition.related(article)),
      () => marks.related(article),
    ),
    share: slice(`share ${path}`, () => shareView(article, edition, settings), own),
    structured: slice(
      `structured ${path}`,
      () => structured.articleData(article, paper).map(structured.scriptJson),
      () => mix(own(), around.mark(article)),
    ),
    alternates: slice(`languages ${path}`, () => alternatesOf(article, edition, settings), own),
    rail:
      settings.rail === 'baked'
        ? newest(article, paper)
        : slice(
            `rail ${path}`,
            () => paper.headlines(local.rail(article, settings.railSize)),
            () => paper.railMark(local.positionOf(article)),
          ),
  };
  const at = href(settings.base, article.address);
  const view = (values: Values<typeof slices>): ArticleView => ({
    site: values.site,
    page: pageView('article', article.address, settings, {
      title: values.article.headline,
      description: values.article.summary,
      language: values.article.language,
      canonical: values.article.canonical,
      share: values.share,
      alternates: values.alternates,
      structured: values.structured,
      aging: settings.rail !== 'baked',
    }),
    article: values.article,
    body: pageHtml(values.body, values.links),
    related: values.related,
    rail: values.rail.filter((item) => item.href !== at).slice(0, settings.railSize),
  });
  return page('article', article.address, slices, view, path);
}

/** The newest: one more for an article that is among them, since its page leaves it out. */
function newest(article: Article, { local, settings, latest, rail }: LocalPaper) {
  return local.positionOf(article) < settings.railSize ? latest : rail;
}

function articleData(article: Article, paper: LocalPaper): ArticleData {
  const { edition, settings } = paper;
  const { addresses, base, origin } = settings;
  const replacer = edition.replacedBy(article);
  const date = (instant: Article['published']) =>
    dateView(instant, article.language, settings, 'day-time');
  const card = cardView(article, edition, settings, null, article.flash.kicker);
  // Field by field, since a paper has many thousands of these.
  return {
    href: card.href,
    headline: card.headline,
    date: card.date,
    language: card.language,
    shortHeadline: card.shortHeadline,
    summary: card.summary,
    section: card.section,
    flash: card.flash,
    kicker: card.kicker,
    hasOverline: card.hasOverline,
    image: card.image,
    standfirst: article.standfirst,
    published: date(article.published),
    updated: article.modified === null ? null : date(article.modified),
    authors: article.authors.map(({ slug, name }) => ({
      name,
      href: href(base, addresses.author(slug)),
    })),
    around: paper.around.of(article).map((one) => sectionView(one, settings, article.language)),
    location: article.location,
    canonical: article.canonical,
    corrections: article.corrections.map(({ date: when, text }) => ({ date: date(when), text })),
    series: seriesPart(article, paper),
    replacedBy: replacer === null ? null : headlineView(replacer, settings),
    translations: edition.translations(article).map(({ language, address }) => ({
      name: languageName(language),
      language,
      href: href(base, address),
    })),
    tags: shownTags(article, settings.flashTag).map((name) => ({
      name,
      href: settings.surfaces.tags ? href(base, addresses.tag(tagSlug(name))) : null,
    })),
    share: shareLinks(
      settings.theme.share,
      article.canonical ?? (origin === null ? null : origin + href(base, article.address)),
      article.title,
    ),
    extra: article.extra,
  };
}

function seriesPart(
  article: Article,
  { local, settings: { addresses, base } }: LocalPaper,
): SeriesPartView | null {
  const { series } = article;
  const part = local.partOf(article);
  if (series === null || part === null) return null;
  return { name: series.name, href: href(base, addresses.series(series.slug)), part };
}
