#!/usr/bin/env node
/** The same paper built by Gazeta and by its peers, in turns on one machine; writes bench/RESULTS.md. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { applyEdit, linkCorpus, makeCorpus, undoEdits } from './corpus.mjs';
import { measure, stop } from './measure.mjs';
import { HELP, readOptions } from './options.mjs';
import { report } from './report.mjs';
import { BENCH } from './tools/install.mjs';
import { TOOLS, UNAVAILABLE } from './tools/tools.mjs';
import { census, difference, snapshot } from './trees.mjs';

/** What the file system of a RAM disk calls itself (statfs(2)). */
const TMPFS = 0x01021994;

// ---- One tool, one paper

/** Lays out a site for a tool. */
function layOut(tool, corpus, { folder, steps }) {
  const site = path.join(folder, tool.id, 'site');
  cpSync(tool.source, site, { recursive: true });
  tool.prepare(site, tool.found);
  linkCorpus(corpus, path.join(site, tool.articles));
  const template = readFileSync(path.join(site, tool.template), 'utf8');
  if (!template.includes('<article')) throw new Error(`${tool.id}: its template has no <article>`);
  return {
    site,
    template,
    results: steps.map(() => ({ runs: [], changed: null })),
    made: null,
    failure: null,
  };
}

/** The site as it was laid out, without what the tool has made: that is moved away, and perhaps removed later. */
function reset(tool, corpus, { site, template }, attic) {
  for (const name of tool.made) {
    const folder = path.join(site, name);
    if (existsSync(folder)) renameSync(folder, mkdtempSync(path.join(attic, 'made-')));
  }
  undoEdits(corpus, path.join(site, tool.articles));
  writeFileSync(path.join(site, tool.template), template);
}

/** The edit before a step. */
function edit(step, tool, corpus, { site, template }) {
  if (step in corpus.edits) applyEdit(path.join(site, tool.articles), corpus.edits[step]);
  if (step === 'template')
    writeFileSync(
      path.join(site, tool.template),
      template.replace('<article', '<article data-edited="yes"'),
    );
}

/** All steps once. What they change is counted the first time: it is the same each time. */
async function cycle(tool, corpus, state, steps) {
  const out = path.join(state.site, tool.out);
  const isFirst = state.made === null;
  let before = null;
  for (const [at, step] of steps.entries()) {
    edit(step, tool, corpus, state);
    const result = state.results[at];
    result.runs.push(await measure(tool.command(tool.found, state.site)));
    if (!isFirst) continue;
    const after = snapshot(out);
    if (before === null) state.made = census(out);
    else result.changed = difference(before, after);
    before = after;
  }
}

// ---- All tools, one size

async function measureSize(size, tools, { runs, steps, folder, isRam }) {
  say(`${size} articles: making them`);
  const corpus = makeCorpus(path.join(folder, 'corpus'), size);
  const attic = path.join(folder, 'attic');
  mkdirSync(attic);
  const states = new Map(tools.map((tool) => [tool, layOut(tool, corpus, { folder, steps })]));
  const limits = { copy: [], look: [] };
  for (let run = 1; run <= runs; run++)
    for (const tool of tools) {
      say(`${size} articles, run ${run} of ${runs}: ${tool.name}`);
      const state = states.get(tool);
      if (state.failure !== null) continue;
      reset(tool, corpus, state, attic);
      try {
        await cycle(tool, corpus, state, steps);
      } catch (error) {
        // Some end for want of memory with a size that others manage.
        state.failure = error.message;
        say(error.message);
        continue;
      }
      if (tool === tools[0])
        await measureLimits(limits, path.join(state.site, tool.out), { corpus, attic });
      // On a disk, removing files slows down those who write next.
      if (isRam)
        for (const name of tool.made)
          rmSync(path.join(state.site, name), { recursive: true, force: true });
      if (isRam) rmSync(attic, { recursive: true });
      mkdirSync(attic, { recursive: true });
    }
  const all = tools.map((tool) => ({ tool, ...states.get(tool) }));
  const rows = all.filter(({ failure }) => failure === null);
  const failed = all.filter(({ failure }) => failure !== null).map(({ tool }) => tool.name);
  return { size, bytes: corpus.bytes, rows, failed, limits, limitsOf: tools[0] };
}

/** What the machine can do: nothing that makes such an output can be faster. */
async function measureLimits(limits, out, { corpus, attic }) {
  const copy = path.join(attic, 'copy');
  const args = ['-r', out, mkdtempSync(copy)];
  limits.copy.push(await measure({ command: 'cp', args, cwd: attic }));
  const look = [path.join(BENCH, 'look.mjs'), corpus.folder];
  limits.look.push(await measure({ command: process.execPath, args: look, cwd: attic }));
}

// ---- The run

/** The tools that can be had, each with what was found; those that cannot, with the reason. */
async function findTools(only) {
  const tools = [];
  const missing = [...UNAVAILABLE];
  for (const tool of TOOLS) {
    if (only !== null && !only.includes(tool.id)) continue;
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

function say(text) {
  console.error(text);
}

async function main() {
  const { help, sizes, runs, only, steps, disk, results } = readOptions();
  if (help) return console.log(HELP);
  const isRam = statfsSync(disk).type === TMPFS;
  const { tools, missing } = await findTools(only);
  for (const { name, reason } of missing) say(`without ${name}: ${reason}`);
  if (tools.length === 0) throw new Error('no tool can be had');
  const folders = [];
  // Whatever ends the run, memory is given back.
  process.on('exit', () => {
    stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
  const measured = [];
  for (const size of sizes) {
    const folder = mkdtempSync(path.join(disk, 'gazeta-bench-'));
    folders.push(folder);
    measured.push(await measureSize(size, tools, { runs, steps, folder, isRam }));
    if (isRam) rmSync(folder, { recursive: true });
    // After each size, so that hours are not lost with the last.
    writeFileSync(results, report({ measured, missing, runs, isRam, steps }));
  }
  console.log(readFileSync(results, 'utf8'));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
