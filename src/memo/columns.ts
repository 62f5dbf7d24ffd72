/**
 * Columns as a file: named typed arrays and a little plain data, under a header and over a checksum. A file
 * that is cut, changed or of another version is none.
 *
 *     "gazeta-columns/1"  16 bytes
 *     length of the head  4 bytes, then 4 of zero
 *     head                JSON: what it is, the plain data, and the name, type and length of each column
 *     columns             each at a multiple of 8 bytes
 *     CRC-32 of all that  4 bytes, and 4 of zero
 */
import { crc32 } from 'node:zlib';
import { asLatin } from '../base/latin.ts';

const MAGIC = 'gazeta-columns/1';

const TYPES = {
  f64: Float64Array,
  i32: Int32Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
};
type TypeName = keyof typeof TYPES;

/** A typed array that can be a column. */
export type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** What a file of columns holds. */
export interface Columns {
  /** Plain data beside the columns. */
  readonly data: unknown;
  readonly columns: Readonly<Record<string, Column>>;
}

interface Head {
  /** What the file is, and the version of its form and of all that its content follows from. */
  readonly kind: string;
  readonly data: unknown;
  readonly columns: readonly (readonly [name: string, type: TypeName, length: number])[];
}

/** Columns as bytes, in pieces to be written one after the other. The bytes of the columns are not copied. */
export function writeColumns(kind: string, { data, columns }: Columns): Uint8Array[] {
  const entries = Object.entries(columns);
  const head: Head = {
    kind,
    data,
    columns: entries.map(([name, column]) => [name, typeOf(column), column.length]),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const start = new Uint8Array(24 + upToEight(text.length));
  start.set(new TextEncoder().encode(MAGIC));
  new DataView(start.buffer).setUint32(16, text.length, true);
  start.set(text, 24);
  const pieces: Uint8Array[] = [start];
  for (const [, column] of entries) {
    // The checksum of nothing would begin anew.
    if (column.byteLength === 0) continue;
    pieces.push(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    const rest = upToEight(column.byteLength) - column.byteLength;
    if (rest > 0) pieces.push(new Uint8Array(rest));
  }
  const end = new Uint8Array(8);
  const sum = pieces.reduce((crc, piece) => crc32(piece, crc), 0);
  new DataView(end.buffer).setUint32(0, sum, true);
  return [...pieces, end];
}

/** Reads columns; null if the bytes are none of the kind, or damaged. They lie in the given bytes where these are aligned. */
export function readColumns(kind: string, given: Uint8Array): Columns | null {
  const bytes = given.byteOffset % 8 === 0 ? given : new Uint8Array(given);
  if (bytes.length < 32 || bytes.length % 8 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (asLatin(bytes.subarray(0, 16)) !== MAGIC) return null;
  const end = bytes.length - 8;
  if (crc32(bytes.subarray(0, end), 0) !== view.getUint32(end, true)) return null;
  const length = view.getUint32(16, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(24, 24 + length))) as Head;
  if (head.kind !== kind) return null;
  const columns: Record<string, Column> = {};
  let at = 24 + upToEight(length);
  for (const [name, type, size] of head.columns) {
    const column = new TYPES[type](bytes.buffer as ArrayBuffer, bytes.byteOffset + at, size);
    columns[name] = column;
    at += upToEight(column.byteLength);
  }
  return { data: head.data, columns };
}

function typeOf(column: Column): TypeName {
  const found = Object.entries(TYPES).find(([, type]) => column instanceof type);
  return (found?.[0] ?? 'u8') as TypeName;
}

function upToEight(length: number): number {
  return Math.ceil(length / 8) * 8;
}
