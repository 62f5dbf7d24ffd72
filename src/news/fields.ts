/**
 * The keys of the front matter: the one table from which the reader, the JSON Schema for editors
 * and docs/front-matter.md are made.
 */
import type { Code } from '../base/diagnostic.ts';

/** What the values of a kind are in words, and the errors that a wrong one gives. */
export const FIELD_KINDS = {
  text: { value: 'text', errors: ['article/value'] },
  instant: { value: 'instant', errors: ['article/date', 'article/local-time', 'article/value'] },
  flag: { value: '`true` or `false`', errors: ['article/value'] },
  list: { value: 'list or text', errors: ['article/value'] },
  digit: { value: '0 to 9', errors: ['article/value'] },
  image: { value: 'address or record', errors: ['article/value'] },
  flash: {
    value: '`true`, `false` or instant',
    errors: ['article/date', 'article/local-time', 'article/value'],
  },
  authors: { value: 'list, text or record', errors: ['article/value'] },
  corrections: {
    value: 'list of `date` and `text`',
    errors: ['article/date', 'article/local-time', 'article/order', 'article/value'],
  },
  address: { value: 'address', errors: ['article/permalink', 'article/value'] },
  addresses: { value: 'list of addresses', errors: ['article/permalink', 'article/address'] },
  url: { value: 'full address', errors: ['article/value'] },
  language: { value: 'BCP 47', errors: ['article/value'] },
} as const satisfies Record<string, { value: string; errors: readonly Code[] }>;

/** What a key's value is. src/schema.ts says it in JSON Schema, news/reader reads it. */
export type FieldKind = keyof typeof FIELD_KINDS;

/** One key of the front matter. */
export interface FieldSpec {
  readonly kind: FieldKind;
  /** Other names that are read without any setting: those of other generators. */
  readonly also: readonly string[];
  /** What it says, in one line. */
  readonly about: string;
  /** What holds without it, in a few words. */
  readonly without: string;
  /** A value as it is written in YAML. */
  readonly example: string;
  /** Errors that it can give beside those of its kind. */
  readonly errors?: readonly Code[];
}

/** Every key that Gazeta reads, in the order of the documentation. */
export const FIELDS = {
  title: {
    kind: 'text',
    also: [],
    about: 'the headline',
    without: 'an error',
    example: '"KFOR: more troops on the border"',
    errors: ['article/title'],
  },
  date: {
    kind: 'instant',
    also: [],
    about: 'when the article was written; the date that is shown, unless there is `publish`',
    without: 'the day in the name of the file or its folders; else `publish`; else an error',
    example: '2026-11-23T09:00',
    errors: ['article/date-missing', 'front-matter/duplicate-key'],
  },
  publish: {
    kind: 'instant',
    also: ['publishDate'],
    about: 'readers see the article from then on (an embargo); then this is the date that is shown',
    without: '`date`',
    example: '2026-11-24T06:00',
    errors: ['front-matter/duplicate-key'],
  },
  expires: {
    kind: 'instant',
    also: ['expiryDate'],
    about: 'from then on the article is gone',
    without: 'it stays',
    example: '2026-12-31',
    errors: ['article/order', 'front-matter/duplicate-key'],
  },
  updated: {
    kind: 'instant',
    also: ['lastmod'],
    about: 'shown beside the date; never moves the article up',
    without: 'the last of `corrections`, else nothing',
    example: '2026-11-23T14:30',
    errors: ['article/order'],
  },
  section: {
    kind: 'list',
    also: ['category', 'categories'],
    about: 'the section, the first of a list; a part of it follows a slash',
    without: 'no section',
    example: 'Rajoni / Kosova',
    errors: ['article/section'],
  },
  tags: {
    kind: 'list',
    also: [],
    about: 'what the article is about: a list, or texts with commas between',
    without: 'none',
    example: '[flash-news, KFOR]',
  },
  authors: {
    kind: 'authors',
    also: ['author'],
    about: 'names, or names of files in `authors/`',
    without: 'none',
    example: '[newsroom, Agence France-Presse]',
  },
  summary: {
    kind: 'text',
    also: ['description', 'excerpt'],
    about: 'one or two sentences, above the text and in lists',
    without: 'lists show the beginning of the text',
    example: 'Two more battalions go to the north.',
  },
  kicker: {
    kind: 'text',
    also: [],
    about: 'a few words above the headline',
    without: 'none',
    example: 'Analysis',
  },
  image: {
    kind: 'image',
    also: [],
    about: 'the lead picture: an address, or `src`, `alt`, `caption`, `credit`, `focus`',
    without: 'no picture',
    example: '{src: /images/bridge.jpg, alt: The bridge at night, focus: 50% 30%}',
  },
  location: {
    kind: 'text',
    also: [],
    about: 'where it was reported from',
    without: 'none',
    example: 'Mitrovica',
  },
  lang: {
    kind: 'language',
    also: [],
    about: 'the language, as in BCP 47',
    without: "the one that the file's place names, else the paper's",
    example: 'sq',
  },
  translations: {
    kind: 'text',
    also: [],
    about: 'a key that the versions of one article in several languages share',
    without: 'files whose places match',
    example: 'visa-free-2024',
    errors: ['article/translations'],
  },
  slug: {
    kind: 'text',
    also: [],
    about: "the article's part of its address",
    without: "the file's name",
    example: 'kfor-border',
    errors: ['article/permalink', 'article/address', 'front-matter/duplicate-key'],
  },
  permalink: {
    kind: 'address',
    also: [],
    about: 'the whole address within the site',
    without: "the paper's pattern",
    example: '/special/kfor/',
    errors: ['article/address', 'front-matter/duplicate-key'],
  },
  aliases: {
    kind: 'addresses',
    also: [],
    about: 'former addresses, or former slugs; they lead to the article',
    without: 'none',
    example: '[/old/place/, former-slug]',
  },
  canonical: {
    kind: 'url',
    also: [],
    about: 'the full address of the original, where the article was published first',
    without: 'its own address',
    example: 'https://agency.example/story',
  },
  draft: {
    kind: 'flag',
    also: [],
    about: 'not published; its errors are not reported',
    without: '`false`',
    example: 'true',
    errors: ['front-matter/duplicate-key'],
  },
  withdrawn: {
    kind: 'flag',
    also: [],
    about: 'taken out for good; its address says so',
    without: '`false`',
    example: 'true',
  },
  flash: {
    kind: 'flash',
    also: [],
    about: '`true`, `false` (never in the strip), or the instant at which it leaves the strip',
    without: 'as the tag says',
    example: '2023-09-27T08:00',
  },
  replaces: {
    kind: 'text',
    also: [],
    about: 'the slug, file or address of the flash item whose place in the strip it takes',
    without: 'both stay in the strip',
    example: 'kfor-first-report',
    errors: ['article/replaces'],
  },
  priority: {
    kind: 'digit',
    also: [],
    about: 'from 0 to 9; the highest leads the front and the strip',
    without: '`0`',
    example: '5',
  },
  corrections: {
    kind: 'corrections',
    also: [],
    about: 'what was wrong and what is right, each with its day',
    without: 'none',
    example: '[{date: 2026-11-24, text: "The troops were 600, not 6,000."}]',
  },
  series: {
    kind: 'text',
    also: [],
    about: 'the name of the series of which it is a part',
    without: 'none',
    example: 'The road to Schengen',
  },
  related: {
    kind: 'list',
    also: [],
    about: 'slugs, files or addresses of articles on the same subject',
    without: 'older articles that share its tags',
    example: '[kfor-first-report, ../politika/2023-09-25-council.md]',
    errors: ['article/related'],
  },
} as const satisfies Record<string, FieldSpec>;

/** A field of an article that Gazeta reads. */
export type FieldName = keyof typeof FIELDS;

/** One way to find a field's value. */
export type Candidate =
  /** A key; `featured_image.url` is a key within a key. `negated` turns `published` into its opposite. */
  | { readonly key: string; readonly negated: boolean }
  /** The same value for every article. */
  | { readonly constant: string };

/** For each field the ways to find it, the first that gives a value counting. */
export type Names<Field extends string> = Readonly<Record<Field, readonly Candidate[]>>;

/** What belongs to the lead picture and may stand beside it, where site.yaml says so: `image_alt`, `photo_credit`. */
export const IMAGE_PARTS = ['image.alt', 'image.caption', 'image.credit'] as const;

/** A field, or a part of one, whose keys site.yaml can name. */
export type MappedName = FieldName | (typeof IMAGE_PARTS)[number];

/** The names of an article's fields. */
export type FieldNames = Names<MappedName>;

/** Keys as candidates. */
export function keys(...names: readonly string[]): readonly Candidate[] {
  return names.map((key) => ({ key, negated: false }));
}

/** The names that are read without any setting. */
export const FIELD_NAMES: FieldNames = Object.fromEntries([
  ...Object.entries(FIELDS).map(([name, { also }]) => [name, keys(name, ...also)]),
  ...IMAGE_PARTS.map((part) => [part, keys()]),
]) as Record<MappedName, readonly Candidate[]>;
