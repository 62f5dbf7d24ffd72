/** All tools with papers of one size, in turns, as far as it has not been measured yet. */
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { makeCorpus } from './corpus.mjs';
import { cycle, cycleHeap, layOut, reset } from './cycle.mjs';
import { editsOf } from './edits.mjs';
import { measure, TimeLimit } from './measure.mjs';
import { rowOf, runsOf, today } from './store.mjs';
import { BENCH } from './tools/install.mjs';

/** What the file system of a RAM disk calls itself (statfs(2)). */
const TMPFS = 0x01021994;
/** What an article takes of a disk: its file, its page, Gazeta's store, and what the system keeps of each. */
const ROOM = 26_000;
/** Above this the peers are left out unless they are named: some take hours, and others more memory than there is. */
export const PEERS_UP_TO = 100_000;
const NAMES = { true: 'a RAM disk', false: 'a disk' };

const roomOf = (folder) => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Where a paper is built: the first folder that has room for it. */
export function placeFor(size, disks) {
  const disk = disks.find((one) => roomOf(one) > size * ROOM) ?? disks.at(-1);
  const isRam = statfsSync(disk).type === TMPFS;
  return { disk, isRam, place: NAMES[isRam] };
}

/** The tools for a size: all, but with a million articles Gazeta alone, unless others are named. */
export const toolsFor = (size, tools, only) =>
  only === null && size > PEERS_UP_TO ? tools.filter(({ id }) => id === 'gazeta') : tools;

export async function measureSize(size, tools, { store, options, beaten, folders, say }) {
  const { runs, steps, isMerge, peerLimit, disks } = options;
  const { disk, isRam, place } = placeFor(size, disks);
  const { save } = store;
  const settings = { size, bytes: null, place, isAnew: !isMerge, steps };
  const rows = new Map(tools.map((tool) => [tool, rowOf(store, tool, settings)]));
  for (const [tool, row] of rows) {
    if (isSkipped(tool, row, peerLimit)) beaten.set(tool.id, { ...row.failure, kind: 'smaller' });
    else row.failure = beaten.get(tool.id) ?? null;
  }
  save();
  /** The steps that a tool still has to take in a run. */
  const isWanted = (row, run) => (step) => runsOf(row, step) < run;
  const lacks = (tool, run) => {
    const row = rows.get(tool);
    return isSkipped(tool, row, peerLimit) ? [] : steps.filter(isWanted(row, run));
  };
  const todo = tools.filter((tool) => lacks(tool, runs).length > 0 || lacksHeap(tool, rows, steps));
  if (todo.length === 0) return say(`${size} articles: all is measured`);

  say(`${size} articles: making them, on ${place}`);
  const folder = mkdtempSync(path.join(disk, 'gazeta-bench-'));
  folders.push(folder);
  const corpus = { ...makeCorpus(path.join(folder, 'corpus'), size), edits: editsOf(size) };
  // No newsroom writes its archive in the two seconds before a build; files that young are read again by the next.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
  const attic = path.join(folder, 'attic');
  mkdirSync(attic);
  const states = new Map(todo.map((tool) => [tool, layOut(tool, corpus, folder)]));
  /** Away with what a tool made. On a disk, removing files slows down those who write next. */
  const clear = (tool, isForced = isRam) => {
    if (!isForced) return;
    for (const name of tool.made)
      rmSync(path.join(states.get(tool).site, name), { recursive: true, force: true });
    rmSync(attic, { recursive: true });
    mkdirSync(attic);
  };

  for (let run = 1; run <= runs; run++)
    for (const tool of todo) {
      const row = rows.get(tool);
      row.bytes = corpus.bytes;
      const missing = lacks(tool, run);
      if (missing.length === 0) continue;
      say(`${size} articles, run ${run} of ${runs}: ${tool.name}`);
      await proveSame(tool);
      const state = states.get(tool);
      const limit = tool.isPeer ? peerLimit : null;
      reset(tool, corpus, state, attic);
      try {
        await cycle({
          ...{ tool, corpus, state, row, limit, save },
          steps: ['cold', ...missing.filter((step) => step !== 'cold')],
          isWanted: isWanted(row, run),
        });
        if (tool.id === 'gazeta')
          await measureLimits(row, path.join(state.site, tool.out), { corpus, attic });
      } catch (error) {
        // Some end for want of memory or of time with a size that others manage.
        say(error.message);
        const kind = error instanceof TimeLimit ? 'limit' : 'error';
        row.failure = { kind, step: error.step ?? 'cold', limit, size, day: today() };
        beaten.set(tool.id, { ...row.failure, kind: 'smaller' });
      }
      save();
      clear(tool);
    }
  for (const tool of todo.filter((one) => lacksHeap(one, rows, steps))) {
    say(`${size} articles: the heap of ${tool.name}`);
    await proveSame(tool);
    // Its time does not count, and a large paper does not fit twice.
    clear(tool, true);
    reset(tool, corpus, states.get(tool), attic);
    await cycleHeap({ tool, state: states.get(tool), row: rows.get(tool), save });
    clear(tool);
  }
  if (isRam) rmSync(folder, { recursive: true });
}

/** Half of a measurement with one code and half with another is none. */
async function proveSame({ isPeer, find, found }) {
  if (!isPeer && (await find()).code !== found.code)
    throw new Error('the code of Gazeta has changed since the run began');
}

/** What did not work is not tried again with the same limit when a run is continued. */
function isSkipped({ isPeer }, { failure }, limit) {
  if (failure === null || !isPeer) return false;
  return failure.kind === 'error' || failure.limit >= limit;
}

const lacksHeap = (tool, rows, steps) =>
  (tool.base ?? tool).id === 'gazeta' &&
  steps.includes('cold') &&
  rows.get(tool).heap === null &&
  rows.get(tool).failure === null;

/** What the machine can do: nothing that makes such an output can be faster. */
async function measureLimits(row, out, { corpus, attic }) {
  row.limits ??= { copy: [], look: [] };
  const look = [path.join(BENCH, 'look.mjs'), corpus.folder];
  const looked = await measure({ command: process.execPath, args: look, cwd: attic });
  row.limits.look.push({ ...looked, day: today() });
  const { bytes, articles, lists } = row.made;
  // A page takes whole blocks, and its folder one.
  if (roomOf(attic) < bytes * 1.5 + (articles + lists) * 8192) return;
  const copy = ['-r', out, mkdtempSync(path.join(attic, 'copy'))];
  row.limits.copy.push({
    ...(await measure({ command: 'cp', args: copy, cwd: attic })),
    day: today(),
  });
}
