/** Watches a folder with all that is in it, whatever becomes of it. */
import { FOLDERS, type Folders } from '../base/folders.ts';
import { hearing } from './hearing.ts';
import { looking } from './looking.ts';
import { TIMERS, type Timers } from './timers.ts';

export interface Watcher {
  close(): Promise<void>;
}

export interface WatchOptions {
  /** Folders of which nothing is told, by their absolute paths. They may be others while it watches. */
  readonly ignored: readonly string[];
  /** Something below the folder changed. It may be told several times for one change (see watch/burst). */
  readonly changed: () => void;
  /**
   * The system does not tell of changes, with what to do about it, in words for the person at the desk. Told once: from then
   * on all files are looked at each second, so that changes are told all the same.
   */
  readonly failed: (error: Error) => void;
}

/**
 * Watches a folder, which need not be there yet. What changes after the promise is kept is told. Links to folders are
 * followed; a folder that is renamed, removed or made anew is watched as what it is then.
 */
export async function watchFolder(
  folder: string,
  { ignored, changed, failed }: WatchOptions,
  folders: Folders = FOLDERS,
  timers: Timers = TIMERS,
): Promise<Watcher> {
  const isIgnored = (path: string): boolean =>
    ignored.some((one) => path === one || path.startsWith(`${one}/`)) || folders.isOwnOutput(path);
  const senses = { folders, timers, isIgnored, changed };
  let looks: (() => void) | null = null;
  const deafen = hearing(folder, {
    ...senses,
    lost(code) {
      looks = looking(folder, senses);
      failed(new Error(unheard(folder, code)));
    },
  });
  return {
    async close() {
      deafen();
      looks?.();
    },
  };
}

function unheard(folder: string, code: string): string {
  const why =
    {
      ENOSPC: `${folder} has more folders than this user may watch (the system's limit fs.inotify.max_user_watches, shared with all programs). Raise it, and start again: sudo sysctl fs.inotify.max_user_watches=524288`,
      EMFILE: `this user watches with too many programs, or too many files are open (the system's limits fs.inotify.max_user_instances and ulimit -n). Raise it, and start again: sudo sysctl fs.inotify.max_user_instances=1024`,
    }[code] ?? `the system does not tell when files of ${folder} change (${code})`;
  return `${why}\nAll files are looked at each second instead, which takes longer.`;
}
