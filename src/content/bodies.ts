/**
 * The bodies of articles and people, for the pages that show them. What this build parsed waits in scratch files, one
 * of each thread, so that no stage holds the text of the archive; the others' files are parsed again: they are few.
 */
import type { Scratch } from '../base/files.ts';
import type { Mark } from '../memo/mark.ts';
import {
  type Body,
  type BodyPart,
  fillSlots,
  type Slot,
  type SlotTargets,
  slotFiller,
} from './body.ts';
import { HtmlBytes, textOfBytes } from './html-bytes.ts';

/** Whose body it is; `row` is that of an article in the register. */
export interface WithBody {
  readonly path: string;
  readonly row?: number;
  /** That of the bytes of the file from which all else of it is known. */
  readonly fileMark?: Mark;
}

/** Gives bodies. */
export interface Bodies {
  of(one: WithBody): Body;
  /** The body as it waits, for its page. */
  waiting(one: WithBody): WaitingBody;
}

/** A body whose slots are filled later. */
export type WaitingBody = Body | StoredBody;

/** Takes bodies in as they are parsed, and gives them again. */
export interface BodyStore extends Bodies {
  put(row: number, body: Body): void;
}

/** Where bodies lie, by rows: in memory that all threads share. */
export interface BodyPlaces {
  readonly offset: Float64Array;
  /** Bytes of HTML, and of what tells its slots, which lies behind it. */
  readonly html: Uint32Array;
  readonly slots: Uint32Array;
  /** The number of the thread that has it, from 1; 0 if none has. */
  readonly thread: Uint8Array;
}

export function bodyPlaces(rows: number): BodyPlaces {
  return {
    offset: new Float64Array(new SharedArrayBuffer(rows * 8)),
    html: new Uint32Array(new SharedArrayBuffer(rows * 4)),
    slots: new Uint32Array(new SharedArrayBuffer(rows * 4)),
    thread: new Uint8Array(new SharedArrayBuffer(rows)),
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
  parse: (one: WithBody) => Body,
): BodyStore {
  let room = Buffer.allocUnsafe(64 * 1024);
  let used = 0;
  const write = (text: string): void => {
    // A unit of UTF-16 is three bytes at most.
    const most = used + text.length * 3;
    if (most > room.length) room = Buffer.concat([room.subarray(0, used)], most * 2);
    used += room.write(text, used);
  };
  const waiting = (one: WithBody): WaitingBody => {
    const { row = -1 } = one;
    const source = scratches(places.thread[row] ?? 0);
    if (source === null) return parse(one);
    const html = places.html[row] ?? 0;
    const slots = places.slots[row] ?? 0;
    const bytes = source.read(places.offset[row] ?? 0, html + slots);
    if (slots === 0) return new StoredBody(bytes, NO_SLOTS);
    const stored: readonly (number | WrittenSlot)[] = JSON.parse(textOfBytes(bytes.subarray(html)));
    return new StoredBody(bytes.subarray(0, html), stored);
  };
  return {
    put(row, body) {
      used = 0;
      let slots: (number | WrittenSlot)[] | null = null;
      for (const part of body)
        if (typeof part === 'string') write(part);
        else {
          slots ??= [];
          slots.push(used, written(part));
        }
      const html = used;
      if (slots !== null) write(JSON.stringify(slots));
      places.offset[row] = scratch.append(room.subarray(0, used));
      places.html[row] = html;
      places.slots[row] = used - html;
      places.thread[row] = own;
    },
    of(one) {
      const body = waiting(one);
      return body instanceof StoredBody ? body.parts() : body;
    },
    waiting,
  };
}

const NO_SLOTS: readonly never[] = [];

/** A slot as it waits: most are plain links, of which the address says all, and their ends. */
type WrittenSlot = Slot | string | null;

function written(slot: Slot): WrittenSlot {
  if ('linkEnd' in slot) return null;
  return 'attributes' in slot && 'link' in slot && slot.attributes === '' ? slot.link : slot;
}

function read(slot: WrittenSlot): Slot {
  if (slot === null) return { linkEnd: true };
  return typeof slot === 'string' ? { link: slot, attributes: '' } : slot;
}

/** A body that was put away: UTF-8, and its slots, each behind the place of its own. */
export class StoredBody {
  private readonly bytes: Uint8Array;
  private readonly slots: readonly (number | WrittenSlot)[];

  constructor(bytes: Uint8Array, slots: readonly (number | WrittenSlot)[]) {
    this.bytes = bytes;
    this.slots = slots;
  }

  parts(): Body {
    return this.pieces<Slot>((slot) => slot).map(
      (piece): BodyPart => (piece instanceof Uint8Array ? textOfBytes(piece) : piece),
    );
  }

  /** With its slots filled; a text where there is nothing in it. */
  filled(targets: SlotTargets): HtmlBytes | string {
    const pieces =
      this.slots.length === 0 ? [this.bytes] : this.pieces<string>(slotFiller(targets));
    return pieces.every(({ length }) => length === 0) ? '' : new HtmlBytes(pieces);
  }

  private pieces<T>(made: (slot: Slot) => T): (T | Uint8Array)[] {
    const { bytes, slots } = this;
    const pieces: (T | Uint8Array)[] = [];
    let done = 0;
    for (let at = 0; at < slots.length; at += 2) {
      const place = slots[at] as number;
      if (place > done) pieces.push(bytes.subarray(done, place));
      pieces.push(made(read(slots[at + 1] as WrittenSlot)));
      done = place;
    }
    if (done < bytes.length) pieces.push(bytes.subarray(done));
    return pieces;
  }
}

/** The HTML of a body for its page. */
export function filledBody(body: WaitingBody, targets: SlotTargets): HtmlBytes | string {
  return body instanceof StoredBody ? body.filled(targets) : fillSlots(body, targets);
}
