/**
 * HTML as it is to stand in a page: a body waits as UTF-8 and goes into the bytes of its page without having been a text
 * again. It can be shown, and asked whether there is any. Whoever wants more of it wants a text: it has nothing that a
 * template could find, and a template that looks is made from a text (render/templates).
 */

/** Pieces of HTML, most of them UTF-8. There is something in them. */
export class HtmlBytes {
  readonly #pieces: readonly (string | Uint8Array)[];

  constructor(pieces: readonly (string | Uint8Array)[]) {
    this.#pieces = pieces;
  }

  static piecesOf(html: HtmlBytes): readonly (string | Uint8Array)[] {
    return html.#pieces;
  }

  get length(): never {
    throw new Error('HTML that is bytes has no length');
  }

  toString(): string {
    return this.#pieces
      .map((piece) => (typeof piece === 'string' ? piece : textOfBytes(piece)))
      .join('');
  }

  toJSON(): string {
    return this.toString();
  }
}

/** The pieces of HTML that is bytes. */
export const { piecesOf } = HtmlBytes;

/** The most bytes that they take: a unit of UTF-16 takes three at most. */
export function roomOf(html: HtmlBytes): number {
  let room = 0;
  for (const piece of piecesOf(html))
    room += typeof piece === 'string' ? piece.length * 3 : piece.length;
  return room;
}

/** Bytes of UTF-8 as the text that they are. */
export function textOfBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}
