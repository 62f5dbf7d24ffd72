/**
 * The paragraphs of a text that was written in WordPress' older editor: there an empty line begins a paragraph, the end of a
 * line is a line break, and WordPress makes HTML of that each time it shows the text. Texts of blocks have their paragraphs.
 */
import { withPairs } from './pairs.ts';

/** Elements that stand by themselves, and end a paragraph. */
const BLOCKS =
  'address|article|aside|blockquote|caption|center|col|colgroup|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|' +
  'h[1-6]|header|hr|iframe|legend|li|main|map|math|menu|nav|object|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video';
/** Those of them in which paragraphs may stand. */
const CONTAINERS =
  'article|aside|blockquote|center|details|div|fieldset|footer|form|header|main|section';

const BLOCK_START = new RegExp(`<(?:${BLOCKS})(?=[\\s/>])[^<>]*>`, 'gi');
const BLOCK_END = new RegExp(`</(?:${BLOCKS})\\s*>`, 'gi');
const CONTAINER = new RegExp(`</?(?:${CONTAINERS})(?=[\\s/>])[^<>]*>`, 'gi');
const BEGINS_BLOCK = new RegExp(`^</?(?:${BLOCKS})(?=[\\s/>])`, 'i');
/** After the tag of a block there is none. */
const AFTER_START = /^(<[^<>]*>)<br>\n/;

/** What is shown as it is typed. */
const VERBATIM = /<(pre|textarea)(?=[\s>])[^<>]*>/gi;
/** What is no text, though it may have empty lines. */
const NO_TEXT = /<(script|style)(?=[\s>])[^<>]*>/gi;
/** Comments that stand between parts of a text; others may stand in the middle of a sentence. */
const BETWEEN = /^<!--\s*(?:more|nextpage)\b/;
/** Lines that only look empty. */
const EMPTY_LINE = /^(?:[ \t\u00a0]|&nbsp;|&#160;)+$/gm;
/** An address in a line of its own, which WordPress shows as what is there. */
const ADDRESS = /^[ \t]*(https?:\/\/[^\s<>"[\]]+)[ \t]*$/gim;

/** Stands for one of these while the others are made into paragraphs; no text has control characters here. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a sign that no text has
const HELD = /\u0001(\d+)\u0001/g;

/** True if a text consists of blocks, as WordPress 5 and later writes them. */
export function hasBlocks(html: string): boolean {
  return html.includes('<!-- wp:');
}

/** A text with its paragraphs as elements. */
export function withParagraphs(html: string): string {
  const held: string[] = [];
  const end = ([, name = '']: RegExpExecArray) => `</${name}\\s*>`;
  const text = withPairs(
    html,
    /<!--/g,
    () => '-->',
    (comment) => (BETWEEN.test(comment.text) ? '\n\n' : ''),
  );
  const marked = withPairs(
    withPairs(text, NO_TEXT, end, () => ''),
    VERBATIM,
    end,
    (verbatim) => `\n\n\u0001${held.push(verbatim.text) - 1}\u0001\n\n`,
  )
    .replace(EMPTY_LINE, '')
    .replace(ADDRESS, '\n\n$1\n\n')
    .replace(BLOCK_START, '\n\n$&')
    .replace(BLOCK_END, '$&\n\n')
    .replace(CONTAINER, '\n\n$&\n\n');
  return marked
    .split(/\n\s*\n/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece.startsWith('\u0001')) return piece;
      if (!BEGINS_BLOCK.test(piece)) return `<p>${withBreaks(piece)}</p>`;
      return withBreaks(piece).replace(AFTER_START, '$1\n');
    })
    .join('\n')
    .replace(HELD, (_, at: string) => held[Number(at)] ?? '');
}

/** The ends of lines as line breaks, but for those that have one. */
function withBreaks(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/<br\s*\/?>$/i, ''))
    .join('<br>\n');
}
