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

/** Signs that mean something, or that editors do not show: none of them in a plain text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const ODD = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\p{Surrogate}\ufffe\uffff]/u;

/** The fields, or null if the text is not flat. */
export function readFlatYaml(text: string): readonly Field[] | null {
  const fields: Field[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    if (line !== '' && !line.startsWith('#')) {
      const field = readLine(line, start);
      if (field === null) return null;
      fields.push(field);
    }
    start = end + 1;
  }
  return fields;
}

function readLine(line: string, start: number): Field | null {
  const [, key = '', blanks = '', source = ''] = LINE.exec(line) ?? [];
  if (key === '' || WORDS.test(key) || ODD.test(source)) return null;
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

/** Undefined if the engine is to read it. */
function readValue(source: string): string | number | string[] | undefined {
  if (/^\p{L}/u.test(source))
    return WORDS.test(source) || /:(?:\s|$)|\s#/.test(source) ? undefined : source;
  // A day, with or without a time: no number, whatever follows.
  if (/^\d{4}-\d\d-\d\d(?:[T ][\d:.]*\d(?:Z|[+-]\d\d:\d\d)?)?$/.test(source)) return source;
  if (/^(?:0|[1-9]\d{0,14})$/.test(source)) return Number(source);
  if (/^"[^"\\]*"$/.test(source) || /^'[^']*'$/.test(source)) return source.slice(1, -1);
  if (source.startsWith('[') && source.endsWith(']')) return readList(source.slice(1, -1));
  return undefined;
}

/** An item, in quotes or a word that can be nothing else, and the comma after it. */
const ITEM = /\s*(?:"([^"\\]*)"|'([^']*)'|(\p{L}[\p{L}\p{M}\p{N} ._'/-]*?))\s*(,|$)/uy;

/** `Kosovo, "Novi Sad", flash-news`. */
function readList(inside: string): string[] | undefined {
  const items: string[] = [];
  let at = 0;
  while (at < inside.length) {
    ITEM.lastIndex = at;
    const match = ITEM.exec(inside);
    if (match === null) return undefined;
    const [whole, double, single, word = ''] = match;
    if (WORDS.test(word)) return undefined;
    items.push(double ?? single ?? word);
    at += whole.length;
  }
  // After a comma something is to come.
  return inside.trimEnd().endsWith(',') ? undefined : items;
}
