import type * as AnyAscii from 'any-ascii';
import { hash } from './hash.ts';
import { lazily } from './lazy.ts';
import { recent } from './recent.ts';

/** Loaded at the first letter that is not ASCII: it is tables of 500 KB. */
const library = lazily<typeof AnyAscii>('any-ascii');

/** The longest slug: with what is put around it, the longest name that file systems take. */
const LONGEST = 180;

/**
 * Text as part of an address: Latin letters without marks, digits and single hyphens. Letters of
 * every script are transliterated (Banjskë: banjske, Вучић: vuchic), apostrophes vanish.
 * Empty if nothing is left; the caller knows what to fall back to. One that is too long for a file name is
 * cut, and ends in a fingerprint of the whole.
 */
export function slugify(text: string): string {
  return slugs(text);
}

// The tags and authors of a paper are named again and again.
const slugs = recent((text: string): string => {
  const slug = inAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.length <= LONGEST ? slug : `${slug.slice(0, LONGEST - 9)}-${hash(slug).slice(0, 8)}`;
});

/** Without apostrophes, and in letters of ASCII. */
function inAscii(text: string): string {
  if (!/['\u0080-\uffff]/.test(text)) return text;
  // Nearly all letters of most texts are ASCII, so only the others go through the tables.
  return text
    .normalize('NFC')
    .replace(/['’ʼ]/g, '')
    .replace(/[\u0080-\uffff]+/g, transliterated);
}

/** The letters of a language that are not in ASCII are few, and stand alone in its words. */
const transliterated = recent(
  (letters: string) => plainLatin(letters) ?? library().default(letters),
);

/** Letters of Latin-1 and Latin Extended-A, dashes and quotation marks. */
const PLAIN = /^[\u00c0-\u017f\u00ab\u00bb\u2010-\u2015\u2018-\u201f\u2026]+$/;

/** Those of them that are no letter of ASCII under a mark. */
const OWN: Readonly<Record<string, string>> = {
  ...{ Æ: 'Ae', æ: 'ae', Œ: 'Oe', œ: 'oe', Ø: 'O', ø: 'o', ß: 'ss', Þ: 'Th', þ: 'th' },
  ...{ Ð: 'D', ð: 'd', Đ: 'D', đ: 'd', Ł: 'L', ł: 'l', ı: 'i' },
};

/** Such letters in ASCII, as the tables have them; null if they must be asked. */
function plainLatin(letters: string): string | null {
  if (!PLAIN.test(letters)) return null;
  const bare = letters
    .replace(/[\u00ab\u00bb\u2010-\u2026]/g, '-')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^ -~]/g, (letter) => OWN[letter] ?? letter);
  return /[^ -~]/.test(bare) ? null : bare;
}
