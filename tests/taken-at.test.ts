/** Where photographs say they were taken: files as programs write them. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type TakenAt, takenAt } from '../src/content/taken-at.ts';
import { jpeg } from './pictures.ts';
import { site, story } from './rig.ts';

const gps = (latitude: string, north: string, longitude: string, east: string) => ({
  IFD0: { Copyright: 'Her name' },
  IFD3: {
    GPSLatitudeRef: north,
    GPSLatitude: latitude,
    GPSLongitudeRef: east,
    GPSLongitude: longitude,
  },
});
const MITROVICA = gps('42/1 53/1 24/1', 'N', '20/1 51/1 36/1', 'E');
const photograph = () =>
  sharp({ create: { width: 20, height: 10, channels: 3, background: '#c00' } });

const rounded = (place: TakenAt | null) =>
  place === null ? null : [place.latitude, place.longitude].map((one) => Number(one.toFixed(4)));

test.each([
  ['a JPEG', () => photograph().jpeg().withExif(MITROVICA), [42.89, 20.86]],
  ['a WebP', () => photograph().webp().withExif(MITROVICA), [42.89, 20.86]],
  ['a PNG', () => photograph().png().withExif(MITROVICA), [42.89, 20.86]],
  [
    'of the south and west',
    () =>
      photograph()
        .jpeg()
        .withExif(gps('33/1 27/1 0/1', 'S', '70/1 40/1 0/1', 'W')),
    [-33.45, -70.6667],
  ],
  [
    'in minutes with a fraction',
    () =>
      photograph()
        .jpeg()
        .withExif(gps('42/1 5340/100 0/1', 'N', '20/1 5160/100 0/1', 'E')),
    [42.89, 20.86],
  ],
  [
    'zeros of a telephone that does not know',
    () =>
      photograph()
        .jpeg()
        .withExif(gps('0/1 0/1 0/1', 'N', '0/1 0/1 0/1', 'E')),
    null,
  ],
  [
    'only a name',
    () =>
      photograph()
        .jpeg()
        .withExif({ IFD0: { Copyright: 'Her name' } }),
    null,
  ],
  ['nothing', () => photograph().jpeg(), null],
])('%s', async (_, make, expected) => {
  expect(rounded(takenAt(await make().toBuffer()))).toEqual(expected);
});

const xmp = (fields: string) =>
  Buffer.concat([jpeg(20, 10), Buffer.from(`<x:xmpmeta><rdf:Description ${fields}</x:xmpmeta>`)]);

test.each([
  ['exif:GPSLatitude="42,53.4N" exif:GPSLongitude="20,51.6E"/>', [42.89, 20.86]],
  ["exif:GPSLatitude='42,53,24N' exif:GPSLongitude='20,51,36W'/>", [42.89, -20.86]],
  ['><exif:GPSLatitude>42,53.4S</exif:GPSLatitude><exif:GPSLongitude>20,51.6E<', [-42.89, 20.86]],
  ['exif:GPSLatitude="42,53.4N"/>', null],
])('XMP: %s', (fields, expected) => {
  expect(rounded(takenAt(xmp(fields)))).toEqual(expected);
});

test('what is cut off anywhere, or led elsewhere, is no place and no fault', async () => {
  const whole = await photograph().jpeg().withExif(MITROVICA).toBuffer();
  const end = whole.indexOf('Exif') + 400;
  for (let length = 0; length < end; length++) takenAt(whole.subarray(0, length));
  for (let at = whole.indexOf('Exif'); at < end; at++) {
    const other = Buffer.from(whole);
    other[at] = 255;
    takenAt(other);
  }
});

test('gazeta check tells it, and how to take it out', async () => {
  const bytes = await photograph().jpeg().withExif(MITROVICA).toBuffer();
  site({
    'site.yaml': 'timezone: Europe/Belgrade\nurl: https://x.example\n',
    'articles/a.md': story('A', '2026-11-20T09:00', '![A bridge](b.jpg)\n\n![It](</c d.jpg>)'),
    'articles/b.jpg': bytes,
    'public/c d.jpg': bytes,
    'public/d.jpg': await photograph().jpeg().toBuffer(),
  })
    .gazeta('check')
    .exits(0)
    .says(`
articles/b.jpg warning check/taken-at: the picture says where it was taken: 42.89000, 20.86000
  Whoever loads /media/b.jpg can read that. Take it out if nobody is to know: exiftool -gps:all= -xmp:all= "articles/b.jpg".

public/c d.jpg warning check/taken-at: the picture says where it was taken: 42.89000, 20.86000
  Whoever loads /c d.jpg can read that. Take it out if nobody is to know: exiftool -gps:all= -xmp:all= "public/c d.jpg".

2 warnings`);
});
