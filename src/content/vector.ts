/** Drawings (SVG): how large they are as readers see them. */
import { asLatin } from '../base/latin.ts';

/** Whole pixels of the style sheet, at least 1; of a photograph that lies on its side, as it is shown. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

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

/** The size of an SVG: that which it states, else its ratio at a width that fills its column. */
export function vectorSize(start: Uint8Array): PictureSize | 'unknown' | 'broken' {
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
