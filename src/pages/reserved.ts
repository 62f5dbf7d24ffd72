/** Addresses that are not for articles, because a page or a file of the paper is there. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Address, type OutPath, outPath } from '../base/paths.ts';
import type { Article, DraftsOption } from '../news/article.ts';
import { isPeriodPath } from '../news/calendar.ts';
import type { Reserved } from '../news/faults.ts';
import { tagSlug } from '../news/lists.ts';
import type { Locale, Locales } from '../news/locale.ts';
import { attachmentAddress, type Shelf } from '../news/reference.ts';
import { isSetAside } from '../news/schedule.ts';
import { distinctSections, type Section } from '../news/section.ts';
import { addressesIn, feedOf, fixedAddresses, MAKERS, PAPER_ADDRESSES } from './addresses.ts';

/** What the paper decides about its addresses. */
export interface ReservedSettings extends DraftsOption {
  readonly locales: Locales;
  /** Declared sections; null if articles bring their own. */
  readonly sections: readonly Section[] | null;
}

/**
 * Gathers them over all articles, whatever the instant: an embargoed article must not bring a section
 * to an address that is taken. Two pages at one address are a fault.
 */
export function reservedAddresses(
  articles: readonly Article[],
  settings: ReservedSettings,
  shelf: Shelf,
): { reserved: Reserved; diagnostics: readonly Diagnostic[] } {
  const makers = new Map<string, string>();
  /** Fronts of lists, which have archives below them. */
  const fronts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const reserve = (address: Address, maker: string): void => {
    const key = address.toLowerCase();
    const earlier = makers.get(key);
    if (earlier === undefined) makers.set(key, maker);
    else if (earlier !== maker) diagnostics.push(clashFault(outPath(address), maker, earlier));
  };
  const reserveList = (front: Address, maker: string): void => {
    reserve(front, maker);
    reserve(feedOf(front), `the feed of ${front}`);
    fronts.set(front.toLowerCase(), `the archive of ${front}`);
  };

  const counted = articles.filter((one) => !isSetAside(one, settings));
  for (const locale of settings.locales) {
    const addresses = addressesIn(locale.prefix);
    for (const [kind, address] of fixedAddresses(addresses)) reserve(address, `the page "${kind}"`);
    fronts.set(addresses.home.toLowerCase(), 'the archive of the paper');
    const own = counted.filter((one) => one.locale.prefix === locale.prefix);
    const sections = settings.sections ?? distinctSections(own.flatMap((one) => one.section ?? []));
    for (const one of sections) reserveList(addresses.section(one), MAKERS.section(one.slug));
    reserveLists(own, locale, reserveList);
  }
  for (const file of shelf.publicFiles)
    reserve(file.slice('public'.length).replace(/\/index\.html$/i, '/') as Address, file);
  if (!shelf.publicFiles.has(`public${PAPER_ADDRESSES.robots}`))
    reserve(PAPER_ADDRESSES.robots, 'the file "robots.txt"');
  for (const file of shelf.attachments) reserve(attachmentAddress(file), file);
  return { reserved: { get: (key) => makers.get(key) ?? laterAt(key, fronts) }, diagnostics };
}

/** The pages of authors, tags and series. */
function reserveLists(
  articles: readonly Article[],
  { prefix }: Locale,
  reserve: (front: Address, maker: string) => void,
): void {
  const addresses = addressesIn(prefix);
  for (const { authors, series, tags } of articles) {
    for (const { slug } of authors) reserve(addresses.author(slug), MAKERS.author(slug));
    for (const tag of tags) reserve(addresses.tag(tagSlug(tag)), MAKERS.tag(tagSlug(tag)));
    if (series !== null) reserve(addresses.series(series.slug), MAKERS.series(series.slug));
  }
}

/** What an address may one day belong to: an archive, or a sitemap. */
function laterAt(key: string, fronts: ReadonlyMap<string, string>): string | undefined {
  if (/^(?:\/[^/]+)?\/sitemaps\/[^/]+\.xml$/.test(key)) return 'a sitemap';
  const [, front = '', path = ''] = /^(.*?\/)(\d{4}\/.*)$/.exec(key) ?? [];
  return isPeriodPath(path) ? fronts.get(front) : undefined;
}

/** The fault of two pages or files with one place in the output. `maker` is a file, or a page in words. */
export function clashFault(out: OutPath, maker: string, earlier: string): Diagnostic {
  return diagnostic(
    'output/clash',
    maker,
    `${out} is also made by ${earlier}`,
    'Rename one of the two: an article by a line slug: or permalink: in its front matter.',
  );
}
