/**
 * What was measured, kept from run to run, so that hours of it can be done in pieces. One row is one tool with one
 * paper: what of it may differ (the machine, the disk, the tool's version and code, the job) is in its key.
 *
 *     made      what the tool made of the paper: files by kind, and their bytes
 *     steps     by step: runs, each with its seconds, its memory and its day; files changed and written
 *     heap      what V8's heap was at most (heap.mjs)
 *     limits    what the machine needs to copy the output and to look at the articles
 *     failure   why there is no more of it
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MACHINE_ID } from './machine.mjs';
import { BENCH, CACHE } from './tools/install.mjs';
import { orderOf, toolOfId } from './tools/tools.mjs';
import { fingerprint } from './trees.mjs';

const FILE = path.join(CACHE, 'measured.json');
const FORMAT = 1;

/** The articles, the tool's site, and how it is prepared and run: other ones are another job. */
function jobOf(tool) {
  const { source, prepare, command } = tool.base ?? tool;
  return [
    fingerprint([source]),
    fingerprint([BENCH], (name) => ['corpus.mjs', 'edits.mjs', 'words.mjs'].includes(name)),
    createHash('sha1').update(`${prepare} ${command}`).digest('hex').slice(0, 6),
  ].join('');
}

export const today = () => new Date().toISOString().slice(0, 10);

export function openStore() {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '{}';
  const found = JSON.parse(text);
  const rows = found.format === FORMAT ? found.rows : {};
  return {
    rows,
    /** After each figure, and never half. */
    save() {
      mkdirSync(CACHE, { recursive: true });
      writeFileSync(`${FILE}.new`, JSON.stringify({ format: FORMAT, rows }, null, 1));
      renameSync(`${FILE}.new`, FILE);
    },
  };
}

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** One run at a time: two would disturb each other's figures, and lose them. */
export function lock() {
  const file = path.join(CACHE, 'running');
  if (existsSync(file) && isAlive(Number(readFileSync(file, 'utf8'))))
    throw new Error('another run is measuring');
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, String(process.pid));
  process.on('exit', () => rmSync(file, { force: true }));
}

/** The row of a tool and a paper, as it was kept or, if it is to be measured anew, without the steps named. */
export function rowOf({ rows }, tool, { size, bytes, place, isAnew, steps }) {
  const { version, code = '' } = tool.found;
  const job = jobOf(tool);
  const parts = { machine: MACHINE_ID, place, tool: tool.id, version, code, job, size };
  const key = Object.values(parts).join(' ');
  rows[key] ??= { ...parts, bytes, made: null, steps: {}, heap: null, limits: null, failure: null };
  const row = rows[key];
  if (!isAnew) return row;
  row.failure = null;
  for (const step of steps) delete row.steps[step];
  if (steps.includes('cold')) Object.assign(row, { made: null, heap: null, limits: null });
  return row;
}

/** Adds the figures of one run of a step. */
export function addRun(row, step, figures) {
  row.steps[step] ??= { runs: [], changed: null, written: null };
  row.steps[step].runs.push({ ...figures, day: today() });
}

export const runsOf = (row, step) => row.steps[step]?.runs.length ?? 0;

const lastDay = ({ steps, failure }) =>
  [failure?.day ?? '', ...Object.values(steps).flatMap(({ runs }) => runs.map(({ day }) => day))]
    .sort()
    .at(-1);

/**
 * The rows for a report, by size: of this machine and of today's job, one for each tool. Where its version is known
 * because it was looked for, that one's; else the latest. All of one size were made in one place, as Gazeta's was.
 */
export function chosen({ rows }, { tools, isWanted }) {
  const found = new Map(tools.map((tool) => [tool.id, tool.found]));
  const ids = [...new Set(Object.values(rows).map(({ tool }) => tool))];
  const known = new Map(
    ids
      .map(toolOfId)
      .filter((tool) => tool !== undefined)
      .map((tool) => [tool.id, { tool, job: jobOf(tool) }]),
  );
  const isOf = ({ base }, { version, code }, about) => {
    if (about !== undefined) return about.version === version && (about.code ?? '') === code;
    // Under a Node that was not looked for it is the same code still.
    return base === undefined || (found.get(base.id)?.code ?? code) === code;
  };
  const usable = Object.values(rows)
    .filter((row) => row.machine === MACHINE_ID && row.job === known.get(row.tool)?.job)
    .filter((row) => isOf(known.get(row.tool).tool, row, found.get(row.tool)))
    .filter((row) => lastDay(row) !== '' && isWanted(row))
    .sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1));
  const sizes = [...new Set(usable.map(({ size }) => size))].sort((a, b) => a - b);
  return sizes.map((size) => {
    const all = usable.filter((row) => row.size === size);
    const { place } = all.find(({ tool }) => tool === 'gazeta') ?? all[0];
    const one = new Map();
    for (const row of all) if (row.place === place && !one.has(row.tool)) one.set(row.tool, row);
    const placeOf = (row) => orderOf(known.get(row.tool).tool);
    const sorted = [...one.values()].sort((a, b) => placeOf(a) - placeOf(b));
    return { size, place, bytes: sorted[0].bytes, rows: sorted };
  });
}

export const daysOf = ({ steps }) =>
  [...new Set(Object.values(steps).flatMap(({ runs }) => runs.map(({ day }) => day)))].sort();
