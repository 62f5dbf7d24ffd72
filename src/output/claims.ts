/** Every file of the output has one maker. Names that differ by letter case only are one name. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { OutPath } from '../base/paths.ts';
import { clashFault } from '../pages/reserved.ts';

/** Remembers who makes which file. */
export interface Claims {
  /**
   * Claims a path for `maker` (a file or a page, in words); a fault if another has it. Articles among
   * themselves are no fault here: news/faults compares them, whatever the instant.
   */
  claim(
    out: OutPath,
    maker: string,
    kind: 'article' | 'other',
  ): { readonly diagnostics: readonly Diagnostic[] };
  /** True if something makes the file. */
  has(out: OutPath): boolean;
}

export function claims(): Claims {
  const makers = new Map<string, { maker: string; kind: string }>();
  return {
    has: (out) => makers.has(out.toLowerCase()),
    claim(out, maker, kind) {
      const key = out.toLowerCase();
      const earlier = makers.get(key);
      if (earlier === undefined) {
        makers.set(key, { maker, kind });
        return { diagnostics: [] };
      }
      if (kind === 'article' && earlier.kind === 'article') return { diagnostics: [] };
      const fault = clashFault(out, maker, earlier.maker);
      return { diagnostics: [fault] };
    },
  };
}
