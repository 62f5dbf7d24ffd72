/** A picture that stands for an article or a person. */
import type { FieldReader } from './reader.ts';
import { isRecord, oneLine, partOf } from './reader.ts';

/** A lead picture as its author gave it. */
export interface ImageField {
  /** An address within the site or on another one, or a file beside the article. */
  readonly src: string;
  /** Empty if none was given. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  /** The point that must stay in sight when the picture is cut, as CSS `object-position` has it. */
  readonly focus: string | null;
}

const FOCUS =
  /^(?:left|right|top|bottom|center|\d{1,3}%)(?:\s+(?:left|right|top|bottom|center|\d{1,3}%))?$/;

/** Reads a picture: its address alone, or a record; of a list the first. */
export function readImage<Field extends string>(
  read: FieldReader<Field>,
  name: Field,
): ImageField | null {
  const field = read.find(name);
  if (field === null) return null;
  const value = Array.isArray(field.value) ? field.value[0] : field.value;
  const written = field.written ?? (typeof value === 'string' ? value : null);
  if (written !== null && written.trim() === '') return null;
  const record = isRecord(value) ? value : { src: written };
  const src = partOf(record, 'src') ?? partOf(record, 'url');
  if (src === null)
    return read.fault(
      'article/value',
      field,
      `"${field.key}" names no file`,
      'Write the address of the picture: image: /images/bridge.jpg, or image: {src: /images/bridge.jpg, alt: What it shows}.',
    );
  const focus = partOf(record, 'focus');
  if (focus !== null && !FOCUS.test(focus))
    read.fault(
      'article/value',
      field,
      `the focus "${focus}" of "${field.key}" is not a point of the picture`,
      'Write how far it is from the left and from the top: focus: 50% 30%, or focus: left top.',
    );
  return {
    src: oneLine(src),
    alt: partOf(record, 'alt') ?? '',
    caption: partOf(record, 'caption'),
    credit: partOf(record, 'credit'),
    focus: focus !== null && FOCUS.test(focus) ? focus : null,
  };
}
