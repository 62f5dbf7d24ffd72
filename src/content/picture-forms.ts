/** Forms of files that people take for pictures, and most browsers cannot show as such. */

interface Form {
  /** As a message names it, with its article. */
  readonly name: string;
  readonly ending: RegExp;
  /** True of the first bytes of such a file, as characters; not given where they do not tell. */
  readonly begins?: (start: string) => boolean;
}

const FORMS: readonly Form[] = [
  { name: 'a HEIC photograph', ending: /\.(?:heic|heif|hif)$/i, begins: isHeic },
  // By its first bytes it is a TIFF.
  { name: 'a raw photograph', ending: /\.(?:3fr|arw|cr[23w]|dng|nef|nrw|orf|raf|raw|rw2|srw)$/i },
  { name: 'a TIFF picture', ending: /\.tiff?$/i, begins: beginsWith('II*\0', 'MM\0*') },
  { name: 'a Photoshop document', ending: /\.ps[bd]$/i, begins: beginsWith('8BPS') },
  { name: 'a PDF', ending: /\.(?:ai|pdf)$/i, begins: beginsWith('%PDF-') },
  { name: 'a PostScript drawing', ending: /\.e?ps$/i, begins: beginsWith('%!PS') },
  {
    name: 'a JPEG XL picture',
    ending: /\.jxl$/i,
    begins: beginsWith('\xff\x0a', '\0\0\0\x0cJXL '),
  },
  {
    name: 'a JPEG 2000 picture',
    ending: /\.(?:j2k|jp2|jpf|jpx)$/i,
    begins: beginsWith('\xffO\xffQ', '\0\0\0\x0cjP  '),
  },
  { name: 'a Word document', ending: /\.(?:docx?|odt|rtf)$/i },
  { name: 'a video', ending: /\.(?:3gp|avi|m4v|mkv|mov|mp4|mpe?g|webm|wmv)$/i, begins: isVideo },
];

/** A form by its number, from 1; 0 stands for none of them. */
export type FormNumber = number;

/** The form as messages name it; null if there is none of that number. */
export function formNamed(form: FormNumber): string | null {
  return FORMS[form - 1]?.name ?? null;
}

/** The form that the ending of a file's name tells. */
export function formOfName(file: string): FormNumber {
  return FORMS.findIndex(({ ending }) => ending.test(file)) + 1;
}

/** The form that the first bytes of a file tell; they are given as characters. */
export function formOfStart(start: string): FormNumber {
  return FORMS.findIndex(({ begins }) => begins?.(start)) + 1;
}

function beginsWith(...signs: readonly string[]): (start: string) => boolean {
  return (start) => signs.some((sign) => start.startsWith(sign));
}

/** What a file of ISO/IEC 14496-12 says of its kind, the name that counts first; none of other files. */
function brandsIn(start: string): string[] {
  if (start.slice(4, 8) !== 'ftyp') return [];
  const length = (start.charCodeAt(2) << 8) | start.charCodeAt(3);
  return start.slice(8, Math.min(length, 256)).match(/[\s\S]{4}/g) ?? [];
}

/** True of HEIF with HEVC in it, but not of an AVIF, which names itself HEIF too (ISO/IEC 23008-12, B.4). */
function isHeic(start: string): boolean {
  const brands = brandsIn(start);
  return (
    brands.some((one) => /^he(?:ic|ix|im|is|vc|vx|vm|vs)$/.test(one)) && !brands.includes('avif')
  );
}

function isVideo(start: string): boolean {
  const [brand = ''] = brandsIn(start);
  return (
    /^(?:iso.|mp4.|qt {2}|M4V |3g..|avc1|dash)$/.test(brand) || start.startsWith('\x1aE\xdf\xa3')
  );
}
