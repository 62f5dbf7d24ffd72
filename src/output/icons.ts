/** The paper's icon in all its forms, drawn from one picture. */
import type * as Resvg from '@resvg/resvg-js';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import { lazily } from '../base/lazy.ts';
import { type Address, outPath } from '../base/paths.ts';
import { isPng } from '../content/png.ts';
import { type Mark, markOf, markOfBytes, mix } from '../memo/mark.ts';
import { ICONS, isVector } from '../pages/icons.ts';
import type { OutputFile } from './collect.ts';

/** Loaded for papers with an icon only: it is a program for each system, and takes a while. */
const library = lazily<typeof Resvg>('@resvg/resvg-js');

/** The part of a maskable icon that no system cuts away: a circle of 80 per cent (Web Application Manifest, 5.2.6). */
const SAFE = 0.8;

/** Draws the icons of a paper from a file in its folder; none if it names no file. */
export function drawIcons(
  files: Files,
  site: string,
  icon: string | null,
  /** Stands for the code that draws. */
  version: string,
  /** True if the file of an icon stands as one of this key. */
  stands: (address: Address, key: Mark) => boolean,
): { icons: readonly OutputFile[]; diagnostics: readonly Diagnostic[] } {
  if (icon === null) return { icons: [], diagnostics: [] };
  const source = files.readIfThere(`${site}/${icon}`);
  if (source === null) return fault(icon, 'the icon is not there');
  try {
    const problem = iconProblem(source, isVector(icon));
    if (problem !== null) return fault(icon, problem);
    const key = mix(markOfBytes(source), markOf(version));
    const { ico, svg, apple, small, large, maskable } = ICONS;
    const all = [ico, ...(isVector(icon) ? [svg] : []), apple, small, large, maskable];
    // Drawing takes a second; what stands was drawn from this very picture.
    const drawn = all.every(({ address }) => stands(address, key));
    const png = (size: number, share = 1) =>
      drawn ? new Uint8Array() : draw(source, isVector(icon), size, share);
    return {
      icons: [
        file(key, ico.address, icoOf(png(ico.size), ico.size)),
        ...(isVector(icon) ? [file(key, svg.address, source)] : []),
        file(key, apple.address, png(apple.size)),
        file(key, small.address, png(small.size)),
        file(key, large.address, png(large.size)),
        file(key, maskable.address, png(maskable.size, SAFE)),
      ],
      diagnostics: [],
    };
  } catch (error) {
    return fault(
      icon,
      `the icon cannot be drawn: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function file(key: Mark, address: Address, bytes: Uint8Array): OutputFile {
  return { out: outPath(address), maker: 'the icon', key, bytes: () => bytes };
}

function fault(icon: string, message: string) {
  const help = 'Name a square SVG or PNG file in the folder of the paper: icon: icon.svg.';
  return { icons: [], diagnostics: [diagnostic('site/icon', icon, message, help)] };
}

/** The picture as PNG, `size` pixels wide and high; `share` of them is the picture, the rest its edge. */
function draw(source: Uint8Array, vector: boolean, size: number, share: number): Uint8Array {
  const Renderer = library().Resvg;
  const picture = wrapped(source, vector, size, share);
  return new Renderer(picture, { font: { loadSystemFonts: false } }).render().asPng();
}

/** The picture within an SVG of a size. */
function wrapped(source: Uint8Array, vector: boolean, size: number, share: number): string {
  const type = vector ? 'image/svg+xml' : 'image/png';
  const data = `data:${type};base64,${Buffer.from(source).toString('base64')}`;
  const edge = ((1 - share) / 2) * size;
  const inner = size * share;
  const background = share === 1 ? '' : `<rect width="${size}" height="${size}" fill="#fff"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${background}<image href="${data}" x="${edge}" y="${edge}" width="${inner}" height="${inner}"/></svg>`;
}

/** What is wrong with a picture as an icon; null if nothing is. A broken SVG throws. */
function iconProblem(source: Uint8Array, vector: boolean): string | null {
  if (!vector && !isPng(source)) return 'the icon is no PNG file';
  if (vector && /<text[\s>]/.test(new TextDecoder().decode(source)))
    return 'the icon has text, which looks different wherever its font is not: make paths of it';
  const Renderer = library().Resvg;
  const shown = vector ? new Renderer(Buffer.from(source)) : null;
  const [width, height] =
    shown === null
      ? [Buffer.from(source).readUInt32BE(16), Buffer.from(source).readUInt32BE(20)]
      : [shown.width, shown.height];
  if (width !== height) return `the icon is ${width} wide and ${height} high, and not square`;
  // A picture that cannot be read is left out in silence.
  const { pixels } = new Renderer(wrapped(source, vector, 16, 1)).render();
  const isEmpty = pixels.every((value, at) => at % 4 !== 3 || value === 0);
  return isEmpty ? 'the icon cannot be drawn: nothing of it shows' : null;
}

/** A PNG as an ICO file: a header of 6 bytes, an entry of 16, and the PNG. */
function icoOf(png: Uint8Array, size: number): Uint8Array {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2); // an icon
  header.writeUInt16LE(1, 4); // of one picture
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10); // planes
  header.writeUInt16LE(32, 12); // bits a pixel
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
