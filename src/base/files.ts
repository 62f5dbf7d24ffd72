/**
 * The file system as an argument. `Files` is all that Gazeta does with disks; base/memory-files is its other form, for
 * tests.
 * Paths are absolute and use `/`. Calls are synchronous: measured, that is the fastest way to read
 * and write many small files from one thread.
 */
import fs from 'node:fs';
import { attempt, codeOf, FilesError } from './files-error.ts';
import { type HeldFiles, heldFiles } from './held-files.ts';
import { loadModule } from './load-module.ts';
import { madeFolders } from './made-folders.ts';
import { folderOf, nameOf } from './paths.ts';
import { entriesOf, type FileEntry, type Tree } from './tree.ts';
import { walk } from './walk.ts';

export { FilesError } from './files-error.ts';
export type { Log, Scratch } from './growing.ts';
export type { FileEntry } from './tree.ts';

/** What Gazeta asks of a file system. Every method may throw a FilesError. */
export interface Files extends HeldFiles {
  kind(path: string): 'file' | 'folder' | 'none';
  /**
   * All files below a folder, sorted by path. Names that begin with a dot are passed over unless asked for. `before`
   * is put before each path.
   */
  list(folder: string, dotNames?: boolean, before?: string): FileEntry[];
  /** The same as a tree. On so many threads, if that pays. */
  tree(folder: string, threads: number, dotNames?: boolean): Tree;
  /** All bytes of a file. One of which is known how large it was is read with fewer questions. */
  read(path: string, size?: number): Uint8Array;
  /** The value of a module of JavaScript, CommonJS or ES; throws what it throws. Once read it stays as it is. */
  load(path: string): unknown;
  /** The first bytes of a file, or all if it has no more. */
  readStart(path: string, length: number): Uint8Array;
  /** The bytes of a file, or null if there is none. */
  readIfThere(path: string): Uint8Array | null;
  /** Where a link leads, as it says itself; null for what is none. */
  linkOf(path: string): string | null;
  /**
   * The one path of a place that may have many, by links and letter case; of what is not there yet, the one that it will have. A
   * link that leads nowhere is where it stands.
   */
  place(path: string): string;
  /** Writes a file, of one piece or of many, and makes its folders; `mode` is for new folders. */
  write(path: string, bytes: Uint8Array | readonly Uint8Array[], folderMode?: number): void;
  /** Writes a file that is not there, and makes its folders; false if something is there. */
  create(path: string, bytes: Uint8Array): boolean;
  /** Renames a file or a folder. A file that is in the way is replaced. */
  rename(from: string, to: string): void;
  /** Removes a file; one that is not there is no fault. */
  remove(path: string): void;
  /** Removes the folder and its parents up to (without) `root`, as far as they are empty. */
  removeEmptyFolders(folder: string, root: string): void;
  /** Removes a folder with all that is in it; one that is not there is no fault. */
  removeFolder(folder: string): void;
  /** Bytes of a file; null if there is none. */
  sizeOf(path: string): number | null;
  /**
   * Tells what stands at a path from anything else that ever stood or will stand there, also under another name
   * (device, inode, birth); a file also from itself with other content (size, time of writing). Null if nothing is there.
   */
  identity(path: string): string | null;
  /** Returns once files and folders are on the disk, and not only in the system's memory: fsync(2). */
  sync(paths: readonly string[]): void;
  /** Stands for the time since the machine was started; null where the system does not tell. */
  session(): string | null;
  /** The most bytes of a path. */
  readonly longestPath: number;
}

/** So many files are known before a walk calls other threads: to start one takes as long as to look at some thousands. */
const ENOUGH = 12_000;

/** The real file system. `helper` is the code of threads that help with large folders (base/look-helper). */
export function nodeFiles(helper: string | null = null): Files {
  const folders = madeFolders();

  return {
    kind(path) {
      const stat = statOf(path);
      if (stat === undefined) return 'none';
      return stat.isDirectory() ? 'folder' : 'file';
    },

    list: (folder, dotNames = false, before = '') =>
      entriesOf(walk(folder, dotNames, null), before),

    tree(folder, threads, dotNames = false) {
      const number = helper === null ? 0 : threads - 1;
      return walk(
        folder,
        dotNames,
        number > 0 ? { code: helper ?? '', number, enough: ENOUGH } : null,
      );
    },

    read: (path, size = 0) =>
      attempt(
        'read',
        path,
        () => (size === 0 ? null : readKnown(path, size)) ?? fs.readFileSync(path),
      ),

    load: loadModule,

    readStart(path, length) {
      if (length === Number.POSITIVE_INFINITY)
        return attempt('read', path, () => fs.readFileSync(path));
      return attempt('read', path, () => {
        const file = fs.openSync(path, 'r');
        try {
          const bytes = Buffer.allocUnsafe(length);
          return bytes.subarray(0, fs.readSync(file, bytes, 0, length, 0));
        } finally {
          fs.closeSync(file);
        }
      });
    },

    readIfThere(path) {
      // Asking first is cheap; an exception for each of many new files is not.
      const stat = statOf(path);
      if (stat === undefined || stat.isDirectory()) return null;
      return attempt('read', path, () => fs.readFileSync(path));
    },

    linkOf(path) {
      try {
        return fs.readlinkSync(path);
      } catch {
        return null;
      }
    },

    place(path) {
      let rest = '';
      for (let at = path; at !== ''; at = folderOf(at)) {
        const real = realPathOf(at);
        if (real !== null) return real.replace(/\/$/, '') + rest || '/';
        rest = `/${nameOf(at)}${rest}`;
      }
      return path;
    },

    write(path, bytes, folderMode = 0o777) {
      attempt('write', path, () => {
        const file = folders.open(path, 'w', 0o666, folderMode);
        try {
          for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) writeAll(file, piece);
        } finally {
          fs.closeSync(file);
        }
      });
    },

    create(path, bytes) {
      try {
        const file = folders.open(path, 'wx', 0o666, 0o777);
        try {
          writeAll(file, bytes);
        } finally {
          fs.closeSync(file);
        }
        return true;
      } catch (error) {
        if (error instanceof FilesError) throw error;
        if (codeOf(error) === 'EEXIST') return false;
        throw new FilesError(path, codeOf(error), 'write');
      }
    },

    rename(from, to) {
      attempt('write', to, () => fs.renameSync(from, to));
      folders.forget(from);
    },

    remove: (path) =>
      attempt('remove', path, () => {
        try {
          fs.rmSync(path, { force: true });
        } catch (error) {
          // A file stands where one of its folders was: so it is not there.
          if (codeOf(error) !== 'ENOTDIR') throw error;
        }
      }),

    removeEmptyFolders(folder, root) {
      for (let at = folder; at.length > root.length; at = folderOf(at)) {
        try {
          fs.rmdirSync(at);
        } catch (error) {
          if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].includes(codeOf(error))) return;
          throw new FilesError(at, codeOf(error), 'remove');
        }
        folders.forgetEmpty(at);
      }
    },

    removeFolder(folder) {
      attempt('remove', folder, () => fs.rmSync(folder, { recursive: true, force: true }));
      folders.forget(folder);
    },

    sizeOf(path) {
      const stat = statOf(path);
      return stat?.isFile() ? stat.size : null;
    },

    identity(path) {
      const stat = found(path, () => fs.statSync(path, { throwIfNoEntry: false, bigint: true }));
      if (stat === undefined) return null;
      // Where a file system keeps no birth, it is 0; where the system cannot ask, the last change: then nothing is known again.
      return stat.isDirectory()
        ? `${stat.dev}:${stat.ino}:${stat.birthtimeNs}`
        : `${stat.dev}:${stat.ino}:${stat.size}:${stat.mtimeNs}`;
    },

    sync(paths) {
      for (const path of paths) attempt('write', path, () => syncOne(path));
    },

    session() {
      try {
        return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      } catch {
        return null;
      }
    },

    // Linux counts the zero at the end (PATH_MAX of limits.h); Windows' long form has 32767 units.
    longestPath: { linux: 4095, win32: 32_000 }[process.platform as string] ?? 1023,

    ...heldFiles(folders),
  };
}

function statOf(path: string): fs.Stats | undefined {
  return found(path, () => fs.statSync(path, { throwIfNoEntry: false }));
}

/** The path without links, as the system writes it; null if nothing is there, or nobody may look. */
function realPathOf(path: string): string | null {
  try {
    const real = fs.realpathSync.native(path);
    return process.platform === 'win32' ? real.replaceAll('\\', '/') : real;
  } catch {
    return null;
  }
}

/** What a look at a path finds; undefined if nothing is there, also where a file is in the place of one of its folders. */
function found<T>(path: string, look: () => T | undefined): T | undefined {
  return attempt('look at', path, () => {
    try {
      return look();
    } catch (error) {
      if (codeOf(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  });
}

/** A file that has the size that it had; null if it has another. */
function readKnown(path: string, size: number): Uint8Array | null {
  const file = fs.openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(size + 1);
    return fs.readSync(file, bytes, 0, size + 1, null) === size ? bytes.subarray(0, size) : null;
  } finally {
    fs.closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; )
    done += fs.writeSync(file, bytes, done, bytes.length - done);
}

function syncOne(path: string): void {
  const isFolder = fs.statSync(path).isDirectory();
  // Windows has no fsync of folders, and syncs only what is open for writing.
  if (isFolder && process.platform === 'win32') return;
  const file = fs.openSync(path, isFolder || process.platform !== 'win32' ? 'r' : 'r+');
  try {
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}
