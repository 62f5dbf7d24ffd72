/** Reading the fields of a front matter into values of a known kind, under any of their names. */
import { type Code, type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Instant, isInstantFault, readInstant } from '../base/instant.ts';
import type { Document } from '../content/document.ts';
import type { FrontMatterField } from '../content/front-matter.ts';

/** One name under which a field may stand; `!published` means the opposite of `published`. */
export interface Candidate {
  readonly key: string;
  readonly negated: boolean;
}

/** For each field the names it may have, the first that is there counting. */
export type FieldNames = Readonly<Record<FieldName, readonly Candidate[]>>;

const names = (...keys: string[]): readonly Candidate[] =>
  keys.map((key) => ({ key, negated: false }));

/** The names that are read without any setting: our own, and those of other generators. */
export const FIELD_NAMES = {
  title: names('title'),
  date: names('date'),
  publish: names('publish', 'publishDate'),
  expires: names('expires', 'expiryDate'),
  updated: names('updated', 'lastmod'),
  section: names('section', 'category', 'categories'),
  tags: names('tags'),
  authors: names('authors', 'author'),
  summary: names('summary', 'description', 'excerpt'),
  kicker: names('kicker'),
  image: names('image'),
  slug: names('slug'),
  permalink: names('permalink'),
  lang: names('lang'),
  draft: names('draft'),
  withdrawn: names('withdrawn'),
  flash: names('flash'),
} as const satisfies Record<string, readonly Candidate[]>;

/** A field of an article that Gazeta reads. */
export type FieldName = keyof typeof FIELD_NAMES;

/** A lead picture as the author gave it. */
export interface ImageField {
  readonly src: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

const YES = /^(true|yes|on)$/i;
const NO = /^(false|no|off)$/i;

/** Reads one document's fields; what is wrong with them is gathered in `diagnostics`. */
export class FieldReader {
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly document: Document,
    private readonly fieldNames: FieldNames,
    /** The zone of local times. */
    readonly timezone: string,
  ) {}

  /** The article's file, relative to the site. */
  get path(): string {
    return this.document.path;
  }

  /** The field under the first of its names that has a value. */
  find(name: FieldName): (FrontMatterField & { negated: boolean }) | null {
    for (const { key, negated } of this.fieldNames[name]) {
      const field = this.document.fields.get(key);
      if (field !== undefined && field.value !== null) return { ...field, negated };
    }
    return null;
  }

  fault(code: Code, field: FrontMatterField, problem: string, help: string): null {
    this.diagnostics.push(diagnostic(code, field.place, problem, help));
    return null;
  }

  /** A line of text, trimmed; null if absent or empty. */
  text(name: FieldName): string | null {
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
  list(name: FieldName, separator?: RegExp): string[] {
    const field = this.find(name);
    if (field === null) return [];
    const items =
      field.written !== null
        ? separator === undefined
          ? [field.written]
          : field.written.split(separator)
        : field.value;
    if (!Array.isArray(items) || items.some((item) => typeof item === 'object' && item !== null)) {
      this.fault(
        'article/value',
        field,
        `"${field.key}" is not a list of texts`,
        `Write it as ${field.key}: [first, second].`,
      );
      return [];
    }
    const texts = items.map((item) => oneLine(String(item ?? ''))).filter((item) => item !== '');
    return [...new Set(texts)];
  }

  /** Yes or no; false if absent. */
  flag(name: FieldName): boolean {
    const field = this.find(name);
    if (field === null) return false;
    const text = field.written?.trim() ?? '';
    if (YES.test(text)) return !field.negated;
    if (NO.test(text)) return field.negated;
    this.fault(
      'article/value',
      field,
      `"${field.key}" is neither true nor false`,
      `Write ${field.key}: true or ${field.key}: false.`,
    );
    return false;
  }

  /** A moment; null if absent or faulty. */
  instant(name: FieldName): Instant | null {
    const field = this.find(name);
    if (field === null) return null;
    const written = field.written?.trim();
    if (written === '') return null;
    if (written === undefined)
      return this.fault(
        'article/value',
        field,
        `"${field.key}" is a ${kindOf(field.value)}, not an instant`,
        `Write one: ${field.key}: 2026-11-23T09:00.`,
      );
    const reading = readInstant(written, this.timezone);
    if (!isInstantFault(reading)) return reading;
    return this.fault(
      reading.kind === 'local-time' ? 'article/local-time' : 'article/date',
      field,
      `"${written}" ${reading.problem}`,
      reading.help,
    );
  }

  /** The lead picture: its address alone, or a record of src, alt, caption and credit. */
  image(): ImageField | null {
    const field = this.find('image');
    if (field === null) return null;
    const record = field.written !== null ? { src: field.written } : field.value;
    const part = (key: string): string | null => {
      const value = isRecord(record) ? record[key] : undefined;
      return value === undefined || value === null || typeof value === 'object'
        ? null
        : oneLine(String(value)) || null;
    };
    const src = part('src');
    if (src === null) {
      if (field.written !== null) return null;
      return this.fault(
        'article/value',
        field,
        `"${field.key}" names no file`,
        'Write the address of the picture: image: /images/bridge.jpg, or image: {src: /images/bridge.jpg, alt: What it shows}.',
      );
    }
    return { src, alt: part('alt') ?? '', caption: part('caption'), credit: part('credit') };
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : isRecord(value) ? 'record' : typeof value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
