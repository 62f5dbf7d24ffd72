/**
 * Sizes of pictures that a build made and did not come to publish, because it was killed or gave way: they take long to make, and
 * the next build has them. They lie beside the memo until a build has published.
 */
import type { Files } from '../base/files.ts';
import { hash } from '../base/hash.ts';
import type { PictureSizeFile } from '../content/picture-sizes.ts';
import type { Mark } from '../memo/mark.ts';

/** By the key of the picture. */
export interface SpareSizes {
  /** Null if it was not made, or is damaged. */
  get(key: Mark, size: PictureSizeFile): Uint8Array | null;
  put(key: Mark, size: PictureSizeFile, bytes: Uint8Array): void;
  /** All are published now. */
  clear(): void;
}

/** Letters of the checksum before the bytes. */
const CHECKSUM = 32;

/** `store` is the folder of what builds keep; null if nothing is to be kept. */
export function spareSizes(
  files: Pick<Files, 'kind' | 'readIfThere' | 'write' | 'removeFolder'>,
  store: string | null,
): SpareSizes {
  if (store === null) return NONE;
  const folder = `${store}/sizes`;
  let isThere = files.kind(folder) === 'folder';
  const place = (key: Mark, { width, form }: PictureSizeFile) =>
    `${folder}/${key.toString(36)}-${width}.${form}`;
  return {
    get(key, size) {
      const kept = isThere ? files.readIfThere(place(key, size)) : null;
      if (kept === null) return null;
      const bytes = kept.subarray(CHECKSUM);
      return hash(bytes) === Buffer.from(kept.subarray(0, CHECKSUM)).toString() ? bytes : null;
    },
    put(key, size, bytes) {
      isThere = true;
      files.write(place(key, size), Buffer.concat([Buffer.from(hash(bytes)), bytes]));
    },
    clear() {
      if (isThere) files.removeFolder(folder);
      isThere = false;
    },
  };
}

const NONE: SpareSizes = { get: () => null, put: () => undefined, clear: () => undefined };
