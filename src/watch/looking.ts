/** Changes as they are found by looking at all files again and again, where the system does not tell of them. */
import type { Senses } from './hearing.ts';
import { isLitter } from './ignored.ts';

/** How long to wait between two looks, in milliseconds; and longer for many files, so that looking is not all that is done. */
const PAUSE = 1000;
const FILES_A_MILLISECOND = 20;

/** Looks at the files below a folder until what it returns is called. */
export function looking(root: string, { folders, timers, isIgnored, changed }: Senses): () => void {
  let next: (() => void) | null = null;

  const lookAtAll = (): Map<string, string> => {
    const found = new Map<string, string>();
    const walk = (folder: string, around: readonly string[]): void => {
      for (const name of folders.names(folder)) {
        const path = `${folder}/${name}`;
        if (isIgnored(path)) continue;
        const state = folders.state(path);
        if (state !== null) {
          if (!isLitter(path)) found.set(path, state);
        } else {
          const identity = folders.identity(path);
          if (identity !== null && !around.includes(identity)) walk(path, [...around, identity]);
        }
      }
    };
    walk(root, [folders.identity(root) ?? '']);
    return found;
  };

  let before = lookAtAll();
  const again = (): void => {
    const now = lookAtAll();
    const isSame =
      now.size === before.size && [...now].every(([path, state]) => before.get(path) === state);
    before = now;
    wait();
    if (!isSame) changed();
  };
  const wait = (): void => {
    next = timers.after(Math.max(PAUSE, before.size / FILES_A_MILLISECOND), again);
  };
  wait();
  return () => next?.();
}
