/** The files that articles can refer to, by name, and by the marks of their names. */
import { type Mark, markOf } from '../memo/mark.ts';
import { type MarkIndex, markIndex } from '../memo/mark-index.ts';
import type { Stat } from './discover.ts';

/** Files beside the articles (`articles/rajoni/bridge.jpg`) and of `public/` (`public/images/bridge.jpg`). */
export interface Shelf {
  readonly attachments: ReadonlyMap<string, Stat>;
  readonly publicFiles: ReadonlyMap<string, Stat>;
  /** The number of the file with a name of this mark; -1 if there is none. */
  find(name: Mark): number;
  nameAt(number: number): string;
  statAt(number: number): Stat;
}

export function shelfOf(
  attachments: ReadonlyMap<string, Stat>,
  publicFiles: ReadonlyMap<string, Stat>,
): Shelf {
  const entries = [...attachments, ...publicFiles];
  let index: MarkIndex | null = null;
  return {
    attachments,
    publicFiles,
    find(name) {
      if (index === null) {
        index = markIndex(entries.length);
        for (const [at, [file]] of entries.entries()) index.set(markOf(file), at);
      }
      return index.get(name);
    },
    nameAt: (number) => entries[number]?.[0] ?? '',
    statAt: (number) => entries[number]?.[1] ?? { size: 0, mtime: 0, inode: 0 },
  };
}
