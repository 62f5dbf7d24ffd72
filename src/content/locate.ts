/** Where something that was read stands in its file; found when a message needs it, and not before. */
import { placeAt, type Where } from '../base/diagnostic.ts';
import { decodedAddress } from '../base/paths.ts';
import { readText } from './text.ts';

/** Where a link or picture address stands in an article's file; the file as a whole if it is not found. */
export function locateReference(path: string, bytes: Uint8Array, target: string): Where {
  const text = readText(path, bytes);
  if (typeof text !== 'string') return path;
  const body = Math.max(0, text.indexOf('\n---', 3));
  // The parser percent-encodes what the author may have written as letters.
  for (const form of [target, decodedAddress(target)])
    for (const [before, from] of [
      ['](', body],
      ['](<', body],
      ['', body],
      ['', 0],
    ] as const) {
      const at = text.indexOf(before + form, from);
      if (at >= 0) return placeAt(path, text, at + before.length, form.length);
    }
  return path;
}

/** Where a text stands as a word of its own in a file's front matter; the file as a whole if it is not found. */
export function locateInFrontMatter(path: string, bytes: Uint8Array, words: string): Where {
  const text = readText(path, bytes);
  if (typeof text !== 'string' || words === '') return path;
  const body = text.indexOf('\n---', 3);
  const isPart = (character: string | undefined) => /[\p{L}\p{N}_-]/u.test(character ?? '');
  let at = text.indexOf(words);
  while (at >= 0 && (body < 0 || at < body)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + words.length]))
      return placeAt(path, text, at, words.length);
    at = text.indexOf(words, at + 1);
  }
  return path;
}
