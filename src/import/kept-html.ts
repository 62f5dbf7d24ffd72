/** What Markdown has no form for stays HTML: tables, definitions, details. Of their attributes those that say something. */
import { escapeAttribute } from '../content/attributes.ts';
import { isElement, isText, type Node } from './dom.ts';

/** Elements that stay; of any other one its content. */
const KEPT = new Set(
  (
    'a abbr b blockquote br caption cite code dd del details dl dt em figcaption figure h2 h3 h4 h5 h6 i img ins kbd li mark ol p pre ' +
    'q s small strong sub summary sup table tbody td tfoot th thead tr u ul'
  ).split(' '),
);
/** Elements that go with all that is in them. */
const GONE = new Set(
  'script style noscript form input button select textarea svg link meta'.split(' '),
);
const VOID = new Set(['br', 'img']);
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt'],
  td: ['colspan', 'rowspan'],
  abbr: ['title'],
  th: ['colspan', 'rowspan', 'scope'],
  ol: ['start', 'reversed'],
};
/** Elements that begin a line of their own, so that people can read the file. */
const LINES = new Set([
  'caption',
  'dd',
  'dt',
  'li',
  'summary',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
]);

/** Where the links and pictures of a text lead now. */
export type PlaceOf = (address: string) => string;

/** An element as HTML, without an empty line in it, which would end it in Markdown. */
export function keptHtml(node: Node, placeOf: PlaceOf): string {
  return written(node, placeOf, false)
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
}

/** Several of them on one line. */
export function keptInside(nodes: ArrayLike<Node>, placeOf: PlaceOf): string {
  const inside = Array.from(nodes, (node) => written(node, placeOf, false)).join('');
  return inside.replace(/\s+/g, ' ').trim();
}

function written(node: Node, placeOf: PlaceOf, isPre: boolean): string {
  if (isText(node)) {
    const text = escapeAttribute(node.textContent).replaceAll('&quot;', '"');
    // An empty line of a listing would end the element.
    return isPre ? text.replaceAll('\n', '&#10;') : text.replace(/\s+/g, ' ');
  }
  const name = node.nodeName.toLowerCase();
  if (!isElement(node) || GONE.has(name)) return '';
  const inside = Array.from(node.childNodes, (child) =>
    written(child, placeOf, isPre || name === 'pre'),
  ).join('');
  const tag = name === 'h1' ? 'h2' : name;
  if (!KEPT.has(tag) || (tag === 'p' && inside.trim() === '')) return inside;
  const attributes = (ATTRIBUTES[tag] ?? [])
    .map((key) => ({ key, value: node.getAttribute(key) }))
    .filter(({ key, value }) => value !== null && (value !== '' || key === 'alt'))
    .map(({ key, value }) => {
      const isAddress = key === 'href' || key === 'src';
      return ` ${key}="${escapeAttribute(isAddress ? placeOf(value ?? '') : (value ?? ''))}"`;
    });
  const start = `${LINES.has(tag) ? '\n' : ''}<${tag}${attributes.join('')}>`;
  return VOID.has(tag) ? start : `${start}${inside}</${tag}>`;
}
