/** New rows of a manifest as files are staged, and a manifest of them and of what stays. No object per file. */
import { PARTS_KEPT } from '../memo/parts.ts';
import {
  bufferOver,
  folderMark,
  type Manifest,
  type ManifestRows,
  noRows,
  type Published,
  placeOf,
} from './manifest.ts';

/** Rows in the order in which they were added. */
export interface RowList {
  readonly length: number;
  add(file: Published): void;
  /** The columns so far; not sorted. */
  rows(): ManifestRows;
}

export function rowList(): RowList {
  let rows = withRoom(noRows(), 64, 4096);
  let length = 0;
  let used = 0;
  let hashes = bufferOver(rows.hash);
  let paths = bufferOver(rows.paths);
  return {
    get length() {
      return length;
    },
    add({ out, hash, size, kind, key, parts, moved }) {
      // A unit of a string is at most three bytes.
      const bytes = used + out.length * 3;
      if (length === rows.place.length || bytes > rows.paths.length) {
        rows = withRoom(rows, (length + 1) * 2, Math.max(rows.paths.length, bytes * 2));
        hashes = bufferOver(rows.hash);
        paths = bufferOver(rows.paths);
      }
      rows.place[length] = placeOf(out);
      rows.key[length] = key;
      rows.size[length] = size;
      rows.kind[length] = kind === 'article' ? 1 : 0;
      rows.folder[length] = folderMark(out);
      rows.parts.set(parts, length * PARTS_KEPT);
      rows.moved[length] = moved;
      hashes.write(hash, length * 16, 'hex');
      used += paths.write(out, used);
      length++;
      rows.start[length] = used;
    },
    rows: () => ({
      place: rows.place.subarray(0, length),
      key: rows.key.subarray(0, length),
      hash: rows.hash.subarray(0, length * 16),
      size: rows.size.subarray(0, length),
      kind: rows.kind.subarray(0, length),
      folder: rows.folder.subarray(0, length),
      parts: rows.parts.subarray(0, length * PARTS_KEPT),
      moved: rows.moved.subarray(0, length),
      start: rows.start.subarray(0, length + 1),
      paths: rows.paths.subarray(0, used),
    }),
  };
}

/** The rows of `standing` for which `isKept` is 1, and added ones, sorted by place. */
export function mergeRows(
  standing: Manifest,
  isKept: Uint8Array,
  added: ManifestRows,
): ManifestRows {
  const old = standing.rows;
  let kept = 0;
  for (let row = 0; row < isKept.length; row++) if (isKept[row] === 1) kept++;
  const size = kept + added.place.length;
  const merged = withRoom(noRows(), size, old.paths.length + added.paths.length);
  let length = 0;
  let used = 0;
  /** Copies rows that follow one another: a million that stay are a few copies, not a million. */
  const copy = (from: ManifestRows, first: number, end: number): void => {
    const begin = from.start[first] as number;
    const shift = used - begin;
    const paths = from.paths.subarray(begin, from.start[end]);
    merged.place.set(from.place.subarray(first, end), length);
    merged.key.set(from.key.subarray(first, end), length);
    merged.hash.set(from.hash.subarray(first * 16, end * 16), length * 16);
    merged.size.set(from.size.subarray(first, end), length);
    merged.kind.set(from.kind.subarray(first, end), length);
    merged.folder.set(from.folder.subarray(first, end), length);
    merged.parts.set(
      from.parts.subarray(first * PARTS_KEPT, end * PARTS_KEPT),
      length * PARTS_KEPT,
    );
    merged.moved.set(from.moved.subarray(first, end), length);
    merged.paths.set(paths, used);
    for (let row = first; row < end; row++)
      merged.start[++length] = (from.start[row + 1] as number) + shift;
    used += paths.length;
  };

  /** Copies one row: for few bytes, copying by calls costs more than the copy. */
  const copyOne = (from: ManifestRows, row: number): void => {
    merged.place[length] = from.place[row] as number;
    merged.key[length] = from.key[row] as number;
    merged.size[length] = from.size[row] as number;
    merged.kind[length] = from.kind[row] as number;
    merged.folder[length] = from.folder[row] as number;
    merged.moved[length] = from.moved[row] as number;
    for (let at = 0; at < PARTS_KEPT; at++)
      merged.parts[length * PARTS_KEPT + at] = from.parts[row * PARTS_KEPT + at] as number;
    for (let at = 0; at < 16; at++)
      merged.hash[length * 16 + at] = from.hash[row * 16 + at] as number;
    const end = from.start[row + 1] as number;
    for (let at = from.start[row] as number; at < end; at++)
      merged.paths[used++] = from.paths[at] as number;
    merged.start[++length] = used;
  };

  const order = orderOf(added.place);
  let row = 0;
  for (let next = 0; next <= order.length; next++) {
    const add = order[next];
    const until = add === undefined ? Number.POSITIVE_INFINITY : (added.place[add] as number);
    while (row < isKept.length && (old.place[row] as number) < until) {
      let end = row;
      while (end < isKept.length && isKept[end] === 1 && (old.place[end] as number) < until) end++;
      if (end > row) copy(old, row, end);
      row = Math.max(end, row + 1);
    }
    if (add !== undefined) copyOne(added, add);
  }
  return { ...merged, paths: merged.paths.subarray(0, used) };
}

/**
 * The indexes of marks in ascending order of the marks. Marks are spread evenly, so dealing them out into as many
 * heaps as there are marks all but sorts them.
 */
function orderOf(marks: Float64Array): Uint32Array {
  const count = marks.length;
  const heapOf = (mark: number) => Math.floor((mark / 2 ** 52) * count);
  const starts = new Uint32Array(count + 1);
  for (const mark of marks) (starts[heapOf(mark) + 1] as number)++;
  for (let at = 1; at <= count; at++) (starts[at] as number) += starts[at - 1] as number;
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at++) order[(starts[heapOf(marks[at] as number)] as number)++] = at;
  for (let at = 1; at < count; at++) {
    const index = order[at] as number;
    const mark = marks[index] as number;
    let to = at;
    for (; to > 0 && (marks[order[to - 1] as number] as number) > mark; to--)
      order[to] = order[to - 1] as number;
    order[to] = index;
  }
  return order;
}

function withRoom(rows: ManifestRows, size: number, bytes: number): ManifestRows {
  const grown: ManifestRows = {
    place: new Float64Array(size),
    key: new Float64Array(size),
    hash: new Uint8Array(size * 16),
    size: new Uint32Array(size),
    kind: new Uint8Array(size),
    folder: new Uint32Array(size),
    parts: new Uint16Array(size * PARTS_KEPT),
    moved: new Uint16Array(size),
    start: new Uint32Array(size + 1),
    paths: new Uint8Array(bytes),
  };
  for (const name of Object.keys(rows) as (keyof ManifestRows)[])
    grown[name].set(rows[name] as never);
  return grown;
}
