/** Who is at which address at an instant, and where the links of a paper lead then. */
import type { Address } from '../base/paths.ts';
import type { Shelf } from '../content/shelf.ts';
import { type Mark, markOf } from '../memo/mark.ts';
import type { Article } from './article.ts';
import type { FlatPage } from './flat-page.ts';
import type { PagesInSight } from './pages-in-sight.ts';
import { type Places, placeMarkOf, placesOf } from './places.ts';
import { addressIn, attachmentAddress, type Referrer, readReference } from './reference.ts';
import type { Register } from './register.ts';

/** What a link or a picture has become for readers. */
export interface Resolved {
  readonly address: Address;
  /** Query and fragment, as written. */
  readonly suffix: string;
}

/** Who has which address, whoever may see it (news/faults, pages/reserved). */
export interface Addressing {
  /** The former addresses of an article that are its own. */
  readonly aliasesOf: (article: Article) => readonly Address[];
  /** What makes the file at a place that is not for articles, in words or as the file of a page; drafts make none. */
  readonly makerAt: (place: Mark) => string | undefined;
  /** Articles and pages that are left out for a fault; their files are hidden with them. */
  readonly leftOut: readonly Referrer[];
  /** Places where they would be, and nobody else is. */
  readonly leftOutPlaces: ReadonlySet<Mark>;
}

/** Articles by who may see them. */
export interface Sighted {
  /** Newest first. */
  readonly visible: readonly Article[];
  readonly hidden: readonly Article[];
  /** Withdrawn ones. */
  readonly gone: readonly Article[];
  sees(article: Article): boolean;
}

/** What there is at places and behind references. */
export interface Whereabouts {
  /** The articles that readers see, by their places and their former ones. */
  readonly places: Places;
  /** Withdrawn articles in whose place there is no other. */
  readonly gone: readonly Article[];
  /** True if what is there is not for readers, or not yet. */
  isHidden(place: Mark): boolean;
  /** What readers see there, or of that file: an article or a page of the paper; null if there is none. */
  at(place: Mark): Article | FlatPage | null;
  ofFile(path: Mark): Article | FlatPage | null;
  /** Where a reference of an article or a person leads; null if readers cannot go there. */
  resolve(from: Pick<Referrer, 'path'>, target: string): Resolved | null;
  /** True if a link of the paper itself leads to what readers cannot see, or not yet. */
  hides(href: string): boolean;
  /** Where somebody is who asks for that: there, or where it says that an article was withdrawn; null if nowhere. */
  endOf(target: Address): Address | null;
}

/** Finds them. Pure. */
export function whereabouts(
  { visible, hidden, gone: withdrawn, sees }: Sighted,
  pages: PagesInSight,
  { aliasesOf, makerAt, leftOutPlaces }: Addressing,
  { byPath, byPathMark }: Pick<Register, 'byPath' | 'byPathMark'>,
  shelf: Shelf,
): Whereabouts {
  const places = placesOf(visible, aliasesOf);
  const hiddenPlaces = placesOf(hidden, aliasesOf);
  const gone = withdrawn.filter((one) => places.at(one.placeMark) === null);
  const gonePlaces = placesOf(gone, aliasesOf);
  const readable = (article: Article | null) =>
    article !== null && sees(article) ? article : null;
  const isHidden = (place: Mark) =>
    leftOutPlaces.has(place) ||
    pages.isHidden(place) ||
    // Where a draft would be there may be a section, or a file.
    (hiddenPlaces.at(place) !== null && makerAt(place) === undefined);
  const at = (place: Mark) => places.at(place) ?? pages.at(place);

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
        const there = at(place);
        if (there !== null) return { address: there.address, suffix: target.suffix };
        return isHidden(place)
          ? null
          : { address: addressIn(target, shelf), suffix: target.suffix };
      }
      case 'missing':
        return null;
    }
  };

  return {
    places,
    gone,
    isHidden,
    at,
    ofFile: (path) => readable(byPathMark(path)) ?? pages.ofFile(path),
    resolve,
    hides(href) {
      const target = readReference('', href, shelf);
      return target.kind === 'address' && resolve({ path: '' }, href) === null;
    },
    endOf: (target) =>
      resolve({ path: '' }, target)?.address ?? gonePlaces.at(placeMarkOf(target))?.address ?? null,
  };
}
