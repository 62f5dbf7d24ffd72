/** HTML's entities as what they mean. */
import type * as Entities from 'entities/decode';
import { lazily } from '../base/lazy.ts';

// Loaded at the first text with an entity: most papers have none.
const entities = lazily<typeof Entities>('entities/decode');

/** A text with HTML's entities as what they mean (`Q&amp;A`, `U&#46;S&#46;`); a bare `&` stays. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? entities().decodeHTMLStrict(text) : text;
}

/** The same of an attribute's value, where some need no semicolon, and `&copy=1` is none. */
export function decodeInAttribute(value: string): string {
  return entities().decodeHTMLAttribute(value);
}
