/** Texts of which each byte is a letter. The only file that says how: `TextDecoder` does it in two ways, by the version of Node. */

/**
 * Bytes as characters of the same numbers (ISO/IEC 8859-1): enough to find what is written in ASCII. `latin1` is no
 * name for that to `TextDecoder`: the Encoding Standard (4.2) takes it for windows-1252, where 0x89 is a sign of its own.
 */
export function asLatin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** Reads a text that comes in pieces. */
export interface PieceDecoder {
  /** The text of the next piece; of what it cuts in the middle, that is told with the piece after it. */
  decode(piece: Uint8Array): string;
}

/**
 * Of an encoding by its label (Encoding Standard, 4.2), the same under every version of Node: Node 20 reads
 * windows-1252 as ISO 8859-1. Throws a RangeError of a label that nobody knows.
 */
export function pieceDecoder(label: string): PieceDecoder {
  const decoder = new TextDecoder(label);
  const signs = decoder.encoding === 'windows-1252' ? WINDOWS_1252 : null;
  return {
    decode(piece) {
      if (signs === null) return decoder.decode(piece, { stream: true });
      return asLatin(piece).replace(OWN, (letter) => signs[letter.charCodeAt(0) - 0x80] as string);
    },
  };
}

/** What only windows-1252 has, in the place of control characters. */
const OWN = /[\x80-\x9f]/g;

/** From 0x80 on; five stay what they are (Encoding Standard, index windows-1252). */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
