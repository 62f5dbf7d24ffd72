/** What a build does with the files of the output: those that it keeps are fates of rows, those that it makes are new rows. */
import type { OutPath } from '../base/paths.ts';
import type { Mark } from '../memo/mark.ts';
import { type KeptParts, MOVED, type Moved, movedParts } from '../memo/parts.ts';
import { FATE } from './fate.ts';
import type { Manifest, ManifestRows, PublishedKind } from './manifest.ts';
import { rowList } from './manifest-rows.ts';
import { rowOf, type Staged } from './stage.ts';

export interface Ledger {
  /** What becomes of each row of `standing` (output/fate). */
  readonly fates: Uint8Array;
  /** Staged files where there was none. */
  readonly fresh: readonly OutPath[];
  /** Staged files that take the place of others. */
  readonly changed: readonly OutPath[];
  /** Those of the staged that are behind a file, which stands where one of their folders has to be. */
  readonly aside: ReadonlyMap<OutPath, OutPath>;
  /** How many files stand with the bytes of this build. */
  unchanged(): number;
  /** The rows of staged files, and of those that stand as they are with another key. */
  added(): ManifestRows;
  keep(row: number): void;
  take(out: OutPath, staged: Staged, kind: PublishedKind, key: Mark, parts: KeptParts): void;
}

export function ledger(standing: Manifest): Ledger {
  const fates = new Uint8Array(standing.size);
  const added = rowList();
  const fresh: OutPath[] = [];
  const changed: OutPath[] = [];
  const aside = new Map<OutPath, OutPath>();
  let unchanged = 0;

  const movedSince = (row: number, kind: PublishedKind, parts: KeptParts): Moved => {
    if (row < 0 || parts.length === 0) return MOVED.unknown;
    const moved = movedParts(standing.rows.parts, row, parts);
    return standing.kindOf(row) === kind ? moved : moved | MOVED.otherKind;
  };

  return {
    fates,
    fresh,
    changed,
    aside,
    unchanged: () => unchanged,
    added: () => added.rows(),

    keep(row) {
      if (fates[row] === FATE.gone) unchanged++;
      fates[row] = FATE.kept;
    },

    take(out, { hash, size, written, isNew, behind }, kind, key, parts) {
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
        const moved = row < 0 && isNew ? MOVED.isNew : movedSince(row, kind, parts);
        added.add({ out, hash, size, kind, key, parts, moved });
      }
      if (row >= 0) fates[row] = isSame ? FATE.kept : written ? FATE.written : FATE.renewed;
    },
  };
}
