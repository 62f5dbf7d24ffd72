/** Parts of files, as players of sound and pictures ask for them (RFC 9110, 14). */

/** A part: from its first byte to its last. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * The part that a `Range` field asks for; null if the whole file is to be given: there is none, it is of another unit, or
 * of several parts, which a server may pass over. `none` if no byte of the file is in it.
 */
export function rangeIn(field: string | undefined, size: number): Range | null | 'none' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(field?.replace(/\s/g, '') ?? '');
  if (match === null) return null;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return null;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'none' : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return null;
  return first >= size ? 'none' : { first, last };
}
