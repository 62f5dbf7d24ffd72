/** Hands on what was published: a command of the newsroom's own, one at a time, until all is handed on. */
import type { Delivery } from './delivery.ts';
import { type Ended, end, type Started } from './started.ts';
import type { Timers } from './timers.ts';

/** What a courier is given. */
export interface Errand {
  readonly timers: Timers;
  /** What is to be handed on; null if nothing is. May throw. */
  readonly next: () => Delivery | null;
  /** Starts the command with what it is to hand on. May throw. */
  readonly start: (delivery: Delivery) => Started;
  readonly ended: (delivery: Delivery, ended: Ended) => void;
  /** The command takes long, and perhaps waits for something that never comes. Told once of each. */
  readonly slow: () => void;
  /** `next`, `start` or the record of what was handed on failed; it is tried again. */
  readonly failed: (error: unknown) => void;
}

export interface Courier {
  /**
   * Hands on what there is, or goes on with it after what it is handing on; while a command that failed waits to be tried
   * again, only if it is `urgent`.
   */
  go(urgent?: boolean): void;
  /** Ends the command that runs. What it had not handed on stays for the next time. */
  close(): Promise<void>;
  /** Ends it by force. */
  kill(): void;
}

/** The pause before a command that failed is tried again, in milliseconds: twice as long each time. */
const FIRST_PAUSE = 10_000;
const LONGEST_PAUSE = 600_000;

/** After so long somebody is told that a command still runs, in milliseconds. */
const LONG = 600_000;

export function courier({ timers, next, start, ended, slow, failed }: Errand): Courier {
  let running: Started | null = null;
  let pause = FIRST_PAUSE;
  let isClosed = false;
  let callOff: (() => void) | null = null;

  const later = (): void => {
    callOff = timers.after(pause, () => {
      callOff = null;
      void go();
    });
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };

  /** Hands on one list; true if there may be more. */
  const handOn = async (): Promise<boolean> => {
    const delivery = next();
    if (delivery === null) return false;
    delivery.begin();
    running = start(delivery);
    const inTime = timers.after(LONG, slow);
    const how = await running.ended;
    inTime();
    running = null;
    if (how.code === 0) delivery.done();
    if (isClosed) return false;
    ended(delivery, how);
    if (how.code !== 0) later();
    else pause = FIRST_PAUSE;
    return how.code === 0;
  };

  let isBusy = false;
  const go = async (): Promise<void> => {
    if (isBusy || isClosed) return;
    isBusy = true;
    callOff?.();
    callOff = null;
    try {
      while (await handOn());
    } catch (error) {
      failed(error);
      later();
    } finally {
      isBusy = false;
    }
  };

  return {
    go(urgent = false) {
      if (callOff === null || urgent) void go();
    },
    async close() {
      isClosed = true;
      callOff?.();
      if (running !== null) await end(running, timers);
    },
    kill: () => running?.kill('SIGKILL'),
  };
}
