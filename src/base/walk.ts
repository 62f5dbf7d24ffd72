/**
 * Walks over all files below a folder. Most of the time goes to asking the system for each of them, so large folders are
 * shared with other threads. What comes out, and what is thrown, is the same whatever their number.
 */
import type * as Threads from 'node:worker_threads';
import { attempt, codeOf, FilesError } from './files-error.ts';
import { lazily } from './lazy.ts';
import { DEAD_LINK, DONE, FOLDER, LINKED_FOLDER, type Lot, lookOn, NEXT, namesIn } from './look.ts';
import { type Branch, type Passed, STATS, type Tree } from './tree.ts';

// Small papers call nobody.
const threads = lazily<typeof Threads>('node:worker_threads');

/** Who helps: threads of the code in a file (base/look-helper). */
export interface Helpers {
  readonly code: string;
  readonly number: number;
  /** They are called once so many files are known. */
  readonly enough: number;
}

/** Folders are read while fewer files than this are left for others to look at. */
const AHEAD = 1024;

/** Fewer files than this are looked at sooner than they are told to another thread. */
const FEW = 64;

/** Batches that are looked at at the same time: what is begun is looked through again and again. */
const OPEN = 8;

/** Milliseconds; a stretch of files takes two, or a hundred times as many on a slow disk. */
const PATIENCE = 10_000;

/** All files below a folder. Throws a FilesError at the first folder or file that cannot be looked at. */
export function walk(root: string, dotNames: boolean, helpers: Helpers | null): Tree {
  return (helpers && walkTogether(root, dotNames, helpers)) ?? walkAlone(root, dotNames);
}

/** Folders one after the other, each with all that is below it before the next. */
function walkAlone(root: string, dotNames: boolean): Tree {
  const found: Branch[] = [];
  const ahead = [''];
  for (let folder = ahead.pop(); folder !== undefined; folder = ahead.pop()) {
    const names = listed(root, folder, dotNames);
    const batch = batchOf(root, [{ folder, names }], false);
    lookAtAll(batch);
    for (const folder of take(batch, found).reverse()) ahead.push(folder);
  }
  return sorted(found);
}

/** The same with others; null if somebody failed, or does not answer. */
function walkTogether(root: string, dotNames: boolean, helpers: Helpers): Tree | null {
  const found: Branch[] = [];
  const ahead = [''];
  let open: Batch[] = [];
  let known = 0;
  let others: Threads.Worker[] = [];
  const readOn = (): void => {
    const folders: Names[] = [];
    const isShared = others.length > 0 || known >= helpers.enough;
    let count = 0;
    while (ahead.length > 0 && (count === 0 || (isShared && count < AHEAD))) {
      const folder = ahead.pop() as string;
      const names = listed(root, folder, dotNames);
      folders.push({ folder, names });
      count += names.length;
    }
    known += count;
    if (others.length === 0 && known >= helpers.enough)
      others = Array.from({ length: helpers.number }, () => started(helpers.code));
    const isTold = others.length > 0 && count >= FEW;
    const batch = batchOf(root, folders, isTold);
    if (isTold) for (const other of others) other.postMessage(batch.lot);
    open.push(batch);
  };

  try {
    for (;;) {
      const isRoom = ahead.length > 0 && open.length < OPEN;
      if (isRoom && open.reduce((sum, batch) => sum + left(batch), 0) < AHEAD) readOn();
      else if (!open.some(lookAtSome)) {
        // All is taken: what others took comes in.
        const [first] = open;
        if (first === undefined) return sorted(found);
        if (!ends(first)) return null;
      }
      const going: Batch[] = [];
      for (const batch of open)
        if (isDone(batch)) for (const folder of take(batch, found).reverse()) ahead.push(folder);
        else going.push(batch);
      open = going;
    }
  } catch (error) {
    if (!(error instanceof FilesError)) throw error;
    return null;
  } finally {
    for (const other of others) void other.terminate();
  }
}

/** A folder and the names in it. */
interface Names {
  readonly folder: string;
  readonly names: readonly string[];
}

/** Folders whose files are looked at. */
interface Batch {
  readonly folders: readonly Names[];
  readonly paths: readonly string[];
  readonly lot: Lot;
}

function listed(root: string, folder: string, dotNames: boolean): readonly string[] {
  const at = `${root}/${folder}`;
  const names = attempt('list', at, () => namesIn(at));
  return dotNames ? names : names.filter((name) => !name.startsWith('.'));
}

function batchOf(root: string, folders: readonly Names[], isShared: boolean): Batch {
  const paths = folders.flatMap(({ folder, names }) =>
    folder === '' ? names : names.map((name) => folder + name),
  );
  const size = paths.length * STATS * 8;
  const stats = new Float64Array(isShared ? new SharedArrayBuffer(size) : new ArrayBuffer(size));
  const counters = new Int32Array(isShared ? new SharedArrayBuffer(8) : new ArrayBuffer(8));
  const lot = { root, paths: isShared ? paths.join('\0') : '', stats, counters };
  return { folders, paths, lot };
}

/** False if all files of a batch are taken. */
function lookAtSome({ lot, paths }: Batch): boolean {
  let path = '';
  try {
    return lookOn(lot, paths, (at) => {
      path = at;
    });
  } catch (error) {
    throw new FilesError(path, codeOf(error), 'look at');
  }
}

function lookAtAll(batch: Batch): void {
  while (lookAtSome(batch));
}

/** How many files nobody has taken yet. */
function left({ lot, paths }: Batch): number {
  return Math.max(0, paths.length - Atomics.load(lot.counters, NEXT));
}

function isDone({ lot, paths }: Batch): boolean {
  return Atomics.load(lot.counters, DONE) === paths.length;
}

/** Waits until all files of a batch were looked at; false if that failed. */
function ends(batch: Batch): boolean {
  const { counters } = batch.lot;
  for (;;) {
    const done = Atomics.load(counters, DONE);
    if (done < 0) return false;
    if (done === batch.paths.length) return true;
    // Without an event loop nobody tells that a thread has died, say for want of memory.
    if (Atomics.wait(counters, DONE, done, PATIENCE) === 'timed-out') return false;
  }
}

/** Puts the files of a batch among those that were found; returns the folders, sorted, those below one after the other. */
function take({ folders, lot }: Batch, found: Branch[]): string[] {
  const below: string[] = [];
  let start = 0;
  for (const { folder, names } of folders) {
    const end = start + names.length;
    // A copy, which needs not be shared.
    const stats = lot.stats.slice(start * STATS, end * STATS);
    start = end;
    const inside: string[] = [];
    const files: string[] = [];
    const passed: Passed[] = [];
    for (let at = 0; at < names.length; at++) {
      const size = stats[at * STATS] as number;
      const name = names[at] as string;
      if (size < 0) {
        const why = size === FOLDER ? null : whyPassed(size, name);
        if (size === FOLDER) inside.push(`${folder}${name}/`);
        if (why !== null) passed.push([why, name]);
        continue;
      }
      stats.copyWithin(files.length * STATS, at * STATS, (at + 1) * STATS);
      files.push(name);
    }
    for (const folder of inside.sort()) below.push(folder);
    if (files.length > 0 || passed.length > 0)
      found.push({ folder, names: files, stats: stats.subarray(0, files.length * STATS), passed });
  }
  return below;
}

/** Null for what went while it was looked at, and for what is read by nobody: sockets, devices. */
function whyPassed(size: number, name: string): Passed[0] | null {
  if (size === DEAD_LINK) return 'no file';
  if (size === LINKED_FOLDER) return 'linked folder';
  // Node gives a name with the replacement character (U+FFFD) for bytes that are not UTF-8, by which nothing is found.
  return name.includes('\ufffd') ? 'not UTF-8' : null;
}

function sorted(found: Branch[]): Tree {
  return found.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

function started(code: string): Threads.Worker {
  const worker = new (threads().Worker)(code);
  // The process ends without asking whether it is done. One that cannot start is one that does not answer.
  worker.unref();
  worker.on('error', () => undefined);
  return worker;
}
