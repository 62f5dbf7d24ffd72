/** Waiting until time changes the paper, by a clock that somebody may set meanwhile. */
import type { Instant } from '../base/instant.ts';
import type { Timers } from './timers.ts';

/**
 * How often it is seen whether the time has come: timers stand still while a computer sleeps, know nothing of a clock that is
 * set, and none is longer than 2^31 milliseconds.
 */
const LOOK = 60_000;

/**
 * Calls `then` at an instant, or when the clock is before the moment `since` at which the paper was seen: it was set back, and
 * what was published by the wrong time is under embargo again. What it returns calls that off.
 */
export function whenDue(
  { clock, timers }: { readonly clock: () => Instant; readonly timers: Timers },
  since: Instant,
  /** Infinite if nothing will happen: the clock can be set back all the same. */
  due: number,
  then: () => void,
): () => void {
  let callOff: () => void;
  const wait = (): void => {
    const now = clock();
    const pause = now < since ? 0 : Math.min(Math.max(0, due - now), LOOK);
    callOff = timers.after(pause, look);
  };
  const look = (): void => {
    const now = clock();
    if (now >= due || now < since) then();
    else wait();
  };
  wait();
  return () => callOff();
}
