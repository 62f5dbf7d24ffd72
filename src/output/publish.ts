/**
 * The publisher: files are staged, or kept as they stand, and nothing that readers see changes until `commit`. What
 * it may remove is what the manifest or the journal of an earlier build names. Its cost is that of what changes:
 * files that are kept are rows of the manifest, and their paths are not so much as decoded.
 */
import type { Files } from '../base/files.ts';
import { once } from '../base/once.ts';
import { folderOf, type OutPath } from '../base/paths.ts';
import type { Mark } from '../memo/mark.ts';
import { type KeptParts, NO_PARTS } from '../memo/parts.ts';
import { commit } from './commit.ts';
import { type InTheWay, inTheWay } from './displaced.ts';
import { FATE } from './fate.ts';
import { findOutput, type Takeover } from './found.ts';
import { removeStaged, writeJournal, writeRecord } from './journal.ts';
import { bytesOnRecord, looksWhole } from './kept.ts';
import { ledger } from './ledger.ts';
import type { Manifest, PublishedKind } from './manifest.ts';
import { removals } from './removals.ts';
import { type Staged, type StagePlan, sharedRows, stager } from './stage.ts';

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
  const found = findOutput(files, outFolder, records, takeover, verify);
  const { paths, standing, foreign, trusted, removable, unfinished, staging, plan } = found;
  const apart = staging === 'apart' ? found.apart : null;
  const made = ledger(standing);
  const { fates, fresh, changed, aside } = made;

  let isOpen = false;
  /** From here on there may be staged files: the record of that comes first. */
  const open = (): void => {
    if (isOpen) return;
    // With --empty more may go, but only once it does: whoever builds next may not have said so.
    const text = writeJournal({ staging, paths: unfinished?.paths ?? [] });
    // A power cut may leave it empty, but not staged files without it, on disks that keep the order of names.
    writeRecord(files, paths.journal, new TextEncoder().encode(text), false);
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

  // Found out when all files are staged.
  const gone = once(() => removals(standing, fates, made.added(), removable, foreign));
  const intact = once(
    () => !trusted || looksWhole(files, outFolder, standing, fates, [...fresh, ...changed]),
  );
  const blocked = once(() => {
    const staged = apart === null ? [...fresh, ...changed] : [];
    return inTheWay(files, outFolder, staged, aside, gone().paths);
  });
  let isCommitting = false;

  return {
    standing,
    foreign,
    trusted,
    publishedArticles: standing.rows.kind.reduce((sum, kind) => sum + kind, 0),
    intact,
    inTheWay: blocked,
    read: (row) => bytesOnRecord(files, outFolder, standing, row),

    keep(row) {
      if (!trusted) throw new Error('a file cannot be kept where the output is not trusted');
      made.keep(row);
    },
    stage(out, bytes, kind, key, parts = NO_PARTS) {
      made.take(out, write(out, bytes), kind, key, parts);
    },
    stagePlan() {
      open();
      return { ...plan, rows: plan.rows && sharedRows(plan.rows) };
    },
    take(out, staged, kind, key, parts = NO_PARTS) {
      made.take(out, staged, kind, key, parts);
    },

    removedArticles() {
      const removed: OutPath[] = [];
      for (let row = 0; row < fates.length; row++)
        if (fates[row] === FATE.gone && standing.kindOf(row) === 'article')
          removed.push(standing.outOf(row));
      return removed.sort();
    },

    discard() {
      // A commit that broke off is finished or undone by the next build, by its journal.
      if (isCommitting || !isOpen) return;
      if (apart !== null) files.removeFolder(apart);
      // Whatever has the form, also a file that broke off, or that another thread staged and did not tell of.
      else if (files.kind(outFolder) === 'folder')
        removeStaged(files, outFolder, found.isThere ? outFolder : folderOf(outFolder));
      if (unfinished === null) files.remove(paths.journal);
    },

    commit() {
      isCommitting = true;
      const { paths: removed, twinOf } = gone();
      commit(files, {
        outFolder,
        apart,
        paths,
        removable,
        fresh,
        changed,
        removed,
        twinOf,
        aside,
        inTheWay: blocked(),
        standing,
        fates,
        added: made.added(),
        isOpen,
        // Also where nothing changes, a folder that was looked at gets its record.
        mustRecord: !trusted,
        isIntact: intact(),
      });
      return {
        written: [...fresh, ...changed].sort(),
        removed: [...removed],
        unchanged: made.unchanged(),
      };
    },
  };
}
