/** What there is to read in HTML that other systems left where Gazeta wants text: in headlines, summaries, whole bodies. */
import { decodeEntities } from './entities.ts';
import { summaryOf } from './other-tags.ts';

const NAMES =
  'a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|li|mark|ol|p|q|s|small|span|strike|strong|sub|sup|u|ul|wbr';
const TAG = new RegExp(`</?(${NAMES})(?:\\s[^<>]*)?/?>`, 'gi');
/** What ends an element, or is one by itself: "if a <b and c> d" has none of it. */
const MEANT = new RegExp(`</(?:${NAMES})\\s*>|<(?:br|wbr)\\s*/?>`, 'i');
/** What stands between words. */
const PARTS = /^(?:br|div|h\d|img|li|p)$/i;

/** A text without the tags in it, which readers would see, and with entities as what they mean: `&lt;em&gt;` is text. */
export function textOf(text: string): string {
  if (!text.includes('<') || !MEANT.test(text)) return decodeEntities(text);
  return decodeEntities(text.replace(TAG, (_, name: string) => (PARTS.test(name) ? ' ' : '')));
}

/** What is not the text itself, and what readers do not see. */
const ASIDE =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|template|dialog|noscript|aside|figure|blockquote|table)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const HIDDEN =
  /<([a-z][\w-]*)\b(?=[^<>]*\s(?:hidden(?=[\s=/>])|style\s*=[^<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden)))[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const PARAGRAPH = /<p(\s[^<>]*)?>([\s\S]*?)(?=<\/?p[\s>]|$)/gi;

/** The text of the first paragraph with any, in a body that is HTML throughout, as those of many imports are. */
export function firstParagraphOf(html: string): string {
  for (const [, attributes = '', inside = ''] of html
    .replace(ASIDE, '')
    .replace(HIDDEN, '')
    .matchAll(PARAGRAPH)) {
    if (attributes.includes('pull-quote')) continue;
    const bare = inside.replace(/<br\b[^<>]*>/gi, ' ').replace(/<[^<>]*>/g, '');
    const text = summaryOf(decodeEntities(bare));
    if (text !== '') return text;
  }
  return '';
}
