/** An article's page. */
import { languageName } from '../base/language.ts';
import { href } from '../base/paths.ts';
import { type Body, fillSlots } from '../content/body.ts';
import { readBody } from '../content/document.ts';
import type { Store } from '../memo/store.ts';
import type { Article } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import type { Referrer } from '../news/reference.ts';
import { ADDRESSES } from './addresses.ts';
import { type Page, type PageSettings, page, type Slice, slice, type Values } from './page.ts';
import { alternatesOf, shareView } from './share.ts';
import * as structured from './structured-data.ts';
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
  resolvedHref,
  type SiteView,
} from './views.ts';

/** The data of `article.hbs`. */
export interface ArticleView {
  readonly site: SiteView;
  readonly page: PageView;
  readonly article: ArticleData;
  /** The text as HTML. */
  readonly body: string;
  /** Articles on the same matter. */
  readonly related: readonly HeadlineView[];
  /** "Latest news": the articles before this one. */
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
  readonly tags: readonly string[];
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

/** A version in another language, under the name of that language in itself. */
export interface TranslationView extends LinkView {
  readonly language: string;
}

export function articlePage(
  article: Article,
  edition: Edition,
  settings: PageSettings,
  store: Store,
  site: Slice<SiteView>,
): Page {
  const { path } = article;
  const slices = {
    site,
    article: slice(`article ${path}`, () => articleData(article, edition, settings)),
    body: slice(`body ${path}`, () => readBody(store, article.body)),
    links: slice(`links ${path}`, () => links(article, edition, settings)),
    related: slice(`related ${path}`, () =>
      edition.related(article).map((other) => headlineView(other, settings)),
    ),
    share: slice(`share ${path}`, () => shareView(article, edition, settings)),
    structured: slice(`structured ${path}`, () =>
      structured.articleData(article, edition, settings).map(structured.scriptJson),
    ),
    alternates: slice(`languages ${path}`, () => alternatesOf(article, edition, settings)),
    rail: slice(`rail ${path}`, () =>
      edition.rail(article, settings.railSize).map((other) => headlineView(other, settings)),
    ),
  };
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
    }),
    article: values.article,
    body: bodyHtml(values.body, values.links),
    related: values.related,
    rail: values.rail,
  });
  return page('article', article.address, slices, view, path);
}

function articleData(article: Article, edition: Edition, settings: PageSettings): ArticleData {
  const replacer = edition.replacedBy(article);
  const date = (instant: Article['published']) =>
    dateView(instant, article.language, settings, 'day-time');
  return {
    ...cardView(article, edition, settings),
    standfirst: article.standfirst,
    published: date(article.published),
    updated: article.modified === null ? null : date(article.modified),
    authors: article.authors.map(({ slug, name }) => ({
      name,
      href: href(settings.base, ADDRESSES.author(slug)),
    })),
    location: article.location,
    canonical: article.canonical,
    corrections: article.corrections.map(({ date: when, text }) => ({ date: date(when), text })),
    series: seriesPart(article, edition, settings),
    replacedBy: replacer === null ? null : headlineView(replacer, settings),
    translations: edition.translations(article).map(({ language, address }) => ({
      name: languageName(language),
      language,
      href: href(settings.base, address),
    })),
    tags: article.tags.filter((tag) => tag !== settings.flashTag),
    extra: article.extra,
  };
}

function seriesPart(
  article: Article,
  edition: Edition,
  settings: PageSettings,
): SeriesPartView | null {
  const { series } = article;
  const part = edition.partOf(article);
  if (series === null || part === null) return null;
  return { name: series.name, href: href(settings.base, ADDRESSES.series(series.slug)), part };
}

/** Where each of an article's references leads; null where readers cannot go. */
export function links(
  from: Referrer,
  edition: Edition,
  settings: PageSettings,
): ReadonlyMap<string, string | null> {
  return new Map(
    from.references.map(({ target }) => {
      const resolved = edition.resolve(from, target);
      return [target, resolved === null ? null : resolvedHref(resolved, settings)];
    }),
  );
}

/** A body with its links and pictures. */
export function bodyHtml(body: Body, targets: ReadonlyMap<string, string | null>): string {
  const target = (text: string) => targets.get(text) ?? null;
  return fillSlots(body, { link: target, image: target });
}
