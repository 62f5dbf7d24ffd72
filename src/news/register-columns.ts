/** The register's columns: of each file of an article the numbers that a build asks of all. */
import type { Column } from '../memo/columns.ts';

/** One number for each row, by name. */
export const ROW_COLUMNS = {
  /** The file: bytes, when it was written (NaN while that is too near to be told from a later time), its content's mark. */
  size: Float64Array,
  mtime: Float64Array,
  inode: Float64Array,
  content: Float64Array,
  /** Its path's mark. */
  path: Float64Array,
  /** Where the entry lies in the store. */
  offset: Float64Array,
  length: Uint32Array,
  crc: Uint32Array,
  /** What follows is of articles only. */
  flags: Uint16Array,
  published: Float64Array,
  /** Infinite if it never expires. */
  expires: Float64Array,
  /** When its item leaves the strip; NaN if it is never there. */
  flashUntil: Float64Array,
  day: Int32Array,
  priority: Uint8Array,
  /** Numbers of names (`RegisterNames`); 0 for none where there may be none. */
  locale: Uint16Array,
  language: Uint16Array,
  section: Uint32Array,
  series: Uint32Array,
  /** The mark of all that was made of the file: with other settings, or of other people, that is another. */
  fields: Float64Array,
  /** Marks: of the page's place in the output, its address, the rail's item, the card, the translations' key. */
  place: Float64Array,
  address: Float64Array,
  /** Of the first folder of its address that is neither its day nor its language, if it lies in one. */
  folder: Float64Array,
  headline: Float64Array,
  card: Float64Array,
  /** Of the address of its picture, as its author wrote it. */
  image: Float64Array,
  translation: Float64Array,
  /** Where its lists begin in `lists`, and how long they are: numbers of authors, numbers of tags. */
  from: Uint32Array,
  authors: Uint32Array,
  tags: Uint32Array,
  /** Where its references begin in `references`, and how many numbers they are (news/reference-marks). */
  refersFrom: Uint32Array,
  refersSize: Uint32Array,
  /** The last update or correction, else the publication. */
  modified: Float64Array,
  /** Related articles: the mark of all that the choice looks at, and of what was chosen (news/related). */
  sought: Float64Array,
  related: Float64Array,
} as const;

type RowColumn = keyof typeof ROW_COLUMNS;

/** The columns of rows, in memory that threads share while they are filled. */
export type RowColumns = {
  readonly [Name in RowColumn]: InstanceType<(typeof ROW_COLUMNS)[Name]>;
};

/** These, and the lists of varying length that rows have. */
export type RegisterColumns = RowColumns & { lists: Uint32Array; references: Float64Array };

/** What an article is, bit by bit. */
export const FLAGS = {
  article: 1,
  draft: 2,
  withdrawn: 4,
  kicker: 8,
  /** The original is another site's. */
  foreign: 16,
  replaces: 32,
  /** Its author named related articles. */
  related: 64,
  corrected: 128,
  /** It refers to something within the site. */
  refers: 256,
  aliases: 512,
  findings: 1024,
  slips: 2048,
  /** Its address has the form of what may be there one day: an archive's page. */
  later: 4096,
  /** A folder of its address may be a file, too (news/in-the-way). */
  inDotted: 8192,
} as const;

interface SharedType {
  readonly BYTES_PER_ELEMENT: number;
  new (memory: SharedArrayBuffer): Column;
}

/** Empty columns for a number of rows, in memory that threads can share: what one finds out all know. */
export function emptyColumns(size: number): RegisterColumns {
  const entries = Object.entries(ROW_COLUMNS).map(([name, given]) => {
    const type: SharedType = given;
    return [name, new type(new SharedArrayBuffer(size * type.BYTES_PER_ELEMENT))];
  });
  return {
    ...Object.fromEntries(entries),
    lists: new Uint32Array(Math.max(16, size * 4)),
    references: new Float64Array(16),
  };
}

/** The columns of a file; null if one is missing, or they are not equally long. */
export function readRegisterColumns(
  columns: Readonly<Record<string, Column>>,
): RegisterColumns | null {
  const size = columns.size?.length;
  const isWhole = Object.entries(ROW_COLUMNS).every(
    ([name, type]) => columns[name] instanceof type && columns[name].length === size,
  );
  return isWhole &&
    columns.lists instanceof Uint32Array &&
    columns.references instanceof Float64Array
    ? (columns as unknown as RegisterColumns)
    : null;
}
