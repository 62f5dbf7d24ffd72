/** XML, sitemaps and their schemas. */

import { statSync } from 'node:fs';
import path from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { fileOf, type Output, urlOf, type Verdict } from './output.ts';
import { full, inBatches, run, text, told } from './programs.ts';

/** Every file of XML, pictures included, is well-formed. */
export async function wellFormed(output: Output): Promise<Verdict> {
  const files = output.files.filter((file) => /\.(xml|svg)$/.test(file));
  const args = ['--noout', '--nonet'];
  return told(
    files,
    await inBatches(full(output, files), (batch) => run('xmllint', [...args, ...batch])),
  );
}

export interface Sitemaps {
  readonly indexes: string[];
  readonly maps: string[];
  readonly news: string[];
}

export function sitemapFiles({ files }: Output): Sitemaps {
  const named = (name: string) => files.filter((file) => path.posix.basename(file) === name);
  const maps = files.filter((file) => /(^|\/)sitemap-[^/]+\.xml$|(^|\/)sitemaps\//.test(file));
  return { indexes: named('sitemap.xml'), maps, news: named('news-sitemap.xml') };
}

/** Sitemaps with the schemas of sitemaps.org and of Google's extensions. */
export async function sitemapSchemas(output: Output, schemas: string): Promise<Verdict> {
  const { indexes, maps, news } = sitemapFiles(output);
  const check = async (schema: string, files: string[]) => {
    const args = ['--noout', '--nonet', '--schema', `${schemas}/sitemap-xsd/${schema}`];
    const lines = await inBatches(full(output, files), (batch) =>
      run('xmllint', [...args, ...batch]),
    );
    return lines.filter((line) => !line.endsWith(' validates'));
  };
  return told(
    [...indexes, ...maps, ...news],
    [
      ...(await check('siteindex.xsd', indexes)),
      ...(await check('all-local.xsd', [...maps, ...news])),
    ],
  );
}

/** What sitemaps name exists, is a page of that very address, and all articles are named once. */
export function sitemapAddresses(output: Output): Verdict {
  const { indexes, maps, news } = sitemapFiles(output);
  const findings: string[] = [];
  const locs = (file: string): string[] => {
    const { size } = statSync(path.join(output.folder, file));
    const document = parseDocument(text(output, file), { xmlMode: true });
    const found = DomUtils.getElementsByTagName('loc', document).map((one) =>
      DomUtils.textContent(one),
    );
    if (found.length === 0 || found.length > 50_000 || size > 50 * 1024 * 1024)
      findings.push(`${file}: ${found.length} addresses, ${size} bytes`);
    return found;
  };
  const named = indexes.flatMap((index) =>
    locs(index).map((loc) => {
      const file = fileOf(output, loc) ?? loc;
      // The protocol: an index names sitemaps below its own folder only.
      if (!maps.includes(file)) findings.push(`${index}: ${loc} is no sitemap`);
      if (!file.startsWith(path.posix.dirname(index).replace(/^\.$/, '')))
        findings.push(`${index}: ${loc} is above it`);
      return file;
    }),
  );
  // A sitemap names what is below its own folder (sitemaps.org, "Sitemap file location"), which is all of its language.
  const folders = new Set(output.homes.map((home) => path.posix.dirname(home)));
  for (const map of maps) {
    if (!named.includes(map)) findings.push(`${map}: stands in no index of sitemaps`);
    if (!folders.has(path.posix.dirname(map))) findings.push(`${map}: stands below what it names`);
  }

  const inMaps = new Map<string, string>();
  const check = (map: string, loc: string) => {
    const page = output.pages.get(fileOf(output, loc) ?? '');
    if (page === undefined) findings.push(`${map}: no page at ${loc}`);
    else if (page.canonical !== loc)
      findings.push(`${map}: ${loc} calls itself ${page.canonical ?? 'nothing'}`);
    else if (page.isHidden) findings.push(`${map}: ${loc} is not to be indexed`);
  };
  for (const map of maps)
    for (const loc of locs(map)) {
      check(map, loc);
      const other = inMaps.get(loc);
      if (other !== undefined) findings.push(`${map}: ${loc} stands in ${other} too`);
      inMaps.set(loc, map);
    }
  for (const map of news) {
    const found = locs(map);
    if (found.length > 1000) findings.push(`${map}: more than 1000 articles`);
    for (const loc of found) {
      check(map, loc);
      if (!inMaps.has(loc)) findings.push(`${map}: ${loc} stands in no other sitemap`);
    }
  }
  for (const { file, kind, canonical } of output.pages.values())
    if (kind === 'article' && canonical === urlOf(output, file) && !inMaps.has(canonical))
      findings.push(`${file}: stands in no sitemap`);
  const files = [...indexes, ...maps, ...news];
  return { checked: `${files.length} files, ${inMaps.size} addresses`, findings };
}
