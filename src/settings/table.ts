/**
 * The settings of site.yaml, one entry each: what it says, its form for editors, how its value is
 * checked, and what a wrong one is told. The JSON Schema and docs/settings.md follow this table.
 */
import { readDuration } from '../base/duration.ts';
import { isTimeZone } from '../base/instant.ts';
import { pageFault } from '../base/paths.ts';
import { FIELD_NAMES } from '../news/fields.ts';
import { SECTION_COLORS } from '../news/section.ts';
import { ADMIN_SETTINGS } from './admin.ts';
import { readFieldNames } from './fields.ts';
import { LANGUAGE_SETTINGS } from './languages.ts';
import { countTo, expected, readParts } from './parts.ts';
import { PLUGIN_SETTINGS } from './plugins.ts';
import { PUBLISHER_SETTINGS } from './publisher.ts';
import { REDIRECT_SETTINGS } from './redirects.ts';
import { readSections } from './sections.ts';
import { defaultSettings, record, type Setting, TEXT, TEXTS, TITLES } from './settings.ts';
import { SURFACE_SETTINGS } from './surfaces.ts';
import { THEME_SETTINGS } from './theme.ts';
import { readChoice, readText, textOf } from './values.ts';

const PERMALINK_PARTS = ['yyyy', 'mm', 'dd', 'slug', 'section'];

/** Every setting, in the order of the documentation. */
export const SETTINGS: Readonly<Record<string, Setting>> = {
  title: {
    about: 'the name of the paper',
    schema: TEXT,
    read(field, settings, fault) {
      settings.title = readText(field, fault) ?? settings.title;
    },
  },
  description: {
    about: 'what the paper is, in a sentence, for feeds and search engines',
    schema: TEXT,
    read(field, settings, fault) {
      settings.description = readText(field, fault) ?? settings.description;
    },
  },
  url: {
    about: 'the public address of the site',
    schema: { type: 'string', format: 'uri', pattern: '^https?://' },
    read(field, settings, fault) {
      const value = readText(field, fault);
      if (value === null) return;
      const url = URL.canParse(value) ? new URL(value) : null;
      // Two slashes at the beginning of an address are those of another host.
      const odd = /%(?!20|[89a-f])|\/\/+[^/]/i;
      const isPlain = url !== null && !odd.test(url.pathname) && isDecodable(url);
      if (!isPlain || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
        fault(
          'config/value',
          `"${value}" is not the address of a site`,
          'Write it with its scheme: url: https://example.org, or with a path: https://example.org/news.',
        );
      else settings.url = url;
    },
  },
  ...LANGUAGE_SETTINGS,
  timezone: {
    about: 'the zone of local times, a name of the IANA database',
    schema: TEXT,
    read(field, settings, fault) {
      const value = readText(field, fault);
      if (value === null) return;
      if (isTimeZone(value)) settings.timezone = value;
      else
        fault(
          'config/value',
          `"${value}" is not a time zone`,
          'Write a name of the IANA time zone database: timezone: Europe/Belgrade.',
        );
    },
  },
  sections: {
    about: 'the sections, in the order of the navigation',
    schema: {
      type: 'array',
      items: {
        anyOf: [
          TEXT,
          {
            type: 'object',
            required: ['name'],
            additionalProperties: false,
            properties: {
              name: TEXT,
              parent: TEXT,
              titles: TITLES,
              color: { enum: SECTION_COLORS },
              aliases: TEXTS,
            },
          },
        ],
      },
    },
    read(field, settings, fault) {
      settings.sections = readSections(field, fault);
    },
  },
  flash: {
    about: 'what makes an article flash news, and how long and how many the strip shows',
    schema: record({
      tag: TEXT,
      lifetime: TEXT,
      max: { type: 'integer', minimum: 1, maximum: 50 },
    }),
    read(field, settings, fault) {
      const read = readParts(field, fault, {
        tag: (value) => textOf(value) ?? expected('a tag, such as flash-news'),
        lifetime: (value) =>
          (typeof value === 'string' ? readDuration(value) : null) ??
          expected('a length of time, such as 24 hours or PT24H'),
        max: countTo(50),
      });
      settings.flash = { ...settings.flash, ...read };
    },
  },
  permalink: {
    about: 'the pattern of addresses, with {slug}, {yyyy}, {mm}, {dd} and {section}',
    schema: { type: 'string', pattern: '^/.*\\{slug\\}' },
    read(field, settings, fault) {
      const value = readText(field, fault);
      if (value === null) return;
      const problem = permalinkFault(value);
      if (problem === null) settings.permalink = value;
      else
        fault(
          'config/value',
          `"${value}" ${problem}`,
          `The parts are ${PERMALINK_PARTS.map((part) => `{${part}}`).join(', ')}; the default is ${defaultSettings('').permalink}.`,
        );
    },
  },
  fields: {
    about: 'other names of front matter keys',
    schema: record(Object.fromEntries(Object.keys(FIELD_NAMES).map((name) => [name, TEXTS]))),
    read(field, settings, fault) {
      settings.fieldNames = readFieldNames(field, fault);
    },
  },
  html: {
    about: 'raw HTML in articles: through an allow list, as it is, or shown as text',
    schema: { enum: ['safe', 'trusted', 'none'] },
    read(field, settings, fault) {
      settings.html =
        readChoice(
          field,
          fault,
          ['safe', 'trusted', 'none'],
          'is no way to treat HTML',
          'Write html: safe (an allow list, the default), html: trusted (as it is) or html: none (shown as text).',
        ) ?? settings.html;
    },
  },
  onError: {
    about: 'what a fault in an article does',
    schema: { enum: ['stop', 'hold-back'] },
    read(field, settings, fault) {
      settings.onError =
        readChoice(
          field,
          fault,
          ['stop', 'hold-back'],
          'is no way to treat faults',
          'Write onError: stop (nothing is published, the default) or onError: hold-back (all but the faulty articles).',
        ) ?? settings.onError;
    },
  },
  ...SURFACE_SETTINGS,
  ...REDIRECT_SETTINGS,
  ...PUBLISHER_SETTINGS,
  ...THEME_SETTINGS,
  ...ADMIN_SETTINGS,
  ...PLUGIN_SETTINGS,
  output: {
    about: 'the output folder, below the site',
    schema: TEXT,
    read(field, settings, fault) {
      const value = readText(field, fault);
      if (value === null) return;
      const names = value.split('/').filter((name) => name !== '' && name !== '.');
      if (/^(?![/\\])[^\\:]+$/.test(value) && !names.includes('..') && names.length > 0)
        settings.output = names.join('/');
      else
        fault(
          'config/value',
          `"${value}" is not a folder below the site`,
          'Write a folder below this one: output: dist. For one elsewhere use --out.',
        );
    },
  },
};

/** True if the path is percent-encoded as it should be (RFC 3986, UTF-8). */
function isDecodable({ pathname }: URL): boolean {
  try {
    decodeURI(pathname);
    return true;
  } catch {
    return false;
  }
}

function permalinkFault(value: string): string | null {
  const unknown = [...value.matchAll(/\{(\w*)\}/g)]
    .map((match) => match[1] ?? '')
    .find((name) => !PERMALINK_PARTS.includes(name));
  if (unknown !== undefined) return `has a part {${unknown}} that does not exist`;
  if (!value.includes('{slug}'))
    return 'has no {slug}, so that all articles of a day would share an address';
  return pageFault(value.replace(/[{}]/g, ''));
}
