/**
 * The publisher: files are staged, or kept as they stand, and nothing that readers see changes until `commit`. What
 * it may remove is what the manifest or the journal of an earlier build names. Its cost is that of what changes:
 * files that are kept are rows of the manifest, and their paths are not so much as decoded.
 */
import { type Files, FilesError } from '../base/files.ts';
import { DANGLING } from '../base/files-error.ts';
import { folderOf, type OutPath } from '../base/paths.ts';
import type { Mark } from '../memo/mark.ts';
import { type KeptParts, MOVED, type Moved, movedParts, NO_PARTS } from '../memo/parts.ts';
import { commit } from './commit.ts';
import { type InTheWay, inTheWay } from './displaced.ts';
import { FATE } from './fate.ts';
import { isOurs, isSealed } from './identity.ts';
import {
  loadJournal,
  recordFiles,
  removeStaged,
  STAGED,
  type Staging,
  writeJournal,
  writeRecord,
} from './journal.ts';
import { bytesOnRecord, isAnyOnRecord, looksWhole } from './kept.ts';
import { loadManifest, type Manifest, manifestOf, noRows, type PublishedKind } from './manifest.ts';
import { rowList } from './manifest-rows.ts';
import { type Removals, removals } from './removals.ts';
import { rowOf, type Staged, type StagePlan, sharedRows, stager } from './stage.ts';

/** How an output folder that Gazeta has not written is treated. */
export type Takeover = 'refuse' | 'adopt' | 'empty';

/** What a commit did. Paths are sorted. */
export interface Changes {
  readonly written: readonly OutPath[];
  readonly removed: readonly OutPath[];
  readonly unchanged: number;
}

/** Gathers the files of a build and then puts all of them in place, or none. */
export interface Publisher {
  /** What stands by an earlier build. */
  readonly standing: Manifest;
  /** True if the folder holds files and no earlier build of this site left a record of it. */
  readonly foreign: boolean;
  /**
   * True if the files of `standing` are there as it says (output/identity). If not, nothing can be kept: a build
   * makes every file, and `stage` compares it with what is there.
   */
  readonly trusted: boolean;
  /** The bytes of the file of that row, if it stands with those on record, trusted or not; else null. */
  read(row: number): Uint8Array | null;
  /** The file of that row stays as it is; its bytes are those that this build would make. */
  keep(row: number): void;
  /** Stages a file. `key` stands for all that it was made from, `parts` are its parts. Each path is staged once. */
  stage(out: OutPath, bytes: Uint8Array, kind: PublishedKind, key: Mark, parts?: KeptParts): void;
  /**
   * What a thread needs to stage files (output/stage). Asked for before any thread stages: the journal is written
   * now. Whatever they staged must be taken before `commit` or `discard`.
   */
  stagePlan(): StagePlan;
  /** Takes over a file that a stager staged. */
  take(out: OutPath, staged: Staged, kind: PublishedKind, key: Mark, parts?: KeptParts): void;
  /** Published articles' pages that this build does not make. */
  removedArticles(): readonly OutPath[];
  /** How many articles' pages an earlier build published. */
  readonly publishedArticles: number;
  /**
   * False if files that are kept, in the folders that the build changes, are gone or cut: somebody was there. Then a
   * build had better be discarded and begun again without trust (`verify`). If it is committed nevertheless,
   * the next one looks at everything.
   */
  intact(): boolean;
  /** What has to be taken away where files are put; asked when all are staged. */
  inTheWay(): InTheWay;
  /** Forgets what was staged; the output folder is as it was. Does nothing once a commit has begun. */
  discard(): void;
  commit(): Changes;
}

/** Opens an output folder for one build. With `verify`, what the manifest says is not trusted. */
export function publisher(
  files: Files,
  outFolder: string,
  records: string,
  takeover: Takeover,
  verify = false,
): Publisher {
  const paths = recordFiles(records);
  const loaded = loadManifest(files, paths.manifest);
  const unfinished = loadJournal(files, paths.journal);
  const standing = loaded ?? manifestOf(noRows());
  const found = files.kind(outFolder);
  // Such as a disk that is not there now: no folder can get the name of the link.
  const link = found === 'none' ? files.linkOf(outFolder) : null;
  if (link !== null) throw new FilesError(`${outFolder} -> ${link}`, DANGLING, 'write');
  // A folder that is given up is looked at anyway: it need not be as it was.
  const isToBelieve = unfinished === null && !verify && takeover !== 'empty';
  const trusted = loaded !== null && isToBelieve && isSealed(files, outFolder, loaded.seal);

  /** What may be removed besides what the manifest names. */
  const removable = new Set<OutPath>();
  /** What a commit that broke off may have put there. */
  const interrupted = new Set<OutPath>(unfinished?.paths);
  const apart = outFolder + STAGED;
  if (unfinished?.staging === 'apart') files.removeFolder(apart);
  if (found === 'folder' && (unfinished !== null || takeover === 'empty')) {
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
    found === 'folder' &&
    !isKnown &&
    interrupted.size === 0 &&
    !isAnyOnRecord(files, outFolder, standing) &&
    files.list(outFolder).length > 0;

  // Where there is no folder, the whole site is staged apart, and one rename puts it in place.
  const staging: Staging = found === 'none' && files.kind(apart) === 'none' ? 'apart' : 'beside';
  const plan: StagePlan = {
    root: staging === 'apart' ? apart : outFolder,
    suffix: staging === 'apart' ? '' : STAGED,
    compare: found === 'none' ? 'nothing' : trusted ? 'manifest' : 'files',
    rows: trusted ? standing.rows : null,
  };

  const encoder = new TextEncoder();
  let isOpen = false;
  /** From here on there may be staged files: the record of that comes first. */
  const open = (): void => {
    if (isOpen) return;
    // With --empty more may go, but only once it does: whoever builds next may not have said so.
    const text = writeJournal({ staging, paths: [...interrupted] });
    // A power cut may leave it empty, but not staged files without it, on disks that keep the order of names.
    writeRecord(files, paths.journal, encoder.encode(text), false);
    isOpen = true;
  };
  const write = stager(
    {
      kind: (path) => files.kind(path),
      readIfThere: (path) => files.readIfThere(path),
      write(path, bytes) {
        open();
        files.write(path, bytes);
      },
    },
    plan,
  );

  const fates = new Uint8Array(standing.size);
  const added = rowList();
  const fresh: OutPath[] = [];
  const changed: OutPath[] = [];
  const aside = new Map<OutPath, OutPath>();
  let unchanged = 0;
  let committing = false;
  let whole: boolean | null = null;
  let leaving: Removals | null = null;
  const gone = (): Removals => {
    leaving ??= removals(standing, fates, added.rows(), removable, foreign);
    return leaving;
  };
  let blocked: InTheWay | null = null;
  const intact = (): boolean => {
    whole ??= !trusted || looksWhole(files, outFolder, standing, fates, [...fresh, ...changed]);
    return whole;
  };

  const movedSince = (row: number, kind: PublishedKind, parts: KeptParts): Moved => {
    if (row < 0 || parts.length === 0) return MOVED.unknown;
    const moved = movedParts(standing.rows.parts, row, parts);
    return standing.kindOf(row) === kind ? moved : moved | MOVED.otherKind;
  };

  const self: Publisher = {
    standing,
    foreign,
    trusted,
    publishedArticles: standing.rows.kind.reduce((sum, kind) => sum + kind, 0),

    read: (row) => bytesOnRecord(files, outFolder, standing, row),

    keep(row) {
      if (!trusted) throw new Error('a file cannot be kept where the output is not trusted');
      if (fates[row] === FATE.gone) unchanged++;
      fates[row] = FATE.kept;
    },

    stage(out, bytes, kind, key, parts) {
      self.take(out, write(out, bytes), kind, key, parts);
    },

    stagePlan() {
      open();
      return { ...plan, rows: plan.rows && sharedRows(plan.rows) };
    },

    take(out, { hash, size, written, isNew, behind }, kind, key, parts = NO_PARTS) {
      const row = rowOf(standing, out);
      if (row >= 0 && fates[row] !== FATE.gone) unchanged--;
      if (written) (isNew ? fresh : changed).push(out);
      else unchanged++;
      if (behind !== null) aside.set(out, behind);
      const isSame =
        row >= 0 &&
        !written &&
        standing.keyOf(row) === key &&
        standing.kindOf(row) === kind &&
        standing.sizeOf(row) === size &&
        standing.hashOf(row) === hash;
      if (!isSame) {
        const before = row < 0 && isNew ? MOVED.isNew : movedSince(row, kind, parts);
        added.add({ out, hash, size, kind, key, parts, moved: before });
      }
      if (row >= 0) fates[row] = isSame ? FATE.kept : written ? FATE.written : FATE.renewed;
    },

    removedArticles() {
      const removed: OutPath[] = [];
      for (let row = 0; row < fates.length; row++)
        if (fates[row] === FATE.gone && standing.kindOf(row) === 'article')
          removed.push(standing.outOf(row));
      return removed.sort();
    },

    intact,

    inTheWay() {
      const staged = staging === 'apart' ? [] : [...fresh, ...changed];
      blocked ??= inTheWay(files, outFolder, staged, aside, gone().paths);
      return blocked;
    },

    discard() {
      // A commit that broke off is finished or undone by the next build, by its journal.
      if (committing || !isOpen) return;
      if (staging === 'apart') files.removeFolder(apart);
      // Whatever has the form, also a file that broke off, or that another thread staged and did not tell of.
      else if (files.kind(outFolder) === 'folder')
        removeStaged(files, outFolder, found === 'folder' ? outFolder : folderOf(outFolder));
      if (unfinished === null) files.remove(paths.journal);
    },

    commit() {
      committing = true;
      const { paths: removed, twinOf } = gone();
      commit(files, {
        outFolder,
        apart: staging === 'apart' ? apart : null,
        paths,
        removable,
        fresh,
        changed,
        removed,
        twinOf,
        aside,
        inTheWay: self.inTheWay(),
        standing,
        fates,
        added: added.rows(),
        isOpen,
        // Also where nothing changes, a folder that was looked at gets its record.
        mustRecord: !trusted,
        isIntact: intact(),
      });
      return { written: [...fresh, ...changed].sort(), removed: [...removed], unchanged };
    },
  };
  return self;
}
