/**
 * Folders as they change: news of them from the system, and what tells one from another. Beside base/files the only
 * module that imports node:fs; it is for commands that wait, and a folder in memory has no news.
 */
import fs from 'node:fs';

/** What a watcher asks of the system. Paths are absolute and use `/`. */
export interface Folders {
  /** True if news of a folder is news of all folders below it, too. */
  readonly deep: boolean;
  /**
   * Calls `heard` with the name of what changed in a folder, null if the system does not say it, and `lost` if there will be
   * no more news. Returns what ends it; throws an error of the system, with its code.
   */
  hear(folder: string, heard: (name: string | null) => void, lost: () => void): () => void;
  /** Tells a folder from all others that ever stood or will stand there; null if none is there. Links are followed. */
  identity(folder: string): string | null;
  /** What is in a folder, by name; nothing if there is none. With `noFiles` without what is known to be a file. */
  names(folder: string, noFiles?: boolean): readonly string[];
  /** Stands for a file: another after it was written or replaced. Null for a folder and for nothing. */
  state(file: string): string | null;
  /** True if a path is a file into which this process writes what it says, as with `gazeta watch > watch.log`. */
  isOwnOutput(path: string): boolean;
}

/** Standard output and standard error (POSIX, unistd.h: STDOUT_FILENO, STDERR_FILENO). */
const OUTPUTS = [1, 2];

/** Those of the real system. */
export const FOLDERS: Folders = {
  // FSEvents and ReadDirectoryChangesW. On Linux Node would watch each file by itself, and meet the system's limit.
  deep: process.platform === 'darwin' || process.platform === 'win32',

  hear(folder, heard, lost) {
    const watcher = fs.watch(folder, { recursive: FOLDERS.deep }, (_, name) =>
      heard(name?.replaceAll('\\', '/') ?? null),
    );
    watcher.on('error', lost);
    return () => watcher.close();
  },

  identity(folder) {
    try {
      const stat = fs.statSync(folder, { throwIfNoEntry: false, bigint: true });
      return stat?.isDirectory() ? `${stat.dev}:${stat.ino}:${stat.birthtimeNs}` : null;
    } catch {
      return null;
    }
  },

  names(folder, noFiles = false) {
    try {
      if (!noFiles) return fs.readdirSync(folder);
      const found = fs.readdirSync(folder, { withFileTypes: true });
      return found.filter((one) => !one.isFile()).map(({ name }) => name);
    } catch {
      return [];
    }
  },

  state(file) {
    try {
      const stat = fs.statSync(file, { throwIfNoEntry: false });
      return stat?.isFile() ? `${stat.size} ${stat.mtimeMs} ${stat.ino}` : null;
    } catch {
      return null;
    }
  },

  isOwnOutput(path) {
    const own = OUTPUTS.map(openFile).filter((file) => file !== null);
    if (own.length === 0) return false;
    try {
      const stat = fs.statSync(path, { throwIfNoEntry: false });
      return own.some(({ dev, ino }) => stat?.dev === dev && stat.ino === ino);
    } catch {
      return false;
    }
  },
};

/** The file behind a descriptor; null for a terminal, a pipe, and one that is closed. */
function openFile(descriptor: number): fs.Stats | null {
  try {
    const stat = fs.fstatSync(descriptor);
    return stat.isFile() ? stat : null;
  } catch {
    return null;
  }
}
