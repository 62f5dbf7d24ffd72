/**
 * Is the output folder the one that the last build wrote? Then what the manifest says of its files is believed, and
 * they are not read.
 *
 * Known again are the folder itself (device, inode, birth) and the home page (also size and time of writing). So
 * `rm -rf dist`, another folder in its place, one unpacked from an archive or a cache, and one that a tool
 * copied over are noticed. Both stay as they are when they are renamed into place, and nothing of ours lies among
 * published files: a dot-file as marker would be uploaded with them. The record is made anew by each build that
 * changes something, after all else is in place, and each of them writes the home page anew, so that another store
 * that keeps a record of the folder sees it; a device number that changes with a restart costs one full look.
 */
import type { Files } from '../base/files.ts';
import type { OutPath } from '../base/paths.ts';
import { type Manifest, placeOf, type Seal } from './manifest.ts';

const HOME = 'index.html' as OutPath;

/** The file by which the folder is known: the home page, or else the first one. */
export function markerOf(standing: Pick<Manifest, 'size' | 'find' | 'outOf'>): OutPath | null {
  if (standing.find(placeOf(HOME)) >= 0) return HOME;
  return standing.size > 0 ? standing.outOf(0) : null;
}

/** By what the folder is known again; null if it, or the marker, is not there. */
export function identityOf(files: Files, folder: string, marker: OutPath | null): string | null {
  const whole = files.identity(folder);
  const one = marker === null ? null : files.identity(`${folder}/${marker}`);
  return whole === null || one === null ? null : `${whole} ${one}`;
}

/** True if the folder is the one of the seal. */
export function isOurs(files: Files, folder: string, seal: Seal): boolean {
  return seal.identity !== null && seal.identity === identityOf(files, folder, seal.marker);
}

/** True if the folder is the one of the seal, and what was written there did reach the disk. */
export function isSealed(files: Files, folder: string, seal: Seal): boolean {
  // The machine was started again before the last large build was known to be on the disk: by a power cut?
  if (seal.unsynced !== null && seal.unsynced !== files.session()) return false;
  return isOurs(files, folder, seal);
}
