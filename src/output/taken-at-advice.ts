/** Photographs that tell whoever loads them where they were taken: perhaps at the home of somebody who is not to be found. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import type { Shelf } from '../content/shelf.ts';
import { takenAt, takenAtWithin } from '../content/taken-at.ts';
import { addressOfFile } from '../news/reference.ts';

const PHOTOGRAPH = /\.(?:jpe?g|png|webp)$/i;

/** Those that are published as they are: all of `public/` and beside articles. */
export function takenAtAdvice(
  files: Pick<Files, 'readStart'>,
  site: string,
  shelf: Shelf,
): Diagnostic[] {
  return [...shelf.publicFiles.keys(), ...shelf.attachments.keys()]
    .filter((file) => PHOTOGRAPH.test(file))
    .flatMap((file) => {
      const place = takenAt(files.readStart(`${site}/${file}`, takenAtWithin(file)));
      if (place === null) return [];
      return diagnostic(
        'check/taken-at',
        file,
        `the picture says where it was taken: ${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`,
        `Whoever loads ${addressOfFile(file)} can read that. Take it out if nobody is to know: exiftool -gps:all= -xmp:all= ${JSON.stringify(file)}.`,
      );
    });
}
