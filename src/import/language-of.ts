/** In which language a post or a page is, and what joins it with its other languages: as Polylang and WPML tell. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { languageFault } from '../base/known-languages.ts';
import { languageTag } from '../base/language.ts';
import type { WxrRecord } from './wxr.ts';

/** The languages that Polylang or WPML gave a post, as it writes them. */
export function languagesOf(item: WxrRecord): string[] {
  return item.terms
    .filter(({ domain, nicename }) => domain === 'language' && nicename !== '')
    .map(({ nicename }) => nicename);
}

/** The first of them as a language tag; null without one that is a language. */
export function languageOf(item: WxrRecord): string | null {
  const [text = ''] = languagesOf(item);
  return text === '' || languageFault(text) !== null ? null : languageTag(text);
}

/** Takes the place of a version in a language; false if another has it. */
export type IsOnlyVersion = (key: string, language: string) => boolean;

/** What joins it with its other languages; null if nothing does, or, which is told, if it is the second in its language. */
export function translationsOf(
  item: WxrRecord,
  own: { readonly named: string; readonly language: string; readonly isDraft: boolean },
  isOnlyVersion: IsOnlyVersion,
): { readonly key: string | null; readonly findings: readonly Diagnostic[] } {
  const key = item.terms.find(({ domain }) => domain === 'post_translations')?.nicename ?? '';
  if (key === '') return { key: null, findings: [] };
  if (own.isDraft || isOnlyVersion(key, own.language)) return { key, findings: [] };
  const found = diagnostic(
    'import/translations',
    item.place,
    `${own.named} is a second version of one ${own.named.startsWith('the page') ? 'page' : 'article'} in one language`,
    'It stays a separate article. To join it with the others, give it the line "translations:" that they have, and a "lang:" of its own.',
  );
  return { key: null, findings: [found] };
}
