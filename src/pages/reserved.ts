/** Addresses that are not for articles, because a page or a file of the paper is there. */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import { type Address, folderOf, nameOf, type OutPath, outPath } from '../base/paths.ts';
import { SIZES_FOLDER } from '../content/picture-sizes.ts';
import type { Shelf } from '../content/shelf.ts';
import { markOf } from '../memo/mark.ts';
import { markIndex } from '../memo/mark-index.ts';
import type { DraftsOption } from '../news/article.ts';
import { isPeriodPath } from '../news/calendar.ts';
import type { Reserved } from '../news/faults.ts';
import type { FlatPage } from '../news/flat-page.ts';
import { folderFault, type ReservedFiles } from '../news/in-the-way.ts';
import { type InUse, inUse } from '../news/in-use.ts';
import { tagSlug } from '../news/lists.ts';
import type { Locale } from '../news/locale.ts';
import { type AddressedPages, addressPages } from '../news/page-addresses.ts';
import { placeMarkOf } from '../news/places.ts';
import type { Redirect } from '../news/redirect.ts';
import { attachmentAddress } from '../news/reference.ts';
import type { Register } from '../news/register.ts';
import { distinctSections, type Section } from '../news/section.ts';
import { addressesIn, feedOf, fixedAddresses, MAKERS, PAPER_ADDRESSES } from './addresses.ts';
import { ICONS } from './icons.ts';
import type { PaperSettings, Surfaces } from './settings.ts';

/** What the paper decides about its addresses. */
export interface ReservedSettings extends DraftsOption {
  /** Declared sections; null if articles bring their own. */
  readonly sections: readonly Section[] | null;
  readonly pages: PaperSettings;
  /** The paper's own. */
  readonly redirects: readonly Redirect[];
  /** The paper's own pages, whoever may see them. */
  readonly flatPages: readonly FlatPage[];
}

/**
 * Gathers them over all articles, whatever the instant: an embargoed article must not bring a section
 * to an address that is taken. Two pages at one address are a fault, also where the second is an archive that
 * the paper will have one day.
 */
export function reservedAddresses(
  register: Register,
  settings: ReservedSettings,
  shelf: Shelf,
  /** Finds a text in the front matter of a file. */
  locate: (path: string, text: string) => Where,
): {
  reserved: Reserved & ReservedFiles;
  /** The paper's own pages; their faults are among the others. */
  flatPages: Pick<AddressedPages, 'alone' | 'clashing'>;
  diagnostics: readonly Diagnostic[];
} {
  const { locales, surfaces, icon, hasAdmin } = settings.pages;
  const makers = new Map<string, string>();
  const places = markIndex(1024);
  const names: string[] = [];
  /** Fronts of lists, which have archives below them. */
  const fronts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const reserve = (address: Address, maker: string): void => {
    const key = address.toLowerCase();
    const earlier = makers.get(key);
    if (earlier === undefined) {
      makers.set(key, maker);
      places.set(placeMarkOf(address), names.push(maker) - 1);
    } else if (earlier !== maker) diagnostics.push(clashFault(outPath(address), maker, earlier));
  };
  const reserveList = (front: Address, maker: string): void => {
    reserve(front, maker);
    if (surfaces.feeds) reserve(feedOf(front), `the feed of ${front}`);
    fronts.set(front.toLowerCase(), `the archive of ${front}`);
  };

  for (const [number, locale] of locales.entries()) {
    const addresses = addressesIn(locale.prefix);
    for (const [kind, address] of fixedAddresses(addresses))
      if (isMade(kind, settings.pages)) reserve(address, `the page "${kind}"`);
    fronts.set(addresses.home.toLowerCase(), 'the archive of the paper');
    const own = inUse(register, number, settings);
    const sections = settings.sections ?? distinctSections(own.sections);
    for (const one of sections) reserveList(addresses.section(one), MAKERS.section(one.slug));
    reserveLists(own, locale, surfaces.tags, reserveList);
  }
  if (icon !== null) for (const one of Object.values(ICONS)) reserve(one.address, 'the icon');
  if (hasAdmin) reserve(PAPER_ADDRESSES.admin, 'the editor');
  for (const { from } of surfaces.redirects ? settings.redirects : [])
    reserve(from, `the redirect from ${from}`);
  if (!shelf.publicFiles.has(`public${PAPER_ADDRESSES.robots}`))
    reserve(PAPER_ADDRESSES.robots, 'the file "robots.txt"');
  for (const file of shelf.publicFiles.keys())
    reserve(file.slice('public'.length).replace(/\/index\.html$/i, '/') as Address, file);
  for (const file of shelf.attachments.keys()) reserve(attachmentAddress(file), file);

  const later = (key: string) =>
    hasAdmin && isBelowAdmin(key) ? 'the editor' : laterAt(key, fronts, surfaces);
  const reserved: Reserved = {
    at: (place) => names[places.get(place)],
    later: (address) => later(address.toLowerCase()),
  };
  const { drafts } = settings;
  const flatPages = addressPages(settings.flatPages, {
    register,
    reserved,
    reserve,
    locate,
    drafts,
  });
  diagnostics.push(...flatPages.diagnostics);

  const folders = foldersOf(makers);
  const bare = new Map<string, string>();
  for (const [key, maker] of makers) {
    const out = outPath(key as Address);
    const other = later(key);
    if (other !== undefined) diagnostics.push(clashFault(out, maker, other));
    const isBare = !key.slice(key.lastIndexOf('/')).includes('.') && !key.endsWith('/');
    if (isBare) bare.set(out, maker);
    const inner = folders.get(out) ?? (isBare ? later(`${key}/`) : undefined);
    if (inner !== undefined && other === undefined)
      diagnostics.push(folderFault(out, maker, inner));
  }
  return {
    reserved: {
      ...reserved,
      bare,
      dotted: new Map(
        [...folders]
          .filter(([folder]) => nameOf(folder).includes('.'))
          .map(([folder, maker]) => [markOf(folder), maker]),
      ),
    },
    flatPages,
    diagnostics,
  };
}

/** The folders of the paper's files, in lower case, each with one who makes something in it. */
function foldersOf(makers: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const folders = new Map([
    ['_assets', 'the theme'],
    ['_pictures', 'the sizes of pictures'],
  ]);
  for (const [key, maker] of makers) {
    const out = outPath(key as Address);
    // Of most files the folder is known: it is that of others.
    for (let at = folderOf(out); at !== '' && !folders.has(at); at = folderOf(at))
      folders.set(at, maker);
  }
  return folders;
}

/** True if a paper with these settings may have the page or file. */
function isMade(kind: string, { surfaces, origin, icon, rail }: PaperSettings): boolean {
  switch (kind) {
    case 'rss':
    case 'atom':
    case 'json':
    case 'flash':
      return surfaces.feeds && origin !== null;
    case 'sitemap':
    case 'news':
      return surfaces.sitemaps && origin !== null;
    case 'tags':
      return surfaces.tags;
    case 'search':
      return surfaces.search;
    case 'manifest':
      return icon !== null;
    case 'fragment':
      return rail !== 'baked';
    default:
      return true;
  }
}

/** The pages of authors, tags and series. */
function reserveLists(
  { bylines, tags, series }: InUse,
  { prefix }: Locale,
  hasTags: boolean,
  reserve: (front: Address, maker: string) => void,
): void {
  const addresses = addressesIn(prefix);
  for (const slug of new Set(bylines.map((one) => one.slug)))
    reserve(addresses.author(slug), MAKERS.author(slug));
  for (const slug of new Set(hasTags ? tags.map(tagSlug) : []))
    reserve(addresses.tag(slug), MAKERS.tag(slug));
  for (const slug of new Set(series.map((one) => one.slug)))
    reserve(addresses.series(slug), MAKERS.series(slug));
}

/** True for the files of the editor, and for a file in the place of its folder. */
function isBelowAdmin(key: string): boolean {
  const { admin } = PAPER_ADDRESSES;
  return key === admin.slice(0, -1) || (key.startsWith(admin) && key !== admin);
}

/** A sitemap of the fronts or of a month, in any language. */
const SITEMAP = /^(?:\/[^/]+)?\/sitemap-(?:pages|\d{4}-\d\d)(?:-\d+)?\.xml$/;

/** The index of the search, in any language. */
const SEARCH = /^(?:\/[^/]+)?\/_search\//;

/** What an address may one day belong to: an archive, a sitemap, or the index of the search. */
function laterAt(
  key: string,
  fronts: ReadonlyMap<string, string>,
  { archives, pictures, search, sitemaps }: Surfaces,
): string | undefined {
  if (sitemaps && SITEMAP.test(key)) return 'a sitemap';
  if (search && SEARCH.test(key)) return 'the search index';
  if (pictures && key.startsWith(SIZES_FOLDER)) return 'the sizes of pictures';
  if (!archives) return undefined;
  // A front may itself have the form of a year, so each beginning of the address is tried.
  for (let at = key.indexOf('/'); at >= 0; at = key.indexOf('/', at + 1)) {
    const list = fronts.get(key.slice(0, at + 1));
    if (list !== undefined && isPeriodPath(key.slice(at + 1))) return list;
  }
  return undefined;
}

/** The fault of two pages or files with one place in the output. `maker` is a file, or a page in words. */
export function clashFault(out: OutPath, maker: string, earlier: string): Diagnostic {
  return diagnostic(
    'output/clash',
    maker,
    `${out} is also made by ${earlier}`,
    'Rename one of the two: an article or a page by a line slug: or permalink: in its front matter, a section in site.yaml, a file by its name.',
  );
}
