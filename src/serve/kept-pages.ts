/** Pages as they were shown last: to say why one is another now, and to be shown while an error forbids to make them. */
import type { Instant } from '../base/instant.ts';
import type { OutPath } from '../base/paths.ts';
import type { Part } from '../memo/parts.ts';
import type { ShownPage } from './shown.ts';

export interface KeptPage {
  readonly page: ShownPage;
  /** The parts that moved when it became another; null if it never did. */
  readonly moved: readonly string[] | null;
  /** When it was first shown like this. */
  readonly since: Instant;
}

/** Pages by the moment that they show, an empty text for that of whoever chose none. */
export interface KeptPages {
  last(moment: string, out: OutPath): KeptPage | null;
  put(moment: string, page: ShownPage, now: Instant): void;
}

/** How many are kept. */
const MOST = 200;

export function keptPages(): KeptPages {
  const pages = new Map<string, KeptPage>();
  const keyOf = (moment: string, out: OutPath) => `${moment}\n${out}`;
  return {
    last: (moment, out) => pages.get(keyOf(moment, out)) ?? null,
    put(moment, page, now) {
      const key = keyOf(moment, page.out);
      const before = pages.get(key);
      const moved = before === undefined ? null : movedParts(before.page.parts, page.parts);
      if (before !== undefined && moved?.length === 0) {
        if (page.bytes !== null) pages.set(key, { ...before, page });
        return;
      }
      if (pages.size >= MOST) pages.delete([...pages.keys()][0] as string);
      pages.set(key, { page, moved, since: now });
    },
  };
}

/** The names of the parts that differ. */
function movedParts(before: readonly Part[], after: readonly Part[]): readonly string[] {
  const marks = new Map(before);
  return after.filter(([name, mark]) => marks.get(name) !== mark).map(([name]) => name);
}
