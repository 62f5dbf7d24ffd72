/** The lists under which readers find articles: authors, tags and series. */
import { compareText } from '../base/diagnostic.ts';
import { groupBy } from '../base/group.ts';
import { hash } from '../base/hash.ts';
import { slugify } from '../base/slug.ts';
import type { Article, Series } from './article.ts';
import type { Byline, People, Person } from './person.ts';

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

/** Sorted by name. */
export function authorsOf(newestFirst: readonly Article[], people: People): Author[] {
  const persons = new Map([...people.values()].map((person) => [person.slug, person]));
  const bylines = new Map<string, Byline>();
  const byAuthor = groupBy(newestFirst, ({ authors }) =>
    authors.map((one) => {
      bylines.set(one.slug, one);
      return one.slug;
    }),
  );
  return [...byAuthor]
    .map(([slug, articles]) => ({
      ...(bylines.get(slug) ?? { slug, name: slug, isDesk: false }),
      person: persons.get(slug) ?? null,
      articles,
    }))
    .sort(byName);
}

/** Sorted by name. */
export function seriesOf(newestFirst: readonly Article[]): SeriesList[] {
  const bySlug = groupBy(newestFirst, ({ series }) => series?.slug ?? []);
  return [...bySlug]
    .map(([slug, articles]) => {
      const inOrder = articles.toReversed();
      return { slug, name: inOrder[0]?.series?.name ?? slug, articles: inOrder };
    })
    .sort(byName);
}

/** The tags that readers see, sorted by name; the tag of flash news is a mark and not a topic. */
export function tagsOf(newestFirst: readonly Article[], flashTag: string): Tag[] {
  const names = new Map<string, string>();
  const slugs = new Map<string, string>();
  const bySlug = groupBy(newestFirst, ({ tags }) => {
    const own: string[] = [];
    for (const name of tags) {
      if (name === flashTag) continue;
      let slug = slugs.get(name);
      if (slug === undefined) {
        slug = tagSlug(name);
        slugs.set(name, slug);
      }
      names.set(slug, name);
      if (!own.includes(slug)) own.push(slug);
    }
    return own;
  });
  return [...bySlug]
    .map(([slug, articles]) => ({ slug, name: names.get(slug) ?? slug, articles }))
    .sort(byName);
}

/** The tags of an article that readers see, each once. */
export function shownTags({ tags }: Article, flashTag: string): string[] {
  const shown = tags.filter((tag) => tag !== flashTag);
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
