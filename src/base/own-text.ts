/** Texts in memory of their own. */

/**
 * The same text, of which nobody else holds a part. V8 cuts a text by pointing into the one that it is cut from: a name that
 * is kept would keep a whole file, at the width of its widest letter.
 */
export function ownText(text: string): string {
  if (text.length < SHORTEST_SLICE) return text;
  const encoding = WIDE.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, encoding).toString(encoding);
}

/** Shorter ones are copied by V8 itself (SlicedString::kMinLength). */
const SHORTEST_SLICE = 13;

/** A letter that is not of Latin-1. */
const WIDE = /[^\0-\xff]/;
