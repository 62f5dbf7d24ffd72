/**
 * The bodies of articles and people, for the pages that show them. What this build parsed waits in a scratch file,
 * so that no stage holds the text of the archive; the others' files are parsed again: they are few.
 */
import type { Scratch } from '../base/files.ts';
import type { Body } from './body.ts';

/** Whose body it is; `row` is that of an article in the register. */
export interface WithBody {
  readonly path: string;
  readonly row?: number;
}

/** Gives bodies. */
export interface Bodies {
  of(one: WithBody): Body;
}

/** Takes bodies in as they are parsed, and gives them again. */
export interface BodyStore extends Bodies {
  put(row: number, body: Body): void;
}

/** `rows` is how many there may be; `parse` reads the body of a file that was not put in. */
export function bodyStore(
  scratch: Pick<Scratch, 'append' | 'read'>,
  rows: number,
  parse: (path: string) => Body,
): BodyStore {
  const offsets = new Float64Array(rows).fill(-1);
  const lengths = new Uint32Array(rows);
  return {
    put(row, body) {
      const bytes = Buffer.from(JSON.stringify(body));
      offsets[row] = scratch.append(bytes);
      lengths[row] = bytes.length;
    },
    of({ path, row = -1 }) {
      const offset = offsets[row] ?? -1;
      if (offset < 0) return parse(path);
      const bytes = scratch.read(offset, lengths[row] ?? 0);
      return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
    },
  };
}
