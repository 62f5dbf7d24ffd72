/** The languages in which a paper appears, each with fronts, lists and feeds of its own. */

/** One language of the paper. */
export interface Locale {
  /** BCP 47. */
  readonly language: string;
  /** The paper's name in it. */
  readonly title: string;
  /** What the paper is, in a sentence, for feeds and search engines; may be empty. */
  readonly description: string;
  /** Where its pages stand: empty for the paper's main language, `/en` for another. */
  readonly prefix: string;
}

/** The main language, which stands at the root, and the others. Never empty. */
export type Locales = readonly [Locale, ...Locale[]];

/** Where the pages of a language stand that is not the main one: `sr-Latn` at `/sr-latn`. */
export function prefixOf(language: string): string {
  return `/${language.toLowerCase()}`;
}

/**
 * The language of the paper under which an article in `language` appears: the same, or the same without
 * its last subtags (BCP 47, RFC 4647 section 3.4: `de-AT` under `de`), else the main one.
 */
export function localeOf(language: string, locales: Locales): Locale {
  for (let tag = language; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const found = locales.find((one) => one.language === tag);
    if (found !== undefined) return found;
  }
  return locales[0];
}
