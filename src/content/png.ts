/** What a PNG says of itself before its picture begins (PNG Specification, 5.3 and 11.3). */
import { asLatin } from '../base/latin.ts';

/** True of one that begins as all do (PNG Specification, 5.2). */
export function isPng(start: Uint8Array): boolean {
  return asLatin(start.subarray(0, 8)) === '\x89PNG\r\n\x1a\n';
}

/** What counts of that. */
export interface PngSaid {
  /** True of one with several frames. */
  readonly moves: boolean;
  /** How it was held, from 1 to 8 (EXIF 2.32, 4.6.4). */
  readonly orientation: number;
  /** False if the picture does not begin within these bytes: what programs write before it may be larger, and say more. */
  readonly isAll: boolean;
}

export function pngSaid(start: Uint8Array): PngSaid {
  const view = new DataView(start.buffer, start.byteOffset, start.length);
  let moves = false;
  let orientation = 1;
  // A length, a name, and a sum behind what it is of.
  for (let at = 8; at + 8 <= start.length; at += 12 + view.getUint32(at)) {
    const name = asLatin(start.subarray(at + 4, at + 8));
    if (name === 'IDAT' || name === 'IEND') return { moves, orientation, isAll: true };
    if (name === 'acTL') moves = true;
    if (name === 'eXIf')
      orientation = orientationIn(start.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  return { moves, orientation, isAll: false };
}

const ORIENTATION = 0x0112;

/** What EXIF says of that in its first list; 1 if it says nothing. */
function orientationIn(exif: Uint8Array): number {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.length);
  const order = asLatin(exif.subarray(0, 2));
  if (exif.length < 8 || (order !== 'II' && order !== 'MM')) return 1;
  const isLittle = order === 'II';
  const list = view.getUint32(4, isLittle);
  if (list + 2 > exif.length) return 1;
  const end = list + 2 + 12 * view.getUint16(list, isLittle);
  for (let at = list + 2; at < end && at + 10 <= exif.length; at += 12)
    if (view.getUint16(at, isLittle) === ORIENTATION) return view.getUint16(at + 8, isLittle);
  return 1;
}
