/** Pictures and tables with what is written below them, and pull quotes. */
import { find, isWithin, type Node } from './dom.ts';
import { keptHtml, keptInside, type PlaceOf } from './kept-html.ts';
import { oneLine } from './signs.ts';

export interface FigureFacts {
  readonly placeOf: PlaceOf;
  readonly isPicture: (address: string) => boolean;
  /** A picture with a caption, as Markdown. */
  readonly picture: (node: Node, caption: string) => string;
}

/** A figure; `content` is what stands in it, where there is more than one thing. */
export function figureWith(facts: FigureFacts, content: string, node: Node): string {
  const { placeOf, isPicture, picture } = facts;
  const caption = find(node, 'figcaption, .wp-caption-text');
  const images = node.querySelectorAll('img, amp-img');
  const [image] = Array.from(images);
  const tables = node.querySelectorAll('table');
  const isWhole = oneLine(node.textContent) === oneLine(caption?.textContent ?? '');
  const said = (): string =>
    caption === null ? '' : `<figcaption>${keptInside(caption.childNodes, placeOf)}</figcaption>`;

  if (tables.length === 1 && tables[0] !== undefined && caption !== null) {
    const rest = oneLine(node.textContent).length - oneLine(tables[0].textContent).length;
    const isTable =
      !isWithin(caption, /^TABLE$/) && rest <= oneLine(caption.textContent).length + 1;
    return isTable ? `<figure>${keptHtml(tables[0], placeOf)}\n${said()}</figure>` : content;
  }
  const isOne = images.length === 1 && image !== undefined && isWhole;
  if (!isOne || find(node, 'figure') !== null || find(node, 'table, video, audio, iframe') !== null)
    return content;
  const around = linkAround(image, node);
  const isLinked = around !== null && !isPicture(around.getAttribute('href') ?? '');
  const isRich = caption !== null && find(caption, 'a[href]') !== null;
  if (!isLinked && !isRich) return picture(image, oneLine(textOf(caption)));
  if (!isRich && oneLine(textOf(caption)) === '') return content;
  return `<figure>${keptInside([isLinked ? around : image], placeOf)}${said()}</figure>`;
}

function linkAround(image: Node, end: Node): Node | null {
  for (let at = image.parentNode; at !== null && at !== end; at = at.parentNode)
    if (at.nodeName === 'A' && (at.getAttribute('href') ?? '') !== '') return at;
  return null;
}

/** Its text, with a blank where a line or a paragraph ends. */
function textOf(node: Node | null): string {
  if (node === null) return '';
  if (node.nodeName === 'BR') return ' ';
  if (node.childNodes.length === 0) return node.nodeType === 3 ? node.textContent : '';
  const text = Array.from(node.childNodes, textOf).join('');
  return /^(?:P|DIV|LI)$/.test(node.nodeName) ? ` ${text} ` : text;
}

/** A sentence of the article that is seen before it is read. */
export function pullQuote(node: Node, placeOf: PlaceOf): string {
  const by = find(node, 'cite');
  const said = keptInside(leavesOf(node, by), placeOf).replace(/^(?:<br>\s*)+|(?:\s*<br>)+$/g, '');
  const name = by === null ? '' : keptInside(by.childNodes, placeOf);
  return `<p class="pull-quote">${name === '' ? said : `${said} – ${name}`}</p>`;
}

/** What is said, without the paragraphs and boxes around it and without who says it. */
function leavesOf(node: Node, by: Node | null): Node[] {
  return Array.from(node.childNodes).flatMap((child) => {
    if (child === by) return [];
    const isBox = /^(?:P|DIV|BLOCKQUOTE|FIGURE|UL|OL|LI|H[1-6]|FOOTER)$/.test(child.nodeName);
    return isBox ? [...leavesOf(child, by), SPACE] : [child];
  });
}

/** Between two paragraphs. */
const SPACE = {
  nodeType: 3,
  nodeName: '#text',
  textContent: ' ',
  childNodes: [],
  parentNode: null,
  previousSibling: null,
  nextSibling: null,
  getAttribute: () => null,
  querySelector: () => null,
  querySelectorAll: () => [],
} satisfies Node;
