/** Many changes at once become one: an editor that saves in steps, `git checkout`, a folder that is copied. */
import type { Timers } from './timers.ts';

/** How long it must be quiet, in milliseconds. */
const QUIET = 40;

/** After so long it is told although it never was quiet. */
const LATEST = 500;

export interface Burst {
  changed(): void;
  /** Forgets what was not told yet. */
  close(): void;
}

/** Calls `then` once for all calls of `changed` that come without a pause. */
export function burst(timers: Timers, then: () => void): Burst {
  let quiet: (() => void) | null = null;
  let latest: (() => void) | null = null;
  const close = (): void => {
    quiet?.();
    latest?.();
    quiet = null;
    latest = null;
  };
  const tell = (): void => {
    close();
    then();
  };
  return {
    changed() {
      quiet?.();
      quiet = timers.after(QUIET, tell);
      latest ??= timers.after(LATEST, tell);
    },
    close,
  };
}
