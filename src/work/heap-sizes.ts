/**
 * How much of memory V8 takes for a large build.
 *
 * The young generation of a heap, where all that is made begins, is doubled while much survives, up to a size that is
 * another in each version of Node: 16 MiB three times in 20, 64 MiB three times in 24, for each thread. Beyond 8, in the main
 * thread beyond 16, no large build is faster (docs/performance.md), so that is what they take. The old generation may grow to
 * twice what its last collection left, and not to four times that.
 *
 * A thread that has yet to start is told its size; one that runs can only be told by how much to grow. These flags are of
 * the whole process.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

const MIB = 2 ** 20;

/** MiB of each of the spaces between which what survives is copied; more of what the main thread makes does. */
const SIZE = { main: 16, others: 8 };

const PIECE = 4096;

/** Numbers that live until there is room, in pieces of 32 KiB: the space grows when more has survived than it holds. */
const PIECES = 2048;

const growBy = (factor: number): void => setFlagsFromString(`--semi-space-growth-factor=${factor}`);

/** 0 is as if nothing had been said. */
const startWith = (size: number): void => {
  setFlagsFromString(`--min-semi-space-size=${size}`);
  setFlagsFromString(`--max-semi-space-size=${size}`);
};

/** In percent: how much the old generation grows between two collections. 0 is V8's own choice. */
const growOldBy = (percent: number): void =>
  setFlagsFromString(`--heap-growing-percent=${percent}`);

/** The heap of this thread, and those of threads that are started from here on until `threadsRun`, are of such sizes. */
export function setHeapSizes(): void {
  growOldBy(100);
  // Doubled again and again: a larger step may leap over the size.
  growBy(2);
  const survivors: number[][] = [];
  while (room() < (SIZE.main - 1) * MIB && survivors.length < PIECES)
    survivors.push(new Array<number>(PIECE).fill(0));
  growBy(1);
  startWith(SIZE.others);
}

/** Told once all threads run. */
export function threadsRun(): void {
  startWith(0);
  // A start of Node 20's threads sets it to 2 again.
  growBy(1);
}

/** From here on heaps grow as they do by themselves. */
export function usualHeapSizes(): void {
  startWith(0);
  growOldBy(0);
  growBy(2);
}

/** How much the young generation of this thread holds, in bytes. */
function room(): number {
  const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  return space === undefined ? SIZE.main * MIB : space.space_used_size + space.space_available_size;
}
