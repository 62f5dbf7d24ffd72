/**
 * The Markdown that most articles are: paragraphs, headings, short lists, quotations, each with nothing but text and
 * emphasis, written as HTML without the engine for all of it. A paragraph with more in it is left to the engine, and
 * so is the whole body where its blocks are others: the two never differ (tests/quick.test.ts).
 */
import type { Body, BodyPart, Slot } from './body.ts';
import { HeadingPlaces } from './heading-places.ts';
import { summaryOf } from './other-tags.ts';
import type { OutlineToken } from './outline.ts';
import { CUT, type InlineSettings, plainInline, withoutEmphasis } from './plain-inline.ts';

/** A line of text as the engine makes it. */
export interface EngineText {
  readonly body: Body;
  /** All that the headings and the first paragraph take from it. */
  readonly plain: string;
  readonly token: OutlineToken;
}

/** What plain bodies are written with. */
export interface PlainSettings extends InlineSettings {
  /** Makes HTML of a text that is more than plain. */
  readonly engine: (text: string) => EngineText;
  /** An address that is not another site's as one within the site. */
  readonly withinSite: (target: string) => string;
}

/** A body that was written. */
export interface PlainBody {
  /** The body, cut where links within the site and pictures are. */
  body(): Body;
  /** Its headings, and the texts that the engine made. */
  readonly outline: readonly OutlineToken[];
  /** The plain text of the first paragraph that has any. */
  firstParagraph(): string;
}

/**
 * What only the engine reads, wherever it stands: raw HTML, what references and notes need, white space other than
 * blanks and line ends.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const ENGINE_ONLY = /[\0\x01\t\v\f\r\ufeff]|<[A-Za-z/!?]|\]:|\[\^|\^\[/;

/** The body as HTML; null if the engine is to read it. */
export function plainMarkdown(text: string, settings: PlainSettings): PlainBody | null {
  if (ENGINE_ONLY.test(text)) return null;
  const writer = new Writer(settings);
  return writer.write(text, 0, 0) ? writer : null;
}

const HEADING = /(#{1,6}) +([^ #\n][^#\n]*)(?:\n|$)/y;
const RULE = /(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})(?:\n|$)/y;
const ITEM = /([-*+]) (?! )|(\d{1,9})([.)]) (?! )/y;
const NUMBERED = /\d+[.)](?:[ \n]|$)/y;
const EMPHASIZED = /\*{1,3}[^*\s]|_{1,3}[^_\s]/y;

/** The engine has a limit to it, which is far from here. */
const DEEPEST = 10;

/** A text as this file or the engine writes it. */
interface Inline {
  readonly html: string | Body;
  readonly plain: string | EngineText;
  readonly isLinked: boolean;
}

class Writer implements PlainBody {
  /** What was written before the last slot, with it; and after it. */
  private readonly parts: BodyPart[] = [];
  private html = '';
  readonly outline: OutlineToken[] = [];
  private readonly settings: PlainSettings;
  /** The texts of paragraphs that are in nothing else, those of the engine as they are. */
  private readonly paragraphs: (string | EngineText)[] = [];
  private readonly places = new HeadingPlaces();

  constructor(settings: PlainSettings) {
    this.settings = settings;
  }

  body(): Body {
    const { parts, html } = this;
    return html === '' ? parts : [...parts, html];
  }

  firstParagraph(): string {
    for (const paragraph of this.paragraphs) {
      const text = typeof paragraph === 'string' ? withoutEmphasis(paragraph) : paragraph.plain;
      const line = summaryOf(text);
      if (line !== '') return line;
    }
    return '';
  }

  /** Writes blocks, the first of which is on `firstLine` from 0; false if one of them is the engine's. */
  write(text: string, firstLine: number, depth: number): boolean {
    if (depth > DEEPEST) return false;
    let line = firstLine;
    let afterList = false;
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) {
        at++;
        line++;
        continue;
      }
      let end: number;
      if (isPlainStart(text, at)) {
        end = paragraphEnd(text, at);
        if (end < 0) return false;
        this.paragraph(text.slice(at, end), line, depth === 0);
      } else if (code === HASH) {
        HEADING.lastIndex = at;
        const match = HEADING.exec(text);
        if (match === null) return false;
        const [whole, marks = '', title = ''] = match;
        this.heading(marks.length, title, line);
        end = at + whole.length;
      } else if (code === QUOTATION) {
        end = this.quotation(text, at, line, depth);
        if (end < 0) return false;
      } else if (found(RULE, text, at)) {
        this.html += '<hr>\n';
        end = lineEnd(text, at);
      } else {
        // Two lists with blank lines between them may be one, with items set apart.
        end = afterList ? -1 : this.list(text, at, line);
        if (end < 0) return false;
        afterList = true;
        line += linesIn(text, at, end);
        at = end;
        continue;
      }
      afterList = false;
      line += linesIn(text, at, end);
      at = end;
    }
    return true;
  }

  private paragraph(text: string, line: number, isOutermost: boolean): void {
    const made = this.inline(withoutEnd(text), line);
    this.add('<p>', made, '</p>\n');
    if (isOutermost) this.paragraphs.push(made.plain);
  }

  private heading(level: number, text: string, line: number): void {
    const tag = `h${level}`;
    this.outline.push({ type: 'heading_open', tag, content: '', map: [line], children: null });
    const made = this.inline(withoutEnd(text), line);
    if (this.settings.quotes === null) this.add(`<${tag}>`, made, `</${tag}>\n`);
    else {
      const { plain } = made;
      const title = typeof plain === 'string' ? withoutEmphasis(plain) : plain.plain;
      this.add(`<${tag} id="${this.places.of(title)}" tabindex="-1">`, made, `</${tag}>\n`);
    }
  }

  /** Lines that all begin with `>`, up to a blank one. */
  private quotation(text: string, start: number, line: number, depth: number): number {
    let inside = '';
    let at = start;
    for (; at < text.length && text.charCodeAt(at) !== NEWLINE; ) {
      if (text.charCodeAt(at) !== QUOTATION) return -1;
      const end = lineEnd(text, at);
      const next = text.charCodeAt(at + 1);
      if (next === SPACE) inside += text.slice(at + 2, end);
      else if (next === NEWLINE || at + 1 === text.length) inside += '\n';
      else return -1;
      at = end;
    }
    // Nothing but ends of lines gives nothing.
    this.html += /[^\n]/.test(inside) ? '<blockquote>\n' : '<blockquote>';
    if (!this.write(inside, line, depth + 1)) return -1;
    this.html += '</blockquote>\n';
    return at;
  }

  /** Items of one line each, up to a blank line. */
  private list(text: string, start: number, firstLine: number): number {
    let kind = '';
    let line = firstLine;
    let at = start;
    for (; at < text.length && text.charCodeAt(at) !== NEWLINE; line++) {
      ITEM.lastIndex = at;
      const match = ITEM.exec(text);
      if (match === null) return -1;
      const [marker, bullet, number = '', sign] = match;
      const begin = at + marker.length;
      if (begin === text.length || !isPlainStart(text, begin)) return -1;
      if (kind === '') {
        kind = bullet ?? sign ?? '';
        const first = Number(number) === 1 ? '' : ` start="${Number(number)}"`;
        this.html += bullet === undefined ? `<ol${first}>\n` : '<ul>\n';
      } else if (kind !== (bullet ?? sign)) return -1;
      at = lineEnd(text, begin);
      this.add('<li>', this.inline(withoutEnd(text.slice(begin, at)), line), '</li>\n');
    }
    this.html += kind === '.' || kind === ')' ? '</ol>\n' : '</ul>\n';
    return at;
  }

  private inline(text: string, line: number): Inline {
    const own = plainInline(text, this.settings);
    if (own !== null) return own;
    const made = this.settings.engine(text);
    this.outline.push({ ...made.token, map: [line] });
    return { html: made.body, plain: made, isLinked: false };
  }

  private add(before: string, { html, isLinked }: Inline, after: string): void {
    this.html += before;
    if (typeof html !== 'string')
      for (const part of html)
        if (typeof part === 'string') this.html += part;
        else this.slot(part);
    else if (isLinked) this.linked(html);
    else this.html += html;
    this.html += after;
  }

  /** A text with links within the site, each as `plainInline` gives it. */
  private linked(html: string): void {
    const pieces = html.split(CUT);
    for (let at = 0; at + 2 < pieces.length; at += 3) {
      this.html += pieces[at];
      const link = this.settings.withinSite(pieces[at + 1] as string);
      this.slot({ link, attributes: '' });
      this.html += pieces[at + 2];
      this.slot({ linkEnd: true });
    }
    this.html += pieces.at(-1);
  }

  private slot(slot: Slot): void {
    if (this.html !== '') this.parts.push(this.html);
    this.html = '';
    this.parts.push(slot);
  }
}

const NEWLINE = 10;
const SPACE = 32;
const HASH = 35;
const QUOTATION = 62;

/** True if what begins here is a paragraph, or goes on with one, whatever comes before. */
function isPlainStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 127 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true;
  if (code >= 48 && code <= 57) return !found(NUMBERED, text, at);
  switch (text[at]) {
    case '*':
    case '_':
      return found(EMPHASIZED, text, at);
    case '!':
      return text[at + 1] !== '[';
    case '`':
      return !text.startsWith('```', at);
    default:
      return !BLOCK_SIGNS.has(code);
  }
}

/** Signs that may begin another block, or make one of the line before. */
const BLOCK_SIGNS = new Set([...' \n#>-+=|:~'].map((sign) => sign.charCodeAt(0)));

/** Where a paragraph ends, its last line end included; -1 if it does so in a way that is left to the engine. */
function paragraphEnd(text: string, start: number): number {
  for (let at = start; ; ) {
    at = lineEnd(text, at);
    if (at === text.length || text.charCodeAt(at) === NEWLINE) return at;
    if (isPlainStart(text, at)) continue;
    return found(HEADING, text, at) ? at : -1;
  }
}

/** Where the next line begins, or the text ends. */
function lineEnd(text: string, at: number): number {
  return text.indexOf('\n', at) + 1 || text.length;
}

/** Without the blanks and the line end at its end. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === NEWLINE || text.charCodeAt(end - 1) === SPACE) end--;
  return end === text.length ? text : text.slice(0, end);
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    lines++;
  return lines;
}

function found(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
