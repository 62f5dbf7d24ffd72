/** What the documents say is what the code does. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CODES } from '../src/base/diagnostic.ts';
import { readConfig } from '../src/config.ts';
import { FIELD_KINDS, FIELDS, type FieldSpec } from '../src/news/fields.ts';
import { articleSchema, changesSchema, pageSchema, siteSchema } from '../src/schema.ts';
import { SETTINGS } from '../src/settings/table.ts';
import { ROOT } from './rig.ts';

/** Writes what the tables say into the documents: UPDATE_GOLDEN=1 npx vitest run tests/docs.test.ts */
const UPDATE = process.env.UPDATE_GOLDEN === '1' && process.env.CI === undefined;

// The package is CommonJS with a default export in a default export.
const addFormats = formats as unknown as typeof formats.default;

const read = (name: string) => readFileSync(`${ROOT}/${name}`, 'utf8');

test('docs/errors.md is the table of codes', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| `([^`]+)` \| (\w+) \| (.*) \|$/gm)].map(
    ([, code, weight, meaning]) => [code, [weight, meaning]],
  );
  expect(Object.fromEntries(rows)).toEqual(CODES);
});

/** The table of keys as the documentation has it, from the one by which they are read. */
function keysTable(): string {
  const rows = Object.entries<FieldSpec>(FIELDS).map(
    ([name, { kind, about, also, without, example, errors = [] }]) => {
      const { value, errors: common } = FIELD_KINDS[kind];
      const code = (text: string) => `\`${text}\``;
      const codes = [...new Set([...common, ...errors])].map(code).join(', ');
      const others = also.map(code).join(', ');
      return `| ${[code(name), others, about, value, without, code(example), codes].join(' | ')} |`;
    },
  );
  return [
    '| key | also read as | what it says | value | without it | example | errors |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

test('docs/front-matter.md has the table of keys', () => {
  const text = read('docs/front-matter.md');
  const table = /\| key \|[\s\S]*?\n(?=\n)/.exec(text)?.[0] ?? '';
  if (UPDATE)
    writeFileSync(
      `${ROOT}/docs/front-matter.md`,
      text.replace(table, () => `${keysTable()}\n`),
    );
  expect(read('docs/front-matter.md')).toContain(keysTable());
});

test.each(readdirSync(`${ROOT}/tests/fixtures`))('the settings for %s are right', (name) => {
  const { diagnostics } = readConfig(read(`tests/fixtures/${name}/site.yaml`), name);
  expect(diagnostics).toEqual([]);
});

describe('schema/', () => {
  const schemas = {
    article: articleSchema(),
    page: pageSchema(),
    site: siteSchema(),
    changes: changesSchema(),
  };

  test.each(Object.entries(schemas))('%s.json is made from the tables', (name, schema) => {
    if (UPDATE)
      writeFileSync(`${ROOT}/schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
    expect(JSON.parse(read(`schema/${name}.json`))).toEqual(schema);
  });

  const ajv = new Ajv2020({ allowUnionTypes: true });
  addFormats(ajv);
  const article = ajv.compile(schemas.article);
  const page = ajv.compile(schemas.page);
  const settings = ajv.compile(schemas.site);

  test.each([
    ['articles', article],
    ['pages', page],
  ])('what the files of %s of the sample paper say has their form', (folder, isRight) => {
    for (const file of readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.md')) continue;
      const block = read(`${folder}/${file}`).split('---\n')[1] ?? '';
      expect(isRight(parse(block)), `${file} ${ajv.errorsText(isRight.errors)}`).toBe(true);
    }
  });

  test('its settings have theirs', () => {
    expect(settings(parse(read('site.yaml'))), ajv.errorsText(settings.errors)).toBe(true);
  });

  test.each([
    { title: 'A', date: '2026-11-23 9:00:00 -0500', tags: 'a, b', image: '/a.png', flash: true },
    {
      title: 2024,
      date: '2026-11-23',
      authors: [{ name: 'A' }, 'b'],
      related: ['x'],
      own: { a: 1 },
    },
    { title: 'A', image: { src: 'a.png', focus: 'left top' }, section: null, priority: 3 },
  ])('a right front matter fits: %j', (data) => {
    expect(article(data), ajv.errorsText(article.errors)).toBe(true);
  });

  test.each([
    { title: 'About us' },
    { title: 'About us', lastmod: '2026-11-23', lang: 'sq', aliases: ['/about-us/'], own: 1 },
    // A key that only articles have says nothing here.
    { title: 'About us', priority: 'high', description: 'Who we are.', draft: true },
  ])('a right front matter of a page fits: %j', (data) => {
    expect(page(data), ajv.errorsText(page.errors)).toBe(true);
  });

  test.each([
    { summary: 'no title' },
    { title: 'A', updated: 'today' },
    { title: 'A', draft: 'x' },
  ])('a wrong one of a page does not: %j', (data) => {
    expect(page(data)).toBe(false);
  });

  test.each([
    { date: '2026-11-23' },
    { title: 'A', date: 'tomorrow' },
    { title: 'A', priority: 12 },
    { title: 'A', image: { alt: 'no file' } },
    { title: 'A', draft: 'perhaps' },
    { title: 'A', corrections: [{ text: 'no date' }] },
  ])('a wrong one does not: %j', (data) => {
    expect(article(data)).toBe(false);
  });
});

test('docs/settings.md names every setting', () => {
  for (const name of Object.keys(SETTINGS))
    expect(read('docs/settings.md')).toMatch(new RegExp(`^\\| \`${name}[.\`]`, 'm'));
});

test('docs/templates.md and docs/decisions.md name every helper and dependency', () => {
  for (const helper of ['asset', 'label', 'differs'])
    expect(read('docs/templates.md')).toContain(helper);
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  for (const name of Object.keys({ ...dependencies, ...devDependencies }))
    if (!name.startsWith('@types/')) expect(read('docs/decisions.md')).toContain(name);
});
