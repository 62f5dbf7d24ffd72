/**
 * The record of what a build published into an output folder: the right to remove a file later, and what need not be
 * made again. A file of columns in the site's store, sorted by place; a damaged one counts as none. Opening one of a
 * million files is reading it: nothing is decoded, and no index is made.
 */
import type { Files } from '../base/files.ts';
import type { Hash } from '../base/hash.ts';
import { folderOf, type OutPath } from '../base/paths.ts';
import { type Column, type Columns, readColumns, writeColumns } from '../memo/columns.ts';
import { type Mark, markOf } from '../memo/mark.ts';
import { type KeptParts, MOVED, type Moved, PARTS_KEPT } from '../memo/parts.ts';

/** What a published file is: `article` for articles' own pages, which the guard against mass removal counts. */
export type PublishedKind = 'article' | 'other';

/** One published file. */
export interface Published {
  readonly out: OutPath;
  readonly hash: Hash;
  /** Bytes. */
  readonly size: number;
  readonly kind: PublishedKind;
  /** Stands for all that it was made from; NO_MARK if that is not known. */
  readonly key: Mark;
  /** The parts of the key. */
  readonly parts: KeptParts;
  /** In which parts it differed from the one before when it was made. */
  readonly moved: Moved;
}

/** The published files of an earlier build, by rows from 0. */
export interface Manifest {
  readonly size: number;
  /** The row of a path by its place; -1 if nothing is there. */
  find(place: Mark): number;
  outOf(row: number): OutPath;
  /** What the file was made from; NO_MARK if not known. */
  keyOf(row: number): Mark;
  /** Why it was made. */
  movedOf(row: number): Moved;
  kindOf(row: number): PublishedKind;
  sizeOf(row: number): number;
  hashOf(row: number): Hash;
  /** Stands for the folder of the file; two folders may share one. */
  folderOf(row: number): number;
  readonly rows: ManifestRows;
  /** By what the output folder is known again (output/identity). */
  readonly seal: Seal;
}

/** The columns of a manifest, as they are kept. Row `n` has one entry in each, but for `paths`. */
export type ManifestRows = {
  /** Ascending. */
  readonly place: Float64Array;
  readonly key: Float64Array;
  /** 16 bytes a row. */
  readonly hash: Uint8Array;
  readonly size: Uint32Array;
  readonly kind: Uint8Array;
  readonly folder: Uint32Array;
  /** Parts of the key, `PARTS_KEPT` a row. */
  readonly parts: Uint16Array;
  readonly moved: Uint16Array;
  /** Where the path begins in `paths`; and one entry more, the end of the last. */
  readonly start: Uint32Array;
  /** UTF-8. */
  readonly paths: Uint8Array;
};

/** By what a later build sees that the output folder is the one that was written, and whole. */
export interface Seal {
  /** Of the folder and of one published file in it; null if the folder is not to be trusted. */
  readonly identity: string | null;
  readonly marker: OutPath | null;
  /** The session of the machine in which files were written and not yet known to be on the disk; null if they are. */
  readonly unsynced: string | null;
}

/** Names the form, and the version of what its columns mean. */
const KIND = 'gazeta manifest 3';

/** The form before, which knew nothing of the parts of keys. */
const EARLIER = 'gazeta manifest 2';

/** Of a folder that nobody knows. */
const NO_SEAL: Seal = { identity: null, marker: null, unsynced: null };

/** The place of a path in the output, whatever its letter case. */
export function placeOf(out: OutPath): Mark {
  return markOf(out.toLowerCase());
}

/** Stands for the folder of a path, in 32 bits. */
export function folderMark(out: OutPath): number {
  return markOf(folderOf(out)) % 2 ** 32;
}

/** The columns of no file. */
export function noRows(): ManifestRows {
  return {
    place: new Float64Array(0),
    key: new Float64Array(0),
    hash: new Uint8Array(0),
    size: new Uint32Array(0),
    kind: new Uint8Array(0),
    folder: new Uint32Array(0),
    parts: new Uint16Array(0),
    moved: new Uint16Array(0),
    start: new Uint32Array(1),
    paths: new Uint8Array(0),
  };
}

/** A manifest over columns. */
export function manifestOf(rows: ManifestRows, seal: Seal = NO_SEAL): Manifest {
  const { place, key, size, kind, folder, start } = rows;
  const hashes = bufferOver(rows.hash);
  const paths = bufferOver(rows.paths);
  return {
    rows,
    seal,
    size: place.length,
    find: (wanted) => findSorted(place, wanted),
    outOf: (row) => paths.toString('utf8', start[row], start[row + 1]) as OutPath,
    keyOf: (row) => key[row] as Mark,
    movedOf: (row) => rows.moved[row] as Moved,
    kindOf: (row) => (kind[row] === 1 ? 'article' : 'other'),
    sizeOf: (row) => size[row] as number,
    hashOf: (row) => hashes.toString('hex', row * 16, row * 16 + 16) as Hash,
    folderOf: (row) => folder[row] as number,
  };
}

/** The manifest as bytes, in pieces. */
export function writeManifest({ rows, seal }: Pick<Manifest, 'rows' | 'seal'>): Uint8Array[] {
  return writeColumns(KIND, { data: seal, columns: rows as Record<string, Column> });
}

/** Reads a manifest; null if the bytes are none, or were cut or changed. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  const found = readColumns(KIND, bytes) ?? withoutParts(readColumns(EARLIER, bytes));
  // What the checksum holds for whole was written by writeManifest.
  return found && manifestOf(found.columns as unknown as ManifestRows, found.data as Seal);
}

function withoutParts(found: Columns | null): Columns | null {
  if (found === null) return null;
  const size = found.columns.place?.length ?? 0;
  const parts = new Uint16Array(size * PARTS_KEPT);
  const moved = new Uint16Array(size).fill(MOVED.unknown);
  return { ...found, columns: { ...found.columns, parts, moved } };
}

/** Reads a manifest file; null if it is missing or damaged. */
export function loadManifest(files: Files, path: string): Manifest | null {
  const bytes = files.readIfThere(path);
  return bytes === null ? null : readManifest(bytes);
}

/**
 * The index of a mark in a sorted column; -1 if it is not there. Marks are spread evenly, so the place of one among
 * a million is guessed within a few hundred; the guess is made better as long as it helps, and then halves.
 */
function findSorted(sorted: Float64Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  for (let step = 0; low <= high; step++) {
    const first = sorted[low] as number;
    const last = sorted[high] as number;
    if (wanted < first || wanted > last) return -1;
    const share = step < 4 && last > first ? (wanted - first) / (last - first) : 0.5;
    const at = low + Math.floor((high - low) * share);
    const found = sorted[at] as number;
    if (found === wanted) return at;
    if (found < wanted) low = at + 1;
    else high = at - 1;
  }
  return -1;
}

/** The bytes of a column, with the ways to read and write text. */
export function bufferOver({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
