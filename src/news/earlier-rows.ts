/** Which row of an earlier register each file has been. */
import type { Mark } from '../memo/mark.ts';
import { markIndex } from '../memo/mark-index.ts';

/** How far apart two files may be for one to be found by looking at those between. */
const NEAR = 8;

/**
 * For each path the row that it had before, else -1, by the marks of both. Both are in the order of their paths, and nearly all
 * are the same, so that they are gone through side by side; only where that fails is one looked for among all.
 */
export function earlierRows(paths: Float64Array, before: Float64Array): Int32Array {
  const rows = new Int32Array(paths.length);
  let index: ReturnType<typeof markIndex> | null = null;
  const find = (path: Mark): number => {
    if (index === null) {
      index = markIndex(before.length);
      for (let row = 0; row < before.length; row++) index.set((before[row] ?? 0) as Mark, row);
    }
    return index.get(path);
  };
  /** The row at which the next path is expected. */
  let next = 0;
  for (let row = 0; row < paths.length; row++) {
    const path = paths[row] as Mark;
    if (before[next] !== path) next = resumed(row, path);
    if (before[next] === path) rows[row] = next++;
    else rows[row] = -1;
  }
  return rows;

  /** Where to go on: a few rows on if these files are gone, here if the path is new and the one after it is not. */
  function resumed(row: number, path: Mark): number {
    for (let near = next + 1; near <= next + NEAR; near++) if (before[near] === path) return near;
    for (let near = row + 1; near <= row + NEAR; near++)
      if (near < paths.length && before[next] === paths[near]) return next;
    const found = find(path);
    return found < 0 ? next : found;
  }
}
