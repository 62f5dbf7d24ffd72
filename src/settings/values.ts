/** Reading the values of site.yaml: a text, a choice, an address, names by language; and telling what is wrong. */
import type { Code } from '../base/diagnostic.ts';
import { languageTag } from '../base/language.ts';
import { suggest } from '../base/suggest.ts';
import type { Field } from '../content/field.ts';
import { type Way, WHOLE } from './place.ts';

/** Reports what is wrong with a value, or with what the way within it leads to. */
export type Fault = (code: Code, message: string, help: string, way?: Way) => void;

/** Reports what is wrong within what the path leads to: keys of records, places in lists. */
export function within(fault: Fault, ...path: Way['path']): Fault {
  return (code, message, help, way = WHOLE) =>
    fault(code, message, help, { ...way, path: [...path, ...way.path] });
}

/** A line of text; null if it is none, which is reported. */
export function readText(field: Field, fault: Fault): string | null {
  if (field.written !== null && field.written.trim() !== '') return field.written.trim();
  fault('config/value', `"${field.key}" is not a text`, `Write it as one line: ${field.key}: ….`);
  return null;
}

/** One of a few words; null if it is none of them, which is reported. */
export function readChoice<Word extends string>(
  field: Field,
  fault: Fault,
  words: readonly Word[],
  message: string,
  help: string,
): Word | null {
  const text = readText(field, fault);
  const word = words.find((one) => one === text) ?? null;
  if (text !== null && word === null) fault('config/value', `"${text}" ${message}`, help);
  return word;
}

/**
 * `A: b` of `- A: b`, which stands where a name or a record with known parts is expected: neither is written so,
 * and it is one mistake, not one for each part. Null if the value is something else.
 */
export function onePair(value: unknown, parts: readonly string[]): string | null {
  const entries =
    typeof value === 'object' && !Array.isArray(value) ? Object.entries(value ?? {}) : [];
  const [[key, inner] = ['', null]] = entries;
  if (entries.length !== 1 || typeof inner === 'object' || suggest(key, parts) !== null)
    return null;
  return parts.includes(key) ? null : `${key}: ${String(inner)}`;
}

/** A text with something in it, trimmed; null if the value is none. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A full address with http or https; null if the value is none. */
export function fullAddress(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : null;
}

/** An address within the site, or a full one; null if the value is none. */
export function pageAddress(value: unknown): string | null {
  return ownAddress(value) ?? fullAddress(value);
}

/** What a link may lead to: an address within the site, a full one, or one of mail or telephone. */
export function linkAddress(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && /^(?:mailto|tel):\S+$/i.test(text) ? text : pageAddress(text);
}

/** The address of a file within the site, `/images/logo.svg`; null if the value is none. */
export function fileAddress(value: unknown): string | null {
  const text = ownAddress(value);
  return text === null || /^[^?#]*\/(?:[?#]|$)/.test(text) ? null : text;
}

/** An address within the site, `/about/`; null if the value is none. */
function ownAddress(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && /^\/(?!\/)\S*$/.test(text) ? text : null;
}

/** Names by language tag, `{en: Region}`; null if the value is no such record. */
export function titlesOf(value: unknown): Readonly<Record<string, string>> | null {
  const titles = Object.entries(typeof value === 'object' && value !== null ? value : {});
  const read = titles.map(([tag, title]) => [languageTag(tag), textOf(title)] as const);
  const fits = titles.length > 0 && read.every(([tag, title]) => tag !== null && title !== null);
  return fits ? Object.fromEntries(read) : null;
}
