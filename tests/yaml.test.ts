/** The quick reading of flat YAML gives what the engine for all of YAML gives, wherever it gives anything. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFlatYaml } from '../src/content/flat-yaml.ts';
import { readAnyYaml, textsCutInAnyYaml, textsCutInYaml } from '../src/content/yaml.ts';
import { cases, fc } from './chance.ts';
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
  '{a: 30 days, b: 10}',
  '30 days',
  '/{section}/',
  '1 #',
  '2 a: b',
  '{a: 3 1}',
  '{a: 007}',
  '{a: 1 2 c, b: 1 e5}',
  '{a: false, b: TRUE}',
  '{a: {b: c, d: [e, f]}, g: []}',
  '{a: {b: {c: {d: {e: {f: g}}}}}}',
  '{a: {b: c}} ',
  '{a: {b: c} , d: [ ]}',
  '{a: [1, b], c: d}',
  '{a: [b]c}',
  '{a: {b: c}d}',
  '{a: [b, c ] , d: e}',
  '{__proto__: {a: b}}',
  '{a: {',
  '}}',
  '{a: [',
  ']}',
  '{"a": b}',
  '"a \\"b\\" c"',
  '"a\\\\"',
  '\\"',
  ',',
  '-',
  '- ',
  '#1',
  ' #x',
  '\u200b',
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
      'tags:\n  - a\n  - "b c"\n  - 11.10\n  - 7',
      'tags:\n- a\n- b',
      'tags:\n  - a\n# note\n  # note\n\n  - b\n  # end',
      'tags:\n  -  a',
      'tags:\n  - a ',
      'tags:\n  - - a',
      'tags:\n  - a: b',
      'tags:\n  - [a]',
      'tags:\n  - true',
      'tags:\n  -\n  - a',
      'x:\n  a: b\n\n  # note\n  c: 1\n  d: true\n  e: [a, b]\n  f: {g: 1}',
      'x:\n  a: b\n  a: c',
      'x:\n  a: b\n c: d',
      'x:\n  a: b\n   c: d',
      'x:\n  a: b\n  - c',
      'x:\n  - a\n  b: c',
      'x:\n  a:\n    b: c',
      'x:\n  a: b\n  c: No\n  d: Null',
      'x:\n\n  a: b\n',
      'x:\n  # only',
      'x:\n\ta: b',
      'x:\n  a: b\n\t',
      'x:\n  __proto__: b',
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

// What random texts and readers found.
const longest = 'k'.repeat(1024);
test.each([
  'title: 2026-11-23 09:00:00:',
  'a: [\u3000c]',
  'a: [b,\u00a0"c"]',
  'a: [b,\u2003]',
  `${longest}: a`,
  `${longest}k: a`,
  `${longest}k:\n- a`,
  `a:\n  ${longest}k: a`,
])('%j', (source) => {
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
    cases(20_000),
  );
  // Otherwise nothing would have been compared.
  expect(flat).toBeGreaterThan(1000);
});

test('a text that a comment cuts off is told whichever way it is read', () => {
  fc.assert(
    fc.property(text, (source) => {
      if (readFlatYaml(source) === null && 'problem' in readAnyYaml(source)) return;
      expect(textsCutInYaml(source)).toEqual(textsCutInAnyYaml(source));
    }),
    cases(5_000),
  );
  const [cut] = textsCutInYaml('title: A\ntags:\n  - Sport #1');
  expect(cut).toEqual({
    path: ['tags'],
    lost: '#1',
    asMeant: '- "Sport #1"',
    offset: 25,
    length: 2,
  });
});

test('whatever the record on one line', () => {
  const blanks = fc.constantFrom('', ' ', '  ');
  const scalar = fc.constantFrom(
    ...['a', 'a b', '/a/b', '30 days', '1', '0', '12 3', '1.5', 'true', 'False', 'null', '-1'],
    ...['"a, b: {c}"', "'a]'", '"\\""', "'a''b'", 'é', '', '#a', 'a#b', 'a:b', '2026-11-23', '1 m'],
  );
  const { flow } = fc.letrec((tie) => ({
    flow: fc.oneof(
      { maxDepth: 5 },
      scalar,
      fc.array(fc.tuple(blanks, tie('flow'), blanks), { maxLength: 3 }).map((items) => {
        return `[${items.map((parts) => parts.join('')).join(',')}]`;
      }),
      tie('record'),
    ),
    record: fc
      .array(fc.tuple(blanks, fc.constantFrom('a', 'b', 'c-d'), blanks, tie('flow'), blanks), {
        maxLength: 3,
      })
      .map((entries) => {
        const texts = entries.map(([before, key, after, value, end]) => {
          return `${before}${key}:${after}${value}${end}`;
        });
        return `{${texts.join(',')}}`;
      }),
  }));
  let flat = 0;
  fc.assert(
    fc.property(flow, blanks, (value, end) => {
      const source = `theme: ${value}${end}`;
      if (readFlatYaml(source) !== null && String(value).includes('{')) flat += 1;
      expect(readFlatYaml(source) ?? readAnyYaml(source)).toEqual(readAnyYaml(source));
    }),
    cases(5_000),
  );
  expect(flat).toBeGreaterThan(20);
});

test('the front matter and the settings of the sample paper are flat, and so are plain articles', () => {
  const articles = Object.values(readFolder(`${ROOT}/articles`)).map((body) =>
    new TextDecoder().decode(body),
  );
  const matters = articles.flatMap((one) => /^---\n([\s\S]*?)---\n/.exec(one)?.[1] ?? []);
  expect(matters.length).toBeGreaterThan(30);
  const settings = ['.', 'bench/site', 'bench/site-full'].map((folder) =>
    readFileSync(`${ROOT}/${folder}/site.yaml`, 'utf8'),
  );
  for (const source of [...matters, ...settings])
    expect(readFlatYaml(source)).toEqual(readAnyYaml(source));
  const source =
    'title: The bridge: after ten years\ndate: 2026-11-23T09:00\nsection: Rajoni\n# a note\ntags: [flash-news, Mali i Zi]\npriority: 3\nsummary: "It opens, they say."\n';
  expect(readFlatYaml(source.replace('bridge:', 'bridge,'))).toEqual(
    readAnyYaml(source.replace('bridge:', 'bridge,')),
  );
  expect(readFlatYaml(source)).toBeNull();
});
