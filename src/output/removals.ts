/** What a commit removes: what earlier builds published and this one neither keeps nor makes. */
import type { OutPath } from '../base/paths.ts';
import type { Mark } from '../memo/mark.ts';
import { markIndex } from '../memo/mark-index.ts';
import { FATE } from './fate.ts';
import { type Manifest, type ManifestRows, manifestOf, placeOf } from './manifest.ts';

export interface Removals {
  /** Sorted. */
  readonly paths: readonly OutPath[];
  /** The file of this build whose path differs by letter case only; null if there is none. */
  twinOf(out: OutPath): OutPath | null;
}

/** `removable` are paths that may go besides those of the manifest; of these none goes where the folder is somebody else's. */
export function removals(
  standing: Manifest,
  fates: Uint8Array,
  added: ManifestRows,
  removable: ReadonlySet<OutPath>,
  isForeign: boolean,
): Removals {
  const gone = new Set(removable);
  for (let row = 0; row < fates.length && !isForeign; row++)
    if (fates[row] === FATE.gone) gone.add(standing.outOf(row));
  if (gone.size === 0) return { paths: [], twinOf: () => null };

  const made = manifestOf(added);
  const index = markIndex(made.size);
  for (let row = 0; row < made.size; row++) index.set(added.place[row] as Mark, row);
  const madeAt = (out: OutPath): OutPath | null => {
    const place = placeOf(out);
    const row = index.get(place);
    if (row >= 0) return made.outOf(row);
    const kept = standing.find(place);
    return kept >= 0 && fates[kept] !== FATE.gone ? standing.outOf(kept) : null;
  };
  return { paths: [...gone].filter((out) => madeAt(out) !== out).sort(), twinOf: madeAt };
}
