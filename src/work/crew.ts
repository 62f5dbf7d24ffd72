/**
 * The crew: worker threads that share the work with the main thread, which waits for nobody while there is something
 * to do. Everything is synchronous, as the rest of a build is: threads take their work from shared memory.
 */
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import { FilesError } from '../base/files.ts';
import { StoreDamaged } from '../memo/heap.ts';
import type { Entered } from '../news/entered.ts';
import type { MadePage } from '../output/collect.ts';
import {
  type Answer,
  CHUNK,
  CONTROL,
  type Failure,
  type ParseTask,
  type Task,
  type WorkerData,
} from './messages.ts';

/** Threads beside the main one. */
export interface Crew {
  /** The scratch files of the workers, by the numbers of threads from 2 on; waits until they have started. */
  scratches(): readonly number[];
  /** Parses files of articles together with this thread, which parses by `own`; in any order. */
  parse(task: ParseTask, own: (rows: readonly number[]) => Entered): Iterable<Entered>;
  /** Has the workers do something; goes on at once. */
  send(task: Task): void;
  /** What the workers have made and not told yet; with `waits` until they have made all that they took. */
  pages(waits: boolean): Iterable<MadePage>;
  /** What they found; asked for once they have made all. */
  diagnostics(): Extract<Answer, { kind: 'done' }>['diagnostics'];
  /** Has the workers end what they are at, and waits for that: then nothing more is staged. */
  stop(): void;
  close(): void;
}

/** In the place of a descriptor, if a worker has put nothing away. */
const NO_FILE = -1;

/** Milliseconds; the largest page takes a few. */
const PATIENCE = 60_000;

interface Member {
  readonly port: MessagePort;
  readonly thread: Worker;
  /** Tasks that it was sent and has not done. */
  tasks: number;
  /** Its scratch file; null until it has started. */
  scratch: number | null;
}

/**
 * Starts `size` workers; `worker` is the file of their code. A start takes as long as some hundred articles do, so parsing
 * goes on without them: tasks wait at the worker's port. `haveStarted` is called once, when all run. A thread that
 * tells nothing for `patience` milliseconds while it is waited for has died.
 */
export function crew(
  size: number,
  worker: string,
  data: Omit<WorkerData, 'thread' | 'scratch'>,
  scratch: (thread: number) => string,
  haveStarted: () => void,
  patience = PATIENCE,
): Crew {
  const { control } = data;
  const members: readonly Member[] = Array.from({ length: size }, (_, at) => {
    const { port1, port2 } = new MessageChannel();
    const own: WorkerData = { ...data, thread: at + 2, scratch: scratch(at + 2) };
    const thread = new Worker(worker, {
      workerData: { ...own, port: port2 },
      transferList: [port2],
    });
    // The process ends without asking whether workers are done.
    thread.unref();
    port1.unref();
    return { port: port1, thread, tasks: 0, scratch: null };
  });
  const tell = teller(control, patience);
  /** What a worker told. One that has failed has nothing more to do, and is not waited for again. */
  const told = (member: Member, waits: boolean): Answer | null => {
    try {
      return tell(member.port, waits);
    } catch (error) {
      member.tasks = 0;
      throw error;
    }
  };
  const found: Extract<Answer, { kind: 'done' }>['diagnostics'][number][] = [];

  let starting = size;
  /** That it has started is what a worker tells first. */
  const hasStarted = (member: Member, waits: boolean): boolean => {
    if (member.scratch !== null) return true;
    const answer = told(member, waits);
    if (answer?.kind !== 'ready') return false;
    member.scratch = answer.scratch ?? NO_FILE;
    starting--;
    if (starting === 0) haveStarted();
    return true;
  };
  const send = (task: Task): void => {
    for (const member of members) {
      member.port.postMessage(task);
      member.tasks++;
    }
  };
  /** All that workers have told so far; waits for more while they are busy, if it is to. */
  function* answers(waits: boolean, from = members): Generator<Answer> {
    for (const member of from)
      while (member.tasks > 0 && hasStarted(member, waits)) {
        const answer = told(member, waits);
        if (answer === null) break;
        if (answer.kind === 'done') member.tasks--;
        yield answer;
      }
  }

  return {
    scratches: () =>
      members.map((member) => {
        hasStarted(member, true);
        return member.scratch ?? NO_FILE;
      }),
    *parse(task, own) {
      const { rows } = task;
      Atomics.store(control, CONTROL.next, 0);
      send(task);
      const entries = function* (waits: boolean, from = members): Generator<Entered> {
        for (const answer of answers(waits, from))
          if (answer.kind === 'entries') yield answer.entered;
      };
      for (;;) {
        const from = Atomics.add(control, CONTROL.next, CHUNK);
        if (from >= rows.length) break;
        yield own(rows.slice(from, from + CHUNK));
        yield* entries(false);
      }
      // Who has yet to start took no row, and finds that none is left.
      yield* entries(
        true,
        members.filter((member) => hasStarted(member, false)),
      );
    },
    send,
    *pages(waits) {
      for (const answer of answers(waits)) {
        if (answer.kind === 'pages') yield* answer.pages;
        if (answer.kind === 'done') found.push(...answer.diagnostics);
      }
    },
    diagnostics: () => found,
    stop() {
      Atomics.store(control, CONTROL.stop, 1);
      // Who has yet to start stages nothing: pages are made once all have started.
      for (const member of members.filter(({ scratch }) => scratch !== null))
        while (member.tasks > 0)
          try {
            if (told(member, true)?.kind === 'done') member.tasks--;
          } catch {
            // It has stopped, as it was told to, or failed on its own.
          }
    },
    close() {
      for (const { thread, port } of members) {
        port.close();
        void thread.terminate();
      }
    },
  };
}

/**
 * Takes what a worker told, without an event loop: null if that is nothing and is not to be waited for. Throws what the
 * worker threw.
 */
function teller(
  control: Int32Array,
  patience: number,
): (port: MessagePort, waits: boolean) => Answer | null {
  return (port, waits) => {
    for (;;) {
      const before = Atomics.load(control, CONTROL.told);
      const received = receiveMessageOnPort(port) as { message: Answer } | undefined;
      if (received?.message.kind === 'failed') throw exceptionOf(received.message.failure);
      if (received !== undefined) return received.message;
      if (!waits) return null;
      const begun = Atomics.load(control, CONTROL.begun);
      const answer = Atomics.wait(control, CONTROL.told, before, patience);
      // Without an event loop nobody tells that a thread has died, say for want of memory.
      if (answer === 'timed-out' && Atomics.load(control, CONTROL.begun) === begun)
        throw new Error('a thread does not answer; --jobs 1 builds without others');
    }
  };
}

/** The exception of a worker: a failing disk stays one. */
function exceptionOf({ name, message, stack, path, code, operation }: Failure): Error {
  if (path !== null && code !== null && operation !== null)
    return new FilesError(path, code, operation);
  if (name === 'StoreDamaged') return new StoreDamaged(message);
  const error = new Error(message);
  error.name = name;
  error.stack = stack;
  return error;
}
