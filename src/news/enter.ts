/** The register's making: entries that stay are taken over as they are, others are put into the store. */
import { type Instant, localParts } from '../base/instant.ts';
import { outPath } from '../base/paths.ts';
import type { Source } from '../content/discover.ts';
import type { Columns } from '../memo/columns.ts';
import type { Heap, Piece } from '../memo/heap.ts';
import { type Mark, markOf, markOfBytes, markOfData, mix, NO_MARK } from '../memo/mark.ts';
import type { Memo } from '../memo/memo.ts';
import type { ArticleFields } from './article.ts';
import { earlierRows } from './earlier-rows.ts';
import type { Entry } from './entry.ts';
import { interned } from './interned.ts';
import type { Locales } from './locale.ts';
import { isElsewhere } from './reference.ts';
import { referenceMarks } from './reference-marks.ts';
import { pieceOf, type Register, register } from './register.ts';
import {
  emptyColumns,
  FLAGS,
  type RegisterColumns,
  ROW_COLUMNS,
  readRegisterColumns,
} from './register-columns.ts';
import { type RegisterNames, storedEntry, storedFields } from './registered.ts';

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

/** An entry that was made anew, of the file of a row. */
export interface Made {
  readonly row: number;
  /** Of the bytes that were read. */
  readonly content: Mark;
  readonly entry: Entry;
}

/**
 * Makes the register of the files that are there: the entry of a file is made anew only if the file is another.
 * `make` makes those of rows, in any order.
 */
export function enterAll(
  sources: readonly Source[],
  read: (source: Source) => Uint8Array,
  make: (rows: readonly number[]) => Iterable<Made>,
  memo: Memo,
  settings: RegisterSettings,
): Register {
  const old = oldRegister(memo, settings);
  const isGarbage = memo.heapSize > 2 * (old === null ? 0 : liveBytes(old.columns)) + SPARE;
  const from = isGarbage ? memo.fresh().old : memo.heap;
  const writer = registerWriter(sources.length, old, memo.heap, settings);
  const rows: number[] = [];
  const paths = writer.paths(sources);
  const rowsBefore = old === null ? null : earlierRows(paths, old.columns.path);
  for (let row = 0; row < sources.length; row++) {
    const source = sources[row] as Source;
    const before = rowsBefore?.[row] ?? -1;
    if (old === null || before < 0 || !isAsBefore(source, before, old.columns)) rows.push(row);
    else {
      const piece = pieceOf(old.columns, before);
      writer.keep(row, source, before, isGarbage ? memo.heap.put(from.text(piece)) : piece);
    }
  }
  for (const { row, content, entry } of make(rows))
    writer.enter(row, sources[row] as Source, content, entry);
  return writer.finish();

  /** By size and time; where these are others, by content. */
  function isAsBefore(source: Source, before: number, columns: RegisterColumns): boolean {
    if (hasStayed(source, before, columns) && !settings.verify) return true;
    return markOfBytes(read(source)) === columns.content[before];
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

function hasStayed(source: Source, row: number, columns: RegisterColumns): boolean {
  const { size, mtime, inode } = source;
  return columns.size[row] === size && columns.mtime[row] === mtime && columns.inode[row] === inode;
}

function registerWriter(
  size: number,
  old: OldRegister | null,
  heap: Heap,
  { locales, timezone, settled }: RegisterSettings,
) {
  const columns: Writable = emptyColumns(size);
  const names = {
    sections: interned(old?.names.sections ?? [null]),
    series: interned(old?.names.series ?? [null]),
    bylines: interned(old?.names.bylines ?? []),
    tags: interned(old?.names.tags ?? []),
    languages: interned(old?.names.languages ?? []),
  };
  const localeMarks = locales.map(markOfData);
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
  const enterFile = (row: number, source: Source, content: Mark, piece: Piece): void => {
    columns.size[row] = source.size;
    columns.mtime[row] = source.mtime < settled ? source.mtime : Number.NaN;
    columns.inode[row] = source.inode;
    columns.content[row] = content;
    columns.offset[row] = piece.offset;
    columns.length[row] = piece.length;
    columns.crc[row] = piece.crc;
  };

  const enterArticle = (row: number, article: ArticleFields, stored: Mark): void => {
    const { address, published, expires, flash, image, language, priority, title } = article;
    const section = names.sections.number(article.section);
    const sectionMark = names.sections.mark(section);
    const series = names.series.number(article.series);
    const languageNumber = names.languages.number(language);
    // One that another thread made has a copy of its locale.
    const { prefix } = article.locale;
    const localeNumber = locales.findIndex((one) => one.prefix === prefix);
    const authors = article.authors.map(names.bylines.number);
    const tags = article.tags.map(names.tags.number);
    const headline = mix(markOf(`${address}\n${title}\n${language}`), published);
    columns.flags[row] = flagsOf(article);
    columns.fields[row] = mix(
      stored,
      published,
      expires ?? NO_MARK,
      flash.until ?? NO_MARK,
      columns.flags[row] ?? 0,
      priority,
      localeMarks[localeNumber] ?? 0,
      names.languages.mark(languageNumber),
      sectionMark,
      names.series.mark(series),
      authors.length,
      ...authors.map(names.bylines.mark),
      ...tags.map(names.tags.mark),
    );
    columns.published[row] = published;
    columns.expires[row] = expires ?? Number.POSITIVE_INFINITY;
    columns.flashUntil[row] = flash.until ?? Number.NaN;
    columns.day[row] = dayOf(published, timezone);
    columns.priority[row] = priority;
    columns.locale[row] = localeNumber;
    columns.language[row] = languageNumber;
    columns.section[row] = section;
    columns.series[row] = series;
    columns.place[row] = markOf(outPath(address).toLowerCase());
    columns.address[row] = markOf(address);
    columns.headline[row] = headline;
    columns.card[row] = mix(
      headline,
      sectionMark,
      Number(flash.kicker),
      markOfData([article.summary, article.kicker, image]),
    );
    columns.translation[row] =
      article.translations === null ? NO_MARK : markOf(article.translations);
    columns.modified[row] = article.modified ?? published;
    const references = referenceMarks(article.path, article.references, image);
    addReferences(row, references, 0, references.length);
    columns.from[row] = used;
    columns.authors[row] = authors.length;
    columns.tags[row] = tags.length;
    columns.sought[row] = NO_MARK;
    columns.related[row] = NO_MARK;
    for (const author of authors) addToLists(author);
    for (const tag of tags) addToLists(tag);
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
    /** The marks of the paths of all rows. */
    paths(sources: readonly Source[]): Float64Array {
      for (let row = 0; row < size; row++)
        columns.path[row] = markOf((sources[row] as Source).path);
      return columns.path;
    },
    /** The entry of an earlier build, which lies at `piece`. */
    keep(row: number, source: Source, before: number, piece: Piece): void {
      enterFile(row, source, (old as OldRegister).columns.content[before] as Mark, piece);
      earlier[row] = before;
    },
    enter(row: number, source: Source, content: Mark, entry: Entry): void {
      const { article } = entry;
      const fields = article === null ? null : JSON.stringify(storedFields(article));
      enterFile(row, source, content, heap.put(storedEntry(source.path, fields, entry)));
      if (article !== null) enterArticle(row, article, markOf(fields ?? ''));
      columns.flags[row] =
        (columns.flags[row] ?? 0) |
        (entry.diagnostics.length > 0 ? FLAGS.findings : 0) |
        (entry.slips.length > 0 ? FLAGS.slips : 0);
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

function flagsOf(article: ArticleFields): number {
  const { image, references } = article;
  const refers = references.length > 0 || (image !== null && !isElsewhere(image.src));
  return (
    FLAGS.article |
    (article.status === 'draft' ? FLAGS.draft : 0) |
    (article.status === 'withdrawn' ? FLAGS.withdrawn : 0) |
    (article.flash.kicker ? FLAGS.kicker : 0) |
    (article.canonical === null ? 0 : FLAGS.foreign) |
    (article.replaces === null ? 0 : FLAGS.replaces) |
    (article.related === null ? 0 : FLAGS.related) |
    (article.corrections.length === 0 ? 0 : FLAGS.corrected) |
    (refers ? FLAGS.refers : 0) |
    (article.aliases.length === 0 ? 0 : FLAGS.aliases) |
    (LATER.test(article.address) ? FLAGS.later : 0)
  );
}

/** Addresses that an archive or a sitemap may have one day (pages/reserved says which do). */
const LATER = /\/\d{4}\/(?:[\d/]|page-\d)*$|\/sitemaps\//i;

function dayOf(instant: Instant, timezone: string): number {
  const { year, month, day } = localParts(instant, timezone);
  return year * 10_000 + month * 100 + day;
}
