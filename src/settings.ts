/** The settings of site.yaml, one entry each: how its value is checked, and what a wrong one is told. */
import type { Code } from './base/diagnostic.ts';
import type { OnError } from './base/findings.ts';
import { isLanguageTag, isTimeZone, readDuration } from './base/instant.ts';
import { addressFault } from './base/paths.ts';
import { suggest } from './base/suggest.ts';
import type { HtmlMode } from './content/html.ts';
import type { Field } from './content/yaml.ts';
import { type Candidate, FIELD_NAMES, type FieldName, type FieldNames } from './news/fields.ts';
import { type Section, section } from './news/section.ts';

const PERMALINK = '/{yyyy}/{mm}/{dd}/{slug}/';
const PERMALINK_PARTS = ['yyyy', 'mm', 'dd', 'slug', 'section'];

/** Reports what is wrong with a value. */
export type Fault = (code: Code, message: string, help: string) => void;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The settings while they are read; every one has its default. */
export interface Settings {
  title: string;
  url: URL | null;
  language: string;
  timezone: string;
  sections: readonly Section[] | null;
  flash: { tag: string; lifetime: number };
  railSize: number;
  permalink: string;
  fieldNames: Mutable<FieldNames>;
  html: HtmlMode;
  onError: OnError;
  output: string;
}

/** A site without site.yaml, but for its title. */
export function defaultSettings(title: string): Settings {
  return {
    title,
    url: null,
    language: 'en',
    timezone: 'UTC',
    sections: null,
    flash: { tag: 'flash-news', lifetime: 24 * 3_600_000 },
    railSize: 10,
    permalink: PERMALINK,
    fieldNames: { ...FIELD_NAMES },
    html: 'safe',
    onError: 'stop',
    output: 'dist',
  };
}

/** Each setting: checks the value and stores it, or reports. */
export const SETTINGS: Readonly<
  Record<string, (field: Field, settings: Settings, fault: Fault) => void>
> = {
  title(field, settings, fault) {
    settings.title = text(field, fault) ?? settings.title;
  },
  url(field, settings, fault) {
    const value = text(field, fault);
    if (value === null) return;
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
      fault(
        'config/value',
        `"${value}" is not the address of a site`,
        'Write it with its scheme: url: https://example.org, or with a path: https://example.org/news.',
      );
    else settings.url = url;
  },
  language(field, settings, fault) {
    const value = text(field, fault);
    if (value === null) return;
    if (isLanguageTag(value)) settings.language = value;
    else
      fault(
        'config/value',
        `"${value}" is not a language tag`,
        'Write it as in BCP 47: language: sq.',
      );
  },
  timezone(field, settings, fault) {
    const value = text(field, fault);
    if (value === null) return;
    if (isTimeZone(value)) settings.timezone = value;
    else
      fault(
        'config/value',
        `"${value}" is not a time zone`,
        'Write a name of the IANA time zone database: timezone: Europe/Belgrade.',
      );
  },
  sections(field, settings, fault) {
    const names = list(field, fault);
    if (names === null) return;
    const sections = names.map(section);
    const slugs = sections.map(({ slug }) => slug);
    const twice = sections.find(({ slug }, at) => slugs.indexOf(slug) < at);
    if (twice === undefined) settings.sections = sections;
    else
      fault(
        'config/value',
        `the section "${twice.name}" stands twice`,
        'Sections that differ by letter case or accents only are one section. Remove one.',
      );
  },
  flash(field, settings, fault) {
    record(field, fault, {
      tag: (value) => {
        if (typeof value !== 'string' || value.trim() === '') return 'a tag, such as flash-news';
        settings.flash.tag = value.trim();
        return null;
      },
      lifetime: (value) => {
        const lifetime = typeof value === 'string' ? readDuration(value) : null;
        if (lifetime === null) return 'a length of time, such as 24 hours or PT24H';
        settings.flash.lifetime = lifetime;
        return null;
      },
    });
  },
  latest(field, settings, fault) {
    record(field, fault, {
      size: (value) => {
        if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 50)
          return 'a whole number from 1 to 50';
        settings.railSize = value;
        return null;
      },
    });
  },
  permalink(field, settings, fault) {
    const value = text(field, fault);
    if (value === null) return;
    const unknown = [...value.matchAll(/\{(\w*)\}/g)]
      .map((match) => match[1] ?? '')
      .find((name) => !PERMALINK_PARTS.includes(name));
    const problem =
      unknown !== undefined
        ? `has a part {${unknown}} that does not exist`
        : value.includes('{slug}')
          ? addressFault(value.replace(/[{}]/g, ''))
          : 'has no {slug}, so that all articles of a day would share an address';
    if (problem === null) settings.permalink = value;
    else
      fault(
        'config/value',
        `"${value}" ${problem}`,
        `The parts are ${PERMALINK_PARTS.map((part) => `{${part}}`).join(', ')}; the default is ${PERMALINK}.`,
      );
  },
  fields(field, settings, fault) {
    const expected = 'a name or a list of names, such as [summary, deck]';
    const keys = Object.keys(FIELD_NAMES) as FieldName[];
    record(
      field,
      fault,
      Object.fromEntries(
        keys.map((name) => [
          name,
          (value: unknown) => {
            const candidates = readCandidates(value);
            if (candidates === null) return expected;
            settings.fieldNames[name] = candidates;
            return null;
          },
        ]),
      ),
    );
  },
  html(field, settings, fault) {
    const value = text(field, fault);
    if (value === 'safe' || value === 'trusted' || value === 'none') settings.html = value;
    else if (value !== null)
      fault(
        'config/value',
        `"${value}" is no way to treat HTML`,
        'Write html: safe (an allow list, the default), html: trusted (as it is) or html: none (shown as text).',
      );
  },
  onError(field, settings, fault) {
    const value = text(field, fault);
    if (value === 'stop' || value === 'hold-back') settings.onError = value;
    else if (value !== null)
      fault(
        'config/value',
        `"${value}" is no way to treat faults`,
        'Write onError: stop (nothing is published, the default) or onError: hold-back (all but the faulty articles).',
      );
  },
  output(field, settings, fault) {
    const value = text(field, fault);
    if (value === null) return;
    if (/^(?![/\\])[^\\:]+$/.test(value) && !value.split('/').includes('..'))
      settings.output = value;
    else
      fault(
        'config/value',
        `"${value}" is not a folder below the site`,
        'Write a folder below this one: output: dist. For one elsewhere use --out.',
      );
  },
};

function text(field: Field, fault: Fault): string | null {
  if (field.written !== null && field.written.trim() !== '') return field.written.trim();
  fault('config/value', `"${field.key}" is not a text`, `Write it as one line: ${field.key}: ….`);
  return null;
}

function list(field: Field, fault: Fault): string[] | null {
  const { value } = field;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() !== ''))
    return value.map((item: string) => item.trim());
  fault(
    'config/value',
    `"${field.key}" is not a list of names`,
    `Write it as ${field.key}: [Rajoni, Sport].`,
  );
  return null;
}

/** Reads each part of a record; a reader says what it expected, or null when content. */
function record(
  field: Field,
  fault: Fault,
  readers: Readonly<Record<string, (value: unknown) => string | null>>,
): void {
  const { value } = field;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fault(
      'config/value',
      `"${field.key}" has no parts`,
      `Its parts are ${Object.keys(readers).join(', ')}, each on a line of its own, indented.`,
    );
    return;
  }
  for (const [part, partValue] of Object.entries(value)) {
    const reader = Object.hasOwn(readers, part) ? readers[part] : undefined;
    if (reader === undefined) {
      const meant = suggest(part, Object.keys(readers));
      fault(
        'config/unknown-key',
        `"${field.key}" has no part "${part}"`,
        `${meant === null ? '' : `Did you mean "${meant}"? `}Its parts are ${Object.keys(readers).join(', ')}.`,
      );
      continue;
    }
    const expected = reader(partValue);
    if (expected !== null)
      fault('config/value', `"${part}" of "${field.key}" is not ${expected}`, '');
  }
}

function readCandidates(value: unknown): Candidate[] | null {
  const keys = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(keys) || keys.length === 0) return null;
  const candidates = keys.map((key) =>
    typeof key === 'string' && /^!?\S/.test(key)
      ? { key: key.replace(/^!/, ''), negated: key.startsWith('!') }
      : null,
  );
  return candidates.every((candidate) => candidate !== null) ? candidates : null;
}
