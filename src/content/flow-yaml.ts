/**
 * Values of YAML that stand on one line: plain texts, numbers, lists and records. What is not as plain as that is left to the
 * engine for all of YAML (content/flat-yaml).
 */

/** What the core schema takes for something else than a text (YAML 1.2.2, 10.3.2), in any letter case. */
const WORDS = /^(?:null|true|false)$/i;

/** True if an unquoted text is none. */
export function isWord(text: string): boolean {
  return text.length <= LONGEST_WORD && WORDS.test(text);
}

const LONGEST_WORD = 'false'.length;

type Value = string | number | string[] | FlowRecord;

/** A text in double quotes, without them; of all that a backslash can say, itself and the quote. */
const QUOTED = /^"(?:[^"\\]|\\["\\])*"$/;

/** A day, with or without a time: no number, whatever follows. */
const DAY = /^\d{4}-\d\d-\d\d(?:[T ][\d:.]*\d(?:Z|[+-]\d\d:\d\d)?)?$/;

/** The value that a text of one line is; undefined if the engine is to read it. */
export function readValue(source: string): Value | undefined {
  if (source.startsWith('"')) {
    // Nearly all of them hold neither quotes nor backslashes.
    if (source.indexOf('"', 1) === source.length - 1 && !source.includes('\\'))
      return source.slice(1, -1);
    return QUOTED.test(source) ? quoted(source.slice(1, -1)) : undefined;
  }
  // A path from the root, a number with its unit.
  if (/^(?:\d+ )?[\p{L}/]/u.test(source))
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

/**
 * An item, in quotes or a word that can be nothing else, and the comma after it. The blanks around it are spaces: other signs
 * that look like them belong to the text (YAML 1.2.2, 5.5).
 */
const ITEM = / *(?:"([^"\\]*)"|'([^']*)'|(\p{L}[\p{L}\p{M}\p{N} ._'/-]*?)) *(,|$)/uy;

/** The same with letters of ASCII only, which are found faster, and as nearly all items are. */
const PLAIN_ITEM = / *(?:"([^"\\]*)"|'([^']*)'|([A-Za-z][A-Za-z0-9 ._'/-]*?)) *(,|$)/y;

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
  return /, *$/.test(inside) ? undefined : items;
}

/** What a record on one line holds. */
export type Flow = string | number | boolean | readonly string[] | FlowRecord;
export interface FlowRecord {
  readonly [key: string]: Flow;
}

/** A key of a record on one line. */
const KEY = / *([A-Za-z_][A-Za-z0-9_-]*): +/y;

/**
 * A value in it: a text in quotes, a number, a word that can be nothing else, a path from the root, or a number and its unit
 * (`30 days`).
 */
const SCALAR =
  /(?:"((?:[^"\\]|\\["\\])*)"|'([^']*)'|(0|[1-9]\d{0,14})|((?:\d+ )?[\p{L}/][\p{L}\p{M}\p{N} ._'/-]*?)) *(?=[,}]|$)/uy;

/** A list in it, of nothing but items. */
const INNER_LIST = /\[([^[\]{}"'\\]*)\] *(?=[,}]|$)/y;

/** Records in records that are read; deeper ones are hardly meant. */
const DEEP = 4;

/** `src: /images/bridge.jpg, alt: "The bridge"`. */
function readRecord(inside: string): FlowRecord | undefined {
  const read = recordAt(inside, 0, DEEP);
  return read !== undefined && read.end === inside.length ? read.value : undefined;
}

interface ReadAt<T> {
  readonly value: T;
  readonly end: number;
}

/** The record whose first key stands at a place; it ends before `}` or with the text. */
function recordAt(text: string, from: number, deep: number): ReadAt<FlowRecord> | undefined {
  const entries: [string, Flow][] = [];
  for (let at = from; ; at++) {
    KEY.lastIndex = at;
    const key = KEY.exec(text)?.[1];
    if (key === undefined || isWord(key) || entries.some(([other]) => other === key))
      return undefined;
    const read = valueAt(text, KEY.lastIndex, deep);
    if (read === undefined) return undefined;
    entries.push([key, read.value]);
    at = read.end;
    // After a comma another key is to come.
    if (text[at] !== ',') return { value: Object.fromEntries(entries), end: at };
  }
}

function valueAt(text: string, at: number, deep: number): ReadAt<Flow> | undefined {
  if (text[at] === '{') {
    const read = deep === 0 ? undefined : recordAt(text, at + 1, deep - 1);
    if (read === undefined || text[read.end] !== '}') return undefined;
    let end = read.end + 1;
    while (text[end] === ' ') end++;
    return { value: read.value, end };
  }
  if (text[at] === '[') {
    INNER_LIST.lastIndex = at;
    const inside = INNER_LIST.exec(text)?.[1];
    const items = inside === undefined ? undefined : readList(inside);
    return items === undefined ? undefined : { value: items, end: INNER_LIST.lastIndex };
  }
  SCALAR.lastIndex = at;
  const match = SCALAR.exec(text);
  if (match === null) return undefined;
  const [, double, single, number, word] = match;
  const end = SCALAR.lastIndex;
  if (number !== undefined) return { value: Number(number), end };
  if (word === 'true' || word === 'false') return { value: word === 'true', end };
  if (word !== undefined && isWord(word)) return undefined;
  return { value: double === undefined ? (single ?? word ?? '') : quoted(double), end };
}
