/**
 * Every file of a build passes its validator: on the sample paper, and on a paper in three languages.
 * `node bench/standards.mjs FOLDER` does the same to any output folder.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './rig.ts';
import { buildLooks, buildSample } from './sample.ts';
import * as validators from './validators/index.ts';

const { feedparserPython, has, readOutput, schemaFolder } = validators;
const given = process.env.GAZETA_STANDARDS;

const schemas = schemaFolder();
const python = feedparserPython();
const xmllint = has('xmllint', 'XML');
const jing = has('jing', 'Atom against its schema');
const sfeed = has('sfeed', 'Feeds in sfeed');
const newsboat = has('newsboat', 'Feeds in newsboat');

/** A paper of the size of a year's work of a few people, at an instant with fresh news. */
function buildLarger(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gazeta-larger-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const node = (...args: string[]) => execFileSync(process.execPath, args, { stdio: 'pipe' });
  node(`${ROOT}/bench/make-paper.mjs`, '300', folder, '--languages', 'sq,en,sr');
  node(`${ROOT}/bin/gazeta.js`, 'build', '--site', folder, '--now', '2026-11-20T12:00');
  return path.join(folder, 'dist');
}

const papers: [string, () => string][] =
  given === undefined
    ? [
        ['the sample paper', buildSample],
        ['a paper of every kind of page', buildLooks],
        ['a paper in three languages', buildLarger],
      ]
    : [[given, () => path.resolve(given)]];

describe.each(papers)('%s', (_, build) => {
  const folder = build();
  let output: validators.Output;
  beforeAll(() => {
    output = readOutput(folder);
  }, 600_000);

  const passes = (
    name: string,
    validate: () => validators.Verdict | Promise<validators.Verdict>,
    isThere = true,
  ) =>
    test.runIf(isThere)(
      name,
      async () => {
        const { checked, findings } = await validate();
        if (given !== undefined) console.info(`${name}: ${checked}, ${findings.length} findings`);
        expect(findings.slice(0, 50), `${findings.length} findings`).toEqual([]);
      },
      given === undefined ? 60_000 : 3_600_000,
    );

  passes('every file is of a kind that has a validator', () => validators.kindsOfFiles(output));

  passes('XML is well-formed (xmllint)', () => validators.wellFormed(output), xmllint);
  passes(
    'sitemaps have their schemas (xmllint)',
    () => validators.sitemapSchemas(output, schemas ?? ''),
    xmllint && schemas !== null,
  );
  passes('sitemaps name the pages that are there', () => validators.sitemapAddresses(output));

  passes('feeds stand for themselves (feedsmith)', () => validators.feeds(output));
  passes('feeds are the same to rss-parser', () => validators.feedsByRssParser(output));
  passes(
    'feeds are the same to feedparser',
    () => validators.feedsByFeedparser(output, python ?? ''),
    python !== null,
  );
  passes('feeds are the same to sfeed', () => validators.feedsBySfeed(output), sfeed);
  passes('newsboat reads the main feeds', () => validators.feedsByNewsboat(output), newsboat);
  passes(
    'Atom has its schema (jing)',
    () => validators.atomSchema(output, schemas ?? ''),
    jing && schemas !== null,
  );
  passes('feed.json is JSON Feed 1.1 (ajv)', () => validators.jsonFeedSchema(output));

  passes('pages are HTML (html-validate)', () => validators.htmlPages(output));
  passes('JSON-LD has known types', () => validators.structuredData(output));
  passes('languages of a page name one another', () => validators.alternates(output));

  passes('style sheets are CSS', () => validators.styleSheets(output));
  passes('fonts are fonts', () => validators.fonts(output));

  passes('manifests and their icons', () => validators.manifests(output));
  passes('icons are pictures', () => validators.icons(output));
  passes('pictures are what they say', () => validators.pictures(output));
  passes('robots.txt allows what it should', () => validators.robots(output));

  passes('the index of the search holds together', () => validators.searchIndex(output));

  passes('links lead somewhere, at once', () => validators.links(output));
  passes('readers reach every page, and articles within 5 clicks', () => validators.walk(output));
  passes('links lead somewhere (linkinator)', () => validators.linksByLinkinator(output));
});

/** A fault put into the sample paper: the file, what stands there, what then does; and what is found. */
type Fault = readonly [
  validate: (output: validators.Output) => validators.Verdict | Promise<validators.Verdict>,
  file: string,
  from: string,
  to: string,
  finding: string,
  isThere?: boolean,
];

const FAULTS: readonly Fault[] = [
  [validators.kindsOfFiles, 'notes.txt', '', 'x', 'notes.txt: nothing validates it'],
  [validators.searchIndex, '_search/all/stories.json', '[["/', '[["/no/', 'is no page'],
  [validators.searchIndex, '_search/parts.json', '["all"', '["every"', 'nothing names it'],
  [validators.wellFormed, 'feed.xml', '</channel>', '', 'Opening and ending tag mismatch', xmllint],
  [
    (output) => validators.sitemapSchemas(output, schemas ?? ''),
    'sitemap.xml',
    '</sitemap>',
    '<priority>1</priority></sitemap>',
    'This element is not expected',
    xmllint && schemas !== null,
  ],
  [validators.sitemapAddresses, 'sitemap-pages.xml', '/latest/', '/no/', 'no page at'],
  [validators.feeds, 'feed.xml', 'rel="self"', 'rel="first"', 'feed.xml: calls itself '],
  [validators.feeds, 'feed.xml', 'href=&quot;https:', 'href=&quot;', 'in the text is relative'],
  [validators.feeds, 'feed.json', '"urn:uuid:', '"urn:uuid:0', 'atom.xml: other entries than'],
  [
    (output) => validators.feedsByFeedparser(output, python ?? ''),
    'feed.xml',
    '<description>',
    '<description>&nothing;',
    'undefined entity',
    python !== null,
  ],
  [
    (output) => validators.atomSchema(output, schemas ?? ''),
    'atom.xml',
    '</id>',
    '</id><rights/><rights/>',
    'element "rights"',
    jing && schemas !== null,
  ],
  [validators.jsonFeedSchema, 'feed.json', '"id"', '"guid"', "must have required property 'id'"],
  [
    (output) => validators.htmlPages(output, ['index.html']),
    'index.html',
    '<main',
    '<ul><p></p></ul><main',
    'not permitted',
  ],
  [validators.structuredData, 'index.html', '"WebSite"', '"Website"', 'Website is not known'],
  [validators.alternates, 'index.html', 'hreflang="sq"', 'hreflang="sr"', 'has other languages'],
  [validators.styleSheets, '_assets/broken.css', '', 'a{{', 'Unexpected end of input'],
  [validators.styleSheets, '_assets/x.css', '', 'a{background:url(no.png)}', 'no.png is not there'],
  [validators.fonts, '_assets/x.woff2', '', 'wOFF', 'x.woff2: no font'],
  [validators.manifests, 'manifest.webmanifest', '192x192', '191x191', 'and not 191x191'],
  [validators.icons, 'favicon.ico', '\u0001', '\u0002', 'favicon.ico: no icon'],
  [validators.pictures, '_pictures/x/1.jpg', '', 'x', '_pictures/x/1.jpg: no picture'],
  [validators.robots, 'robots.txt', '/_fragments/', '/', 'is wrong about /latest/'],
  [validators.links, 'index.html', 'href="/latest/"', 'href="/latest"', '/latest is dead'],
  [validators.walk, 'alone/index.html', '', '<body class="page-article">', 'no link leads there'],
  [validators.linksByLinkinator, 'index.html', '/latest/"', '/latest"', '/latest answers 301'],
];

describe.runIf(given === undefined)('what validators find in a paper with a fault', () => {
  const folder = buildSample();

  for (const [validate, name, from, to, finding, isThere = true] of FAULTS)
    test.runIf(isThere)(`${name}: ${finding}`, async () => {
      const file = path.join(folder, name);
      const before = existsSync(file) ? readFileSync(file, 'latin1') : null;
      try {
        expect(before ?? '').toContain(from);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, (before ?? '').replace(from, to), 'latin1');
        const { findings } = await validate(readOutput(folder));
        expect(findings.join('\n')).toContain(finding);
      } finally {
        if (before === null) rmSync(file);
        else writeFileSync(file, before, 'latin1');
      }
    });
});
