/**
 * A form of the editor, made from the table of the front matter's keys (news/fields), the names that the paper has for
 * them, its sections, languages and authors. Nothing in it comes from articles: a new one leaves the form as it is.
 */
import type { NewsSettings } from '../news/article.ts';
import type { FieldName, FieldSpec } from '../news/fields.ts';
import type { People, Person } from '../news/person.ts';
import type { Section } from '../news/section.ts';
import { type Choice, type FormKind, formOf, type Widget, widgetOf } from './widgets.ts';

/** What the form is made from. */
export interface FormFacts
  extends Pick<NewsSettings, 'locales' | 'timezone' | 'sections' | 'flash' | 'fieldNames'> {
  readonly people: People;
  /** A word of the theme in the paper's language; null if the theme has none. */
  readonly word: (key: string) => string;
}

/** A field as the editor reads and writes it. */
export interface FormField {
  readonly name: FieldName;
  readonly kind: FormKind;
  /** The keys of the front matter that may hold it, in their order; a new one is written under the first. */
  readonly keys: readonly { readonly key: string; readonly negated: boolean }[];
  readonly choices: readonly Choice[];
}

/** What one kind of file has of the table, and how its form shows that: the form of articles, and that of pages. */
export interface FormPlan {
  /** The fields that such files have, in the order in which new keys are written. */
  readonly written: readonly FieldName[];
  /** The order in which the form shows them; those that it leaves out follow. */
  readonly shown: readonly (FieldName | 'body')[];
  /** What is filled in where a new file begins. */
  readonly begins: Readonly<Partial<Record<FieldName, unknown>>>;
  /** What a field says in such a file. */
  spec(name: FieldName): FieldSpec;
}

/** Words of the theme that name a field. */
const WORDS: Readonly<Partial<Record<FieldName, string>>> = {
  tags: 'tags',
  authors: 'authors',
  series: 'series',
  related: 'related',
  corrections: 'corrections',
  updated: 'updated',
};

/** The fields, in the order in which new keys are written. Those that no key of the paper holds are left out. */
export function formFields(plan: FormPlan, facts: FormFacts): readonly FormField[] {
  return plan.written.flatMap((name) => {
    const keys = facts.fieldNames[name].flatMap((one) => ('key' in one ? [one] : []));
    const choices = choicesOf(name, facts);
    // In a paper of one language there is nothing to choose.
    if (keys.length === 0 || (name === 'lang' && facts.locales.length === 1)) return [];
    const kind = formOf(name, plan.spec(name).kind, choices);
    return [{ name, kind, keys, choices: choices ?? [] }];
  });
}

/** The fields of the form for Sveltia CMS, in the order in which they are shown. */
export function formWidgets(
  plan: FormPlan,
  fields: readonly FormField[],
  facts: FormFacts,
): readonly Widget[] {
  const rest = fields.map(({ name }) => name).filter((name) => !plan.shown.includes(name));
  return [...plan.shown, ...rest].flatMap((name) => {
    if (name === 'body') return [BODY];
    const field = fields.find((one) => one.name === name);
    return field === undefined ? [] : widgetsOf(plan, field, facts);
  });
}

/** The text as it is written, so that opening a file changes no letter of it. */
const BODY: Widget = {
  name: 'body',
  label: 'Text',
  hint: 'Markdown',
  widget: 'markdown',
  modes: ['raw', 'rich_text'],
  required: false,
};

function widgetsOf(
  plan: FormPlan,
  { name, kind, choices }: FormField,
  facts: FormFacts,
): readonly Widget[] {
  const { about, without } = plan.spec(name);
  const begins = plan.begins[name];
  const own: Widget = {
    name,
    label: labelOf(name, facts),
    hint: hintOf(about, without),
    required: name === 'title',
    ...widgetOf(name, kind, choices, facts.timezone),
    ...(begins === undefined ? {} : { default: begins }),
  };
  if (kind === 'tags') return [flashSwitch(facts), own];
  if (kind !== 'authors') return [own];
  const label = 'Other names';
  const others = {
    ...own,
    name: 'otherAuthors',
    label,
    hint: 'Agencies and guests',
    widget: 'list',
  };
  const { options: _, multiple: __, ...list } = others as Record<string, unknown>;
  return choices.length === 0 ? [{ ...list, label: own.label, hint: own.hint }] : [own, list];
}

/** The tag that makes flash news, as a switch. */
function flashSwitch({ word, flash }: FormFacts): Widget {
  return {
    name: 'isFlash',
    label: word('flash-news'),
    hint: `The tag "${flash.tag}": a kicker for good, and a place in the strip for its time`,
    widget: 'boolean',
    default: false,
    required: false,
  };
}

function labelOf(name: FieldName, { word }: FormFacts): string {
  const key = WORDS[name];
  return key === undefined ? name.charAt(0).toUpperCase() + name.slice(1) : word(key);
}

/** What a field says, and what holds without it where that is more than nothing; without the marks of code. */
function hintOf(about: string, without: string): string {
  const isPlain = /^(an error|none|nothing|no .*|`false`|`0`)$/.test(without);
  return plain(isPlain ? `${about}.` : `${about}. Without it: ${without}.`);
}

function plain(text: string): string {
  const bare = text.replace(/`/g, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** The values that the paper declares for a field; null if it declares none. */
function choicesOf(name: FieldName, facts: FormFacts): readonly Choice[] | null {
  switch (name) {
    case 'section':
      return facts.sections?.map((one) => sectionChoice(one, facts.sections ?? [])) ?? null;
    case 'authors':
      return [...new Set(facts.people.values())].map((one) => authorChoice(one, facts.people));
    case 'lang':
      return facts.locales.map(({ language }) => ({ value: language, label: language, also: [] }));
    default:
      return null;
  }
}

/** A section as news/section finds it: by its names, titles and aliases; a part by its own name if that is unique. */
function sectionChoice(section: Section, all: readonly Section[]): Choice {
  const value = section.names.join(' / ');
  const unique = all.filter(({ name }) => name === section.name).length === 1;
  const also = [
    ...section.aliases,
    ...Object.values(section.titles),
    ...(unique ? [section.name] : []),
  ];
  return { value, label: value, also };
}

function authorChoice(person: Person, people: People): Choice {
  const names = [...people].filter(([, one]) => one === person).map(([name]) => name);
  return { value: person.slug, label: person.name, also: [person.name, ...names] };
}
