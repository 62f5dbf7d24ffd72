/** A look at files that are kept, where the build changes something anyway: does somebody else write there? */
import type { Files } from '../base/files.ts';
import { hash } from '../base/hash.ts';
import type { OutPath } from '../base/paths.ts';
import { FATE } from './fate.ts';
import { folderMark, type Manifest } from './manifest.ts';

/** The bytes of the file of a row, if they are those on record; else null. */
export function bytesOnRecord(
  files: Files,
  folder: string,
  standing: Manifest,
  row: number,
): Uint8Array | null {
  const path = `${folder}/${standing.outOf(row)}`;
  if (files.sizeOf(path) !== standing.sizeOf(row)) return null;
  const bytes = files.readIfThere(path);
  return bytes !== null && hash(bytes) === standing.hashOf(row) ? bytes : null;
}

/** True if any file stands with the bytes on record: then the folder, or that of which it is a copy, was written by us. */
export function isAnyOnRecord(files: Files, folder: string, standing: Manifest): boolean {
  for (let row = 0; row < standing.size; row++)
    if (bytesOnRecord(files, folder, standing, row) !== null) return true;
  return false;
}

/** No more than this many files are looked at, and the folders of no more than this many changed ones. */
const MOST = 2000;

/**
 * True if the kept files beside `changed` ones and beside those that go are there with the size on record. The
 * column of folders is gone through, which is quick; only the paths of those few files are decoded.
 */
export function looksWhole(
  files: Files,
  outFolder: string,
  standing: Manifest,
  fates: Uint8Array,
  changed: readonly OutPath[],
): boolean {
  const folders = new Set(changed.slice(0, MOST).map(folderMark));
  for (let row = 0; row < fates.length && folders.size < MOST; row++)
    if (fates[row] === FATE.gone) folders.add(standing.folderOf(row));
  if (folders.size === 0) return true;
  let looked = 0;
  for (let row = 0; row < fates.length && looked < MOST; row++) {
    const stays = fates[row] === FATE.kept || fates[row] === FATE.renewed;
    if (!stays || !folders.has(standing.folderOf(row))) continue;
    looked++;
    if (files.sizeOf(`${outFolder}/${standing.outOf(row)}`) !== standing.sizeOf(row)) return false;
  }
  return true;
}
