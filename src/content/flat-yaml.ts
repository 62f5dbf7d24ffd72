/**
 * The YAML that most articles have, `key: value` on each line, read without the engine for all of it, which takes
 * twenty times as long. What is not as plain as that is left to the engine: the two never differ
 * (tests/yaml.test.ts).
 */
import type { Field } from './field.ts';
import { type Flow, type FlowRecord, isWord, readValue } from './flow-yaml.ts';

/** A key of at most 1024 letters (YAML 1.2.2, 7.4.2), its colon, blanks, and a value of one line that ends in no blank. */
const LINE = /^([A-Za-z_][A-Za-z0-9_-]{0,1023}):( +)(\S|\S.*\S)$/;

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
    const holder = line.endsWith(':') ? HOLDER.exec(line)?.[1] : undefined;
    if (holder !== undefined) {
      const field = readBlock(holder, text, start, end + 1, mayBeOdd);
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
const HOLDER = /^([A-Za-z_][A-Za-z0-9_-]{0,1023}):$/;

/** The lines below a key, all set in alike: `- item` or `key: value`. */
function readBlock(
  key: string,
  text: string,
  start: number,
  from: number,
  mayBeOdd: boolean,
): Field | null {
  if (isWord(key)) return null;
  const items: (string | FlowRecord)[] = [];
  const entries: [string, Flow][] = [];
  let indent = -1;
  let isList = false;
  let offset = from;
  let end = from;
  for (let at = from, next = from; at < text.length; at = next) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 ? text.length : newline;
    next = stop + 1;
    let begin = at;
    while (text[begin] === ' ') begin++;
    const line = text.slice(begin, stop);
    if (line === '' || line.startsWith('#')) continue;
    const isItem = line.startsWith('- ');
    if (indent < 0) {
      if (begin === at && !isItem) return null;
      indent = begin - at;
      isList = isItem;
      offset = begin;
    } else if (begin === at && (indent > 0 || !isItem)) break;
    else if (begin - at !== indent || isItem !== isList) return null;
    if (mayBeOdd && ODD.test(line)) return null;
    if (isList) {
      const item = readItem(line.slice('- '.length));
      if (item === undefined) return null;
      items.push(item);
    } else {
      const entry = readEntry(line);
      if (entry === undefined || entries.some(([other]) => other === entry[0])) return null;
      entries.push(entry);
    }
    end = Math.min(next, text.length);
  }
  if (indent < 0) return null;
  return {
    key,
    value: isList ? items : Object.fromEntries(entries),
    written: null,
    keyOffset: start,
    keyLength: key.length,
    offset,
    // The engine counts the end of the last line in.
    length: end - offset,
  };
}

/** What a list holds: a record, or a text; a number as it was written. */
function readItem(source: string): string | FlowRecord | undefined {
  if (/^\s|\s$/.test(source)) return undefined;
  const value = readValue(source);
  if (typeof value === 'number') return source;
  return Array.isArray(value) ? undefined : value;
}

function readEntry(line: string): [string, Flow] | undefined {
  const [, key = '', , source = ''] = LINE.exec(line) ?? [];
  if (source === '' || isWord(key)) return undefined;
  const value = source === 'true' || source === 'false' ? source === 'true' : readValue(source);
  return value === undefined ? undefined : [key, value];
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
