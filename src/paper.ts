/**
 * A paper as it lies in its folder: the people, the articles, and what readers may see of them at an instant. So builds
 * begin, and so do answers and previews.
 */
import type { Files } from './base/files.ts';
import type { Findings, WithDiagnostics } from './base/findings.ts';
import type { Instant } from './base/instant.ts';
import type { SiteConfig } from './config.ts';
import type { WithBody } from './content/bodies.ts';
import { type Pictures, pictureReader } from './content/picture.ts';
import { keptPictures } from './content/picture-columns.ts';
import { type Shelf, shelfOf } from './content/shelf.ts';
import { unreadFaults } from './content/unread.ts';
import { markOfBytes } from './memo/mark.ts';
import type { Memo } from './memo/memo.ts';
import { enterAll, type RegisterSettings } from './news/enter.ts';
import { rowMaker } from './news/entered.ts';
import type { FlatPages } from './news/flat-page.ts';
import { byNames, type People } from './news/person.ts';
import type { Register } from './news/register.ts';
import type { RowColumns } from './news/register-columns.ts';
import { type Resize, unresized } from './output/resize.ts';
import { logoFiles } from './settings/logos.ts';
import { type Reading, readEntry, readFlatPages, reading, readPeople } from './stages/reading.ts';
import { type Facts, type Seen, see } from './stages/seeing.ts';
import type { Survey } from './survey.ts';
import { MAIN_THREAD } from './work/messages.ts';
import { type Workforce, type WorkOptions, workforce } from './work/workforce.ts';

/** Told of each task that runs on this thread, `entry articles/a.md` or `page index.html`; of a page with the data of its template. */
export type Trace = (task: string, data: () => unknown) => void;

/** Told how far the work is: how many articles of the file system's are read, how many pages made; the total if it is known. */
export type Progress = (
  stage: 'articles' | 'pages' | 'pictures',
  done: number,
  total: number | null,
) => void;

/** Which paper. All paths are absolute. */
export interface PaperOptions extends WorkOptions {
  readonly files: Files;
  readonly site: string;
  /** The folder of the default theme. */
  readonly theme: string;
  readonly now: Instant;
  readonly drafts: boolean;
  /** True if every file is read, whatever its size and time. */
  readonly verify: boolean;
  /** Stands for the code. */
  readonly version: string;
  readonly trace: Trace | null;
  readonly resize: Resize;
  readonly progress?: Progress | undefined;
}

/** Of a paper that is looked at, and not published: no picture is made, and one thread is enough. */
export const ALONE = {
  verify: false,
  trace: null,
  jobs: 1,
  worker: null,
  resize: unresized,
} as const satisfies Partial<PaperOptions>;

/** What is known of it before its articles are. */
export interface Opened {
  readonly config: SiteConfig;
  readonly there: Survey;
  readonly memo: Memo;
  /** Where scratch files go. */
  readonly store: string;
  /** Files written later than this are read again by the next (`RegisterSettings`). */
  readonly settled: number;
  /** True if what may not be meant is told, too. */
  readonly remarks: boolean;
  /**
   * True if pages are published: then a text is refused that is not the one of its entry (`Reading.bodyOf`). A preview
   * shows what there is.
   */
  readonly publishes: boolean;
}

/** Who is to read it. Whoever asked for them closes `hands`. */
export interface Readers {
  readonly reads: Reading;
  readonly people: People;
  readonly flatPages: FlatPages;
  readonly hands: Workforce;
  /** What the register follows from. */
  readonly entries: RegisterSettings;
}

/** What there is, whoever may see it. */
export interface Paper extends Omit<Readers, 'hands'> {
  readonly register: Register;
  readonly shelf: Shelf;
  readonly pictures: Pictures;
}

/** Reads the people, and calls those who read the rest. */
export function readersOf(options: PaperOptions, opened: Opened, { note }: Findings): Readers {
  const { files, site, theme, version, drafts, now, verify } = options;
  const { config, there, memo, store, settled, remarks, publishes } = opened;
  const { timezone, locales } = config.news;
  const { articles, people: sources, pages } = there.sources;
  const reads = reading(files, site, config);
  const { data, options: given } = readPeople(sources, reads, config, drafts, memo);
  const people = byNames(note(data));
  const flatPages = readFlatPages(pages, reads, config, drafts, memo);
  note(remarks ? flatPages : withoutRemarks(flatPages));
  const { settings, publicFiles, plugins } = there;
  const logos = logoFiles(config.pages).filter((file) => publicFiles.has(file));
  const told = { site, theme, version, drafts, now, settings, logos, plugins };
  const facts = { ...told, people: data, flatPages };
  const job = { files, store, facts, rows: articles.size, memo };
  const bodyOf = publishes ? reads.bodyOf : ({ path }: WithBody) => reads.bodyOf({ path });
  const hands = workforce(options, job, bodyOf);
  const entries = { locales, timezone, options: given, verify, settled };
  return { reads, people, flatPages, hands, entries };
}

/** What `gazeta check` and previews tell of texts is no matter of a build. */
function withoutRemarks({ diagnostics }: WithDiagnostics): WithDiagnostics {
  return { diagnostics: diagnostics.filter(({ code }) => !code.startsWith('check/')) };
}

/** Reads the articles. A file that is what it was is not read again. */
export function readPaper(
  { files, site, drafts, verify, trace, progress }: PaperOptions,
  { config, there, memo, settled, remarks, publishes }: Opened,
  { reads, people, flatPages, hands, entries }: Readers,
  { note }: Findings,
): Paper {
  const { articles, attachments } = there.sources;
  const parse = function* (rows: readonly number[], columns: RowColumns) {
    const maker = rowMaker(columns, MAIN_THREAD, entries);
    const make = (some: readonly number[]) => {
      for (const row of some) {
        const source = articles.at(row);
        trace?.(`entry ${source.path}`, () => null);
        const bytes = reads.read(source);
        const { entry, body } = readEntry(source.path, bytes, reads, config, people, drafts);
        hands.bodies.put(row, body);
        maker.add(row, source.path, markOfBytes(bytes), entry);
      }
      return maker.take();
    };
    let done = 0;
    for (const entered of hands.parse(rows, articles, columns, make)) {
      yield entered;
      done += entered.rows.length;
      progress?.('articles', done, rows.length);
    }
  };
  const register = enterAll(articles, reads.read, parse, memo, entries);
  note({
    diagnostics: [
      ...unreadFaults([...there.sources.passed, ...there.passed], remarks),
      ...register.diagnostics(remarks),
    ],
  });
  const shelf = shelfOf(attachments, there.publicFiles);
  const pictures = pictureReader(files, site, shelf, verify ? null : keptPictures(memo), settled);
  if (publishes) hands.hasRead({ register, shelf, pictures, survey: there, settled });
  return { reads, people, flatPages, register, entries, shelf, pictures };
}

/** What readers may see at an instant, and what that is made from. */
export function seeAt(
  now: Instant,
  paper: Paper,
  { config }: Pick<Opened, 'config'>,
  { drafts }: Pick<PaperOptions, 'drafts'>,
  { note }: Findings,
): { facts: Facts; seen: Seen } {
  const { register, people, flatPages, shelf, pictures, reads } = paper;
  const facts = { config, register, people, flatPages, shelf, pictures, now, drafts };
  return { facts, seen: note(see(facts, reads)) };
}
