/** What is known of pictures, among the columns of the memo. */
import type { Columns } from '../memo/columns.ts';
import type { Memo } from '../memo/memo.ts';
import type { PictureColumns, Pictures } from './picture.ts';

const PREFIX = 'picture-';
const NAMES = ['name', 'size', 'mtime', 'inode', 'width', 'height', 'scales', 'content'] as const;

/** What an earlier build found; null if there is none. */
export function keptPictures({ kept }: Memo): PictureColumns | null {
  if (kept === null || NAMES.some((name) => kept.columns[PREFIX + name] === undefined)) return null;
  const entries = NAMES.map((name) => [name, kept.columns[PREFIX + name]]);
  return Object.fromEntries(entries) as unknown as PictureColumns;
}

/** The columns with what this build found. */
export function withPictures({ data, columns }: Columns, pictures: Pictures): Columns {
  const own = Object.entries(pictures.columns()).map(([name, column]) => [PREFIX + name, column]);
  return { data, columns: { ...columns, ...Object.fromEntries(own) } };
}
