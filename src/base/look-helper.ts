/** A thread that helps with a walk: it looks at files that others name. */
import { parentPort } from 'node:worker_threads';
import { DONE, FAILED, type Lot, lookOn } from './look.ts';

parentPort?.on('message', (lot: Lot) => {
  const paths = lot.paths.split('\0');
  try {
    while (lookOn(lot, paths, () => undefined));
  } catch {
    // Whoever began the walk does it again alone, and meets the fault where a walk on one thread meets it.
    Atomics.add(lot.counters, DONE, FAILED);
    Atomics.notify(lot.counters, DONE);
  }
});
