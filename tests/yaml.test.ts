/** The quick reading of flat YAML gives what the engine for all of YAML gives, wherever it gives anything. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFlatYaml } from '../src/content/flat-yaml.ts';
import { readAnyYaml } from '../src/content/yaml.ts';
import { ROOT, readFolder } from './rig.ts';

/** Pieces of front matter, right and odd, so that lines of all sorts come about. */
const PIECES = [
  'title',
  'date',
  'null',
  'True',
  'y',
  '<<',
  '_x',
  'a-b',
  ': ',
  ':',
  ':  ',
  ' ',
  '\t',
  '# c',
  ' #',
  '#',
  'Banjskë',
  'The bridge',
  'a: b',
  "'",
  '"',
  "it's",
  '"a b"',
  "'a b'",
  '"a\\n"',
  '[',
  ']',
  '[a, b]',
  '[a,b ,  c]',
  '[]',
  '[ ]',
  '[1, a]',
  '[a: b]',
  '[true, x]',
  '["a, b", c]',
  '["a",\'b\']',
  '["a": b]',
  '[a, ]',
  '["a" b]',
  '[""]',
  "['a''b']",
  '{',
  '}',
  '{a: b}',
  '{a: b, c: "d e"}',
  '{src: /a/b.jpg, alt: "a: \\"b\\""}',
  '{a: b, a: c}',
  '{a: 1}',
  '{a: true}',
  '{true: a}',
  '{a}',
  '{a: }',
  '{a: b,}',
  "{ a:  'b' ,c : d }",
  '{a: /b#c}',
  '{a: b c/d-e}',
  '{"a": b}',
  '"a \\"b\\" c"',
  '"a\\\\"',
  '\\"',
  ',',
  '-',
  '- ',
  '2026-11-23',
  '2026-11-23T09:00',
  '2026-11-23 09:00:00',
  '2026-11-23T09:00:00+01:00',
  '12',
  '007',
  '1.5',
  '0x1f',
  '1e3',
  '+1',
  '-1',
  '.5',
  '0',
  '12345678901234567890',
  '1_000',
  '~',
  'null',
  'TRUE',
  'no',
  '|',
  '>',
  '&a',
  '*a',
  '!t',
  '%',
  '@',
  '`',
  '?',
  '---',
  '...',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\ud800',
  '👍',
  'é',
  '\\',
  '/',
  '.',
  '…',
  '',
] as const;

const line = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((parts) => parts.join(''));
const field = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'corrections:\n  - {a: b, c: "d e"}',
      'x1:\n - {a: b}\n - {c: d}',
      'x1:\n - {a: b}\n  - {c: d}',
      'x1:\n  - {a: b}\n\n  - {a: c}',
      'x1:',
      '- {a: b}',
      ' - {a: b}',
      '  c',
      'x:\n  - {a: b} ',
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom('title', 'date', 'tags', 'Section', 'a-b', '_x', 'null', 'true', 'x1'),
        fc.constantFrom(': ', ':  ', ':'),
        line,
      )
      .map((parts) => parts.join('')),
  },
);
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: field }, line), { maxLength: 5 })
  .map((lines) => lines.join('\n'));

// What random texts found.
test.each(['title: 2026-11-23 09:00:00:'])('%j', (source) => {
  expect(readFlatYaml(source) ?? readAnyYaml(source)).toEqual(readAnyYaml(source));
});

test('whatever the text', () => {
  let flat = 0;
  fc.assert(
    fc.property(text, (source) => {
      const quick = readFlatYaml(source);
      if (quick === null) return;
      flat += 1;
      expect(quick).toEqual(readAnyYaml(source));
    }),
    { numRuns: 20_000 },
  );
  // Otherwise nothing would have been compared.
  expect(flat).toBeGreaterThan(1000);
});

test('the front matter of the sample paper, most of which is not flat, and of flat articles', () => {
  const articles = Object.values(readFolder(`${ROOT}/articles`)).map((body) =>
    new TextDecoder().decode(body),
  );
  for (const article of articles) {
    const [, source = ''] = /^---\n([\s\S]*?)---\n/.exec(article) ?? [];
    const quick = readFlatYaml(source);
    if (quick !== null) expect(quick).toEqual(readAnyYaml(source));
  }
  const source =
    'title: The bridge: after ten years\ndate: 2026-11-23T09:00\nsection: Rajoni\n# a note\ntags: [flash-news, Mali i Zi]\npriority: 3\nsummary: "It opens, they say."\n';
  expect(readFlatYaml(source.replace('bridge:', 'bridge,'))).toEqual(
    readAnyYaml(source.replace('bridge:', 'bridge,')),
  );
  expect(readFlatYaml(source)).toBeNull();
});
