/** Lists: items with the mark or the number that readers saw. */
import { isElement, type Node } from './dom.ts';

const isList = (node: Node): boolean => /^(?:UL|OL)$/.test(node.nodeName);

/** The places of items in their lists, found once for each list. */
const places = new WeakMap<Node, ReadonlyMap<Node, number>>();

function placeIn(list: Node, item: Node): number {
  let known = places.get(list);
  if (known === undefined) {
    const items = Array.from(list.childNodes).filter(({ nodeName }) => nodeName === 'LI');
    known = new Map(items.map((one, at) => [one, at]));
    places.set(list, known);
  }
  return known.get(item) ?? 0;
}

function markerOf(item: Node): string {
  const list = item.parentNode;
  if (list === null || !isList(list)) return '- ';
  if (list.nodeName === 'UL') return isSecond(list) ? '+ ' : '- ';
  const first = Number(list.getAttribute('start') ?? 1);
  const start = Number.isInteger(first) && first >= 0 ? first : 1;
  return `${start + placeIn(list, item)}${isSecond(list) ? ')' : '.'} `;
}

/** True if a list of the same kind ends right before: with the same marks the two would be one. */
function isSecond(list: Node): boolean {
  let isOther = false;
  for (let at = list.previousSibling; at !== null; at = at.previousSibling) {
    const isSame = at.nodeName === list.nodeName;
    if (isSame) isOther = !isOther;
    else if (isElement(at) || at.textContent.trim() !== '') break;
  }
  return isOther;
}

/** A list; one right in another, as older editors wrote it, belongs to the item before it. */
export function listOf(content: string, list: Node): string {
  const around = list.parentNode;
  if (around !== null && isList(around)) {
    let item = list.previousSibling;
    while (item !== null && item.nodeName !== 'LI') item = item.previousSibling;
    if (item === null) return `\n\n${content}\n\n`;
    const width = markerOf(item).length;
    return `\n${' '.repeat(width)}${indented(content.trim(), width)}\n`;
  }
  const isLast = around?.nodeName === 'LI' && isAtEnd(list);
  return isLast ? `\n${content.replace(/^\n+/, '')}` : `\n\n${content}\n\n`;
}

function isAtEnd(node: Node): boolean {
  for (let at = node.nextSibling; at !== null; at = at.nextSibling)
    if (isElement(at) || at.textContent.trim() !== '') return false;
  return true;
}

export function itemOf(content: string, item: Node): string {
  const marker = markerOf(item);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break, with which no item begins or ends
  const inside = content.replace(/^[\s\u0003]+|[\s\u0003]+$/g, '');
  // Text that begins so has a backslash before it: this is a list, and a line break before it shows nothing.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the same
  const plain = inside.replace(/(?:\u0003\s*)+\n(?=(?:[-+]|\d+[.)]) )/g, '\n');
  // A line by itself would be a line of the whole text, mark and all.
  const text = plain.replace(/^---(?=\n|$)/, '***');
  return `\n${marker}${indented(text, marker.length)}\n`;
}

/** A text whose lines after the first are indented. */
export const indented = (text: string, width: number): string =>
  text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
