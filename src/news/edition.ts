/** The edition: all that readers may see at one instant. Pages are made from it and from nothing else. */
import { compareText } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import type { Address } from '../base/paths.ts';
import type { Article, DraftsOption, Series } from './article.ts';
import type { Correction } from './correction.ts';
import type { FlashSettings } from './flash.ts';
import type { Byline, People, Person } from './person.ts';
import { railAt } from './rail.ts';
import {
  attachmentAddress,
  filesInUse,
  type Referrer,
  readReference,
  type Shelf,
} from './reference.ts';
import { relatedByTags } from './related.ts';
import type { Relations } from './relations.ts';
import { isGone, isInStrip, isVisible, nextChange } from './schedule.ts';
import { distinctSections, type Section, slugsUpwards } from './section.ts';

/** What `edit` needs beside the articles. */
export interface EditSettings extends DraftsOption {
  /** Declared sections; null if articles bring their own. */
  readonly sections: readonly Section[] | null;
  readonly flash: FlashSettings;
  readonly people: People;
  readonly relations: Relations;
  readonly shelf: Shelf;
  /** Articles that are left out for a fault; their files are hidden with them. */
  readonly leftOut: readonly Referrer[];
}

/** What a link or a picture has become for readers. */
export interface Resolved {
  readonly address: Address;
  /** Query and fragment, as written. */
  readonly suffix: string;
}

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

/** An old address and the one that it leads to. */
export interface Redirect {
  readonly from: Address;
  readonly to: Address;
}

/** All that readers may see at one instant. Nothing in it tells of a hidden article. */
export interface Edition {
  /** Newest first; ties by address. */
  readonly articles: readonly Article[];
  /** The sections with a front, in the order of the navigation; a part after its whole. */
  readonly sections: readonly Section[];
  /** A section's articles and those of its parts, newest first. */
  inSection(section: Section): readonly Article[];
  /** Flash news in its time: by priority, then newest first; as many as the paper allows. */
  readonly strip: readonly Article[];
  /** The article that took this one's place in the strip; null if none did. */
  replacedBy(article: Article): Article | null;
  /** The "Latest news" of an article's page: articles in its language. */
  rail(article: Article, size: number): readonly Article[];
  /** Articles on the same matter: those its author named, else older ones that share its tags. */
  related(article: Article): readonly Article[];
  /** The other languages' versions of an article, by language. */
  translations(article: Article): readonly Article[];
  /** Sorted by name. */
  readonly authors: readonly Author[];
  readonly series: readonly SeriesList[];
  /** Which part of its series an article is, from 1; null if it is in none. */
  partOf(article: Article): number | null;
  /** The newest first. */
  readonly corrections: readonly { readonly article: Article; readonly correction: Correction }[];
  /** Addresses that say that their article was withdrawn. */
  readonly withdrawn: readonly Article[];
  readonly redirects: readonly Redirect[];
  /** Where a reference of an article or a person leads; null if readers cannot go there. */
  resolve(from: Referrer, target: string): Resolved | null;
  /** Files beside the articles that readers may see. */
  readonly attachments: readonly string[];
  /** Files of `public/` that only hidden articles refer to. */
  readonly withheld: ReadonlySet<string>;
  /** When the edition will differ by itself; null if never. */
  readonly nextChange: Instant | null;
}

/** Makes the edition of an instant. Pure. */
export function edit(
  all: readonly Article[],
  now: Instant,
  { sections, flash, people, relations, shelf, drafts, leftOut }: EditSettings,
): Edition {
  const articles = all
    .filter((article) => isVisible(article, now, { drafts }))
    .sort((a, b) => b.published - a.published || compareText(a.address, b.address));
  const visible = new Set(articles);
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const places = placesOf(articles);
  const gone = all.filter((one) => isGone(one, now) && !places.has(fold(one.address)));
  const goneAt = new Map(gone.map((one) => [fold(one.address), one]));
  const hiddenPlaces = placesOf(all.filter((one) => !visible.has(one)));

  const bySection = groupBy(articles, ({ section }) =>
    section === null ? [] : slugsUpwards(section.slug),
  );
  const byLanguage = groupBy(articles, ({ language }) => [language]);
  const byKey = groupBy(articles, ({ translations }) => translations ?? []);
  const authors = authorsOf(articles, people);
  const series = seriesOf(articles);
  const position = positions(byLanguage.values());
  const part = positions(series.map((one) => one.articles));
  const replacers = new Map<Article, Article>();
  for (const article of articles) {
    const other = relations.replaced.get(article);
    if (other !== undefined && !replacers.has(other)) replacers.set(other, article);
  }
  const byTags = relatedByTags(articles, flash.tag);
  const withArticles = new Set<Referrer>(authors.flatMap(({ person }) => person ?? []));

  return {
    articles,
    sections: sections ?? distinctSections(articles.flatMap(({ section }) => section ?? [])),
    inSection: ({ slug }) => bySection.get(slug) ?? [],
    strip: articles
      .filter((article) => isInStrip(article, now) && !replacers.has(article))
      .sort((a, b) => b.priority - a.priority)
      .slice(0, flash.max),
    replacedBy: (article) => replacers.get(article) ?? null,
    rail: (article, size) =>
      railAt(byLanguage.get(article.language) ?? [], position.get(article) ?? 0, size),
    related: (article) =>
      relations.related.get(article)?.filter((one) => visible.has(one)) ??
      byTags.get(article) ??
      [],
    translations: (article) =>
      (byKey.get(article.translations ?? '') ?? [])
        .filter((one) => one.language !== article.language)
        .sort((a, b) => compareText(a.language, b.language)),
    authors,
    series,
    partOf: (article) => (part.has(article) ? (part.get(article) ?? 0) + 1 : null),
    corrections: articles
      .flatMap((article) => article.corrections.map((correction) => ({ article, correction })))
      .sort((a, b) => b.correction.date - a.correction.date),
    withdrawn: [...goneAt.values()],
    redirects: [...articles, ...gone].flatMap((article) =>
      article.aliases
        .filter(
          (from) => (places.get(fold(from)) ?? article) === article && !goneAt.has(fold(from)),
        )
        .map((from) => ({ from, to: article.address })),
    ),
    resolve(from, text) {
      const target = readReference(from.path, text, shelf);
      switch (target.kind) {
        case 'article': {
          const other = byPath.get(target.path);
          return other === undefined ? null : { address: other.address, suffix: target.suffix };
        }
        case 'attachment':
          return { address: attachmentAddress(target.file), suffix: target.suffix };
        case 'address': {
          const place = fold(target.address);
          const address = places.get(place)?.address ?? target.address;
          return !places.has(place) && hiddenPlaces.has(place)
            ? null
            : { address, suffix: target.suffix };
        }
        case 'missing':
          return null;
      }
    },
    ...filesInUse(
      [...all, ...leftOut, ...new Set(people.values())],
      (one) => byPath.has(one.path) || withArticles.has(one),
      shelf,
    ),
    nextChange: nextChange(all, now, { drafts }),
  };
}

/** Letter case does not tell addresses apart, as some hosts do not either. */
function fold(address: Address): string {
  return address.toLowerCase();
}

/** Who is at which address, or was. */
function placesOf(articles: readonly Article[]): ReadonlyMap<string, Article> {
  const former = articles.flatMap((one) => one.aliases.map((alias) => [fold(alias), one] as const));
  return new Map([...former, ...articles.map((one) => [fold(one.address), one] as const)]);
}

function authorsOf(articles: readonly Article[], people: People): Author[] {
  const persons = new Map([...people.values()].map((person) => [person.slug, person]));
  const names = new Map(articles.flatMap(({ authors }) => authors).map((one) => [one.slug, one]));
  const byAuthor = groupBy(articles, ({ authors }) => authors.map(({ slug }) => slug));
  return [...names.values()]
    .map(({ slug, name }) => ({
      slug,
      name,
      person: persons.get(slug) ?? null,
      articles: byAuthor.get(slug) ?? [],
    }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.slug, b.slug));
}

function seriesOf(articles: readonly Article[]): SeriesList[] {
  const bySlug = groupBy(articles, ({ series }) => series?.slug ?? []);
  return [...bySlug]
    .map(([slug, newestFirst]) => {
      const inOrder = newestFirst.toReversed();
      return { slug, name: inOrder[0]?.series?.name ?? slug, articles: inOrder };
    })
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.slug, b.slug));
}

function positions(lists: Iterable<readonly Article[]>): ReadonlyMap<Article, number> {
  const position = new Map<Article, number>();
  for (const list of lists) for (const [at, article] of list.entries()) position.set(article, at);
  return position;
}

/** Groups in the order of the list; an article may be in several, or in none. */
function groupBy(
  articles: readonly Article[],
  keysOf: (article: Article) => readonly string[] | string,
): Map<string, Article[]> {
  const groups = new Map<string, Article[]>();
  for (const article of articles)
    for (const key of [keysOf(article)].flat()) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [article]);
      else group.push(article);
    }
  return groups;
}
