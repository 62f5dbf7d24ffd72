/** What readers of one language may see: the articles of a locale and the lists made of them. */
import type { Instant } from '../base/instant.ts';
import { once } from '../base/once.ts';
import type { Article } from './article.ts';
import type { Correction } from './correction.ts';
import type { FlatPage } from './flat-page.ts';
import {
  type Author,
  authorsOf,
  type SeriesList,
  sectionLists,
  sectionsUpwards,
  seriesOf,
  type Tag,
  tagsOf,
} from './lists.ts';
import type { Locale } from './locale.ts';
import { positionsIn } from './order.ts';
import type { People } from './person.ts';
import { railAt } from './rail.ts';
import { FLAGS, type RegisterColumns } from './register-columns.ts';
import type { RegisteredNumbers } from './registered.ts';
import { isInStrip, isPastNews, isRecent } from './schedule.ts';
import { distinctSections, type Section } from './section.ts';

/** A correction and the article that it corrects. */
export interface Corrected {
  readonly article: Article;
  readonly correction: Correction;
}

/** All that readers of one language may see. */
export interface LocalEdition {
  readonly locale: Locale;
  /** Newest first; ties by address. */
  readonly articles: readonly Article[];
  /** The sections with a front, in the order of the navigation; a part after its whole. */
  readonly sections: readonly Section[];
  /** A section's articles and those of its parts, newest first. */
  inSection(section: Section): readonly Article[];
  /** Flash news in its time: by priority, then newest first; as many as the paper allows. */
  readonly strip: readonly Article[];
  /** All that bears the kicker of flash news, newest first. */
  readonly flash: readonly Article[];
  /** The paper's own articles of the last two days, newest first: what a news sitemap may name. */
  readonly recent: readonly Article[];
  /** Where an article stands in the list of all. */
  positionOf(article: Article): number;
  /** The "Latest news" of an article's page: the articles before it. */
  rail(article: Article, size: number): readonly Article[];
  readonly authors: readonly Author[];
  readonly tags: readonly Tag[];
  readonly series: readonly SeriesList[];
  /** Which part of its series an article is, from 1; null if it is in none. */
  partOf(article: Article): number | null;
  /** The newest first. */
  readonly corrections: readonly Corrected[];
  /** The paper's own pages in this language. */
  readonly flatPages: readonly FlatPage[];
}

/** What the lists of all languages follow. */
export interface LocalSettings {
  /** Declared sections; null if articles bring their own. */
  readonly sections: readonly Section[] | null;
  readonly flash: { readonly tag: string; readonly max: number };
  readonly people: People;
  readonly flatPages: readonly FlatPage[];
  readonly register: RegisteredNumbers;
  /** True if the article's place in the strip was taken by a later one. */
  readonly isReplaced: (article: Article) => boolean;
}

/** Makes the lists of one language from its articles, newest first. Pure. */
export function localEdition(
  locale: Locale,
  articles: readonly Article[],
  now: Instant,
  { sections, flash, people, flatPages, register, isReplaced }: LocalSettings,
): LocalEdition {
  const { columns } = register;
  const bySection = sectionLists(articles, register);
  const series = seriesOf(articles, register);
  const flashNews = withFlag(articles, FLAGS.kicker, columns);
  const positions = once(() => positionsIn(articles));
  const position = (article: Article) => positions()(article);
  const parts = new Map(series.flatMap(({ articles: own }) => own.map((one, at) => [one, at + 1])));
  return {
    locale,
    articles,
    sections: sections ?? distinctSections(sectionsUpwards(articles, register)),
    inSection: ({ slug }) => bySection.get(slug) ?? [],
    strip: flashNews
      .filter((article) => isInStrip(article, now) && !isReplaced(article))
      .sort((a, b) => b.priority - a.priority)
      .slice(0, flash.max),
    flash: flashNews,
    recent: newsOf(articles, columns, now).filter((article) => isRecent(article, now)),
    positionOf: position,
    rail: (article, size) => railAt(articles, position(article), size),
    authors: authorsOf(articles, register, people),
    tags: tagsOf(articles, register, flash.tag),
    series,
    flatPages,
    partOf: (article) => (parts.size === 0 ? null : (parts.get(article) ?? null)),
    corrections: withFlag(articles, FLAGS.corrected, columns)
      .flatMap((article) => article.corrections.map((correction) => ({ article, correction })))
      .sort((a, b) => b.correction.date - a.correction.date),
  };
}

/** The articles that have a flag (news/register-columns). */
function withFlag(
  articles: readonly Article[],
  flag: number,
  { flags }: RegisterColumns,
): readonly Article[] {
  const found: Article[] = [];
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    if (((flags[article.row] as number) & flag) !== 0) found.push(article);
  }
  return found;
}

/** Those at the head of the list that are young enough for a news sitemap. */
function newsOf(
  newestFirst: readonly Article[],
  { published }: RegisterColumns,
  now: Instant,
): readonly Article[] {
  const first = newestFirst.findIndex(({ row }) => isPastNews(published[row] as number, now));
  return first < 0 ? newestFirst : newestFirst.slice(0, first);
}
