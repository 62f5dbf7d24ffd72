import anyAscii from 'any-ascii';

/**
 * Text as part of an address: Latin letters without marks, digits and single hyphens. Letters of
 * every script are transliterated (Banjskë: banjske, Вучић: vuchic), apostrophes vanish.
 * Empty if nothing is left; the caller knows what to fall back to.
 */
export function slugify(text: string): string {
  return anyAscii(text.normalize('NFC').replace(/['’ʼ]/g, ''))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
