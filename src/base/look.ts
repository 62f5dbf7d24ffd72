/** Looking at folders and files, on any thread. A module of its own, with node:fs: threads that help load nothing else. */
import fs from 'node:fs';

/** Files to be looked at, by as many threads as there are. */
export interface Lot {
  /** The folder below which they are. */
  readonly root: string;
  /** Their paths, with zeros between them. */
  readonly paths: string;
  /** Three numbers for each: a size or what there is in place of a file, the time and the inode. */
  readonly stats: Float64Array;
  /** `NEXT`, `DONE`. */
  readonly counters: Int32Array;
}

/** In `counters`: the first file that nobody has taken; how many were looked at, less than none if that failed. */
export const NEXT = 0;
export const DONE = 1;

/** What is added to `DONE` where a thread fails: more than there are files, and room for as many threads as fail. */
export const FAILED = -(2 ** 26);

/** In the place of a size: there is nothing that could be read, a folder, a link to one, or a link to nothing. */
export const NOTHING = -1;
export const FOLDER = -2;
export const LINKED_FOLDER = -3;
export const DEAD_LINK = -4;

/** Files that a thread takes at once. */
const STRETCH = 256;

const LOOK = { throwIfNoEntry: false } as const;

/** The names in a folder, sorted. */
export function namesIn(folder: string): readonly string[] {
  return fs.readdirSync(folder).sort();
}

/** Looks at the next few that nobody has taken; false if there are none. Throws what the system throws, and `at` tells where. */
export function lookOn(
  { root, stats, counters }: Lot,
  paths: readonly string[],
  at: (path: string) => void,
): boolean {
  const from = Atomics.add(counters, NEXT, STRETCH);
  if (from >= paths.length) return false;
  const to = Math.min(paths.length, from + STRETCH);
  let path = '';
  try {
    for (let row = from; row < to; row++) {
      path = `${root}/${paths[row]}`;
      look(path, stats, row * 3);
    }
  } catch (error) {
    at(path);
    throw error;
  }
  Atomics.add(counters, DONE, to - from);
  Atomics.notify(counters, DONE);
  return true;
}

/** A link to a file counts as the file; one to a folder may lead in a circle. */
function look(path: string, stats: Float64Array, at: number): void {
  let stat = fs.lstatSync(path, LOOK);
  const isLink = stat?.isSymbolicLink() ?? false;
  if (isLink) stat = fs.statSync(path, LOOK);
  if (stat?.isFile()) {
    stats[at] = stat.size;
    stats[at + 1] = stat.mtimeMs;
    stats[at + 2] = stat.ino;
  } else if (stat?.isDirectory()) stats[at] = isLink ? LINKED_FOLDER : FOLDER;
  else stats[at] = isLink && stat === undefined ? DEAD_LINK : NOTHING;
}
