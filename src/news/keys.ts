/** Keys of the front matter that Gazeta does not read: kept for templates, and asked about if misspelled. */
import { type Diagnostic, diagnostic, type Place } from '../base/diagnostic.ts';
import { suggest } from '../base/suggest.ts';
import type { Document } from '../content/document.ts';
import type { FrontMatterField } from '../content/front-matter.ts';
import type { FieldName, FieldNames } from './fields.ts';
import { flagIn } from './reader.ts';

/** What decides whether readers see an article: `drfat: true` or `published: false` must not publish it. */
const SAFETY: readonly FieldName[] = ['draft', 'withdrawn', 'publish', 'expires'];

/** Other words for a field, without hyphens, blanks and underscores: those of newsrooms and of other systems. */
const OTHER_WORDS: ReadonlyMap<string, FieldName> = new Map(
  Object.entries({
    publish:
      'embargo embargoed embargountil embargodate embargoeduntil scheduled scheduledfor scheduledat publishat publishon publishfrom publishtime publicationdate pubdate golive visiblefrom',
    expires:
      'expire expiry expiration expirationdate expireson expiresat unpublish unpublishdate unpublishat unpublishon validuntil visibleuntil',
    draft: 'hidden private unlisted unpublished',
    lang: 'language locale gjuha',
  } satisfies Partial<Record<FieldName, string>>).flatMap(([field, words]) =>
    words.split(' ').map((word): [string, FieldName] => [word, field as FieldName]),
  ),
);

/** Where other systems say whether readers see an article, and what they say of one that is not to be seen. */
const STATES: ReadonlySet<string> = new Set(['status', 'poststatus', 'visibility']);
const UNSEEN =
  /^(?:draft|pending|private|hidden|future|scheduled|embargo(?:ed)?|unpublished|(?:in )?review|trash|archived?|withdrawn|inactive|offline|skic[eë])$/i;

/** The field that a key means, in other words. */
function otherWord({ key, value, written }: FrontMatterField): FieldName | null {
  const word = key.toLowerCase().replace(/[-_ ]/g, '');
  if (STATES.has(word))
    return typeof value === 'string' && UNSEEN.test(value.trim()) ? 'draft' : null;
  // `embargo: no` says that there is none.
  return flagIn(written?.trim() ?? '') === false ? null : (OTHER_WORDS.get(word) ?? null);
}

/** The key under which a paper reads a field; null if the document says it already, under whatever name. */
function keyFor(
  field: FieldName | null,
  fieldNames: FieldNames,
  { fields }: Document,
): string | null {
  if (field === null) return null;
  const keys = fieldNames[field].flatMap((one) => ('key' in one ? [one.key] : []));
  const folded = new Set(keys.map((key) => key.toLowerCase()));
  const isSaid = [...fields.keys()].some((key) => folded.has(key.toLowerCase()));
  return isSaid ? null : (keys[0] ?? null);
}

/** The keys that a paper reads. Those to compare with are in lower case, since any case is read. */
interface KnownKeys {
  readonly names: readonly string[];
  readonly safety: readonly string[];
  readonly whole: ReadonlySet<string>;
  /** The first parts of paths: of `featured_image.url` the key `featured_image`. */
  readonly outer: ReadonlySet<string>;
}

/**
 * The keys of an article that look like a slip of the hand, with the name that was meant: an error
 * where it could publish what should not be, else a warning.
 */
export function misspelledKeys(
  document: Document,
  fieldNames: FieldNames,
): { key: string; diagnostic: Diagnostic }[] {
  const { names, safety, whole, outer } = knownKeys(fieldNames);
  const found = [];
  for (const field of document.fields.values()) {
    const { key } = field;
    if (whole.has(key)) continue;
    const folded = key.toLowerCase();
    if (whole.has(folded) || outer.has(folded)) continue;
    const other = keyFor(otherWord(field), fieldNames, document);
    const unsafe = suggest(key, safety) ?? safety.find((one) => one === other) ?? null;
    if (unsafe !== null && !document.fields.has(unsafe)) {
      found.push({ key, diagnostic: unsafeKey(key, unsafe, field.keyPlace) });
      continue;
    }
    const meant = suggest(key, names) ?? other;
    if (meant === null || document.fields.has(meant)) continue;
    found.push({
      key,
      diagnostic: diagnostic(
        'front-matter/unknown-key',
        field.keyPlace,
        `"${key}" is not a key that Gazeta reads`,
        `Did you mean "${meant}"? Further uses of "${key}" are not reported.`,
      ),
    });
  }
  return found;
}

function unsafeKey(key: string, meant: string, place: Place): Diagnostic {
  return diagnostic(
    'front-matter/misspelled-key',
    place,
    `"${key}" is not read; "${meant}" is, and decides when readers see the article`,
    `Write ${meant}:. If all files of this paper have a key "${key}", say in site.yaml, under fields:, what it means; published: false is draft: [draft, "!published"].`,
  );
}

const NOTHING: Readonly<Record<string, unknown>> = {};

/** The fields that Gazeta does not read, for templates. */
export function extraOf(
  document: Document,
  fieldNames: FieldNames,
): Readonly<Record<string, unknown>> {
  const { whole } = knownKeys(fieldNames);
  let extra: [string, unknown][] | null = null;
  for (const { key, value } of document.fields.values()) {
    if (whole.has(key) || whole.has(key.toLowerCase())) continue;
    extra ??= [];
    extra.push([key, value]);
  }
  return extra === null ? NOTHING : Object.fromEntries(extra);
}

const keySets = new WeakMap<FieldNames, KnownKeys>();

function knownKeys(fieldNames: FieldNames): KnownKeys {
  let known = keySets.get(fieldNames);
  if (known === undefined) {
    const keysOf = (fields: readonly FieldName[]) =>
      fields
        .flatMap((field) => fieldNames[field])
        .flatMap((one) => ('key' in one ? [one.key] : []));
    const names = [...new Set(keysOf(Object.keys(fieldNames) as FieldName[]))];
    known = {
      names,
      safety: keysOf(SAFETY),
      whole: new Set(names.map((name) => name.toLowerCase())),
      outer: new Set(names.map((name) => name.split('.')[0]?.toLowerCase() ?? '')),
    };
    keySets.set(fieldNames, known);
  }
  return known;
}
