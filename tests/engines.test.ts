/**
 * What browsers other than Chromium would not understand of our style sheets, among those for which they are written (TARGETS in
 * render/stylesheets). Lightning CSS makes many things known to older ones; these it cannot, or does not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stylesheet } from '../src/render/stylesheets.ts';
import { ROOT, readFolder } from './rig.ts';

const sources = new Map(
  Object.entries(readFolder(`${ROOT}/templates`))
    .filter(([name]) => name.endsWith('.css'))
    .map(([file, body]) => [file, { file, source: new TextDecoder().decode(body) }]),
);

/** As browsers get them: what the preview shows is not made small. */
const SHEETS: readonly (readonly [name: string, css: string])[] = [
  ...readdirSync(`${ROOT}/templates/assets`)
    .filter((name) => name.endsWith('.css'))
    .map((name): [string, string] => {
      const context = { sources, addressOf: () => '', fromRoot: (path: string) => path };
      return [name, stylesheet(`assets/${name}`, context).css];
    }),
  [
    'desk.css',
    readFileSync(`${ROOT}/src/serve/client/desk.css`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
  ],
];

describe.each(SHEETS)('%s', (_, css) => {
  const declarations = [...css.matchAll(/([\w-]+):\s*([^;{}]+)/g)].map(
    ([, name = '', value = '']) => ({ name, value: value.trim() }),
  );

  test('says in one word how a text is underlined', () => {
    // Safari takes nothing else, and what has a var() in it takes the place of the rule before it all the same.
    const lines = declarations.filter(({ name }) => /^(?:-webkit-)?text-decoration$/.test(name));
    expect(lines.filter(({ value }) => !/^(?:none|underline)$/.test(value))).toEqual([]);
  });

  test('has the sign alone before the sign with its words for ears', () => {
    for (const { index, 0: found } of css.matchAll(/content:\s*("[^"]*")\s*\/\s*"/g)) {
      const [sign = ''] = /"[^"]*"/.exec(found) ?? [];
      const before = css.slice(css.lastIndexOf('{', index), index);
      expect(before).toContain(`content:${sign};`);
    }
  });

  test('has no property made by functions that came later', () => {
    // As a property of one's own they count as understood, and what is made from it falls away.
    const later = /\b(?:light-dark|oklch|oklab|contrast-color|if)\(/;
    expect(declarations.filter(({ value }) => later.test(value))).toEqual([]);
  });

  test('makes nothing as wide as the window with its scroll bar', () => {
    const widths = declarations.filter(({ name }) => /^(?:width|inline-size)$/.test(name));
    expect(widths.filter(({ value }) => value.includes('100vw'))).toEqual([]);
  });
});
