/** Every file of the output has one maker. Names that differ by letter case only are one name. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { OutPath } from '../base/paths.ts';
import type { Mark } from '../memo/mark.ts';
import { markIndex } from '../memo/mark-index.ts';
import { clashFault } from '../pages/reserved.ts';
import { placeOf } from './manifest.ts';

/** Who makes a file: a file of the site, or a page in words. */
export interface Maker {
  readonly out: OutPath;
  readonly maker: string;
}

/** Remembers who makes which file. */
export interface Claims {
  /**
   * Claims a place; a fault if another has it. Articles among themselves are no fault here: news/faults
   * compares them, whatever the instant. `who` is asked only for the message.
   */
  claim(
    place: Mark,
    kind: 'article' | 'other',
    who: () => Maker,
  ): { readonly diagnostics: readonly Diagnostic[] };
  /** True if something makes the file. */
  has(out: OutPath): boolean;
}

const FINE = { diagnostics: [] };

/**
 * `article` is that of a place; of articles nothing is remembered but that they are there. `size` is about how many
 * files there will be.
 */
export function claims(article: (place: Mark) => Maker, size: number): Claims {
  const index = markIndex(Math.max(1024, size));
  const others: (() => Maker)[] = [];
  const ARTICLE = 2 ** 31 - 1;
  return {
    has: (out) => index.get(placeOf(out)) >= 0,
    claim(place, kind, who) {
      const earlier = index.get(place);
      if (earlier < 0) {
        index.set(place, kind === 'article' ? ARTICLE : others.push(who) - 1);
        return FINE;
      }
      if (kind === 'article' && earlier === ARTICLE) return FINE;
      const { maker } = earlier === ARTICLE ? article(place) : (others[earlier]?.() ?? who());
      const own = who();
      return { diagnostics: [clashFault(own.out, own.maker, maker)] };
    },
  };
}
