/**
 * The root of the memo: what stands for everything that a build was given, beside the instant, and what it told.
 * While that is the same, and until its next change comes by itself, there is nothing to do.
 */
import type { Files } from '../base/files.ts';
import type { FileEntry, Tree } from '../base/tree.ts';
import { readColumns, writeColumns } from './columns.ts';
import { type Mark, markOf, markOfBytes, mix, mixInto } from './mark.ts';

/** What a build that was given the same would tell. */
export interface Root<Told> {
  /** Stands for all that it was given. */
  readonly given: Mark;
  /** From this instant on it holds, in milliseconds; until that one, or for ever if it is null. */
  readonly from: number;
  readonly until: number | null;
  readonly told: Told;
}

/** Stands for a list of files: their names, sizes, times and inodes. */
export function markOfFiles(files: Iterable<FileEntry>): Mark {
  let mark = 0 as Mark;
  for (const { path, size, mtime, inode } of files)
    mark = mixInto(
      mixInto(mixInto(mixInto(mark, markOf(path)), size), inode),
      Math.round(mtime * 1000),
    );
  return mark;
}

/** The same of a tree, by folders. */
export function markOfTree(tree: Tree): Mark {
  const encoder = new TextEncoder();
  let mark = tree.length as Mark;
  for (const { folder, names, stats, passed } of tree) {
    // No name has a slash in it, and every folder ends with one.
    const others = passed.length === 0 ? '' : `//${passed.flat().join('/')}`;
    const text = encoder.encode(`${folder}/${names.join('/')}${others}`);
    const numbers = new Uint8Array(stats.buffer, stats.byteOffset, stats.byteLength);
    mark = mixInto(mixInto(mark, markOfBytes(text)), markOfBytes(numbers));
  }
  return mark;
}

/** Stands for single files, which may not be there. */
export function markOfOthers(files: Files, paths: readonly string[]): Mark {
  return mix(...paths.map((path) => markOf(files.identity(path) ?? '')));
}

/** The root as it was kept; null if there is none. */
export function readRoot<Told>(files: Files, path: string, version: string): Root<Told> | null {
  const bytes = files.readIfThere(path);
  const read = bytes === null ? null : readColumns(`gazeta root ${version}`, bytes);
  return read === null ? null : (read.data as Root<Told>);
}

/** Keeps the root. */
export function writeRoot<Told>(
  files: Files,
  path: string,
  version: string,
  root: Root<Told>,
): void {
  const parts = writeColumns(`gazeta root ${version}`, { data: root, columns: {} });
  files.write(`${path}.gazeta-new`, parts, 0o700);
  files.rename(`${path}.gazeta-new`, path);
}

/** True if a build at `now` that is given the same would tell the same. */
export function holds(root: Root<unknown>, given: Mark, now: number): boolean {
  return root.given === given && root.from <= now && (root.until === null || now < root.until);
}
