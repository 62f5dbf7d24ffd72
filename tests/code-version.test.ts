/** The version by which a store is believed: another one where the same sources may give other pages. */
import { expect, test } from 'vitest';
import { memoryFiles } from '../src/base/memory-files.ts';
import { codeVersion } from '../src/cli/code-version.ts';

const HOME = '/paper/node_modules/gazeta';
const INSTALLED = {
  [`${HOME}/lib/gazeta.js`]: 'build();',
  [`${HOME}/lib/serve/page.js`]: 'refresh();',
  [`${HOME}/node_modules/yaml/package.json`]: '{"version":"2.9.1"}',
  '/paper/node_modules/yaml/package.json': '{"version":"1.0.0"}',
  '/paper/node_modules/markdown-it/package.json': '{"version":"15.0.3"}',
  '/paper/node_modules/.package-lock.json': '{"packages":{"node_modules/mdurl":{}}}',
};
const version = (edits: Readonly<Record<string, string>> = {}) =>
  codeVersion(memoryFiles({ ...INSTALLED, ...edits }), HOME, ['markdown-it', 'yaml', 'none']);

test.each([
  ['the code', `${HOME}/lib/gazeta.js`],
  ['a package of its own', `${HOME}/node_modules/yaml/package.json`],
  ['one beside it', '/paper/node_modules/markdown-it/package.json'],
  ['one that those import', '/paper/node_modules/.package-lock.json'],
])('%s', (_, path) => {
  expect(version({ [path]: 'other' })).not.toBe(version());
});

test.each([
  ['what runs in browsers', `${HOME}/lib/serve/page.js`],
  ['a package that others use', '/paper/node_modules/yaml/package.json'],
])('not %s', (_, path) => {
  expect(version({ [path]: 'other' })).toBe(version());
});
