/** A picture of the paper as pages name its files. */
import { type Address, href } from '../base/paths.ts';
import type { Picture } from '../content/picture.ts';
import { type PictureSizeFile, pictureSizes, sizeAddress } from '../content/picture-sizes.ts';
import type { PageSettings } from './settings.ts';

/** The files of a picture of which smaller ones are made. */
export interface PictureSources {
  /** A JPEG of a moderate width: for whoever knows one address only. */
  readonly src: string;
  /** What a browser chooses among (HTML Standard, 4.8.4.2.1); null where no browser reads. */
  readonly srcset: string | null;
}

/** Null of a picture that is shown as it is, at its own address. A query after that (`?v=2`) stays, a fragment does not. */
export function pictureSources(
  picture: (Picture & { readonly address: Address }) | null,
  suffix: string,
  { base, surfaces }: PageSettings,
): PictureSources | null {
  const sizes = picture === null || !surfaces.pictures ? null : pictureSizes(picture);
  if (picture === null || sizes === null) return null;
  // A blank would end an address of the choice, and a comma behind it the next (HTML Standard, 4.8.4.2.1).
  const query = (suffix.split('#')[0] ?? '').replace(/[\s,]/g, encodeURIComponent);
  const at = (one: PictureSizeFile) => href(base, sizeAddress(picture.address, one)) + query;
  return {
    src: at(sizes.plain),
    srcset: sizes.browsers.map((one) => `${at(one)} ${one.width}w`).join(', '),
  };
}
