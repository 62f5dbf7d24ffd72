/** Our Markdown: CommonMark by its own examples, and what newsrooms add to it as pairs of texts. */
import { readFileSync } from 'node:fs';
import { tests as examples } from 'commonmark-spec';
import { describe, expect, test } from 'vitest';
import { fillSlots } from '../src/content/body.ts';
import { markdown } from '../src/content/markdown.ts';
import { ROOT } from './rig.ts';

const NOWHERE = { scheme: 'https:', host: '', base: '' };
const asWritten = {
  link: (target: string) => target,
  image: (target: string) => target,
  size: () => null,
  sources: () => null,
};

/**
 * The examples are kept as XHTML, with a slash in void elements, and with a line break in an empty
 * quotation, where white space means nothing; we write HTML.
 */
function html5(html: string): string {
  return html
    .replace(/<(br|hr|img)\b([^<>]*?)\s*\/>/g, '<$1$2>')
    .replace(/<blockquote>\n<\/blockquote>/g, '<blockquote></blockquote>');
}

describe('CommonMark 0.31.2, with typographic extras off', () => {
  const render = markdown({ html: 'trusted', own: NOWHERE, extras: false });
  /** Examples that we answer otherwise, with the reason. */
  const exceptions = new Map<number, string>([
    ...[31, 630].map((number) => [number, 'an address of raw HTML is decoded'] as const),
    ...[642, 643].map((number) => [number, 'an address of raw HTML has no line ends'] as const),
  ]);

  test('there are all examples', () => expect(examples.length).toBe(652));

  test.each(examples.filter(({ number }) => !exceptions.has(number)))(
    'example $number, $section',
    ({ markdown: source, html }) => {
      const text = source.replaceAll('→', '\t');
      expect(html5(fillSlots(render(text, 'en').body, asWritten))).toBe(
        html5(html.replaceAll('→', '\t')),
      );
    },
  );
});

describe('what newsrooms add', () => {
  const pairs = readFileSync(`${ROOT}/tests/markdown.txt`, 'utf8')
    .split(/^={3,}\n/m)
    .slice(1)
    .map((pair) => {
      const [head = '', source = '', html = ''] = pair.split(/^-{4,}\n/m);
      const [name = '', ...options] = head.trim().split('\n');
      const option = (key: string, fallback: string) =>
        options.find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2) ?? fallback;
      return { name, source, html, mode: option('html', 'safe'), language: option('lang', 'en') };
    });

  test.each(pairs)('$name', ({ source, html, mode, language }) => {
    const settings = {
      html: mode as 'safe',
      own: { scheme: 'https:', host: 'gazeta.example', base: '' },
      extras: true,
    };
    const { body } = markdown(settings)(source, language);
    expect(fillSlots(body, asWritten).trim()).toBe(html.trim());
  });
});

test('a body is cut at links and pictures within the site only', () => {
  const { body } = markdown({ html: 'safe', own: NOWHERE, extras: false })(
    '[a](b.md "T") [c](https://e.org) [d](#e) ![f](g.png)',
    'en',
  );
  expect(body).toEqual([
    '<p>',
    { link: 'b.md', attributes: ' title="T"' },
    'a',
    { linkEnd: true },
    ' <a href="https://e.org">c</a> <a href="#e">d</a> ',
    { image: 'g.png', attributes: ' alt="f"' },
    '</p>\n',
  ]);
  const nowhere = { link: () => null, image: () => null, size: () => null, sources: () => null };
  expect(fillSlots(body, nowhere)).toBe(
    '<p>a <a href="https://e.org">c</a> <a href="#e">d</a> f</p>\n',
  );
});
