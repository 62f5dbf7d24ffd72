#!/usr/bin/env node
/**
 * Kills builds of a small paper at random moments (SIGKILL, of the process itself), and looks each time at what is
 * left: every file is whole, of before or of after; no link of the home page is dead; the next build gives what a
 * clean one gives, with no file of ours beside it; and who uploads by the lists of changes has the same.
 *
 *     npm run kills -- 500
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const GAZETA = fileURLToPath(new URL('../bin/gazeta.js', import.meta.url));
const NOW = '2026-11-23T12:00Z';

const story = (title, day, text) =>
  `---\ntitle: ${title}\ndate: 2026-11-${day}\ntags: [a]\n---\n${text}\n`;

/** Papers that follow one another: new, changed, gone and renamed articles, all pages at once, files that become folders. */
const SETTINGS = 'title: Paper\nurl: https://paper.example\n';
const PAPERS = [
  { 'a.md': story('A', '01', 'Text.'), 'b.md': story('B', '02', 'Text.') },
  { 'a.md': story('A', '01', 'Other text.'), 'c.md': story('C', '03', '[a](a.md)') },
  { 'B.md': story('B', '02', 'Text.'), 'c.md': story('C again', '03', 'Text.') },
].map((articles, at) => ({
  'site.yaml':
    at === 1 ? `${SETTINGS}theme: { footer: { Other: https://other.example/ } }\n` : SETTINGS,
  [['public/press', 'public/press/kit.txt', 'public/press/kit.txt'][at]]: `${at}`,
  ...Object.fromEntries(Object.entries(articles).map(([name, text]) => [`articles/${name}`, text])),
}));

/** Kills `times` builds. Throws an Error that tells what was wrong; `seed` makes the moments. */
export async function killBuilds(times, { seed = 1, tell = () => undefined } = {}) {
  const root = mkdtempSync(path.join(tmpdir(), 'gazeta-kills-'));
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const landed = { before: 0, during: 0, after: 0 };
  try {
    const clean = PAPERS.map((paper, at) => {
      const site = path.join(root, `clean-${at}`);
      writePaper(site, paper);
      build(site);
      return readFolder(path.join(site, 'dist'));
    });
    const site = path.join(root, 'site');
    let before = 0;
    writePaper(site, PAPERS[before]);
    const begun = performance.now();
    build(site);
    const length = performance.now() - begun;
    const uploaded = new Map();
    upload(site, uploaded);

    for (let round = 0; round < times; round++) {
      const cold = random() < 0.15;
      const gone = path.join(site, 'dist');
      if (cold) rmSync(gone, { recursive: true, force: true });
      const after = Math.floor(random() * PAPERS.length);
      writePaper(site, PAPERS[after]);
      // Most times near the writing: once there is a journal.
      const waits = random() < 0.6 ? 'journal' : 'start';
      // Writing takes a small part of the time of a build.
      const delay = length * (waits === 'journal' ? 0.2 * random() ** 2 : 1.1 * random());
      const ended = await killed(site, waits, delay);
      const where = `round ${round}, paper ${before} to ${after}${cold ? ', no folder' : ''}, ${delay.toFixed(1)} ms after the ${waits}`;
      landed[ended ? 'after' : existsSync(journalOf(site)) ? 'during' : 'before']++;

      const left = readFolder(gone);
      for (const [name, bytes] of left) {
        if (name.includes('.gazeta-new')) continue;
        const whole = [cold ? undefined : clean[before].get(name), clean[after].get(name)];
        if (!whole.some((one) => one?.equals(bytes)))
          throw new Error(`${where}: ${name} is neither what it was nor what it becomes`);
      }
      for (const link of linksOf(left.get('index.html')))
        if (!left.has(link)) throw new Error(`${where}: the home page links to ${link}`);

      if (existsSync(listOf(site))) upload(site, uploaded);
      const next = pick([after, after, Math.floor(random() * PAPERS.length)]);
      writePaper(site, PAPERS[next]);
      build(site);
      same(readFolder(gone), clean[next], where);
      upload(site, uploaded);
      same(uploaded, clean[next], `${where}, uploaded`);
      const others = readdirSync(site).filter((name) => name.endsWith('.gazeta-new'));
      if (others.length > 0 || existsSync(journalOf(site)))
        throw new Error(`${where}: the next build left ${[...others, 'a journal'].join(', ')}`);
      before = next;
      tell(round + 1, landed);
    }
    return landed;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Starts a build and kills it some milliseconds after it started, or after its journal is there; true if it was faster. */
function killed(site, waits, delay) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [GAZETA, ...argumentsFor(site)], { stdio: 'ignore' });
    const kill = () => setTimeout(() => child.kill('SIGKILL'), delay);
    const journal = journalOf(site);
    const poll =
      waits === 'start'
        ? void kill()
        : setInterval(() => {
            if (!existsSync(journal)) return;
            clearInterval(poll);
            kill();
          }, 1);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(poll);
      if (code !== null && code !== 0) reject(new Error(`the build ended with ${code}`));
      else resolve(code === 0);
    });
  });
}

function build(site) {
  const { status, stderr } = spawnSync(process.execPath, [GAZETA, ...argumentsFor(site)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`a build ended with ${status}: ${stderr}`);
}

const argumentsFor = (site) => [
  'build',
  '--site',
  site,
  '--now',
  NOW,
  '--quiet',
  '--allow-removals',
  '--changes',
  listOf(site),
];

const listOf = (site) => path.join(site, 'list.json');

/** Does what the list of a build says, as if `files` were those of a host. */
function upload(site, files) {
  const list = JSON.parse(readFileSync(listOf(site), 'utf8'));
  for (const name of [...list.removed, ...list.retired]) files.delete(name);
  for (const name of list.written) files.set(name, readFileSync(path.join(site, 'dist', name)));
}

function journalOf(site) {
  const store = path.join(site, '.gazeta');
  const records = existsSync(store)
    ? readdirSync(store).find((name) => /^output-/.test(name))
    : undefined;
  return path.join(store, records ?? 'output', 'journal');
}

function writePaper(site, files) {
  for (const folder of ['articles', 'public'])
    rmSync(path.join(site, folder), { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
    writeFileSync(path.join(site, name), text);
  }
}

function readFolder(folder) {
  const files = new Map();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    files.set(path.relative(folder, full).split(path.sep).join('/'), readFileSync(full));
  }
  return files;
}

/** The files that the links and the resources of a page lead to, within the paper. */
function linksOf(page) {
  if (page === undefined) return [];
  const html = page.toString('utf8');
  return [
    ...html.matchAll(/\s(?:href|src)="(?:https:\/\/paper\.example)?\/([^"#?/][^"#?]*|)["#?]/g),
  ].map(([, link]) => decodeURI(link.endsWith('/') || link === '' ? `${link}index.html` : link));
}

function same(found, wanted, where) {
  for (const name of new Set([...found.keys(), ...wanted.keys()])) {
    const [one, other] = [found.get(name), wanted.get(name)];
    if (one === undefined) throw new Error(`${where}: after the next build ${name} is missing`);
    if (other === undefined) throw new Error(`${where}: after the next build ${name} is left over`);
    if (!one.equals(other))
      throw new Error(`${where}: after the next build ${name} is not that of a clean one`);
  }
}

/** Random numbers from 0 to 1 (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const times = Number(process.argv[2] ?? 500);
  const seed = Number(process.argv[3] ?? 1);
  const tell = (round, landed) => {
    if (round % 50 === 0) console.log(round, landed);
  };
  console.log('nothing lost', await killBuilds(times, { seed, tell }));
}
