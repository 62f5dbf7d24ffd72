#!/usr/bin/env node
/** The same paper built by Gazeta and by its peers, in turns on one machine; writes bench/RESULTS.md. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { charts } from './charts.mjs';
import { stop } from './measure.mjs';
import { HELP, readOptions } from './options.mjs';
import { report } from './report.mjs';
import { measureSize, toolsFor } from './sizes.mjs';
import { chosen, lock, openStore } from './store.mjs';
import { TOOLS, toolsWith, UNAVAILABLE } from './tools/tools.mjs';

const say = (text) => console.error(text);

/** The tools that can be had, each with what was found; those that cannot, with the reason. */
async function findTools(wanted) {
  const tools = [];
  const missing = [...UNAVAILABLE];
  for (const tool of wanted) {
    try {
      tools.push({ ...tool, found: await tool.find() });
    } catch (error) {
      // What it says may hold paths and hosts, which are nobody's business in the results.
      say(error.stderr || error.message);
      missing.push({ name: tool.name, reason: 'it could not be installed here' });
    }
  }
  return { tools, missing };
}

/** The rows that a report is of: of this run, or with --merge of all runs. */
function wantedRows(wanted, { isMerge, sizes, steps }) {
  if (isMerge) return () => true;
  return ({ tool, size, steps: has, failure }) =>
    sizes.includes(size) &&
    wanted.some(({ id }) => id === tool) &&
    (failure !== null || steps.some((step) => step in has));
}

function write({ store, wanted, tools, missing, options }) {
  const measured = chosen(store, { tools, isWanted: wantedRows(wanted, options) });
  if (measured.length === 0) return;
  const drawn = charts(measured);
  const folder = path.join(path.dirname(options.results), 'charts');
  mkdirSync(folder, { recursive: true });
  for (const { name, svg } of drawn) writeFileSync(path.join(folder, name), svg);
  writeFileSync(options.results, report({ measured, missing, charts: drawn }));
}

async function main() {
  const options = readOptions();
  if (options.help) return console.log(HELP);
  const { only, nodes, sizes, isReport } = options;
  const own = TOOLS.filter(({ isPeer }) => !isPeer);
  const isWanted = ({ id, base }) =>
    only === null || only.includes(id) || only.includes(base?.id ?? id);
  const wanted = isReport ? own : toolsWith(nodes).filter(isWanted);
  const { tools, missing } = await findTools(wanted);
  for (const { name, reason } of missing) say(`without ${name}: ${reason}`);
  if (tools.length === 0) throw new Error('no tool can be had');
  if (!isReport) lock();
  const folders = [];
  // Whatever ends the run, memory is given back.
  process.on('exit', () => {
    stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
  const store = openStore();
  // Gazeta's own code is always known: what another code took is not reported.
  const others = options.isMerge
    ? await findTools(own.filter(({ id }) => tools.every((tool) => tool.id !== id)))
    : { tools: [] };
  const known = [...tools, ...others.tools];
  const beaten = new Map();
  for (const size of isReport ? [] : sizes) {
    const some = toolsFor(size, tools, only);
    await measureSize(size, some, { store, options, beaten, folders, say });
    // After each size, so that there is something to look at.
    write({ store, wanted, tools: known, missing, options });
  }
  if (isReport) write({ store, wanted, tools: known, missing, options });
  console.log(readFileSync(options.results, 'utf8'));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
