/** Labels, the words of the theme: read from their files, and said in the language of a page. */
import { type Diagnostic, diagnostic, placeAt } from '../base/diagnostic.ts';
import { isEmpty } from '../base/is-empty.ts';
import { likelyScript } from '../base/language.ts';
import { didYouMean, suggest } from '../base/suggest.ts';
import { type Field, isFault, isRecord } from '../content/field.ts';
import { readYaml } from '../content/yaml.ts';

/** A text for each plural category of a language (CLDR, Language Plural Rules); `other` is for the rest. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** A text, or its plural forms. A text may hold `{name}`, a place for a value. */
export type Label = string | PluralForms;

/** Labels by language, then by key. English has every key. */
export type Labels = ReadonlyMap<string, ReadonlyMap<string, Label>>;

/** Says a label in a language with its values; throws if there is no such label, or the values do not fit it. */
export type Say = (
  language: string,
  key: string,
  values: Readonly<Record<string, unknown>>,
) => string;

const CATEGORIES: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

const PLACE = /\{([A-Za-z][\w-]*)\}/g;

/** The labels of a file by key, without those that are at fault. */
export function readLabels(
  file: string,
  text: string,
): { labels: ReadonlyMap<string, Label>; diagnostics: readonly Diagnostic[] } {
  const found = (offset: number, length: number | undefined, problem: string, help: string) =>
    diagnostic('template/labels', placeAt(file, text, offset, length), problem, help);
  const fields = readYaml(text);
  if (isFault(fields))
    return {
      labels: new Map(),
      diagnostics: [found(fields.offset, undefined, fields.problem, fields.help)],
    };
  const labels = new Map<string, Label>();
  const diagnostics: Diagnostic[] = [];
  for (const field of fields) {
    const fault = labelFault(field);
    if (fault !== null) diagnostics.push(found(field.offset, field.length, ...fault));
    // Without a fault, what is no scalar is a record of forms.
    else labels.set(field.key, field.written ?? (field.value as PluralForms));
  }
  return { labels, diagnostics };
}

/** Why a field is not a label, and what to do; null if it is one. */
function labelFault({ key, value, written }: Field): [problem: string, help: string] | null {
  if (written !== null) return null;
  if (!isRecord(value))
    return [`the label "${key}" is not a text`, `Write it as one line: ${key}: "…".`];
  for (const [category, form] of Object.entries(value)) {
    if (!CATEGORIES.includes(category)) {
      return [
        `the label "${key}" has a form "${category}", which is no plural category`,
        `${didYouMean(suggest(category, CATEGORIES))}The categories are ${CATEGORIES.join(', ')}. A text that begins with { stands in quotes.`,
      ];
    }
    if (typeof form !== 'string')
      return [
        `the form "${category}" of the label "${key}" is not a text`,
        `Write it in quotes: ${category}: "…".`,
      ];
  }
  if (Object.hasOwn(value, 'other')) return null;
  return [
    `the label "${key}" has no form "other"`,
    'Add other: "…", the form for each count that has none of its own.',
  ];
}

/**
 * The languages whose words a page may use; the words of a later one win. English, which has them all, then
 * the page's own language from its first subtag to its whole tag, in the page's script only: `sr-Latn-RS`
 * gives en, sr-Latn, sr-Latn-RS, for `sr` is Cyrillic; `sr-ME` gives en, sr-Latn, sr-ME; `de-AT` gives
 * en, de, de-Latn, de-AT.
 */
export function languageChain(language: string): readonly string[] {
  const script = likelyScript(language);
  const subtags = new Intl.Locale(language).baseName.split('-');
  const [base = language, ...longer] = subtags.map((_, at) => subtags.slice(0, at + 1).join('-'));
  const own = [base, script === null ? base : `${base}-${script}`, ...longer, language];
  return [...new Set(['en', ...own.filter((tag) => likelyScript(tag) === script)])];
}

/** The names of the places in a label, in any of its forms. */
export function placesOf(label: Label): ReadonlySet<string> {
  const texts = typeof label === 'string' ? [label] : Object.values(label);
  return new Set(texts.flatMap((text) => [...text.matchAll(PLACE)].map(([, name = '']) => name)));
}

/** The labels as one book for pages in all languages. */
export function phrasebook(labels: Labels): Say {
  /** By key; each with the language that gave it, whose plural rules it follows. */
  const wordsIn = byLanguage(
    (language) =>
      new Map(
        languageChain(language).flatMap((from) =>
          [...(labels.get(from) ?? [])].map(
            ([key, label]) => [key, { label, from, places: placesOf(label) }] as const,
          ),
        ),
      ),
  );
  // With English behind it: for a language that Intl lacks it would else take that of the machine.
  const rules = byLanguage((language) => new Intl.PluralRules([language, 'en']));
  const numbers = byLanguage(
    (language) => new Intl.NumberFormat([language, 'en'], { numberingSystem: 'latn' }),
  );

  // Below a thousand there is nothing but the digits, and to make a formatter takes longer than a page.
  const counted = (language: string, count: number) =>
    Number.isInteger(count) && count >= 0 && count < 1000 && !Object.is(count, -0)
      ? String(count)
      : numbers(language).format(count);

  return (language, key, values) => {
    const word = wordsIn(language).get(key);
    if (word === undefined) throw new Error(`there is no label "${key}" in labels/en.yaml`);
    const { label, from, places } = word;
    // Most words are said as they stand.
    if (typeof label === 'string' && places.size === 0 && isEmpty(values)) return label;
    const misfit = valuesFault(label, places, values);
    if (misfit !== null) throw new Error(`the label "${key}" ${misfit}`);
    const count = Number(values.count);
    const text =
      typeof label === 'string' ? label : (label[rules(from).select(count)] ?? label.other);
    return text.replace(PLACE, (_, name: string) =>
      name === 'count' ? counted(language, count) : String(values[name]),
    );
  };
}

/** Why values do not fit a label, as the end of a sentence; null if they do. A count may always be given. */
function valuesFault(
  label: Label,
  places: ReadonlySet<string>,
  values: Readonly<Record<string, unknown>>,
): string | null {
  const needed = typeof label === 'string' ? places : new Set(['count', ...places]);
  for (const name of needed) {
    const value = Object.hasOwn(values, name) ? values[name] : null;
    if (value === null || value === undefined) return `needs a value: ${name}=…`;
    if (name === 'count' ? !Number.isFinite(value) : !isShown(value))
      return `cannot show its ${name}: it is not a ${name === 'count' ? 'number' : 'text or number'}`;
  }
  const other = Object.keys(values).find((name) => name !== 'count' && !places.has(name));
  return other === undefined ? null : `has no {${other}} in it`;
}

function isShown(value: unknown): boolean {
  return typeof value === 'string' || Number.isFinite(value);
}

/** A function of languages that remembers its results. */
function byLanguage<Result>(make: (language: string) => Result): (language: string) => Result {
  const made = new Map<string, Result>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const result = make(language);
    made.set(language, result);
    return result;
  };
}
