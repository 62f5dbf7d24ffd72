/**
 * Validators of the output: what other programs and readers say of the files of a build. Each returns
 * what it looked at and what it found; an empty list of findings is a pass.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parseAtomFeed, parseFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';
import { DomUtils, Parser, parseDocument } from 'htmlparser2';
import { LinkChecker, LinkState } from 'linkinator';
import RssParser from 'rss-parser';
import type { ListItem, Thing } from 'schema-dts';
import { ROOT, readFolder } from './rig.ts';

/** What a validator looked at, and what is wrong with it: `file: message`. */
export interface Verdict {
  readonly checked: string;
  readonly findings: readonly string[];
}

/** An output folder, read once. */
export interface Output {
  readonly folder: string;
  /** Paths of all files, sorted. */
  readonly files: readonly string[];
  /** `https://example.org`, and the path below it at which the site stands. */
  readonly origin: string;
  readonly base: string;
  readonly pages: ReadonlyMap<string, HtmlPage>;
  /** The home pages, one for each language. */
  readonly homes: readonly string[];
}

/** What an HTML file says of itself. */
export interface HtmlPage {
  readonly file: string;
  /** The kind of page, as its body has it for a class; `redirect` if it sends readers on. */
  readonly kind: string;
  readonly isDocument: boolean;
  readonly isHidden: boolean;
  readonly canonical: string | null;
  readonly alternates: ReadonlyMap<string, string>;
  readonly structured: readonly string[];
  /** What readers can follow, and what the page loads or names. */
  readonly links: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

/** Pages to which nothing leads: errors, parts of pages, and what has gone from an address. */
const UNLINKED: ReadonlySet<string> = new Set(['fragment', 'not-found', 'redirect', 'withdrawn']);

export function readOutput(folder: string): Output {
  const all = readFolder(folder);
  const files = Object.keys(all).sort();
  const decode = new TextDecoder('utf-8', { fatal: true });
  const pages = new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, readPage(file, decode.decode(all[file]))]),
  );
  const home = pages.get('index.html');
  if (home?.canonical == null) throw new Error('the home page has no canonical address');
  const { origin, pathname } = new URL(home.canonical);
  const output = { folder, files, origin, base: pathname.slice(0, -1), pages };
  const homes = [...home.alternates.values()].map((url) => fileOf(output, url) ?? url);
  return { ...output, homes: [...new Set(['index.html', ...homes])] };
}

/** Attributes with an address, by element; those of `a` and `area` are for readers to follow. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  audio: ['src'],
  blockquote: ['cite'],
  del: ['cite'],
  embed: ['src'],
  form: ['action'],
  iframe: ['src'],
  img: ['src', 'srcset'],
  ins: ['cite'],
  link: ['href'],
  object: ['data'],
  q: ['cite'],
  script: ['src'],
  source: ['src', 'srcset'],
  track: ['src'],
  video: ['src', 'poster'],
};

function readPage(file: string, html: string): HtmlPage {
  const links = new Set<string>();
  const resources = new Set<string>();
  const ids = new Set<string>();
  const alternates = new Map<string, string>();
  const structured: string[] = [];
  const page = {
    kind: file.includes('_fragments/') ? 'fragment' : '',
    isDocument: false,
    isHidden: false,
    canonical: null as string | null,
  };
  let data: string | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      const { id, href, rel, content } = attributes;
      if (id !== undefined) ids.add(id);
      for (const url of addressesIn(name, attributes)) resources.add(url);
      if (name === 'a' || name === 'area') {
        if (href !== undefined) links.add(href);
      } else if (name === 'html') page.isDocument = true;
      else if (name === 'body' && page.kind === '')
        page.kind = attributes.class?.replace('page-', '') ?? '';
      else if (name === 'link' && rel === 'canonical') page.canonical = href ?? null;
      else if (name === 'link' && attributes.hreflang !== undefined)
        alternates.set(attributes.hreflang, href ?? '');
      else if (name === 'meta' && attributes.name === 'robots')
        page.isHidden ||= content?.includes('noindex') === true;
      else if (name === 'meta' && attributes['http-equiv'] === 'refresh') {
        page.kind = 'redirect';
        resources.add(content?.split('url=')[1] ?? '');
      } else if (name === 'script' && attributes.type === 'application/ld+json') data = '';
    },
    ontext(text) {
      if (data !== null) data += text;
    },
    onclosetag(name) {
      if (name !== 'script' || data === null) return;
      structured.push(data);
      data = null;
    },
  });
  parser.end(html);
  return { file, ...page, alternates, structured, links, resources, ids };
}

function addressesIn(element: string, attributes: Readonly<Record<string, string>>): string[] {
  return (ADDRESSES[element] ?? []).flatMap((name) => {
    const value = attributes[name];
    if (value === undefined) return [];
    if (name !== 'srcset') return [value];
    return value.split(', ').map((one) => one.trim().split(' ')[0] ?? '');
  });
}

function parseUrl(url: string, from?: string): URL | null {
  return URL.canParse(url, from) ? new URL(url, from) : null;
}

/** The full address at which a host serves the file. */
export function urlOf({ origin, base }: Pick<Output, 'origin' | 'base'>, file: string): string {
  const address = file.endsWith('index.html') ? file.slice(0, -'index.html'.length) : file;
  return new URL(origin + encodeURI(`${base}/${address}`)).href;
}

/** The file that a host serves at the address, whether or not it exists; null if it is elsewhere. */
export function fileOf({ origin, base }: Pick<Output, 'origin' | 'base'>, url: string) {
  const parsed = parseUrl(url);
  if (parsed?.origin !== origin || !parsed.pathname.startsWith(`${base}/`)) return null;
  const name = decodeURIComponent(parsed.pathname.slice(base.length + 1));
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}

// Programs.

/** True if the program can be run; otherwise the reason is printed, and CI fails. */
export function has(program: string, use: string): boolean {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  if (folders.some((folder) => existsSync(path.join(folder, program)))) return true;
  return missing(`${use}: no program ${program}`);
}

function missing(reason: string): false {
  if (process.env.CI) throw new Error(reason);
  console.warn(`Not validated. ${reason}.`);
  return false;
}

/** The Python that has feedparser: the system's own, or the first on the path. */
export function feedparserPython(): string | null {
  for (const python of ['/usr/bin/python3', 'python3'])
    if (spawnSync(python, ['-c', 'import feedparser']).status === 0) return python;
  missing('Feeds by feedparser: no Python that has it');
  return null;
}

/**
 * The schemas of sitemaps and of Atom, which are others' and no part of this repository. A folder has
 * `sitemap-xsd/` and `atom.rnc`; without one even CI goes on, and says so.
 */
export function schemaFolder(): string | null {
  const folder = path.resolve(ROOT, process.env.GAZETA_CONFORMANCE ?? '../shared/conformance');
  if (existsSync(`${folder}/atom.rnc`) && existsSync(`${folder}/sitemap-xsd/all-local.xsd`))
    return folder;
  console.warn(
    `Not validated. Sitemaps and Atom against their schemas: none in ${folder} (set GAZETA_CONFORMANCE to their folder).`,
  );
  return null;
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function run(program: string, args: readonly string[], input = '', home?: string) {
  const { HTTP_PROXY, HTTPS_PROXY, http_proxy, https_proxy, ...env } = process.env;
  const child = spawn(program, args, { env: home === undefined ? env : { ...env, HOME: home } });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  child.stdin.on('error', () => {}).end(input);
  return new Promise<Ran>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...said }));
  });
}

/** Runs a program over many files, as many at a time as a command line holds. */
async function inBatches(files: readonly string[], one: (batch: string[]) => Promise<Ran>) {
  const findings: string[] = [];
  for (let at = 0; at < files.length; at += 500) {
    const { code, out, err } = await one(files.slice(at, at + 500));
    if (code !== 0) findings.push(...`${out}\n${err}`.split('\n').filter((line) => line !== ''));
  }
  return findings;
}

function told(files: readonly string[], findings: readonly string[]): Verdict {
  return { checked: `${files.length} files`, findings };
}

/** A text of the output. */
function text({ folder }: Output, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

function full({ folder }: Output, files: readonly string[]): string[] {
  return files.map((file) => path.join(folder, file));
}

// XML.

/** Every file of XML, pictures included, is well-formed. */
export async function wellFormed(output: Output): Promise<Verdict> {
  const files = output.files.filter((file) => /\.(xml|svg)$/.test(file));
  const args = ['--noout', '--nonet'];
  return told(
    files,
    await inBatches(full(output, files), (batch) => run('xmllint', [...args, ...batch])),
  );
}

interface Sitemaps {
  readonly indexes: string[];
  readonly maps: string[];
  readonly news: string[];
}

function sitemapFiles({ files }: Output): Sitemaps {
  const named = (name: string) => files.filter((file) => path.posix.basename(file) === name);
  const maps = files.filter((file) => path.posix.basename(path.posix.dirname(file)) === 'sitemaps');
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
  for (const map of maps)
    if (!named.includes(map)) findings.push(`${map}: stands in no index of sitemaps`);

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

// Feeds.

/** An entry of a feed, as a reader of feeds has it. */
interface Entry {
  readonly id: string | undefined;
  readonly link: string | undefined;
  readonly title: string | undefined;
  /** The instant of publication. */
  readonly published: number | null;
}

export interface FeedFiles {
  readonly rss: readonly string[];
  readonly atom: readonly string[];
  readonly json: readonly string[];
}

export function feedFiles({ files }: Output): FeedFiles {
  const named = (...names: string[]) =>
    files.filter((file) => names.includes(path.posix.basename(file)));
  return { rss: named('feed.xml', 'flash.xml'), atom: named('atom.xml'), json: named('feed.json') };
}

/** Atom with the schema of RFC 4287, by jing. */
export async function atomSchema(output: Output, schemas: string): Promise<Verdict> {
  const { atom } = feedFiles(output);
  // jing writes what it finds to its standard output; the rest is about its installation.
  const validate = async (batch: string[]) => ({
    ...(await run('jing', ['-c', `${schemas}/atom.rnc`, ...batch])),
    err: '',
  });
  return told(atom, await inBatches(full(output, atom), validate));
}

/** A feed as feedsmith reads it. */
interface ReadFeed {
  readonly entries: readonly Entry[];
  readonly self: readonly (string | undefined)[];
  readonly page: string | undefined;
  /** HTML of the entries, and addresses that are not in it. */
  readonly contents: readonly string[];
  readonly media: readonly (string | undefined)[];
}

function instant(date: string | undefined): number | null {
  const parsed = Date.parse(date ?? '');
  return Number.isNaN(parsed) ? null : parsed;
}

const given = <T>(value: T | undefined): value is T => value !== undefined;

type Links = readonly { readonly rel?: string; readonly href?: string }[];

function hrefs(links: Links | undefined, rel: string): (string | undefined)[] {
  return (links ?? []).filter((link) => link.rel === rel).map(({ href }) => href);
}

function readRss(source: string): ReadFeed {
  const feed = parseRssFeed(source);
  const items = feed.items ?? [];
  return {
    entries: items.map(({ guid, link, title, pubDate }) => ({
      id: guid?.value,
      link,
      title,
      published: instant(pubDate),
    })),
    self: hrefs(feed.atom?.links, 'self'),
    page: feed.link,
    contents: items.map(({ content }) => content?.encoded).filter(given),
    media: [
      feed.image?.url,
      ...items.flatMap(({ media }) => (media?.contents ?? []).map(({ url }) => url)),
    ],
  };
}

function readAtom(source: string): ReadFeed {
  const feed = parseAtomFeed(source);
  const entries = feed.entries ?? [];
  return {
    entries: entries.map(({ id, links, title, published }) => ({
      id,
      link: hrefs(links, 'alternate')[0],
      title: title?.value,
      published: instant(published),
    })),
    self: hrefs(feed.links, 'self'),
    page: hrefs(feed.links, 'alternate')[0],
    contents: entries.map(({ content }) => content?.value).filter(given),
    media: [feed.icon, ...entries.flatMap(({ links }) => hrefs(links, 'enclosure'))],
  };
}

function readJson(source: string): ReadFeed {
  const feed = parseJsonFeed(source);
  const items = feed.items ?? [];
  return {
    entries: items.map(({ id, url, title, date_published }) => ({
      id,
      link: url,
      title,
      published: instant(date_published),
    })),
    self: [feed.feed_url],
    page: feed.home_page_url,
    contents: items.map(({ content_html }) => content_html).filter(given),
    media: [feed.icon, ...items.map(({ image }) => image)],
  };
}

function readBy(output: Output, file: string): ReadFeed {
  const source = text(output, file);
  if (file.endsWith('.json')) return readJson(source);
  return path.posix.basename(file) === 'atom.xml' ? readAtom(source) : readRss(source);
}

/** Feeds by feedsmith: what they name exists, what they hold stands for itself, ids are unique. */
export function feeds(output: Output): Verdict {
  const { rss, atom, json } = feedFiles(output);
  const all = [...rss, ...atom, ...json];
  const findings: string[] = [];
  const seen = new Map<string, Entry>();
  let entriesInAll = 0;
  for (const file of all) {
    const say = (message: string) => findings.push(`${file}: ${message}`);
    const form = file.endsWith('.json') ? 'json' : atom.includes(file) ? 'atom' : 'rss';
    const { format } = parseFeed(text(output, file));
    if (format !== form) say(`taken for ${format}`);
    const { entries, self, page, contents, media } = readBy(output, file);
    entriesInAll += entries.length;
    if (entries.length === 0) say('no entries');
    if (self.length !== 1 || self[0] !== urlOf(output, file)) say(`calls itself ${self.join()}`);
    if (!output.pages.has(fileOf(output, page ?? '') ?? '')) say(`its page ${page} is not there`);
    const ids = new Set<string>();
    for (const entry of entries) {
      const { id = '', link = '', title = '', published } = entry;
      if (id === '' || ids.has(id)) say(`the id "${id}" is not unique`);
      ids.add(id);
      if (title === '') say(`${link} has no title`);
      if (published === null) say(`${link} has no date`);
      const there = output.pages.get(fileOf(output, link) ?? '');
      if (there?.kind !== 'article') say(`no article at ${link}`);
      // The same article is the same entry in every feed.
      const before = seen.get(id) ?? entry;
      seen.set(id, before);
      if (JSON.stringify(before) !== JSON.stringify(entry)) say(`${id} differs from other feeds`);
    }
    for (const html of contents) for (const message of contentFaults(output, html)) say(message);
    for (const url of media.filter(given)) {
      const target = fileOf(output, url);
      if (!URL.canParse(url)) say(`the picture ${url} is relative`);
      else if (target !== null && !output.files.includes(target)) say(`no picture at ${url}`);
    }
  }
  for (const file of atom) {
    const ids = (one: string) => readBy(output, one).entries.map(({ id }) => id);
    const folder = file.slice(0, -'atom.xml'.length);
    for (const other of [`${folder}feed.xml`, `${folder}feed.json`])
      if (ids(file).join() !== ids(other).join())
        findings.push(`${file}: other entries than ${other}`);
  }
  return { checked: `${all.length} feeds, ${entriesInAll} entries`, findings };
}

/** HTML that is shown somewhere else has full addresses only, and the paper's own lead somewhere. */
function contentFaults(output: Output, html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const { href } = attributes;
      const urls = addressesIn(name, attributes);
      for (const url of name === 'a' && href !== undefined ? [href, ...urls] : urls) {
        const target = fileOf(output, url);
        if (!URL.canParse(url)) found.push(`"${url}" in the text is relative`);
        else if (target !== null && !output.files.includes(target))
          found.push(`${url} in the text is dead`);
      }
    },
  });
  parser.end(html);
  return found;
}

/** What one reader has of a feed, beside what feedsmith has. */
function differences(output: Output, file: string, read: readonly Entry[], reader: string) {
  const { entries } = readBy(output, file);
  if (read.length !== entries.length)
    return [`${file}: ${read.length} entries in ${reader}, ${entries.length} in feedsmith`];
  return entries.flatMap((entry, place) =>
    (['id', 'link', 'title', 'published'] as const).flatMap((key) => {
      const other = read[place]?.[key];
      return other === entry[key]
        ? []
        : [`${file}: ${key} is ${other} in ${reader}, ${entry[key]} in feedsmith`];
    }),
  );
}

/** Feeds by rss-parser. */
export async function feedsByRssParser(output: Output): Promise<Verdict> {
  const { rss, atom } = feedFiles(output);
  const parser = new RssParser<object, { readonly id?: string }>();
  const findings: string[] = [];
  for (const file of [...rss, ...atom]) {
    const { items } = await parser.parseString(text(output, file));
    const entries = items.map(({ id, guid, link, title, isoDate, pubDate }) => ({
      id: guid ?? id,
      link,
      title,
      published: instant(pubDate ?? isoDate),
    }));
    findings.push(...differences(output, file, entries, 'rss-parser'));
  }
  return told([...rss, ...atom], findings);
}

const FEEDPARSER = `
import calendar, feedparser, json, sys
def read(name):
    feed = feedparser.parse(name)
    return {
        "fault": str(feed.bozo_exception) if feed.bozo else "",
        "version": feed.version,
        "entries": [{
            "id": entry.get("id"),
            "link": entry.get("link"),
            "title": entry.get("title"),
            "published": calendar.timegm(entry.published_parsed) * 1000
                if entry.get("published_parsed") else None,
        } for entry in feed.entries],
    }
json.dump([read(name) for name in json.load(open(sys.argv[1]))], sys.stdout)
`;

/** Feeds by feedparser, which has read feeds of all kinds for twenty years. */
export async function feedsByFeedparser(output: Output, python: string): Promise<Verdict> {
  const { rss, atom } = feedFiles(output);
  const files = [...rss, ...atom];
  const read = await inTemporary(async (folder) => {
    writeFileSync(`${folder}/files.json`, JSON.stringify(full(output, files)));
    writeFileSync(`${folder}/read.py`, FEEDPARSER);
    const { code, out, err } = await run(python, [`${folder}/read.py`, `${folder}/files.json`]);
    if (code !== 0) throw new Error(err);
    return JSON.parse(out) as { fault: string; version: string; entries: Entry[] }[];
  });
  const findings = files.flatMap((file, place) => {
    const { fault = 'not read', version = '', entries = [] } = read[place] ?? {};
    const expected = atom.includes(file) ? 'atom10' : 'rss20';
    return [
      ...(fault === '' ? [] : [`${file}: ${fault}`]),
      ...(version === expected ? [] : [`${file}: taken for ${version}`]),
      ...differences(output, file, entries, 'feedparser'),
    ];
  });
  return told(files, findings);
}

/** The main feeds by sfeed, which reads without a parser of XML. */
export async function feedsBySfeed(output: Output): Promise<Verdict> {
  const { rss, atom } = feedFiles(output);
  const findings: string[] = [];
  for (const file of [...rss, ...atom]) {
    const { code, out, err } = await run('sfeed', [], text(output, file));
    if (code !== 0) findings.push(`${file}: ${err}`);
    const entries = out.split('\n').flatMap((line) => {
      if (line === '') return [];
      const [seconds, title, link, , , id] = line.split('\t');
      return [{ id, link, title, published: Number(seconds) * 1000 }];
    });
    // It has one date for an entry of Atom: the one that stands last.
    const { entries: expected } = readBy(output, file);
    const dated = entries.map((entry, place) =>
      atom.includes(file) ? { ...entry, published: expected[place]?.published ?? null } : entry,
    );
    findings.push(...differences(output, file, dated, 'sfeed'));
  }
  return told([...rss, ...atom], findings);
}

/** The main feeds in newsboat, a program in which people read news, over HTTP. */
export async function feedsByNewsboat(output: Output): Promise<Verdict> {
  const { rss, atom } = feedFiles(output);
  const main = [...rss, ...atom].filter((file) =>
    output.homes.some((home) => path.posix.dirname(home) === path.posix.dirname(file)),
  );
  const findings: string[] = [];
  await served(output, async (at) => {
    for (const file of main)
      await inTemporary(async (home) => {
        writeFileSync(`${home}/urls`, `${at}/${encodeURI(file)}\n`);
        writeFileSync(`${home}/config`, '');
        const places = ['-u', `${home}/urls`, '-c', `${home}/cache`, '-C', `${home}/config`];
        const args = [...places, '-x', 'reload', 'print-unread'];
        const { out, err } = await run('newsboat', args, '', home);
        const expected = readBy(output, file).entries.length;
        if (Number.parseInt(out, 10) !== expected)
          findings.push(`${file}: ${expected} entries, newsboat: ${out}${err}`);
      });
  });
  return told(main, findings);
}

/** JSON Feed 1.1, from its text: https://www.jsonfeed.org/version/1.1/ */
const uri = { type: 'string', format: 'uri' };
const authors = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    // "If you provide an author object, then at least one is required."
    minProperties: 1,
    properties: { name: { type: 'string' }, url: uri, avatar: uri },
    additionalProperties: false,
  },
};
const language = { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' };
const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: uri,
    feed_url: uri,
    description: { type: 'string' },
    user_comment: { type: 'string' },
    next_url: uri,
    icon: uri,
    favicon: uri,
    authors,
    language,
    expired: { type: 'boolean' },
    hubs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type', 'url'],
        properties: { type: { type: 'string' }, url: uri },
        additionalProperties: false,
      },
    },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        properties: {
          id: { type: 'string', minLength: 1 },
          url: uri,
          external_url: uri,
          title: { type: 'string' },
          content_html: { type: 'string' },
          content_text: { type: 'string' },
          summary: { type: 'string' },
          image: uri,
          banner_image: uri,
          date_published: { type: 'string', format: 'date-time' },
          date_modified: { type: 'string', format: 'date-time' },
          authors,
          tags: { type: 'array', items: { type: 'string' } },
          language,
          attachments: {
            type: 'array',
            items: {
              type: 'object',
              required: ['url', 'mime_type'],
              properties: {
                url: uri,
                mime_type: { type: 'string' },
                title: { type: 'string' },
                size_in_bytes: { type: 'number' },
                duration_in_seconds: { type: 'number' },
              },
              additionalProperties: false,
            },
          },
        },
        // Names of extensions begin so, and are objects.
        patternProperties: { '^_[^.]+$': { type: 'object' } },
        additionalProperties: false,
      },
    },
  },
  patternProperties: { '^_[^.]+$': { type: 'object' } },
  additionalProperties: false,
};

/** feed.json with the schema above. */
export function jsonFeedSchema(output: Output): Verdict {
  const { json } = feedFiles(output);
  return told(json, bySchema(output, json, JSON_FEED));
}

function bySchema(output: Output, files: readonly string[], schema: object): string[] {
  const ajv = new Ajv2020({ allErrors: true });
  // The types of the package do not tell its default export from its module.
  (formats as unknown as (one: Ajv2020) => void)(ajv);
  const validate = ajv.compile(schema);
  return files.flatMap((file) => {
    const isValid = validate(JSON.parse(text(output, file)));
    return isValid ? [] : [`${file}: ${ajv.errorsText(validate.errors)}`];
  });
}

// HTML.

const PAGE_RULES: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Both are the same to HTML, and lower case is the form that the standard's own examples have.
    'doctype-style': ['error', { style: 'lowercase' }],
    // HTML allows any id without white space; headings in articles begin with a letter or digit of
    // any script, and the theme's own ids with "_", so that the two never meet.
    'valid-id': ['error', { relaxed: true }],
    // A headline is as long as the newsroom writes it; this is advice, and no rule of HTML.
    'long-title': 'off',
    // ARIA 1.2 allows a name on lists and groups; the list of tags of an article has one.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // What the paper serves itself needs no second proof; nothing is loaded from elsewhere.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The strip of flash news, with its own heading, stands before the headline of the page.
    'heading-level': ['error', { minInitialRank: 'h2' }],
  },
};

/** A part of a page has no document around it. */
const FRAGMENT_RULES: ConfigData = {
  ...PAGE_RULES,
  rules: { ...PAGE_RULES.rules, 'missing-doctype': 'off' },
};

/** Every page by html-validate. */
export function htmlPages(output: Output): Verdict {
  const [whole, part] = [validatorOf(PAGE_RULES), validatorOf(FRAGMENT_RULES)];
  const findings: string[] = [];
  for (const { file, kind, isDocument } of output.pages.values()) {
    const isPart = kind === 'fragment';
    if (isPart === isDocument) findings.push(`${file}: ${isPart ? 'is' : 'is no'} document`);
    const { results } = (isPart ? part : whole).validateStringSync(text(output, file), file);
    for (const { line, column, ruleId, message } of results.flatMap(({ messages }) => messages))
      findings.push(`${file}:${line}:${column}: ${message} (${ruleId})`);
  }
  return told([...output.pages.keys()], findings);
}

function validatorOf(rules: ConfigData): HtmlValidate {
  const loader = new StaticConfigLoader(rules);
  // It would be put together anew for every page.
  const resolved = loader.getConfigFor('page.html');
  loader.getConfigFor = () => resolved;
  return new HtmlValidate(loader);
}

/** The types of schema.org that pages name; that they exist there is a matter of the compiler. */
type Typed<T> = T extends { readonly '@type': infer Name } ? Name : never;
const TYPES: ReadonlySet<unknown> = new Set<Typed<Thing | ListItem>>([
  'BreadcrumbList',
  'CollectionPage',
  'CorrectionComment',
  'ImageObject',
  'ListItem',
  'NewsArticle',
  'NewsMediaOrganization',
  'Organization',
  'Person',
  'ProfilePage',
  'WebSite',
]);

/** JSON-LD is JSON, names schema.org and known types, and every article is a NewsArticle. */
export function structuredData(output: Output): Verdict {
  const findings: string[] = [];
  let count = 0;
  for (const { file, kind, structured, canonical } of output.pages.values()) {
    const types: unknown[] = [];
    for (const source of structured) {
      count++;
      try {
        const data = JSON.parse(source) as Readonly<Record<string, unknown>>;
        if (data['@context'] !== 'https://schema.org') findings.push(`${file}: no context`);
        types.push(data['@type']);
        if (data['@type'] === 'NewsArticle' && data.mainEntityOfPage !== urlOf(output, file))
          findings.push(`${file}: says that it is ${data.mainEntityOfPage}, not ${canonical}`);
        for (const type of typesIn(data))
          if (!TYPES.has(type)) findings.push(`${file}: the type ${type} is not known`);
      } catch (error) {
        findings.push(`${file}: ${error}`);
      }
    }
    const isArticle = types.filter((type) => type === 'NewsArticle').length === 1;
    if (isArticle !== (kind === 'article')) findings.push(`${file}: ${kind} says ${types.join()}`);
  }
  return { checked: `${output.pages.size} pages, ${count} scripts`, findings };
}

/** The type of each object in the data; an object without one has `undefined`. */
function typesIn(data: unknown): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap(typesIn);
  return [(data as { '@type'?: unknown })['@type'], ...Object.values(data).flatMap(typesIn)];
}

/** The versions of a page in other languages exist, name one another, and themselves. */
export function alternates(output: Output): Verdict {
  const findings: string[] = [];
  let count = 0;
  for (const { file, alternates: own } of output.pages.values()) {
    if (own.size === 0) continue;
    count++;
    const here = urlOf(output, file);
    if (![...own.values()].includes(here)) findings.push(`${file}: does not name itself`);
    for (const [language, url] of own) {
      const other = output.pages.get(fileOf(output, url) ?? '');
      if (other === undefined) findings.push(`${file}: no page in ${language} at ${url}`);
      else if (other.canonical !== url) findings.push(`${file}: ${url} is not canonical`);
      else if (JSON.stringify([...other.alternates]) !== JSON.stringify([...own]))
        findings.push(`${file}: ${url} has other languages`);
    }
  }
  return { checked: `${count} pages`, findings };
}

// Icons and robots.

const MANIFEST = {
  type: 'object',
  required: ['name', 'start_url', 'display', 'icons'],
  properties: {
    name: { type: 'string', minLength: 1 },
    short_name: { type: 'string', minLength: 1 },
    description: { type: 'string' },
    lang: language,
    dir: { enum: ['ltr', 'rtl', 'auto'] },
    id: { type: 'string', format: 'uri-reference' },
    start_url: { type: 'string', format: 'uri-reference' },
    scope: { type: 'string', format: 'uri-reference' },
    display: { enum: ['fullscreen', 'standalone', 'minimal-ui', 'browser'] },
    theme_color: { type: 'string' },
    background_color: { type: 'string' },
    icons: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['src'],
        properties: {
          src: { type: 'string', format: 'uri-reference' },
          type: { type: 'string', pattern: '^image/' },
          sizes: { type: 'string', pattern: '^(any|[1-9][0-9]*x[1-9][0-9]*)( |$)' },
          purpose: { enum: ['any', 'maskable', 'monochrome'] },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

interface Manifest {
  readonly start_url: string;
  readonly scope: string;
  readonly icons: readonly {
    readonly src: string;
    readonly type: string;
    readonly sizes: string;
  }[];
}

/** Web app manifests (W3C), and the icons that they name. */
export function manifests(output: Output): Verdict {
  const files = output.files.filter((file) => file.endsWith('.webmanifest'));
  const findings = bySchema(output, files, MANIFEST);
  for (const file of findings.length > 0 ? [] : files) {
    const { start_url, scope, icons } = JSON.parse(text(output, file)) as Manifest;
    const at = (src: string) => new URL(src, urlOf(output, file)).href;
    if (!at(start_url).startsWith(at(scope)))
      findings.push(`${file}: ${start_url} is out of scope`);
    if (!output.pages.has(fileOf(output, at(start_url)) ?? ''))
      findings.push(`${file}: no page at ${start_url}`);
    for (const { src, type, sizes } of icons) {
      const icon = fileOf(output, at(src)) ?? '';
      const bytes = output.files.includes(icon)
        ? readFileSync(path.join(output.folder, icon))
        : Buffer.alloc(0);
      const is = type === 'image/png' ? pngSize(bytes) : bytes.length > 0 ? 'any' : null;
      if (is !== sizes) findings.push(`${file}: ${src} is ${is ?? 'nothing'}, and not ${sizes}`);
    }
  }
  return told(files, findings);
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** `192x192`, as the header of a PNG has it; null if it is none. */
function pngSize(bytes: Buffer): string | null {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(PNG)) return null;
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

/** Every PNG has its header, and favicon.ico pictures of the sizes that it states. */
export function icons(output: Output): Verdict {
  const files = output.files.filter((file) => /\.(png|ico)$/.test(file));
  const findings = files.flatMap((file) => {
    const bytes = readFileSync(path.join(output.folder, file));
    if (file.endsWith('.png')) return pngSize(bytes) === null ? [`${file}: no PNG`] : [];
    const count = bytes.length < 22 ? 0 : bytes.readUInt16LE(4);
    if (count === 0 || bytes.readUInt32LE(0) !== 0x10000) return [`${file}: no icon`];
    return Array.from({ length: count }, (_, i) => 6 + 16 * i).flatMap((at) => {
      const stated = `${bytes.readUInt8(at) || 256}x${bytes.readUInt8(at + 1) || 256}`;
      const start = bytes.readUInt32LE(at + 12);
      const picture = bytes.subarray(start, start + bytes.readUInt32LE(at + 8));
      const size = pngSize(picture);
      return size === stated ? [] : [`${file}: a picture is ${size}, and not ${stated}`];
    });
  });
  return told(files, findings);
}

interface Robots {
  /** The rules for all crawlers, in order. */
  readonly rules: readonly { readonly allow: boolean; readonly path: string }[];
  readonly sitemaps: readonly string[];
  readonly faults: readonly string[];
}

/** robots.txt as the grammar of RFC 9309, 2.2 has it. */
function readRobots(source: string): Robots {
  const rules: { allow: boolean; path: string }[] = [];
  const sitemaps: string[] = [];
  const faults: string[] = [];
  let agents: string[] = [];
  let isOpen = false;
  for (const line of source.split(/\r\n|\n|\r/)) {
    const [record = ''] = line.split('#');
    if (record.trim() === '') continue;
    const at = record.indexOf(':');
    const key = record.slice(0, at).trim().toLowerCase();
    const value = record.slice(at + 1).trim();
    if (at > 0 && key === 'user-agent' && value !== '') {
      // Consecutive lines begin one group.
      agents = isOpen ? [...agents, value] : [value];
      isOpen = true;
    } else if (at > 0 && (key === 'allow' || key === 'disallow')) {
      isOpen = false;
      if (agents.length === 0) faults.push(`a rule of no group: ${line}`);
      if (value !== '' && !/^[/*]/.test(value)) faults.push(`no path: ${line}`);
      if (value !== '' && agents.includes('*')) rules.push({ allow: key === 'allow', path: value });
    } else if (at > 0 && key === 'sitemap') {
      // Not part of a group (2.2.4), and a full address (sitemaps.org).
      if (URL.canParse(value)) sitemaps.push(value);
      else faults.push(`no full address: ${line}`);
    } else faults.push(`not known: ${line}`);
  }
  return { rules, sitemaps, faults };
}

/** True if crawlers may ask: the longest rule counts, and of two equal ones the one that allows. */
function isAllowed({ rules }: Robots, pathname: string): boolean {
  const matching = rules
    .filter(({ path: rule }) => {
      const pattern = rule.split('*').map((one) => one.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
      return new RegExp(`^${pattern.join('.*').replace(/\\\$$/, '$')}`).test(pathname);
    })
    .sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow));
  return matching[0]?.allow ?? true;
}

/** robots.txt (RFC 9309): names all sitemaps, allows all pages and files but the parts of pages. */
export function robots(output: Output): Verdict {
  if (output.base !== '') {
    const stray = output.files.filter((file) => path.posix.basename(file) === 'robots.txt');
    return told(
      stray,
      stray.map((file) => `${file}: no crawler looks below ${output.base}`),
    );
  }
  const findings: string[] = [];
  const source = output.files.includes('robots.txt') ? text(output, 'robots.txt') : '';
  const read = readRobots(source);
  if (source === '' || source.startsWith('\ufeff') || Buffer.byteLength(source) > 500 * 1024)
    findings.push('robots.txt: missing, with a mark of byte order, or too large');
  findings.push(...read.faults.map((fault) => `robots.txt: ${fault}`));
  const { indexes, news } = sitemapFiles(output);
  const expected = [...indexes, ...news].map((file) => urlOf(output, file)).sort();
  if ([...read.sitemaps].sort().join() !== expected.join())
    findings.push(`robots.txt: names ${read.sitemaps.join()}, and there are ${expected.join()}`);
  for (const file of output.files) {
    const { pathname } = new URL(urlOf(output, file));
    if (isAllowed(read, pathname) === (output.pages.get(file)?.kind === 'fragment'))
      findings.push(`robots.txt: is wrong about ${pathname}`);
  }
  return { checked: `1 file, ${output.files.length} addresses`, findings };
}

// Links.

/** Every link and everything a page loads is there, under its very name, with its fragment. */
export function links(output: Output): Verdict {
  const files = new Set(output.files);
  const findings: string[] = [];
  let count = 0;
  for (const page of output.pages.values()) {
    const here = urlOf(output, page.file);
    for (const link of new Set([...page.links, ...page.resources])) {
      count++;
      const url = parseUrl(link, here);
      if (url === null) findings.push(`${page.file}: "${link}" is no address`);
      if (url?.origin !== output.origin) continue;
      const target = fileOf(output, url.href) ?? '';
      if (!files.has(target)) findings.push(`${page.file}: ${link} is dead`);
      else if (page.kind !== 'redirect' && output.pages.get(target)?.kind === 'redirect')
        findings.push(`${page.file}: ${link} leads on to another page`);
      else if (url.hash !== '' && page.kind !== 'fragment') {
        const ids = output.pages.get(target)?.ids;
        if (ids?.has(decodeURIComponent(url.hash.slice(1))) !== true)
          findings.push(`${page.file}: ${link} names no part of its page`);
      }
    }
  }
  return { checked: `${output.pages.size} pages, ${count} links`, findings };
}

/** How many links readers follow at most from the home page of a language to an article. */
const CLICKS = 5;

/** A walk along the links from all home pages: every page is reached, and articles soon. */
export function walk(output: Output): Verdict {
  const clicks = new Map(output.homes.map((file) => [file, 0]));
  // A map is walked in the order in which it grows: the nearest first.
  for (const [file, far] of clicks) {
    const page = output.pages.get(file);
    for (const link of page?.links ?? []) {
      const url = parseUrl(link, urlOf(output, file));
      const target = url === null ? null : fileOf(output, url.href);
      if (target !== null && output.pages.has(target) && !clicks.has(target))
        clicks.set(target, far + 1);
    }
  }
  const findings: string[] = [];
  let farthest = 0;
  let articles = 0;
  for (const { file, kind } of output.pages.values()) {
    if (UNLINKED.has(kind)) continue;
    const far = clicks.get(file);
    if (far === undefined) findings.push(`${file}: no link leads there`);
    else if (kind === 'article') {
      articles++;
      farthest = Math.max(farthest, far);
      if (far > CLICKS) findings.push(`${file}: ${far} clicks from a home page`);
    }
  }
  return { checked: `${articles} articles within ${farthest} clicks`, findings };
}

/** The site as served, by linkinator: also what pages say elsewhere of themselves and of others. */
export async function linksByLinkinator(output: Output): Promise<Verdict> {
  const findings: string[] = [];
  let count = 0;
  await served(output, async (at) => {
    const checker = new LinkChecker();
    const { links: found } = await checker.check({
      path: `${at}/`,
      recurse: true,
      redirects: 'error',
      checkCss: true,
      timeout: 60_000,
      // Full addresses are looked up here too; those of others are not looked up.
      urlRewriteExpressions: [
        { pattern: new RegExp(`^${output.origin}${output.base}/`), replacement: `${at}/` },
      ],
      linksToSkip: (url) => Promise.resolve(!url.startsWith(`${at}/`)),
    });
    for (const { url, status, state, parent = '' } of found) {
      if (state !== LinkState.SKIPPED) count++;
      if (state === LinkState.BROKEN)
        findings.push(`${parent.replace(at, '')}: ${url.replace(at, '')} answers ${status}`);
    }
  });
  return { checked: `${count} addresses`, findings };
}

const MEDIA: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/feed+json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

/** Serves the output as hosts do: a folder without its slash is a redirect. */
async function served(
  { folder, files, base }: Output,
  use: (at: string) => Promise<void>,
): Promise<void> {
  const known = new Set(files);
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const name = decodeURIComponent(pathname.slice(base.length + 1));
    const file = name === '' || name.endsWith('/') ? `${name}index.html` : name;
    if (known.has(file)) {
      const type = MEDIA[path.extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type });
      response.end(request.method === 'HEAD' ? '' : readFileSync(path.join(folder, file)));
    } else if (known.has(`${file}/index.html`)) {
      response.writeHead(301, { location: `${pathname}/` }).end();
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function inTemporary<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gazeta-standards-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The whole.

/** Every kind of file of a build has a validator; what the site adds is the site's. */
export function kindsOfFiles(output: Output): Verdict {
  const known = /(\.(css|html|ico|js|png|svg|webmanifest|xml)|^robots\.txt|feed\.json)$/;
  const ofHosts = /^(_headers|_redirects|_host\/.*)$/;
  return told(
    output.files,
    output.files
      .filter((file) => !known.test(file) && !ofHosts.test(file))
      .map((file) => `${file}: nothing validates it`),
  );
}
