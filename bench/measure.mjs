/** A whole process from its start to its end, by the clock and by the processor, and its memory at the peak. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const TIME = '/usr/bin/time';

/** What of Python does what GNU time does: the largest process among all that a command started. */
const PYTHON = `import os,resource,subprocess,sys
code = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
open(sys.argv[1], "w").write(f"{used.ru_maxrss} {used.ru_utime} {used.ru_stime}")
sys.exit(code)`;

/** The words before a command that write its peak in KiB and its processor's time into a file; null if there is nothing that can. */
function meter(file) {
  if (existsSync(TIME)) return [TIME, '--quiet', '--format', '%M %U %S', '--output', file];
  const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((one) => existsSync(one));
  return python === undefined ? null : [python, '-c', PYTHON, file];
}

/** A process that took longer than it may. */
export class TimeLimit extends Error {}

/**
 * Runs `{command, args, cwd, env}`; returns `{seconds, busy, kib}`, the last two null where they cannot be had.
 * After `limit` seconds it is ended. What it says goes into the file `told`.
 */
export async function measure(
  { command, args, cwd, env = {} },
  { limit = null, told = null } = {},
) {
  const used = path.join(tmpdir(), `gazeta-bench-${process.pid}-used`);
  const before = meter(used);
  const [program, ...words] = [...(before ?? []), command, ...args];
  const start = performance.now();
  const options = { cwd, env: { ...process.env, ...env }, limit, told };
  const { code, errors } = await run(program, words, options);
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${errors}`);
  if (before === null) return { seconds, busy: null, kib: null };
  const [kib, user, system] = readFileSync(used, 'utf8').trim().split(' ').map(Number);
  rmSync(used, { force: true });
  return { seconds, busy: user + system, kib };
}

/** The group of processes that is being measured. */
let running = null;

/** Ends what is being measured, so that it makes no more files. */
export function stop() {
  if (running !== null) process.kill(-running, 'SIGKILL');
}

function run(program, words, { cwd, env, limit, told }) {
  return new Promise((resolve, reject) => {
    const out = told === null ? 'ignore' : openSync(told, 'w');
    const stdio = ['ignore', out, 'pipe'];
    const child = spawn(program, words, { cwd, env, stdio, detached: true });
    if (told !== null) closeSync(out);
    running = child.pid;
    let isLate = false;
    const timer =
      limit === null
        ? null
        : setTimeout(() => {
            isLate = true;
            stop();
          }, limit * 1000);
    let errors = '';
    child.stderr.on('data', (text) => {
      errors = (errors + text).slice(-4000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      running = null;
      clearTimeout(timer);
      if (isLate) reject(new TimeLimit(`${program} was ended after ${limit} s`));
      else resolve({ code, errors });
    });
  });
}

/** The middle of some numbers, and how far they reach; null for none, or where one is not known. */
export function summary(numbers) {
  if (numbers.length === 0 || numbers.includes(null)) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  return { median, low: sorted[0], high: sorted.at(-1) };
}
