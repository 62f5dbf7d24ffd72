/** The first articles of a paper, in the languages in which they are written. */
import type { Texts } from './text.ts';
import { ENGLISH } from './texts-en.ts';
import { ALBANIAN } from './texts-sq.ts';

const TEXTS: Readonly<Record<string, Texts>> = { en: ENGLISH, sq: ALBANIAN };

/** The texts in a language, or in English: the tag of the one that they are in, and they. */
export function textsFor(language: string): { readonly language: string; readonly texts: Texts } {
  const own = new Intl.Locale(language).language;
  const texts = TEXTS[own];
  return texts === undefined ? { language: 'en', texts: ENGLISH } : { language: own, texts };
}

const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  de: ['Nachrichten', 'Kultur', 'Sport'],
  en: ['News', 'Culture', 'Sport'],
  it: ['Notizie', 'Cultura', 'Sport'],
  mk: ['Вести', 'Култура', 'Спорт'],
  sq: ['Lajme', 'Kulturë', 'Sport'],
  sr: ['Вести', 'Култура', 'Спорт'],
  'sr-Latn': ['Vesti', 'Kultura', 'Sport'],
  tr: ['Haberler', 'Kültür', 'Spor'],
};

/** The sections of a paper that names none, in its language where we have words for them. */
export function sectionsFor(language: string): readonly string[] {
  const known = (tag: string) => (Object.hasOwn(SECTIONS, tag) ? SECTIONS[tag] : undefined);
  return known(language) ?? known(language.split('-')[0] ?? '') ?? known('en') ?? [];
}
