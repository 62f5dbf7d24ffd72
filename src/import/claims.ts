/** Whose an address is: no two articles or pages of a paper can have one, and none can have that of a list. */
import { type Address, address, addressFault } from '../base/paths.ts';
import { isPeriodPath } from '../news/calendar.ts';
import type { Locale } from '../news/locale.ts';
import { addressesIn, fixedAddresses, PAPER_ADDRESSES } from '../pages/addresses.ts';
import type { ExportFacts } from './facts.ts';

export interface Claims {
  /** Whose an address is, as it ends a sentence; null if a post or a page can have it. */
  readonly ownerOf: (place: Address, post: string) => string | null;
  /** Gives it to these. */
  readonly take: (place: Address, post: string) => void;
}

/** Lists that are there for each name that articles have, and what programs ask for. */
const LISTS = /^\/(?:(?:authors|tags|series|_fragments)\/|(?:.*\/)?feed\.xml$|sitemap-[^/]*\.xml$)/;

/**
 * Posts and pages of the exports have the addresses that they had, whichever of them is written first; `former` lead on from
 * site.yaml. Of a post and a page at one address WordPress shows the page.
 */
export function claimsOf(
  { placed, pages: places }: Pick<ExportFacts, 'placed' | 'pages'>,
  locales: readonly Pick<Locale, 'prefix'>[],
  sections: readonly string[],
  former: readonly Address[] = [],
): Claims {
  const owners = new Map<string, string>();
  const pages = new Set<string>([PAPER_ADDRESSES.robots]);
  const fronts = new Set<string>();
  for (const { prefix } of locales) {
    const own = addressesIn(prefix);
    for (const [, page] of fixedAddresses(own)) pages.add(page.toLowerCase());
    for (const front of [own.home, ...sections.map((slug) => own.section({ slug }))])
      fronts.add(front.toLowerCase());
  }
  const isReserved = (key: string): boolean => {
    if (pages.has(key) || fronts.has(key)) return true;
    if (
      locales.some(({ prefix }) => key.startsWith(prefix) && LISTS.test(key.slice(prefix.length)))
    )
      return true;
    for (let at = key.indexOf('/'); at >= 0; at = key.indexOf('/', at + 1))
      if (fronts.has(key.slice(0, at + 1)) && isPeriodPath(key.slice(at + 1))) return true;
    return false;
  };
  const keyOf = (place: Address) => place.toLowerCase();
  const claim = (path: string, post: string) => {
    const key = addressFault(path) === null ? keyOf(address(path)) : '';
    if (!owners.has(key)) owners.set(key, post);
  };
  for (const [page, { path, isPublic, isLinked }] of places)
    if (isPublic && isLinked) claim(path, page);
  for (const { path, post } of placed) claim(path, post);
  const called = (owner: string, other: string): string => {
    const isPage = places.has(owner);
    const noun = isPage ? 'page' : 'article';
    return isPage === places.has(other) ? `another ${noun}` : isPage ? `a ${noun}` : `an ${noun}`;
  };
  const leading = new Set(former.map(keyOf));
  return {
    ownerOf(place, post) {
      const key = keyOf(place);
      if (isReserved(key)) return 'of a list of the paper';
      if (leading.has(key)) return 'of a redirect in site.yaml';
      const owner = owners.get(key) ?? post;
      return owner === post ? null : `of ${called(owner, post)}`;
    },
    take: (place, post) => void owners.set(keyOf(place), post),
  };
}
