/** Pictures: how large they are as readers see them. The only file that knows image-size. */
import type * as ImageSize from 'image-size';
import type { Files } from '../base/files.ts';
import { asLatin } from '../base/latin.ts';
import { lazily } from '../base/lazy.ts';
import { type Mark, markOf, markOfBytes, mix, NO_MARK } from '../memo/mark.ts';
import { markIndex } from '../memo/mark-index.ts';
import type { Stat } from './discover.ts';
import { type FormNumber, formNamed, formOfName, formOfStart } from './picture-forms.ts';
import { isPng, pngSaid } from './png.ts';
import type { Shelf } from './shelf.ts';
import { type PictureSize, vectorSize } from './vector.ts';

export type { PictureSize };

/** What is known of a picture. */
export interface Picture extends PictureSize {
  /** True of one still picture of points, which can be made smaller: a drawing needs no other sizes, and what moves would stand still. */
  readonly scales: boolean;
}

/** Loaded at the first picture: it knows twenty forms, and takes a while. */
const library = lazily<typeof ImageSize>('image-size');

/**
 * The pictures of a site, by their files relative to it. A file is read when it is first asked for, and
 * once only. Throws a FilesError if a disk fails.
 */
export interface Pictures {
  /** Null of a file that is no picture by its name, or does not tell its size. */
  of(file: string): Picture | null;
  /** Stands for the bytes of a file. It is read whole, unless an earlier build did so and it is the one it was. */
  contentOf(file: string): Mark;
  /** True of a file with the name of a picture, of any form, that browsers cannot show as one. */
  isBroken(file: string): boolean;
  /** What such a file is instead, as `a HEIC photograph`; null if that is not known. */
  formOf(file: string): string | null;
  /** Stands for the size of the file of a number on the shelf. */
  markAt(number: number): Mark;
  /** What was found of each file, for the next build: a file that stays as it is is not read again. */
  columns(): PictureColumns;
}

/** What was found of files, by rows. */
export interface PictureColumns {
  /** The mark of the file's name, its bytes and time. */
  readonly name: Float64Array;
  readonly size: Float64Array;
  readonly mtime: Float64Array;
  readonly inode: Float64Array;
  /** Whole pixels; 0 if not known. Of one that is broken the height is the number of its form and 1. */
  readonly width: Uint32Array;
  readonly height: Uint32Array;
  /** 1 of one that can be made smaller. */
  readonly scales: Uint32Array;
  /** The mark of its bytes; `NO_MARK` if nobody asked for it. */
  readonly content: Float64Array;
}

const PICTURE_NAME = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Bytes to try first: the beginning of most files tells, that of a photograph with all that cameras add, and all. */
const STARTS = [16 * 1024, 256 * 1024, Number.POSITIVE_INFINITY];

/** Bytes by which forms are known. */
const LONGEST_SIGN = 256;

/** What browsers show, by image-size's names; `heif` is what some programs call an AVIF. */
const SHOWN = new Set(['avif', 'bmp', 'gif', 'heif', 'ico', 'jpg', 'png', 'webp']);

/** Of these smaller ones are made: a GIF mostly moves, and an AVIF was made small by somebody who knows how. */
const SCALED = new Set(['jpg', 'png', 'webp']);

/** The pictures of the site in a folder; `kept` is what an earlier build found, and `settled` as in news/enter. */
export function pictureReader(
  files: Pick<Files, 'readStart' | 'read'>,
  site: string,
  shelf: Shelf,
  kept: PictureColumns | null,
  settled: number,
): Pictures {
  const before = markIndex(kept?.name.length ?? 0);
  for (const [row, name] of (kept?.name ?? []).entries()) before.set(name as Mark, row);
  const known: (Found | undefined)[] = [];
  const contents: Mark[] = [];
  /** The row of an earlier build, if the file is the one it was; else less than none. */
  const rowBefore = (number: number): number => {
    const row = before.get(markOf(shelf.nameAt(number)));
    return kept !== null && row >= 0 && isAsBefore(kept, row, shelf.statAt(number)) ? row : -1;
  };
  const lookAtNumber = (number: number): Found => {
    let found = known[number];
    if (found === undefined) {
      const row = rowBefore(number);
      found = kept === null || row < 0 ? read(shelf.nameAt(number)) : keptOf(kept, row);
      known[number] = found;
    }
    return found;
  };
  /** If anybody asked for it, in this build or an earlier one. */
  const contentKnown = (number: number): Mark => {
    const content = contents[number];
    if (content !== undefined) return content;
    const row = rowBefore(number);
    return row < 0 ? NO_MARK : ((kept?.content[row] ?? NO_MARK) as Mark);
  };
  const read = (file: string): Found =>
    PICTURE_NAME.test(file)
      ? lookAt(files, `${site}/${file}`)
      : formOfName(file) > 0
        ? lookAtOther(files, `${site}/${file}`)
        : 'unknown';
  const look = (file: string): Found => {
    const number = shelf.find(markOf(file));
    return number < 0 ? 'unknown' : lookAtNumber(number);
  };
  return {
    of(file) {
      const found = look(file);
      return typeof found === 'object' ? found : null;
    },
    contentOf(file) {
      const number = shelf.find(markOf(file));
      const content = contentKnown(number);
      if (content !== NO_MARK) return content;
      const read = markOfBytes(files.read(`${site}/${file}`, shelf.statAt(number).size));
      contents[number] = read;
      return read;
    },
    isBroken: (file) => typeof look(file) === 'number',
    formOf(file) {
      const found = look(file);
      return typeof found === 'number' ? formNamed(found) : null;
    },
    markAt(number) {
      const { width, height, scales } = numbersOf(lookAtNumber(number));
      return mix(markOf(shelf.nameAt(number)), width, height, scales);
    },
    columns() {
      const found = known.flatMap((one, number) =>
        one === undefined ? [] : [[number, one] as const],
      );
      const stats = found.map(([number]) => shelf.statAt(number));
      const told = found.map(([, one]) => numbersOf(one));
      return {
        name: Float64Array.from(found, ([number]) => markOf(shelf.nameAt(number))),
        size: Float64Array.from(stats, ({ size }) => size),
        mtime: Float64Array.from(stats, ({ mtime }) => (mtime < settled ? mtime : Number.NaN)),
        inode: Float64Array.from(stats, ({ inode }) => inode),
        width: Uint32Array.from(told, ({ width }) => width),
        height: Uint32Array.from(told, ({ height }) => height),
        scales: Uint32Array.from(told, ({ scales }) => scales),
        content: Float64Array.from(found, ([number]) => contentKnown(number)),
      };
    },
  };
}

/** The number is that of the form which a broken one has instead. */
type Found = Picture | 'unknown' | FormNumber;

/** As numbers, which tell all that may be found. */
function numbersOf(found: Found): PictureSize & { readonly scales: number } {
  if (typeof found === 'object') return { ...found, scales: found.scales ? 1 : 0 };
  return { width: 0, height: found === 'unknown' ? 0 : 1 + found, scales: 0 };
}

function isAsBefore(kept: PictureColumns, row: number, { size, mtime, inode }: Stat): boolean {
  return kept.size[row] === size && kept.mtime[row] === mtime && kept.inode[row] === inode;
}

function keptOf(kept: PictureColumns, row: number): Found {
  const [width = 0, height = 0] = [kept.width[row], kept.height[row]];
  if (width > 0) return { width, height, scales: kept.scales[row] === 1 };
  return height > 0 ? height - 1 : 'unknown';
}

function lookAt(files: Pick<Files, 'readStart'>, path: string): Found {
  const size = /\.svg$/i.test(path) ? drawing : raster;
  let form: FormNumber = 0;
  for (const length of STARTS) {
    const bytes = files.readStart(path, length);
    const isAll = bytes.length < length;
    if (!isAll && isPng(bytes) && !pngSaid(bytes).isAll) continue;
    const found = size(bytes);
    if (found !== 'broken') return found;
    form = formOfStart(asLatin(bytes.subarray(0, LONGEST_SIGN)));
    if (form > 0 || isAll) break;
  }
  return form;
}

/** One whose name is of another form: browsers go by what is in it, so that a JPEG with it is shown. */
function lookAtOther(files: Pick<Files, 'readStart'>, path: string): Found {
  const bytes = files.readStart(path, STARTS[0] as number);
  return typeof raster(bytes) === 'object' ? 'unknown' : formOfName(path);
}

function drawing(start: Uint8Array): Picture | 'unknown' | 'broken' {
  const found = vectorSize(start);
  return typeof found === 'object' ? { ...found, scales: false } : found;
}

/** A picture of points. */
function raster(start: Uint8Array): Picture | 'unknown' | 'broken' {
  try {
    // A copy with a buffer of its own: the library reads on behind the end of a part of a larger one.
    const {
      width,
      height,
      orientation = 1,
      type = '',
    } = library().imageSize(new Uint8Array(start));
    if (!SHOWN.has(type) || !(width > 0 && height > 0)) return 'broken';
    // Telephones say so of their photographs too.
    if (type === 'heif' && formOfStart(asLatin(start.subarray(0, LONGEST_SIGN))) > 0)
      return 'broken';
    // From 5 to 8 what is stored as a row is shown as a column (EXIF 2.32, 4.6.4).
    const said = isPng(start) ? pngSaid(start) : null;
    const held = said?.orientation ?? (type === 'jpg' ? orientation : 1);
    const isTurned = (held >= 5 && held <= 8) || hasQuarterTurn(start);
    const scales = SCALED.has(type) && said?.moves !== true && !isMovingWebp(start);
    return isTurned ? { width: height, height: width, scales } : { width, height, scales };
  } catch {
    // The library does not know moving AVIFs.
    return asLatin(start.subarray(4, 12)) === 'ftypavis' ? 'unknown' : 'broken';
  }
}

/** True of an AVIF that is shown turned by 90 or 270 degrees (ISO/IEC 23008-12, 6.5.10). */
function hasQuarterTurn(start: Uint8Array): boolean {
  if (asLatin(start.subarray(4, 8)) !== 'ftyp') return false;
  const at = asLatin(start).indexOf('\0\0\0\x09irot');
  return at >= 0 && (start[at + 8] ?? 0) % 2 === 1;
}

/** True of a WebP with several frames (RFC 9649, 2.7.1). */
function isMovingWebp(start: Uint8Array): boolean {
  return asLatin(start.subarray(12, 16)) === 'VP8X' && ((start[20] ?? 0) & 2) !== 0;
}
