/**
 * The bodies of articles and people, for the pages that show them. What this build parsed waits in scratch files, one
 * of each thread, so that no stage holds the text of the archive; the others' files are parsed again: they are few.
 */
import type { Scratch } from '../base/files.ts';
import type { Body, BodyPart } from './body.ts';

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

/** Where bodies lie, by rows: in memory that all threads share. */
export interface BodyPlaces {
  readonly offset: Float64Array;
  readonly length: Uint32Array;
  /** The number of the thread that has it, from 1; 0 if none has. */
  readonly thread: Uint8Array;
  /** 1 where a unit of the text is two bytes, in UTF-16; elsewhere it is one, in Latin-1. */
  readonly wide: Uint8Array;
}

export function bodyPlaces(rows: number): BodyPlaces {
  return {
    offset: new Float64Array(new SharedArrayBuffer(rows * 8)),
    length: new Uint32Array(new SharedArrayBuffer(rows * 4)),
    thread: new Uint8Array(new SharedArrayBuffer(rows)),
    wide: new Uint8Array(new SharedArrayBuffer(rows)),
  };
}

/**
 * The bodies as a thread sees them: `scratches` are those of all threads, of which `own` is its number, from 1.
 * `parse` reads the body of a file that nobody put in.
 */
export function bodyStore(
  places: BodyPlaces,
  own: number,
  scratch: Pick<Scratch, 'append'>,
  scratches: (thread: number) => Pick<Scratch, 'read'> | null,
  parse: (path: string) => Body,
): BodyStore {
  let buffer = Buffer.allocUnsafe(64 * 1024);
  return {
    put(row, body) {
      const text = textOf(body);
      if (text.length * 2 > buffer.length) buffer = Buffer.allocUnsafe(text.length * 4);
      // As texts lie in memory, which costs a tenth of what UTF-8 costs.
      const isWide = WIDE.test(text);
      const length = buffer.write(text, isWide ? 'utf16le' : 'latin1');
      places.wide[row] = Number(isWide);
      places.offset[row] = scratch.append(buffer.subarray(0, length));
      places.length[row] = length;
      places.thread[row] = own;
    },
    of({ path, row = -1 }) {
      const source = scratches(places.thread[row] ?? 0);
      if (source === null) return parse(path);
      const bytes = source.read(places.offset[row] ?? 0, places.length[row] ?? 0);
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      return bodyIn(buffer.toString(places.wide[row] === 1 ? 'utf16le' : 'latin1'));
    },
  };
}

/** What is not in Latin-1. Of most texts it is known at once, by how they lie in memory, that they have no such sign. */
const WIDE = /[^\0-\xff]/;

/** Before HTML, which waits as it is; what is not HTML begins with the brace of its JSON. */
const HTML = '=';

/** Between two parts; a body that has it in its text waits as JSON. */
const NEXT = '\u0001';

function textOf(body: Body): string {
  let text = '';
  for (const part of body) {
    if (text !== '') text += NEXT;
    if (typeof part !== 'string') text += JSON.stringify(part);
    else if (part.includes(NEXT)) return JSON.stringify(body);
    else text += HTML + part;
  }
  return text;
}

function bodyIn(text: string): Body {
  if (text === '') return [];
  if (text.startsWith('[')) return JSON.parse(text);
  return text
    .split(NEXT)
    .map((part): BodyPart => (part.startsWith(HTML) ? part.slice(1) : JSON.parse(part)));
}
