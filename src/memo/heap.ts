/**
 * Values in a file that only grows: each is read by its place, and its checksum tells a whole one from a damaged
 * one. What is no longer asked for stays until the file is written anew (news/register).
 */
import { crc32 } from 'node:zlib';
import type { Scratch } from '../base/files.ts';

/** Where a value lies, and its CRC-32. */
export interface Piece {
  readonly offset: number;
  /** Bytes. */
  readonly length: number;
  readonly crc: number;
}

/** The store was changed by something else, or the disk lost a part of it. The build begins anew, without it. */
export class StoreDamaged extends Error {
  override readonly name = 'StoreDamaged';
}

/** Keeps values that are plain JSON data. */
export interface Heap {
  /** Adds the JSON of a value. */
  put(json: string): Piece;
  /** The value again. Throws StoreDamaged. */
  get(piece: Piece): unknown;
  /** Its JSON. Throws StoreDamaged. */
  text(piece: Piece): string;
}

/** A heap in a file. */
export function heap(file: Pick<Scratch, 'append' | 'read'>): Heap {
  const text = ({ offset, length, crc }: Piece): string => {
    const bytes = file.read(offset, length);
    if (bytes.length !== length || crc32(bytes, 0) !== crc)
      throw new StoreDamaged('a piece of the store is not what it was');
    return Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('utf8');
  };
  return {
    put(json) {
      const bytes = Buffer.from(json);
      return { offset: file.append(bytes), length: bytes.length, crc: crc32(bytes, 0) };
    },
    get: (piece) => JSON.parse(text(piece)),
    text,
  };
}
