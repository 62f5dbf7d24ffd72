/**
 * The HTML of a body for a feed, for what Markdown makes: the same as by the sanitizer (content/html), which takes longer
 * to load than a small build. What has any other form is left to that (tests/quick.test.ts).
 */

/** Text, in which nothing is escaped but what Markdown escapes, and the tag after it. */
const PIECE =
  /([^<>&]*(?:&(?:amp|lt|gt|quot);[^<>&]*)*)(?:<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>&]*(?:&(?:amp|lt|gt|quot);[^"<>&]*)*")*)>|$)/y;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;

const VOID = new Set(['br', 'hr', 'img']);
const PHRASING = new Set(['a', 'br', 'code', 'em', 'img', 's', 'strong', 'sup']);
/** What may hold other blocks; the empty name is that of the body. */
const FLOW = new Set(['', 'blockquote', 'figure', 'li', 'section']);
/** Blocks that stand in these only. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  figcaption: ['figure'],
  li: ['ol', 'ul'],
  tbody: ['table'],
  td: ['tr'],
  th: ['tr'],
  thead: ['table'],
  tr: ['tbody', 'thead'],
};
const BLOCKS = new Set(
  'blockquote figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul'.split(' '),
);

/** Attributes that stay, with a text in them; and those that go. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['rel', 'title'],
  img: ['alt', 'height', 'title', 'width'],
  ol: ['start'],
};
const DROPPED = new Set(['class', 'decoding', 'id', 'loading', 'tabindex']);

/** The body with all addresses full, and without ids and classes; null if it is not plain enough. */
export function quickPortable(html: string, page: string): string | null {
  const open: string[] = [];
  let out = '';
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < html.length) {
    const match = PIECE.exec(html);
    if (match === null) return null;
    const [, text = '', slash, name, attributes = ''] = match;
    out += text.replaceAll('&quot;', '"');
    if (name === undefined) continue;
    if (slash === '/') {
      if (attributes !== '' || open.pop() !== name) return null;
      out += `</${name}>`;
      continue;
    }
    const written = fits(name, open.at(-1) ?? '') ? tagOf(name, attributes, page) : null;
    if (written === null) return null;
    out += written;
    if (!VOID.has(name)) open.push(name);
  }
  return open.length === 0 ? out.trim() : null;
}

/** True if an element may stand in another, so that no parser would close that one first. */
function fits(name: string, holder: string): boolean {
  const holders = WITHIN[name];
  if (holders !== undefined) return holders.includes(holder);
  // Links and their like hold text, but no link.
  return PHRASING.has(name) ? name !== 'a' || holder !== 'a' : BLOCKS.has(name) && FLOW.has(holder);
}

function tagOf(name: string, attributes: string, page: string): string | null {
  const seen = new Set<string>();
  let tag = `<${name}`;
  for (const [, attribute = '', written = ''] of attributes.matchAll(ATTRIBUTE)) {
    if (seen.has(attribute)) return null;
    seen.add(attribute);
    if (DROPPED.has(attribute)) continue;
    let value = written;
    if (attribute === (name === 'a' ? 'href' : name === 'img' ? 'src' : null)) {
      const address = meant(written);
      if (!URL.canParse(address, page)) return null;
      const full = new URL(address, page).href;
      if (!/^(?:https?|mailto|tel|sms):[!-~]*$/.test(full)) return null;
      value = full
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
    } else if (!KEPT[name]?.includes(attribute) || (value === '' && attribute !== 'alt'))
      return null;
    tag += ` ${attribute}="${value}"`;
  }
  return VOID.has(name) ? `${tag} />` : `${tag}>`;
}

/** An attribute's value. */
function meant(written: string): string {
  return written
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
