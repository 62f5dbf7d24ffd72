/** The language of an article. */
import { languageFault } from '../base/known-languages.ts';
import { languageTag } from '../base/language.ts';
import type { NewsSettings } from './article.ts';
import { languagePlace } from './language-place.ts';
import { possibleFields } from './possible-fields.ts';
import { FieldReader, type FieldSource } from './reader.ts';

/** The language that an article's front matter gives, as a BCP 47 tag, else that of its place; a fault is reported. */
export function readLanguage(read: FieldReader<'lang'>, fallback: string): string {
  const text = read.text('lang');
  if (text === null) return fallback;
  const fault = languageFault(text);
  if (fault === null) return languageTag(text) ?? fallback;
  read.fault(
    'article/value',
    read.find('lang'),
    `"${text}" ${fault.problem}`,
    fault.meant === null
      ? 'Write it as in BCP 47: lang: sq, lang: en, lang: sr-Latn.'
      : `Write it as in BCP 47: lang: ${fault.meant}.`,
  );
  return fallback;
}

/** The same before there is an article: its quotation marks are those of its language. */
export function languageIn(source: FieldSource, settings: NewsSettings): string {
  const { locales } = settings;
  const { language: fallback } = languagePlace(source.path, locales).locale ?? locales[0];
  if (!possibleFields(source, settings.fieldNames).has('lang')) return fallback;
  const read = new FieldReader(source, settings.fieldNames, settings.timezone);
  return readLanguage(read, fallback);
}
