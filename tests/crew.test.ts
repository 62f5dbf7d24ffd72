/** Threads that start late, fail, or never say a word: nobody waits for them in vain. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { Entered } from '../src/news/entered.ts';
import { type Crew, crew } from '../src/work/crew.ts';
import { CHUNK, type PagesTask, type ParseTask, type WorkerData } from '../src/work/messages.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gazeta-crew-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What stands before the code of each worker: how it tells something. */
const HEAD = `
import { workerData } from 'node:worker_threads';
const { port, control, thread } = workerData;
function tell(answer) {
  port.postMessage(answer);
  Atomics.add(control, 1, 1);
  Atomics.notify(control, 1);
}
const ready = () => tell({ kind: 'ready', scratch: thread * 10 });
const done = () => tell({ kind: 'done', diagnostics: [] });
`;

let called: Crew | null = null;
afterEach(() => called?.close());

/** A crew of workers with such code. */
function crewOf(size: number, code: string, patience?: number): { crew: Crew; started: number[] } {
  const file = `${folder}/worker-${size}-${Math.abs(code.length)}.mjs`;
  writeFileSync(file, HEAD + code);
  const control = new Int32Array(new SharedArrayBuffer(16));
  const started: number[] = [];
  const data = { control } as unknown as WorkerData;
  const scratch = (thread: number) => `bodies-${thread}`;
  called = crew(size, file, data, scratch, () => started.push(size), patience);
  return { crew: called, started };
}

const rows = Array.from({ length: 3 * CHUNK + 1 }, (_, row) => row);
const TASK: ParseTask = { task: 'parse', rows, sources: [], columns: {} as ParseTask['columns'] };
const entered = (some: readonly number[]) => ({ rows: some }) as Entered;

function parsed(by: Crew): number[] {
  return [...by.parse(TASK, entered)].flatMap((one) => one.rows);
}

test('who starts after all rows are taken is not waited for, and makes pages', () => {
  const { crew, started } = crewOf(
    2,
    `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    ready();
    port.on('message', ({ task }) => {
      if (task === 'pages') tell({ kind: 'pages', pages: [{ out: String(thread) }] });
      done();
    });`,
  );
  expect(parsed(crew)).toEqual(rows);
  expect(started).toEqual([]);
  expect(crew.scratches()).toEqual([20, 30]);
  expect(started).toEqual([2]);
  crew.send({ task: 'pages' } as PagesTask);
  expect([...crew.pages(true)].map(({ out }) => out)).toEqual(['2', '3']);
  expect(crew.diagnostics()).toEqual([]);
});

test('a worker that has failed is not waited for again', { timeout: 30_000 }, () => {
  const failure = { name: 'Error', message: 'no more', stack: '', path: null, code: null };
  const { crew } = crewOf(
    1,
    `ready();
    port.on('message', () => tell({ kind: 'failed', failure: ${JSON.stringify(failure)} }));`,
  );
  crew.scratches();
  expect(() => parsed(crew)).toThrow('no more');
  crew.stop();
});

test('workers that never start are waited for once, not each by itself', {
  timeout: 30_000,
}, () => {
  const { crew } = crewOf(3, `port.on('message', () => undefined);`, 200);
  expect(parsed(crew)).toEqual(rows);
  expect(() => crew.scratches()).toThrow(
    'a thread does not answer; --jobs 1 builds without others',
  );
  crew.stop();
});
