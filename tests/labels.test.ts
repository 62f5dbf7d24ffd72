/** The words of the default theme in every language, and the rules by which a page gets its words. */
import { describe, expect, test } from 'vitest';
import { direction } from '../src/base/language.ts';
import {
  type Label,
  languageChain,
  phrasebook,
  placesOf,
  readLabels,
} from '../src/render/labels.ts';
import { ROOT, readFolder } from './rig.ts';

const decoder = new TextDecoder();
const theme = readFolder(`${ROOT}/templates`);

/** The theme's labels by language. */
const LABELS = new Map(
  Object.entries(theme).flatMap(([path, bytes]) => {
    const language = /^labels\/(.+)\.yaml$/.exec(path)?.[1];
    if (language === undefined) return [];
    const { labels, diagnostics } = readLabels(path, decoder.decode(bytes));
    expect(diagnostics).toEqual([]);
    return [[language, labels] as const];
  }),
);
const ENGLISH = LABELS.get('en') ?? new Map<string, Label>();

const say = phrasebook(LABELS);

test('the theme speaks these languages', () => {
  expect([...LABELS.keys()].sort()).toEqual(['de', 'en', 'it', 'mk', 'sq', 'sr', 'sr-Latn', 'tr']);
});

describe.each([...LABELS])('the labels of %s', (language, labels) => {
  test('are all there, in the order of the English ones', () => {
    expect([...labels.keys()]).toEqual([...ENGLISH.keys()]);
  });

  test('have the same places for values', () => {
    for (const [key, label] of labels)
      expect([...placesOf(label)], key).toEqual([...placesOf(ENGLISH.get(key) ?? '')]);
  });

  test('have a form for each plural category of the language', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, label] of labels) {
      expect(typeof label === 'string', key).toBe(typeof ENGLISH.get(key) === 'string');
      if (typeof label === 'string') continue;
      expect(Object.keys(label), key).toEqual(expect.arrayContaining(pluralCategories));
    }
  });

  test('are words, without blanks at their ends', () => {
    for (const [key, label] of labels)
      for (const text of typeof label === 'string' ? [label] : Object.values(label))
        expect(text, key).toMatch(/^\S(.*\S)?$/);
  });
});

test('Serbian in Latin letters is the Serbian in Cyrillic ones, letter by letter', () => {
  expect(toLatin(decoder.decode(theme['labels/sr.yaml']))).toBe(
    decoder.decode(theme['labels/sr-Latn.yaml']),
  );
});

test('the theme’s templates ask for no label that does not exist', () => {
  for (const [path, bytes] of Object.entries(theme))
    if (path.endsWith('.hbs'))
      for (const [, key = ''] of decoder.decode(bytes).matchAll(/\{\{label "([^"]*)"/g))
        expect([...ENGLISH.keys()], path).toContain(key);
});

describe('parts of a series are counted', () => {
  test.each([
    ['en', ['1 part', '2 parts', '5 parts', '21 parts', '1,000 parts']],
    ['sq', ['1 pjesë', '2 pjesë', '5 pjesë', '21 pjesë', '1000 pjesë']],
    ['sr', ['1 део', '2 дела', '5 делова', '21 део', '1.000 делова']],
    ['sr-Latn', ['1 deo', '2 dela', '5 delova', '21 deo', '1.000 delova']],
    ['mk', ['1 дел', '2 делови', '5 делови', '21 дел', '1.000 делови']],
    ['it', ['1 puntata', '2 puntate', '5 puntate', '21 puntate', '1000 puntate']],
    ['de', ['1 Teil', '2 Teile', '5 Teile', '21 Teile', '1.000 Teile']],
    ['tr', ['1 bölüm', '2 bölüm', '5 bölüm', '21 bölüm', '1.000 bölüm']],
  ])('in %s', (language, texts) => {
    const counted = [1, 2, 5, 21, 1000].map((count) => say(language, 'parts-count', { count }));
    // The blank between thousands is not the same in all versions of CLDR.
    expect(counted.map((text) => text.replace(/(?<=\d)\s(?=\d)/, ''))).toEqual(texts);
  });

  test('in a language without labels by the rules of English, with its own numbers', () => {
    expect(say('fr', 'parts-count', { count: 0 })).toBe('0 parts');
    expect(say('ar-EG', 'parts-count', { count: 3 })).toBe('3 parts');
    expect(say('de-AT', 'parts-count', { count: 1 })).toBe('1 Teil');
    // A language that Intl lacks: not those of the machine's.
    expect(say('qaa', 'parts-count', { count: 1000 })).toBe('1,000 parts');
  });
});

test.each([
  ['en', ['en', 'en-Latn']],
  ['en-GB', ['en', 'en-Latn', 'en-GB']],
  ['de-AT', ['en', 'de', 'de-Latn', 'de-AT']],
  ['sr', ['en', 'sr', 'sr-Cyrl']],
  ['sr-Cyrl', ['en', 'sr', 'sr-Cyrl']],
  ['sr-RS', ['en', 'sr', 'sr-Cyrl', 'sr-RS']],
  ['sr-Latn', ['en', 'sr-Latn']],
  ['sr-Latn-RS', ['en', 'sr-Latn', 'sr-Latn-RS']],
  ['sr-ME', ['en', 'sr-Latn', 'sr-ME']],
  ['zh-TW', ['en', 'zh-Hant', 'zh-TW']],
  ['ku-Arab-IQ', ['en', 'ku-Arab', 'ku-Arab-IQ']],
  ['ar-u-nu-arab', ['en', 'ar', 'ar-Arab', 'ar-u-nu-arab']],
  ['en-x-desk', ['en', 'en-Latn', 'en-x-desk']],
  ['qaa', ['en', 'qaa']],
  ['und', ['en', 'und', 'und-Latn']],
])('the words of %s come from %j', (language, chain) => {
  expect(languageChain(language)).toEqual(chain);
});

test.each([
  ['sr-Cyrl', 'Најновије вести'],
  ['sr-RS', 'Најновије вести'],
  ['sr-Latn-RS', 'Najnovije vesti'],
  ['sr-ME', 'Najnovije vesti'],
  ['de-CH', 'Neueste Nachrichten'],
  ['sq-XK', 'Lajmet e fundit'],
  ['tr-CY', 'Son haberler'],
  ['fr', 'Latest news'],
])('latest news in %s: %s', (language, text) => {
  expect(say(language, 'latest-news', {})).toBe(text);
});

test.each([
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['ur-Aran', 'rtl'],
  ['ckb', 'rtl'],
  ['ku-Arab', 'rtl'],
  ['az-Arab', 'rtl'],
  ['uz-AF', 'rtl'],
  ['dv', 'rtl'],
  ['yi', 'rtl'],
  ['nqo', 'rtl'],
  ['ff-Adlm', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['ku', 'ltr'],
  ['az', 'ltr'],
  ['sr', 'ltr'],
  ['en', 'ltr'],
  ['zh-TW', 'ltr'],
  ['qaa', 'ltr'],
])('%s runs %s', (language, expected) => {
  expect(direction(language)).toBe(expected);
});

/** Serbian Cyrillic in Latin letters; each letter has its one or two. */
function toLatin(text: string): string {
  const cyrillic = [...'абвгдђежзијклљмнњопрстћуфхцчџш'];
  const latin = 'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split(' ');
  return text.replace(/\p{Script=Cyrillic}/gu, (letter) => {
    const found = latin[cyrillic.indexOf(letter.toLowerCase())] ?? letter;
    return letter === letter.toLowerCase() ? found : found.charAt(0).toUpperCase() + found.slice(1);
  });
}
