/** The thread that makes pictures smaller. The only file that knows sharp. */
import { workerData } from 'node:worker_threads';
import type Sharp from 'sharp';
import type { PictureSizeFile } from '../content/picture-sizes.ts';
import type { ResizeAnswer, ResizeData, Resized, ResizeTask } from './resize.ts';

const { port, signs, beat } = workerData as ResizeData;

/**
 * By eye on photographs: what is lost is not seen at the density for which a width is meant. More effort than 2 of 6 takes twice the
 * time for files that are 4 % smaller.
 */
const WEBP = { quality: 76, effort: 2 };

/** For drawings and charts, which are mostly PNGs: red text on white would have soft edges. */
const SHARP_WEBP = { quality: 88, effort: 2, smartSubsample: true };

const JPEG = { quality: 80, progressive: true };

port.on('message', async ({ number, bytes, sizes }: ResizeTask) => {
  const answer: ResizeAnswer = { number, resized: await resizedOf(bytes, sizes) };
  port.postMessage(answer);
  sign();
});
setInterval(sign, beat);

function sign(): void {
  Atomics.add(signs, 0, 1);
  Atomics.notify(signs, 0);
}

async function resizedOf(bytes: Uint8Array, sizes: readonly PictureSizeFile[]): Promise<Resized> {
  let sharp: typeof Sharp;
  try {
    ({ default: sharp } = await import('sharp'));
  } catch (error) {
    return { missing: messageOf(error) };
  }
  // Nothing is asked for twice.
  sharp.cache(false);
  try {
    return { made: await madeOf(sharp, bytes, sizes) };
  } catch (error) {
    return { fault: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function madeOf(
  sharp: typeof Sharp,
  bytes: Uint8Array,
  sizes: readonly PictureSizeFile[],
): Promise<Uint8Array[]> {
  // Browsers show a photograph that was cut off, too.
  const picture = sharp(bytes, { failOn: 'none' });
  const { format, depth, icc } = await picture.metadata();
  // Browsers pay no heed to how a WebP says that it was held (as in content/picture).
  if (format !== 'webp') picture.autoOrient();
  // Of 16 bits with a profile the library makes colours of Display P3, and without its name they would be dull.
  if (depth === 'ushort' && icc !== undefined) picture.withIccProfile('srgb', { attach: false });
  const made: Uint8Array[] = [];
  for (const { width, form } of sizes) {
    // As the camera was held. Colours become sRGB; what the camera noted, the place among it, is left out.
    const one = picture.clone().resize({ width });
    const file =
      form === 'webp'
        ? one.webp(format === 'png' ? SHARP_WEBP : WEBP)
        : one.flatten({ background: '#fff' }).jpeg(JPEG);
    made.push(await file.toBuffer());
  }
  return made;
}
