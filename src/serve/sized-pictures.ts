/** Pictures in the sizes that screens need, for the preview: each is made when a browser asks for it. */
import type { Files } from '../base/files.ts';
import { outPath } from '../base/paths.ts';
import { recent } from '../base/recent.ts';
import { type PictureSizeFile, pictureSizes, sizeAddress } from '../content/picture-sizes.ts';
import type { Shelf } from '../content/shelf.ts';
import { type Mark, markOf, mix } from '../memo/mark.ts';
import type { PictureInSight } from '../news/pictures-in-sight.ts';
import type { OutputFile } from '../output/collect.ts';
import type { Resize } from '../output/resize.ts';

/** Makes one size of a picture; asked again for the same file it gives what it gave. */
export type SizeMaker = (file: string, content: Mark, size: PictureSizeFile) => Uint8Array;

/** How many are kept: a front or two. */
const KEPT = 64;

export function sizeMaker(files: Pick<Files, 'read'>, site: string, resize: Resize): SizeMaker {
  const make = recent((key: string) => {
    const [file, , size] = JSON.parse(key) as [string, Mark, PictureSizeFile];
    const bytes = files.read(`${site}/${file}`);
    const [resized] = resize([{ bytes, sizes: [size] }]);
    // A build tells why there is none.
    return resized !== undefined && 'made' in resized ? (resized.made[0] ?? bytes) : bytes;
  }, KEPT);
  return (file, content, size) => make(JSON.stringify([file, content, size]));
}

/** All sizes of the pictures, by when each picture was written. */
export function sizedPictures(
  shown: readonly PictureInSight[],
  shelf: Shelf,
  make: SizeMaker,
): OutputFile[] {
  return shown.flatMap((picture) => {
    const sizes = pictureSizes(picture);
    if (sizes === null) return [];
    const { file, address } = picture;
    const { size: length, mtime, inode } = shelf.statAt(shelf.find(markOf(file)));
    const content = mix(length, mtime * 1000, inode);
    return [...sizes.browsers, sizes.plain].map((size) => ({
      out: outPath(sizeAddress(address, size)),
      maker: file,
      key: content,
      bytes: () => make(file, content, size),
    }));
  });
}
