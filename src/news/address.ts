/** What an article's place says about it: its day and slug from the file name, and its addresses. */
import { diagnostic } from '../base/diagnostic.ts';
import { hash } from '../base/hash.ts';
import { type Instant, isInstantFault, localParts, readInstant } from '../base/instant.ts';
import { type Address, address, addressFault, folderOf, nameOf, pageFault } from '../base/paths.ts';
import { recent } from '../base/recent.ts';
import { slugify } from '../base/slug.ts';
import { type OwnSite, withinSite } from '../content/own-site.ts';
import type { FieldName } from './fields.ts';
import { type FieldReader, itemsOf, oneLine } from './reader.ts';
import { decoded } from './reference.ts';
import type { Section } from './section.ts';

const DAY_IN_NAME = /^(\d{4}-\d{2}-\d{2})(?:[-.]|$)/;
// 2014/05/06/slug.md, 2014/05/06-slug.md, 2014-05-06/slug.md, and the same with slug/index.md.
const DAY_IN_FOLDERS = /\/(\d{4})[/-](\d{2})[/-](\d{2})(?:\/|-)(?:[^/]*|[^/]*\/index\.[a-z]+)$/i;

// Of these the last number stands before the slug: 2014/05/06-slug.md, 2014/05/06-slug/index.md. That of 2014-05-06-10-things.md is its own.
const DAY_BEGINS_NAME = /\/\d{4}\/\d{2}\/\d{2}-[^/]*(?:\/index\.[a-z]+)?$/i;

/** The day that a file's name or its folders begin with, `2026-11-23`; null if they have none. */
export function dayInName(path: string): string | null {
  const named = DAY_IN_NAME.exec(nameOf(path))?.[1] ?? DAY_IN_NAME.exec(folderName(path))?.[1];
  return named ?? DAY_IN_FOLDERS.exec(path)?.slice(1).join('-') ?? null;
}

/** `2026-11-23-slug.md` and `2026/11/23/slug.md` have a day; any other has none, and then a date is missing. */
export function dateFromName(
  read: FieldReader<FieldName>,
  path: string,
  /** The file without its language. */
  place: string,
): Instant | null {
  const day = dayInName(place);
  if (day === null) {
    if (read.find('publish') === null)
      read.diagnostics.push(
        diagnostic(
          'article/date-missing',
          path,
          'the article has no date',
          'Add a line to the front matter: date: 2026-11-23T09:00, or begin the file name with the day: 2026-11-23-slug.md.',
        ),
      );
    return null;
  }
  const reading = readInstant(day, read.timezone);
  if (!isInstantFault(reading)) return reading;
  read.diagnostics.push(
    diagnostic(
      'article/date',
      path,
      `"${day}" in the file name ${reading.problem}`,
      `${reading.help.split('. ')[0]}. Rename the file, or add a line to the front matter: date: 2026-11-23T09:00.`,
    ),
  );
  return null;
}

/** What an article's address is made of beside its slug. */
export interface AddressParts {
  readonly published: Instant;
  readonly section: Section | null;
  readonly permalink: string;
  readonly timezone: string;
  readonly own: OwnSite;
}

/** An address that a file gives: the paper's full one too, and percent-encoded as content systems export them. */
function givenAddress(text: string, own: OwnSite): string {
  const within = withinSite(text, own) ?? text;
  return decoded(within);
}

/** What generators fill in: `{{ page.fileSlug }}`, `/{yyyy}/`, `/:year/`. */
const PATTERN = /[{}]|\/:[a-z]/i;

/** What stays as it is. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The slug: given, else the file's name without day and ending; never empty, never the headline. */
export function slugOf(read: FieldReader<FieldName>, path: string): string {
  const text = decoded(read.text('slug') ?? '').replace(/^\/.*\/(?=.)/, '');
  const given = text.length < 100 && SLUG.test(text) ? text : slugify(text);
  if (given !== '') return given;
  const name = folderName(path) || nameOf(path).replace(/\.[^.]+$/, '');
  return (
    slugify(
      name.replace(DAY_IN_NAME, '').replace(DAY_BEGINS_NAME.test(path) ? /^\d{2}-/ : '', ''),
    ) ||
    slugify(name) ||
    `article-${hash(path).slice(0, 8)}`
  );
}

/** The address: given, else by the paper's pattern; null if it cannot be one. */
export function addressOf(
  read: FieldReader<FieldName>,
  slug: string,
  parts: AddressParts,
): Address | null {
  const permalink = read.text('permalink') ?? slugAsAddress(read);
  // Jekyll puts the first slash there itself. A single word is one of its patterns, `pretty`.
  const given =
    permalink && givenAddress(permalink, parts.own).replace(/^(?=[\p{L}\p{N}][^:]*\/)/u, '/');
  if (given !== null && PATTERN.test(given))
    return read.fault(
      'article/permalink',
      read.find('permalink') ?? read.find('slug'),
      `the address "${given}" is a pattern`,
      'Write the address itself, such as /rajoni/bridge/, or none. The pattern of all addresses is permalink: in site.yaml, such as /{yyyy}/{mm}/{dd}/{slug}/.',
    );
  const text = given ?? fromPattern(slug, parts);
  const fault = pageFault(text);
  if (fault === null) return address(text);
  return read.fault(
    'article/permalink',
    (given === null ? null : read.find('permalink')) ?? read.find('slug'),
    `the address "${text}" ${fault}`,
    addressFault(text) === null
      ? `End it with "/" or ".html". As a former address it can stay: aliases: [${text}].`
      : 'Write an address within the site, such as /rajoni/bridge/.',
  );
}

/** A slug that begins with a slash, which in Gatsby is the whole address. */
function slugAsAddress(read: FieldReader<FieldName>): string | null {
  const slug = read.text('slug');
  return slug?.startsWith('/') && slug.length > 1 ? slug : null;
}

/** Former addresses that lead to the article. A word without a slash is a former slug. */
export function aliasesOf(
  read: FieldReader<FieldName>,
  own: Address,
  parts: AddressParts,
): readonly Address[] {
  const field = read.find('aliases');
  if (field === null) return [];
  const items = itemsOf(field);
  const texts = Array.isArray(items)
    ? items.map((item) => (typeof item === 'object' ? '' : oneLine(String(item))))
    : [''];
  const aliases = texts.flatMap((written) => {
    const text = givenAddress(written, parts.own);
    const isSlug = !/\/|\.[a-z]+$/i.test(text);
    const target = isSlug ? fromPattern(slugify(text), parts) : text.replace(/^(?!\/)/, '/');
    const fault =
      isSlug && slugify(text) === '' ? 'has nothing to make a slug of' : addressFault(target);
    if (fault === null) return [address(target)];
    read.fault(
      'article/permalink',
      field,
      `the former address "${written}" ${fault}`,
      'Write addresses within the site, or former slugs: aliases: [/old/place/, former-slug].',
    );
    return [];
  });
  // Content systems list the present address too. Of one that is a folder hosts send there who asks without the slash.
  const folders = new Set([own, ...aliases].map((one) => one.toLowerCase()));
  const others = aliases.filter((one) => {
    const lower = one.toLowerCase();
    return lower !== own.toLowerCase() && !folders.has(`${lower}/`);
  });
  return [...new Map(others.map((one) => [one.toLowerCase(), one])).values()];
}

/** The address that the paper's pattern gives. */
export function fromPattern(
  slug: string,
  { published, section, permalink, timezone }: Omit<AddressParts, 'own'>,
): string {
  const part = (name: string): string => {
    switch (name) {
      case 'slug':
        return slug;
      case 'section':
        return section?.slug ?? '';
      case 'yyyy':
        return String(localParts(published, timezone).year).padStart(4, '0');
      case 'mm':
        return String(localParts(published, timezone).month).padStart(2, '0');
      case 'dd':
        return String(localParts(published, timezone).day).padStart(2, '0');
      default:
        return '';
    }
  };
  // The texts of a pattern and its names take turns.
  const parts = partsOf(permalink);
  let text = '';
  for (let at = 0; at < parts.length; at++)
    text += at % 2 === 0 ? parts[at] : part(parts[at] as string);
  return text.includes('//') ? text.replace(/\/{2,}/g, '/') : text;
}

const partsOf = recent((permalink: string) => permalink.split(/\{(\w+)\}/));

/** The folder of a page that lies in a folder of its own, `2026-11-23-slug/index.md`. */
function folderName(path: string): string {
  return /^index\.[a-z]+$/i.test(nameOf(path)) ? nameOf(folderOf(path)) : '';
}
