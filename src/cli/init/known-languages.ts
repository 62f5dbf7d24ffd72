/** Languages that somebody knows by name: a tag that is well formed may still be none (`albanian`). */
import { languageName } from '../../base/language.ts';
import { suggest } from '../../base/suggest.ts';

/** True if the language of the tag has a name in the tables of the system. */
export function isLanguage(tag: string): boolean {
  const [language = ''] = tag.split('-');
  // These say that there is no one language; the tables refuse to name the first.
  return !['und', 'mul', 'zxx'].includes(language) && english(language) !== undefined;
}

function english(tag: string): string | undefined {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag);
}

/** Languages of newsrooms that may write a name where a tag belongs. */
const TAGS =
  'en sq sr sr-Latn mk bs hr sl bg ro el tr hu de fr it es pt pl cs sk uk ru nl sv da nb fi et lv lt ar he fa hi zh ja ko'.split(
    ' ',
  );

/** The tag of the language that is meant by its name in English or in itself, or by a tag that is nearly right. */
export function languageMeant(text: string): string | null {
  const names = new Map<string, string>();
  for (const tag of TAGS) {
    names.set(languageName(tag).toLowerCase(), tag);
    names.set(english(tag)?.toLowerCase() ?? tag, tag);
    names.set(tag.toLowerCase(), tag);
  }
  const name = suggest(text, names.keys());
  return name === null ? null : (names.get(name) ?? null);
}
