/**
 * The memo: what tasks were given and what they gave, kept from build to build below `.gazeta/`. A store that is
 * damaged, or of another version, is an empty one. It holds what readers may not see yet: it never
 * travels with the output.
 *
 * One file of columns is read whole (`memo`), one of values piece by piece (`pieces-1`, then `pieces-2` once half of
 * the first is garbage), and a small one (`root`) tells whether anything has to be read at all.
 */
import { type Files, FilesError, type Log, type Scratch } from '../base/files.ts';
import { ifAllowed } from '../base/files-error.ts';
import { memoryFiles } from '../base/memory-files.ts';
import { type Columns, readColumns, writeColumns } from './columns.ts';
import { type Heap, heap } from './heap.ts';
import type { Mark } from './mark.ts';

/** What one build remembers of the builds before it, and leaves to the next. */
export interface Memo {
  /** What the last complete build left; null if there is nothing. */
  readonly kept: Columns | null;
  /** Where this build puts values; those of the last build are read from it too, unless `fresh` was called. */
  readonly heap: Heap;
  /** Bytes in the heap. */
  readonly heapSize: number;
  /** From here on values are put into an empty heap, and the old one goes with the next `save`. */
  fresh(): { readonly old: Heap };
  /** The value that a task gave for this key, or gives now. `name` is that of the task. */
  value<T>(name: string, key: Mark, make: () => T): T;
  /** All values that are known, for another thread. */
  known(): KnownValues;
  /** By what another thread of this process reads the heap as it is now; null if none can. */
  descriptor(): number | null;
  /** Keeps columns and values for the next build; later than all that they refer to. */
  save(columns: Columns): void;
  /** Lets go of the files. */
  close(): void;
}

/** Values of tasks with their keys, by the names of the tasks. */
export type KnownValues = Readonly<Record<string, readonly [Mark, unknown]>>;

/** A scratch file, or memory where the disk cannot be written: whoever only looks needs no right to write. */
export function passingScratch(files: Files, path: string): Scratch {
  try {
    return files.scratch(path);
  } catch (error) {
    if (!(error instanceof FilesError)) throw error;
    return memoryFiles().scratch(path);
  }
}

/** A memo that lasts as long as the build: values wait in a scratch file. */
export function passingMemo(scratch: Scratch): Memo {
  const own = counted(scratch);
  const ownHeap = heap(own);
  return {
    kept: null,
    heap: ownHeap,
    get heapSize() {
      return own.size;
    },
    fresh: () => ({ old: ownHeap }),
    ...valuesOf({}),
    descriptor: () => scratch.descriptor,
    save: () => undefined,
    close: () => scratch.close(),
  };
}

/**
 * The memo in a folder, for one that may write there. `version` stands for all that values follow from beside their
 * keys: the code, and the tables of languages and time zones.
 */
export function lastingMemo(files: Files, folder: string, version: string): Memo {
  const before = readStore(files, folder, version);
  let pieces = before?.pieces ?? 'pieces-1';
  let log = files.log(`${folder}/${pieces}`);
  let old: Log | null = null;
  const renew = (): void => {
    old = log;
    pieces = pieces === 'pieces-1' ? 'pieces-2' : 'pieces-1';
    files.remove(`${folder}/${pieces}`);
    log = files.log(`${folder}/${pieces}`);
    current = heap(log);
  };
  let current = heap(log);
  // What a killed build left behind its last save is garbage; what is cut off is lost, and the rest with it.
  const isWhole = before !== null && log.size >= before.heapSize;
  if (!isWhole && log.size > 0) renew();
  const known = valuesOf(isWhole ? before.values : {});

  return {
    kept: isWhole ? before : null,
    get heap() {
      return current;
    },
    get heapSize() {
      return log.size;
    },
    fresh() {
      const last = current;
      renew();
      return { old: last };
    },
    ...known,
    descriptor() {
      log.flush();
      return log.descriptor;
    },
    save({ data, columns }) {
      log.flush();
      const head: Head = { pieces, heapSize: log.size, values: known.known(), data };
      const parts = writeColumns(kindOf(version), { data: head, columns });
      files.write(`${folder}/memo.gazeta-new`, parts, HOME_MODE);
      files.rename(`${folder}/memo.gazeta-new`, `${folder}/memo`);
      for (const { path } of files.list(folder))
        if (/^pieces-\d$/.test(path) && path !== pieces) files.remove(`${folder}/${path}`);
    },
    close() {
      log.close();
      old?.close();
    },
  };
}

/**
 * The memo in a folder, for one that only reads there: what it makes itself waits in a scratch file. A store that somebody else
 * made for himself alone is as if it were not there: the answers are the same without it, only later.
 */
export function borrowedMemo(
  files: Files,
  folder: string,
  version: string,
  scratch: Scratch,
): Memo {
  const lent = ifAllowed(() => openStore(files, folder, version));
  if (lent === null) return passingMemo(scratch);
  const { before, log } = lent;
  const own = counted(scratch);
  const start = log.size;
  const both = heap({
    append: (bytes) => start + own.append(bytes),
    read: (offset, length) =>
      offset < start ? log.read(offset, length) : own.read(offset - start, length),
  });
  return {
    kept: before,
    heap: both,
    get heapSize() {
      // It need not be tidied up.
      return 0;
    },
    fresh: () => ({ old: both }),
    ...valuesOf(before.values),
    descriptor: () => null,
    save: () => undefined,
    close() {
      log.close();
      scratch.close();
    },
  };
}

interface Head {
  readonly pieces: string;
  readonly heapSize: number;
  readonly values: KnownValues;
  readonly data: unknown;
}

const HOME_MODE = 0o700;

function kindOf(version: string): string {
  return `gazeta memo ${version}`;
}

function readStore(files: Files, folder: string, version: string): (Head & Columns) | null {
  const bytes = files.readIfThere(`${folder}/memo`);
  const read = bytes === null ? null : readColumns(kindOf(version), bytes);
  return read === null ? null : { ...(read.data as Head), columns: read.columns };
}

/** What a store keeps, and its pieces, open for reading; null if there is none. */
function openStore(files: Files, folder: string, version: string) {
  const before = readStore(files, folder, version);
  if (before === null || files.kind(`${folder}/${before.pieces}`) !== 'file') return null;
  return { before, log: files.reader(`${folder}/${before.pieces}`) };
}

/** Values of tasks: one for each, that of the last key. */
export function valuesOf(before: KnownValues): Pick<Memo, 'value' | 'known'> {
  const known = new Map(Object.entries(before));
  return {
    known: () => Object.fromEntries(known),
    value<T>(name: string, key: Mark, make: () => T): T {
      const found = known.get(name);
      if (found?.[0] === key) return found[1] as T;
      const value = make();
      known.set(name, [key, value]);
      return value;
    },
  };
}

function counted(scratch: Scratch) {
  let size = 0;
  return {
    get size() {
      return size;
    },
    append(bytes: Uint8Array) {
      size += bytes.length;
      return scratch.append(bytes);
    },
    read: (offset: number, length: number) => scratch.read(offset, length),
  };
}
