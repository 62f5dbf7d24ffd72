/**
 * Where the bodies of articles wait between the stage that reads them and the page that shows them,
 * so that no stage holds the text of the whole archive. A stage hands on the handle.
 */
import type { Scratch } from '../base/files.ts';

/** Stands for a stored value; only the store that gave it can read it. */
export interface Handle {
  readonly offset: number;
  readonly length: number;
}

/** Keeps values that are plain JSON data. */
export interface Store {
  put(value: unknown): Handle;
  get(handle: Handle): unknown;
}

/** A store in a file that lives as long as the build. */
export function scratchStore(scratch: Scratch): Store {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return {
    put(value) {
      const bytes = encoder.encode(JSON.stringify(value));
      return { offset: scratch.append(bytes), length: bytes.length };
    },
    get: (handle) => JSON.parse(decoder.decode(scratch.read(handle.offset, handle.length))),
  };
}
