/** Files that stay open: locks, logs, and scratch files, which nobody else is to see. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import { attempt, codeOf, FilesError } from './files-error.ts';
import { growing, type Log, type Scratch } from './growing.ts';
import { LOCKED_CODES, LOCKING_FLAGS, lockDescriptor, owner, type Release } from './lock.ts';
import type { madeFolders } from './made-folders.ts';

/** That part of a file system (base/files). Every method may throw a FilesError. */
export interface HeldFiles {
  /** Locks a file (made if it is not there) until it is let go or the process ends; null if another process holds it. */
  lock(path: string): Release | null;
  /**
   * Opens a scratch file. It makes no folder, for those who only look have one, too: where that of `path` is not there or may not be
   * written, the file is in the system's folder for such files.
   */
  scratch(path: string): Scratch;
  /** What another thread of this process has open. */
  shared(descriptor: number): Pick<Scratch, 'read'>;
  /** The time of the file system, by which it says when files were written; `path` is a file to write for that. */
  clock(path: string): number;
  /** Opens a file for reading only. */
  reader(path: string): Pick<Log, 'size' | 'read' | 'close'>;
  /** Opens a log, made if it is not there; its folder is the owner's alone. */
  log(path: string): Log;
}

/** The real ones. */
export function heldFiles(folders: Pick<ReturnType<typeof madeFolders>, 'open'>): HeldFiles {
  return {
    lock(path) {
      const flags = fs.constants.O_RDWR | fs.constants.O_CREAT | LOCKING_FLAGS;
      let file: number;
      try {
        file = folders.open(path, flags, 0o600, 0o700);
      } catch (error) {
        if (error instanceof FilesError) throw error;
        if (LOCKING_FLAGS !== 0 && LOCKED_CODES.includes(codeOf(error))) return null;
        throw new FilesError(path, codeOf(error), 'write');
      }
      const release = lockDescriptor(file, path);
      if (release !== null) {
        // Who holds it, for the message that another build gives. On a full disk that says less, and the lock is as good.
        try {
          fs.ftruncateSync(file);
          fs.writeSync(file, owner(), 0);
        } catch {}
        return () => {
          release();
          fs.closeSync(file);
        };
      }
      fs.closeSync(file);
      return null;
    },

    shared: (descriptor) => ({
      read(offset, length) {
        const bytes = Buffer.allocUnsafe(length);
        const got = attempt('read', 'the store', () =>
          fs.readSync(descriptor, bytes, 0, length, offset),
        );
        return bytes.subarray(0, got);
      },
    }),

    clock(path) {
      return attempt('write', path, () => {
        const file = folders.open(path, 'w', 0o666, 0o700);
        try {
          return fs.fstatSync(file).mtimeMs;
        } finally {
          fs.closeSync(file);
        }
      });
    },

    reader(path) {
      const file = attempt('read', path, () => fs.openSync(path, 'r'));
      return growing(path, file, attempt('look at', path, () => fs.fstatSync(file)).size);
    },

    log(path) {
      const file = attempt('write', path, () => folders.open(path, 'a+', 0o600, 0o700));
      return growing(path, file, attempt('look at', path, () => fs.fstatSync(file)).size);
    },

    scratch(path) {
      const { file, place } = openScratch(path);
      // The name goes at once: the bytes live as long as the process, even one that is killed.
      if (process.platform !== 'win32') attempt('remove', place, () => fs.unlinkSync(place));
      const { append, read, flush } = growing(place, file, 0);
      return {
        append,
        read,
        flush,
        get descriptor() {
          flush();
          return file;
        },
        close() {
          fs.closeSync(file);
          fs.rmSync(place, { force: true });
        },
      };
    },
  };
}

/** Opens a scratch file where it is wanted, or else in the system's folder for such files. */
function openScratch(path: string): { readonly file: number; readonly place: string } {
  try {
    return { file: fs.openSync(path, 'w+', 0o600), place: path };
  } catch {
    const place = `${os.tmpdir()}/gazeta-${randomUUID()}`;
    // Everybody may write there: with `x` nothing is opened that somebody else put in its place.
    return { file: attempt('write', place, () => fs.openSync(place, 'wx+', 0o600)), place };
  }
}
