/** The people of the paper: files of `authors/`, and the bylines of articles. */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { hash } from '../base/hash.ts';
import { folderOf, nameOf } from '../base/paths.ts';
import { recent } from '../base/recent.ts';
import { slugify } from '../base/slug.ts';
import type { Document, Parsed, Reference } from '../content/document.ts';
import { isRecord, shown } from '../content/field.ts';
import type { OwnSite } from '../content/own-site.ts';
import { cutTexts, PERSON_TEXTS } from './cut-texts.ts';
import { keys, type Names } from './fields.ts';
import { type ImageField, readImage } from './image.ts';
import { FieldReader, oneLine, partOf } from './reader.ts';
import { slipsInFile } from './slips.ts';

/** Who wrote an article. */
export interface Byline {
  /** Its part of the author page's address, `arta-berisha`. */
  readonly slug: string;
  readonly name: string;
  /** True for a desk or an agency, which is no person. */
  readonly isDesk: boolean;
}

/** Someone who writes for the paper, as a file of `authors/` describes them. */
export interface Person extends Byline {
  /** The file, relative to the site. */
  readonly path: string;
  /** "Editor for the region"; null if not given. */
  readonly role: string | null;
  /** A few words; null if not given. A longer text is the file's body. */
  readonly bio: string | null;
  /** False if nothing stands below the front matter. */
  readonly hasBody: boolean;
  readonly references: readonly Reference[];
  readonly image: ImageField | null;
  readonly links: readonly PersonLink[];
}

/** A page elsewhere that belongs to a person. */
export interface PersonLink {
  readonly name: string;
  /** `https:`, `http:` or `mailto:`. */
  readonly url: string;
}

/** The people of the paper, by every name that may stand in an article, as slugs. */
export type People = ReadonlyMap<string, Person>;

type PersonField = 'name' | 'kind' | 'role' | 'bio' | 'image' | 'links' | 'aliases';

const PERSON_NAMES: Names<PersonField> = {
  name: keys('name', 'display_name', 'title'),
  kind: keys('kind', 'type'),
  role: keys('role', 'job', 'position'),
  bio: keys('bio', 'description'),
  image: keys('image', 'picture', 'avatar', 'photo'),
  links: keys('links'),
  aliases: keys('aliases'),
};

/** People as plain data: each of their names with a number in the list. */
export interface PeopleData {
  readonly persons: readonly Person[];
  readonly names: readonly (readonly [name: string, person: number])[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The people by their names. */
export function byNames({ persons, names }: PeopleData): People {
  return new Map(names.map(([name, at]) => [name, persons[at] as Person]));
}

/** Turns the files of `authors/` into people. */
export function toPeople(
  parsed: Iterable<Parsed>,
  { timezone, own }: { readonly timezone: string; readonly own: OwnSite },
): PeopleData {
  const people = new Map<string, Person>();
  const diagnostics: Diagnostic[] = [];
  for (const { document, diagnostics: faults } of parsed) {
    diagnostics.push(...faults);
    if (document === null || hasErrors(faults)) continue;
    const read = new FieldReader(document, PERSON_NAMES, timezone);
    const person = toPerson(document, read, own);
    if (person !== null) enter(person, [person.name, ...read.list('aliases')], people, read);
    const cuts = cutTexts(document, PERSON_NAMES, PERSON_TEXTS);
    diagnostics.push(...cuts, ...read.diagnostics, ...slipsInFile(document, KEYS));
    diagnostics.push(...read.slips.map(({ diagnostic }) => diagnostic));
  }
  const persons = [...new Set(people.values())];
  const names = [...people].map(([name, person]) => [name, persons.indexOf(person)] as const);
  return { persons, names, diagnostics };
}

function toPerson(document: Document, read: FieldReader<PersonField>, own: OwnSite): Person | null {
  const { path } = document;
  const name = read.text('name');
  if (name === null)
    return read.fault(
      'author/name',
      read.find('name'),
      'the author has no name',
      'Add a line at the top of the file: name: First Last.',
    );
  return {
    slug: idOf(path) || slugOfName(name),
    name,
    isDesk: isDesk(read),
    path,
    role: read.text('role'),
    bio: read.text('bio'),
    hasBody: document.body.length > 0,
    references: document.references,
    image: readImage(read, 'image', own),
    links: linksOf(read),
  };
}

/** All names of keys. */
const KEYS = Object.values(PERSON_NAMES).flatMap((names) =>
  names.flatMap((one) => ('key' in one ? [one.key] : [])),
);

/** The file's name, or that of its folder: `authors/arta.md`, `authors/arta/_index.md`. */
function idOf(path: string): string {
  const file = nameOf(path).replace(/\.[^.]+$/, '');
  return slugify(/^_?index$/i.test(file) ? nameOf(folderOf(path)) : file);
}

/** `kind: desk` or `kind: person`; a name without a file is taken for a person's. */
function isDesk(read: FieldReader<PersonField>): boolean {
  const kind = read.text('kind')?.toLowerCase() ?? 'person';
  if (kind !== 'desk' && kind !== 'person')
    read.fault(
      'article/value',
      read.find('kind'),
      `the kind "${kind}" is not one of an author`,
      'Write kind: desk for a desk of the paper or an agency, or kind: person.',
    );
  return kind === 'desk';
}

function slugOfName(name: string): string {
  return slugify(name) || `author-${hash(name).slice(0, 8)}`;
}

/**
 * Enters a person under all their names. Two may have one name; two files cannot have one page: the second is left out, with all that
 * it says.
 */
function enter(
  person: Person,
  names: readonly string[],
  people: Map<string, Person>,
  read: FieldReader<PersonField>,
): void {
  const twin = people.get(person.slug);
  if (twin?.slug === person.slug) {
    read.fault(
      'author/duplicate',
      null,
      `its page is also that of ${twin.path}`,
      'Remove or rename one of the two files.',
    );
    return;
  }
  for (const key of new Set([person.slug, ...names.map(slugOfName)])) {
    const other = people.get(key);
    if (other === undefined) people.set(key, person);
    else
      read.fault(
        'author/name-shared',
        null,
        `"${key}" is also a name of ${other.path}`,
        `In articles it means ${other.name} of that file. To mean the other write the name of the file: ${person.slug}.`,
      );
  }
}

function linksOf(read: FieldReader<PersonField>): PersonLink[] {
  const field = read.find('links');
  if (field === null) return [];
  const entries: [string, string | null][] = isRecord(field.value)
    ? Object.keys(field.value).map((name) => [name, partOf(field.value, name)])
    : Array.isArray(field.value)
      ? field.value.map((item) =>
          isRecord(item)
            ? [partOf(item, 'name') ?? partOf(item, 'url') ?? '', partOf(item, 'url')]
            : [shown(item), shown(item)],
        )
      : [[field.written ?? '', field.written]];
  return entries.flatMap(([name, url]) => {
    if (url !== null && /^(?:https?:\/\/|mailto:)\S+$/i.test(url))
      return [{ name: hostOr(name), url }];
    read.fault(
      'article/value',
      field,
      `the link "${name}" has no full address`,
      'Write it with its scheme: links: {Mastodon: https://mastodon.example/@name, Mail: mailto:name@paper.example}.',
    );
    return [];
  });
}

/** A link without a name of its own is known by where it leads. */
function hostOr(name: string): string {
  return URL.canParse(name) ? new URL(name).host || name.replace(/^mailto:/i, '') : name;
}

/** The authors of an article: names or ids, one or several, as texts or as records with a name. */
export function readBylines(read: FieldReader<'authors'>, people: People): readonly Byline[] {
  const field = read.find('authors');
  if (field === null) return [];
  const items = field.written !== null ? [field.written] : field.value;
  const found = (Array.isArray(items) ? items : [items]).map((item) => {
    const name = isRecord(item)
      ? (partOf(item, 'id') ?? partOf(item, 'name') ?? partOf(item, 'display_name'))
      : typeof item === 'object'
        ? null
        : oneLine(String(item ?? ''));
    return name === null ? null : bylineOf(name, people);
  });
  if (found.includes(null))
    read.fault(
      'article/value',
      field,
      `"${field.key}" has an author without a name`,
      'Write names, or names of files in authors/: authors: [arta, Agence France-Presse].',
    );
  const named = found.filter((one) => one !== null && one.name !== '') as Byline[];
  return named.filter((one, at) => named.findIndex(({ slug }) => slug === one.slug) === at);
}

/** Those of a paper stand below article after article. */
const bylines = new WeakMap<People, (name: string) => Byline>();

function bylineOf(name: string, people: People): Byline {
  let known = bylines.get(people);
  if (known === undefined) {
    known = recent((one: string) => makeByline(one, people));
    bylines.set(people, known);
  }
  return known(name);
}

function makeByline(name: string, people: People): Byline {
  const slug = slugOfName(name);
  const person = people.get(slug);
  if (person === undefined) return { slug, name, isDesk: false };
  return { slug: person.slug, name: person.name, isDesk: person.isDesk };
}
