/** The sizes in which a picture is published, so that a telephone need not load what a camera made. */
import type { Address } from '../base/paths.ts';
import type { Picture, PictureSize } from './picture.ts';

/**
 * Pixels: a card, one on a dense screen or a telephone's width, that on a screen of three times the density, and a column of text on a
 * dense one. Not more of them: hosts count files, and each is made.
 */
const WIDTHS = [400, 800, 1200, 1600] as const;

/** What search engines and networks ask of a picture that they show large, and enough for readers of feeds. */
const PLAIN_WIDTH = 1200;

/** The sides of a WebP (RFC 9649, 2.5), and their product, which is what the library reads, in pixels. */
const HIGHEST = 16_383;
const MOST_PIXELS = HIGHEST ** 2;

/** The form of a file: WebP for browsers, JPEG for whatever else reads a page. */
export type SizeForm = 'webp' | 'jpg';

/** One file. */
export interface PictureSizeFile {
  readonly width: number;
  readonly form: SizeForm;
}

/** All files that are made of a picture. */
export interface PictureSizes {
  /** From the narrowest; the last is as wide as the picture, or as any screen needs, or as its height allows. */
  readonly browsers: readonly PictureSizeFile[];
  /** For whoever knows one address only. */
  readonly plain: PictureSizeFile;
}

/** Pixels: of a panorama a card shows a part, as high as of others, for which a lower file would be blown up. */
const LOWEST = 200;

/** Null of one that is published as it is, since it is no wider than the least size, or cannot be made smaller. */
export function pictureSizes({ width, height, scales }: Picture): PictureSizes | null {
  const [least] = WIDTHS;
  // As a chart of many lines that is read from above to below.
  const most = Math.min(width, Math.floor((width / height) * HIGHEST));
  if (!scales || most <= least || width * height > MOST_PIXELS) return null;
  const widest = Math.min(most, Math.max(...WIDTHS));
  // One that is nearly as wide as the next would be loaded by nobody.
  const narrower = WIDTHS.filter((one) => one < widest * 0.9 && (one * height) / width >= LOWEST);
  return {
    browsers: [...narrower, widest].map((one) => ({ width: one, form: 'webp' })),
    plain: { width: Math.min(most, PLAIN_WIDTH), form: 'jpg' },
  };
}

/** How large that for whoever knows one address only is, to the pixel as it is made; the picture itself where none is. */
export function plainSize(picture: Picture): PictureSize {
  const { width, height } = picture;
  const plain = pictureSizes(picture)?.plain.width ?? width;
  return { width: plain, height: Math.max(1, Math.round((height * plain) / width)) };
}

/** Below this lie all of them. */
export const SIZES_FOLDER = '/_pictures/';

/** The address of one, by that of the picture: `/_pictures/images/bridge.jpg/800.webp`. */
export function sizeAddress(picture: Address, { width, form }: PictureSizeFile): Address {
  return `${SIZES_FOLDER}${picture.slice(1)}/${width}.${form}` as Address;
}
