/** What readers see of HTML, as text: nothing of tags, comments, scripts, and elements that do not show. */
import { decodeEntities } from './entities.ts';
import { type Attribute, commentEnd, readAttributes } from './tags.ts';

/** Where a tag, a comment or what browsers take for one may begin; any other `<` is text. */
const MARKUP = /<(?:!--|[!?]|(\/?)([a-z][^\t\n\f\r />]*)|\/(?=[^a-z]))/gi;

/** Elements within words: `<em>K</em>FOR` is one word. Any other tag parts words. */
const WITHIN =
  /^(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;

/** Elements whose text is nothing to read, and those of them in which no tag begins. */
const SILENT =
  /^(?:audio|canvas|datalist|desc|iframe|metadata|noembed|noframes|noscript|object|rp|script|style|template|title|video)$/;
const RAW = /^(?:iframe|noembed|noframes|script|style|textarea|title|xmp)$/;

/** Elements without an end. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

const NOT_SHOWN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** The text of a piece of HTML that stands by itself; what an author left open goes on to the end. */
export function seenText(html: string): string {
  let text = '';
  /** The element that is not seen, and how many of its name are open in it. */
  let hidden: { readonly name: string; open: number } | null = null;
  let at = 0;
  while (at < html.length) {
    MARKUP.lastIndex = at;
    const found = MARKUP.exec(html);
    if (hidden === null) text += html.slice(at, found?.index ?? html.length);
    if (found === null) break;
    const [whole, slash, written] = found;
    const from = MARKUP.lastIndex;
    if (written === undefined) {
      at = whole === '<!--' ? commentEnd(html, from) : tagEnd(html, from);
      continue;
    }
    const name = written.toLowerCase();
    const tag = readAttributes(html, from);
    at = tag.to;
    if (hidden === null) {
      if (!WITHIN.test(name)) text += ' ';
      if (slash === '' && !VOID.test(name) && isHidden(name, tag.attributes))
        hidden = { name, open: 1 };
    } else if (name === hidden.name) {
      hidden.open += slash === '' ? 1 : -1;
      if (hidden.open === 0) hidden = null;
    }
    if (slash === '' && RAW.test(name)) {
      const end = rawEnd(html, name, at);
      if (hidden === null) text += html.slice(at, end);
      at = end;
    }
  }
  return decodeEntities(text);
}

function isHidden(name: string, attributes: readonly Attribute[]): boolean {
  const of = (wanted: string) => attributes.find((one) => one.name === wanted);
  if (SILENT.test(name)) return true;
  return hidesItself(name, (wanted) => {
    const found = of(wanted);
    return found === undefined ? undefined : (found.raw ?? '');
  });
}

/** True if an element says that it is not shown; `attributeOf` gives the values of its attributes. */
export function hidesItself(
  name: string,
  attributeOf: (attribute: string) => string | undefined,
): boolean {
  if (attributeOf('hidden') !== undefined || NOT_SHOWN.test(attributeOf('style') ?? ''))
    return true;
  return name === 'dialog' && attributeOf('open') === undefined;
}

/** Where the text of an element ends in which no tag begins. */
function rawEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** Where a tag ends that shows nothing. */
function tagEnd(html: string, from: number): number {
  const at = html.indexOf('>', from);
  return at < 0 ? html.length : at + 1;
}
