/** The smallest files that say how large their picture is. */

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part,
    ),
  );
const word = (value: number) => [value >> 8, value & 0xff];
const long = (value: number) => [0, 0, ...word(value)];

/** A PNG as far as its first chunk. */
export const png = (width: number, height: number): Uint8Array =>
  bytes([0x89], 'PNG\r\n\x1a\n', long(13), 'IHDR', long(width), long(height), [8, 2, 0, 0, 0]);

/** A GIF as far as its screen. */
export const gif = (width: number, height: number): Uint8Array =>
  bytes('GIF89a', word(width).reverse(), word(height).reverse(), [0, 0, 0]);

/**
 * A JPEG as a camera stores it: `orientation` is EXIF's, from 1 to 8, and `more` are bytes that the
 * camera adds before the picture.
 */
export function jpeg(width: number, height: number, orientation = 1, more = 0): Uint8Array {
  const segment = (marker: number, content: readonly number[]) => [
    ...[0xff, marker, ...word(content.length + 2)],
    ...content,
  ];
  const tag = [...word(0x0112), ...word(3), ...long(1), ...word(orientation), 0, 0];
  const exif = [...bytes('Exif\0\0MM\0*', long(8), word(1), tag, long(0))];
  const added = Array.from({ length: Math.ceil(more / 60_000) }, () =>
    segment(0xe2, new Array<number>(60_000).fill(0)),
  );
  const frame = [8, ...word(height), ...word(width), 1, 1, 0x11, 0];
  return bytes([0xff, 0xd8], segment(0xe1, exif), added.flat(), segment(0xc0, frame));
}

/** An AVIF as far as its properties; turned if `angle`, in quarters, is odd. */
export function avif(width: number, height: number, angle = 0): Uint8Array {
  const box = (name: string, ...content: readonly (readonly number[])[]) => {
    const all = content.flat();
    return [...long(all.length + 8), ...bytes(name), ...all];
  };
  const size = box('ispe', long(0), long(width), long(height));
  const properties = box('iprp', box('ipco', size, box('irot', [angle])));
  return bytes(box('ftyp', [...bytes('avif'), ...long(0)]), box('meta', long(0), properties));
}
