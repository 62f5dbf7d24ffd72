/**
 * HTML as it is to stand in a page: a body waits as UTF-8 and goes into the bytes of its page without having been a text
 * again. For whoever asks, it is one.
 */

/** Pieces of HTML, most of them UTF-8. */
export class HtmlBytes {
  readonly pieces: readonly (string | Uint8Array)[];
  /** The most bytes that they take. */
  readonly room: number;

  constructor(pieces: readonly (string | Uint8Array)[]) {
    this.pieces = pieces;
    let room = 0;
    for (const piece of pieces) room += typeof piece === 'string' ? piece.length * 3 : piece.length;
    this.room = room;
  }

  /** Who asks for that wants a text: a template is then made from one (render/templates). */
  get length(): never {
    throw new Error('HTML that is bytes has no length');
  }

  toString(): string {
    return this.pieces
      .map((piece) => (typeof piece === 'string' ? piece : textOfBytes(piece)))
      .join('');
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Bytes of UTF-8 as the text that they are. */
export function textOfBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}
