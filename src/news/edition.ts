/** The edition: all that readers may see at one instant. Pages are made from it and from nothing else. */
import type { Instant } from '../base/instant.ts';
import type { Address } from '../base/paths.ts';
import type { Pictures } from '../content/picture.ts';
import type { Shelf } from '../content/shelf.ts';
import { type Mark, markOf, mix, NO_MARK } from '../memo/mark.ts';
import type { Article, NewsSettings } from './article.ts';
import { filesInUse, unseenFiles } from './files-in-use.ts';
import type { FlatPage } from './flat-page.ts';
import { type LocalEdition, localEdition } from './local-edition.ts';
import { newestFirst } from './order.ts';
import { pagesInSight } from './pages-in-sight.ts';
import type { People } from './person.ts';
import { type PictureInSight, pictureAt, picturesInSight } from './pictures-in-sight.ts';
import { placeMarkOf, placesOf } from './places.ts';
import { type Redirect, redirectsOf } from './redirect.ts';
import { addressIn, attachmentAddress, type Referrer, readReference } from './reference.ts';
import { type ReferenceStates, referenceStates } from './reference-marks.ts';
import type { RegisteredNumbers } from './registered.ts';
import { relatedByTags } from './related.ts';
import { type Relations, replacersOf } from './relations.ts';
import { isInStrip, type ScheduleOptions } from './schedule.ts';
import { sightOf } from './sight.ts';
import { othersOf, versionsOf } from './versions.ts';

/** What `edit` needs beside the articles. */
export interface EditSettings
  extends ScheduleOptions,
    Pick<NewsSettings, 'locales' | 'sections' | 'flash'> {
  readonly people: People;
  readonly relations: Relations;
  /** False if no page names articles on the same matter. */
  readonly related: boolean;
  readonly shelf: Shelf;
  /** How large the files of the paper are as pictures. */
  readonly pictures: Pictures;
  /** Files of `public/` that the paper itself shows, whoever else refers to them. */
  readonly ownFiles: readonly string[];
  /** The paper's own pages, whoever may see them. */
  readonly flatPages: readonly FlatPage[];
  /** What is known of all articles. */
  readonly register: RegisteredNumbers;
  /** The article of a file, whoever may see it; null if there is none. */
  readonly byPath: (path: string) => Article | null;
  /** The same by the mark of its path. */
  readonly byPathMark: (path: Mark) => Article | null;
  /** The former addresses of an article that are its own (news/faults). */
  readonly aliasesOf: (article: Article) => readonly Address[];
  /** What stands for the related articles of one, made anew if what stands for all that they were chosen from is another. */
  readonly chosen: (article: Article, sought: Mark, make: () => Mark) => Mark;
  /** The paper's own redirects. */
  readonly redirects: readonly Redirect[];
  /** Articles that are left out for a fault; their files are hidden with them. */
  readonly leftOut: readonly Referrer[];
  /** Places where they would be, and nobody else is. */
  readonly leftOutPlaces: ReadonlySet<Mark>;
  /** What makes the file at a place that is not for articles, in words or as the file of a page; drafts make none. */
  readonly makerAt: (place: Mark) => string | undefined;
}

/** What a link or a picture has become for readers. */
export interface Resolved {
  readonly address: Address;
  /** Query and fragment, as written. */
  readonly suffix: string;
}

/** All that readers may see at one instant. Nothing in it tells of a hidden article. */
export interface Edition {
  /** Newest first; ties by address. */
  readonly articles: readonly Article[];
  /** The same by language, the paper's main one first. */
  readonly locales: readonly LocalEdition[];
  /** True if readers see the article. */
  sees(article: Article): boolean;
  /** The article that took this one's place in the strip; null if none did. */
  replacedBy(article: Article): Article | null;
  /** True while the article is flash news: it may stand in the strip, and nothing took its place there. */
  isFlash(article: Article): boolean;
  /** Articles on the same matter: those its author named, else older ones that share its tags. */
  related(article: Article): readonly Article[];
  /** Stands for what a page shows of the articles on the same matter. */
  relatedMark(article: Article): Mark;
  /** The other languages' versions of an article, by language. */
  translations(article: Article): readonly Article[];
  /** Addresses that say that their article was withdrawn. */
  readonly withdrawn: readonly Article[];
  readonly redirects: readonly Redirect[];
  /** The paper's own pages, in the order of their files. */
  readonly flatPages: readonly FlatPage[];
  /** Where a reference of an article or a person leads; null if readers cannot go there. */
  resolve(from: Referrer, target: string): Resolved | null;
  /** True if a link of the paper itself leads to what readers cannot see, or not yet. */
  hides(href: string): boolean;
  /** A picture to which one that readers see refers; null if it is another site's, or its size is not known. */
  picture(from: Referrer, target: string): PictureInSight | null;
  /** All files that articles, people and pages which readers see show as pictures. */
  pictures(): readonly PictureInSight[];
  /** Files beside the articles that readers may see. */
  readonly attachments: readonly string[];
  /** Files of `public/` that only hidden articles refer to. */
  readonly withheld: ReadonlySet<string>;
  /** Stands for where references lead. */
  readonly references: ReferenceStates;
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
    related: hasRelated,
    shelf,
    pictures,
    ownFiles,
    leftOut,
    leftOutPlaces,
    makerAt,
    register,
    byPath,
    byPathMark,
    aliasesOf,
    chosen,
    redirects,
    flatPages,
    ...options
  }: EditSettings,
): Edition {
  const { columns } = register;
  const { visible, hidden, nextChange, ...sight } = sightOf(all, columns, now, options);
  const pages = pagesInSight(flatPages, now, options, makerAt);
  const { sees } = sight;
  const articles = newestFirst(visible, columns);
  const readable = (article: Article | null) =>
    article !== null && sees(article) ? article : null;
  const places = placesOf(articles, aliasesOf);
  const gone = sight.gone.filter((one) => places.at(one.placeMark) === null);
  const goneAt = new Map(gone.map((one) => [one.placeMark, one]));
  const hiddenPlaces = placesOf(hidden, aliasesOf);
  const isHidden = (place: Mark) =>
    leftOutPlaces.has(place) ||
    pages.isHidden(place) ||
    // Where a draft would be there may be a section, or a file.
    (hiddenPlaces.at(place) !== null && makerAt(place) === undefined);
  const persons = [...new Set(people.values())];
  const byKey = versionsOf(articles, register);
  const replacers = replacersOf(articles, relations);
  const byTags = hasRelated ? relatedByTags(articles, register, flash.tag) : null;
  const related = (article: Article) => {
    if (byTags === null) return [];
    return relations.related.get(article)?.filter(sees) ?? byTags.of(article);
  };
  const headlines = (list: readonly Article[]) => mix(...list.map((one) => one.headlineMark));
  const addressMark = ({ row }: Article) => columns.address[row] as Mark;
  const isReplaced = (article: Article) => replacers.has(article);
  const inLocale = (number: number) =>
    locales.length === 1 ? articles : articles.filter(({ row }) => columns.locale[row] === number);
  const local = locales.map((locale, number) =>
    localEdition(locale, inLocale(number), now, {
      sections,
      flash,
      people,
      flatPages: pages.visible.filter((page) => page.locale.prefix === locale.prefix),
      register,
      isReplaced,
    }),
  );
  const withArticles = new Set<Referrer>(
    local.flatMap(({ authors }) => authors.flatMap(({ person }) => person ?? [])),
  );

  const resolve = ({ path }: Pick<Referrer, 'path'>, text: string): Resolved | null => {
    const target = readReference(path, text, shelf);
    switch (target.kind) {
      case 'article': {
        const other = readable(byPath(target.path)) ?? pages.ofFile(markOf(target.path));
        return other === null ? null : { address: other.address, suffix: target.suffix };
      }
      case 'attachment':
        return { address: attachmentAddress(target.file), suffix: target.suffix };
      case 'address': {
        const place = placeMarkOf(target.address);
        const there = places.at(place) ?? pages.at(place);
        if (there !== null) return { address: there.address, suffix: target.suffix };
        return isHidden(place)
          ? null
          : { address: addressIn(target, shelf), suffix: target.suffix };
      }
      case 'missing':
        return null;
    }
  };

  const shownPeople = persons.filter((one) => withArticles.has(one));
  const used = filesInUse(
    {
      visible: articles,
      hidden,
      columns,
      shown: [...shownPeople, ...pages.visible],
      unseen: [...leftOut, ...persons.filter((one) => !withArticles.has(one)), ...pages.hidden],
    },
    shelf,
    ownFiles,
  );
  const unseen = redirects.length === 0 ? null : unseenFiles(used, shelf);
  const gonePlaces = placesOf(gone, aliasesOf);
  const leadsTo = (target: Address) => {
    const there =
      resolve({ path: '' }, target)?.address ?? gonePlaces.at(placeMarkOf(target))?.address;
    return there === undefined || unseen?.has(there.toLowerCase()) ? null : there;
  };

  return {
    articles,
    locales: local,
    sees,
    replacedBy: (article) => (replacers.size === 0 ? null : (replacers.get(article) ?? null)),
    isFlash: (article) => isInStrip(article, now) && !isReplaced(article),
    related,
    relatedMark(article) {
      if (byTags === null) return NO_MARK;
      const mark = () => headlines(related(article));
      if (relations.related.has(article)) return mark();
      return chosen(article, byTags.sought(article), mark);
    },
    translations: (article) => othersOf(byKey.get(article.translationMark) ?? [], article),
    withdrawn: [...goneAt.values()],
    redirects: redirectsOf({
      articles,
      gone,
      own: [...redirects, ...formerOf(pages.visible)],
      aliasesOf,
      places,
      isGone: (place) => goneAt.has(place),
      placeOf: leadsTo,
    }),
    resolve,
    hides(href) {
      const target = readReference('', href, shelf);
      return target.kind === 'address' && resolve({ path: '' }, href) === null;
    },
    picture: (from, text) => pictureAt(from.path, text, shelf, pictures),
    pictures: () =>
      picturesInSight(
        articles,
        [...shownPeople, ...pages.visible],
        register.columns,
        shelf,
        pictures,
      ),
    references: referenceStates({
      addressOfFile(path) {
        const article = readable(byPathMark(path));
        return article === null ? markOfPage(pages.ofFile(path)) : addressMark(article);
      },
      addressAt(place) {
        const article = places.at(place);
        return article === null ? markOfPage(pages.at(place)) : addressMark(article);
      },
      isHidden,
      shelf,
      pictures,
      columns,
    }),
    ...used,
    flatPages: pages.visible,
    nextChange: earlier(nextChange, pages.nextChange),
  };
}

/** The former addresses of pages, and where they lead. */
function formerOf(pages: readonly FlatPage[]): Redirect[] {
  return pages.flatMap(({ aliases, address }) => aliases.map((from) => ({ from, to: address })));
}

function markOfPage(page: FlatPage | null): Mark | null {
  return page === null ? null : markOf(page.address);
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || (b !== null && b < a) ? b : a;
}
