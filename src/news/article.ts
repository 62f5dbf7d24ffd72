/** Document to news: the border at which front matter becomes a total, readonly article. */
import { type Diagnostic, diagnostic, hasErrors } from '../base/diagnostic.ts';
import { type Instant, isInstantFault, isLanguageTag, readInstant } from '../base/instant.ts';
import type { Address } from '../base/paths.ts';
import { suggest } from '../base/suggest.ts';
import type { Document, Parsed, Reference } from '../content/document.ts';
import type { Handle } from '../memo/store.ts';
import { addressOf, dateFromName, slugOf } from './address.ts';
import { type FieldNames, FieldReader, type ImageField } from './fields.ts';
import { type Flash, type FlashSettings, flashOf } from './flash.ts';
import { cutSummary } from './headline.ts';
import { extraOf, misspelledKeys } from './keys.ts';
import { type Section, section } from './section.ts';

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

/** What is known of an article that was left out for a fault: the files that it refers to. */
export interface LeftOut {
  readonly path: string;
  readonly image: ImageField | null;
  readonly references: readonly Reference[];
}

/** One story. Everything that the front matter may leave out has been decided. */
export interface Article {
  /** The file, relative to the site; identifies the article. */
  readonly path: string;
  readonly address: Address;
  readonly title: string;
  /** The publication instant: `publish`, else `date`. It alone orders and is shown. */
  readonly published: Instant;
  /** The moment from which the article is gone, or null. */
  readonly expires: Instant | null;
  readonly updated: Instant | null;
  readonly section: Section | null;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** From the front matter, else the beginning of the text; may be empty. */
  readonly summary: string;
  /** The summary of the front matter; null if there is none. */
  readonly standfirst: string | null;
  readonly kicker: string | null;
  readonly flash: Flash;
  readonly image: ImageField | null;
  /** BCP 47. */
  readonly language: string;
  readonly status: 'published' | 'draft' | 'withdrawn';
  readonly body: Handle;
  readonly references: readonly Reference[];
  /** Keys that Gazeta does not read, for templates. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Turns a document into an article, or says why it cannot be one. */
export function toArticle(
  document: Document,
  settings: NewsSettings,
  options: DraftsOption,
): { article: Article | LeftOut; diagnostics: readonly Diagnostic[] } {
  const read = new FieldReader(document, settings.fieldNames, settings.timezone);
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
  const own =
    published === null
      ? null
      : addressOf(read, slugOf(read, path), published, ownSection, settings);
  const language = languageOf(read, settings.language);
  const tags = read.list('tags', /\s*,\s*/);
  const flash = flashField(read, settings.timezone);
  const standfirst = read.text('summary');
  const more = {
    authors: read.list('authors'),
    summary: standfirst ?? cutSummary(document.firstParagraph),
    kicker: read.text('kicker'),
    image: read.image(),
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
    expires,
    updated,
    section: ownSection,
    tags,
    standfirst,
    flash: flashOf(flash, tags, published, settings.flash),
    language,
    status: withdrawn ? 'withdrawn' : draft ? 'draft' : 'published',
    body: document.body,
    references: document.references,
    extra: extraOf(document, settings.fieldNames),
  };
  return { article, diagnostics };
}

function leftOut({ path, references }: Document, image: ImageField | null): LeftOut {
  return { path, references, image };
}

function headlineOf(read: FieldReader): string | null {
  const title = read.text('title');
  if (title === null && read.diagnostics.every(({ place }) => place !== read.find('title')?.place))
    read.diagnostics.push(
      diagnostic(
        'article/title',
        read.find('title')?.place ?? read.path,
        'the article has no headline',
        'Add a line to the front matter: title: The headline.',
      ),
    );
  return title;
}

/** Turns all that was parsed into articles. A misspelled key is reported where it first stands. */
export function toArticles(
  parsed: Iterable<Parsed>,
  settings: NewsSettings,
  options: DraftsOption,
): {
  articles: readonly Article[];
  leftOut: readonly LeftOut[];
  diagnostics: readonly Diagnostic[];
} {
  const articles: Article[] = [];
  const without: LeftOut[] = [];
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<string>();
  for (const { document, diagnostics: faults } of parsed) {
    diagnostics.push(...faults);
    if (document === null) continue;
    const made = toArticle(document, settings, options);
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
  read: FieldReader,
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

function languageOf(read: FieldReader, fallback: string): string {
  const language = read.text('lang');
  if (language === null) return fallback;
  if (isLanguageTag(language)) return language;
  const field = read.find('lang');
  if (field !== null)
    read.fault(
      'article/value',
      field,
      `"${language}" is not a language tag`,
      'Write it as in BCP 47: lang: sq, lang: en, lang: sr-Latn.',
    );
  return fallback;
}

function sectionOf(read: FieldReader, declared: readonly Section[] | null): Section | null {
  const name = read.list('section')[0];
  if (name === undefined) return null;
  const own = section(name);
  if (declared === null) return own;
  const match = declared.find(({ slug }) => slug === own.slug);
  if (match !== undefined) return match;
  const names = declared.map((one) => one.name);
  const meant = suggest(name, names);
  const field = read.find('section');
  if (field !== null)
    read.fault(
      'article/section',
      field,
      `"${name}" is not a section of this paper`,
      `${meant === null ? '' : `Did you mean "${meant}"? `}The sections are ${names.join(', ')}; site.yaml declares them.`,
    );
  return null;
}

function flashField(read: FieldReader, timezone: string): boolean | Instant | null {
  const field = read.find('flash');
  if (field === null) return null;
  const text = field.written?.trim() ?? '';
  if (/^\d/.test(text)) {
    const reading = readInstant(text, timezone);
    if (!isInstantFault(reading)) return reading;
    return read.fault('article/date', field, `"${text}" ${reading.problem}`, reading.help);
  }
  return read.flag('flash');
}
