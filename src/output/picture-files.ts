/** The files of pictures in the sizes that screens need. They are made of a picture once, and stand until it is another. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Files, FilesError } from '../base/files.ts';
import { CHANGED } from '../base/files-error.ts';
import { outPath } from '../base/paths.ts';
import type { Pictures } from '../content/picture.ts';
import { type PictureSizeFile, pictureSizes, sizeAddress } from '../content/picture-sizes.ts';
import { type Mark, markOf, markOfBytes, mix, NO_MARK } from '../memo/mark.ts';
import type { PictureInSight } from '../news/pictures-in-sight.ts';
import type { Collector, OutputFile } from './collect.ts';
import type { Resize } from './resize.ts';
import type { SpareSizes } from './spare-sizes.ts';

/**
 * How files are made (output/resize-worker), by which library, and for which processor: another one may make other bytes of the same
 * picture. package.json names the same version, and no range. The number behind goes up with each change of what is made: these files
 * are known by no other version.
 */
const RECIPE = markOf(`sharp 0.35.5 ${process.arch}: WebP 76/88/exact, JPEG 80; 2`);

/** So many pictures are made again in seconds, if a build has to begin again. */
const FEW = 20;

/** In the place of bytes that nobody asks for. */
const NOT_READ = new Uint8Array();

/** What it takes to make them. */
export interface PictureWorld {
  readonly files: Pick<Files, 'read'>;
  readonly site: string;
  readonly pictures: Pick<Pictures, 'contentOf'>;
  /** Null if nothing is to be published: then only their names are of interest. */
  readonly resize: Resize | null;
  /** What is known of files that were made before. */
  readonly output: Pick<Collector, 'wouldStand' | 'madeBefore'>;
  readonly spare: SpareSizes;
  /** Told how many pictures were made smaller, of how many. */
  readonly progress: (done: number, all: number) => void;
}

/** A picture with the files that have to be made of it, and those that need not be. */
interface Work {
  readonly picture: PictureInSight;
  readonly missing: readonly PictureSizeFile[];
}

/** All files of the pictures, each as it is known or made. `fault` is told of pictures of which none can be made. */
export function* pictureFiles(
  shown: readonly PictureInSight[],
  { files, site, pictures, resize, output, spare, progress }: PictureWorld,
  fault: (one: Diagnostic) => void,
): Generator<OutputFile> {
  // Also the name: a place is found whatever the letter case (output/manifest).
  const keyOf = ({ file, address }: PictureInSight) =>
    mix(pictures.contentOf(file), RECIPE, markOf(address));
  const work: Work[] = [];
  for (const picture of shown) {
    const sizes = pictureSizes(picture);
    if (sizes === null) continue;
    const all = [...sizes.browsers, sizes.plain];
    if (resize === null) {
      for (const size of all) yield outputFile(picture, size, NO_MARK, NOT_READ);
      continue;
    }
    const key = keyOf(picture);
    const missing: PictureSizeFile[] = [];
    for (const size of all) {
      const at = sizeAddress(picture.address, size);
      const there = output.wouldStand(at, key)
        ? NOT_READ
        : (output.madeBefore(at, key) ?? spare.get(key, size));
      if (there === null) missing.push(size);
      else yield outputFile(picture, size, key, there);
    }
    if (missing.length > 0) work.push({ picture, missing });
  }
  if (resize === null || work.length === 0) return;
  // The last of many is read minutes after the build asked what is in it; its key has to stand for these bytes.
  const read = ({ file }: PictureInSight): Uint8Array => {
    const bytes = files.read(`${site}/${file}`);
    if (markOfBytes(bytes) === pictures.contentOf(file)) return bytes;
    throw new FilesError(`${site}/${file}`, CHANGED, 'read');
  };
  const jobs = (function* () {
    for (const { picture, missing } of work) yield { bytes: read(picture), sizes: missing };
  })();
  let done = 0;
  for (const resized of resize(jobs)) {
    const { picture, missing } = work[done] as Work;
    progress(++done, work.length);
    const key = keyOf(picture);
    if ('missing' in resized) return fault(libraryFault(resized.missing));
    if ('fault' in resized) {
      fault(resizeFault(picture.file, resized.fault));
      // Looked at again by the next build, which tells it again.
      for (const size of missing) yield outputFile(picture, size, NO_MARK, read(picture));
    } else
      for (const [at, size] of missing.entries()) {
        const bytes = resized.made[at] as Uint8Array;
        if (work.length > FEW) spare.put(key, size, bytes);
        yield outputFile(picture, size, key, bytes);
      }
  }
}

function outputFile(
  { file, address }: PictureInSight,
  size: PictureSizeFile,
  key: Mark,
  bytes: Uint8Array,
): OutputFile {
  return { out: outPath(sizeAddress(address, size)), maker: file, key, bytes: () => bytes };
}

function libraryFault(why: string): Diagnostic {
  return diagnostic(
    'site/pictures',
    'node_modules/sharp',
    `pictures cannot be made smaller here: ${firstLine(why)}`,
    'Install the packages for this computer: npm ci, with optional packages. Or publish pictures as they are: surfaces: {pictures: false} in site.yaml.',
  );
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').replace(/:$/, '');
}

function resizeFault(file: string, why: string): Diagnostic {
  return diagnostic(
    'picture/sizes',
    file,
    `the picture cannot be made smaller: ${firstLine(why)}`,
    'Readers load it as it is, whatever their screen. Save it anew with a program for pictures.',
  );
}
