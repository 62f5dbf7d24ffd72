/**
 * Marks: small numbers that stand for contents, cheap to make, to mix and to keep by the million. Two contents
 * with one mark are taken for one; by chance that happens once in 2^52 comparisons.
 */
import { hash as digest } from 'node:crypto';

/** A whole number below 2^52. */
export type Mark = number & { readonly mark: unique symbol };

/** Stands for nothing; equal to no mark of a content. */
export const NO_MARK = -1 as Mark;

const LOW = 2 ** 32;

/** Where the lanes of a text begin, and where `through` has left them: a pair would be made for each text. */
const BEGIN = { first: 0x9e3779b9, second: 0x85ebca6b };
let first = BEGIN.first;
let second = BEGIN.second;

/** Takes two lanes of 32 bits through a text, multiplied as in MurmurHash3. */
function through(text: string, fromFirst: number, fromSecond: number): void {
  let a = fromFirst;
  let b = fromSecond;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x85ebca77);
    b = Math.imul(b ^ unit, 0xc2b2ae3d);
    // Without turning, what is high in a lane would never come down.
    a = (a << 13) | (a >>> 19);
    b = (b << 17) | (b >>> 15);
  }
  first = a;
  second = b;
}

/** The mark of a text: 52 bits of its lanes. */
export function markOf(text: string): Mark {
  through(text, BEGIN.first, BEGIN.second);
  return finished(first ^ text.length, second);
}

/** `markOf` for texts that begin alike; the beginning is gone through once. */
export function marksAfter(beginning: string): (rest: string) => Mark {
  through(beginning, BEGIN.first, BEGIN.second);
  const [a, b] = [first, second];
  return (rest) => {
    through(rest, a, b);
    return finished(first ^ (beginning.length + rest.length), second);
  };
}

/** The mark of bytes: of their SHA-256. */
export function markOfBytes(bytes: Uint8Array): Mark {
  return Number.parseInt(digest('sha256', bytes, 'hex').slice(0, 13), 16) as Mark;
}

/** The mark of plain data: of its JSON. */
export function markOfData(data: unknown): Mark {
  return markOf(JSON.stringify(data) ?? '');
}

/** The mark of marks (or other whole numbers up to 2^53) in their order. */
export function mix(...marks: readonly number[]): Mark {
  let mixed = marks.length as Mark;
  for (const mark of marks) mixed = mixInto(mixed, mark);
  return mixed;
}

/** The mark of a row of marks so far, and of the one that comes next. */
export function mixInto(row: number, next: number): Mark {
  // What is above 32 bits is cut off by the shift: the low lane.
  const a = (row >>> 0) ^ Math.imul((next / LOW) | 0, 0x85ebca77);
  const b = ((row / LOW) | 0) ^ Math.imul(next >>> 0, 0xc2b2ae3d);
  return finished(Math.imul(a, 0x9e3779b1) ^ (next >>> 0), Math.imul(b, 0x27d4eb2f) + a);
}

/** Spreads both lanes over each other (the last steps of MurmurHash3), and joins them. */
function finished(one: number, other: number): Mark {
  let a = one;
  let b = other;
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x27d4eb2f) ^ Math.imul(a ^ (a >>> 13), 0x165667b1);
  a ^= b >>> 15;
  return ((b & 0xfffff) * LOW + (a >>> 0)) as Mark;
}
