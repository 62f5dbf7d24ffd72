/** The thread that makes pictures smaller. The only file that knows sharp. */
import { workerData } from 'node:worker_threads';
import type Sharp from 'sharp';
import type { JpegOptions, Sharp as Picture, WebpOptions } from 'sharp';
import type { PictureSizeFile } from '../content/picture-sizes.ts';
import type { ResizeAnswer, ResizeData, Resized, ResizeTask } from './resize.ts';

const { port, signs, beat } = workerData as ResizeData;

/**
 * By eye on photographs: what is lost is not seen at the density for which a width is meant. More effort than 2 of 6 takes twice the
 * time for files that are 4 % smaller.
 */
const WEBP = { quality: 76, effort: 2 };

/** Of PNGs, which are mostly drawings and charts: red text on white would have soft edges. */
const SHARP_WEBP = { quality: 88, effort: 2, smartSubsample: true };

/** Of few colours and long lines: nothing is lost, and of a chart it is a fifth of what the others take. */
const EXACT_WEBP = { lossless: true, effort: 2 };

const JPEG = { quality: 80, progressive: true };

/** With as many pixels of colour as of light, for the same red text. */
const SHARP_JPEG = { ...JPEG, chromaSubsampling: '4:4:4' };

/** How wide a picture is made to see what it is. */
const TRIAL_WIDTH = 400;

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
  // As the camera was held; but browsers pay no heed to what a WebP says of that (as in content/picture).
  if (format !== 'webp') picture.autoOrient();
  // Of 16 bits with a profile the library makes colours of Display P3, and without its name they would be dull.
  if (depth === 'ushort' && icc !== undefined) picture.withIccProfile('srgb', { attach: false });
  // Colours become sRGB; what the camera noted, the place among it, is left out.
  const sized = (width: number) => picture.clone().resize({ width });
  const isDrawing = format !== 'jpeg' && (await isDrawn(sized(TRIAL_WIDTH)));
  const lossy = format === 'png' || isDrawing ? SHARP_WEBP : WEBP;
  const made: Uint8Array[] = [];
  for (const { width, form } of sizes) {
    const one = sized(width);
    if (form === 'jpg') made.push(await jpegOf(one, isDrawing ? SHARP_JPEG : JPEG));
    else made.push(await lightest(one, isDrawing ? [EXACT_WEBP, lossy] : [lossy]));
  }
  return made;
}

/** A photograph without loss takes some eight times as much, and long. */
async function isDrawn(trial: Picture): Promise<boolean> {
  const [exact, lossy] = [await webpOf(trial, EXACT_WEBP), await webpOf(trial, SHARP_WEBP)];
  return exact.length < 2 * lossy.length;
}

async function lightest(one: Picture, options: readonly WebpOptions[]): Promise<Uint8Array> {
  const made: Uint8Array[] = [];
  for (const option of options) made.push(await webpOf(one, option));
  return made.reduce((least, next) => (next.length < least.length ? next : least));
}

function webpOf(one: Picture, options: WebpOptions): Promise<Uint8Array> {
  return one.clone().webp(options).toBuffer();
}

function jpegOf(one: Picture, options: JpegOptions): Promise<Uint8Array> {
  return one.flatten({ background: '#fff' }).jpeg(options).toBuffer();
}
