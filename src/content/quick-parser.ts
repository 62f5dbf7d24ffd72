/**
 * The Markdown parser's inner loops, made quicker: its tokens and states as plain objects, plain text taken in whole
 * stretches, plain addresses left as they are. What comes out is the same (tests/quick.test.ts); where the parser is
 * not the one that this was written for, it is left as it is.
 */

/** A token, as far as it matters here. */
interface Token {
  level: number;
  content: string;
  block: boolean;
}

type TokenClass = new (type: string, tag: string, nesting: number) => Token;

interface StateBlock {
  level: number;
  readonly tokens: Token[];
}

interface Delimited {
  delimiters: unknown[];
}

interface StateInline extends Delimited {
  readonly src: string;
  pos: number;
  readonly posMax: number;
  level: number;
  pending: string;
  pendingLevel: number;
  _prev_delimiters: unknown[][];
  readonly tokens: Token[];
  readonly tokens_meta: (Delimited | undefined)[];
  pushPending(): Token;
}

type StateClass = new (src: string, md: unknown, env: unknown, tokens: Token[]) => object;

/** The parser, as far as it is changed. */
interface Parser {
  readonly block: { State: StateClass };
  readonly inline: {
    State: StateClass;
    readonly ruler: {
      at(name: string, rule: (state: StateInline, silent: boolean) => boolean): void;
    };
  };
  readonly core: {
    State: new (src: string, md: unknown, env: unknown) => { readonly Token: TokenClass };
    readonly ruler: { at(name: string, rule: (state: { src: string }) => void): void };
  };
  normalizeLink: (url: string) => string;
}

/** Makes a parser of markdown-it quicker. */
export function quicken(given: unknown): void {
  const parser = given as Parser;
  const { Token } = new parser.core.State('', parser, {});
  const QuickToken = tokenClass(Token);
  const QuickBlock = blockClass(parser.block.State, QuickToken);
  const QuickInline = inlineClass(parser.inline.State, QuickToken);
  const sample = ' a\n\tb *c*\n \n  d';
  const same = (plain: object, quick: object) => shapeOf(plain) === shapeOf(quick);
  if (
    !same(new Token('a', 'b', 1), new QuickToken('a', 'b', 1)) ||
    !same(new parser.block.State(sample, 0, 0, []), new QuickBlock(sample, 0, 0, [])) ||
    !same(new parser.inline.State(sample, 0, 0, []), new QuickInline(sample, 0, 0, []))
  )
    return;
  parser.block.State = QuickBlock;
  parser.inline.State = QuickInline;
  parser.inline.ruler.at('text', text);
  parser.core.ruler.at('normalize', normalize);
  const { normalizeLink } = parser;
  parser.normalizeLink = (url) => (isPlainLink(url) ? url : normalizeLink.call(parser, url));
}

/** The fields of an object and what is in them, whatever their order. */
function shapeOf(object: object): string {
  const fields = Object.entries(object).map(([name, value]) =>
    typeof value === 'function' ? `${name}: a class` : `${name}: ${JSON.stringify(value)}`,
  );
  return fields.sort().join('\n');
}

function tokenClass(token: TokenClass): TokenClass {
  function QuickToken(this: object, type: string, tag: string, nesting: number) {
    const made = this as Record<string, unknown>;
    made.type = type;
    made.tag = tag;
    made.attrs = null;
    made.map = null;
    made.nesting = nesting;
    made.level = 0;
    made.children = null;
    made.content = '';
    made.markup = '';
    made.info = '';
    made.meta = null;
    made.block = false;
    made.hidden = false;
  }
  QuickToken.prototype = token.prototype;
  return QuickToken as unknown as TokenClass;
}

function blockClass(State: StateClass, QuickToken: TokenClass): StateClass {
  function QuickBlock(this: object, src: string, md: unknown, env: unknown, tokens: Token[]) {
    const made = this as Record<string, unknown>;
    made.src = src;
    made.md = md;
    made.env = env;
    made.tokens = tokens;
    const marks = linesOf(src);
    made.bMarks = marks.begins;
    made.eMarks = marks.ends;
    made.tShift = marks.shifts;
    made.sCount = marks.indents;
    made.bsCount = marks.begins.map(() => 0);
    made.blkIndent = 0;
    made.line = 0;
    made.lineMax = marks.begins.length - 1;
    made.tight = false;
    made.listIndent = -1;
    made.parentType = 'root';
    made.level = 0;
    made.Token = QuickToken;
  }
  const prototype = Object.create(State.prototype);
  prototype.push = function (this: StateBlock, type: string, tag: string, nesting: number) {
    const token = new QuickToken(type, tag, nesting);
    token.block = true;
    if (nesting < 0) this.level--;
    token.level = this.level;
    if (nesting > 0) this.level++;
    this.tokens.push(token);
    return token;
  };
  QuickBlock.prototype = prototype;
  return QuickBlock as unknown as StateClass;
}

const TAB = 9;
const SPACE = 32;

/**
 * Where lines begin and end, and how far their text is from there, in signs and in columns; with a last line of
 * nothing. Blanks at the end of the text without a line end after them are no line.
 */
function linesOf(src: string) {
  const begins: number[] = [];
  const ends: number[] = [];
  const shifts: number[] = [];
  const indents: number[] = [];
  for (let begin = 0; begin < src.length; ) {
    const newline = src.indexOf('\n', begin);
    const end = newline < 0 ? src.length : newline;
    let at = begin;
    let columns = 0;
    for (; at < end; at++) {
      const sign = src.charCodeAt(at);
      if (sign === TAB) columns += 4 - (columns % 4);
      else if (sign === SPACE) columns++;
      else break;
    }
    if (at < end || newline >= 0) {
      begins.push(begin);
      ends.push(end);
      shifts.push(at - begin);
      indents.push(columns);
    }
    begin = end + 1;
  }
  begins.push(src.length);
  ends.push(src.length);
  shifts.push(0);
  indents.push(0);
  return { begins, ends, shifts, indents };
}

function inlineClass(State: StateClass, QuickToken: TokenClass): StateClass {
  function QuickInline(this: object, src: string, md: unknown, env: unknown, tokens: Token[]) {
    const made = this as Record<string, unknown>;
    made.src = src;
    made.env = env;
    made.md = md;
    made.tokens = tokens;
    made.tokens_meta = Array(tokens.length);
    made.pos = 0;
    made.posMax = src.length;
    made.level = 0;
    made.pending = '';
    made.pendingLevel = 0;
    made.cache = {};
    made.backticks = {};
    made.backticksScanned = false;
    made.skipHtmlSpecial = false;
    made.linkLevel = 0;
    made.delimiters = [];
    made._prev_delimiters = [];
    made.Token = QuickToken;
  }
  const prototype = Object.create(State.prototype);
  prototype.pushPending = function (this: StateInline) {
    const token = new QuickToken('text', '', 0);
    token.content = this.pending;
    token.level = this.pendingLevel;
    this.tokens.push(token);
    this.pending = '';
    return token;
  };
  prototype.push = function (this: StateInline, type: string, tag: string, nesting: number) {
    if (this.pending !== '') this.pushPending();
    const token = new QuickToken(type, tag, nesting);
    let meta: Delimited | undefined;
    if (nesting < 0) {
      this.level--;
      this.delimiters = this._prev_delimiters.pop() ?? [];
    }
    token.level = this.level;
    if (nesting > 0) {
      this.level++;
      this._prev_delimiters.push(this.delimiters);
      this.delimiters = [];
      meta = { delimiters: this.delimiters };
    }
    this.pendingLevel = this.level;
    this.tokens.push(token);
    this.tokens_meta.push(meta);
    return token;
  };
  QuickInline.prototype = prototype;
  return QuickInline as unknown as StateClass;
}

/** Signs at which some rule may have something to say. */
const SIGN = /[\n!#$%&*+:<=>@[\\\]^_`{}~-]/g;

/** A stretch of text without any of them. */
function text(state: StateInline, silent: boolean): boolean {
  const { pos, src, posMax } = state;
  SIGN.lastIndex = pos;
  const end = SIGN.test(src) ? Math.min(SIGN.lastIndex - 1, posMax) : posMax;
  if (end === pos) return false;
  if (!silent) state.pending += src.slice(pos, end);
  state.pos = end;
  return true;
}

function normalize(state: { src: string }): void {
  const { src } = state;
  if (src.includes('\r')) state.src = src.replace(/\r\n?/g, '\n');
  if (src.includes('\0')) state.src = state.src.replaceAll('\0', '\ufffd');
}

/** An address in which nothing is to be encoded: within the site, or of a host with a plain name. */
const PLAIN_LINK =
  /^(?:https?:\/\/(?:[a-z0-9-]{1,60}\.){1,3}[a-z]{2,20}(?=\/|$))?(?:\/[A-Za-z0-9_.-]+)*\/?$/;

function isPlainLink(url: string): boolean {
  return url.length < 1000 && PLAIN_LINK.test(url);
}
