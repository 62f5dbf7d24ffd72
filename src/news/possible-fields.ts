/** Which fields may have a value in a file, told by its keys: most articles have few of all that there are. */
import type { Names } from './fields.ts';

/** A file whose keys are known. */
interface WithKeys {
  readonly fields: ReadonlyMap<string, unknown>;
}

/** The fields that a key can give a value to, by keys in lower case; under an empty one those that every file has. */
type FieldsByKey = ReadonlyMap<string, readonly string[]>;

const tables = new WeakMap<Names<string>, FieldsByKey>();

function fieldsByKey(names: Names<string>): FieldsByKey {
  let table = tables.get(names) as Map<string, string[]> | undefined;
  if (table === undefined) {
    table = new Map();
    for (const [name, candidates] of Object.entries(names))
      for (const candidate of candidates) {
        const keys = 'constant' in candidate ? [''] : keysOf(candidate.key);
        for (const key of keys) table.set(key, [...(table.get(key) ?? []), name]);
      }
    tables.set(names, table);
  }
  return table;
}

/** The keys of a file that count for a path: `featured_image.url` may be one key, or a key within another. */
function keysOf(path: string): readonly string[] {
  const whole = path.toLowerCase();
  return [whole, ...(whole.includes('.') ? [whole.split('.')[0] ?? ''] : [])];
}

/** By the keys of a file: most files of a paper have the same ones. */
const possible = new WeakMap<Names<string>, Map<string, ReadonlySet<string>>>();

/** How many sets are kept before all are forgotten. */
const KEPT = 256;

/** The fields that may have a value in a file. */
export function possibleFields({ fields }: WithKeys, names: Names<string>): ReadonlySet<string> {
  let kept = possible.get(names);
  if (kept === undefined) {
    kept = new Map();
    possible.set(names, kept);
  }
  // No other keys give this text, whatever is in them.
  let keys = '';
  for (const key of fields.keys()) keys += `${key.length} ${key}`;
  let known = kept.get(keys);
  if (known === undefined) {
    if (kept.size >= KEPT) kept.clear();
    known = new Set(fieldsOf(fields.keys(), names));
    kept.set(keys, known);
  }
  return known;
}

function* fieldsOf(keys: Iterable<string>, names: Names<string>): Generator<string> {
  const table = fieldsByKey(names);
  for (const key of ['', ...keys]) yield* table.get(key.toLowerCase()) ?? [];
}
