/** Texts of YAML that a comment cuts off: of `title: Ligji #42` only "Ligji" is read. */
import type { Field } from './field.ts';
import { inQuotes } from './yaml-slip.ts';

/** A text without quotes, or no text, behind which a comment begins that looks like more of it. */
export interface CutText extends Pick<Field, 'offset' | 'length'> {
  /** The keys that lead to it. */
  readonly path: readonly string[];
  /** What is not read, from the `#` on; it stands at `offset`. */
  readonly lost: string;
  /** All of it in quotes, with its key or as the item of a list, as it is to be written. */
  readonly asMeant: string;
}

/** `#42` and `#sport`: in the comments that people write a blank comes after the sign. */
const COMMENT = /^[ \t]*(#[\p{L}\p{N}].*)/u;
const SOMEWHERE = /[ \t]#[\p{L}\p{N}]/u;

/** False for nearly all texts, and found sooner than by reading them. */
export function mayBeCut(text: string): boolean {
  return text.includes('#') && SOMEWHERE.test(text);
}

/** What cuts off a text that ends at a place; null if nothing does. `before` is what stands before it where it is written anew. */
export function cutAt(
  text: string,
  end: number,
  before: string,
  source: string,
): Omit<CutText, 'path'> | null {
  const newline = text.indexOf('\n', end);
  const rest = COMMENT.exec(text.slice(end, newline < 0 ? text.length : newline));
  if (rest === null) return null;
  const [whole, comment = ''] = rest;
  const lost = comment.trimEnd();
  return {
    lost,
    asMeant: before + inQuotes(`${source} ${lost}`.trim()),
    offset: end + whole.length - comment.length,
    length: lost.length,
  };
}
