/** What a page is: an address, a template, and the slices of the edition that it declares. */
import type { Address, OutPath } from '../base/paths.ts';
import { outPath } from '../base/paths.ts';

/** What the paper decides about its pages. */
export interface PageSettings {
  readonly title: string;
  /** `https://example.org` without a path; null if the paper has no url yet. */
  readonly origin: string | null;
  /** The path of the paper's url without closing slash, or empty. */
  readonly base: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA zone in which dates are shown. */
  readonly timezone: string;
  /** The tag that marks flash news; the kicker shows it, so the list of tags does not. */
  readonly flashTag: string;
  /** Items of "Latest news". */
  readonly railSize: number;
}

/** A named part of an edition as plain data, made when it is read and not kept. */
export interface Slice<T> {
  readonly name: string;
  read(): T;
}

/** Names a slice. Reading it twice gives equal data. */
export function slice<T>(name: string, read: () => T): Slice<T> {
  return { name, read };
}

/** The kinds of pages; each has a template of this name, which every theme needs. */
export const PAGE_KINDS = [
  'home',
  'latest',
  'section',
  'author',
  'series',
  'corrections',
  'not-found',
  'article',
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
  /** The names of all that the page depends on, but for its template and the settings. */
  readonly slices: readonly string[];
  /** The data for the template. */
  view(): Readonly<Record<string, unknown>>;
}

/** What the slices of a record hold. */
export type Values<S> = { readonly [K in keyof S]: S[K] extends Slice<infer T> ? T : never };

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
  const declared = Object.entries(slices);
  return {
    kind,
    address,
    out: outPath(address),
    maker,
    slices: declared.map(([, { name }]) => name),
    view: () => ({
      ...view(Object.fromEntries(declared.map(([key, part]) => [key, part.read()])) as Values<S>),
    }),
  };
}
