/** Languages that somebody knows by name: a tag that is well formed may still be none (`albanian`). */
import { languageName, languageTag } from './language.ts';
import { recent } from './recent.ts';
import { suggest } from './suggest.ts';

/** Languages of newsrooms that may write a name where a tag belongs. */
const TAGS =
  'en sq sr sr-Latn mk bs hr sl bg ro el tr hu de fr it es pt pl cs sk uk ru nl sv da nb fi et lv lt ar he fa hi zh ja ko'.split(
    ' ',
  );

/** Why a text names no language, and the tag that was meant; null if it names one. */
export function languageFault(
  text: string,
): { readonly problem: string; readonly meant: string | null } | null {
  const tag = languageTag(text);
  if (tag !== null && isLanguage(tag)) return null;
  const problem = tag === null ? 'is not a language tag' : 'is not a language that is known';
  return { problem, meant: languageMeant(text) };
}

/** True if the language of the tag may be one: by the tables of the system (CLDR), as far as these can tell. */
const isLanguage = recent((tag: string): boolean => {
  const [language = ''] = tag.split('-');
  if (TAGS.includes(language)) return true;
  // These say that there is no one language; the tables refuse to name the first.
  if (['und', 'mul', 'zxx'].includes(language)) return false;
  // Of the thousands that ISO 639-3 knows the tables name some hundred: Balkan Romani (rmn) has no name in them.
  return language.length === 3 || english(language) !== undefined;
});

function english(tag: string): string | undefined {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag);
}

/** Codes of countries (ISO 3166-1) that are taken for those of their languages, and are none (ISO 639). */
const COUNTRIES: Readonly<Record<string, string>> = {
  al: 'sq',
  cn: 'zh',
  cz: 'cs',
  dk: 'da',
  gb: 'en',
  gr: 'el',
  jp: 'ja',
  rs: 'sr',
  ua: 'uk',
  us: 'en',
  xk: 'sq',
};

/**
 * The tag of the language that is meant by its name in English or in itself, by the code of its country, or by a tag that is
 * nearly right.
 */
function languageMeant(text: string): string | null {
  const ofCountry = COUNTRIES[text.toLowerCase()];
  if (ofCountry !== undefined) return ofCountry;
  const names = new Map<string, string>();
  for (const tag of TAGS) {
    names.set(languageName(tag).toLowerCase(), tag);
    names.set(english(tag)?.toLowerCase() ?? tag, tag);
    names.set(tag.toLowerCase(), tag);
  }
  const name = suggest(text, names.keys());
  return name === null ? null : (names.get(name) ?? null);
}
