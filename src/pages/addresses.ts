/** Where the pages and files of a paper stand that are not articles. */
import { type Address, address } from '../base/paths.ts';
import type { Section } from '../news/section.ts';

/** The addresses of one language of the paper. */
export interface Addresses {
  readonly home: Address;
  readonly latest: Address;
  readonly corrections: Address;
  readonly 'not-found': Address;
  readonly sections: Address;
  readonly authors: Address;
  readonly tags: Address;
  readonly search: Address;
  /** The list that pages and servers put in the place of "Latest news". */
  readonly fragment: Address;
  readonly rss: Address;
  readonly atom: Address;
  readonly json: Address;
  readonly flash: Address;
  readonly sitemap: Address;
  readonly news: Address;
  readonly manifest: Address;
  /** The folder of the search index. */
  readonly searchIndex: Address;
  section(section: Pick<Section, 'slug'>): Address;
  author(slug: string): Address;
  tag(slug: string): Address;
  series(slug: string): Address;
  /**
   * The sitemap of a part of the paper, `2023-09`. It stands above all that it names: others than those below its own folder it
   * may not name (sitemaps.org, "Sitemap file location").
   */
  sitemapOf(name: string): Address;
}

/** Addresses of the whole paper, whatever the language. */
export const PAPER_ADDRESSES = {
  robots: address('/robots.txt'),
  admin: address('/admin/'),
} as const;

const known = new Map<string, Addresses>();

/** The addresses of the language whose pages stand at `prefix`. */
export function addressesIn(prefix: string): Addresses {
  let addresses = known.get(prefix);
  if (addresses === undefined) {
    addresses = make((path) => address(prefix + path));
    known.set(prefix, addresses);
  }
  return addresses;
}

function make(at: (path: string) => Address): Addresses {
  return {
    home: at('/'),
    latest: at('/latest/'),
    corrections: at('/corrections/'),
    'not-found': at('/404.html'),
    sections: at('/sections/'),
    authors: at('/authors/'),
    tags: at('/tags/'),
    search: at('/search/'),
    searchIndex: at('/_search/'),
    // A folder's page, as all are: some hosts send readers on from an address that ends in .html.
    fragment: at('/_fragments/latest/'),
    rss: at('/feed.xml'),
    atom: at('/atom.xml'),
    json: at('/feed.json'),
    flash: at('/flash.xml'),
    sitemap: at('/sitemap.xml'),
    news: at('/news-sitemap.xml'),
    manifest: at('/manifest.webmanifest'),
    section: ({ slug }) => at(`/${slug}/`),
    author: (slug) => at(`/authors/${slug}/`),
    tag: (slug) => at(`/tags/${slug}/`),
    series: (slug) => at(`/series/${slug}/`),
    sitemapOf: (name) => at(`/sitemap-${name}.xml`),
  };
}

/** The pages and files that do not depend on what the paper holds, by name. */
export function fixedAddresses(addresses: Addresses): [string, Address][] {
  return Object.entries(addresses).filter(
    ([name, at]) => typeof at === 'string' && name !== 'searchIndex',
  );
}

/** The feed of a list, beside its front: `/rajoni/feed.xml`. */
export function feedOf(front: Address): Address {
  return address(`${front}feed.xml`);
}

/** What makes these pages, in words for messages. */
export const MAKERS = {
  section: (slug: string) => `the section "${slug}"`,
  author: (slug: string) => `the page of the author "${slug}"`,
  tag: (slug: string) => `the page of the tag "${slug}"`,
  series: (slug: string) => `the page of the series "${slug}"`,
} as const;
