/**
 * The journal of a build that has begun to write: with the manifest, the only right to remove. A sealed text; it is
 * there from before the first file is staged until the manifest of what was made is in place.
 *
 *     gazeta journal 2
 *     beside | apart
 *     <path that the build writes or removes>
 *     ...
 *     end <hash of all lines before>
 */
import type { Files } from '../base/files.ts';
import { hash } from '../base/hash.ts';
import { folderOf, type OutPath } from '../base/paths.ts';

/** Where files are staged: each beside its final place, or the whole site in a folder of its own. */
export type Staging = 'beside' | 'apart';

/** What an unfinished build left. */
export interface Journal {
  readonly staging: Staging;
  /** Paths that it may have written or removed. */
  readonly paths: readonly OutPath[];
}

/** The one temporary form of a file, and of a folder; no address can end so. */
export const STAGED = '.gazeta-new';

/** True for the path of a file that is staged. */
function isStaged(path: string): boolean {
  return path.endsWith(STAGED) || path.includes(`${STAGED}/`);
}

/** Removes what is staged below a folder, and folders that are empty then, but for `root` and those around it. */
export function removeStaged(files: Files, folder: string, root: string): void {
  for (const { path } of files.list(folder, true))
    if (isStaged(path)) {
      files.remove(`${folder}/${path}`);
      files.removeEmptyFolders(folderOf(`${folder}/${path}`), root);
    }
}

const HEADER = 'gazeta journal 2';

/**
 * Where the records of an output folder lie: a folder of its own in the store, named for its path, which is that within the
 * site where it lies there, so that a site can be moved.
 */
export function recordFolder(store: string, site: string, outFolder: string): string {
  const isWithin = outFolder.startsWith(`${site}/`);
  const name = isWithin ? outFolder.slice(site.length + 1) : outFolder;
  return `${store}/output-${hash(name).slice(0, 12)}`;
}

/** The records in such a folder. */
export interface RecordFiles {
  readonly manifest: string;
  readonly journal: string;
}

export function recordFiles(records: string): RecordFiles {
  return { manifest: `${records}/manifest`, journal: `${records}/journal` };
}

/** The journal as text, with a checksum that tells a cut or changed text from a whole one. */
export function writeJournal({ staging, paths }: Journal): string {
  const text = `${[HEADER, staging, ...paths].join('\n')}\n`;
  return `${text}end ${hash(text)}\n`;
}

/** Reads a journal; one that is damaged names nothing. */
export function readJournal(text: string): Journal {
  const end = text.lastIndexOf('end ');
  const body = text.slice(0, Math.max(0, end));
  if (!body.startsWith(`${HEADER}\n`) || text.slice(end) !== `end ${hash(body)}\n`)
    return { staging: 'beside', paths: [] };
  const [staging, ...paths] = body.split('\n').slice(1, -1);
  return { staging: staging === 'apart' ? 'apart' : 'beside', paths: paths as OutPath[] };
}

/** Reads the journal file; null if there is none: then the last build ended well. */
export function loadJournal(files: Files, path: string): Journal | null {
  const bytes = files.readIfThere(path);
  return bytes === null ? null : readJournal(new TextDecoder().decode(bytes));
}

/** Writes a record so that it is there as a whole or not at all; `lasting` also after a power cut. */
export function writeRecord(
  files: Files,
  path: string,
  bytes: Uint8Array | readonly Uint8Array[],
  lasting: boolean,
): void {
  files.write(path + STAGED, bytes, 0o700);
  if (lasting) files.sync([path + STAGED]);
  files.rename(path + STAGED, path);
  if (lasting) files.sync([folderOf(path)]);
}
