/**
 * The YAML that most articles have, `key: value` on each line, read without the engine for all of it, which takes
 * twenty times as long. What is not as plain as that is left to the engine: the two never differ
 * (tests/yaml.test.ts).
 */
import type { Field } from './field.ts';

/** A key, its colon, blanks, and a value of one line that ends in no blank. */
const LINE = /^([A-Za-z_][A-Za-z0-9_-]*):( +)(\S|\S.*\S)$/;

/** What the core schema takes for something else than a text (YAML 1.2.2, 10.3.2), in any letter case. */
const WORDS = /^(?:null|true|false)$/i;

function isWord(text: string): boolean {
  return text.length <= LONGEST_WORD && WORDS.test(text);
}

const LONGEST_WORD = 'false'.length;

/** Signs that mean something, or that editors do not show: none of them in a plain text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const ODD = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\p{Surrogate}\ufffe\uffff]/u;

/** What may be of these in a text of several lines: most have none, which this finds sooner, of all lines at once. */
const PERHAPS_ODD = /[^\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** The fields, or null if the text is not flat. */
export function readFlatYaml(text: string): readonly Field[] | null {
  const fields: Field[] = [];
  const mayBeOdd = PERHAPS_ODD.test(text);
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const list = line.endsWith(':') ? LIST.exec(line)?.[1] : undefined;
    if (list !== undefined) {
      const field = readRecords(list, text, start, end + 1);
      if (field === null) return null;
      fields.push(field);
      start = field.offset + field.length;
      continue;
    }
    if (line !== '' && !line.startsWith('#')) {
      const field = readLine(line, start, mayBeOdd);
      if (field === null) return null;
      fields.push(field);
    }
    start = end + 1;
  }
  return fields;
}

/** A key with nothing after it: its value is on the next lines. */
const LIST = /^([A-Za-z_][A-Za-z0-9_-]*):$/;

/** One record of a list, on a line of its own. */
const RECORD = /( +- )\{(.*)\}(?:\n|$)/y;

/** A list of records that stand one below the other, `  - {date: "2026-11-23", text: "…"}`. */
function readRecords(key: string, text: string, start: number, from: number): Field | null {
  if (isWord(key)) return null;
  const records: Readonly<Record<string, string>>[] = [];
  let offset = from;
  let end = from;
  let indent: string | undefined;
  for (;;) {
    RECORD.lastIndex = end;
    const match = RECORD.exec(text);
    if (match === null) break;
    const [whole, before = '', inside = ''] = match;
    if (indent === undefined) offset = from + before.length - '- '.length;
    else if (before !== indent) return null;
    indent = before;
    const record = ODD.test(inside) ? undefined : readRecord(inside);
    if (record === undefined) return null;
    records.push(record);
    end += whole.length;
  }
  // What comes next is a key, a note or nothing: a line that is set in would belong to the list.
  if (records.length === 0 || /^[ \t-]/.test(text.slice(end, end + 1))) return null;
  return {
    key,
    value: records,
    written: null,
    keyOffset: start,
    keyLength: key.length,
    offset,
    // The engine counts the end of the last line in.
    length: end - offset,
  };
}

function readLine(line: string, start: number, mayBeOdd: boolean): Field | null {
  const match = LINE.exec(line);
  if (match === null) return null;
  const [, key = '', blanks = '', source = ''] = match;
  if (isWord(key) || (mayBeOdd && ODD.test(source))) return null;
  const value = readValue(source);
  if (value === undefined) return null;
  return {
    key,
    value,
    // As the engine has it: a text in quotes without them.
    written: typeof value === 'string' ? value : typeof value === 'number' ? source : null,
    keyOffset: start,
    keyLength: key.length,
    offset: start + key.length + 1 + blanks.length,
    length: source.length,
  };
}

type Value = string | number | string[] | Readonly<Record<string, string>>;

/** A text in double quotes, without them; of all that a backslash can say, itself and the quote. */
const QUOTED = /^"(?:[^"\\]|\\["\\])*"$/;

/** A day, with or without a time: no number, whatever follows. */
const DAY = /^\d{4}-\d\d-\d\d(?:[T ][\d:.]*\d(?:Z|[+-]\d\d:\d\d)?)?$/;

/** Undefined if the engine is to read it. */
function readValue(source: string): Value | undefined {
  if (source.startsWith('"')) {
    // Nearly all of them hold neither quotes nor backslashes.
    if (source.indexOf('"', 1) === source.length - 1 && !source.includes('\\'))
      return source.slice(1, -1);
    return QUOTED.test(source) ? quoted(source.slice(1, -1)) : undefined;
  }
  if (/^\p{L}/u.test(source))
    return isWord(source) || /:(?:\s|$)|\s#/.test(source) ? undefined : source;
  if (DAY.test(source)) return source;
  if (/^(?:0|[1-9]\d{0,14})$/.test(source)) return Number(source);
  if (/^'[^']*'$/.test(source)) return source.slice(1, -1);
  if (source.startsWith('[') && source.endsWith(']')) return readList(source.slice(1, -1));
  if (source.startsWith('{') && source.endsWith('}')) return readRecord(source.slice(1, -1));
  return undefined;
}

/** What stands between double quotes. */
function quoted(inside: string): string {
  return inside.includes('\\') ? inside.replace(/\\(.)/g, '$1') : inside;
}

/** An item, in quotes or a word that can be nothing else, and the comma after it. */
const ITEM = /\s*(?:"([^"\\]*)"|'([^']*)'|(\p{L}[\p{L}\p{M}\p{N} ._'/-]*?))\s*(,|$)/uy;

/** The same with letters of ASCII only, which are found faster, and as nearly all items are. */
const PLAIN_ITEM = /\s*(?:"([^"\\]*)"|'([^']*)'|([A-Za-z][A-Za-z0-9 ._'/-]*?))\s*(,|$)/y;

/** `Kosovo, "Novi Sad", flash-news`. */
function readList(inside: string): string[] | undefined {
  const items: string[] = [];
  let at = 0;
  while (at < inside.length) {
    PLAIN_ITEM.lastIndex = at;
    ITEM.lastIndex = at;
    const match = PLAIN_ITEM.exec(inside) ?? ITEM.exec(inside);
    if (match === null) return undefined;
    const [whole, double, single, word = ''] = match;
    if (isWord(word)) return undefined;
    items.push(double ?? single ?? word);
    at += whole.length;
  }
  // After a comma something is to come.
  return inside.trimEnd().endsWith(',') ? undefined : items;
}

/** A key of a record on one line, its value as that of a list, or a path from the root, and the comma. */
const ENTRY =
  / *([A-Za-z_][A-Za-z0-9_-]*): +(?:"((?:[^"\\]|\\["\\])*)"|'([^']*)'|([\p{L}/][\p{L}\p{M}\p{N} ._'/-]*?)) *(,|$)/uy;

/** `src: /images/bridge.jpg, alt: "The bridge"`. */
function readRecord(inside: string): Readonly<Record<string, string>> | undefined {
  const entries: [string, string][] = [];
  let at = 0;
  while (at < inside.length) {
    ENTRY.lastIndex = at;
    const match = ENTRY.exec(inside);
    if (match === null) return undefined;
    const [whole, key = '', double, single, word = ''] = match;
    if (isWord(key) || isWord(word) || entries.some(([other]) => other === key)) return undefined;
    entries.push([key, double === undefined ? (single ?? word) : quoted(double)]);
    at += whole.length;
  }
  if (entries.length === 0 || inside.trimEnd().endsWith(',')) return undefined;
  return Object.fromEntries(entries);
}
