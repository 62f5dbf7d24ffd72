/** A process that was started, as those see it who wait for its end. */
import type { Timers } from './timers.ts';

export interface Started {
  /** Kept when it has ended; never broken. */
  readonly ended: Promise<Ended>;
  /** Asks it to end; with `SIGKILL` it is not asked. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
}

export interface Ended {
  /** As a shell says it: of a process that a signal ended 128 and the number of the signal, of one that never began 127. */
  readonly code: number;
  /** The signal that ended it. */
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How long a process may take to end after it was asked to, in milliseconds. */
const GRACE = 5000;

/** Ends a process, at last by force; kept when it has ended. */
export async function end(started: Started, timers: Timers): Promise<void> {
  started.kill('SIGTERM');
  const enough = timers.after(GRACE, () => started.kill('SIGKILL'));
  await started.ended;
  enough();
}
