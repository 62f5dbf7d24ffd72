/** Files that grow at their end, and whose pieces are read by their place. */
import fs from 'node:fs';
import { attempt } from './files-error.ts';

/** A growing file whose pieces can be read back by their place; it vanishes when closed. */
export interface Scratch {
  /** Adds bytes and returns where they begin. They are there at once for their reader, for other threads after `flush`. */
  append(bytes: Uint8Array): number;
  /** Fewer bytes than asked for where the file ends before. */
  read(offset: number, length: number): Uint8Array;
  /** Writes what was added to the file. */
  flush(): void;
  /**
   * By what another thread of this process reads it too (`Files.shared`); null if none can. What was added before it is
   * asked for is written.
   */
  readonly descriptor: number | null;
  close(): void;
}

/** One that stays. */
export interface Log extends Scratch {
  /** Bytes, with those added. */
  readonly size: number;
}

/** Many small pieces are written as few large ones, and the last of these are kept: what was added is soon read again. */
const CHUNK = 1024 * 1024;
const CHUNKS_KEPT = 4;

interface Chunk {
  readonly start: number;
  readonly bytes: Buffer;
  used: number;
}

/** A file that is open; `length` are the bytes that it has. */
export function growing(path: string, file: number, length: number): Log {
  let written = length;
  const chunks: Chunk[] = [];
  let last: Chunk = { start: length, bytes: Buffer.allocUnsafe(0), used: 0 };
  const flush = (): void => {
    let done = written - last.start;
    while (done < last.used)
      done += attempt('write', path, () => fs.writeSync(file, last.bytes, done, last.used - done));
    written = last.start + last.used;
  };
  const room = (size: number): void => {
    if (last.used + size <= last.bytes.length) return;
    flush();
    last = { start: written, bytes: Buffer.allocUnsafe(Math.max(CHUNK, size)), used: 0 };
    chunks.push(last);
    if (chunks.length > CHUNKS_KEPT) chunks.shift();
  };
  const chunkAt = (offset: number): Chunk | null => {
    const first = chunks[0];
    if (first === undefined || offset < first.start) return null;
    let [low, high] = [0, chunks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((chunks[middle] as Chunk).start <= offset) low = middle;
      else high = middle - 1;
    }
    return chunks[low] ?? null;
  };
  return {
    get size() {
      return last.start + last.used;
    },
    append(bytes) {
      room(bytes.length);
      last.bytes.set(bytes, last.used);
      last.used += bytes.length;
      return last.start + last.used - bytes.length;
    },
    read(offset, size) {
      const chunk = chunkAt(offset);
      if (chunk !== null) {
        const from = offset - chunk.start;
        return chunk.bytes.subarray(from, Math.min(from + size, chunk.used));
      }
      const bytes = Buffer.allocUnsafe(size);
      const got = attempt('read', path, () => fs.readSync(file, bytes, 0, size, offset));
      return bytes.subarray(0, got);
    },
    flush,
    descriptor: file,
    close: () => fs.closeSync(file),
  };
}
