/** The pictures that readers see: files of the paper that somebody whom they see shows. */
import type { Address } from '../base/paths.ts';
import type { Picture, Pictures } from '../content/picture.ts';
import type { Shelf } from '../content/shelf.ts';
import {
  addressOfFile,
  fileOf,
  pictureFilesOf,
  type Referrer,
  readReference,
} from './reference.ts';
import type { ReferredTo } from './reference-marks.ts';

/** One of them. */
export interface PictureInSight extends Picture {
  /** Relative to the site. */
  readonly file: string;
  readonly address: Address;
}

/** The picture that a reference of the file at `path` means; null if it is another site's, or does not tell its size. */
export function pictureAt(
  path: string,
  target: string,
  shelf: Shelf,
  pictures: Pictures,
): PictureInSight | null {
  const file = fileOf(readReference(path, target, shelf), shelf);
  return file === null ? null : pictureOf(file, pictures);
}

/** All pictures that articles and others show, by the names of their files. */
export function picturesInSight(
  articles: ReferredTo,
  others: readonly Referrer[],
  shelf: Shelf,
  pictures: Pictures,
): PictureInSight[] {
  const files = new Set(others.flatMap((one) => pictureFilesOf(one, shelf)));
  for (const number of articles.pictures) files.add(shelf.nameAt(number));
  return [...files].sort().flatMap((file) => pictureOf(file, pictures) ?? []);
}

function pictureOf(file: string, pictures: Pictures): PictureInSight | null {
  const picture = pictures.of(file);
  if (picture === null) return null;
  return { ...picture, file, address: addressOfFile(file) };
}
