/** Whatever an article file holds, reading it ends, and what comes of it is an article or a finding. */
import { expect, test } from 'vitest';
import { addressFault } from '../src/base/paths.ts';
import { readConfig } from '../src/config.ts';
import { parseDocument } from '../src/content/document.ts';
import { markdown } from '../src/content/markdown.ts';
import { toEntry } from '../src/news/entry.ts';
import { FIELDS } from '../src/news/fields.ts';
import { cases, fc } from './chance.ts';

const { config } = readConfig('url: https://x.example\ntimezone: Europe/Belgrade', 'x');
const settings = {
  markdown: markdown({ ...config.markdown, extras: true }),
  remarks: true,
  languageOf: () => 'en',
};

function check(path: string, text: string): void {
  const parsed = parseDocument(path, new TextEncoder().encode(text), settings);
  const options = { drafts: true };
  const { article, diagnostics, slips } = toEntry(parsed, config.news, new Map(), options);
  const found = [...diagnostics, ...slips.map(({ diagnostic }) => diagnostic)];
  if (article === null) expect(found.some(({ severity }) => severity === 'error')).toBe(true);
  else {
    expect(article.title.trim()).not.toBe('');
    expect(Number.isSafeInteger(article.published)).toBe(true);
    expect(addressFault(article.address)).toBe(null);
    expect(new Date(article.published).getTime()).toBe(article.published);
    for (const alias of article.aliases) expect(addressFault(alias)).toBe(null);
    expect(article.expires === null || article.expires > article.published).toBe(true);
  }
}

const word = fc.oneof(
  fc.constantFrom(
    '',
    'A',
    'true',
    'no',
    '2026-11-20',
    '2026-13-40T99:99',
    '🙂',
    '&amp;',
    '/a/',
    '{{x}}',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const key = fc.oneof(fc.constantFrom(...Object.keys(FIELDS), '__proto__', 'constructor'), word);
const value = fc.oneof(word, fc.jsonValue({ maxDepth: 3 }));
const path = fc.oneof(
  fc.constantFrom('articles/a.md', 'articles/2026-11-20-a.md', 'articles/2026/11/20/index.md'),
  word.map((name) => `articles/${name.replace(/[/\0]/g, '')}.md`),
);

test('front matter of any keys and values', () => {
  const lines = fc.array(
    fc.tuple(key, value).map(([name, data]) => `${JSON.stringify(name)}: ${JSON.stringify(data)}`),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(path, lines, word, (file, block, body) =>
      check(file, ['---', 'title: A', 'date: 2026-11-20', ...block, '---', body].join('\n')),
    ),
    cases(600),
  );
});

test('front matter of any text, in every form', () => {
  const mark = fc.constantFrom('---', '+++', '---toml', '---json', '---js', '{', '---\n{');
  const piece = fc.oneof(
    word,
    fc.constantFrom(
      'title: A',
      'date: 2026-11-20',
      'title = "A"',
      '"title": "A",',
      '- ',
      ': ',
      '[',
      '}',
      '"',
      '|',
      '\t',
      '\r\n',
      '---',
      '+++',
      '#',
      '&a',
      '*a',
      '!!js',
    ),
  );
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('\n'));
  fc.assert(
    fc.property(path, mark, text, mark, (file, open, inner, close) =>
      check(file, `${open}\n${inner}\n${close}\nText.`),
    ),
    cases(800),
  );
});

test('files of any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const parsed = parseDocument('articles/a.md', bytes, settings);
      expect(parsed.document === null).toBe(parsed.diagnostics.length > 0);
    }),
    cases(400),
  );
});
