/** Languages, named by their BCP 47 tags. */

/** A tag in its one form (BCP 47, 4.5): `SQ` is `sq`, `sr-latn` is `sr-Latn`; null if it is not well formed. */
export function languageTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** English without a country is read all over the world: day before month, and a 24-hour clock. */
export function readersLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

const names = new Map<string, string>();

/** A language's name in itself, as readers look for it: `shqip`, `English`; the tag where it has none. */
export function languageName(tag: string): string {
  let name = names.get(tag);
  if (name === undefined) {
    name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
    names.set(tag, name);
  }
  return name;
}
