/** Folders that this process has made or found, so that of many files in one folder it is asked for once. */
import fs from 'node:fs';
import { attempt, codeOf } from './files-error.ts';
import { folderOf } from './paths.ts';

/** Folders that are known to be there, and files opened in them. */
export interface MadeFolders {
  /**
   * Opens a file, and makes its folders; `folderMode` is for these. A folder that is known may be gone: a watch and a preview
   * live for days, and whoever cleans up asks nobody. Throws what the system throws; of folders a FilesError.
   */
  open(path: string, flags: string | number, mode: number, folderMode: number): number;
  /** A folder is elsewhere now, or nowhere, with all that is in it. */
  forget(folder: string): void;
  /** An empty folder is gone. */
  forgetEmpty(folder: string): void;
}

export function madeFolders(): MadeFolders {
  const made = new Set<string>();

  function make(folder: string, mode: number): void {
    if (made.has(folder)) return;
    attempt('make the folder', folder, () => {
      const parent = folderOf(folder);
      if (!made.has(parent) || !makeChild(folder, mode)) makeAll(folder, mode);
    });
    // Its parents exist now too; most of the next folders are their children.
    for (let at = folder; at !== '' && !made.has(at); at = folderOf(at)) made.add(at);
  }

  return {
    open(path, flags, mode, folderMode) {
      const folder = folderOf(path);
      make(folder, folderMode);
      try {
        return fs.openSync(path, flags, mode);
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error;
        for (let at = folder; at !== ''; at = folderOf(at)) made.delete(at);
        make(folder, folderMode);
        return fs.openSync(path, flags, mode);
      }
    },
    forget(folder) {
      // What is no folder has nothing in it.
      if (!made.has(folder)) return;
      for (const one of made) if (`${one}/`.startsWith(`${folder}/`)) made.delete(one);
    },
    forgetEmpty: (folder) => {
      made.delete(folder);
    },
  };
}

/**
 * Makes a folder with its parents. The first that is not there is made by itself: where the system refuses it as if its parent
 * were not there (in /proc, below an automounter), Node would try the two in turns for ever.
 */
function makeAll(folder: string, mode: number): void {
  let first = folder;
  while (folderOf(first) !== '' && !fs.existsSync(folderOf(first))) first = folderOf(first);
  try {
    fs.mkdirSync(first, { mode });
  } catch (error) {
    // Another thread may have made it just now.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  fs.mkdirSync(folder, { recursive: true, mode });
}

/** Makes a folder whose parent is there; false if something is in the way. */
function makeChild(folder: string, mode: number): boolean {
  try {
    fs.mkdirSync(folder, { mode });
    return true;
  } catch {
    return false;
  }
}
