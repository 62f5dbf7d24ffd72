/** Former addresses, and where they lead: those of articles, and the paper's own. */
import type { Address } from '../base/paths.ts';
import type { Mark } from '../memo/mark.ts';
import type { Article } from './article.ts';
import { type Places, placeMarkOf } from './places.ts';

/** An old address and the one that it leads to. */
export interface Redirect {
  readonly from: Address;
  readonly to: Address;
}

interface Former {
  /** Articles that readers see, the newest first, and those that were withdrawn. */
  readonly articles: readonly Article[];
  readonly gone: readonly Article[];
  /** Those of site.yaml. */
  readonly own: readonly Redirect[];
  readonly aliasesOf: (article: Article) => readonly Address[];
  readonly places: Places;
  readonly isGone: (place: Mark) => boolean;
  /** Where an address leads; null if readers cannot go there, or not yet. */
  readonly placeOf: (target: Address) => Address | null;
}

/** All of them: the paper's own, then those of the newest article first. One to what is hidden is not there until it is seen. */
export function redirectsOf(former: Former): readonly Redirect[] {
  const { articles, gone, own, aliasesOf, places, isGone, placeOf } = former;
  return [
    ...own.flatMap(({ from, to }) => {
      const target = placeOf(to);
      return target === null ? [] : [{ from, to: target }];
    }),
    ...[...articles, ...gone]
      .filter(({ hasAliases }) => hasAliases)
      .flatMap((article) =>
        aliasesOf(article)
          .filter((from) => {
            const place = placeMarkOf(from);
            return (places.at(place) ?? article) === article && !isGone(place);
          })
          .map((from) => ({ from, to: article.address })),
      ),
  ];
}
