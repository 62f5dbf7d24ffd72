import anyAscii from 'any-ascii';
import { hash } from './hash.ts';

/** The longest slug: with what is put around it, the longest name that file systems take. */
const LONGEST = 180;

/**
 * Text as part of an address: Latin letters without marks, digits and single hyphens. Letters of
 * every script are transliterated (Banjskë: banjske, Вучић: vuchic), apostrophes vanish.
 * Empty if nothing is left; the caller knows what to fall back to. One that is too long for a file name is
 * cut, and ends in a fingerprint of the whole.
 */
export function slugify(text: string): string {
  const slug = anyAscii(text.normalize('NFC').replace(/['’ʼ]/g, ''))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.length <= LONGEST ? slug : `${slug.slice(0, LONGEST - 9)}-${hash(slug).slice(0, 8)}`;
}
