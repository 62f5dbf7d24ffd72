/**
 * Weighs the pages of the theme, and writes bench/weight.md:
 *
 *     npm run bench:weight
 *
 * Ends with 1 where a page is heavier than it may be. It holds no times, so each run gives the same text.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
import { buildPaper, launch, PAGES, ROOT } from '../tools/papers.mjs';
import { serve } from '../tools/serve.mjs';

/** In bytes: pages and style sheets under gzip, typefaces as they are, scripts under gzip. */
const LIMITS = { page: 14_336, fonts: 71_680, scripts: 1_536, others: 0 };

const LOOKED_AT = [
  { name: 'home', paper: 'sample', address: '/' },
  { name: 'section', paper: 'sample', address: '/rajoni/' },
  {
    name: 'article',
    paper: 'sample',
    address: '/2023/09/26/tajani-kfor-kosovo-serbia-border/',
  },
  { name: 'Albanian article', paper: 'sample', address: '/sq/2024/01/01/kosova-pa-viza/' },
  // Pages of more than one script load more typefaces, and have no limit.
  { name: 'article with č ć š ž đ', address: PAGES['article-serbian'] },
  { name: 'Cyrillic article', address: PAGES['article-cyrillic'] },
  { name: 'Cyrillic home', address: PAGES['home-cyrillic'] },
  { name: 'Arabic article', address: PAGES['article-rtl'] },
].map((row) => ({ paper: 'looks', ...row, isLimited: row.paper === 'sample' }));

const CODERS = {
  brotli: (body) =>
    brotliCompressSync(body, { params: { [zlib.BROTLI_PARAM_QUALITY]: 11 } }).length,
  gzip: (body) => gzipSync(body, { level: 9 }).length,
};

const matches = (html, pattern) => [...html.matchAll(pattern)].map(([, found]) => found);

/** The HTML without what the author wrote below the standfirst: it is no weight of the theme's. */
function withoutText(html) {
  return html.replace(
    /(<div class="text">)[\s\S]*?(<\/div>\n(?:<section|<footer|<p|<\/article))/,
    '$1$2',
  );
}

/** The files of a page that hold it up, each compressed by itself. */
function weigh(folder, address) {
  const read = (href) => readFileSync(path.join(folder, href));
  const html = read(`${address}index.html`).toString();
  const styles = matches(html, /<link rel="stylesheet" href="([^"]+)"/g).map(read);
  const scripts = matches(html, /<script src="([^"]+)"/g).map(read);
  const sum = (bodies) =>
    Object.fromEntries(
      Object.entries(CODERS).map(([name, coder]) => [
        name,
        bodies.reduce((total, body) => total + coder(body), 0),
      ]),
    );
  const page = Buffer.from(withoutText(html));
  return {
    html: sum([page]),
    css: sum(styles),
    page: sum([page, ...styles]),
    scripts: sum(scripts),
  };
}

/** What a first visit on a telephone asks for, by kind: number and bytes of it. */
async function visit(browser, { origin }, address) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const kinds = new Map();
  const others = [];
  const work = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) others.push(request.url());
  });
  page.on('requestfinished', (request) => {
    const count = async () => {
      const { responseBodySize: bytes } = await request.sizes();
      const kind = request.resourceType();
      const { number = 0, size = 0 } = kinds.get(kind) ?? {};
      kinds.set(kind, { number: number + 1, size: size + bytes });
    };
    work.push(count());
  });
  await page.goto(origin + address, { waitUntil: 'networkidle' });
  await Promise.all(work);
  await context.close();
  const of = (kind) => kinds.get(kind) ?? { number: 0, size: 0 };
  const all = [...kinds.values()];
  return {
    fonts: of('font'),
    images: of('image'),
    all: {
      number: all.reduce((total, { number }) => total + number, 0),
      size: all.reduce((total, { size }) => total + size, 0),
    },
    others,
  };
}

const bytes = (count) => count.toLocaleString('en');
const files = ({ number, size }) => `${bytes(size)} (${number})`;

function report(rows) {
  const lines = (cells) => `| ${cells.join(' | ')} |`;
  return [
    '# What a page weighs',
    '',
    '`npm run bench:weight` builds the sample paper and tests/looks/, and weighs pages of both. Bytes; *page* is the HTML',
    "without the text of the article's author, and the style sheets that it links, each compressed by itself. The limit is",
    `${bytes(LIMITS.page)} with gzip, which is what a server sends before it waits for the first answer (ten segments, RFC 6928).`,
    '',
    lines([
      'page',
      'HTML, gzip',
      'CSS, gzip',
      '**page, gzip 9**',
      'page, Brotli 11',
      'scripts, gzip',
      'scripts, Brotli',
    ]),
    lines(Array(7).fill('---')),
    ...rows.map(({ name, weight: { html, css, page, scripts } }) =>
      lines([
        name,
        ...[html.gzip, css.gzip].map(bytes),
        `**${bytes(page.gzip)}**`,
        ...[page.brotli, scripts.gzip, scripts.brotli].map(bytes),
      ]),
    ),
    '',
    `What Chromium asks for at the first visit, 390 pixels wide, from a server that compresses with Brotli at level 5: bytes, and in`,
    `brackets how many files. Pages of the sample paper may have ${bytes(LIMITS.fonts)} of typefaces, and ${bytes(LIMITS.scripts)} of scripts with gzip.`,
    '',
    lines(['page', 'typefaces', 'pictures', 'all', 'other hosts']),
    lines(Array(5).fill('---')),
    ...rows.map(({ name, seen: { fonts, images, all, others } }) =>
      lines([name, ...[fonts, images, all].map(files), others.length]),
    ),
    '',
  ].join('\n');
}

function faultsOf({ name, isLimited, weight, seen }) {
  const is = {
    page: weight.page.gzip,
    fonts: seen.fonts.size,
    scripts: weight.scripts.gzip,
    others: seen.others.length,
  };
  return Object.entries(LIMITS)
    .filter(([what, limit]) => is[what] > limit && (isLimited || what !== 'fonts'))
    .map(([what, limit]) => `${name}: ${what} ${bytes(is[what])}, and at most ${bytes(limit)}`);
}

const papers = {};
const servers = {};
for (const name of ['sample', 'looks']) {
  papers[name] = buildPaper(name);
  servers[name] = await serve(papers[name].folder, { compress: true });
}
const browser = await launch();
try {
  const rows = [];
  for (const row of LOOKED_AT)
    rows.push({
      ...row,
      weight: weigh(papers[row.paper].folder, row.address),
      seen: await visit(browser, servers[row.paper], row.address),
    });
  const text = report(rows);
  writeFileSync(path.join(ROOT, 'bench/weight.md'), text);
  console.log(text);
  const faults = rows.flatMap(faultsOf);
  for (const line of faults) console.error(line);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  for (const name of ['sample', 'looks']) {
    servers[name].close();
    papers[name].remove();
  }
}
