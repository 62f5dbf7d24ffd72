/** Document to news: the border at which front matter becomes a total, readonly article. */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import { isLanguageTag } from '../base/language.ts';
import type { Address } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { suggest } from '../base/suggest.ts';
import type { Document, Parsed, Reference } from '../content/document.ts';
import type { Handle } from '../memo/store.ts';
import { addressOf, aliasesOf, dateFromName, slugOf } from './address.ts';
import { type Correction, readCorrections } from './correction.ts';
import type { FieldName, FieldNames } from './fields.ts';
import { type Flash, type FlashSettings, flashOf, readFlash } from './flash.ts';
import { cutSummary } from './headline.ts';
import { type ImageField, readImage } from './image.ts';
import { extraOf, misspelledKeys } from './keys.ts';
import { type Byline, type People, readBylines } from './person.ts';
import { FieldReader } from './reader.ts';
import type { Referrer } from './reference.ts';
import { findSection, type Section, section, sectionNames } from './section.ts';

/** What the paper decides about its articles. */
export interface NewsSettings {
  /** BCP 47; for articles without `lang`. */
  readonly language: string;
  /** IANA zone of local times and of addresses. */
  readonly timezone: string;
  /** Declared sections in the paper's order; null if articles bring their own. */
  readonly sections: readonly Section[] | null;
  readonly flash: FlashSettings;
  /** Address pattern with {yyyy}, {mm}, {dd}, {slug} and {section}. */
  readonly permalink: string;
  readonly fieldNames: FieldNames;
}

/** Whether drafts count too, as in a preview; never what is under embargo. */
export interface DraftsOption {
  readonly drafts: boolean;
}

/** One story. Everything that the front matter may leave out has been decided. */
export interface Article {
  /** The file, relative to the site; identifies the article. */
  readonly path: string;
  readonly address: Address;
  /** Its part of the address; other articles may name it by this. */
  readonly slug: string;
  /** Former addresses, which lead to it. */
  readonly aliases: readonly Address[];
  readonly title: string;
  /** The publication instant: `publish`, else `date`. It alone orders and is shown. */
  readonly published: Instant;
  /** True if its author gave the publication a day and no time. */
  readonly dayOnly: boolean;
  /** The moment from which the article is gone, or null. */
  readonly expires: Instant | null;
  /** The last update or correction; null if there was none. schema.org's dateModified. */
  readonly modified: Instant | null;
  readonly section: Section | null;
  readonly tags: readonly string[];
  readonly authors: readonly Byline[];
  /** From the front matter, else the beginning of the text; may be empty. */
  readonly summary: string;
  /** The summary of the front matter; null if there is none. */
  readonly standfirst: string | null;
  readonly kicker: string | null;
  /** Where it was reported from. */
  readonly location: string | null;
  readonly flash: Flash;
  /** Slug, file or address of the flash item whose place it takes. */
  readonly replaces: string | null;
  /** From 0 to 9; the highest leads. */
  readonly priority: number;
  readonly image: ImageField | null;
  /** BCP 47. */
  readonly language: string;
  /** What the versions of one article in several languages share. */
  readonly translations: string | null;
  readonly series: Series | null;
  /** Slugs, files or addresses of articles on the same matter; null if the author named none. */
  readonly related: readonly string[] | null;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
  /** The full address of the original where it was published first; null for its own. */
  readonly canonical: string | null;
  readonly status: 'published' | 'draft' | 'withdrawn';
  readonly body: Handle;
  readonly references: readonly Reference[];
  /** Keys that Gazeta does not read, for templates. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** A row of articles under one name. */
export interface Series {
  readonly name: string;
  readonly slug: string;
}

type Read = FieldReader<FieldName>;

/** Turns a document into an article, or says why it cannot be one. */
export function toArticle(
  document: Document,
  settings: NewsSettings,
  people: People,
  options: DraftsOption,
): { article: Article | Referrer; diagnostics: readonly Diagnostic[] } {
  const read: Read = new FieldReader(document, settings.fieldNames, settings.timezone);
  const { path } = document;

  // What decides whether, when and where readers see the article is read first: a fault in it holds
  // the article back. A fault in what comes after costs its field only.
  const draft = read.flag('draft');
  const withdrawn = read.flag('withdrawn');
  const title = headlineOf(read);
  const date = read.find('date') === null ? dateFromName(read, path) : read.instant('date');
  const published = read.instant('publish') ?? date;
  const expires = read.instant('expires');
  const held = read.diagnostics.length > 0;

  const updated = read.instant('updated');
  if (published !== null) checkOrder(read, published, expires, updated);
  const ownSection = sectionOf(read, settings.sections);
  const slug = slugOf(read, path);
  const { permalink, timezone } = settings;
  const parts = published && { published, section: ownSection, permalink, timezone };
  const own = parts === null ? null : addressOf(read, slug, parts);
  const tags = read.list('tags', /\s*,\s*/);
  const flash = readFlash(read);
  const standfirst = read.text('summary');
  const corrections = readCorrections(read, published);
  const more = {
    slug,
    aliases: parts === null || own === null ? [] : aliasesOf(read, own, parts),
    authors: readBylines(read, people),
    summary: standfirst ?? cutSummary(document.firstParagraph),
    kicker: read.text('kicker'),
    location: read.text('location'),
    image: readImage(read, 'image'),
    language: languageOf(read, settings.language),
    translations: read.text('translations'),
    series: seriesOf(read),
    related: read.find('related') === null ? null : read.list('related'),
    replaces: read.text('replaces'),
    priority: priorityOf(read),
    canonical: canonicalOf(read),
  };
  // A draft may be unfinished: its faults are nobody's business until somebody is to see it.
  const diagnostics = draft && !options.drafts ? [] : read.diagnostics;
  if (held || title === null || published === null || own === null)
    return { article: leftOut(document, more.image), diagnostics };
  const article: Article = {
    ...more,
    path,
    address: own,
    title,
    published,
    dayOnly: isDayOnly(read),
    expires,
    modified: latest(updated, corrections.at(-1)?.date ?? null),
    section: ownSection,
    tags,
    standfirst,
    flash: flashOf(flash, tags, published, settings.flash),
    corrections,
    status: draft ? 'draft' : withdrawn ? 'withdrawn' : 'published',
    body: document.body,
    references: document.references,
    extra: extraOf(document, settings.fieldNames),
  };
  return { article, diagnostics };
}

function leftOut({ path, references }: Document, image: ImageField | null): Referrer {
  return { path, references, image };
}

function headlineOf(read: Read): string | null {
  const title = read.text('title');
  const field = read.find('title');
  if (title === null && read.diagnostics.every(({ place }) => place !== field?.place))
    read.fault(
      'article/title',
      field,
      'the article has no headline',
      'Add a line to the front matter: title: The headline.',
    );
  return title;
}

/** Turns all that was parsed into articles. A misspelled key is reported where it first stands. */
export function toArticles(
  parsed: Iterable<Parsed>,
  settings: NewsSettings,
  people: People,
  options: DraftsOption,
): {
  articles: readonly Article[];
  leftOut: readonly Referrer[];
  diagnostics: readonly Diagnostic[];
} {
  const articles: Article[] = [];
  const without: Referrer[] = [];
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<string>();
  for (const { document, diagnostics: faults } of parsed) {
    diagnostics.push(...faults);
    if (document === null) continue;
    const made = toArticle(document, settings, people, options);
    if ('address' in made.article && !hasErrors(faults)) articles.push(made.article);
    else without.push(made.article);
    diagnostics.push(...made.diagnostics);
    for (const { key, diagnostic } of misspelledKeys(document, settings.fieldNames)) {
      if (!reported.has(key)) diagnostics.push(diagnostic);
      reported.add(key);
    }
  }
  return { articles, leftOut: without, diagnostics };
}

function checkOrder(
  read: Read,
  published: Instant,
  expires: Instant | null,
  updated: Instant | null,
): void {
  const expiresField = read.find('expires');
  if (expires !== null && expires <= published && expiresField !== null)
    read.fault(
      'article/order',
      expiresField,
      `"${expiresField.written}" is not after the publication`,
      'The article would never be seen. Correct one of the two instants, or set draft: true.',
    );
  const updatedField = read.find('updated');
  if (updated !== null && updated < published && updatedField !== null)
    read.fault(
      'article/order',
      updatedField,
      `"${updatedField.written}" is before the publication`,
      'An update comes after what it updates. Correct one of the two instants.',
    );
}

function languageOf(read: Read, fallback: string): string {
  const language = read.text('lang');
  if (language === null) return fallback;
  if (isLanguageTag(language)) return language;
  read.fault(
    'article/value',
    read.find('lang'),
    `"${language}" is not a language tag`,
    'Write it as in BCP 47: lang: sq, lang: en, lang: sr-Latn.',
  );
  return fallback;
}

function sectionOf(read: Read, declared: readonly Section[] | null): Section | null {
  const names = read.list('section');
  const [name] = names;
  if (name === undefined) return null;
  if (declared === null) return section(sectionNames(name));
  // Of several categories some are sections of the paper and some are not.
  for (const one of names) {
    const match = findSection(one, declared);
    if (match !== null) return match;
  }
  const known = declared.map(({ names }) => names.join(' / '));
  const meant = suggest(name, known);
  return read.fault(
    'article/section',
    read.find('section'),
    `"${name}" is not a section of this paper`,
    `${meant === null ? '' : `Did you mean "${meant}"? `}The sections are ${known.join(', ')}; site.yaml declares them.`,
  );
}

function seriesOf(read: Read): Series | null {
  const name = read.text('series');
  return name === null ? null : { name, slug: slugify(name) || 'series' };
}

function priorityOf(read: Read): number {
  const text = read.text('priority');
  if (text === null) return 0;
  if (/^\d$/.test(text)) return Number(text);
  read.fault(
    'article/value',
    read.find('priority'),
    `"${text}" is not a priority`,
    'Write a number from 0, as without it, to 9, which leads.',
  );
  return 0;
}

function canonicalOf(read: Read): string | null {
  const text = read.text('canonical');
  if (text === null) return null;
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return new URL(text).href;
  return read.fault(
    'article/value',
    read.find('canonical'),
    `"${text}" is not a full address`,
    'Write the address of the original with its scheme: canonical: https://agency.example/story.',
  );
}

function isDayOnly(read: Read): boolean {
  const written = (read.find('publish') ?? read.find('date'))?.written?.trim();
  return written === undefined || !written.includes(':');
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
