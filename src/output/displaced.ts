/**
 * Files in the place of folders, and folders in that of files: what an earlier build left where this one needs the other.
 * What has to lie in a folder that is still a file, `press`, is staged as `press.gazeta-new/…`; the commit removes the
 * file and gives the folder its name.
 */
import type { Files } from '../base/files.ts';
import { once } from '../base/once.ts';
import type { OutPath } from '../base/paths.ts';
import { STAGED } from './journal.ts';

/** What of the output folder the commit has to take away before it puts something there. */
export interface InTheWay {
  /** Files of ours where folders have to be. */
  readonly files: readonly OutPath[];
  /** Folders where files have to be, by these, with the files in them, all of which are ours. */
  readonly folders: ReadonlyMap<OutPath, readonly OutPath[]>;
  /** What others put there: nothing can be published. */
  readonly foreign: readonly OutPath[];
}

/** The outermost of a path's folders that is a file; null if none is. */
export function fileInTheWay(
  files: Pick<Files, 'kind'>,
  root: string,
  out: OutPath,
): OutPath | null {
  for (let at = out.indexOf('/'); at >= 0; at = out.indexOf('/', at + 1)) {
    const kind = files.kind(`${root}/${out.slice(0, at)}`);
    if (kind === 'file') return out.slice(0, at) as OutPath;
    if (kind === 'none') return null;
  }
  return null;
}

/** Where a file is staged whose folder is still the file `behind`. */
export function asidePath(root: string, out: OutPath, behind: OutPath): string {
  return `${root}/${behind}${STAGED}${out.slice(behind.length)}`;
}

/** `staged` are all files that are to be put in place; `aside` those behind a file; `removed` what is ours and goes. */
export function inTheWay(
  files: Files,
  outFolder: string,
  staged: readonly OutPath[],
  aside: ReadonlyMap<OutPath, OutPath>,
  removed: readonly OutPath[],
): InTheWay {
  const folders = new Map<OutPath, readonly OutPath[]>();
  const foreign = new Set<OutPath>();
  const going = once(() => new Set(removed));
  const isOurs = (out: OutPath): boolean => going().has(out);
  const behind = new Set(aside.values());
  for (const file of behind) if (!isOurs(file)) foreign.add(file);
  for (const out of staged) {
    if (aside.has(out) || files.kind(`${outFolder}/${out}`) !== 'folder') continue;
    // Empty folders are nobody's.
    const within = files.list(`${outFolder}/${out}`, true, `${out}/`);
    const paths = within.map(({ path }) => path as OutPath);
    for (const path of paths) if (!isOurs(path)) foreign.add(path);
    folders.set(out, paths);
  }
  return { files: [...behind], folders, foreign: [...foreign].sort() };
}
