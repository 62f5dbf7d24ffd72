/** Languages, named by their BCP 47 tags. */

/** A tag in its one form (BCP 47, 4.5): `SQ` is `sq`, `sr-latn` is `sr-Latn`; null if it is not well formed. */
export function languageTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * English without a country is read all over the world: day before month, and a 24-hour clock. Albanian newsrooms write 18:20
 * in all countries; CLDR has a 12-hour clock for Albania.
 */
export function readersLocale(language: string): readonly string[] {
  const isAlbanian = language === 'sq' || language === 'sq-AL';
  const own = isAlbanian ? `${language}-u-hc-h23` : language;
  // For a language of which Intl knows nothing it would take that of the computer.
  return language === 'en' ? [WORLD] : [own, WORLD];
}

const WORLD = 'en-GB';

const names = new Map<string, string>();

/** A language's name in itself, as readers look for it: `shqip`, `English`; the tag where it has none. */
export function languageName(tag: string): string {
  let name = names.get(tag);
  if (name === undefined) {
    name =
      Intl.DisplayNames.supportedLocalesOf(tag).length === 0
        ? tag
        : (new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag);
    names.set(tag, name);
  }
  return name;
}

/**
 * The script in which readers expect a text: the tag's own, else the likely one (CLDR, Likely Subtags):
 * Cyrl for `sr`, Latn for `sr-ME`; null where none is known.
 */
export function likelyScript(tag: string): string | null {
  return new Intl.Locale(tag).maximize().script ?? null;
}

/** The way a line runs, as the attribute `dir` says it. */
export type Direction = 'ltr' | 'rtl';

/**
 * The scripts whose letters have the Bidi_Class R or AL (Unicode Character Database, DerivedBidiClass.txt):
 * those with RTL "YES" in common/properties/scriptMetadata.txt of CLDR; Gara and Sidt, which came later; and
 * the variants of Arab and Syrc that have codes of their own in ISO 15924 (Aran; Syre, Syrj, Syrn).
 * Not `textInfo` of Intl.Locale, which is a property in some versions of Node and a method in others.
 */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(
  (
    'Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb ' +
    'Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre Syrj Syrn Thaa Yezi'
  ).split(' '),
);

const directions = new Map<string, Direction>();

/** The direction of a text in a language: `rtl` for `ar` and `ku-Arab`, `ltr` for `ku`. */
export function direction(tag: string): Direction {
  let found = directions.get(tag);
  if (found === undefined) {
    found = RIGHT_TO_LEFT.has(likelyScript(tag) ?? '') ? 'rtl' : 'ltr';
    directions.set(tag, found);
  }
  return found;
}
