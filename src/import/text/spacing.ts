/** What spaces a text out, before and after it is Markdown. */
import { pieces } from './pairs.ts';
import { BREAK, CLOSED, HOLDS_LINE } from './signs.ts';

/** A text without what spaces it out; a listing is as it is. */
export function withoutSpacing(html: string): string {
  return pieces(html, /<pre(?=[\s/>])/gi, () => '</pre\\s*>')
    .map(({ text, begin }) =>
      begin !== null
        ? text
        : text
            .replace(PARAGRAPH_BREAKS, '</p><p>')
            .replace(FIRST_BREAKS, '$1')
            .replace(LAST_BREAKS, '$1'),
    )
    .join('');
}

/** Several line breaks are a paragraph to those who type them. */
const PARAGRAPH_BREAKS = /(?:<br\s*\/?>(?:\s|&nbsp;)*){2,}/gi;
/** Line breaks with which an element begins or ends show nothing. */
const FIRST_BREAKS =
  /(<(?:p|li|blockquote|div|h[1-6]|td|th|cite|figcaption)(?:\s[^<>]*)?>)(?:\s*<br\s*\/?>)+/gi;
const LAST_BREAKS =
  /(?:<br\s*\/?>\s*)+(<\/(?:p|li|blockquote|div|h[1-6]|td|th|cite|figcaption)\s*>)/gi;

// biome-ignore lint/suspicious/noControlCharactersInRegex: signs that no text has
const BREAK_AT_END = /\u0003(?=\n[>\s]*\n|[>\s]*$)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const BREAK_AT_START = /(^|\n[> \t]*\n)(?:[> \t]*\u0003[ \t]*\n)+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const BREAKS = /(?:\u0003[\s>]*)+\u0003/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const CALLED = /!\u0002(\[)?/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const LINK_LIKE = /\[([^[\]\n]*)\]\u0005(?=[([:{])/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const UNENDED = /\u0003(?![ \t]*\n)[ \t]*/g;

/** Markdown without the signs that stood for something until it was known what is around them. */
export function tidied(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(CALLED, (_, isLink = '') => (isLink === '' ? '!' : '\\!['))
    .replace(LINK_LIKE, '\\[$1\\]')
    .replaceAll(CLOSED, '')
    .replace(BREAKS, BREAK)
    .replace(BREAK_AT_END, '')
    .replace(BREAK_AT_START, '$1')
    .replace(UNENDED, `${BREAK}\n`)
    .replaceAll(BREAK, '\\')
    .replace(/\n{3,}/g, '\n\n')
    .replace(new RegExp(`[ \\t]*${HOLDS_LINE}`, 'g'), '')
    .replace(/(?:\n[> \t]*)+$/, '')
    .trim();
}
