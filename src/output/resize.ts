/**
 * Pictures made smaller. libvips does it, by the way of sharp, which can only be waited for: so it runs on a thread of its
 * own, several pictures at a time, and this thread waits for that one.
 */
import type * as System from 'node:os';
import type * as Threads from 'node:worker_threads';
import { lazily } from '../base/lazy.ts';
import type { PictureSizeFile } from '../content/picture-sizes.ts';

const threads = lazily<typeof Threads>('node:worker_threads');
const system = lazily<typeof System>('node:os');

/** A picture, and the files that are to be made of it. */
export interface ResizeJob {
  readonly bytes: Uint8Array;
  readonly sizes: readonly PictureSizeFile[];
}

/** The files in the order of the job's, or why there are none. */
export type Resized =
  | { readonly made: readonly Uint8Array[] }
  /** Of this picture. */
  | { readonly fault: string }
  /** The library cannot be had. */
  | { readonly missing: string };

/** Makes the files of pictures, and gives those of each in the order of the pictures. */
export type Resize = (jobs: Iterable<ResizeJob>) => Iterable<Resized>;

/** What the thread is sent. */
export interface ResizeTask extends ResizeJob {
  readonly number: number;
}

/** What it answers. */
export interface ResizeAnswer {
  readonly number: number;
  readonly resized: Resized;
}

/** What it is given when it starts. */
export interface ResizeData {
  readonly port: Threads.MessagePort;
  /** Counted up with each answer, and every `beat` milliseconds, which tells that the thread lives. */
  readonly signs: Int32Array;
  readonly beat: number;
}

/** Milliseconds without a sign of the thread. A picture may take longer: the largest takes minutes on a machine that is busy. */
const PATIENCE = 120_000;

/** Pictures that libvips works on: Node.js gives it as many threads (libuv's UV_THREADPOOL_SIZE). More would only lie in memory. */
const AT_WORK = 4;

/** Resizes with a thread of which `code` is the file. It starts with the first picture. */
export function resizer(code: string, patience: number = PATIENCE): Resize {
  return function* (jobs) {
    const waiting = jobs[Symbol.iterator]();
    let next = waiting.next();
    if (next.done) return;
    const { MessageChannel, receiveMessageOnPort, Worker } = threads();
    const { port1: port, port2 } = new MessageChannel();
    const signs = new Int32Array(new SharedArrayBuffer(4));
    const data: ResizeData = { port: port2, signs, beat: patience / 8 };
    const thread = new Worker(code, { workerData: data, transferList: [port2] });
    thread.unref();
    port.unref();
    const answers = new Map<number, Resized>();
    /** While one is made the next waits, and no more: a photograph has megabytes. */
    const atOnce = Math.min(system().availableParallelism(), AT_WORK) + 1;
    let sent = 0;
    try {
      for (let number = 0; number < sent || !next.done; number++) {
        for (; !next.done && sent < number + atOnce; next = waiting.next()) {
          const task: ResizeTask = { ...next.value, number: sent++ };
          port.postMessage(task);
        }
        for (;;) {
          const before = Atomics.load(signs, 0);
          const told = receiveMessageOnPort(port)?.message as ResizeAnswer | undefined;
          if (told !== undefined) answers.set(told.number, told.resized);
          const own = answers.get(number);
          answers.delete(number);
          if (own !== undefined) {
            yield own;
            break;
          }
          if (told === undefined && Atomics.wait(signs, 0, before, patience) === 'timed-out')
            throw new Error('the thread that makes pictures smaller tells nothing');
        }
      }
    } finally {
      void thread.terminate();
    }
  };
}

/** Where no thread can be had: a picture stands in the place of each of its sizes. */
export function* unresized(jobs: Iterable<ResizeJob>): Generator<Resized> {
  for (const { bytes, sizes } of jobs) yield { made: sizes.map(() => bytes) };
}
