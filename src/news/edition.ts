/** The edition: all that readers may see at one instant. Pages are made from it and from nothing else. */
import { compareText } from '../base/diagnostic.ts';
import { groupBy } from '../base/group.ts';
import type { Instant } from '../base/instant.ts';
import type { Address } from '../base/paths.ts';
import type { PictureSize, Pictures } from '../content/picture.ts';
import type { Article } from './article.ts';
import type { FlashSettings } from './flash.ts';
import { type LocalEdition, localEdition } from './local-edition.ts';
import type { Locales } from './locale.ts';
import type { People } from './person.ts';
import {
  attachmentAddress,
  fileOf,
  filesInUse,
  type Referrer,
  readReference,
  type Shelf,
} from './reference.ts';
import { relatedByTags } from './related.ts';
import type { Relations } from './relations.ts';
import { isGone, isVisible, nextChange, type ScheduleOptions } from './schedule.ts';
import type { Section } from './section.ts';

/** What `edit` needs beside the articles. */
export interface EditSettings extends ScheduleOptions {
  readonly locales: Locales;
  /** Declared sections; null if articles bring their own. */
  readonly sections: readonly Section[] | null;
  readonly flash: FlashSettings;
  readonly people: People;
  readonly relations: Relations;
  readonly shelf: Shelf;
  /** How large the files of the paper are as pictures. */
  readonly pictures: Pictures;
  /** Files of `public/` that the paper itself shows, whoever else refers to them. */
  readonly ownFiles: readonly string[];
  /** Articles that are left out for a fault; their files are hidden with them. */
  readonly leftOut: readonly Referrer[];
}

/** What a link or a picture has become for readers. */
export interface Resolved {
  readonly address: Address;
  /** Query and fragment, as written. */
  readonly suffix: string;
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
  /** The same by language, the paper's main one first. */
  readonly locales: readonly LocalEdition[];
  /** The article that took this one's place in the strip; null if none did. */
  replacedBy(article: Article): Article | null;
  /** Articles on the same matter: those its author named, else older ones that share its tags. */
  related(article: Article): readonly Article[];
  /** The other languages' versions of an article, by language. */
  translations(article: Article): readonly Article[];
  /** Addresses that say that their article was withdrawn. */
  readonly withdrawn: readonly Article[];
  readonly redirects: readonly Redirect[];
  /** Where a reference of an article or a person leads; null if readers cannot go there. */
  resolve(from: Referrer, target: string): Resolved | null;
  /** The size of a picture to which one that readers see refers; null if it is another site's, or not known. */
  pictureSize(from: Referrer, target: string): PictureSize | null;
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
  {
    locales,
    sections,
    flash,
    people,
    relations,
    shelf,
    pictures,
    ownFiles,
    leftOut,
    ...options
  }: EditSettings,
): Edition {
  const articles = all
    .filter((article) => isVisible(article, now, options))
    .sort((a, b) => b.published - a.published || compareText(a.address, b.address));
  const visible = new Set(articles);
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const places = placesOf(articles);
  const gone = all.filter((one) => isGone(one, now) && !places.has(fold(one.address)));
  const goneAt = new Map(gone.map((one) => [fold(one.address), one]));
  const hiddenPlaces = placesOf(all.filter((one) => !visible.has(one)));

  const byKey = groupBy(articles, ({ translations }) => translations ?? []);
  const replacers = new Map<Article, Article>();
  for (const article of articles) {
    const other = relations.replaced.get(article);
    if (other !== undefined && !replacers.has(other)) replacers.set(other, article);
  }
  const byTags = relatedByTags(articles, flash.tag);
  const isReplaced = (article: Article) => replacers.has(article);
  const byPrefix = groupBy(articles, ({ locale }) => locale.prefix);
  const local = locales.map((locale) =>
    localEdition(locale, byPrefix.get(locale.prefix) ?? [], now, {
      sections,
      flash,
      people,
      isReplaced,
    }),
  );
  const withArticles = new Set<Referrer>(
    local.flatMap(({ authors }) => authors.flatMap(({ person }) => person ?? [])),
  );

  return {
    articles,
    locales: local,
    replacedBy: (article) => replacers.get(article) ?? null,
    related: (article) =>
      relations.related.get(article)?.filter((one) => visible.has(one)) ??
      byTags.get(article) ??
      [],
    translations: (article) =>
      (byKey.get(article.translations ?? '') ?? [])
        .filter((one) => one.language !== article.language)
        .sort((a, b) => compareText(a.language, b.language)),
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
    pictureSize(from, text) {
      const file = fileOf(readReference(from.path, text, shelf), shelf);
      return file === null ? null : pictures.sizeOf(file);
    },
    ...filesInUse(
      [...all, ...leftOut, ...new Set(people.values())],
      (one) => byPath.has(one.path) || withArticles.has(one),
      shelf,
      ownFiles,
    ),
    nextChange: nextChange(all, now, options),
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
