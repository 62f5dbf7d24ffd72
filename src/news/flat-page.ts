/**
 * The paper's own pages: About, Imprint, Contact, Ethics. Files of `pages/`, which are in no list, and of which most
 * have no date.
 */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import type { Address } from '../base/paths.ts';
import type { Document, Parsed, Reference } from '../content/document.ts';
import type { Mark } from '../memo/mark.ts';
import { addressOf, aliasesOf, slugOf } from './address.ts';
import type { ArticleFields, DraftsOption, NewsSettings } from './article.ts';
import { cutTexts } from './cut-texts.ts';
import { type FieldName, type FieldNames, IMAGE_PARTS } from './fields.ts';
import { lieOf, patternOf } from './flat-page-place.ts';
import { readImage } from './image.ts';
import { extraOf, misspelledKeys } from './keys.ts';
import { readLanguage } from './language.ts';
import { languagePlace, versionKey } from './language-place.ts';
import { localeOf } from './locale.ts';
import { FieldReader } from './reader.ts';
import { checkExpiry, type LeftOut, leftOutOf, titleOf } from './to-article.ts';
import { addressesIn } from './unread-article.ts';

/** What a page has as an article has it. */
type AsArticles =
  | 'path'
  | 'address'
  | 'aliases'
  | 'title'
  | 'published'
  | 'expires'
  | 'status'
  | 'image'
  | 'language'
  | 'locale'
  | 'translations'
  | 'references'
  | 'extra';

/** A page of the paper. Plain data. */
export interface FlatPage extends Pick<ArticleFields, AsArticles> {
  /** A sentence about it; null if there is none. */
  readonly summary: string | null;
  /** When its text was changed last, as its author says; null if nothing is said. */
  readonly updated: Instant | null;
  /** What its versions in several languages share, by `translations` or by their places. */
  readonly version: string | null;
  /** Stands for the bytes of its file. */
  readonly fileMark: Mark;
}

/** All of them as plain data. */
export interface FlatPages {
  readonly pages: readonly FlatPage[];
  /** Files that are left out for a fault. */
  readonly leftOut: readonly LeftOut[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A page without a date was always there: the first instant that ECMAScript knows (ECMA-262, 21.4.1.1). */
const ALWAYS = -8_640_000_000_000_000 as Instant;

/** The keys of the front matter that a page has; of the others of articles none means anything there. */
export const FLAT_PAGE_FIELDS = [
  'title',
  'summary',
  'image',
  'updated',
  'date',
  'publish',
  'expires',
  'lang',
  'translations',
  'slug',
  'permalink',
  'aliases',
  'draft',
] as const satisfies readonly FieldName[];

const TEXTS = { title: [''], summary: [''], image: ['alt', 'caption', 'credit'] };

/** A file of `pages/`. */
interface FlatPageFile {
  readonly path: string;
  readonly mark: Mark;
  readonly parsed: Parsed;
  /** What it seems to refer to if it cannot be read. */
  mentions(): readonly Reference[];
}

/** Turns the files of `pages/` into pages. */
export function toFlatPages(
  files: Iterable<FlatPageFile>,
  settings: NewsSettings,
  options: DraftsOption,
): FlatPages {
  const pages: FlatPage[] = [];
  const leftOut: LeftOut[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { path, mark, parsed, mentions } of files) {
    const { document } = parsed;
    diagnostics.push(...parsed.diagnostics);
    if (document === null) {
      // It would be at the address of its name, unless it says another itself.
      const { address } = addressIn(path, nothingIn(path, settings), settings, null);
      const references = mentions();
      const addresses = [...(address === null ? [] : [address]), ...addressesIn(path, references)];
      leftOut.push({ path, image: null, references, addresses });
      continue;
    }
    const { page, faults } = toFlatPage(document, mark, settings, options);
    diagnostics.push(...faults);
    if ('status' in page && !hasErrors(parsed.diagnostics)) pages.push(page);
    else leftOut.push('status' in page ? leftOutOf(page) : page);
  }
  return { pages, leftOut, diagnostics };
}

type Read = FieldReader<FieldName>;

const narrowed = new WeakMap<FieldNames, FieldNames>();

/** The names of what a page has; under the others its file says what is for templates. */
function namesIn(fieldNames: FieldNames): FieldNames {
  const known = narrowed.get(fieldNames);
  if (known !== undefined) return known;
  const own = new Set<string>([...FLAT_PAGE_FIELDS, 'withdrawn', ...IMAGE_PARTS]);
  const names = Object.fromEntries(
    Object.entries(fieldNames).map(([name, keys]) => [name, own.has(name) ? keys : []]),
  ) as unknown as FieldNames;
  narrowed.set(fieldNames, names);
  return names;
}

/** The fields of a file that cannot be read. */
function nothingIn(path: string, { fieldNames, timezone }: NewsSettings): Read {
  return new FieldReader({ path, fields: new Map() }, fieldNames, timezone);
}

function toFlatPage(
  document: Document,
  fileMark: Mark,
  settings: NewsSettings,
  options: DraftsOption,
): { page: FlatPage | LeftOut; faults: readonly Diagnostic[] } {
  const { path, references } = document;
  const read: Read = new FieldReader(document, settings.fieldNames, settings.timezone);

  // As of an article: what decides whether and where readers see it is read first.
  const draft = read.flag('draft');
  const title = titleOf(
    read,
    'page/title',
    'the page has no title',
    'Add a line to the front matter: title: About us.',
  );
  const given = read.instant('publish') ?? read.instant('date');
  const published = given ?? ALWAYS;
  const expires = read.instant('expires');
  if (given !== null) checkExpiry(read, given, expires);
  refuseWithdrawn(read);
  const slips = misspelledKeys(document, settings.fieldNames).map((one) => one.diagnostic);
  const { locales } = settings;
  const placed = languagePlace(path, locales).locale ?? locales[0];
  const language = readLanguage(read, placed.language);
  const { address, aliases } = addressIn(path, read, settings, language);
  const held = read.diagnostics.length > 0 || hasErrors(slips);

  const image = readImage(read, 'image', settings.own);
  const translations = read.text('translations');
  const page = {
    path,
    aliases,
    published,
    expires,
    status: draft ? ('draft' as const) : ('published' as const),
    summary: read.text('summary'),
    image,
    updated: read.instant('updated'),
    language,
    locale: localeOf(language, locales),
    translations,
    version: translations ?? versionKey(path, locales),
    references,
    fileMark,
    extra: extraOf(document, namesIn(settings.fieldNames)),
  };
  const faults = [
    ...read.diagnostics,
    ...slips,
    ...read.slips.map(({ diagnostic }) => diagnostic),
    ...cutTexts(document, settings.fieldNames, TEXTS),
  ];
  const addresses = address === null ? [] : [address, ...aliases];
  return {
    page:
      held || title === null || address === null
        ? { path, image, references, addresses }
        : { ...page, title, address },
    // A draft may be unfinished: its faults are nobody's business until somebody is to see it.
    faults: draft && !options.drafts ? [] : faults,
  };
}

/** The address of a page and its former ones; null if it cannot be one. */
function addressIn(
  path: string,
  read: Read,
  settings: NewsSettings,
  language: string | null,
): { address: Address | null; aliases: readonly Address[] } {
  const { locales, timezone, own } = settings;
  const lie = lieOf(path, locales);
  const { prefix } = localeOf(language ?? lie.locale?.language ?? locales[0].language, locales);
  const permalink = patternOf(lie, prefix);
  const parts = { published: ALWAYS, section: null, permalink, timezone, own };
  const slug = slugOf(read, lie.path.replace(/_(?=index\.\w+$)/i, ''));
  const address = addressOf(read, slug, parts);
  return { address, aliases: address === null ? [] : aliasesOf(read, address, parts) };
}

/** Only of an article readers are told that it was withdrawn; a page that says so must not be shown either. */
function refuseWithdrawn(read: Read): void {
  const field = read.find('withdrawn');
  if (field === null || !read.flag('withdrawn')) return;
  read.fault(
    'article/value',
    field,
    `"${field.key}" is for articles`,
    'To take the page off, remove its file, or write draft: true.',
  );
}
