/** The edition: all that readers may see at one instant. Pages are made from it and from nothing else. */
import type { Instant } from '../base/instant.ts';
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
import { type Redirect, redirectsOf } from './redirect.ts';
import type { Referrer } from './reference.ts';
import { filesReferredTo, type ReferenceStates, referenceStates } from './reference-marks.ts';
import type { Register } from './register.ts';
import type { RegisterColumns } from './register-columns.ts';
import { relatedByTags } from './related.ts';
import { type Relations, replacersOf } from './relations.ts';
import { isInStrip, type ScheduleOptions } from './schedule.ts';
import { nextChangeOf, sightOf } from './sight.ts';
import { othersOf, versionsOf } from './versions.ts';
import { type Addressing, type Resolved, whereabouts } from './whereabouts.ts';

/** What `edit` needs beside the articles. */
export interface EditSettings
  extends ScheduleOptions,
    Pick<NewsSettings, 'locales' | 'sections' | 'flash'> {
  readonly people: People;
  /** The paper's own pages, whoever may see them. */
  readonly flatPages: readonly FlatPage[];
  readonly relations: Relations;
  /** False if no page names articles on the same subject. */
  readonly related: boolean;
  readonly addressing: Addressing;
  /** The paper's own redirects. */
  readonly redirects: readonly Redirect[];
  readonly shelf: Shelf;
  /** How large the files of the paper are as pictures. */
  readonly pictures: Pictures;
  /** Files of `public/` that the paper itself shows, whoever else refers to them. */
  readonly ownFiles: readonly string[];
  /** What is known of all articles. */
  readonly register: Pick<Register, 'columns' | 'names' | 'byPath' | 'byPathMark' | 'chosen'>;
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
  /** Stands for what a page shows of the articles on the same subject. */
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
    flatPages,
    relations,
    related: hasRelated,
    addressing,
    redirects,
    shelf,
    pictures,
    ownFiles,
    register,
    ...options
  }: EditSettings,
): Edition {
  const { columns } = register;
  const { aliasesOf, makerAt, leftOut } = addressing;
  const sight = sightOf(all, columns, now, options);
  const { sees, hidden } = sight;
  const articles = newestFirst(sight.visible, columns);
  const pages = pagesInSight(flatPages, now, options, makerAt);
  const where = whereabouts({ ...sight, visible: articles }, pages, addressing, register, shelf);
  const goneAt = new Map(where.gone.map((one) => [one.placeMark, one]));

  const replacers = replacersOf(articles, relations);
  const isReplaced = (article: Article) => replacers.has(article);
  const byKey = versionsOf(articles, register);
  const byTags = hasRelated ? relatedByTags(articles, register, flash.tag) : null;
  const related = (article: Article) => {
    if (byTags === null) return [];
    return relations.related.get(article)?.filter(sees) ?? byTags.of(article);
  };

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

  // People are seen with their articles.
  const withArticles = new Set<Referrer>(
    local.flatMap(({ authors }) => authors.flatMap(({ person }) => person ?? [])),
  );
  const persons = [...new Set(people.values())];
  const shown = [...persons.filter((one) => withArticles.has(one)), ...pages.visible];
  const unseen = [...leftOut, ...persons.filter((one) => !withArticles.has(one)), ...pages.hidden];
  const visible = filesReferredTo(articles, columns, shelf);
  const used = filesInUse({ visible, hidden, columns, shown, unseen }, shelf, ownFiles);
  const unseenOnes = redirects.length === 0 ? null : unseenFiles(used, shelf);

  return {
    articles,
    locales: local,
    sees,
    replacedBy: (article) => (replacers.size === 0 ? null : (replacers.get(article) ?? null)),
    isFlash: (article) => isInStrip(article, now) && !isReplaced(article),
    related,
    relatedMark(article) {
      if (byTags === null) return NO_MARK;
      const mark = () => mix(...related(article).map((one) => one.headlineMark));
      if (relations.related.has(article)) return mark();
      return register.chosen(article, byTags.sought(article), mark);
    },
    translations: (article) => othersOf(byKey.get(article.translationMark) ?? [], article),
    withdrawn: [...goneAt.values()],
    redirects: redirectsOf({
      articles,
      gone: where.gone,
      own: [...redirects, ...formerOf(pages.visible)],
      aliasesOf,
      places: where.places,
      isGone: (place) => goneAt.has(place),
      placeOf(target) {
        const there = where.endOf(target);
        return there === null || unseenOnes?.has(there.toLowerCase()) ? null : there;
      },
    }),
    resolve: where.resolve,
    hides: where.hides,
    picture: (from, text) => pictureAt(from.path, text, shelf, pictures),
    pictures: () => picturesInSight(visible, shown, shelf, pictures),
    references: referenceStates({
      addressOfFile: (path) => addressMark(where.ofFile(path), columns),
      addressAt: (place) => addressMark(where.at(place), columns),
      isHidden: where.isHidden,
      shelf,
      pictures,
      columns,
    }),
    ...used,
    flatPages: pages.visible,
    nextChange: earlier(nextChangeOf(all, columns, now, options, isReplaced), pages.nextChange),
  };
}

/** The former addresses of pages, and where they lead. */
function formerOf(pages: readonly FlatPage[]): Redirect[] {
  return pages.flatMap(({ aliases, address }) => aliases.map((from) => ({ from, to: address })));
}

/** Stands for the address of an article or a page. That of an article is known as a number. */
function addressMark(one: Article | FlatPage | null, columns: RegisterColumns): Mark | null {
  if (one === null) return null;
  return 'row' in one ? (columns.address[one.row] as Mark) : markOf(one.address);
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || (b !== null && b < a) ? b : a;
}
