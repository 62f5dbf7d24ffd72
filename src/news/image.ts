/** A picture that stands for an article or a person. */
import { isRecord } from '../content/field.ts';
import { type OwnSite, withinSite } from '../content/own-site.ts';
import type { FieldReader } from './reader.ts';
import { oneLine, partOf } from './reader.ts';
import { slipsInRecord } from './slips.ts';

/** A lead picture as its author gave it. */
export interface ImageField {
  /** An address within the site or on another one, or a file beside the article. */
  readonly src: string;
  /** Empty if none was given. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  /** The point that must stay in sight when the picture is cut; null for its middle. */
  readonly focus: Focus | null;
}

/** A point of a picture: how far it is from the left and from the top, in steps of ten per cent. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

/** Names of the address: ours, Astro's, that of jekyll-seo-tag, that of themes of Hugo (`cover: {image: …}`). */
const ADDRESSES = ['src', 'url', 'path', 'image'] as const;
const KEYS = [...ADDRESSES, 'alt', 'caption', 'credit', 'focus'] as const;

const PLACES: Readonly<Record<string, Partial<Focus>>> = {
  left: { x: 0 },
  right: { x: 100 },
  top: { y: 0 },
  bottom: { y: 100 },
  center: {},
};

/** Reads `50% 30%`, `left top`, `top`: as CSS `object-position`. Null if it is none of these. */
function readFocus(text: string): Focus | null {
  const words = text.trim().toLowerCase().split(/\s+/);
  if (words.length > 2) return null;
  const focus = { x: 50, y: 50 };
  for (const [at, word] of words.entries()) {
    const percent = /^(\d{1,3})%$/.exec(word)?.[1];
    const place = PLACES[word];
    if (percent !== undefined && Number(percent) <= 100)
      focus[at === 0 ? 'x' : 'y'] = Math.round(Number(percent) / 10) * 10;
    else if (place !== undefined) Object.assign(focus, place);
    else return null;
  }
  return focus;
}

/** Reads a picture: its address alone, or a record; of a list the first. What else is said of it may stand in keys beside it. */
export function readImage<Field extends string>(
  read: FieldReader<Field>,
  name: Field,
  own: OwnSite,
): ImageField | null {
  const field = read.find(name);
  if (field === null) return null;
  const value = Array.isArray(field.value) ? field.value[0] : field.value;
  const written = field.written ?? (typeof value === 'string' ? value : null);
  if (written !== null && written.trim() === '') return null;
  const record = isRecord(value) ? value : { src: written };
  if (isRecord(value)) read.slips.push(...slipsInRecord(field.key, field.place, value, KEYS));
  let src: string | null = null;
  for (const key of ADDRESSES) src ??= partOf(record, key);
  // Editors in the browser write all parts of what nobody filled in.
  if (src === null && isRecord(value) && KEYS.every((key) => (value[key] ?? '') === ''))
    return null;
  if (src === null)
    return read.fault(
      'article/value',
      field,
      `"${field.key}" names no file`,
      'Write the address of the picture: image: /images/bridge.jpg, or image: {src: /images/bridge.jpg, alt: What it shows}.',
    );
  const point = partOf(record, 'focus');
  const focus = point === null ? null : readFocus(point);
  if (point !== null && focus === null)
    read.fault(
      'article/value',
      field,
      `the focus "${point}" of "${field.key}" is not a point of the picture`,
      'Write how far it is from the left and from the top: focus: 50% 30%, or focus: left top.',
    );
  // An author's picture has no such names, and so nothing there.
  const beside = (part: string) => read.text(`${name}.${part}` as Field);
  const address = oneLine(src);
  return {
    src: withinSite(address, own) ?? address,
    alt: partOf(record, 'alt') ?? beside('alt') ?? '',
    caption: partOf(record, 'caption') ?? beside('caption'),
    credit: partOf(record, 'credit') ?? beside('credit'),
    focus,
  };
}
