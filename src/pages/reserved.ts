/** Addresses that are not for articles, because a page or a file of the paper is there. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Address, type OutPath, outPath } from '../base/paths.ts';
import type { Article, DraftsOption } from '../news/article.ts';
import type { Reserved } from '../news/faults.ts';
import { attachmentAddress, type Shelf } from '../news/reference.ts';
import { isSetAside } from '../news/schedule.ts';
import { distinctSections, type Section } from '../news/section.ts';
import { ADDRESSES, MAKERS } from './addresses.ts';

/**
 * Gathers them over all articles, whatever the instant: an embargoed article must not bring a section
 * to an address that is taken. Two pages at one address are a fault.
 */
export function reservedAddresses(
  articles: readonly Article[],
  declared: readonly Section[] | null,
  shelf: Shelf,
  options: DraftsOption,
): { reserved: Reserved; diagnostics: readonly Diagnostic[] } {
  const reserved = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const reserve = (address: Address, maker: string): void => {
    const key = address.toLowerCase();
    const earlier = reserved.get(key);
    if (earlier === undefined) reserved.set(key, maker);
    else if (earlier !== maker) diagnostics.push(clashFault(outPath(address), maker, earlier));
  };
  for (const [kind, address] of Object.entries(ADDRESSES))
    if (typeof address === 'string') reserve(address, `the page "${kind}"`);
  const counted = articles.filter((one) => !isSetAside(one, options));
  const sections = declared ?? distinctSections(counted.flatMap(({ section }) => section ?? []));
  for (const one of sections) reserve(ADDRESSES.section(one), MAKERS.section(one.slug));
  for (const { authors, series } of counted) {
    for (const { slug } of authors) reserve(ADDRESSES.author(slug), MAKERS.author(slug));
    if (series !== null) reserve(ADDRESSES.series(series.slug), MAKERS.series(series.slug));
  }
  for (const file of shelf.publicFiles)
    reserve(file.slice('public'.length).replace(/\/index\.html$/i, '/') as Address, file);
  for (const file of shelf.attachments) reserve(attachmentAddress(file), file);
  return { reserved, diagnostics };
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
