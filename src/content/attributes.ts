/** The attributes of an element, as HTML with a space before each. */
import { decodeInAttribute } from './entities.ts';
import { readAttributes } from './tags.ts';

/** One of them, and the others. `raw` is its value as written, null if it is not there; `value` is what that means. */
export function takeAttribute(
  name: string,
  attributes: string,
): { value: string | null; raw: string | null; rest: string } {
  const all = readAttributes(attributes, 0).attributes;
  const whole = attributes.slice(0, all.at(-1)?.to ?? 0);
  const one = all.find((attribute) => attribute.name === name && attribute.raw !== null);
  if (one === undefined || one.raw === null) return { value: null, raw: null, rest: whole };
  const rest = whole.slice(0, one.from) + whole.slice(one.to);
  return { value: meantBy(one.raw), raw: one.raw, rest };
}

/** What a value means. */
export function meantBy(raw: string): string {
  // Only a trusted author's own HTML has other entities.
  const isStrange = raw.includes('&') && /&(?!(?:quot|lt|gt|amp);)[#a-z]/i.test(raw);
  return isStrange ? decodeInAttribute(raw) : unescapeAttribute(raw);
}

/** A text as the value of an attribute, for double quotes. */
export function escapeAttribute(text: string): string {
  if (!/[&"<>]/.test(text)) return text;
  return text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** The text that `escapeAttribute` made a value of. */
export function unescapeAttribute(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** True if one of the names is among the attributes, with a value or without. */
export function hasAttribute(attributes: string, ...names: readonly string[]): boolean {
  // Of the values nothing but the quotes, so that a word within one is no attribute.
  const bare = attributes.replace(/"[^"]*"|'[^']*'/g, '""');
  return new RegExp(`\\s(?:${names.join('|')})(?=[\\s=/]|$)`, 'i').test(bare);
}
