/**
 * The register of all articles: of each file an entry in the store, and in columns the numbers that a build asks
 * of all of them. A million articles are a few hundred megabytes outside V8's heap, and a build that publishes
 * one more reads a handful of entries.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { recent } from '../base/recent.ts';
import type { Heap, Piece } from '../memo/heap.ts';
import { type Mark, markOf } from '../memo/mark.ts';
import { type MarkIndex, markIndex } from '../memo/mark-index.ts';
import type { Article } from './article.ts';
import type { Locales } from './locale.ts';
import { FLAGS, type RegisterColumns } from './register-columns.ts';
import { RegisteredArticle, type RegisteredRows, type StoredEntry } from './registered.ts';
import type { LeftOut } from './to-article.ts';

/** All files of articles, in the order of their paths. */
export interface Register extends RegisteredRows {
  readonly size: number;
  /** The articles among them, in the same order. */
  readonly articles: readonly RegisteredArticle[];
  /** The row of a file; -1 if there is none. */
  rowOf(path: string): number;
  /** The article of a file, by its path or the mark of it; null if there is none, or it is left out. */
  byPath(path: string): RegisteredArticle | null;
  byPathMark(path: Mark): RegisteredArticle | null;
  /** What stands for the related articles of one, made anew if what stands for all that they were chosen from is another. */
  chosen(article: Article, sought: Mark, make: () => Mark): Mark;
  /** What is left out for a fault. */
  leftOut(): readonly LeftOut[];
  /** The article whose page is at a place of the output; null if there is none. Looked for one by one. */
  byPlace(place: Mark): RegisteredArticle | null;
  /** What was found in the files, with `remarks` also what may not be meant; a misspelled key where it first stands. */
  diagnostics(remarks: boolean): readonly Diagnostic[];
}

export function register(
  columns: RegisterColumns,
  names: RegisteredRows['names'],
  locales: Locales,
  heap: Heap,
): Register {
  const size = columns.flags.length;
  const articles: RegisteredArticle[] = [];
  const byRow: (RegisteredArticle | undefined)[] = new Array(size);
  let paths: MarkIndex | null = null;
  // Those of a front, a rail and a feed are read several times.
  const entryAt = recent((row: number) => heap.get(pieceOf(columns, row)) as StoredEntry);
  let lastRow = -1;
  let lastEntry: StoredEntry | null = null;
  const rowsWith = (flag: number): number[] => {
    const rows: number[] = [];
    for (let row = 0; row < size; row++)
      if (((columns.flags[row] ?? 0) & flag) !== 0) rows.push(row);
    return rows;
  };
  const rowOfMark = (path: Mark): number => {
    paths ??= indexOf(columns.path);
    return paths.get(path);
  };
  const self: Register = {
    size,
    columns,
    names,
    locales,
    articles,
    rowOf: (path) => rowOfMark(markOf(path)),
    byPath: (path) => byRow[self.rowOf(path)] ?? null,
    byPathMark: (path) => byRow[rowOfMark(path)] ?? null,
    chosen({ row }, sought, make) {
      if (columns.sought[row] !== sought) {
        columns.related[row] = make();
        columns.sought[row] = sought;
      }
      return columns.related[row] as Mark;
    },
    entry(row) {
      // Most often it is asked for one field after the other.
      if (row === lastRow) return lastEntry as StoredEntry;
      const entry = entryAt(row);
      lastRow = row;
      lastEntry = entry;
      return entry;
    },
    leftOut() {
      const found: LeftOut[] = [];
      for (let row = 0; row < size; row++)
        if (((columns.flags[row] ?? 0) & FLAGS.article) === 0) {
          const { leftOut } = self.entry(row);
          if (leftOut !== undefined && leftOut !== null) found.push(leftOut);
        }
      return found;
    },
    byPlace: (place) => articles.find(({ placeMark }) => placeMark === place) ?? null,
    diagnostics(remarks) {
      const reported = new Set<string>();
      return rowsWith(FLAGS.findings | FLAGS.slips).flatMap((row) => {
        const { diagnostics = [], slips = [] } = self.entry(row);
        const told = slips.filter(({ key, diagnostic }) => {
          const isFirst = !reported.has(key);
          reported.add(key);
          return isFirst || diagnostic.severity === 'error';
        });
        const wanted = diagnostics.filter(({ code }) => remarks || !code.startsWith('check/'));
        return [...wanted, ...told.map(({ diagnostic }) => diagnostic)];
      });
    },
  };
  for (const row of rowsWith(FLAGS.article)) {
    const article = new RegisteredArticle(self, row);
    articles.push(article);
    byRow[row] = article;
  }
  return self;
}

/** Where the entry of a row lies. */
export function pieceOf({ offset, length, crc }: RegisterColumns, row: number): Piece {
  return { offset: offset[row] ?? 0, length: length[row] ?? 0, crc: crc[row] ?? 0 };
}

/** Rows by the marks of a column. */
function indexOf(column: Float64Array): MarkIndex {
  const index = markIndex(column.length);
  for (let row = 0; row < column.length; row++) index.set((column[row] ?? 0) as Mark, row);
  return index;
}
