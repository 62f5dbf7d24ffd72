/**
 * Changes as the system tells them: of each folder by itself where it knows no other way, so that ten thousand files
 * cost no more than the folders that they lie in.
 */
import type { Folders } from '../base/folders.ts';
import { folderOf } from '../base/paths.ts';
import { isLitter } from './ignored.ts';
import type { Timers } from './timers.ts';

/** What hearing and looking are told. */
export interface Senses {
  readonly folders: Folders;
  readonly timers: Timers;
  readonly isIgnored: (path: string) => boolean;
  readonly changed: () => void;
}

/** How often it is seen whether the folder is still the same, in milliseconds: of itself and its parents nothing is told. */
const AGAIN = 1000;

/** Gone or out of reach when it was to be watched. The build will say so, if it matters. */
const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP']);

interface Heard {
  readonly identity: string;
  readonly stop: () => void;
  /** The folders in it that are heard of, by their paths. */
  readonly inside: Set<string>;
}

/** Hears of changes below a folder; `lost` is told the system's code if that cannot be, and then nothing more is. */
export function hearing(
  root: string,
  { folders, timers, isIgnored, changed, lost }: Senses & { readonly lost: (code: string) => void },
): () => void {
  const heard = new Map<string, Heard>();
  let next: (() => void) | null = null;
  let closed = false;

  const close = (): void => {
    closed = true;
    next?.();
    drop(root);
  };

  /** Begins to hear of a folder and of those below it. First the folder, then what is in it: nothing falls between. */
  const add = (folder: string, identity: string): void => {
    if (closed || isIgnored(folder) || isBelowItself(folder, identity)) return;
    let stop: () => void;
    try {
      stop = folders.hear(
        folder,
        (name) => news(folder, name),
        () => drop(folder),
      );
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      if (GONE.has(code)) {
        enter(folder, identity, () => {});
        return;
      }
      close();
      lost(code);
      return;
    }
    enter(folder, identity, stop);
    if (!folders.deep) for (const name of folders.names(folder, true)) look(`${folder}/${name}`);
  };

  const enter = (folder: string, identity: string, stop: () => void): void => {
    heard.set(folder, { identity, stop, inside: new Set() });
    heard.get(folderOf(folder))?.inside.add(folder);
  };

  /** A link that leads to a folder around it: all is heard already. */
  const isBelowItself = (folder: string, identity: string): boolean => {
    for (let at = folder; at.length > root.length; ) {
      at = folderOf(at);
      if (heard.get(at)?.identity === identity) return true;
    }
    return false;
  };

  /** Hears no more of a folder and of those below it. */
  const drop = (folder: string): void => {
    const one = heard.get(folder);
    if (one === undefined) return;
    for (const inside of one.inside) drop(inside);
    one.stop();
    heard.delete(folder);
    heard.get(folderOf(folder))?.inside.delete(folder);
  };

  /** Sees whether a path is the folder that it was; true if it is. */
  const look = (path: string): boolean => {
    const identity = folders.identity(path);
    if (identity === (heard.get(path)?.identity ?? null)) return true;
    drop(path);
    if (identity !== null) add(path, identity);
    return false;
  };

  const news = (folder: string, name: string | null): void => {
    if (closed) return;
    const path = name === null ? folder : `${folder}/${name}`;
    if (isIgnored(path)) return;
    if (name === null) drop(folder);
    if (path === folder || !folders.deep) look(path);
    if (!closed && !isLitter(path)) changed();
  };

  const again = (): void => {
    if (!look(root) && !closed) changed();
    if (!closed) next = timers.after(AGAIN, again);
  };

  look(root);
  if (!closed) next = timers.after(AGAIN, again);
  return close;
}
