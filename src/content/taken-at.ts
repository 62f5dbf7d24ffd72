/** Where a photograph says it was taken: what telephones write into it, and whoever loads the file can read. */
import { asLatin } from '../base/latin.ts';
import { isPng } from './png.ts';

/** Degrees; north and east are positive (WGS 84, as EXIF has it). */
export interface TakenAt {
  readonly latitude: number;
  readonly longitude: number;
}

/** Bytes from the beginning of a file in which that stands, if anywhere: two segments of a JPEG; in a WebP it comes last. */
export function takenAtWithin(file: string): number {
  return /\.webp$/i.test(file) ? Number.POSITIVE_INFINITY : 128 * 1024;
}

/** Null if it does not say so. */
export function takenAt(start: Uint8Array): TakenAt | null {
  const exif = exifOf(start);
  return (exif === null ? null : placeInExif(exif)) ?? placeInXmp(start);
}

const EXIF = Buffer.from('Exif\0\0', 'latin1');

/** The TIFF that EXIF is: in a segment of a JPEG (EXIF 2.32, 4.7.2), or a chunk of a WebP or PNG. */
function exifOf(start: Uint8Array): DataView | null {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.length);
  const view = (from: number) => new DataView(bytes.buffer, bytes.byteOffset + from);
  const inJpeg = bytes.indexOf(EXIF);
  if (inJpeg >= 0) return view(inJpeg + EXIF.length);
  // The name of a chunk, and in a WebP its length behind it.
  const inPng = isPng(start) ? bytes.indexOf('eXIf') : -1;
  if (inPng >= 0) return view(inPng + 4);
  const inWebp = asLatin(start.subarray(0, 4)) === 'RIFF' ? bytes.indexOf('EXIF') : -1;
  return inWebp >= 0 && inWebp + 8 <= bytes.length ? view(inWebp + 8) : null;
}

/** Tags, by numbers (EXIF 2.32, 4.6.3 and 4.6.6). */
const TAG = { gps: 0x8825, latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 };
const ENTRY = 12;

function placeInExif(tiff: DataView): TakenAt | null {
  try {
    const isLittle = tiff.getUint16(0) === 0x4949;
    /** Where the entries of a directory are, by their tags. */
    const entries = (at: number): ReadonlyMap<number, number> => {
      const count = tiff.getUint16(at, isLittle);
      const places = Array.from({ length: count }, (_, one) => at + 2 + one * ENTRY);
      return new Map(places.map((place) => [tiff.getUint16(place, isLittle), place]));
    };
    const gps = entries(tiff.getUint32(4, isLittle)).get(TAG.gps);
    if (gps === undefined) return null;
    const own = entries(tiff.getUint32(gps + 8, isLittle));
    const letterAt = (at: number) => String.fromCharCode(tiff.getUint8(at));
    const degrees = (value: number, reference: number): number => {
      const entry = own.get(value);
      if (entry === undefined) return Number.NaN;
      const at = tiff.getUint32(entry + 8, isLittle);
      const part = (one: number) =>
        tiff.getUint32(at + one * 8, isLittle) / tiff.getUint32(at + one * 8 + 4, isLittle);
      const side = own.get(reference);
      const isNegative = side !== undefined && 'SWsw'.includes(letterAt(side + 8));
      // Seconds may be left out as 0/0.
      return (isNegative ? -1 : 1) * (part(0) + part(1) / 60 + (part(2) || 0) / 3600);
    };
    return placeOf(
      degrees(TAG.latitude, TAG.latitudeRef),
      degrees(TAG.longitude, TAG.longitudeRef),
    );
  } catch (error) {
    // It leads out of what was read.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** As programs write it: `exif:GPSLatitude="42,53.45N"`, or as an element (XMP 1.0, part 2, 3.3 and 1.2.7.4). */
function placeInXmp(start: Uint8Array): TakenAt | null {
  const text = asLatin(start);
  const degrees = (name: string): number => {
    const value = new RegExp(
      `exif:GPS${name}\\s*(?:=\\s*["']|>)\\s*(\\d+),([\\d.]+)(?:,([\\d.]+))?([NSEW])`,
    ).exec(text);
    if (value === null) return Number.NaN;
    const [, whole = '', minutes = '', seconds = '0', side = ''] = value;
    const size = Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600;
    return /[SW]/.test(side) ? -size : size;
  };
  return text.includes('exif:GPS') ? placeOf(degrees('Latitude'), degrees('Longitude')) : null;
}

/** Zeros are what a telephone writes that does not know; what is out of bounds is no place. */
function placeOf(latitude: number, longitude: number): TakenAt | null {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPlace && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : null;
}
