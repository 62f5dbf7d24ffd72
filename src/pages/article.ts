/** An article's page. */
import { type Body, fillSlots } from '../content/body.ts';
import { readBody } from '../content/document.ts';
import type { Store } from '../memo/store.ts';
import type { Article } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import { type Page, type PageSettings, page, type Slice, slice, type Values } from './page.ts';
import {
  type CardView,
  cardView,
  type DateView,
  dateView,
  type HeadlineView,
  headlineView,
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
  /** "Latest news": the articles before this one. */
  readonly rail: readonly HeadlineView[];
}

/** What an article's page shows of the article beside its text. */
export interface ArticleData extends CardView {
  /** The author's own summary, to stand above the text; null if the summary was taken from the text. */
  readonly standfirst: string | null;
  readonly published: DateView;
  readonly updated: DateView | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** Keys of the front matter that Gazeta does not read. */
  readonly extra: Readonly<Record<string, unknown>>;
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
    }),
    article: values.article,
    body: bodyHtml(values.body, values.links),
    rail: values.rail,
  });
  return page('article', article.address, slices, view, path);
}

function articleData(article: Article, edition: Edition, settings: PageSettings): ArticleData {
  const date = (instant: Article['published']) =>
    dateView(instant, article.language, settings, 'day-time');
  return {
    ...cardView(article, edition, settings),
    standfirst: article.standfirst,
    published: date(article.published),
    updated: article.updated === null ? null : date(article.updated),
    authors: article.authors,
    tags: article.tags.filter((tag) => tag !== settings.flashTag),
    extra: article.extra,
  };
}

/** Where each of an article's references leads; null where readers cannot go. */
function links(
  article: Article,
  edition: Edition,
  settings: PageSettings,
): ReadonlyMap<string, string | null> {
  return new Map(
    article.references.map(({ target }) => {
      const resolved = edition.resolve(article, target);
      return [target, resolved === null ? null : resolvedHref(resolved, settings)];
    }),
  );
}

function bodyHtml(body: Body, targets: ReadonlyMap<string, string | null>): string {
  const target = (text: string) => targets.get(text) ?? null;
  return fillSlots(body, { link: target, image: target });
}
