/**
 * The front matter and site.yaml as JSON Schema (draft 2020-12), so that editors complete and check
 * while one writes. Made from the tables by which they are read; `schema/` holds the result.
 */
import { FIELDS, type FieldKind, type FieldSpec } from './news/fields.ts';
import { FLAT_PAGE_FIELDS } from './news/flat-page.ts';
import { flatPageField } from './news/flat-page-fields.ts';
import type { Schema } from './settings/settings.ts';
import { SETTINGS } from './settings/table.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

const TEXT: Schema = { type: ['string', 'number'] };
const TEXTS: Schema = { anyOf: [TEXT, { type: 'array', items: TEXT }] };
const INSTANT: Schema = {
  type: 'string',
  pattern:
    '^\\d{4}-\\d{2}-\\d{2}([Tt ]+\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?\\s*([Zz]|UTC|GMT|[+-]\\d{1,2}(:?\\d{2})?)?)?$',
};
const ADDRESS: Schema = { type: 'string', pattern: '^/' };
const PICTURE: Schema = {
  type: 'object',
  required: ['src'],
  properties: {
    src: { type: 'string', description: 'an address, or the name of a file beside the text' },
    alt: { type: 'string', description: 'what the picture shows, for those who do not see it' },
    caption: { type: 'string' },
    credit: { type: 'string', description: 'who made the picture' },
    focus: { type: 'string', description: 'the point to keep in sight: 50% 30%, left top' },
  },
};
const AUTHOR: Schema = {
  anyOf: [TEXT, { type: 'object', properties: { id: TEXT, name: TEXT } }],
};

/** The form of each kind of value. */
const KINDS: Readonly<Record<FieldKind, Schema>> = {
  text: TEXT,
  instant: INSTANT,
  flag: { type: 'boolean' },
  list: TEXTS,
  digit: { type: 'integer', minimum: 0, maximum: 9 },
  image: { anyOf: [{ type: 'string' }, PICTURE] },
  flash: { anyOf: [{ type: 'boolean' }, INSTANT] },
  authors: { anyOf: [AUTHOR, { type: 'array', items: AUTHOR }] },
  corrections: {
    type: 'array',
    items: {
      type: 'object',
      required: ['date', 'text'],
      properties: { date: INSTANT, text: { type: 'string' } },
    },
  },
  address: ADDRESS,
  addresses: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  url: { type: 'string', format: 'uri', pattern: '^https?://' },
  language: { type: 'string' },
};

/** The form of an article's front matter. Other keys are allowed: templates may use them. */
export function articleSchema(): Schema {
  return frontMatterSchema('Front matter of an article', Object.entries<FieldSpec>(FIELDS));
}

/** That of one of the paper's own pages, which has few of the keys. */
export function pageSchema(): Schema {
  return frontMatterSchema(
    'Front matter of a page',
    FLAT_PAGE_FIELDS.map((name) => [name, flatPageField(name)]),
  );
}

function frontMatterSchema(
  title: string,
  fields: readonly (readonly [name: string, spec: FieldSpec])[],
): Schema {
  const properties = fields.flatMap(([name, { kind, about, also }]) => [
    [name, { description: about, ...orNothing(KINDS[kind]) }],
    ...also.map((other) => [
      other,
      { description: `the same as ${name}`, $ref: `#/properties/${name}` },
    ]),
  ]);
  return {
    $schema: DIALECT,
    title,
    type: 'object',
    properties: Object.fromEntries(properties),
    required: ['title'],
  };
}

/** The form of site.yaml. */
export function siteSchema(): Schema {
  const properties = Object.entries(SETTINGS).map(([name, { about, schema }]) => [
    name,
    { description: about, ...orNothing(schema) },
  ]);
  return {
    $schema: DIALECT,
    title: 'site.yaml of a paper',
    type: ['object', 'null'],
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}

/** The form of the list of `gazeta build --changes`. */
export function changesSchema(): Schema {
  const paths = (description: string): Schema => ({
    description,
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
  });
  const properties = {
    version: { const: 1 },
    written: paths('files to upload, below the output folder'),
    removed: paths('files to remove now'),
    retired: paths('old style sheets and scripts, to remove a day later'),
    unchanged: { description: 'how many files stayed as they were', type: 'integer', minimum: 0 },
    purge: paths('addresses whose content in caches is old'),
  };
  return {
    $schema: DIALECT,
    title: 'What a build changed',
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** A key without a value is as good as none. */
function orNothing(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}
