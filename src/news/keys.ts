/** Keys of the front matter that Gazeta does not read: kept for templates, and asked about if misspelled. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { suggest } from '../base/suggest.ts';
import type { Document } from '../content/document.ts';
import type { FieldNames } from './fields.ts';

/** The keys of an article that look like a slip of the hand, with the name that was meant. */
export function misspelledKeys(
  document: Document,
  fieldNames: FieldNames,
): { key: string; diagnostic: Diagnostic }[] {
  const known = knownKeys(fieldNames);
  const found = [];
  for (const { key, place } of document.fields.values()) {
    if (known.has(key)) continue;
    const meant = suggest(key, known);
    if (meant === null || document.fields.has(meant)) continue;
    found.push({
      key,
      diagnostic: diagnostic(
        'front-matter/unknown-key',
        place,
        `"${key}" is not a key that Gazeta reads`,
        `Did you mean "${meant}"? Further uses of "${key}" are not reported.`,
      ),
    });
  }
  return found;
}

const keySets = new WeakMap<FieldNames, ReadonlySet<string>>();

function knownKeys(fieldNames: FieldNames): ReadonlySet<string> {
  let keys = keySets.get(fieldNames);
  if (keys === undefined) {
    keys = new Set(Object.values(fieldNames).flatMap((list) => list.map(({ key }) => key)));
    keySets.set(fieldNames, keys);
  }
  return keys;
}

/** The fields that Gazeta does not read, for templates. */
export function extraOf(document: Document, fieldNames: FieldNames): Record<string, unknown> {
  const known = knownKeys(fieldNames);
  const fields = [...document.fields.values()].filter(({ key }) => !known.has(key));
  return Object.fromEntries(fields.map(({ key, value }) => [key, value]));
}
