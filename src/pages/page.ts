/** What a page is: an address, a template, and the slices of the edition that it declares. */
import type { Address, OutPath } from '../base/paths.ts';
import { outPath } from '../base/paths.ts';
import { type Mark, markOf, markOfData, mix } from '../memo/mark.ts';
import type { Part } from '../memo/parts.ts';
import { placeMarkOf } from '../news/places.ts';

/** A named part of an edition as plain data, made when it is read and not kept. */
export interface Slice<T> {
  readonly name: string;
  read(): T;
  /** Stands for the data: while it is the same, so is the data. */
  mark(): Mark;
}

/** Names a slice. Reading it twice gives equal data. Without a mark of its own it is marked by its data. */
export function slice<T>(
  name: string,
  read: () => T,
  mark: () => Mark = () => markOfData(read()),
): Slice<T> {
  return { name, read, mark };
}

/** The kinds of pages; each has a template of this name, which every theme needs. */
export const PAGE_KINDS = [
  'home',
  'latest',
  'section',
  'author',
  'tag',
  'series',
  'archive',
  'sections',
  'authors',
  'tags',
  'corrections',
  'fragments/latest',
  'not-found',
  'search',
  'article',
  'page',
  'withdrawn',
  'redirect',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** A page to be made. It does not hold its content: `view` makes it from the declared slices. */
export interface Page {
  readonly kind: PageKind;
  readonly address: Address;
  readonly out: OutPath;
  /** What the page is made of, in words for messages: an article's file, or the kind of page. */
  readonly maker: string;
  /** All that the page depends on, but for its template and the settings. */
  readonly slices: readonly Slice<unknown>[];
  /** The data for the template. */
  view(): Readonly<Record<string, unknown>>;
}

/** A file that code writes and no template: a feed, a sitemap, what a host wants to be told. */
export interface TextFile {
  readonly kind: TextKind;
  readonly address: Address;
  readonly out: OutPath;
  readonly maker: string;
  readonly slices: readonly Slice<unknown>[];
  /** The whole content. */
  text(): string;
}

/** The kinds of files without a template. */
export type TextKind = 'feed' | 'sitemap' | 'robots' | 'manifest' | 'search';

/**
 * A page or file that is to be there. What it is made from is known before it is made; whether it has to be made
 * is for others to decide.
 */
export interface Planned {
  readonly kind: PageKind | TextKind;
  /** Stands for its place in the output (output/manifest). */
  readonly place: Mark;
  /** Stands for all slices that it declares, and for what the paper decides: `mix` of the marks of `parts`. */
  key(): Mark;
  /** What the key is made of. Asked of pages that are made, never of all. */
  parts(): readonly Part[];
  make(): Page | TextFile;
}

/** Many pages of one kind, which are asked for by their numbers, from 0: of a hundred thousand few have to be made. */
export interface PlannedRow {
  readonly kind: PageKind;
  readonly size: number;
  placeAt(at: number): Mark;
  /** `Planned.key` of that page. */
  keyAt(at: number): Mark;
  at(at: number): Planned;
}

/** A page that exists already; `settings` stands for what the paper decides in its language. */
export function planned(one: Page | TextFile, settings: Mark): Planned {
  // The letter case of an address may change, and its place stays the same.
  const own = mix(settings, markOf(one.address));
  let made: readonly Mark[] | null = null;
  const marks = () => {
    made ??= one.slices.map((part) => part.mark());
    return made;
  };
  return {
    kind: one.kind,
    place: placeMarkOf(one.address),
    key: () => mix(own, ...marks()),
    parts: () => [
      [PART_NAMES.settings, own],
      ...one.slices.map(({ name }, at): Part => [partName(name), marks()[at] as Mark]),
    ],
    make: () => one,
  };
}

/** What a newsroom calls the parts that many pages have in common. */
export const PART_NAMES = {
  settings: 'the settings',
  site: 'the frame of all pages',
  newest: 'the day of the newest article',
  strip: 'flash news',
  rail: 'latest news',
  latest: 'latest news',
} as const;

/** The name by which a slice is told. One that all pages of a language share has one word, behind that language's address. */
export function partName(name: string): string {
  const word = name.replace(/^\/\S* /, '');
  return Object.hasOwn(PART_NAMES, word) ? PART_NAMES[word as keyof typeof PART_NAMES] : name;
}

/** What the slices of a record hold. */
export type Values<S> = { readonly [K in keyof S]: S[K] extends Slice<infer T> ? T : never };

/** Declares a file without a template, as `page` does a page. */
export function textFile<S extends Readonly<Record<string, Slice<unknown>>>>(
  kind: TextKind,
  address: Address,
  slices: S,
  text: (values: Values<S>) => string,
): TextFile {
  return {
    kind,
    address,
    out: outPath(address),
    maker: `the file "${address.slice(1)}"`,
    slices: Object.values(slices),
    text: () => text(valuesOf(slices)),
  };
}

/**
 * Declares a page. `view` receives the values of the declared slices and nothing else, so that
 * a page cannot depend on what it did not declare.
 */
export function page<S extends Readonly<Record<string, Slice<unknown>>>>(
  kind: PageKind,
  address: Address,
  slices: S,
  view: (values: Values<S>) => object,
  maker = `the page "${kind}"`,
): Page {
  return {
    kind,
    address,
    out: outPath(address),
    maker,
    slices: Object.values(slices),
    view: () => view(valuesOf(slices)) as Readonly<Record<string, unknown>>,
  };
}

function valuesOf<S extends Readonly<Record<string, Slice<unknown>>>>(slices: S): Values<S> {
  const values: Record<string, unknown> = {};
  for (const key in slices) values[key] = slices[key]?.read();
  return values as Values<S>;
}
