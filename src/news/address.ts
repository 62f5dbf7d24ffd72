/** What an article's place says about it: its day and slug from the file name, and its address. */
import { diagnostic } from '../base/diagnostic.ts';
import { hash } from '../base/hash.ts';
import { type Instant, isInstantFault, localParts, readInstant } from '../base/instant.ts';
import { type Address, address, addressFault, folderOf, nameOf } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import type { FieldReader } from './fields.ts';
import type { Section } from './section.ts';

const DAY_IN_NAME = /^(\d{4}-\d{2}-\d{2})(?:-|$)/;

/** `2026-11-23-slug.md` has a day; any other name has none, and then a date is missing. */
export function dateFromName(read: FieldReader, path: string): Instant | null {
  const day = DAY_IN_NAME.exec(nameOf(path))?.[1] ?? DAY_IN_NAME.exec(folderName(path))?.[1];
  if (day === undefined) {
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

/** The slug: given, else the file's name without day and ending; never empty, never the headline. */
export function slugOf(read: FieldReader, path: string): string {
  const given = read.text('slug');
  const name = folderName(path) || nameOf(path).replace(/\.[^.]+$/, '');
  return (
    slugify(given ?? '') ||
    slugify(name.replace(DAY_IN_NAME, '')) ||
    slugify(name) ||
    `article-${hash(path).slice(0, 8)}`
  );
}

export function addressOf(
  read: FieldReader,
  slug: string,
  published: Instant,
  own: Section | null,
  settings: { readonly permalink: string; readonly timezone: string },
): Address | null {
  const given = read.text('permalink');
  const { year, month, day } = localParts(published, settings.timezone);
  const parts: Readonly<Record<string, string>> = {
    yyyy: String(year).padStart(4, '0'),
    mm: String(month).padStart(2, '0'),
    dd: String(day).padStart(2, '0'),
    slug,
    section: own?.slug ?? '',
  };
  const text =
    given ??
    settings.permalink
      .replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '')
      .replace(/\/{2,}/g, '/');
  const fault = addressFault(text);
  if (fault === null) return address(text);
  const where = (given === null ? read.find('slug') : read.find('permalink'))?.place ?? read.path;
  read.diagnostics.push(
    diagnostic(
      'article/permalink',
      where,
      `the address "${text}" ${fault}`,
      'Write an address within the site, such as /rajoni/bridge/.',
    ),
  );
  return null;
}

/** The folder of a page that lies in a folder of its own, `2026-11-23-slug/index.md`. */
function folderName(path: string): string {
  return /^index\.[a-z]+$/i.test(nameOf(path)) ? nameOf(folderOf(path)) : '';
}
