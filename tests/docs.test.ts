/** What the documents say is what the code does. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODES } from '../src/base/diagnostic.ts';
import { FIELD_NAMES } from '../src/news/fields.ts';
import { SETTINGS } from '../src/settings.ts';
import { ROOT } from './rig.ts';

const read = (name: string) => readFileSync(`${ROOT}/${name}`, 'utf8');

test('docs/errors.md is the table of codes', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| `([^`]+)` \| (\w+) \| (.*) \|$/gm)].map(
    ([, code, weight, meaning]) => [code, [weight, meaning]],
  );
  expect(Object.fromEntries(rows)).toEqual(CODES);
});

test('docs/front-matter.md names every key and every other name of it', () => {
  const text = read('docs/front-matter.md');
  for (const [name, candidates] of Object.entries(FIELD_NAMES)) {
    const row = text.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
    for (const { key } of candidates) expect(row, name).toContain(`\`${key}\``);
  }
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
