/** Keys within records, and in the files of authors, that look like a slip of the hand. */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import { suggest } from '../base/suggest.ts';
import type { Document } from '../content/document.ts';

/** A misspelled key, and what is said of it where it first stands. */
export interface Slip {
  readonly key: string;
  readonly diagnostic: Diagnostic;
}

/** Keys that are none of those known and near to one of them that is not there, each with that one. */
function slipsAmong(
  keys: readonly string[],
  known: readonly string[],
): { key: string; meant: string }[] {
  return keys.flatMap((key) => {
    if (known.includes(key)) return [];
    const meant = suggest(key, known);
    return meant === null || keys.includes(meant) ? [] : [{ key, meant }];
  });
}

/** Those of the file of an author; any letter case is read. */
export function slipsInFile({ fields }: Document, known: readonly string[]): Diagnostic[] {
  const all = [...fields.values()];
  const slips = slipsAmong(
    all.map(({ key }) => key.toLowerCase()),
    known,
  );
  return slips.flatMap(({ key, meant }) =>
    all
      .filter((field) => field.key.toLowerCase() === key)
      .map((field) =>
        diagnostic(
          'front-matter/unknown-key',
          field.keyPlace,
          `"${field.key}" is not a key that Gazeta reads of an author`,
          `Did you mean "${meant}"?`,
        ),
      ),
  );
}

/** Those of a record that stands at a place under a name. */
export function slipsInRecord(
  name: string,
  where: Where,
  record: Readonly<Record<string, unknown>>,
  known: readonly string[],
): Slip[] {
  return slipsAmong(Object.keys(record), known).map(({ key, meant }) => ({
    key: `${name}.${key}`,
    diagnostic: diagnostic(
      'front-matter/unknown-key',
      keyWithin(where, key),
      `"${key}" of "${name}" is not a key that Gazeta reads`,
      `Did you mean "${meant}"? Further uses of "${key}" are not reported.`,
    ),
  }));
}

/** Where a key stands in the line in which its record begins; that record, if it is not there. */
function keyWithin(where: Where, key: string): Where {
  if (typeof where === 'string') return where;
  const { text, column } = where;
  for (let at = text.indexOf(key, column - 1); at >= 0; at = text.indexOf(key, at + 1))
    if (/[{,\s"']/.test(text[at - 1] ?? ' ') && /^["']?\s*[:=]/.test(text.slice(at + key.length)))
      return { ...where, column: at + 1, length: key.length };
  return where;
}
