/** An article of the register: its numbers from the columns, all else from the store when it is asked for. */
import type { Instant } from '../base/instant.ts';
import { isEmpty } from '../base/is-empty.ts';
import type { Address } from '../base/paths.ts';
import type { Reference } from '../content/document.ts';
import { type Mark, mixInto } from '../memo/mark.ts';
import type { Article, ArticleFields, Series } from './article.ts';
import type { Correction } from './correction.ts';
import type { Entry } from './entry.ts';
import type { Flash } from './flash.ts';
import type { ImageField } from './image.ts';
import type { Locale, Locales } from './locale.ts';
import type { Byline } from './person.ts';
import { FLAGS, type RegisterColumns } from './register-columns.ts';
import type { Section } from './section.ts';

/** What many articles have in common, by numbers; the first of those that may be absent stands for that. */
export interface RegisterNames {
  readonly sections: readonly (Section | null)[];
  readonly series: readonly (Series | null)[];
  readonly bylines: readonly Byline[];
  readonly tags: readonly string[];
  readonly languages: readonly string[];
}

/** An entry as it lies in the store: without what columns and names tell, and without what is empty. */
export interface StoredEntry {
  readonly path: string;
  readonly article?: StoredFields | undefined;
  readonly leftOut?: Entry['leftOut'] | undefined;
  readonly diagnostics?: Entry['diagnostics'] | undefined;
  readonly slips?: Entry['slips'] | undefined;
}

/** The fields of an article that are in no column; those that may be absent only where they are there. */
export type StoredFields = Pick<ArticleFields, 'address' | 'slug' | 'title'> & {
  readonly [Name in (typeof OPTIONAL)[number]]?: NonNullable<ArticleFields[Name]> | undefined;
} & {
  /** `Flash.given`. */
  readonly flashUntil?: Instant | undefined;
};

const OPTIONAL = [
  'dayOnly',
  'modified',
  'summary',
  'standfirst',
  'kicker',
  'location',
  'replaces',
  'image',
  'translations',
  'related',
  'corrections',
  'canonical',
  'aliases',
  'references',
  'extra',
] as const satisfies readonly (keyof ArticleFields)[];

/** An entry as it is stored, in JSON; `fields` is that of `storedFields`. */
export function storedEntry(path: string, fields: string | null, entry: Entry): string {
  const { leftOut, diagnostics, slips } = entry;
  const more: Omit<StoredEntry, 'article'> = {
    path,
    leftOut: leftOut ?? undefined,
    diagnostics: some(diagnostics),
    slips: some(slips),
  };
  const rest = JSON.stringify(more);
  return fields === null ? rest : `${rest.slice(0, -1)},"article":${fields}}`;
}

/** What is stored of an article. */
export function storedFields(article: ArticleFields): StoredFields {
  const { standfirst, extra } = article;
  return {
    address: article.address,
    slug: article.slug,
    title: article.title,
    dayOnly: article.dayOnly || undefined,
    modified: article.modified ?? undefined,
    standfirst: standfirst ?? undefined,
    // Where there is a standfirst, it is the summary.
    summary: standfirst === null ? article.summary || undefined : undefined,
    kicker: article.kicker ?? undefined,
    location: article.location ?? undefined,
    replaces: article.replaces ?? undefined,
    image: article.image ?? undefined,
    translations: article.translations ?? undefined,
    related: article.related ?? undefined,
    corrections: some(article.corrections),
    canonical: article.canonical ?? undefined,
    aliases: some(article.aliases),
    references: some(article.references),
    extra: isEmpty(extra) ? undefined : extra,
    flashUntil: article.flash.given ?? undefined,
  };
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** What is known of all articles as numbers: `columns.tags[article.row]`. A pass over all of them reads these. */
export interface RegisteredNumbers {
  readonly columns: RegisterColumns;
  readonly names: RegisterNames;
}

/** Where articles are kept: a row for each file (news/register). */
export interface RegisteredRows extends RegisteredNumbers {
  readonly locales: Locales;
  /** What lies in the store of a row. */
  entry(row: number): StoredEntry;
}

const NONE: readonly never[] = [];
const NOTHING: Readonly<Record<string, unknown>> = {};
const NO_FLASH: Flash = { kicker: false, until: null, given: null };
/** Flash news that is never in the strip. */
const OVER: Flash = { kicker: true, until: null, given: null };

/** Flash news whose entry is read for what few ask. */
class RegisteredFlash implements Flash {
  readonly kicker = true;
  readonly until: Instant;
  private readonly read: () => Instant | null;

  constructor(until: Instant, read: () => Instant | null) {
    this.until = until;
    this.read = read;
  }

  get given(): Instant | null {
    return this.read();
  }
}

/** `Article` says what each is. */
export class RegisteredArticle implements Article {
  readonly row: number;
  private readonly register: RegisteredRows;

  constructor(register: RegisteredRows, row: number) {
    this.register = register;
    this.row = row;
  }

  private has(flag: number): boolean {
    return ((this.register.columns.flags[this.row] as number) & flag) !== 0;
  }
  private get stored(): StoredFields {
    return this.register.entry(this.row).article as StoredFields;
  }

  get path(): string {
    return this.register.entry(this.row).path;
  }
  get published(): Instant {
    return this.register.columns.published[this.row] as Instant;
  }
  get expires(): Instant | null {
    const expires = this.register.columns.expires[this.row] as Instant;
    return expires === Number.POSITIVE_INFINITY ? null : expires;
  }
  get day(): number {
    return this.register.columns.day[this.row] as number;
  }
  get priority(): number {
    return this.register.columns.priority[this.row] as number;
  }
  get status(): Article['status'] {
    if (this.has(FLAGS.draft)) return 'draft';
    return this.has(FLAGS.withdrawn) ? 'withdrawn' : 'published';
  }
  get section(): Section | null {
    return this.register.names.sections[this.register.columns.section[this.row] as number] ?? null;
  }
  get series(): Series | null {
    return this.register.names.series[this.register.columns.series[this.row] as number] ?? null;
  }
  get locale(): Locale {
    return (
      this.register.locales[this.register.columns.locale[this.row] as number] ??
      this.register.locales[0]
    );
  }
  get language(): string {
    return this.register.names.languages[this.register.columns.language[this.row] as number] ?? '';
  }
  get authors(): readonly Byline[] {
    const { columns, names } = this.register;
    const from = columns.from[this.row] as number;
    return named(columns, names.bylines, from, columns.authors[this.row] as number);
  }
  get tags(): readonly string[] {
    const { columns, names } = this.register;
    const from = (columns.from[this.row] as number) + (columns.authors[this.row] as number);
    return named(columns, names.tags, from, columns.tags[this.row] as number);
  }
  get refers(): boolean {
    return this.has(FLAGS.refers);
  }
  get flash(): Flash {
    const kicker = this.has(FLAGS.kicker);
    const until = this.register.columns.flashUntil[this.row] as Instant;
    if (!kicker || Number.isNaN(until)) return kicker ? OVER : NO_FLASH;
    return new RegisteredFlash(until, () => this.stored.flashUntil ?? null);
  }
  get canonical(): string | null {
    return this.has(FLAGS.foreign) ? (this.stored.canonical ?? null) : null;
  }
  get replaces(): string | null {
    return this.has(FLAGS.replaces) ? (this.stored.replaces ?? null) : null;
  }
  get related(): readonly string[] | null {
    return this.has(FLAGS.related) ? (this.stored.related ?? null) : null;
  }
  get corrections(): readonly Correction[] {
    return this.has(FLAGS.corrected) ? (this.stored.corrections ?? NONE) : NONE;
  }
  get hasAliases(): boolean {
    return this.has(FLAGS.aliases);
  }
  get aliases(): readonly Address[] {
    return this.has(FLAGS.aliases) ? (this.stored.aliases ?? NONE) : NONE;
  }
  get references(): readonly Reference[] {
    return this.refers ? (this.stored.references ?? NONE) : NONE;
  }
  get image(): ImageField | null {
    return this.stored.image ?? null;
  }
  get address(): Address {
    return this.stored.address;
  }
  get slug(): string {
    return this.stored.slug;
  }
  get title(): string {
    return this.stored.title;
  }
  get changed(): Instant {
    return this.register.columns.modified[this.row] as Instant;
  }
  get dayOnly(): boolean {
    return this.stored.dayOnly ?? false;
  }
  get modified(): Instant | null {
    return this.stored.modified ?? null;
  }
  get summary(): string {
    const { standfirst, summary = '' } = this.stored;
    return standfirst ?? summary;
  }
  get standfirst(): string | null {
    return this.stored.standfirst ?? null;
  }
  get kicker(): string | null {
    return this.stored.kicker ?? null;
  }
  get location(): string | null {
    return this.stored.location ?? null;
  }
  get translations(): string | null {
    return this.stored.translations ?? null;
  }
  get extra(): Readonly<Record<string, unknown>> {
    return this.stored.extra ?? NOTHING;
  }

  get mayBeLater(): boolean {
    return this.has(FLAGS.later);
  }

  get pathMark(): Mark {
    return this.register.columns.path[this.row] as Mark;
  }
  get fileMark(): Mark {
    return this.register.columns.content[this.row] as Mark;
  }
  get contentMark(): Mark {
    const { content, fields } = this.register.columns;
    return mixInto(content[this.row] as Mark, fields[this.row] as Mark);
  }
  get addressMark(): Mark {
    return this.register.columns.address[this.row] as Mark;
  }
  get headlineMark(): Mark {
    return this.register.columns.headline[this.row] as Mark;
  }
  get cardMark(): Mark {
    return this.register.columns.card[this.row] as Mark;
  }
  get imageMark(): Mark {
    return this.register.columns.image[this.row] as Mark;
  }
  get placeMark(): Mark {
    return this.register.columns.place[this.row] as Mark;
  }
  get translationMark(): Mark {
    return this.register.columns.translation[this.row] as Mark;
  }
}

function named<T>(
  { lists }: RegisterColumns,
  names: readonly T[],
  from: number,
  count: number,
): readonly T[] {
  if (count === 0) return NONE;
  const found: T[] = [];
  for (let at = from; at < from + count; at++) found.push(names[lists[at] as number] as T);
  return found;
}
