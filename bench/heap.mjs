/**
 * What V8's heap of a Node process is at most, as its garbage collector tells it. It speaks at each collection, which
 * a timer within the process could not: a build that computes leaves it no time. All threads are added together, those that
 * have ended too.
 */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measure } from './measure.mjs';

const MIB = 2 ** 20;

/**
 * `[123:0x5d:0]   45 ms: Mark-Compact 12.3 (20.1) -> 4.5 (20.1) MB, ...`, in Node 20 without the `:0`, in 26 also
 * `Incremental Mark-Compact`.
 */
const LINE =
  /^\[(\d+):(0x[0-9a-f]+)[^\]]*\]\s+\d+ ms: ((?:Incremental )?[A-Z][\w-]*).*? ([\d.]+) \([\d.]+\) -> ([\d.]+) /;

/**
 * `{used, live, processes}`: the most that was in use when a collection began, garbage included; the most that was
 * left by one that looks at everything; and how many processes spoke.
 */
export function readTrace(text) {
  const now = new Map();
  const kept = new Map();
  const processes = new Set();
  const sum = (map) => [...map.values()].reduce((all, one) => all + one, 0);
  let used = 0;
  let live = 0;
  for (const line of text.split('\n')) {
    const [, process, thread, kind, before, after] = LINE.exec(line) ?? [];
    if (process === undefined) continue;
    const heap = `${process} ${thread}`;
    processes.add(process);
    now.set(heap, Number(before));
    used = Math.max(used, sum(now));
    now.set(heap, Number(after));
    if (!/^(Incremental )?Mark-/.test(kind)) continue;
    kept.set(heap, Number(after));
    live = Math.max(live, sum(kept));
  }
  return { used: used * MIB, live: live * MIB, processes: processes.size };
}

/** Runs a Node command once more, with that trace; null if it says nothing that we understand. */
export async function measureHeap(command) {
  const told = path.join(tmpdir(), `gazeta-bench-${process.pid}-trace`);
  try {
    await measure({ ...command, args: ['--trace-gc', ...command.args] }, { told });
    const found = readTrace(readFileSync(told, 'utf8'));
    return found.used === 0 ? null : found;
  } finally {
    rmSync(told, { force: true });
  }
}
