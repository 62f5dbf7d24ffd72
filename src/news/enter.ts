/** The register's making: entries that stay are taken over as they are, others are put into the store. */
import type { ArticleFileColumns, ArticleFiles, Source } from '../content/discover.ts';
import type { Columns } from '../memo/columns.ts';
import type { Heap, Piece } from '../memo/heap.ts';
import { type Mark, markOfBytes } from '../memo/mark.ts';
import type { Memo } from '../memo/memo.ts';
import { earlierRows } from './earlier-rows.ts';
import { type Entered, type Names, namesFrom, PREFIX } from './entered.ts';
import type { Locales } from './locale.ts';
import { pieceOf, type Register, register } from './register.ts';
import {
  emptyColumns,
  type RegisterColumns,
  ROW_COLUMNS,
  type RowColumns,
  readRegisterColumns,
} from './register-columns.ts';
import type { RegisterNames } from './registered.ts';

/** What entries follow from, beside their files. */
export interface RegisterSettings {
  readonly locales: Locales;
  readonly timezone: string;
  /** Stands for all that `entryOf` is told but the file. */
  readonly options: Mark;
  /** True if every file is to be read, whatever its size and time. */
  readonly verify: boolean;
  /** Files written later than this cannot be told from those that are written again (as Git's "racy" entries). */
  readonly settled: number;
}

/**
 * Makes the register of the files that are there: the entry of a file is made anew only if the file is another.
 * `make` makes those of rows, in any order, and fills their columns.
 */
export function enterAll(
  sources: ArticleFiles,
  read: (source: Source) => Uint8Array,
  make: (rows: readonly number[], columns: RowColumns) => Iterable<Entered>,
  memo: Memo,
  settings: RegisterSettings,
): Register {
  const old = oldRegister(memo, settings);
  const isGarbage = memo.heapSize > 2 * (old === null ? 0 : liveBytes(old.columns)) + SPARE;
  const from = isGarbage ? memo.fresh().old : memo.heap;
  const writer = registerWriter(sources, old, memo.heap, settings);
  const rows: number[] = [];
  const rowsBefore = old === null ? null : earlierRows(sources.columns.path, old.columns.path);
  for (let row = 0; row < sources.size; row++) {
    const before = rowsBefore?.[row] ?? -1;
    if (old === null || before < 0 || !isAsBefore(row, before, old.columns)) rows.push(row);
    else {
      const piece = pieceOf(old.columns, before);
      writer.keep(row, before, isGarbage ? memo.heap.put(from.text(piece)) : piece);
    }
  }
  for (const entered of make(rows, writer.rows)) writer.enter(entered);
  return writer.finish();

  /** By size, time and inode; where one of these is another, by content. */
  function isAsBefore(row: number, before: number, columns: RegisterColumns): boolean {
    if (hasStayed(sources.columns, row, before, columns) && !settings.verify) return true;
    return markOfBytes(read(sources.at(row))) === columns.content[before];
  }
}

/** Bytes of garbage that are never worth the writing of a new file. */
const SPARE = 64 * 1024;

/** The register as the memo keeps it. */
export function columnsOf({ columns, names }: Register, { options }: RegisterSettings): Columns {
  return { data: { options, names }, columns };
}

/** What is left of an earlier build. */
interface OldRegister {
  readonly columns: RegisterColumns;
  readonly names: RegisterNames;
}

function oldRegister({ kept }: Memo, { options }: RegisterSettings): OldRegister | null {
  if (kept === null) return null;
  const columns = readRegisterColumns(kept.columns);
  const data = kept.data as { options: Mark; names: RegisterNames };
  if (columns === null || data.options !== options) return null;
  return { columns, names: data.names };
}

function liveBytes({ length }: RegisterColumns): number {
  return length.reduce((sum, bytes) => sum + bytes, 0);
}

function hasStayed(
  { size, mtime, inode }: ArticleFileColumns,
  row: number,
  before: number,
  columns: RegisterColumns,
): boolean {
  return (
    columns.size[before] === size[row] &&
    columns.mtime[before] === mtime[row] &&
    columns.inode[before] === inode[row]
  );
}

function registerWriter(
  files: ArticleFiles,
  old: OldRegister | null,
  heap: Heap,
  { locales, settled }: RegisterSettings,
) {
  const { size } = files;
  const columns: Writable = emptyColumns(size);
  columns.path.set(files.columns.path);
  columns.size.set(files.columns.size);
  columns.inode.set(files.columns.inode);
  for (let row = 0; row < size; row++) {
    const mtime = files.columns.mtime[row] as number;
    columns.mtime[row] = mtime < settled ? mtime : Number.NaN;
  }
  const names = namesFrom(old?.names ?? null);
  /** For each thread the numbers that its own numbers of names are here. */
  const numbersOf: Record<keyof Names, number[]>[] = [];
  /** For each row that is kept the row that it was. */
  const earlier = new Int32Array(old === null ? 0 : size).fill(-1);
  let used = 0;
  const addToLists = (number: number): void => {
    if (used === columns.lists.length) {
      const wider = new Uint32Array(used * 2);
      wider.set(columns.lists);
      columns.lists = wider;
    }
    columns.lists[used++] = number;
  };
  let referred = 0;
  const addReferences = (
    row: number,
    numbers: ArrayLike<number>,
    from: number,
    to: number,
  ): void => {
    columns.refersFrom[row] = referred;
    columns.refersSize[row] = to - from;
    if (referred + to - from > columns.references.length) {
      const wider = new Float64Array((referred + to - from) * 2);
      wider.set(columns.references);
      columns.references = wider;
    }
    for (let at = from; at < to; at++) columns.references[referred++] = numbers[at] as number;
  };
  /** The numbers that a thread's are here, with the names that it tells. */
  const numbersIn = ({ thread, names: told }: Entered): Record<keyof Names, number[]> => {
    const known = numbersOf[thread] ?? {
      sections: [0],
      series: [0],
      bylines: [],
      tags: [],
      languages: [],
    };
    numbersOf[thread] = known;
    for (const value of told.sections) known.sections.push(names.sections.number(value));
    for (const value of told.series) known.series.push(names.series.number(value));
    for (const value of told.bylines) known.bylines.push(names.bylines.number(value));
    for (const value of told.tags) known.tags.push(names.tags.number(value));
    for (const value of told.languages) known.languages.push(names.languages.number(value));
    return known;
  };

  /** The lists of a stretch of rows. */
  const takeOverLists = ({ row: first, before: old, length }: Run, kept: RegisterColumns): void => {
    const { from, authors, tags, lists, refersFrom, refersSize, references } = kept;
    for (let one = 0; one < length; one++) {
      const before = old + one;
      const start = from[before] as number;
      const end = start + (authors[before] as number) + (tags[before] as number);
      columns.from[first + one] = used;
      for (let at = start; at < end; at++) addToLists(lists[at] as number);
      const count = refersSize[before] as number;
      if (count === 0) continue;
      const begin = refersFrom[before] as number;
      addReferences(first + one, references, begin, begin + count);
    }
  };

  /** Column by column: of a hundred thousand rows that takes a tenth of the time that it takes row by row. */
  const takeOver = (kept: RegisterColumns): void => {
    const runs = runsOf(earlier);
    for (const name of COPIED)
      for (const { row, before, length } of runs)
        columns[name].set(kept[name].subarray(before, before + length), row);
    for (const run of runs) takeOverLists(run, kept);
  };

  return {
    rows: onlyRows(columns),
    /** The entry of an earlier build, which lies at `piece`. */
    keep(row: number, before: number, { offset, length, crc }: Piece): void {
      columns.offset[row] = offset;
      columns.length[row] = length;
      columns.crc[row] = crc;
      columns.content[row] = (old as OldRegister).columns.content[before] as number;
      earlier[row] = before;
    },
    enter(entered: Entered): void {
      const { rows, numbers, stored } = entered;
      const known = numbersIn(entered);
      let offset = heap.putAll(stored);
      let at = 0;
      for (const row of rows) {
        columns.offset[row] = offset;
        offset += columns.length[row] as number;
        columns.section[row] = known.sections[numbers[at] as number] as number;
        columns.series[row] = known.series[numbers[at + 1] as number] as number;
        columns.language[row] = known.languages[numbers[at + 2] as number] ?? 0;
        const authors = numbers[at + 3] as number;
        const tags = numbers[at + 4] as number;
        const references = numbers[at + 5] as number;
        at += PREFIX;
        columns.from[row] = used;
        columns.authors[row] = authors;
        columns.tags[row] = tags;
        for (const end = at + authors; at < end; at++)
          addToLists(known.bylines[numbers[at] as number] as number);
        for (const end = at + tags; at < end; at++)
          addToLists(known.tags[numbers[at] as number] as number);
        addReferences(row, numbers, at, at + references);
        at += references;
      }
    },
    finish(): Register {
      if (old !== null) takeOver(old.columns);
      const lists = columns.lists.slice(0, used);
      const references = columns.references.slice(0, referred);
      const own: RegisterNames = {
        sections: names.sections.values,
        series: names.series.values,
        bylines: names.bylines.values,
        tags: names.tags.values,
        languages: names.languages.values,
      };
      return register({ ...columns, lists, references }, own, locales, heap);
    },
  };
}

/** What threads share. */
function onlyRows({ lists: _, references: __, ...rows }: RegisterColumns): RowColumns {
  return rows;
}

type Writable = { -readonly [Name in keyof RegisterColumns]: RegisterColumns[Name] };

/** What a row keeps whatever becomes of its file and its lists. */
const COPIED = (Object.keys(ROW_COLUMNS) as (keyof typeof ROW_COLUMNS)[]).filter(
  (name) =>
    ![
      'size',
      'mtime',
      'inode',
      'content',
      'path',
      'offset',
      'length',
      'crc',
      'from',
      'refersFrom',
    ].includes(name),
);

/** A stretch of rows that were one after the other before, too. */
interface Run {
  readonly row: number;
  readonly before: number;
  readonly length: number;
}

/** Nearly all rows stay in their order, so that there are few. */
function runsOf(earlier: Int32Array): readonly Run[] {
  const runs: Run[] = [];
  for (let row = 0; row < earlier.length; ) {
    const before = earlier[row] as number;
    let length = 1;
    while (before >= 0 && earlier[row + length] === before + length) length++;
    if (before >= 0) runs.push({ row, before, length });
    row += length;
  }
  return runs;
}
