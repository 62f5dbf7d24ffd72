/** Files as a walk finds them: by folders and in columns, so that a hundred thousand are no objects until somebody asks. */

/** A file below a folder that was listed. */
export interface FileEntry {
  /** Relative to the listed folder. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds of the file system's clock. */
  readonly mtime: number;
  /** What tells it from another file that was put in its place (POSIX, sys/stat.h: st_ino); 0 where there is none. */
  readonly inode: number;
}

/** The files of one folder. */
export interface Branch {
  /** The folder below the one that was walked, with a slash at its end; empty for that one itself. */
  readonly folder: string;
  /** Sorted. */
  readonly names: readonly string[];
  /** Of each of them its size, its time and its inode, as a `FileEntry` has them. */
  readonly stats: Float64Array;
  /** What else has a name in it, but is no file and no folder whose files could be read. */
  readonly passed: readonly Passed[];
}

/** A name behind which nothing is read: why, and the name. */
export type Passed = readonly [why: 'no file' | 'linked folder' | 'not UTF-8', name: string];

/** The folders that hold files or what was passed over, sorted. */
export type Tree = readonly Branch[];

/** Numbers that are known of each file. */
export const STATS = 3;

/** Calls for each file of a tree, sorted by path, as its letters say: `a-b` before `a/c`. */
export function eachFile(tree: Tree, found: (branch: Branch, file: number) => void): void {
  let next = 0;
  const enter = (): void => {
    const branch = tree[next++] as Branch;
    const { folder, names } = branch;
    let file = 0;
    for (;;) {
      const inside = tree[next]?.folder;
      if (inside === undefined || !inside.startsWith(folder)) break;
      while (file < names.length && folder + names[file] < inside) found(branch, file++);
      enter();
    }
    while (file < names.length) found(branch, file++);
  };
  while (next < tree.length) enter();
}

/** A file of a folder. `before` is put before its path. */
export function entryOf({ folder, names, stats }: Branch, file: number, before = ''): FileEntry {
  return {
    path: before + folder + names[file],
    size: stats[file * STATS] as number,
    mtime: stats[file * STATS + 1] as number,
    inode: stats[file * STATS + 2] as number,
  };
}

/** All files of a tree, in the order of `eachFile`. */
export function entriesOf(tree: Tree, before = ''): FileEntry[] {
  const found: FileEntry[] = [];
  eachFile(tree, (branch, file) => found.push(entryOf(branch, file, before)));
  return found;
}

/** Files that somebody lists, as a tree. */
export function treeOf(files: readonly FileEntry[]): Tree {
  const folders = new Map<string, FileEntry[]>();
  for (const file of files) {
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    const others = folders.get(folder);
    if (others === undefined) folders.set(folder, [file]);
    else others.push(file);
  }
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, inside]) => ({
      folder,
      names: inside.map(({ path }) => path.slice(folder.length)),
      stats: Float64Array.from(inside.flatMap(({ size, mtime, inode }) => [size, mtime, inode])),
      passed: [],
    }));
}
