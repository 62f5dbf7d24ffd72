/**
 * What a key is made of: marks with names, so that of two keys it can be said what differs. Beside a key a few bits of
 * each part are kept, which is enough to tell: by chance a part that moved is passed over once in 65,536 times.
 */
import { type Mark, mix } from './mark.ts';

/** A mark that went into a key, under the name by which people know what it stands for. */
export type Part = readonly [name: string, mark: Mark];

/** How many parts of a key are kept; where there are more, the last stands for all the others. */
export const PARTS_KEPT = 12;

/** Parts as they are kept: at most `PARTS_KEPT` numbers of 16 bits. Empty where nothing is known of them. */
export type KeptParts = readonly number[];

/** Where nothing is known of the parts. */
export const NO_PARTS: KeptParts = [];

/** The parts of a key as they are kept. */
export function keptParts(parts: readonly Part[]): KeptParts {
  return grouped(parts).map(([, mark]) => (mark ^ (mark >>> 16)) & 0xffff);
}

/** The names of parts, by the places at which they are kept. */
export function keptNames(parts: readonly Part[]): string[] {
  return grouped(parts).map(([name]) => name);
}

function grouped(parts: readonly Part[]): readonly Part[] {
  if (parts.length <= PARTS_KEPT) return parts;
  const rest = parts.slice(PARTS_KEPT - 1);
  const names = rest.map(([name]) => name).join(' or ');
  return [...parts.slice(0, PARTS_KEPT - 1), [names, mix(...rest.map(([, mark]) => mark))]];
}

/** Which parts moved: a bit for each, from the lowest. */
export type Moved = number;

/** What is no set of parts. */
export const MOVED = {
  /** What the key is of was not there before. */
  isNew: 0xffff,
  /** Nothing is known of what it was made from before. */
  unknown: 0xfffe,
  /** A bit: it was something of another kind. */
  otherKind: 1 << PARTS_KEPT,
} as const;

/** The parts in which `now` differs from the kept parts of a row; unknown if nothing was kept there. */
export function movedParts(kept: Uint16Array, row: number, now: KeptParts): Moved {
  let moved = 0;
  let known = 0;
  for (let at = 0; at < PARTS_KEPT; at++) {
    const before = kept[row * PARTS_KEPT + at] ?? 0;
    known |= before;
    if ((now[at] ?? 0) !== before) moved |= 1 << at;
  }
  return known === 0 ? MOVED.unknown : moved;
}

/** The names of the parts that moved. */
export function namesOfMoved(moved: Moved, names: readonly string[]): string[] {
  return names.filter((_, at) => (moved & (1 << at)) !== 0);
}
