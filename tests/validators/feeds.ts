/** Feeds, by four readers and two schemas. */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parseAtomFeed, parseFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { Parser } from 'htmlparser2';
import RssParser from 'rss-parser';
import { inTemporary, served } from './links.ts';
import { addressesIn, fileOf, type Output, urlOf, type Verdict } from './output.ts';
import { full, inBatches, run, text, told } from './programs.ts';

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

const readFeeds = new WeakMap<Output, Map<string, ReadFeed>>();

/** A feed as feedsmith reads it, once. */
function readBy(output: Output, file: string): ReadFeed {
  const known = readFeeds.get(output) ?? new Map<string, ReadFeed>();
  readFeeds.set(output, known);
  const read = () => {
    const source = text(output, file);
    if (file.endsWith('.json')) return readJson(source);
    return path.posix.basename(file) === 'atom.xml' ? readAtom(source) : readRss(source);
  };
  const feed = known.get(file) ?? read();
  known.set(file, feed);
  return feed;
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
export const uri = { type: 'string', format: 'uri' };
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
export const language = { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' };
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

export function bySchema(output: Output, files: readonly string[], schema: object): string[] {
  const ajv = new Ajv2020({ allErrors: true });
  // The types of the package do not tell its default export from its module.
  (formats as unknown as (one: Ajv2020) => void)(ajv);
  const validate = ajv.compile(schema);
  return files.flatMap((file) => {
    const isValid = validate(JSON.parse(text(output, file)));
    return isValid ? [] : [`${file}: ${ajv.errorsText(validate.errors)}`];
  });
}
