/** Reading the fields of a front matter into values of a known kind, under any of their names. */
import { type Code, type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import { type Instant, isInstantFault, readInstant } from '../base/instant.ts';
import { recent } from '../base/recent.ts';
import { isRecord } from '../content/field.ts';
import type { FrontMatterField } from '../content/front-matter.ts';
import { textOf } from '../content/html-text.ts';
import type { Candidate, Names } from './fields.ts';
import { possibleFields } from './possible-fields.ts';
import type { Slip } from './slips.ts';

/** A field that was found. */
export interface Found {
  /** The key as it stands in the file, or as site.yaml names it. */
  readonly key: string;
  /** Plain data: text, number, boolean, list or record. */
  readonly value: unknown;
  /** A scalar as it was written; null for lists and records. */
  readonly written: string | null;
  readonly place: Where;
  /** True if the value means its opposite. */
  readonly negated: boolean;
}

/** A file whose fields can be read. */
export interface FieldSource {
  /** Relative to the site. */
  readonly path: string;
  readonly fields: ReadonlyMap<string, FrontMatterField>;
}

const YES = /^(true|yes|on|1)$/i;
const NO = /^(false|no|off|0)$/i;

/** Reads one file's fields; what is wrong with them is gathered in `diagnostics`. */
export class FieldReader<Field extends string> {
  readonly diagnostics: Diagnostic[] = [];

  /** Keys within records that look like slips of the hand. */
  readonly slips: Slip[] = [];

  /** The fields by their keys in lower case, the first of each. */
  private folded: Map<string, FrontMatterField> | null = null;

  /** The fields that may have a value: most articles have few of all that there are. */
  private readonly possible: ReadonlySet<string>;

  constructor(
    private readonly source: FieldSource,
    private readonly names: Names<Field>,
    /** The zone of local times. */
    readonly timezone: string,
  ) {
    this.possible = possibleFields(source, names);
  }

  /** The file, relative to the site. */
  get path(): string {
    return this.source.path;
  }

  /** The field under the first of its names that has a value. */
  find(name: Field): Found | null {
    if (!this.possible.has(name)) return null;
    for (const candidate of this.names[name]) {
      const found = this.candidate(candidate, name);
      if (found !== null) return found;
    }
    return null;
  }

  private candidate(candidate: Candidate, name: Field): Found | null {
    if ('constant' in candidate) {
      const text = candidate.constant;
      return { key: name, value: text, written: text, place: this.path, negated: false };
    }
    const { key, negated } = candidate;
    const whole = this.fieldOf(key);
    if (whole !== undefined && whole.value !== null) return new FoundField(whole, negated);
    if (!key.includes('.')) return null;
    const [first = '', ...rest] = key.split('.');
    const outer = this.fieldOf(first);
    if (outer === undefined) return null;
    let value: unknown = outer.value;
    for (const part of rest) value = isRecord(value) ? value[part] : undefined;
    if (value === undefined || value === null) return null;
    const written = typeof value === 'object' ? null : String(value);
    return { key, value, written, place: outer.place, negated };
  }

  /** A field by its key: as it is written, else in any letter case. `Draft: true` must not be passed over. */
  private fieldOf(key: string): FrontMatterField | undefined {
    return this.source.fields.get(key) ?? this.anyCase().get(lowerCase(key));
  }

  private anyCase(): ReadonlyMap<string, FrontMatterField> {
    if (this.folded === null) {
      this.folded = new Map();
      for (const field of this.source.fields.values()) {
        const key = lowerCase(field.key);
        if (!this.folded.has(key)) this.folded.set(key, field);
      }
    }
    return this.folded;
  }

  fault(code: Code, field: Found | null, problem: string, help: string): null {
    this.diagnostics.push(diagnostic(code, field?.place ?? this.path, problem, help));
    return null;
  }

  /** A line of text, trimmed; null if absent or empty. HTML's entities are read as what they mean, its tags left out. */
  text(name: Field): string | null {
    const field = this.find(name);
    if (field === null) return null;
    if (field.written === null)
      return this.fault(
        'article/value',
        field,
        `"${field.key}" is a ${kindOf(field.value)}, not text`,
        `Write it as one line: ${field.key}: "…".`,
      );
    return oneLine(field.written) || null;
  }

  /** A list of texts; one text counts as a list of one, or of several where `separator` parts it. */
  list(name: Field, separator?: RegExp): string[] {
    const field = this.find(name);
    if (field === null) return [];
    const written = itemsOf(field, separator);
    const items = Array.isArray(written) && written.some(isHolder) ? namesIn(written) : written;
    if (!Array.isArray(items)) {
      this.fault(
        'article/value',
        field,
        `"${field.key}" is not a list of texts`,
        `Write it as ${field.key}: [first, second].`,
      );
      return [];
    }
    const texts: string[] = [];
    for (const item of items) {
      const text = oneLine(String(item ?? ''));
      if (text !== '') texts.push(text);
    }
    return texts.length < 2 ? texts : [...new Set(texts)];
  }

  /** Yes or no; false if absent. */
  flag(name: Field): boolean {
    const field = this.find(name);
    if (field === null) return false;
    const flag = flagIn(field.written?.trim() ?? '');
    if (flag !== null) return flag !== field.negated;
    this.fault(
      'article/value',
      field,
      `"${field.key}" is neither true nor false`,
      `Write ${field.key}: true or ${field.key}: false.`,
    );
    return false;
  }

  /** A moment; null if absent or faulty. */
  instant(name: Field): Instant | null {
    const field = this.find(name);
    if (field === null) return null;
    if (field.written?.trim() === '') return null;
    if (field.written === null)
      return this.fault(
        'article/value',
        field,
        `"${field.key}" is a ${kindOf(field.value)}, not an instant`,
        `Write one: ${field.key}: 2026-11-23T09:00.`,
      );
    return this.instantIn(field, field.written.trim());
  }

  /** A moment from a text that stands in a field. */
  instantIn(field: Found, text: string): Instant | null {
    const reading = readInstant(text, this.timezone);
    if (!isInstantFault(reading)) return reading;
    return this.fault(
      reading.kind === 'local-time' ? 'article/local-time' : 'article/date',
      field,
      `"${text}" ${reading.problem}`,
      reading.help,
    );
  }
}

function isHolder(item: unknown): boolean {
  return typeof item === 'object' && item !== null;
}

/** A list with records or lists in it: of a record its name, as editors in the browser write it; of a list its items, as Hexo has them. */
function namesIn(items: readonly unknown[]): unknown[] | null {
  const names = items.flatMap((item) => {
    if (Array.isArray(item)) return item;
    return isRecord(item) ? [partOf(item, 'name') ?? partOf(item, 'label') ?? item] : [item];
  });
  return names.some(isHolder) ? null : names;
}

/** A field of the file itself, with its place when it is asked for. */
class FoundField implements Found {
  readonly key: string;
  readonly value: unknown;
  readonly written: string | null;
  readonly negated: boolean;
  private readonly field: FrontMatterField;

  constructor(field: FrontMatterField, negated: boolean) {
    this.key = field.key;
    this.value = field.value;
    this.written = field.written;
    this.negated = negated;
    this.field = field;
  }
  get place(): Where {
    return this.field.place;
  }
}

/** The keys of a paper's files are few, and always the same. */
const lowerCase = recent((key: string) => key.toLowerCase());

/** Yes or no as people and content systems write it; null if it is neither. */
export function flagIn(text: string): boolean | null {
  return YES.test(text) ? true : NO.test(text) ? false : null;
}

/** The items of a field: those of a list, or one text, or the parts of one text. */
export function itemsOf(field: Found, separator?: RegExp): unknown {
  if (field.written === null) return field.value;
  return separator === undefined ? [field.written] : field.written.split(separator);
}

/** White space that is more than one blank between words. */
const UNEVEN = /^\s|\s$|\s\s|[^\S ]/;

/** A text with one space for any stretch of white space, without HTML's tags, and with its entities decoded. */
export function oneLine(text: string): string {
  const plain = textOf(text);
  return UNEVEN.test(plain) ? plain.replace(/\s+/g, ' ').trim() : plain;
}

/** A text within a record: null if it is absent, empty, or no scalar. */
export function partOf(record: unknown, key: string): string | null {
  const value = isRecord(record) ? record[key] : undefined;
  if (value === undefined || value === null || typeof value === 'object') return null;
  return oneLine(String(value)) || null;
}

/** What a value is, for messages. */
function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : isRecord(value) ? 'record' : typeof value;
}
