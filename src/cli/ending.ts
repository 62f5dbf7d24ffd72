/** The end of a command that waits: a signal, or what it cannot go on with. */
import type { LiveWorld } from './world.ts';

export interface Ending {
  /** Kept when a signal asks for the end; broken by what cannot be gone on with. */
  readonly over: Promise<void>;
  isOver(): boolean;
  /** It cannot go on. */
  broken(error: unknown): void;
  /** What is done at SIGHUP, and at a second signal that asks for the end. */
  answer(again: () => void, force: () => void): void;
  /** Signals are the system's again. */
  close(): void;
}

export function endingBy({ signals }: Pick<LiveWorld, 'signals'>): Ending {
  let isOver = false;
  let answers = { again: () => {}, force: () => {} };
  let finish: () => void = () => {};
  let broken: (error: unknown) => void = () => {};
  const over = new Promise<void>((resolve, reject) => {
    finish = resolve;
    broken = reject;
  });
  // Nobody may be waiting for it when it is broken.
  over.catch(() => {});
  const close = signals((signal) => {
    if (signal === 'SIGHUP') answers.again();
    else if (isOver) answers.force();
    else {
      isOver = true;
      finish();
    }
  });
  return {
    over,
    isOver: () => isOver,
    broken,
    answer(again, force) {
      answers = { again, force };
    },
    close,
  };
}
