/** The colours of the default theme can be read (WCAG 2.2, 1.4.3), and the code knows them as they are. */
import { readFileSync } from 'node:fs';
import { wcagContrast } from 'culori';
import { describe, expect, test } from 'vitest';
import { PALETTE, SECTION_TONES } from '../src/settings/palette.ts';
import { ROOT } from './rig.ts';

const sheet = readFileSync(`${ROOT}/templates/styles/tokens.css`, 'utf8');
const darkParts = [...sheet.matchAll(/^@media \(prefers-color-scheme: dark\) \{\n([\s\S]*?)^\}/gm)];
const dark = darkParts.map(([, inside = '']) => inside).join('\n');
const light = darkParts.reduce((rest, [part]) => rest.replace(part, ''), sheet);

/** The colours of `:root` by property, and those of sections by class. */
function colorsIn(text: string) {
  const root = Object.fromEntries(
    [...text.matchAll(/--(paper|ink|quiet|line|wash|accent): (#[0-9a-f]{6});/g)].map(
      ([, name = '', color = '']) => [name, color],
    ),
  );
  const sections = Object.fromEntries(
    [...text.matchAll(/\.color-(\w+) \{\s*--section: (#[0-9a-f]{6});/g)].map(
      ([, name = '', color = '']) => [name, color],
    ),
  );
  return { root, sections };
}

test('the code has the colours of the style sheet', () => {
  for (const [scheme, text] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    const { root, sections } = colorsIn(text);
    for (const [name, pair] of Object.entries(PALETTE)) expect(root[name], name).toBe(pair[scheme]);
    expect(sections).toEqual(
      Object.fromEntries(Object.entries(SECTION_TONES).map(([name, pair]) => [name, pair[scheme]])),
    );
  }
});

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, text) => {
  const { root, sections } = colorsIn(text);
  const { paper = '', wash = '', ink = '', quiet = '', accent = '' } = root;

  test.each(Object.entries({ ink, quiet, accent, ...sections }))(
    '%s can be read on the paper and on the wash',
    (_name, color) => {
      expect(wcagContrast(color, paper)).toBeGreaterThanOrEqual(4.5);
      expect(wcagContrast(color, wash)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('a text of the paper’s colour can be read on the accent', () => {
    expect(wcagContrast(paper, accent)).toBeGreaterThanOrEqual(4.5);
  });
});

test('a table covers its shade with the ground of the box in which it stands', () => {
  const text = readFileSync(`${ROOT}/templates/styles/text.css`, 'utf8');
  const boxes = [...text.matchAll(/([^{}*]*)\{[^{}]*background: var\(--wash\);/g)].flatMap(
    ([, selectors = '']) => [...selectors.matchAll(/\.text (aside|details)\b/g)],
  );
  expect(boxes.map(([, name]) => name)).toEqual(['aside', 'details']);
  expect(text).toMatch(/\.text :is\(aside, details\) table \{\s*--ground: var\(--wash\);/);
});
