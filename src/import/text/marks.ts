/** Bold, italic and struck text: which elements are, and when Markdown sees the marks for them. */
import { find, INLINE, isAfter, type Node } from './dom.ts';
import { BREAK, CALL, CLOSED } from './signs.ts';

/** One kind of mark. */
export interface Mark {
  readonly sign: string;
  readonly name: string;
  readonly is: (node: Node) => boolean;
}

const styleOf = (node: Node): string => node.getAttribute?.('style') ?? '';
/** Elements that Google Docs puts around a whole text, and says that they are nothing. */
const isPlain = (node: Node, property: string): boolean =>
  new RegExp(`${property}\\s*:\\s*(?:normal|400)\\b`, 'i').test(styleOf(node));
const isStyled = (node: Node, style: RegExp): boolean =>
  /^(?:SPAN|FONT)$/.test(node.nodeName) && style.test(styleOf(node));

export const MARKS: readonly Mark[] = [
  {
    sign: '**',
    name: 'strong',
    is: (node) =>
      (/^(?:B|STRONG)$/.test(node.nodeName) && !isPlain(node, 'font-weight')) ||
      isStyled(node, /font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b/i),
  },
  {
    sign: '*',
    name: 'em',
    is: (node) =>
      (/^(?:EM|I)$/.test(node.nodeName) && !isPlain(node, 'font-style')) ||
      isStyled(node, /font-style\s*:\s*italic\b/i),
  },
  {
    sign: '~~',
    name: 'del',
    is: (node) =>
      /^(?:DEL|S|STRIKE)$/.test(node.nodeName) ||
      isStyled(node, /text-decoration[\w-]*\s*:[^;]*line-through/i),
  },
];

/** What stands between marks; as an element where Markdown would not see the marks for the signs beside them. */
export function marked({ sign, name, is }: Mark, content: string, node: Node): string {
  const { lead, text, rest } = withoutEdges(content);
  if (text === '' || isBlocks(text) || isWithinOne(node.parentNode, is)) return content;
  const isSeen =
    opens(lead.includes(BREAK) ? '' : before(node), text[0] ?? '') &&
    opens(rest.includes(BREAK) ? '' : after(node), lastOf(text)) &&
    !isTangled(sign, text) &&
    (lead !== '' || !isAfter(node, isMarked));
  return `${lead}${isSeen ? `${sign}${text}${sign}` : `<${name}>${text}</${name}>`}${rest}`;
}

/** True if marks within would be taken for the ends of these: `***a* b *c***`. */
function isTangled(sign: string, text: string): boolean {
  const bare = text.replace(/\\./g, '.');
  const runs = bare.match(/\*+/g) ?? [];
  return sign.startsWith('*') && runs.length > 2 && /^\*|\*$/.test(bare);
}

/** True if it is more than a text in a line, as where an element was never ended. Text that begins so has a backslash. */
const isBlocks = (text: string): boolean =>
  text.includes('\n\n') ||
  /^(?:#{2,6} |---$|> |```|[-+] |\d+[.)] |<(?:table|figure|dl|details|pre|ol|p)\b)/.test(text);

/** A text in an element that stays, `<u>`. */
export function enclosed(name: string, attributes: string, content: string): string {
  const { lead, text, rest } = withoutEdges(content);
  if (text === '' || isBlocks(text)) return content;
  return `${lead}<${name}${attributes}>${text}</${name}>${rest}`;
}

/** The text of an element, and the line breaks before and after it, which marks do not enclose. */
function withoutEdges(content: string): { lead: string; text: string; rest: string } {
  const trimmed = content.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a sign that no text has
  const lead = /^(?:\u0003\s*)*/.exec(trimmed)?.[0] ?? '';
  const bare = trimmed.slice(lead.length);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the same
  const parts = bare.split(/(?<=\S)(?=\s*\u0003)/);
  while (parts.length > 1 && parts.at(-1)?.replaceAll(BREAK, '').trim() === '') parts.pop();
  const text = parts.join('');
  const rest = bare.slice(text.length);
  return { lead, text, rest: rest === '' ? '' : `${rest.trim()}\n` };
}

const lastOf = (text: string): string => text.replace(CALL, '').replace(CLOSED, '').at(-1) ?? '';

function isWithinOne(node: Node | null, is: (node: Node) => boolean): boolean {
  for (let at = node; at !== null && at.nodeType === 1; at = at.parentNode) if (is(at)) return true;
  return false;
}

/** Two marks, one right after the other, would be one. */
const isMarked = (node: Node): boolean =>
  MARKS.some(({ is }) => is(node)) &&
  (node.textContent.trim() !== '' || find(node, 'img') !== null);

/** CommonMark 6.2: beside a sign inside there must be a blank, a sign or nothing outside. */
function opens(outside: string, inside: string): boolean {
  const isSign = (sign: string) => /[\p{P}\p{S}]/u.test(sign);
  return !isSign(inside) || outside === '' || /\s/.test(outside) || isSign(outside);
}

/** The sign before an element; empty where it begins a line. */
const before = (node: Node): string => beside(node, 'previousSibling', -1);
/** The sign after it. */
const after = (node: Node): string => beside(node, 'nextSibling', 0);

function beside(node: Node, side: 'previousSibling' | 'nextSibling', at: number): string {
  for (let one: Node | null = node; one !== null; one = one.parentNode) {
    for (let other = one[side]; other !== null; other = other[side]) {
      if (other.nodeName === 'BR') return '';
      if (other.textContent !== '') return other.textContent.at(at) ?? '';
    }
    if (one.parentNode === null || !INLINE.test(one.parentNode.nodeName)) return '';
  }
  return '';
}
