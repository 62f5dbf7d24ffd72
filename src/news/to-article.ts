/** Document to news: the border at which front matter becomes a total, readonly article. */
import type { Code, Diagnostic } from '../base/diagnostic.ts';
import { hash } from '../base/hash.ts';
import type { Instant } from '../base/instant.ts';
import { type Address, address, addressFault } from '../base/paths.ts';
import { recent } from '../base/recent.ts';
import { slugify } from '../base/slug.ts';
import { didYouMean, suggest } from '../base/suggest.ts';
import type { Document } from '../content/document.ts';
import { type OwnSite, withinSite } from '../content/own-site.ts';
import { addressOf, aliasesOf, dateFromName, slugOf } from './address.ts';
import type { ArticleFields, DraftsOption, NewsSettings, Series } from './article.ts';
import { readCorrections } from './correction.ts';
import { ARTICLE_TEXTS, cutTexts } from './cut-texts.ts';
import type { FieldName } from './fields.ts';
import { flashOf, readFlash } from './flash.ts';
import { cutSummary } from './headline.ts';
import { type ImageField, readImage } from './image.ts';
import { extraOf } from './keys.ts';
import { readLanguage } from './language.ts';
import { languagePlace } from './language-place.ts';
import { localeOf } from './locale.ts';
import { type People, readBylines } from './person.ts';
import { placeMarkOf } from './places.ts';
import { addressesOnDays, daysInFields } from './possible-addresses.ts';
import { FieldReader } from './reader.ts';
import { decoded, type Referrer } from './reference.ts';
import { findSection, type Section, section, sectionNames } from './section.ts';
import type { Slip } from './slips.ts';

type Read = FieldReader<FieldName>;

/** What an article that is left out refers to, and the addresses that it would have, as far as they are known. */
export interface LeftOut extends Referrer {
  readonly addresses: readonly Address[];
}

/** Turns a document into an article, or says why it cannot be one. */
export function toArticle(
  document: Document,
  settings: NewsSettings,
  people: People,
  options: DraftsOption,
): {
  article: ArticleFields | LeftOut;
  diagnostics: readonly Diagnostic[];
  slips: readonly Slip[];
} {
  const read: Read = new FieldReader(document, settings.fieldNames, settings.timezone);
  const { path } = document;
  const place = languagePlace(path, settings.locales);

  // What decides whether, when and where readers see the article is read first: a fault in it holds
  // the article back. A fault in what comes after costs its field only.
  const draft = read.flag('draft');
  const withdrawn = read.flag('withdrawn');
  const title = titleOf(
    read,
    'article/title',
    'the article has no headline',
    'Add a line to the front matter: title: The headline.',
  );
  const date =
    read.find('date') === null ? dateFromName(read, path, place.path) : read.instant('date');
  const published = read.instant('publish') ?? date;
  const expires = read.instant('expires');
  if (published !== null) checkExpiry(read, published, expires);
  const held = read.diagnostics.length > 0;

  const updated = published === null ? null : updateAfter(read, published);
  const ownSection = sectionOf(read, settings.sections);
  const language = readLanguage(read, (place.locale ?? settings.locales[0]).language);
  const locale = localeOf(language, settings.locales);
  const beforeAddress = read.diagnostics.length;
  const slug = slugOf(read, place.path);
  const { timezone, own: site } = settings;
  const permalink = locale.prefix + settings.permalink;
  const parts = published && { published, section: ownSection, permalink, timezone, own: site };
  const own = parts === null ? null : addressOf(read, slug, parts);
  const hasAddress = read.diagnostics.length === beforeAddress;
  const tags = read.list('tags', /\s*,\s*/);
  const flash = readFlash(read);
  const standfirst = read.text('summary');
  const corrections = readCorrections(read, published);
  const aliases = parts === null || own === null ? [] : aliasesOf(read, own, parts);
  const authors = readBylines(read, people);
  const kicker = read.text('kicker');
  const location = read.text('location');
  const image = readImage(read, 'image', settings.own);
  const translations = read.text('translations');
  const series = seriesOf(read);
  const related = read.find('related') === null ? null : read.list('related');
  const replaces = read.text('replaces');
  const priority = priorityOf(read);
  const canonical = canonicalOf(read, own === null ? [] : [own, ...aliases], settings.own);
  read.diagnostics.push(...cutTexts(document, settings.fieldNames, ARTICLE_TEXTS));
  // A draft may be unfinished: its faults are nobody's business until somebody is to see it.
  const diagnostics = draft && !options.drafts ? [] : read.diagnostics;
  if (held || title === null || published === null || own === null || !hasAddress)
    return {
      article: leftOut(document, image, [
        ...(hasAddress && own !== null ? [own, ...aliases] : []),
        ...addressesOnDays(
          document,
          daysInFields(document),
          { slug, section: ownSection, prefix: locale.prefix },
          settings,
        ),
      ]),
      diagnostics,
      slips: read.slips,
    };
  const article: ArticleFields = {
    path,
    address: own,
    slug,
    aliases,
    title,
    published,
    dayOnly: isDayOnly(read),
    expires,
    modified: latest(updated, corrections.at(-1)?.date ?? null),
    section: ownSection,
    tags,
    authors,
    summary: standfirst ?? cutSummary(document.firstParagraph()),
    standfirst,
    kicker,
    location,
    flash: flashOf(flash, tags, published, settings.flash),
    replaces,
    priority,
    image,
    language,
    locale,
    translations,
    series,
    related,
    corrections,
    canonical,
    status: draft ? 'draft' : withdrawn ? 'withdrawn' : 'published',
    references: document.references,
    extra: extraOf(document, settings.fieldNames),
  };
  return { article, diagnostics, slips: read.slips };
}

/** An article or a page that is not published for what was found besides. */
export function leftOutOf({
  path,
  image,
  references,
  address,
  aliases,
}: Pick<ArticleFields, keyof Referrer | 'address' | 'aliases'>): LeftOut {
  return { path, image, references, addresses: [address, ...aliases] };
}

function leftOut(
  { path, references }: Document,
  image: ImageField | null,
  addresses: readonly Address[],
): LeftOut {
  return { path, references, image, addresses };
}

/** The title, without which there is nothing to show; the rest says what is wrong where there is none. */
export function titleOf(read: Read, code: Code, problem: string, help: string): string | null {
  const title = read.text('title');
  const field = read.find('title');
  if (title === null && read.diagnostics.every(({ place }) => place !== field?.place))
    read.fault(code, field, problem, help);
  return title;
}

/** Notes an expiry that is not after the publication: nobody would ever see the article. */
export function checkExpiry(read: Read, published: Instant, expires: Instant | null): void {
  const field = read.find('expires');
  if (expires === null || expires > published || field === null) return;
  read.fault(
    'article/order',
    field,
    `"${field.written}" is not after the publication`,
    'It would never be seen. Correct one of the two instants, or set draft: true.',
  );
}

/** The instant of the last update; null if there was none, or if it contradicts the publication. */
function updateAfter(read: Read, published: Instant): Instant | null {
  const updated = read.instant('updated');
  const field = read.find('updated');
  if (updated === null || updated >= published || field === null) return updated;
  return read.fault(
    'article/order',
    field,
    `"${field.written}" is before the publication`,
    'An update comes after what it updates. Correct one of the two instants.',
  );
}

function sectionOf(read: Read, declared: readonly Section[] | null): Section | null {
  const names = read.list('section');
  const [name] = names;
  if (name === undefined) return null;
  if (declared === null) return undeclared(name);
  // Of several categories some are sections of the paper and some are not. Jekyll parts a text by its blanks.
  const isText = names.length === 1 && read.find('section')?.key === 'categories';
  for (const one of isText ? [name, ...name.split(/[\s,]+/)] : names) {
    const match = declaredSections(declared)(one);
    if (match !== null) return match;
  }
  const known = declared.map(({ names }) => names.join(' / '));
  return read.fault(
    'article/section',
    read.find('section'),
    `"${name}" is not a section of this paper`,
    `${didYouMean(suggest(name, known))}The sections are ${known.join(', ')}; site.yaml declares them.`,
  );
}

/** A paper has few sections, and each of its articles names one. */
const undeclared = recent((name: string) => section(sectionNames(name)));

const finders = new WeakMap<readonly Section[], (name: string) => Section | null>();

function declaredSections(declared: readonly Section[]): (name: string) => Section | null {
  let finder = finders.get(declared);
  if (finder === undefined) {
    finder = recent((name: string) => findSection(name, declared));
    finders.set(declared, finder);
  }
  return finder;
}

function seriesOf(read: Read): Series | null {
  const name = read.text('series');
  return name === null ? null : seriesNamed(name);
}

const seriesNamed = recent((name: string): Series => {
  return { name, slug: slugify(name) || `series-${hash(name).slice(0, 8)}` };
});

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

/**
 * The original's address. Content systems write the article's own there, which is none: the article would be in no sitemap, and
 * in no language's versions. So is one that leads to it.
 */
function canonicalOf(read: Read, places: readonly Address[], own: OwnSite): string | null {
  const text = read.text('canonical');
  if (text === null) return null;
  if (isOneOf(withinSite(text, own), places)) return null;
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return new URL(text).href;
  return read.fault(
    'article/value',
    read.find('canonical'),
    `"${text}" is not a full address`,
    'Write the address of the original with its scheme: canonical: https://agency.example/story.',
  );
}

/** True if the address, as it is written, is that of one of the places. */
function isOneOf(written: string | null, places: readonly Address[]): boolean {
  const place = decoded(written?.replace(/[?#].*$/s, '') ?? '');
  if (addressFault(place) !== null) return false;
  const mark = placeMarkOf(address(place));
  return places.some((one) => placeMarkOf(one) === mark);
}

function isDayOnly(read: Read): boolean {
  const written = (read.find('publish') ?? read.find('date'))?.written?.trim();
  return written === undefined || !written.includes(':');
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
