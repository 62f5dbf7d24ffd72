/** The lists under which readers find articles: authors, tags and series. */
import { compareText } from '../base/diagnostic.ts';
import { hash } from '../base/hash.ts';
import { slugify } from '../base/slug.ts';
import type { Article, Series } from './article.ts';
import { isFlashTag } from './flash.ts';
import type { Byline, People, Person } from './person.ts';
import type { RegisteredNumbers } from './registered.ts';
import { type Section, slugsUpwards } from './section.ts';

/** Someone with a visible article. */
export interface Author extends Byline {
  /** What the paper says of them; null for a name without a file. */
  readonly person: Person | null;
  /** Newest first. */
  readonly articles: readonly Article[];
}

/** A series with a visible article. */
export interface SeriesList extends Series {
  /** In the order of the parts, oldest first. */
  readonly articles: readonly Article[];
}

/** A tag with a visible article. Tags with one slug are one tag. */
export interface Tag {
  readonly slug: string;
  /** Of several spellings that of its oldest article, so that a new one changes no page but its own. */
  readonly name: string;
  /** Newest first. */
  readonly articles: readonly Article[];
}

/** Articles under one name, as they are gathered: the name is that of the last that came, the oldest. */
interface Gathered<T> {
  readonly slug: string;
  last: T;
  readonly articles: Article[];
}

/** Lists by the numbers of what articles have in common (`RegisterNames`). A value is looked at once, however many have it. */
function gathering<T>(values: readonly T[], slugOf: (value: T) => string) {
  const bySlug = new Map<string, Gathered<T>>();
  const byNumber: (Gathered<T> | undefined)[] = [];
  const begin = (number: number): Gathered<T> => {
    const value = values[number] as T;
    const slug = slugOf(value);
    const list = bySlug.get(slug) ?? { slug, last: value, articles: [] };
    bySlug.set(slug, list);
    byNumber[number] = list;
    return list;
  };
  return {
    bySlug,
    /** Of an article, whose value has a number. */
    add(article: Article, number: number): void {
      const list = byNumber[number] ?? begin(number);
      list.last = values[number] as T;
      const { articles } = list;
      // Two spellings of one are one.
      if (articles[articles.length - 1] !== article) articles.push(article);
    },
  };
}

/** Sorted by name. */
export function authorsOf(
  newestFirst: readonly Article[],
  { columns, names }: RegisteredNumbers,
  people: People,
): Author[] {
  const persons = new Map([...people.values()].map((person) => [person.slug, person]));
  const { bySlug, add } = gathering(names.bylines, ({ slug }) => slug);
  const { from, authors, lists } = columns;
  for (let at = 0; at < newestFirst.length; at++) {
    const article = newestFirst[at] as Article;
    const start = from[article.row] as number;
    const end = start + (authors[article.row] as number);
    for (let one = start; one < end; one++) add(article, lists[one] as number);
  }
  return [...bySlug.values()]
    .map(({ slug, last, articles }) => ({ ...last, person: persons.get(slug) ?? null, articles }))
    .sort(byName);
}

/** Sorted by name. */
export function seriesOf(
  newestFirst: readonly Article[],
  { columns, names }: RegisteredNumbers,
): SeriesList[] {
  const { bySlug, add } = gathering(names.series, (series) => series?.slug ?? '');
  const { series } = columns;
  for (let at = 0; at < newestFirst.length; at++) {
    const article = newestFirst[at] as Article;
    const number = series[article.row] as number;
    if (number > 0) add(article, number);
  }
  return [...bySlug.values()]
    .map(({ slug, last, articles }) => ({
      slug,
      name: last?.name ?? slug,
      articles: articles.toReversed(),
    }))
    .sort(byName);
}

/** The tags that readers see, sorted by name; the tag of flash news is a mark and not a topic. */
export function tagsOf(
  newestFirst: readonly Article[],
  { columns, names }: RegisteredNumbers,
  flashTag: string,
): Tag[] {
  const { bySlug, add } = gathering(names.tags, tagSlug);
  const ignored = names.tags.map((tag) => isFlashTag(tag, flashTag));
  const { from, authors, tags, lists } = columns;
  for (let at = 0; at < newestFirst.length; at++) {
    const article = newestFirst[at] as Article;
    const start = (from[article.row] as number) + (authors[article.row] as number);
    const end = start + (tags[article.row] as number);
    for (let one = start; one < end; one++) {
      const number = lists[one] as number;
      if (ignored[number] !== true) add(article, number);
    }
  }
  return [...bySlug.values()]
    .map(({ slug, last, articles }) => ({ slug, name: last, articles }))
    .sort(byName);
}

/** By the slug of a section its articles and those of its parts, in the order of the list. */
export function sectionLists(
  newestFirst: readonly Article[],
  { columns, names }: RegisteredNumbers,
): ReadonlyMap<string, readonly Article[]> {
  const bySlug = new Map<string, Article[]>();
  const listsOf = (section: Section | null) =>
    (section === null ? [] : slugsUpwards(section.slug)).map((slug) => {
      const list = bySlug.get(slug) ?? [];
      bySlug.set(slug, list);
      return list;
    });
  const byNumber: (readonly Article[][] | undefined)[] = [];
  const { section } = columns;
  for (let at = 0; at < newestFirst.length; at++) {
    const article = newestFirst[at] as Article;
    const number = section[article.row] as number;
    let own = byNumber[number];
    if (own === undefined) {
      own = listsOf(names.sections[number] ?? null);
      byNumber[number] = own;
    }
    for (let one = 0; one < own.length; one++) (own[one] as Article[]).push(article);
  }
  return bySlug;
}

/** The sections that articles bring, by their first use, the last of the list first. */
export function sectionsUpwards(
  newestFirst: readonly Article[],
  { columns, names }: RegisteredNumbers,
): readonly Section[] {
  const used = new Set<number>();
  const { section } = columns;
  let last = -1;
  for (let at = newestFirst.length - 1; at >= 0; at--) {
    const number = section[(newestFirst[at] as Article).row] as number;
    if (number !== last) used.add(number);
    last = number;
  }
  return [...used].flatMap((number) => names.sections[number] ?? []);
}

/** The tags of an article that readers see, each once. */
export function shownTags({ tags }: Article, flashTag: string): string[] {
  const shown = tags.filter((tag) => !isFlashTag(tag, flashTag));
  return [...new Map(shown.map((tag) => [tagSlug(tag), tag])).values()];
}

/** A tag's part of addresses. */
export function tagSlug(name: string): string {
  return slugify(name) || `tag-${hash(name).slice(0, 8)}`;
}

function byName(
  a: { readonly name: string; readonly slug: string },
  b: { readonly name: string; readonly slug: string },
): number {
  return compareText(a.name, b.name) || compareText(a.slug, b.slug);
}
