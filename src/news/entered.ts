/**
 * Rows of the register as the thread that parsed their files makes them: their numbers stand in the columns, which all
 * threads share; what is counted for the whole register comes along, to be put in its place by one of them
 * (news/enter).
 */
import { crc32 } from 'node:zlib';
import { type Instant, localParts } from '../base/instant.ts';
import { outPath } from '../base/paths.ts';
import { inLatin1 } from '../memo/heap.ts';
import { type Mark, markOf, markOfData, mix, mixInto, NO_MARK } from '../memo/mark.ts';
import type { ArticleFields } from './article.ts';
import type { Entry } from './entry.ts';
import { folderMarkOf, isInDotted } from './in-the-way.ts';
import { type Interned, interned } from './interned.ts';
import { versionKey } from './language-place.ts';
import type { Locales } from './locale.ts';
import { isElsewhere } from './reference.ts';
import { referenceMarks } from './reference-marks.ts';
import { FLAGS, type RowColumns } from './register-columns.ts';
import { type RegisterNames, storedEntry, storedFields } from './registered.ts';

/** Rows whose columns are filled, but for what is told here. */
export interface Entered {
  readonly rows: readonly number[];
  /** The thread by whose numbers names are told. */
  readonly thread: number;
  /** Names that it has given numbers since it last told: the next ones. */
  readonly names: RegisterNames;
  /**
   * Of each row, in the order of `rows`: section, series and language, how many authors and tags there are, and how many
   * numbers of references; then these (`PREFIX`).
   */
  readonly numbers: Float64Array;
  /** The entries as they are stored, without a gap; their lengths and checksums are in the columns. */
  readonly stored: Uint8Array;
}

/** How many numbers of a row come before its lists. */
export const PREFIX = 6;

/** Names with numbers. */
export type Names = {
  readonly [Name in keyof RegisterNames]: Interned<RegisterNames[Name][number]>;
};

/** Those of an earlier register, or none. */
export function namesFrom(known: RegisterNames | null): Names {
  return {
    sections: interned(known?.sections ?? [null]),
    series: interned(known?.series ?? [null]),
    bylines: interned(known?.bylines ?? []),
    tags: interned(known?.tags ?? []),
    languages: interned(known?.languages ?? []),
  };
}

/** Makes rows of entries, on one thread. */
export interface RowMaker {
  /** `content` is the mark of the file's bytes. */
  add(row: number, path: string, content: Mark, entry: Entry): void;
  /** Those that were added since it was last called. */
  take(): Entered;
}

export function rowMaker(
  columns: RowColumns,
  thread: number,
  { locales, timezone }: { readonly locales: Locales; readonly timezone: string },
): RowMaker {
  const names = namesFrom(null);
  const localeMarks = locales.map(markOfData);
  let told = { sections: 1, series: 1, bylines: 0, tags: 0, languages: 0 };
  let rows: number[] = [];
  let numbers: number[] = [];
  let stored: string[] = [];

  const addArticle = (row: number, article: ArticleFields, fields: Mark): void => {
    const { address, published, expires, flash, image, language, priority, title } = article;
    const section = names.sections.number(article.section);
    const sectionMark = names.sections.mark(section);
    const series = names.series.number(article.series);
    const languageNumber = names.languages.number(language);
    // It may be a copy, of another thread.
    const { prefix } = article.locale;
    const localeNumber = locales.findIndex((one) => one.prefix === prefix);
    const authors = article.authors.map(names.bylines.number);
    const tags = article.tags.map(names.tags.number);
    const headline = mix(markOf(`${address}\n${title}\n${language}`), published);
    const flags = flagsOf(article);
    columns.flags[row] = flags;
    columns.fields[row] = [
      published,
      expires ?? NO_MARK,
      flash.until ?? NO_MARK,
      flags,
      priority,
      localeMarks[localeNumber] ?? 0,
      names.languages.mark(languageNumber),
      sectionMark,
      names.series.mark(series),
      authors.length,
      ...authors.map(names.bylines.mark),
      ...tags.map(names.tags.mark),
    ].reduce(mixInto, fields);
    columns.published[row] = published;
    columns.expires[row] = expires ?? Number.POSITIVE_INFINITY;
    columns.flashUntil[row] = flash.until ?? Number.NaN;
    columns.day[row] = dayOf(published, timezone);
    columns.priority[row] = priority;
    columns.locale[row] = localeNumber;
    columns.place[row] = markOf(outPath(address).toLowerCase());
    columns.address[row] = markOf(address);
    columns.folder[row] = folderMarkOf(address, prefix);
    columns.headline[row] = headline;
    columns.card[row] = mix(
      headline,
      sectionMark,
      Number(flash.kicker),
      markOfData([article.summary, article.kicker, image]),
    );
    columns.image[row] = image === null ? NO_MARK : markOf(image.src);
    const version = article.translations ?? versionKey(article.path, locales);
    columns.translation[row] = version === null ? NO_MARK : markOf(version);
    columns.modified[row] = article.modified ?? published;
    columns.sought[row] = NO_MARK;
    columns.related[row] = NO_MARK;
    const references = referenceMarks(article.path, article.references, image);
    numbers.push(section, series, languageNumber, authors.length, tags.length, references.length);
    // There may be more of them than a call can be given.
    for (const list of [authors, tags, references]) for (const number of list) numbers.push(number);
  };

  return {
    add(row, path, content, entry) {
      const { article, diagnostics, slips } = entry;
      const fields = article === null ? null : JSON.stringify(storedFields(article));
      rows.push(row);
      stored.push(inLatin1(storedEntry(path, fields, entry)));
      columns.content[row] = content;
      if (article === null) numbers.push(...NOTHING);
      else addArticle(row, article, markOf(fields ?? ''));
      columns.flags[row] =
        (columns.flags[row] as number) |
        (diagnostics.length > 0 ? FLAGS.findings : 0) |
        (slips.length > 0 ? FLAGS.slips : 0);
    },
    take() {
      const bytes = Buffer.from(stored.join(''), 'latin1');
      let from = 0;
      for (const [at, row] of rows.entries()) {
        const { length } = stored[at] as string;
        columns.length[row] = length;
        columns.crc[row] = crc32(bytes.subarray(from, from + length), 0);
        from += length;
      }
      const { sections, series, bylines, tags, languages } = names;
      const entered: Entered = {
        rows,
        thread,
        names: {
          sections: sections.values.slice(told.sections),
          series: series.values.slice(told.series),
          bylines: bylines.values.slice(told.bylines),
          tags: tags.values.slice(told.tags),
          languages: languages.values.slice(told.languages),
        },
        numbers: Float64Array.from(numbers),
        stored: bytes,
      };
      told = {
        sections: sections.values.length,
        series: series.values.length,
        bylines: bylines.values.length,
        tags: tags.values.length,
        languages: languages.values.length,
      };
      [rows, numbers, stored] = [[], [], []];
      return entered;
    },
  };
}

/** A file that is no article now: it has no language. */
const NOTHING: readonly number[] = [0, 0, -1, 0, 0, 0];

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
    (LATER.test(article.address) ? FLAGS.later : 0) |
    (isInDotted(article.address) ? FLAGS.inDotted : 0)
  );
}

/** Addresses that an archive, the index of the search or a size of a picture may have one day (pages/reserved says which do). */
const LATER = /\/\d{4}\/(?:[\d/]|page-\d)*$|\/_search\/|^\/_pictures\//i;

function dayOf(instant: Instant, timezone: string): number {
  const { year, month, day } = localParts(instant, timezone);
  return year * 10_000 + month * 100 + day;
}
