/** The output folder as a build finds it: what stands there, whose it is, and what a build that was killed has left. */
import { type Files, FilesError } from '../base/files.ts';
import { DANGLING } from '../base/files-error.ts';
import type { OutPath } from '../base/paths.ts';
import { isOurs, isSealed } from './identity.ts';
import {
  type Journal,
  loadJournal,
  type RecordFiles,
  recordFiles,
  removeStaged,
  STAGED,
  type Staging,
} from './journal.ts';
import { isAnyOnRecord } from './kept.ts';
import { loadManifest, type Manifest, manifestOf, noRows } from './manifest.ts';
import type { StagePlan } from './stage.ts';

/** How an output folder that Gazeta has not written is treated. */
export type Takeover = 'refuse' | 'adopt' | 'empty';

export interface Found {
  readonly outFolder: string;
  /** True if there is a folder. */
  readonly isThere: boolean;
  readonly paths: RecordFiles;
  /** What stands by an earlier build. */
  readonly standing: Manifest;
  /** True if the folder holds files and no earlier build of this site left a record of it. */
  readonly foreign: boolean;
  /** True if the files of `standing` are there as it says (output/identity). */
  readonly trusted: boolean;
  /** Paths that may be removed besides those that the manifest names. */
  readonly removable: ReadonlySet<OutPath>;
  /** The journal of a build that did not end. */
  readonly unfinished: Journal | null;
  /** The folder where a whole site is staged. */
  readonly apart: string;
  readonly staging: Staging;
  readonly plan: StagePlan;
}

/** Looks at an output folder, and removes what a build that was killed has staged. With `verify` no record is trusted. */
export function findOutput(
  files: Files,
  outFolder: string,
  records: string,
  takeover: Takeover,
  verify: boolean,
): Found {
  const paths = recordFiles(records);
  const loaded = loadManifest(files, paths.manifest);
  const unfinished = loadJournal(files, paths.journal);
  const standing = loaded ?? manifestOf(noRows());
  const kind = files.kind(outFolder);
  // Such as a disk that is not there now: no folder can get the name of the link.
  const link = kind === 'none' ? files.linkOf(outFolder) : null;
  if (link !== null) throw new FilesError(`${outFolder} -> ${link}`, DANGLING, 'write');
  // A folder that is given up is looked at anyway: it need not be as it was.
  const isToBelieve = unfinished === null && !verify && takeover !== 'empty';
  const trusted = loaded !== null && isToBelieve && isSealed(files, outFolder, loaded.seal);

  const apart = outFolder + STAGED;
  if (unfinished?.staging === 'apart') files.removeFolder(apart);
  const interrupted = new Set<OutPath>(unfinished?.paths);
  const removable = new Set<OutPath>();
  if (kind === 'folder' && (unfinished !== null || takeover === 'empty')) {
    // A build was killed, or all that is there is given up: look at the whole folder once.
    removeStaged(files, outFolder, outFolder);
    for (const { path } of files.list(outFolder, true)) {
      const isGivenUp = takeover === 'empty' && !/(^|\/)\./.test(path);
      if (isGivenUp || interrupted.has(path as OutPath)) removable.add(path as OutPath);
    }
  }

  const isKnown = loaded !== null && isOurs(files, outFolder, loaded.seal);
  // A build that was killed while it staged has put nothing there that could be its own.
  const foreign =
    kind === 'folder' &&
    !isKnown &&
    interrupted.size === 0 &&
    !isAnyOnRecord(files, outFolder, standing) &&
    files.list(outFolder).length > 0;

  // Where there is no folder, the whole site is staged apart, and one rename puts it in place.
  const staging: Staging = kind === 'none' && files.kind(apart) === 'none' ? 'apart' : 'beside';
  const plan: StagePlan = {
    root: staging === 'apart' ? apart : outFolder,
    suffix: staging === 'apart' ? '' : STAGED,
    compare: kind === 'none' ? 'nothing' : trusted ? 'manifest' : 'files',
    rows: trusted ? standing.rows : null,
  };
  return {
    outFolder,
    isThere: kind === 'folder',
    paths,
    standing,
    foreign,
    trusted,
    removable,
    unfinished,
    apart,
    staging,
    plan,
  };
}
