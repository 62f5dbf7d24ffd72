/** What is used of the document that the library reads from a text. */
export interface Node {
  readonly nodeType: number;
  /** In capitals. */
  readonly nodeName: string;
  readonly textContent: string;
  readonly childNodes: ArrayLike<Node>;
  readonly parentNode: Node | null;
  readonly previousSibling: Node | null;
  readonly nextSibling: Node | null;
  readonly className?: string;
  getAttribute(name: string): string | null;
  /** The library gives nothing, and not null, where there is none. */
  querySelector(selector: string): Node | null | undefined;
  querySelectorAll(selector: string): ArrayLike<Node>;
}

const TEXT = 3;
const ELEMENT = 1;

export const isText = (node: Node): boolean => node.nodeType === TEXT;
export const isElement = (node: Node): boolean => node.nodeType === ELEMENT;

/** The first element within another that a selector means. */
export function find(node: Node, selector: string): Node | null {
  return node.querySelector(selector) ?? null;
}

/** True if an element has the class. */
export function hasClass(node: Node, name: string): boolean {
  return (node.className ?? '').split(/\s+/).includes(name);
}

/** The element itself or one around it has one of the names. */
export function isWithin(node: Node | null, names: RegExp): boolean {
  for (let at = node; at !== null; at = at.parentNode) if (names.test(at.nodeName)) return true;
  return false;
}

/** The text of an element with its line breaks. */
export function textWithBreaks(node: Node): string {
  if (node.nodeName === 'BR') return '\n';
  if (isText(node)) return node.textContent;
  return Array.from(node.childNodes, textWithBreaks).join('');
}

/** Elements that stand in a line. */
export const INLINE =
  /^(?:A|ABBR|B|BIG|CITE|CODE|DEL|EM|FONT|I|INS|KBD|MARK|Q|S|SMALL|SPAN|STRIKE|STRONG|SUB|SUP|U)$/;

/** True if such an element ends right before another, in the same line. */
export function isAfter(node: Node, is: (node: Node) => boolean): boolean {
  for (let at: Node | null = node; at !== null; at = at.parentNode) {
    let other: Node | null = at.previousSibling;
    while (other !== null && isNothing(other)) other = other.previousSibling;
    if (other !== null) return endsWith(other, is);
    if (at.parentNode === null || !INLINE.test(at.parentNode.nodeName)) return false;
  }
  return false;
}

/** True if an element or a text shows nothing. */
const isNothing = (node: Node): boolean =>
  node.textContent === '' &&
  !/^(?:BR|IMG)$/.test(node.nodeName) &&
  (!isElement(node) || find(node, 'img') === null);

function endsWith(node: Node, is: (node: Node) => boolean): boolean {
  if (!isElement(node) || !INLINE.test(node.nodeName)) return false;
  if (is(node)) return true;
  const last = Array.from(node.childNodes).findLast((one) => !isNothing(one));
  return last !== undefined && endsWith(last, is);
}
