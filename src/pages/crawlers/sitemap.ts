/**
 * Sitemaps (https://www.sitemaps.org/protocol.html): an index, one for each month with its pictures
 * (Google's image extension), and one for the fronts and lists, which has no dates: theirs are those of
 * the articles that they list.
 */
import { type Instant, isoLocal } from '../../base/instant.ts';
import { type Address, href } from '../../base/paths.ts';
import { element, textElement, XML_DECLARATION } from '../../base/xml.ts';
import { type Mark, markOf, mix, NO_MARK } from '../../memo/mark.ts';
import type { Article } from '../../news/article.ts';
import { isOwn } from '../../news/schedule.ts';
import type { LocalPaper } from '../local-paper.ts';
import { type TextFile, textFile } from '../page.ts';
import { absolute } from '../share.ts';
import { imageView } from '../views.ts';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const IMAGE = 'http://www.google.com/schemas/sitemap-image/1.1';

/** What one sitemap holds at most: addresses, and bytes. */
const LIMITS = { addresses: 50_000, bytes: 50 * 1024 * 1024 };

/** A sitemap that holds as much as one may. */
interface Part {
  readonly name: string;
  /** The XML of each address, made when it is read. */
  entries(): readonly string[];
  readonly mark: Mark;
  /** When the one that changed last did so; null if none is an article. */
  readonly modified: Instant | null;
}

/** The sitemaps of one language; `pages` are the addresses of fronts and lists. */
export function* sitemaps(paper: LocalPaper, pages: readonly Address[]): Generator<TextFile> {
  const { local, settings } = paper;
  const { addresses, origin, base, surfaces, timezone } = settings;
  if (!surfaces.sitemaps || origin === null || local.articles.length === 0) return;
  const full = (address: Address) => origin + href(base, address);

  const entry = (article: Article) => articleEntry(article, paper, full);
  const page = (at: Address) => pageEntry(full(at));
  const months = [...monthsOf(local.articles)].flatMap(([month, articles]) => [
    ...portions(monthName(month), articles),
  ]);
  const parts: readonly Part[] = [
    ...months.map(({ name, items }) => ({
      name,
      modified: lastOf(items),
      entries: () => items.map(entry),
      mark: mix(markOf(name), paper.marks.entries(items)),
    })),
    ...split('pages', pages, page).map(({ name, items }) => ({
      name,
      modified: null,
      entries: () => items.map(page),
      mark: mix(markOf(items.join('\n')), NO_MARK),
    })),
  ];
  const index = paper.slice(
    'sitemaps',
    () =>
      parts.map(({ name, modified }) => ({
        loc: full(addresses.sitemapOf(name)),
        modified,
      })),
    () => mix(...parts.map(({ mark }) => mark)),
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
  for (const { name, entries, mark } of parts) {
    const urls = paper.slice(`sitemap ${name}`, entries, () => mark);
    yield textFile(
      'sitemap',
      addresses.sitemapOf(name),
      { urls },
      (values) =>
        XML_DECLARATION + element('urlset', { xmlns: SITEMAP, 'xmlns:image': IMAGE }, values.urls),
    );
  }
}

function articleEntry(
  article: Article,
  { edition, settings }: LocalPaper,
  full: (address: Address) => string,
): string {
  const { origin, timezone } = settings;
  const image = imageView(article, article.image, edition, settings);
  return element('url', {}, [
    textElement('loc', full(article.address)),
    lastmod(article.changed, timezone),
    image === null
      ? ''
      : element('image:image', {}, [textElement('image:loc', absolute(image.src, origin ?? ''))]),
  ]);
}

function lastmod(modified: Instant | null, timezone: string): string {
  return modified === null ? '' : textElement('lastmod', isoLocal(modified, timezone));
}

function pageEntry(loc: string): string {
  return element('url', {}, [textElement('loc', loc)]);
}

/** The paper's own articles by months (`202309`), oldest first. */
function monthsOf(newestFirst: readonly Article[]): ReadonlyMap<number, readonly Article[]> {
  const months = new Map<number, Article[]>();
  for (let at = newestFirst.length - 1; at >= 0; at--) {
    const article = newestFirst[at] as Article;
    if (!isOwn(article)) continue;
    const month = Math.floor(article.day / 100);
    const own = months.get(month);
    if (own === undefined) months.set(month, [article]);
    else own.push(article);
  }
  return months;
}

function monthName(month: number): string {
  const digits = String(month).padStart(6, '0');
  return `${digits.slice(0, -2)}-${digits.slice(-2)}`;
}

/** When the one that changed last did so. */
function lastOf(articles: readonly Article[]): Instant | null {
  let last: Instant | null = null;
  for (const { changed } of articles) if (last === null || changed > last) last = changed;
  return last;
}

/** A part of the paper that is one sitemap. */
interface Portion<Item> {
  readonly name: string;
  readonly items: readonly Item[];
}

/**
 * More articles are in no sitemap. Whatever their addresses, so many are within the limits, and none has to be read to find
 * that out: an address is at most 2,048 characters long, and each may be written with five more. What is published
 * changes the last sitemap of its month alone.
 */
const ARTICLES = 1500;

/** Articles of a month in as many sitemaps as they need: `2023-09`, `2023-09-2`. */
function* portions(name: string, articles: readonly Article[]): Generator<Portion<Article>> {
  for (let at = 0; at < articles.length; at += ARTICLES)
    yield { name: numbered(name, at / ARTICLES), items: articles.slice(at, at + ARTICLES) };
}

/** Room for the declaration and the outermost element. */
const FRAME = 512;

/** Addresses in as many sitemaps as the limits ask for. */
function split(
  name: string,
  addresses: readonly Address[],
  entryOf: (address: Address) => string,
): Portion<Address>[] {
  const parts: { name: string; items: Address[] }[] = [];
  let bytes = 0;
  for (const address of addresses) {
    const size = Buffer.byteLength(entryOf(address));
    let last = parts.at(-1);
    if (
      last === undefined ||
      last.items.length >= LIMITS.addresses ||
      bytes + size > LIMITS.bytes
    ) {
      last = { name: numbered(name, parts.length), items: [] };
      parts.push(last);
      bytes = FRAME;
    }
    last.items.push(address);
    bytes += size;
  }
  return parts;
}

/** The name of one of several: the first has that of all. */
const numbered = (name: string, before: number) => (before === 0 ? name : `${name}-${before + 1}`);
