/** What Markdown has no form for stays HTML: tables, definitions, details. Of their attributes those that say something. */
import { escapeAttribute } from '../../content/attributes.ts';
import { placeAt, toPlace } from './anchors.ts';
import { hasClass, isElement, isText, type Node } from './dom.ts';
import { MARKS } from './marks.ts';
import { isFace, isMedia, isTracker, mediaOf, sourceOf } from './media.ts';
import { heldLines } from './signs.ts';

/** Elements that stay; of any other one its content. */
const KEPT = new Set(
  (
    'a abbr b blockquote br caption cite code dd del details dl dt em figcaption figure h2 h3 h4 h5 h6 i img ins kbd li mark ol p pre ' +
    'q s small strong sub summary sup table tbody td tfoot th thead tr u ul'
  ).split(' '),
);
/** Elements that go with all that is in them. */
const GONE = new Set(
  'script style noscript form input button select textarea svg link meta title'.split(' '),
);

/** True if an element is nothing of the text. */
export const isLeft = (node: Node): boolean =>
  GONE.has(node.nodeName.toLowerCase()) ||
  hasClass(node, 'wp-block-social-links') ||
  hasClass(node, 'wp-block-file__button') ||
  hasClass(node, 'wp-block-file__embed');

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

/** A listing with links in it; its lines are its lines. */
export function keptListing(node: Node, placeOf: PlaceOf): string {
  return heldLines(written(node, placeOf, true).replaceAll('&#10;', '\n').trim());
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
  if (!isElement(node) || isLeft(node)) return '';
  const place = placeAt(node);
  if (place !== '') return place;
  if (isMedia(node)) return linked(mediaOf(node), placeOf);
  const name = nameOf(node);
  if (name === 'img' && (isFace(node) || isTracker(node) || sourceOf(node) === ''))
    return isFace(node) ? escapeAttribute(node.getAttribute('alt') ?? '') : '';
  const inside = Array.from(node.childNodes, (child) =>
    written(child, placeOf, isPre || name === 'pre'),
  ).join('');
  const tag = name === 'h1' ? 'h2' : name;
  if (!KEPT.has(tag) || (tag === 'p' && inside.trim() === '')) return inside;
  const attributes = (ATTRIBUTES[tag] ?? [])
    .map((key) => ({ key, value: key === 'src' ? sourceOf(node) : node.getAttribute(key) }))
    .filter(({ key, value }) => value !== null && (value !== '' || isSaid(tag, key)))
    .map(({ key, value }) => {
      const isAddress = key === 'href' || key === 'src';
      const text = isAddress ? placeOf(toPlace(value ?? '')) : (value ?? '');
      return ` ${key}="${escapeAttribute(text)}"`;
    });
  if (tag === 'td' || tag === 'th') attributes.push(alignment(node));
  const start = `${LINES.has(tag) ? '\n' : ''}<${tag}${attributes.join('')}>`;
  return VOID.has(tag) ? start : `${start}${inside}</${tag}>`;
}

/** The name of an element; of one that is bold or italic by its style, of what that means. */
function nameOf(node: Node): string {
  const name = node.nodeName.toLowerCase();
  if (name === 'amp-img') return 'img';
  if (/^(?:b|strong|i|em)$/.test(name)) return MARKS.some(({ is }) => is(node)) ? name : 'span';
  return name === 'span' || name === 'font'
    ? (MARKS.find(({ is }) => is(node))?.name ?? name)
    : name;
}

/** Attributes that say something without a value. */
const isSaid = (tag: string, key: string): boolean =>
  key === 'alt' || (tag === 'ol' && key === 'reversed');

const linked = (address: string, placeOf: PlaceOf): string => {
  const place = escapeAttribute(placeOf(address));
  return address === '' ? '' : `<a href="${place}">${place}</a>`;
};

/** Numbers stand below one another at the right. */
function alignment(node: Node): string {
  const side =
    /\bhas-text-align-(left|right|center)\b/.exec(node.className ?? '')?.[1] ??
    /\btext-align\s*:\s*(left|right|center)\b/i.exec(node.getAttribute('style') ?? '')?.[1] ??
    /^(?:left|right|center)$/i.exec(node.getAttribute('align') ?? '')?.[0];
  return side === undefined || side.toLowerCase() === 'left'
    ? ''
    : ` class="align-${side.toLowerCase()}"`;
}
