/** Tags are found as a browser finds them, however long the text (content/tags). */
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { cutSlots } from '../src/content/body.ts';
import { mentionsIn } from '../src/content/mentions.ts';
import { tagsOf } from '../src/content/tags.ts';

/** Long enough that a time which grows with its square would be past every limit. */
const LENGTH = 2_000_000;

const own = { scheme: 'https:', host: 'x.example', base: '' };

describe('in a time that grows with the text and no faster', () => {
  const often = (text: string) => text.repeat(LENGTH / text.length);
  test.each([
    '<a ',
    '<a "',
    '<a x="',
    "<a x='",
    '<a x=',
    '<a/',
    '<a',
    '<a><',
    '<!--',
    '<!---',
    '<script>',
    '<style ',
    '<script/>',
    '<a x=">" ',
    '<a  =  ',
    '</a',
    '<b',
    '<img srcset=","',
    '<textarea><xmp>',
    '<a a=a a=b',
    '<iframe></iframe',
  ])('%s', (text) => {
    cutSlots(often(text), own);
    cutSlots(`<a${' '.repeat(LENGTH)}b`, own);
    cutSlots(`<img srcset="${often(',')}"><img srcset="${often('a,')}">`, own);
  });
});

test.each([
  `<p a="1" b='2' c=3 d e="" f=>x</p>`,
  '<P A="<img>" ><img/src=x alt="a > b"/></P>',
  `<p title=it's x=/a/b/><br id="a"class="b"></p>`,
])('attributes: %s', (html) => {
  const found = [...tagsOf(html)].map(({ name, attributes }) => [
    name,
    Object.fromEntries(attributes.map((one) => [one.name, one.raw ?? ''])),
  ]);
  const wanted: unknown[] = [];
  const walk = (nodes: ReturnType<typeof parseDocument>['children']): void => {
    for (const node of nodes)
      if ('attribs' in node) {
        wanted.push([node.name, node.attribs]);
        walk(node.children);
      }
  };
  walk(parseDocument(html).children);
  expect(found).toEqual(wanted);
});

test.each([
  ' /a',
  '/',
  '//a',
  'https://x.example/',
  ' /a b (c), "d"',
  '\\/',
  '&sol;',
  '%2F',
  ' //',
  '/a ',
  '/a /b. (c) ',
  'https:/',
  'https:',
  '</a',
  '</a ',
  '\\\\',
])('what an unreadable text seems to refer to is found in such a time, too: %s', (text) => {
  const found = mentionsIn(Buffer.from(`${text.repeat(LENGTH / text.length)} /last.png`), own);
  expect(found).toContain('/last.png');
});

test('what an unreadable text seems to refer to begins with no closing tag', () => {
  const found = (text: string) => mentionsIn(Buffer.from(text), own);
  expect(found('<video></video></h1 ></my-tag\n>')).toEqual([]);
  expect(found('[a](</a b.png>) <https://x.example/c.pdf>')).toEqual(
    expect.arrayContaining(['/a b.png', '/c.pdf']),
  );
});
