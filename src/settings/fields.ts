/** `fields:` of site.yaml: under which keys the files of this paper have what Gazeta reads. */
import type { Field } from '../content/field.ts';
import { type Candidate, FIELD_NAMES, type FieldNames } from '../news/fields.ts';
import { each, expected, readParts } from './parts.ts';
import type { Fault } from './values.ts';

/** Reads the mapping; a field that it does not name keeps its names. */
export function readFieldNames(field: Field, fault: Fault): FieldNames {
  const read = readParts(
    field,
    fault,
    each(
      FIELD_NAMES,
      (value) =>
        readCandidates(value) ?? expected('a name or a list of names, such as [summary, deck]'),
    ),
  );
  return { ...FIELD_NAMES, ...read };
}

/** A key, `!key` for its opposite, `outer.inner`, `"=a constant"`, or a list of these; an empty list is never read. */
function readCandidates(value: unknown): readonly Candidate[] | null {
  const candidates = (Array.isArray(value) ? value : [value]).map((text): Candidate | null => {
    if (typeof text !== 'string' || !/^[!=]?\S/.test(text)) return null;
    if (text.startsWith('=')) return { constant: text.slice(1).trim() };
    return { key: text.replace(/^!/, ''), negated: text.startsWith('!') };
  });
  return candidates.every((one) => one !== null) ? candidates : null;
}
