/** Photographs, and the sizes that are made of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { Output, Verdict } from './output.ts';
import { told } from './programs.ts';

/** Every JPEG and WebP can be read, and a size of a picture is what its name says. */
export async function pictures({ files, folder }: Output): Promise<Verdict> {
  const found = files.filter((file) => /\.(jpe?g|webp)$/.test(file));
  const findings: string[] = [];
  for (const file of found) {
    const bytes = readFileSync(path.join(folder, file));
    const is = await sharp(bytes)
      .metadata()
      .then(({ width, format }) => `${width}.${format.replace('jpeg', 'jpg')}`)
      .catch(() => null);
    if (is === null) findings.push(`${file}: no picture`);
    else if (file.startsWith('_pictures/') && path.basename(file) !== is)
      findings.push(`${file}: is ${is}`);
  }
  return told(found, findings);
}
