/**
 * Where the keys and values of a TOML text stand. The parser does not say, so this goes through a text
 * that the parser has found valid, and knows no more of the language than that takes.
 */

/** A statement of the top level, or the header of a table. */
export interface TomlStatement {
  /** The first part of its key as it was written, quotation marks included. */
  readonly key: string;
  readonly keyOffset: number;
  /** Where the value stands; for `image.src = …` the key, for `[image]` the header. */
  readonly offset: number;
  readonly length: number;
  /** True if the key has one part: what follows it is the value, all of it. */
  readonly whole: boolean;
}

/** A value without quotation marks or brackets: a number, a date, `true` or `false`. */
export interface TomlToken {
  readonly offset: number;
  readonly text: string;
  /** True directly within a list that is the value of a key of the top level. */
  readonly listed: boolean;
}

const BLANK = /(?:[ \t\r\n]+|#[^\n]*)*/y;
const BARE_KEY = /[\w-]*/y;
// A date and its time may have a blank between them.
const TOKEN = /\d{4}-\d{2}-\d{2} \d[^\s,\]}#]*|[^\s,\]}#]*/y;

/** Goes through valid TOML. */
export function scanToml(text: string): { statements: TomlStatement[]; tokens: TomlToken[] } {
  const statements: TomlStatement[] = [];
  const tokens: TomlToken[] = [];
  let at = 0;
  let inTable = false;

  /** What the pattern matches here; the scan goes on after it. */
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  /** Goes past a character if it stands here. */
  const pass = (character: string): boolean => {
    if (text[at] !== character) return false;
    at++;
    return true;
  };

  const string = (): void => {
    const mark = text[at] ?? '';
    const long = text.startsWith(mark.repeat(3), at);
    const end = long ? mark.repeat(3) : mark;
    at += end.length;
    while (at < text.length && !text.startsWith(end, at))
      at += mark === '"' && text[at] === '\\' ? 2 : 1;
    at += end.length;
    // One or two marks before the three that close a long string belong to it.
    if (long) for (let more = 0; more < 2; more++) pass(mark);
  };

  /** A key with its dots: the first part, and whether it is the only one. */
  const key = (): { first: string; from: number; end: number; whole: boolean } => {
    take(BLANK);
    const from = at;
    let first: string | null = null;
    let end = from;
    let parts = 0;
    do {
      take(BLANK);
      const start = at;
      if (text[at] === '"' || text[at] === "'") string();
      else take(BARE_KEY);
      end = at;
      first ??= text.slice(start, end);
      parts++;
      take(BLANK);
    } while (pass('.'));
    return { first, from, end, whole: parts === 1 };
  };

  /** A value; `list` is true if it is that of a key of the top level, `listed` if it stands in such a list. */
  const value = (list: boolean, listed: boolean): void => {
    if (text[at] === '"' || text[at] === "'") {
      string();
      return;
    }
    const opening = text[at];
    if (opening !== '[' && opening !== '{') {
      const offset = at;
      tokens.push({ offset, text: take(TOKEN), listed });
      return;
    }
    at++;
    const closing = opening === '[' ? ']' : '}';
    for (;;) {
      take(BLANK);
      if (at >= text.length || pass(closing)) return;
      const before = at;
      if (opening === '{') {
        key();
        pass('=');
        take(BLANK);
      }
      value(false, list && opening === '[');
      take(BLANK);
      pass(',');
      if (at === before) at++;
    }
  };

  for (take(BLANK); at < text.length; take(BLANK)) {
    const start = at;
    if (pass('[')) {
      pass('[');
      const { first, from } = key();
      while (pass(']'));
      inTable = true;
      const length = at - start;
      statements.push({ key: first, keyOffset: from, offset: start, length, whole: false });
    } else {
      const { first, from, end, whole } = key();
      pass('=');
      take(BLANK);
      const offset = at;
      value(whole && !inTable, false);
      const extent = whole ? { offset, length: at - offset } : { offset: from, length: end - from };
      if (!inTable) statements.push({ key: first, keyOffset: from, ...extent, whole });
    }
    // A valid text always moves on. Another must not hold up the build.
    if (at === start) at++;
  }
  return { statements, tokens };
}
