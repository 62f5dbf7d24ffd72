/** When to build: at once, when something changed, when time changes the paper, and again while it cannot be. */
import type { Instant } from '../base/instant.ts';
import { whenDue } from './due.ts';
import type { Timers } from './timers.ts';

/** Why a build is made. */
export type Reason = 'start' | 'change' | 'time' | 'retry' | 'signal';

/** The later ones say more: what comes while a build runs must not take away what a signal asks for besides. */
const BY_STRENGTH: readonly Reason[] = ['retry', 'time', 'start', 'change', 'signal'];

/** The reason for one build that is made for two. */
function stronger(one: Reason | null, other: Reason): Reason {
  if (one === null) return other;
  return BY_STRENGTH.indexOf(one) > BY_STRENGTH.indexOf(other) ? one : other;
}

/** What a build means for the next one. */
export interface Built {
  /** When the paper changes by itself; null if never, or if that is not known. */
  readonly nextChange: Instant | null;
  /** True if it may come out otherwise although nothing changes: the disk was full, or another build ran. */
  readonly retry: boolean;
}

export interface Keeper {
  /** Builds now, or once more after the build that runs. */
  want(reason: Reason): void;
  /** Begins no build any more. */
  close(): void;
}

/** The pause before a build is tried again, in milliseconds: twice as long each time. */
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 60_000;

/** A build that finds nothing to do at the instant that it was made for is not made again sooner than this. */
const APART = 1000;

export function keeper(
  clock: () => Instant,
  timers: Timers,
  build: (reason: Reason) => Promise<Built>,
  /** Is told what `build` throws; then no other follows. */
  broken: (error: unknown) => void,
): Keeper {
  let isBuilding = false;
  let isClosed = false;
  let wanted: Reason | null = null;
  let pause = FIRST_PAUSE;
  let callOff: (() => void) | null = null;

  const start = (reason: Reason): void => {
    buildOnce(reason).catch(broken);
  };

  const buildOnce = async (reason: Reason): Promise<void> => {
    callOff?.();
    isBuilding = true;
    const begun = clock();
    const { nextChange, retry } = await build(reason);
    isBuilding = false;
    if (isClosed) return;
    if (!retry) pause = FIRST_PAUSE;
    if (wanted !== null) {
      const next = wanted;
      wanted = null;
      start(next);
    } else if (retry) {
      callOff = timers.after(pause, () => start('retry'));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    } else {
      const due = Math.max(nextChange ?? Number.POSITIVE_INFINITY, begun + APART);
      callOff = whenDue({ clock, timers }, begun, due, () => start('time'));
    }
  };

  return {
    want(reason) {
      if (isClosed) return;
      if (isBuilding) wanted = stronger(wanted, reason);
      else start(reason);
    },
    close() {
      isClosed = true;
      callOff?.();
    },
  };
}
