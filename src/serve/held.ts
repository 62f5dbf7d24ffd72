/** What a preview knows of its paper from one look at it to the next: the memo, kept in memory. */
import type { Files } from '../base/files.ts';
import { StoreDamaged } from '../memo/heap.ts';
import { borrowedMemo, type Memo, passingMemo, passingScratch } from '../memo/memo.ts';

/**
 * A memo that begins with what the builds of a folder left, and from then on keeps what it is given for as long as the
 * process lasts. Nothing is written there but a scratch file.
 */
export function heldMemo(files: Files, store: string, version: string): Memo {
  const scratch = () => passingScratch(files, `${store}/passing`);
  const first =
    opened(() => borrowedMemo(files, store, version, scratch())) ?? passingMemo(scratch());
  let kept = first.kept;
  return {
    get kept() {
      return kept;
    },
    heap: first.heap,
    // What is no longer asked for goes with the process.
    heapSize: 0,
    fresh: () => ({ old: first.heap }),
    value: first.value,
    known: first.known,
    descriptor: () => null,
    save(columns) {
      kept = columns;
    },
    close: first.close,
  };
}

function opened(open: () => Memo): Memo | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof StoreDamaged) return null;
    throw error;
  }
}
