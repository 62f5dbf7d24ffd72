/** What front matter is, whichever language it is written in: fields that know where they stand. */

/** A key with its value. Offsets count UTF-16 units from the start of the parsed text. */
export interface Field {
  readonly key: string;
  /** Plain data: text, number, boolean, null, list or record. */
  readonly value: unknown;
  /** A scalar as it was written, so that `11.10` and `007` lose nothing; null for lists and records. */
  readonly written: string | null;
  readonly keyOffset: number;
  readonly keyLength: number;
  /** Where the value stands; the key where there is no value. */
  readonly offset: number;
  readonly length: number;
}

/** True for data that has parts by their names, and is no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a message names it. String tells nothing of a record, and fails where a part is called `toString`. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join();
  if (!isRecord(value)) return String(value);
  const parts = Object.entries(value).map(([part, one]) => `${part}: ${shown(one)}`);
  return `{${parts.join(', ')}}`;
}

/** Why a text cannot be used. */
export interface Fault {
  readonly offset: number;
  readonly problem: string;
  readonly help: string;
}

/** The fields in order, repeated keys included; or the first fault. */
export type Reading = readonly Field[] | Fault;

/** True if a reading failed. */
export function isFault(reading: Reading): reading is Fault {
  return 'problem' in reading;
}

/** No newsroom needs more; what comes after may count on it when it goes through the data. */
const LEVELS = 100;

/** True for lists and records within one another beyond any use. */
export function isTooDeep(data: unknown, levels = LEVELS): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return levels === 0 || Object.values(data).some((item) => isTooDeep(item, levels - 1));
}

/** The fault of data for which `isTooDeep` is true. */
export const TOO_DEEP: Fault = {
  offset: 0,
  problem: `lists and records stand within one another more than ${LEVELS} deep`,
  help: 'Write them less deep.',
};

/**
 * The fields with whole characters only. A file is UTF-8 and has no others, but an escape such as `"\ud800"` can
 * write half of one, of which no address can be made (RFC 3986, 2.5). Places stay: they are those of the file.
 */
export function wellFormed(fields: readonly Field[]): readonly Field[] {
  return fields.map((field) => ({
    ...field,
    key: wholeText(field.key),
    value: wholeTexts(field.value),
    written: field.written === null ? null : wholeText(field.written),
  }));
}

/** A text with U+FFFD in the place of each half of a character (lone surrogates; Unicode 16, 3.9). */
export function wholeText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function wholeTexts(data: unknown): unknown {
  if (typeof data === 'string') return wholeText(data);
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(wholeTexts);
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [wholeText(key), wholeTexts(value)]),
  );
}
