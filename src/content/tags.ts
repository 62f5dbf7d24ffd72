/** The tags of HTML and their attributes, as browsers find them (HTML Standard, 13.2.5), in linear time. */

/** An attribute of a tag. */
export interface Attribute {
  /** In small letters. */
  readonly name: string;
  /** The value as written, without its quotes; null if there is none. */
  readonly raw: string | null;
  /** Where it begins, with the blanks before it, and where it ends. */
  readonly from: number;
  readonly to: number;
}

/** A tag that has attributes, or begins or ends a link. */
export interface Tag {
  /** In small letters; `/a` for the end of a link. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly attributes: readonly Attribute[];
  /** False if the text ends before the tag does. */
  readonly isClosed: boolean;
}

const TAG = /<(?:!--|(\/a|[a-z][^\t\n\f\r />]*)(?:([\t\n\f\r />])|$))/gi;
const TAG_END = /[\t\n\f\r /]*>/y;
const ATTRIBUTE =
  /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*(=)[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r >"'][^\t\n\f\r >]*))?)?/y;
const COMMENT_END = /--!?>/g;

/** Elements whose text holds no tags. */
const TEXTS = new Map(
  ['iframe', 'noembed', 'noframes', 'script', 'style', 'textarea', 'title', 'xmp'].map((name) => [
    name,
    new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi'),
  ]),
);

/** The tags of a text, in their order. What stands in comments, scripts and styles is none. */
export function* tagsOf(html: string): Generator<Tag> {
  const endless = new Set<string>();
  for (let at = 0; at < html.length; ) {
    const match = found(TAG, html, at);
    if (match === null) return;
    const from = match.index;
    const end = from + match[0].length;
    const [, written, after] = match;
    if (written === undefined) {
      at = commentEnd(html, end);
      continue;
    }
    const name = written.toLowerCase();
    const { attributes, to, isClosed } =
      after === '>' ? { ...NO_ATTRIBUTES, to: end } : readAttributes(html, from + 1 + name.length);
    if (attributes.length > 0 || name === 'a' || name === '/a')
      yield { name, from, to, attributes, isClosed };
    at = to;
    const textEnd = TEXTS.get(name);
    // An element of SVG may end where it begins.
    if (textEnd === undefined || html[to - 2] === '/' || endless.has(name)) continue;
    const close = found(textEnd, html, to);
    if (close === null) endless.add(name);
    else at = close.index;
  }
}

const NO_ATTRIBUTES = { attributes: [], isClosed: true };

/** The attributes that begin at a place, just behind the name of their tag, and where that ends. */
export function readAttributes(
  html: string,
  from: number,
): Pick<Tag, 'attributes' | 'to' | 'isClosed'> {
  const attributes: Attribute[] = [];
  const seen = new Set<string>();
  for (let at = from; ; ) {
    TAG_END.lastIndex = at;
    if (TAG_END.test(html)) return { attributes, to: TAG_END.lastIndex, isClosed: true };
    const match = found(ATTRIBUTE, html, at);
    if (match === null) break;
    const [whole, name = '', equals, double, single, bare] = match;
    const raw = double ?? single ?? bare ?? null;
    const to = at + whole.length;
    // A value that never ends takes in all that follows.
    if (equals !== undefined && raw === null && /["']/.test(html.charAt(to))) break;
    const lower = name.toLowerCase();
    // Of two with one name the first counts.
    if (!seen.has(lower)) attributes.push({ name: lower, raw, from: at, to });
    seen.add(lower);
    at = to;
  }
  return { attributes, to: html.length, isClosed: false };
}

function commentEnd(html: string, from: number): number {
  const [empty] = /^-?>/.exec(html.slice(from, from + 2)) ?? [];
  if (empty !== undefined) return from + empty.length;
  return found(COMMENT_END, html, from) === null ? html.length : COMMENT_END.lastIndex;
}

function found(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
