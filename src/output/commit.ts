/**
 * The commit, in an order that is right wherever it ends: assets and new files (nothing that readers see links to
 * them), changed files, removals, the manifest. The journal stands until the manifest is in place.
 */
import { type Files, FilesError } from '../base/files.ts';
import { folderOf, type OutPath } from '../base/paths.ts';
import { asidePath, type InTheWay } from './displaced.ts';
import { identityOf, markerOf } from './identity.ts';
import { type RecordFiles, STAGED, writeJournal, writeRecord } from './journal.ts';
import {
  type Manifest,
  type ManifestRows,
  manifestOf,
  type Seal,
  writeManifest,
} from './manifest.ts';
import { mergeRows } from './manifest-rows.ts';

/** All that is decided when a commit begins. */
export interface CommitPlan {
  readonly outFolder: string;
  /** The folder where the whole site is staged; null if each file is staged beside its place. */
  readonly apart: string | null;
  readonly paths: RecordFiles;
  readonly removable: ReadonlySet<OutPath>;
  /** Staged files where there was none. */
  readonly fresh: readonly OutPath[];
  /** Staged files that take the place of others. */
  readonly changed: readonly OutPath[];
  readonly removed: readonly OutPath[];
  /** Those of the staged that are behind a file, which stands where one of their folders has to be. */
  readonly aside: ReadonlyMap<OutPath, OutPath>;
  readonly inTheWay: InTheWay;
  /** A path of this build that differs from another by letter case only. */
  twinOf(out: OutPath): OutPath | null;
  readonly standing: Manifest;
  /** What becomes of each row of `standing` (output/fate). */
  readonly fates: Uint8Array;
  /** The rows of staged files. */
  readonly added: ManifestRows;
  /** True if there is a journal of this build. */
  readonly isOpen: boolean;
  readonly mustRecord: boolean;
  readonly isIntact: boolean;
}

/**
 * Up to this many files are synced one by one before anything is renamed (measured: 40 in 14 ms). Node has no
 * syncfs(2), and for each of 100,000 files fsync takes minutes: of a larger build only the records are synced, and the
 * manifest says so. If the machine is started again before a later build, that one looks at everything.
 */
const SYNCED = 200;

export function commit(files: Files, plan: CommitPlan): void {
  const progress = { isHalfway: false };
  try {
    commitWith(files, plan, progress);
  } catch (error) {
    if (!(error instanceof FilesError) || !progress.isHalfway) throw error;
    throw new FilesError(error.path, error.code, error.operation, true);
  }
}

function commitWith(files: Files, plan: CommitPlan, progress: { isHalfway: boolean }): void {
  const { outFolder, apart, paths, fresh, changed, removed, standing } = plan;
  const count = fresh.length + changed.length + removed.length;
  if (count === 0 && plan.added.place.length === 0 && !plan.mustRecord && !plan.isOpen) return;

  const rows = mergeRows(standing, plan.fates, plan.added);
  const marker = markerOf(manifestOf(rows));
  const isSmall = count <= SYNCED;
  const staged = (out: OutPath) => {
    if (apart !== null) return `${apart}/${out}`;
    const behind = plan.aside.get(out);
    return behind === undefined
      ? `${outFolder}/${out}${STAGED}`
      : asidePath(outFolder, out, behind);
  };
  if (isSmall) files.sync([...fresh, ...changed].map(staged));
  // Without its journal, nobody could remove a folder staged apart.
  if (apart !== null && plan.isOpen) files.sync([paths.journal, folderOf(paths.journal)]);
  if (apart === null && count > 0) {
    const touched = new Set([...plan.removable, ...fresh, ...changed, ...removed]);
    const journal = writeJournal({ staging: 'beside', paths: [...touched] });
    writeRecord(files, paths.journal, new TextEncoder().encode(journal), true);
    if (marker !== null && !fresh.includes(marker) && !changed.includes(marker))
      renew(files, `${outFolder}/${marker}`, isSmall);
    progress.isHalfway = true;
    replace(files, plan);
  }
  const root = apart ?? outFolder;
  if (isSmall) files.sync(foldersOf(files, root, [...fresh, ...changed, ...removed]));

  const unsynced = isSmall ? standing.seal.unsynced : files.session();
  const seal = sealOf(files, root, marker, {
    isIntact: plan.isIntact,
    // A folder that was looked at in another session than it was written in is on the disk.
    unsynced: unsynced === files.session() ? unsynced : null,
  });
  writeRecord(files, paths.manifest, writeManifest({ rows, seal }), true);
  if (apart !== null && fresh.length > 0) {
    files.rename(apart, outFolder);
    files.sync([folderOf(outFolder)]);
  }
  files.remove(paths.journal);
}

/**
 * Puts the marker in place anew, with the bytes that it has. Another store may keep a record of the folder, too: it is to see
 * that something was changed since.
 */
function renew(files: Files, marker: string, isSynced: boolean): void {
  const bytes = files.readIfThere(marker);
  if (bytes === null) return;
  files.write(marker + STAGED, bytes);
  if (isSynced) files.sync([marker + STAGED]);
  files.rename(marker + STAGED, marker);
}

/** Puts files staged beside their places there, and removes what is to go. */
function replace(files: Files, plan: CommitPlan): void {
  const { outFolder, fresh, changed, removed, aside, inTheWay } = plan;
  const place = (out: OutPath) => `${outFolder}/${out}`;
  const put = (outs: readonly OutPath[]): void => {
    for (const out of assetsFirst(outs)) {
      if (aside.has(out)) continue;
      const within = inTheWay.folders.get(out);
      if (within !== undefined) {
        for (const one of within) files.remove(place(one));
        // Empty ones are left.
        files.removeFolder(place(out));
      }
      files.rename(place(out) + STAGED, place(out));
    }
  };
  // New files first: nothing old links to them, and what is changed next may.
  put(fresh);
  for (const file of inTheWay.files) {
    files.remove(place(file));
    files.rename(place(file) + STAGED, place(file));
  }
  put(changed);
  for (const out of assetsFirst(removed).reverse()) {
    // A commit that broke off had put a folder of that name there already, or this one did.
    if (files.kind(place(out)) === 'folder') continue;
    const twin = plan.twinOf(out);
    // Where letter case counts for nothing, the file was replaced under its other name.
    if (twin !== null && files.identity(place(twin)) === files.identity(place(out))) continue;
    files.remove(place(out));
    files.removeEmptyFolders(folderOf(place(out)), outFolder);
  }
}

function sealOf(
  files: Files,
  root: string,
  marker: OutPath | null,
  { isIntact, unsynced }: { readonly isIntact: boolean; readonly unsynced: string | null },
): Seal {
  return { identity: isIntact ? identityOf(files, root, marker) : null, marker, unsynced };
}

/** The folders of the paths, and those around them up to `root`, as far as they are there. */
function foldersOf(files: Files, root: string, paths: readonly OutPath[]): string[] {
  const folders = new Set<string>([root]);
  for (const out of paths)
    for (let at = folderOf(out); at !== ''; at = folderOf(at)) folders.add(`${root}/${at}`);
  return [...folders].filter((folder) => files.kind(folder) === 'folder');
}

/** Pages need their assets; files that go, go the other way round. */
function assetsFirst(paths: readonly OutPath[]): OutPath[] {
  const isPage = (out: OutPath) => out.endsWith('.html');
  return [...paths.filter((out) => !isPage(out)), ...paths.filter(isPage)];
}
