/** Pictures: how large they are as readers see them. The only file that knows image-size. */
import type * as ImageSize from 'image-size';
import type { Files } from '../base/files.ts';
import { lazily } from '../base/lazy.ts';
import { type Mark, markOf, mix } from '../memo/mark.ts';
import { markIndex } from '../memo/mark-index.ts';
import type { Stat } from './discover.ts';
import type { Shelf } from './shelf.ts';

/** Loaded at the first picture: it knows twenty forms, and takes a while. */
const library = lazily<typeof ImageSize>('image-size');

/** Whole pixels of the style sheet, at least 1; of a photograph that lies on its side, as it is shown. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The pictures of a site, by their files relative to it. A file is read when it is first asked for, and
 * once only. Throws a FilesError if a disk fails.
 */
export interface Pictures {
  /** Null of a file that is no picture by its name, or does not tell its size. */
  sizeOf(file: string): PictureSize | null;
  /** True of a file with the name of a picture that browsers cannot show as one. */
  isBroken(file: string): boolean;
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
  /** Whole pixels; 0 if not known. Of one that is broken the height is 1. */
  readonly width: Uint32Array;
  readonly height: Uint32Array;
}

const PICTURE_NAME = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Bytes to try first: the beginning of most files tells, that of a photograph with all that cameras add, and all. */
const STARTS = [16 * 1024, 256 * 1024, Number.POSITIVE_INFINITY];

/** What browsers show, by image-size's names; `heif` is what some programs call an AVIF. */
const SHOWN = new Set(['avif', 'bmp', 'gif', 'heif', 'ico', 'jpg', 'png', 'webp']);

/**
 * The width that is said of a drawing that has a ratio and no size. Browsers make it as wide as its
 * column; being wider than any column says the same, and keeps its place while it loads.
 */
const WIDE = 1200;

/** The first tag of an SVG; characters, of which one has some hundred. */
const ROOT = /^<(?:"[^"]*"|'[^']*'|[^"'>])*>/;
const LONGEST_ROOT = 16 * 1024;

/** What may hold a tag that is none: comments, and the entities of a document type (XML 1.0, 2.5 and 2.8). */
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const DOCTYPE =
  /<!DOCTYPE(?:"[^"]*"|'[^']*'|[^"'>[])*(?:\[(?:"[^"]*"|'[^']*'|[^"'\]])*(?:\]\s*|$))?>?/i;

const ATTRIBUTE = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const VIEW_BOX = /^\s*[-+.\de]+[\s,]+[-+.\de]+[\s,]+([.\de]+)[\s,]+([.\de]+)\s*$/i;
const LENGTH =
  /^\s*\+?(\d+\.?\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?)(px|cm|mm|q|in|pt|pc|em|rem)?\s*$/i;

/** Pixels of the style sheet in each unit (CSS Values 4, 6.2); those of fonts at the size that browsers begin with. */
const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  in: 96,
  pt: 96 / 72,
  pc: 16,
  em: 16,
  rem: 16,
};

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
    PICTURE_NAME.test(file) ? lookAt(files, `${site}/${file}`) : 'unknown';
  const look = (file: string): Found => {
    const number = shelf.find(markOf(file));
    return number < 0 ? 'unknown' : lookAtNumber(number);
  };
  return {
    sizeOf(file) {
      const found = look(file);
      return typeof found === 'string' ? null : found;
    },
    isBroken: (file) => look(file) === 'broken',
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

type Found = PictureSize | 'unknown' | 'broken';

/** As two numbers, which tell all that may be found. */
function sidesOf(found: Found): PictureSize {
  if (typeof found !== 'string') return found;
  return { width: 0, height: found === 'broken' ? 1 : 0 };
}

function keptOf(kept: PictureColumns, row: number, { size, mtime, inode }: Stat): Found | null {
  if (row < 0 || kept.size[row] !== size || kept.mtime[row] !== mtime) return null;
  if (kept.inode[row] !== inode) return null;
  const [width = 0, height = 0] = [kept.width[row], kept.height[row]];
  if (width > 0) return { width, height };
  return height === 1 ? 'broken' : 'unknown';
}

function lookAt(files: Pick<Files, 'readStart'>, path: string): Found {
  const size = /\.svg$/i.test(path) ? vectorSize : rasterSize;
  for (const length of STARTS) {
    const bytes = files.readStart(path, length);
    const found = size(bytes);
    if (found !== 'broken' || bytes.length < length) return found;
  }
  return 'broken';
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

/** The size of an SVG: that which it states, else its ratio at a width that fills its column. */
function vectorSize(start: Uint8Array): PictureSize | 'unknown' | 'broken' {
  const text = asMarkup(start).replace(COMMENT, '').replace(DOCTYPE, '');
  const at = text.search(/<(?:\w+:)?svg[\s/>]/);
  if (at < 0) return 'broken';
  const [root] = ROOT.exec(text.slice(at, at + LONGEST_ROOT)) ?? [];
  if (root === undefined) return 'broken';
  const attributes = new Map(
    [...root.matchAll(ATTRIBUTE)].map(([, name, one, other]) => [name, one ?? other ?? '']),
  );
  const width = lengthIn(attributes.get('width'));
  const height = lengthIn(attributes.get('height'));
  if (width === 'unknown' || height === 'unknown') return 'unknown';
  if (width !== null && height !== null) return whole({ width, height });
  const box = VIEW_BOX.exec(attributes.get('viewBox') ?? '');
  const ratio = Number(box?.[1]) / Number(box?.[2]);
  if (!(ratio > 0 && ratio < Number.POSITIVE_INFINITY)) return 'unknown';
  const own = width ?? (height === null ? Math.max(WIDE, Number(box?.[1])) : height * ratio);
  return whole({ width: own, height: height ?? own / ratio });
}

/** A length in pixels; null if it is left to the ratio, as a part of the column is (SVG 2, 8.7 and 8.8). */
function lengthIn(text: string | undefined): number | 'unknown' | null {
  if (text === undefined || /^\s*(?:auto|[.\d]+%)\s*$/i.test(text)) return null;
  const [, number, unit = 'px'] = LENGTH.exec(text) ?? [];
  return number === undefined ? 'unknown' : Number(number) * (UNITS[unit.toLowerCase()] ?? 1);
}

function whole({ width, height }: PictureSize): PictureSize | 'unknown' {
  const size = { width: Math.round(width), height: Math.round(height) };
  return size.width > 0 && size.height > 0 ? size : 'unknown';
}

/** The text of an SVG: UTF-16 if a mark says so, as in all of XML; else what is written in ASCII is enough. */
function asMarkup(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isWide
    ? new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    : asLatin(bytes);
}

/** Bytes as characters, one for each: enough to find what is written in ASCII. */
function asLatin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
