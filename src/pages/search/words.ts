/**
 * The words of texts, as a search compares them: without letter case, accents and marks, and in Latin letters where they
 * are Cyrillic, so that `Vucic` finds Vučić and Вучић. What readers type is read by the same rules in
 * templates/assets/search.js; a test holds the two together.
 */
import { recent } from '../../base/recent.ts';

/** Letters that are not one of ASCII under a mark (Unicode has no decomposition of them), and Cyrillic ones, as Serbian writes both. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', þ: 'th', ð: 'd', đ: 'd', ł: 'l', ı: 'i' },
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'd', е: 'e', ж: 'z', з: 'z', и: 'i', ј: 'j' },
  ...{ к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't' },
  ...{ ћ: 'c', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's', ѕ: 'dz', ъ: '', ь: '' },
  ...{ щ: 's', ы: 'y', э: 'e', ю: 'ju', я: 'ja', є: 'je', і: 'i', ґ: 'g', ς: 'σ' },
};

/** The longest word that is told from others; what is longer is no word. */
const LONGEST = 32;

/** Marks, and signs within words that do not show: soft hyphens, joiners, directions, and the line that makes Arabic words longer. */
const UNHEARD = /[\p{M}\xad\u0640\u200c-\u200f\u2060\ufeff]+/gu;
const WORD = /[a-z0-9]{2,}|[0-9]/g;
/** What stands between two signs of ASCII that are in no word. */
const TOKEN = /[^\0-/:-@[-`{-\x7f]+/g;
const OTHER_WORD = /[\p{L}\p{N}]+/gu;
const FOREIGN = /[^\0-\x7f]/;

/** The words of a text in their order, each as often as it stands there. A single letter is none, a single digit is. */
export function wordsOf(text: string): string[] {
  const words = FOREIGN.test(text) ? foreignWords(text) : (text.toLowerCase().match(WORD) ?? []);
  return words.map((word) => word.slice(0, LONGEST));
}

/** Of most texts few words have letters that are not ASCII, and these come again and again. */
function foreignWords(text: string): string[] {
  const words: string[] = [];
  for (const token of text.match(TOKEN) ?? []) {
    if (FOREIGN.test(token)) words.push(...wordsIn(token));
    else if (token.length > 1 || /\d/.test(token)) words.push(token.toLowerCase());
  }
  return words;
}

const wordsIn = recent((token: string): readonly string[] => {
  const bare = token
    .normalize('NFKD')
    .toLowerCase()
    .replace(UNHEARD, '')
    .replace(/[^\0-\x7f]/g, (letter) => LETTERS[letter] ?? letter);
  return (bare.match(OTHER_WORD) ?? []).filter((word) => word.length > 1 || !/[a-z]/.test(word));
}, 4096);

/** Which of a number of files has a word; words that begin alike are in the same one. */
export function shardOf(word: string, shards: number): number {
  return (word.charCodeAt(0) * 31 + (word.charCodeAt(1) || 0)) % shards;
}
