/** `language:` and `languages:` of site.yaml: the main language of the paper, and the others. */
import { languageFault } from '../base/known-languages.ts';
import { languageTag } from '../base/language.ts';
import { didYouMean } from '../base/suggest.ts';
import type { Field } from '../content/field.ts';
import { expected, readParts } from './parts.ts';
import { record, type Setting, type Settings, TEXT } from './settings.ts';
import { type Fault, readText, textOf, within } from './values.ts';

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

type Language = Settings['languages'][number];

function languagesOf(items: readonly unknown[], field: Field, fault: Fault): readonly Language[] {
  const languages: Language[] = [];
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

function languageOf(item: unknown, field: Field, fault: Fault): Language | null {
  if (typeof item !== 'object' || item === null) {
    const tag = tagOf(item);
    if (tag !== null) return { language: tag, title: null, description: '' };
    const { problem, meant } = languageFault(String(item)) ?? { problem: '', meant: null };
    fault('config/value', `"${String(item)}" ${problem}`, `${didYouMean(meant)}${HOW}`);
    return null;
  }
  const read = readParts({ key: field.key, value: item }, fault, {
    language: (value) =>
      tagOf(value) ??
      expected(
        `a language tag of BCP 47, such as ${languageFault(textOf(value) ?? '')?.meant ?? 'sq'}`,
      ),
    title: (value) => textOf(value) ?? expected('the name of the paper in this language'),
    description: (value) => textOf(value) ?? expected('a sentence'),
  });
  const { language, title = null, description = '' } = read;
  if (language !== undefined) return { language, title, description };
  if (!('language' in item)) fault('config/value', 'a language has no tag', HOW);
  return null;
}

/** The tag of a language that is known; null if the value names none. */
function tagOf(value: unknown): string | null {
  const text = textOf(value) ?? '';
  return languageFault(text) === null ? languageTag(text) : null;
}
