/**
 * Pictures of the theme:
 *
 *     npm run shots                       every page, at three widths, light and dark, into shots/
 *     npm run shots -- --only article     those whose names have "article" in them
 *     npm run shots -- --docs             those that the documents show, into docs/
 *     npm run shots -- --out DIR          into another folder
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildPaper, launch, PAGES, ROOT } from './papers.mjs';
import { serve } from './serve.mjs';

/** The three pages of the sample paper that say most; the others are those of tests/looks.json. */
const SAMPLE = {
  'sample-home': '/',
  'sample-section': '/rajoni/',
  'sample-article': '/2023/09/26/tajani-kfor-kosovo-serbia-border/',
};
const WIDTHS = { 360: 740, 768: 1024, 1440: 900 };
const SCHEMES = ['light', 'dark'];

/** The pictures of the documents: one row each. A `whole` one shows the page to its end, a `part` what a selector finds. */
const DOCS = [
  { file: 'docs/front-page.png', paper: 'sample', address: '/' },
  { file: 'docs/theme/home-dark.png', paper: 'sample', address: '/', scheme: 'dark' },
  { file: 'docs/theme/article.png', paper: 'sample', address: SAMPLE['sample-article'] },
  { file: 'docs/theme/phone.png', paper: 'sample', address: '/', width: 390, height: 844 },
  { file: 'docs/theme/shapes.png', paper: 'shapes', address: '/', part: '.blocks' },
];
const DOCS_SCREEN = { width: 1280, height: 900, scheme: 'light', whole: false };

/** How many windows are open at a time. */
const AT_ONCE = 3;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    only: { type: 'string', default: '' },
    docs: { type: 'boolean', default: false },
  },
});

const out = path.resolve(values.out ?? (values.docs ? ROOT : path.join(ROOT, 'shots')));

/** Every picture that was asked for. */
function wanted() {
  if (values.docs)
    return DOCS.map((row) => ({ ...DOCS_SCREEN, ...row, file: path.join(out, row.file) })).filter(
      ({ file }) => file.includes(values.only),
    );
  const pages = [
    ...Object.entries(SAMPLE).map(([name, address]) => ({ name, address, paper: 'sample' })),
    // A redirect is gone before it could be seen.
    ...Object.entries(PAGES)
      .filter(([name]) => name !== 'redirect')
      .map(([name, address]) => ({ name, address, paper: 'looks' })),
  ].filter(({ name }) => name.includes(values.only));
  return Object.entries(WIDTHS).flatMap(([width, height]) =>
    SCHEMES.flatMap((scheme) =>
      pages.map(({ name, ...page }) => ({
        ...page,
        ...{ width: Number(width), height, scheme, whole: true },
        file: path.join(out, `${name}-${width}-${scheme}.png`),
      })),
    ),
  );
}

/** Pictures that load when they come near are there in the picture of the whole page too. */
const loadPictures = `Promise.all([...document.images].map((image) => {
  image.loading = 'eager';
  return image.decode().catch(() => {});
}))`;

async function shoot(page, origin, { address, file, whole, part }) {
  // The theme's typefaces are used where they are there at once (font-display: optional): at the second visit.
  for (let visit = 0; visit < 2; visit++) {
    await page.goto(origin + address, { waitUntil: 'load' });
    await page.evaluate('document.fonts.ready.then(() => true)');
  }
  if (whole || part !== undefined) await page.evaluate(loadPictures);
  mkdirSync(path.dirname(file), { recursive: true });
  if (part === undefined) await page.screenshot({ path: file, fullPage: whole });
  else await page.locator(part).screenshot({ path: file });
}

/** Shots of one screen share a context, so that its cache is warm. */
function byScreen(shots) {
  const groups = new Map();
  for (const shot of shots) {
    const key = [shot.paper, shot.width, shot.height, shot.scheme].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), shot]);
  }
  return [...groups.values()];
}

const shots = wanted();
if (shots.length === 0) throw new Error(`no page has "${values.only}" in its name`);
const papers = [...new Set(shots.map(({ paper }) => paper))].map((name) => [
  name,
  buildPaper(name),
]);
const servers = new Map();
for (const [name, { folder }] of papers) servers.set(name, await serve(folder));
const browser = await launch();
try {
  const groups = byScreen(shots);
  const worker = async () => {
    for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
      const [{ paper, width, height, scheme }] = group;
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: scheme,
      });
      const page = await context.newPage();
      for (const shot of group) await shoot(page, servers.get(paper).origin, shot);
      await context.close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
} finally {
  await browser.close();
  for (const server of servers.values()) server.close();
  for (const [, paper] of papers) paper.remove();
}
console.log(`${shots.length} pictures in ${out}`);
