/** The writing of one staged file. It needs plain data only, so that any thread can do it. */
import type { Files } from '../base/files.ts';
import { type Hash, hash } from '../base/hash.ts';
import type { OutPath } from '../base/paths.ts';
import { asidePath, fileInTheWay } from './displaced.ts';
import { type Manifest, type ManifestRows, manifestOf, placeOf } from './manifest.ts';

/** What a stager must know. Can be sent to another thread. */
export interface StagePlan {
  /** A file of the output is staged as `root/path` with `suffix`. */
  readonly root: string;
  readonly suffix: string;
  /** What is compared before writing: nothing (there is none), what the manifest says, or the files. */
  readonly compare: 'nothing' | 'manifest' | 'files';
  /** Of the manifest, where that is compared. */
  readonly rows: ManifestRows | null;
}

/** What came of staging a file. */
export interface Staged {
  readonly hash: Hash;
  /** Bytes. */
  readonly size: number;
  /** False if the file stands with these bytes, so that none was written. */
  readonly written: boolean;
  /** True if nothing stands at its path. */
  readonly isNew: boolean;
  /** The file that stands where a folder of its path has to be (output/displaced); null if there is none. */
  readonly behind: OutPath | null;
}

/** Writes files beside or apart from their final place. */
export type Stager = (out: OutPath, bytes: Uint8Array) => Staged;

export function stager(
  files: Pick<Files, 'readIfThere' | 'write' | 'kind'>,
  { root, suffix, compare, rows }: StagePlan,
): Stager {
  const standing = rows === null ? null : manifestOf(rows);
  return (out, bytes) => {
    const content = hash(bytes);
    const size = bytes.length;
    const before =
      compare === 'nothing'
        ? 'none'
        : compare === 'files' || standing === null
          ? compareFile(files, `${root}/${out}`, bytes)
          : compareRow(standing, out, content, size);
    const written = before !== 'same';
    const behind = written ? put(out, bytes) : null;
    return { hash: content, size, written, isNew: before === 'none', behind };
  };

  function put(out: OutPath, bytes: Uint8Array): OutPath | null {
    try {
      files.write(`${root}/${out}${suffix}`, bytes);
      return null;
    } catch (error) {
      // To look for that before each of many files would cost more than the one time that it happens.
      const behind = suffix === '' ? null : fileInTheWay(files, root, out);
      if (behind === null) throw error;
      files.write(asidePath(root, out, behind), bytes);
      return behind;
    }
  }
}

type Comparison = 'none' | 'same' | 'other';

function compareFile(
  files: Pick<Files, 'readIfThere'>,
  path: string,
  bytes: Uint8Array,
): Comparison {
  const before = files.readIfThere(path);
  if (before === null) return 'none';
  return Buffer.compare(before, bytes) === 0 ? 'same' : 'other';
}

function compareRow(standing: Manifest, out: OutPath, content: Hash, size: number): Comparison {
  const row = rowOf(standing, out);
  if (row < 0) return 'none';
  return standing.sizeOf(row) === size && standing.hashOf(row) === content ? 'same' : 'other';
}

/** The row of exactly this path; -1 if there is none, or one in other letter case. */
export function rowOf(standing: Manifest, out: OutPath): number {
  const row = standing.find(placeOf(out));
  return row >= 0 && standing.outOf(row) === out ? row : -1;
}

/** Rows in memory that all threads share, so that sending them copies nothing. */
export function sharedRows(rows: ManifestRows): ManifestRows {
  const share = <T extends Uint8Array | Uint32Array | Float64Array>(
    column: T,
    type: new (buffer: SharedArrayBuffer) => T,
  ): T => {
    const shared = new type(new SharedArrayBuffer(column.byteLength));
    shared.set(column);
    return shared;
  };
  return {
    place: share(rows.place, Float64Array),
    key: share(rows.key, Float64Array),
    hash: share(rows.hash, Uint8Array),
    size: share(rows.size, Uint32Array),
    kind: share(rows.kind, Uint8Array),
    folder: share(rows.folder, Uint32Array),
    // Whoever stages files is not asked why.
    parts: new Uint16Array(0),
    moved: new Uint16Array(0),
    start: share(rows.start, Uint32Array),
    paths: share(rows.paths, Uint8Array),
  };
}
