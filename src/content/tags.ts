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
  /** Attributes whose name stands before them in the tag: they count nowhere. */
  readonly repeated: readonly Attribute[];
  /** False if the text ends before the tag does. */
  readonly isClosed: boolean;
}

const TAG = /<(?:!--|(\/a|[a-z][^\t\n\f\r />]*)(?:([\t\n\f\r />])|$))/gi;
const COMMENT_END = /--!?>/g;

/** Elements whose text holds no tags. */
const TEXTS = new Map(
  ['iframe', 'noembed', 'noframes', 'script', 'style', 'textarea', 'title', 'xmp'].map((name) => [
    name,
    new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi'),
  ]),
);

/** The tags of a text, in their order. What stands in comments, scripts and styles is none. */
export function tagsOf(html: string): readonly Tag[] {
  const tags: Tag[] = [];
  const endless = new Set<string>();
  for (let at = 0; at < html.length; ) {
    const match = found(TAG, html, at);
    if (match === null) break;
    const from = match.index;
    const written = match[1];
    at = TAG.lastIndex;
    if (written === undefined) {
      at = commentEnd(html, at);
      continue;
    }
    const name = written.toLowerCase();
    if (match[2] !== '>') {
      const read = readAttributes(html, from + 1 + name.length);
      if (read.attributes.length > 0 || isLink(name)) tags.push({ name, from, ...read });
      at = read.to;
    } else if (isLink(name))
      tags.push({ name, from, to: at, attributes: [], repeated: [], isClosed: true });
    const textEnd = TEXTS.get(name);
    // An element of SVG may end where it begins.
    if (textEnd === undefined || html[at - 2] === '/' || endless.has(name)) continue;
    const close = found(textEnd, html, at);
    if (close === null) endless.add(name);
    else at = close.index;
  }
  return tags;
}

function isLink(name: string): boolean {
  return name === 'a' || name === '/a';
}

const SLASH = 47;
const EQUALS = 61;
const END = 62;

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

/**
 * The attributes that begin at a place, just behind the name of their tag, and where that ends. Sign by sign, which is
 * quicker than patterns are: each link and picture of a paper is read here.
 */
export function readAttributes(
  html: string,
  from: number,
): Pick<Tag, 'attributes' | 'repeated' | 'to' | 'isClosed'> {
  const { length } = html;
  const attributes: Attribute[] = [];
  const repeated: Attribute[] = [];
  let seen: Set<string> | null = null;
  let at = from;
  const skipBlanks = (): void => {
    while (isBlank(html.charCodeAt(at))) at++;
  };
  for (;;) {
    const begin = at;
    while (isBlank(html.charCodeAt(at)) || html.charCodeAt(at) === SLASH) at++;
    if (at >= length) break;
    if (html.charCodeAt(at) === END) return { attributes, repeated, to: at + 1, isClosed: true };
    const nameFrom = at++;
    for (; at < length; at++) {
      const code = html.charCodeAt(at);
      if (isBlank(code) || code === SLASH || code === EQUALS || code === END) break;
    }
    const name = html.slice(nameFrom, at).toLowerCase();
    let to = at;
    let raw: string | null = null;
    skipBlanks();
    if (html.charCodeAt(at) === EQUALS) {
      at++;
      skipBlanks();
      to = at;
      const quote = html[at];
      if (quote === '"' || quote === "'") {
        const close = html.indexOf(quote, at + 1);
        // A value that never ends takes in all that follows.
        if (close < 0) break;
        raw = html.slice(at + 1, close);
        to = close + 1;
      } else if (at < length && html.charCodeAt(at) !== END) {
        while (to < length && !isBlank(html.charCodeAt(to)) && html.charCodeAt(to) !== END) to++;
        raw = html.slice(at, to);
      }
    }
    at = to;
    // Of two with one name the first counts.
    seen ??= new Set();
    (seen.has(name) ? repeated : attributes).push({ name, raw, from: begin, to });
    seen.add(name);
  }
  return { attributes, repeated, to: length, isClosed: false };
}

/** Where a comment ends whose text begins at a place. */
export function commentEnd(html: string, from: number): number {
  const [empty] = /^-?>/.exec(html.slice(from, from + 2)) ?? [];
  if (empty !== undefined) return from + empty.length;
  return found(COMMENT_END, html, from) === null ? html.length : COMMENT_END.lastIndex;
}

function found(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
