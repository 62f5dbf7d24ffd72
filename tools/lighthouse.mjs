/**
 * What Lighthouse says of the sample paper on a slow telephone:
 *
 *     npm run lighthouse                  three pages, once each
 *     npm run lighthouse -- --runs 3      the median of three runs
 *     npm run lighthouse -- --cpu 2       for a machine that is slow itself: how much slower the telephone is (4)
 *
 * Lighthouse wants a newer Node.js than Gazeta does, so both are put into a folder of their own, once:
 * node_modules/.cache/gazeta-lighthouse/. Ends with 1 where a page has less than it is to have.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { buildPaper, CHROMIUM, ROOT } from './papers.mjs';
import { serve } from './serve.mjs';

const PAGES = {
  home: '/',
  section: '/rajoni/',
  article: '/2023/09/26/tajani-kfor-kosovo-serbia-border/',
};

/** The least of each score, of 100. */
const LEAST = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };

const METRICS = {
  FCP: 'first-contentful-paint',
  LCP: 'largest-contentful-paint',
  TBT: 'total-blocking-time',
  CLS: 'cumulative-layout-shift',
  bytes: 'total-byte-weight',
};

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1' }, cpu: { type: 'string', default: '4' } },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs is a whole number');

const cache = path.join(ROOT, 'node_modules/.cache/gazeta-lighthouse');
const node = path.join(cache, 'node_modules/node/bin/node');
const lighthouse = path.join(cache, 'node_modules/lighthouse/cli/index.js');

function install() {
  if (existsSync(node) && existsSync(lighthouse)) return;
  console.error('Lighthouse and its Node.js are being installed, once.');
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, 'package.json'), '{ "private": true }\n');
  const packages = ['node@22', 'lighthouse@13'];
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-save', ...packages], {
    cwd: cache,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** One run over a page, as Lighthouse's own JSON. */
async function run(address) {
  const options = [
    address,
    '--output=json',
    '--quiet',
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    `--throttling.cpuSlowdownMultiplier=${values.cpu}`,
    `--only-categories=${Object.keys(LEAST)}`,
  ];
  const env = { ...process.env, CHROME_PATH: CHROMIUM };
  const { stdout } = await promisify(execFile)(node, [lighthouse, ...options], {
    env,
    maxBuffer: 1 << 28,
  });
  return JSON.parse(stdout);
}

/** Of several runs the one whose performance is in the middle. */
async function median(address) {
  const results = [];
  for (let at = 0; at < runs; at++) results.push(await run(address));
  const score = ({ categories }) => categories.performance.score;
  return results.sort((a, b) => score(a) - score(b))[Math.floor(runs / 2)];
}

const scoreOf = (result, name) => Math.round(result.categories[name].score * 100);

/** `CPU` is how fast Lighthouse found the machine: under about 1500 it charges the page for a slow or busy one. */
function rowOf(page, { categories, audits, environment }) {
  const scores = Object.keys(LEAST).map((name) => [name, scoreOf({ categories }, name)]);
  const metrics = Object.entries(METRICS).map(([name, id]) => {
    const { numericValue: value } = audits[id];
    if (name === 'CLS') return [name, value];
    return [name, name === 'bytes' ? value : `${Math.round(value)} ms`];
  });
  const cpu = ['CPU', Math.round(environment.benchmarkIndex)];
  return Object.fromEntries([['page', page], ...scores, ...metrics, cpu]);
}

/** What a page has less than it is to have, with the audits that cost it. */
function faultsOf(page, { categories, audits }) {
  const lines = Object.entries(LEAST)
    .filter(([name, least]) => scoreOf({ categories }, name) < least)
    .flatMap(([name, least]) => [
      `${page}: ${name} is ${scoreOf({ categories }, name)}, and should be ${least}`,
      ...categories[name].auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1)
        .map(({ id }) => `  ${id}: ${audits[id].title} ${audits[id].displayValue ?? ''}`),
    ]);
  const shift = audits[METRICS.CLS].numericValue;
  return shift === 0 ? lines : [...lines, `${page}: the layout shifts by ${shift}`];
}

install();
const paper = buildPaper('sample');
const served = await serve(paper.folder, { compress: true });
try {
  const rows = [];
  const faults = [];
  for (const [page, address] of Object.entries(PAGES)) {
    const result = await median(served.origin + address);
    rows.push(rowOf(page, result));
    faults.push(...faultsOf(page, result));
    for (const warning of result.runWarnings) console.error(`${page}: ${warning}`);
  }
  console.table(rows);
  for (const line of faults) console.log(line);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  served.close();
  paper.remove();
}
