/** Why the file of a page was made, and what a build would do with it: by what the last build left in its records. */
import type { Files } from '../base/files.ts';
import { ifAllowed } from '../base/files-error.ts';
import {
  keptNames,
  keptParts,
  MOVED,
  type Moved,
  movedParts,
  namesOfMoved,
} from '../memo/parts.ts';
import { isSealed } from '../output/identity.ts';
import { loadJournal, recordFiles } from '../output/journal.ts';
import { loadManifest, type Manifest, manifestOf, noRows } from '../output/manifest.ts';
import type { Planned } from '../pages/page.ts';
import { type PageKeys, publishedKind } from './making.ts';

/**
 * Why a page is made: it is new, nothing is known of what it was made from, a page of another kind stood there, its file
 * is not there as it was written, or parts of what it is made from moved.
 */
export interface Reason {
  readonly because: 'new' | 'unknown' | 'kind' | 'file' | 'moved';
  /** The names of the parts, where they moved. */
  readonly parts: readonly string[];
}

/** What a build would do. */
export type Next =
  | { readonly does: 'make'; readonly reason: Reason }
  | { readonly does: 'keep' | 'remove' | 'nothing' };

/** What stands in the output folder. */
export interface Standing {
  readonly manifest: Manifest;
  /** False if a build would not believe it, and make everything. */
  readonly trusted: boolean;
}

/** Reads what a publisher reads, and touches nothing. Records that this user may not read tell nothing. */
export function standingIn(files: Files, out: string, records: string): Standing {
  const paths = recordFiles(records);
  const manifest = ifAllowed(() => loadManifest(files, paths.manifest));
  if (manifest === null) return { manifest: manifestOf(noRows()), trusted: false };
  const isEnded = loadJournal(files, paths.journal) === null;
  return { manifest, trusted: isEnded && isSealed(files, out, manifest.seal) };
}

/** The history of the file in a row (-1 if there is none), and of the page that is planned there. */
export function historyOf(
  row: number,
  page: Planned | null,
  { manifest, trusted }: Standing,
  keys: PageKeys,
): { readonly last: Reason | null; readonly next: Next } {
  if (page === null) {
    if (row < 0) return { last: null, next: { does: 'nothing' } };
    const last = reasonOf(manifest.movedOf(row), []);
    // Files that are no pages have no parts.
    const wasPage = movedParts(manifest.rows.parts, row, []) !== MOVED.unknown;
    return { last, next: { does: wasPage ? 'remove' : 'keep' } };
  }
  const parts = keys.parts(page);
  if (row < 0) return { last: null, next: made(MOVED.isNew, []) };
  const isSameKind = manifest.kindOf(row) === publishedKind(page.kind);
  const names = keptNames(parts);
  const last = reasonOf(manifest.movedOf(row), isSameKind ? names : []);
  if (!trusted) return { last, next: made(0, []) };
  if (manifest.keyOf(row) === keys.of(page.kind, page.key()))
    return { last, next: { does: 'keep' } };
  const moved = isSameKind
    ? movedParts(manifest.rows.parts, row, keptParts(parts))
    : MOVED.otherKind;
  return { last, next: made(moved, names) };
}

function made(moved: Moved, names: readonly string[]): Next {
  return { does: 'make', reason: reasonOf(moved, names) };
}

function reasonOf(moved: Moved, names: readonly string[]): Reason {
  if (moved === MOVED.isNew) return { because: 'new', parts: [] };
  if (moved === MOVED.unknown) return { because: 'unknown', parts: [] };
  if (moved === 0) return { because: 'file', parts: [] };
  if ((moved & MOVED.otherKind) !== 0) return { because: 'kind', parts: [] };
  return { because: 'moved', parts: namesOfMoved(moved, names) };
}
