/**
 * The publisher: files are staged beside their final place, and nothing that readers see changes
 * until `commit`. What it may remove is what a manifest or a journal of an earlier build names.
 */
import type { Files } from '../base/files.ts';
import { hash } from '../base/hash.ts';
import { folderOf, type OutPath } from '../base/paths.ts';
import {
  loadManifest,
  type Manifest,
  type Published,
  seal,
  unseal,
  writeManifest,
} from './manifest.ts';

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
  /** Stages a file. Each path is staged once. */
  stage(out: OutPath, bytes: Uint8Array, kind: Published['kind']): void;
  /** Published articles' pages that this build does not make. */
  removedArticles(): readonly OutPath[];
  /** How many articles' pages an earlier build published. */
  readonly publishedArticles: number;
  /** Forgets what was staged; the output folder is as it was. Does nothing once a commit has begun. */
  discard(): void;
  commit(): Changes;
}

/** The one temporary form of a file; no address can end so. */
const STAGED = '.gazeta-new';

const JOURNAL = 'gazeta journal 1';

/** Where the records of an output folder lie: a folder of its own in the store, named for its path. */
export function recordFolder(store: string, outFolder: string): string {
  return `${store}/output-${hash(outFolder).slice(0, 12)}`;
}

/** True if the folder holds files and no earlier build of this site left a record of it. */
export function isForeign(files: Files, outFolder: string, records: string): boolean {
  const known =
    loadManifest(files, `${records}/manifest`) !== null ||
    files.readIfThere(`${records}/journal`) !== null;
  return !known && files.kind(outFolder) === 'folder' && files.list(outFolder).length > 0;
}

/** Opens an output folder for one build. */
export function publisher(
  files: Files,
  outFolder: string,
  records: string,
  takeover: Takeover,
): Publisher {
  const journalPath = `${records}/journal`;
  const manifestPath = `${records}/manifest`;
  const published: Manifest = loadManifest(files, manifestPath) ?? new Map();
  const removable = new Set<OutPath>(published.keys());
  const encoder = new TextEncoder();

  const journal = files.readIfThere(journalPath);
  if (journal !== null || takeover === 'empty') {
    // A build was killed, or all that is there is given up: look at the whole folder once.
    const interrupted = journal === null ? null : journalPaths(journal);
    for (const { path } of files.kind(outFolder) === 'folder' ? files.list(outFolder) : []) {
      if (path.endsWith(STAGED)) files.remove(`${outFolder}/${path}`);
      else if (takeover === 'empty' || interrupted?.has(path)) removable.add(path as OutPath);
    }
  }
  const writeRecord = (path: string, text: string): void => {
    files.write(path + STAGED, encoder.encode(text), 0o700);
    files.rename(path + STAGED, path);
  };
  const writeJournal = (paths: Iterable<OutPath>): void =>
    writeRecord(journalPath, seal(JOURNAL, [...paths]));
  const folderWasThere = files.kind(outFolder) === 'folder';

  const current = new Map<OutPath, Published>();
  const staged: OutPath[] = [];
  const place = (out: OutPath): string => `${outFolder}/${out}`;
  const unstage = (): void => {
    for (const out of staged) {
      files.remove(place(out) + STAGED);
      const root = folderWasThere ? outFolder : folderOf(outFolder);
      files.removeEmptyFolders(folderOf(place(out)), root);
    }
    staged.length = 0;
  };
  let journalled = journal !== null;
  let committing = false;

  return {
    publishedArticles: [...published.values()].filter(isArticle).length,

    stage(out, bytes, kind) {
      current.set(out, { out, hash: hash(bytes), size: bytes.length, kind });
      const before = files.readIfThere(place(out));
      if (before !== null && equalBytes(before, bytes)) return;
      if (!journalled) {
        // From here on the folder may hold staged files: the record of that comes first.
        writeJournal(removable);
        journalled = true;
      }
      staged.push(out);
      files.write(place(out) + STAGED, bytes);
    },

    removedArticles: () =>
      [...published.values()].filter((one) => isArticle(one) && !current.has(one.out)).map(outOf),

    discard() {
      // A commit that broke off is finished or undone by the next build, by its journal.
      if (committing) return;
      unstage();
      if (journalled && journal === null) files.remove(journalPath);
    },

    commit() {
      committing = true;
      const removed = [...removable].filter((out) => !current.has(out)).sort();
      const isNew = (out: OutPath) => files.kind(place(out)) === 'none';
      const changes = {
        written: [...staged].sort(),
        removed,
        unchanged: current.size - staged.length,
      };
      if (staged.length > 0 || removed.length > 0 || journal !== null)
        writeJournal(new Set([...removable, ...current.keys()]));

      // New files first: nothing old links to them, and what is changed next may.
      const fresh = staged.filter(isNew);
      const assetsFirst = [...fresh.filter(isAsset), ...fresh.filter((out) => !isAsset(out))];
      const known = new Set(fresh);
      for (const out of [...assetsFirst, ...staged.filter((out) => !known.has(out))])
        files.rename(place(out) + STAGED, place(out));
      for (const out of removed) {
        files.remove(place(out));
        files.removeEmptyFolders(folderOf(place(out)), outFolder);
      }
      const manifest = writeManifest(current);
      if (writeManifest(published) !== manifest || journal !== null)
        writeRecord(manifestPath, manifest);
      files.remove(journalPath);
      return changes;
    },
  };
}

/** The paths that an interrupted build had the right to touch; none if the journal is damaged. */
function journalPaths(journal: Uint8Array): Set<string> {
  return new Set(unseal(JOURNAL, new TextDecoder().decode(journal)) ?? []);
}

function isArticle(one: Published): boolean {
  return one.kind === 'article';
}

function outOf(one: Published): OutPath {
  return one.out;
}

function isAsset(out: OutPath): boolean {
  return !out.endsWith('.html');
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
