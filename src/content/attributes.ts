/** The attributes of an element, as HTML with a space before each. */
import { recent } from '../base/recent.ts';

/**
 * One of them, and the others. `raw` is its value as written, null if it is not there; `value` is what
 * that means, null too if it is not certain.
 */
export function takeAttribute(
  name: string,
  attributes: string,
): { value: string | null; raw: string | null; rest: string } {
  const match = patternOf(name).exec(attributes);
  if (match === null) return { value: null, raw: null, rest: attributes.replace(/\s*\/?$/, '') };
  const raw = match[1] ?? match[2] ?? match[3] ?? '';
  const rest = attributes.replace(match[0], '').replace(/\s*\/?$/, '');
  // Only a trusted author's own HTML has other entities; such an address is left as it is.
  const strange = /&[#\w]+;/.test(raw.replace(/&(?:quot|lt|gt|amp);/g, ''));
  return { value: strange ? null : unescapeAttribute(raw), raw, rest };
}

/** Of the few attributes that are asked for. */
const patternOf = recent(
  (name: string) => new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i'),
);

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
