/**
 * The file system as an argument. `Files` is all that Gazeta does with disks; this module is the only
 * one that imports node:fs, and base/memory-files is its other form, for tests.
 * Paths are absolute and use `/`. Calls are synchronous: measured, that is the fastest way to read
 * and write many small files from one thread.
 */
import fs from 'node:fs';

/** A file below a folder that was listed. */
export interface FileEntry {
  /** Relative to the listed folder. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** A failure of the file system, in words for the person at the desk. */
export class FilesError extends Error {
  override readonly name = 'FilesError';
  constructor(
    readonly path: string,
    /** The system's code, such as `EACCES`, for machines. */
    readonly code: string,
    /** What was tried, such as `write`. */
    readonly operation: string,
  ) {
    super(`could not ${operation} ${path}: ${REASONS[code] ?? code}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'it is not there',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENOTEMPTY: 'the folder is not empty',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
};

/** A growing file whose pieces can be read back by their place; it vanishes when closed. */
export interface Scratch {
  /** Adds bytes and returns where they begin. */
  append(bytes: Uint8Array): number;
  read(offset: number, length: number): Uint8Array;
  close(): void;
}

/** What Gazeta asks of a file system. Every method may throw a FilesError. */
export interface Files {
  kind(path: string): 'file' | 'folder' | 'none';
  /** All files below a folder, sorted by path. Names that begin with a dot are passed over unless asked for. */
  list(folder: string, dotNames?: boolean): FileEntry[];
  read(path: string): Uint8Array;
  /** The first bytes of a file, or all if it has no more. */
  readStart(path: string, length: number): Uint8Array;
  /** The bytes of a file, or null if there is none. */
  readIfThere(path: string): Uint8Array | null;
  /** Writes a file and makes its folders; `mode` is for new folders. */
  write(path: string, bytes: Uint8Array, folderMode?: number): void;
  /** Writes a file that is not there, and makes its folders; false if something is there. */
  create(path: string, bytes: Uint8Array): boolean;
  rename(from: string, to: string): void;
  /** Removes a file; one that is not there is no fault. */
  remove(path: string): void;
  /** Removes the folder and its parents up to (without) `root`, as far as they are empty. */
  removeEmptyFolders(folder: string, root: string): void;
  scratch(path: string): Scratch;
}

/** The real file system. */
export function nodeFiles(): Files {
  const made = new Set<string>();

  function makeFolder(folder: string, mode: number): void {
    if (made.has(folder)) return;
    attempt('make the folder', folder, () => fs.mkdirSync(folder, { recursive: true, mode }));
    // Its parents exist now too; most of the next folders are their children.
    for (let at = folder; at !== '' && !made.has(at); at = at.slice(0, at.lastIndexOf('/')))
      made.add(at);
  }

  return {
    kind(path) {
      const stat = attempt('look at', path, () => fs.statSync(path, { throwIfNoEntry: false }));
      if (stat === undefined) return 'none';
      return stat.isDirectory() ? 'folder' : 'file';
    },

    list(folder, dotNames = false) {
      const found: FileEntry[] = [];
      const walk = (prefix: string): void => {
        const at = `${folder}/${prefix}`;
        for (const entry of attempt('list', at, () =>
          fs.readdirSync(at, { withFileTypes: true }),
        )) {
          if (entry.name.startsWith('.') && !dotNames) continue;
          const path = prefix + entry.name;
          if (entry.isDirectory()) walk(`${path}/`);
          else {
            // A link to a file counts as the file; one to a folder may lead in a circle, or to nothing.
            const full = `${folder}/${path}`;
            const stat = attempt('look at', full, () =>
              fs.statSync(full, { throwIfNoEntry: false }),
            );
            if (stat?.isFile()) found.push({ path, size: stat.size });
          }
        }
      };
      walk('');
      return found.sort((a, b) => (a.path < b.path ? -1 : 1));
    },

    read: (path) => attempt('read', path, () => fs.readFileSync(path)),

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
      const stat = attempt('look at', path, () => fs.statSync(path, { throwIfNoEntry: false }));
      if (stat === undefined || stat.isDirectory()) return null;
      return attempt('read', path, () => fs.readFileSync(path));
    },

    write(path, bytes, folderMode = 0o777) {
      makeFolder(path.slice(0, path.lastIndexOf('/')), folderMode);
      attempt('write', path, () => fs.writeFileSync(path, bytes));
    },

    create(path, bytes) {
      makeFolder(path.slice(0, path.lastIndexOf('/')), 0o777);
      try {
        fs.writeFileSync(path, bytes, { flag: 'wx' });
        return true;
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return false;
        throw new FilesError(path, codeOf(error), 'write');
      }
    },

    rename: (from, to) => attempt('write', to, () => fs.renameSync(from, to)),

    remove: (path) => attempt('remove', path, () => fs.rmSync(path, { force: true })),

    removeEmptyFolders(folder, root) {
      for (let at = folder; at.length > root.length; at = at.slice(0, at.lastIndexOf('/'))) {
        try {
          fs.rmdirSync(at);
        } catch (error) {
          if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(error))) return;
          throw new FilesError(at, codeOf(error), 'remove');
        }
        made.delete(at);
      }
    },

    scratch(path) {
      makeFolder(path.slice(0, path.lastIndexOf('/')), 0o700);
      const file = attempt('write', path, () => fs.openSync(path, 'w+', 0o600));
      // The name goes at once: the bytes live as long as the process, even one that is killed.
      if (process.platform !== 'win32') attempt('remove', path, () => fs.unlinkSync(path));
      let end = 0;
      return {
        append(bytes) {
          const offset = end;
          end += attempt('write', path, () => fs.writeSync(file, bytes, 0, bytes.length, offset));
          return offset;
        },
        read(offset, length) {
          const bytes = Buffer.allocUnsafe(length);
          attempt('read', path, () => fs.readSync(file, bytes, 0, length, offset));
          return bytes;
        },
        close() {
          fs.closeSync(file);
          fs.rmSync(path, { force: true });
        },
      };
    },
  };
}

function attempt<T>(operation: string, path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new FilesError(path, codeOf(error), operation);
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : String(error);
}
