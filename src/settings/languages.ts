/** `language:` and `languages:` of site.yaml: the main language of the paper, and the others. */
import { languageFault } from '../base/known-languages.ts';
import { languageTag } from '../base/language.ts';
import { didYouMean } from '../base/suggest.ts';
import type { Field } from '../content/field.ts';
import { record, type Setting, type Settings, TEXT } from './settings.ts';
import { type Fault, readParts, readText, textOf, within } from './values.ts';

const HOW =
  'Write it as languages: [sq, en], or each language as a record: {language: en, title: The Gazette}.';

export const LANGUAGE_SETTINGS: Readonly<Record<string, Setting>> = {
  language: {
    about: 'the main language, as in BCP 47',
    schema: TEXT,
    read(field, settings, fault) {
      const value = readText(field, fault);
      if (value === null) return;
      const unknown = languageFault(value);
      if (unknown === null) settings.language = languageTag(value) ?? settings.language;
      else
        fault(
          'config/value',
          `"${value}" ${unknown.problem}`,
          `Write it as in BCP 47: language: ${unknown.meant ?? 'sq'}.`,
        );
    },
  },
  languages: {
    about: 'the languages of the paper, each with fronts, lists and feeds of its own',
    schema: {
      type: 'array',
      items: {
        anyOf: [
          TEXT,
          {
            ...record({ language: TEXT, title: TEXT, description: TEXT }),
            required: ['language'],
          },
        ],
      },
    },
    read(field, settings, fault) {
      if (!Array.isArray(field.value)) {
        fault('config/value', `"${field.key}" is not a list of languages`, HOW);
        return;
      }
      settings.languages = languagesOf(field.value, field, fault);
    },
  },
};

function languagesOf(items: readonly unknown[], field: Field, fault: Fault) {
  const languages: Settings['languages'][number][] = [];
  for (const [place, item] of items.entries()) {
    const told = within(fault, place);
    const one = languageOf(item, field, told);
    if (one === null) continue;
    if (languages.some(({ language }) => language === one.language))
      told('config/value', `the language "${one.language}" appears twice`, 'Keep one of the two.');
    else languages.push(one);
  }
  return languages;
}

function languageOf(
  item: unknown,
  field: Field,
  fault: Fault,
): Settings['languages'][number] | null {
  const one = { language: '', title: null as string | null, description: '' };
  const tag = (value: unknown) => {
    const text = textOf(value) ?? '';
    const unknown = languageFault(text);
    if (unknown === null) one.language = languageTag(text) ?? '';
    return unknown === null ? null : `a language tag of BCP 47, such as ${unknown.meant ?? 'sq'}`;
  };
  if (typeof item !== 'object' || item === null) {
    if (tag(item) === null) return one;
    const { problem, meant } = languageFault(String(item)) ?? { problem: '', meant: null };
    fault('config/value', `"${String(item)}" ${problem}`, `${didYouMean(meant)}${HOW}`);
    return null;
  }
  readParts({ key: field.key, value: item }, fault, {
    language: tag,
    title(value) {
      one.title = textOf(value);
      return one.title === null ? 'the name of the paper in this language' : null;
    },
    description(value) {
      one.description = textOf(value) ?? '';
      return one.description === '' ? 'a sentence' : null;
    },
  });
  if (one.language !== '') return one;
  if (!('language' in item)) fault('config/value', 'a language has no tag', HOW);
  return null;
}
