/**
 * The paragraphs of a text that was written in WordPress' older editor: there an empty line begins a paragraph, the end of a
 * line is a line break, and WordPress makes HTML of that each time it shows the text. Texts of blocks have their paragraphs.
 */

/** Elements that stand by themselves, and end a paragraph. */
const BLOCKS =
  'address|article|aside|blockquote|caption|center|col|colgroup|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|' +
  'h[1-6]|header|hr|iframe|legend|li|main|map|math|menu|nav|object|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video';
/** Those of them in which paragraphs may stand. */
const CONTAINERS =
  'article|aside|blockquote|center|details|div|fieldset|footer|form|header|main|section';

const BLOCK_START = new RegExp(`<(?:${BLOCKS})(?=[\\s/>])[^>]*>`, 'gi');
const BLOCK_END = new RegExp(`</(?:${BLOCKS})\\s*>`, 'gi');
const CONTAINER = new RegExp(`</?(?:${CONTAINERS})(?=[\\s/>])[^>]*>`, 'gi');
const BEGINS_BLOCK = new RegExp(`^</?(?:${BLOCKS})(?=[\\s/>])`, 'i');
const PARAGRAPH = /^<p[\s>]/i;

/** What is shown as it is typed, or is no text. */
const VERBATIM = /<(pre|script|style|textarea)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
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
  const marked = html
    .replace(/<!--[\s\S]*?-->/g, '\n\n')
    .replace(VERBATIM, (verbatim) => `\n\n\u0001${held.push(verbatim) - 1}\u0001\n\n`)
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
      return PARAGRAPH.test(piece) ? withBreaks(piece) : piece;
    })
    .join('\n')
    .replace(HELD, (_, at: string) => held[Number(at)] ?? '');
}

/** The ends of lines as line breaks, but for those that have one. */
function withBreaks(text: string): string {
  return text.replace(/(<br\s*\/?>)?[ \t]*\n[ \t]*/gi, '<br>\n');
}
