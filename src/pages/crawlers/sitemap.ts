/**
 * Sitemaps (https://www.sitemaps.org/protocol.html): an index, one for each month with its pictures
 * (Google's image extension), and one for the fronts and lists, which has no dates: theirs are those of
 * the articles that they list.
 */
import { groupBy } from '../../base/group.ts';
import { type Instant, isoLocal, localParts } from '../../base/instant.ts';
import { type Address, href } from '../../base/paths.ts';
import { element, textElement, XML_DECLARATION } from '../../base/xml.ts';
import type { Article } from '../../news/article.ts';
import { isOwn } from '../../news/schedule.ts';
import type { LocalPaper } from '../local-paper.ts';
import { type TextFile, textFile } from '../page.ts';
import { absolute } from '../share.ts';
import { imageView } from '../views.ts';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const IMAGE = 'http://www.google.com/schemas/sitemap-image/1.1';

/** What one sitemap holds at most: addresses, and bytes. */
export const SITEMAP_LIMITS = { addresses: 50_000, bytes: 50 * 1024 * 1024 };
type Limits = typeof SITEMAP_LIMITS;

/** An address in a sitemap. */
interface Entry {
  readonly xml: string;
  readonly modified: Instant | null;
}

/** A sitemap that holds as much as one may. */
interface Part {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** The sitemaps of one language; `pages` are the addresses of fronts and lists. */
export function* sitemaps(
  paper: LocalPaper,
  pages: readonly Address[],
  limits: Limits = SITEMAP_LIMITS,
): Generator<TextFile> {
  const { local, settings } = paper;
  const { addresses, origin, base, surfaces, timezone } = settings;
  if (!surfaces.sitemaps || origin === null || local.articles.length === 0) return;
  const full = (address: Address) => origin + href(base, address);

  const months = groupBy(local.articles.filter(isOwn).toReversed(), ({ published }: Article) =>
    monthOf(published, timezone),
  );
  const parts = [
    ...[...months].flatMap(([month, articles]) =>
      split(
        month,
        articles.map((article) => articleEntry(article, paper, full)),
        limits,
      ),
    ),
    ...split(
      'pages',
      pages.map((address) => ({
        xml: element('url', {}, [textElement('loc', full(address))]),
        modified: null,
      })),
      limits,
    ),
  ];
  const index = paper.slice('sitemaps', () =>
    parts.map(({ name, entries }) => ({
      loc: full(addresses.sitemapOf(name)),
      modified: latest(entries),
    })),
  );
  yield textFile('sitemap', addresses.sitemap, { index }, (values) =>
    [
      XML_DECLARATION,
      element(
        'sitemapindex',
        { xmlns: SITEMAP },
        values.index.map(({ loc, modified }) =>
          element('sitemap', {}, [textElement('loc', loc), lastmod(modified, timezone)]),
        ),
      ),
    ].join(''),
  );
  for (const { name, entries } of parts) {
    const urls = paper.slice(`sitemap ${name}`, () => entries.map(({ xml }) => xml));
    yield textFile(
      'sitemap',
      addresses.sitemapOf(name),
      { urls },
      (values) =>
        XML_DECLARATION + element('urlset', { xmlns: SITEMAP, 'xmlns:image': IMAGE }, values.urls),
    );
  }
}

/** `2023-09`: the month of an article's address and archive. */
function monthOf(published: Instant, timezone: string): string {
  const { year, month } = localParts(published, timezone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

function articleEntry(
  article: Article,
  { edition, settings }: LocalPaper,
  full: (address: Address) => string,
): Entry {
  const { origin, timezone } = settings;
  const image = imageView(article, article.image, edition, settings);
  const modified = article.modified ?? article.published;
  const xml = element('url', {}, [
    textElement('loc', full(article.address)),
    lastmod(modified, timezone),
    image === null
      ? ''
      : element('image:image', {}, [textElement('image:loc', absolute(image.src, origin ?? ''))]),
  ]);
  return { xml, modified };
}

function lastmod(modified: Instant | null, timezone: string): string {
  return modified === null ? '' : textElement('lastmod', isoLocal(modified, timezone));
}

function latest(entries: readonly Entry[]): Instant | null {
  return entries.reduce<Instant | null>(
    (found, { modified }) =>
      modified !== null && (found === null || modified > found) ? modified : found,
    null,
  );
}

/** Room for the declaration and the outermost element. */
const FRAME = 512;

/** Entries in as many sitemaps as the limits ask for: `2023-09`, `2023-09-2`. */
function split(name: string, entries: readonly Entry[], limits: Limits): Part[] {
  const parts: { name: string; entries: Entry[] }[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.xml);
    let last = parts.at(-1);
    if (
      last === undefined ||
      last.entries.length >= limits.addresses ||
      bytes + size > limits.bytes
    ) {
      last = { name: parts.length === 0 ? name : `${name}-${parts.length + 1}`, entries: [] };
      parts.push(last);
      bytes = FRAME;
    }
    last.entries.push(entry);
    bytes += size;
  }
  return parts;
}
