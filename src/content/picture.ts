/** Pictures: how large they are as readers see them. The only file that knows image-size. */
import type * as ImageSize from 'image-size';
import type { Files } from '../base/files.ts';
import { lazily } from '../base/lazy.ts';
import { type Mark, markOf, mix } from '../memo/mark.ts';
import { markIndex } from '../memo/mark-index.ts';
import type { Stat } from './discover.ts';
import { type FormNumber, formNamed, formOfName, formOfStart } from './picture-forms.ts';
import type { Shelf } from './shelf.ts';
import { asLatin, type PictureSize, vectorSize } from './vector.ts';

export type { PictureSize };

/** Loaded at the first picture: it knows twenty forms, and takes a while. */
const library = lazily<typeof ImageSize>('image-size');

/**
 * The pictures of a site, by their files relative to it. A file is read when it is first asked for, and
 * once only. Throws a FilesError if a disk fails.
 */
export interface Pictures {
  /** Null of a file that is no picture by its name, or does not tell its size. */
  sizeOf(file: string): PictureSize | null;
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
}

const PICTURE_NAME = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Bytes to try first: the beginning of most files tells, that of a photograph with all that cameras add, and all. */
const STARTS = [16 * 1024, 256 * 1024, Number.POSITIVE_INFINITY];

/** Bytes by which forms are known. */
const LONGEST_SIGN = 256;

/** What browsers show, by image-size's names; `heif` is what some programs call an AVIF. */
const SHOWN = new Set(['avif', 'bmp', 'gif', 'heif', 'ico', 'jpg', 'png', 'webp']);

/** The pictures of the site in a folder; `kept` is what an earlier build found, and `settled` as in news/enter. */
export function pictureReader(
  files: Pick<Files, 'readStart'>,
  site: string,
  shelf: Shelf,
  kept: PictureColumns | null,
  settled: number,
): Pictures {
  const before = markIndex(kept?.name.length ?? 0);
  for (const [row, name] of (kept?.name ?? []).entries()) before.set(name as Mark, row);
  const known: (Found | undefined)[] = [];
  const lookAtNumber = (number: number): Found => {
    let found = known[number];
    if (found === undefined) {
      const name = shelf.nameAt(number);
      found = (kept && keptOf(kept, before.get(markOf(name)), shelf.statAt(number))) ?? read(name);
      known[number] = found;
    }
    return found;
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
    sizeOf(file) {
      const found = look(file);
      return typeof found === 'object' ? found : null;
    },
    isBroken: (file) => typeof look(file) === 'number',
    formOf(file) {
      const found = look(file);
      return typeof found === 'number' ? formNamed(found) : null;
    },
    markAt(number) {
      const { width, height } = sidesOf(lookAtNumber(number));
      return mix(markOf(shelf.nameAt(number)), width, height);
    },
    columns() {
      const found = known.flatMap((one, number) =>
        one === undefined ? [] : [[number, one] as const],
      );
      const stats = found.map(([number]) => shelf.statAt(number));
      const sides = found.map(([, one]) => sidesOf(one));
      return {
        name: Float64Array.from(found, ([number]) => markOf(shelf.nameAt(number))),
        size: Float64Array.from(stats, ({ size }) => size),
        mtime: Float64Array.from(stats, ({ mtime }) => (mtime < settled ? mtime : Number.NaN)),
        inode: Float64Array.from(stats, ({ inode }) => inode),
        width: Uint32Array.from(sides, ({ width }) => width),
        height: Uint32Array.from(sides, ({ height }) => height),
      };
    },
  };
}

/** The number is that of the form which a broken one has instead. */
type Found = PictureSize | 'unknown' | FormNumber;

/** As two numbers, which tell all that may be found. */
function sidesOf(found: Found): PictureSize {
  if (typeof found === 'object') return found;
  return { width: 0, height: found === 'unknown' ? 0 : 1 + found };
}

function keptOf(kept: PictureColumns, row: number, { size, mtime, inode }: Stat): Found | null {
  if (row < 0 || kept.size[row] !== size || kept.mtime[row] !== mtime) return null;
  if (kept.inode[row] !== inode) return null;
  const [width = 0, height = 0] = [kept.width[row], kept.height[row]];
  if (width > 0) return { width, height };
  return height > 0 ? height - 1 : 'unknown';
}

function lookAt(files: Pick<Files, 'readStart'>, path: string): Found {
  const size = /\.svg$/i.test(path) ? vectorSize : rasterSize;
  let form: FormNumber = 0;
  for (const length of STARTS) {
    const bytes = files.readStart(path, length);
    const found = size(bytes);
    if (found !== 'broken') return found;
    form = formOfStart(asLatin(bytes.subarray(0, LONGEST_SIGN)));
    if (form > 0 || bytes.length < length) break;
  }
  return form;
}

/** One whose name is of another form: browsers go by what is in it, so that a JPEG with it is shown. */
function lookAtOther(files: Pick<Files, 'readStart'>, path: string): Found {
  const bytes = files.readStart(path, STARTS[0] as number);
  return typeof rasterSize(bytes) === 'object' ? 'unknown' : formOfName(path);
}

/** The size of a picture of points. */
function rasterSize(start: Uint8Array): PictureSize | 'unknown' | 'broken' {
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
    const isTurned = type === 'jpg' ? orientation >= 5 && orientation <= 8 : hasQuarterTurn(start);
    return isTurned ? { width: height, height: width } : { width, height };
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
