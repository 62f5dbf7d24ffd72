/**
 * Who does the work of a build: this thread alone, or a crew, which is called when there is enough to do for it. The
 * bytes are the same whoever makes them.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import {
  type Bodies,
  type BodyStore,
  bodyPlaces,
  bodyStore,
  type WithBody,
} from '../content/bodies.ts';
import type { Body } from '../content/body.ts';
import type { ArticleFiles } from '../content/discover.ts';
import { type Memo, passingScratch } from '../memo/memo.ts';
import type { Entered } from '../news/entered.ts';
import type { RowColumns } from '../news/register-columns.ts';
import type { MadePage } from '../output/collect.ts';
import type { Publisher } from '../output/publish.ts';
import type { Facts } from '../stages/seeing.ts';
import type { Survey } from '../survey.ts';
import { compileAsUsual, compileLate } from './compilers.ts';
import { type Crew, crew } from './crew.ts';
import { setHeapSizes, threadsRun, usualHeapSizes } from './heap-sizes.ts';
import {
  CHUNK,
  claim,
  MAIN_THREAD,
  type PagesTask,
  roomForClaims,
  type SharedFacts,
} from './messages.ts';

/** How the work may be shared. */
export interface WorkOptions {
  readonly jobs: number | null;
  readonly worker: string | null;
}

/** What a crew is told. */
interface Job {
  readonly files: Files;
  readonly store: string;
  /** What threads are told, and nothing else: only plain data can be sent. */
  readonly facts: SharedFacts;
  /** How many files of articles there are. */
  readonly rows: number;
  readonly memo: Memo;
}

/** What readers' sight is made from, as far as threads must be told. */
interface ReadPaper extends Pick<Facts, 'register' | 'shelf' | 'pictures'> {
  readonly survey: Survey;
  readonly settled: number;
}

/** How pages are made of it. */
type PageWork = Pick<PagesTask, 'redirects' | 'out' | 'cache'>;

/** Those who work on a build. */
export interface Workforce {
  readonly bodies: BodyStore & Bodies;
  /** Parses files of articles, in any order; `make` does so on this thread, with a few at once. */
  parse(
    rows: readonly number[],
    sources: ArticleFiles,
    columns: RowColumns,
    make: (rows: readonly number[]) => Entered,
  ): Iterable<Entered>;
  /** Is told when all articles of a paper are read of which pages are to be made: others begin at once to look at it, too. */
  hasRead(paper: ReadPaper): void;
  /** Shares pages out of it; what others make `take` is given as it comes. */
  pages(target: Publisher | null, work: PageWork, take: (page: MadePage) => void): PageShare;
  /** Has the others end what they are at, and waits for that. */
  stop(): void;
  close(): void;
}

/** This thread's share of the pages. */
export interface PageShare {
  /** True if this thread is to make the page of a number. */
  isOwn(number: number): boolean;
  /** Waits for the others, and gives what they found that is not `known`. */
  finish(known: readonly Diagnostic[]): { readonly diagnostics: readonly Diagnostic[] };
}

function faultOf({ code, file, place, message }: Diagnostic): string {
  return JSON.stringify([code, file, place, message]);
}

/**
 * From so many files on a second thread saves more than its start costs: it has to warm up as the first did, which takes
 * both of them as long as some thousands of articles. Who asks for threads gets them sooner.
 */
const ENOUGH_TO_PARSE = { byItself: 5000, asked: 1000 };

/** So many pages this thread makes before it calls others: a publication makes a few dozen. */
const ENOUGH_TO_MAKE = { byItself: 2500, asked: 400 };

/** After so many pages it is asked what others have made. */
const TAKEN = 256;

/** Room for the numbers of pages beside those of articles: many archives, many languages. */
const MORE_PAGES = 4;

/** `bodyOf` parses a file whose body nobody has. */
export function workforce(
  { jobs, worker }: WorkOptions,
  job: Job,
  bodyOf: (one: WithBody) => Body,
): Workforce {
  const { files, store, facts, rows, memo } = job;
  const scratch = passingScratch(files, `${store}/bodies-1`);
  const places = bodyPlaces(rows);
  let called: Crew | null = null;
  let opened: Pick<typeof scratch, 'read'>[] | null = null;
  const scratchOf = (thread: number) => {
    if (thread === MAIN_THREAD) return scratch;
    if (thread < MAIN_THREAD || called === null) return null;
    opened ??= called.scratches().map(files.shared);
    return opened[thread - MAIN_THREAD - 1] ?? null;
  };
  const bodies = bodyStore(places, MAIN_THREAD, scratch, scratchOf, bodyOf);
  const hasCode = worker !== null && files.kind(worker) === 'file';
  const who = jobs === null ? 'byItself' : 'asked';
  // What waits in memory, where nothing may be written, only this thread can read.
  const isShared = scratch.descriptor !== null;
  const helpers = hasCode && isShared ? Math.max(0, (jobs ?? 2) - 1) : 0;
  const call = (): Crew => {
    if (called !== null) return called;
    const control = new Int32Array(new SharedArrayBuffer(16));
    const data = { ...facts, control, places, values: memo.known() };
    setHeapSizes();
    compileLate(rows);
    const scratchFile = (thread: number) => `${store}/bodies-${thread}`;
    called = crew(helpers, worker ?? '', data, scratchFile, threadsRun);
    return called;
  };

  let read: ReadPaper | null = null;
  /** False if nobody can be told. */
  let isTold = false;
  const tell = ({ register, shelf, pictures, survey, settled }: ReadPaper): void => {
    const heap = memo.descriptor();
    if (heap === null) return;
    const others = call();
    others.send({
      task: 'see',
      columns: register.columns,
      names: register.names,
      heap,
      scratches: [scratch.descriptor ?? -1, ...others.scratches()],
      attachments: shelf.attachments,
      publicFiles: shelf.publicFiles,
      pictures: pictures.columns(),
      survey: { theme: survey.theme, templates: survey.templates },
      settled,
    });
    isTold = true;
  };

  return {
    bodies,
    *parse(changed, sources, columns, make) {
      if (helpers === 0 || changed.length < ENOUGH_TO_PARSE[who]) {
        for (let at = 0; at < changed.length; at += CHUNK)
          yield make(changed.slice(at, at + CHUNK));
        return;
      }
      const files = changed.map((row) => {
        const { path, size } = sources.at(row);
        return { path, size };
      });
      yield* call().parse({ task: 'parse', rows: changed, sources: files, columns }, make);
    },
    hasRead(paper) {
      read = paper;
      if (called !== null) tell(paper);
    },
    pages(target, work, take) {
      const claims = roomForClaims(rows * MORE_PAGES + 100_000);
      let own = 0;
      let shared: Crew | null = null;
      return {
        isOwn(number) {
          const isOwn = claim(claims, number, MAIN_THREAD);
          if (shared !== null) {
            // What waits would be held twice, as it was sent and as it is read.
            if (number % TAKEN === 0) for (const page of shared.pages(false)) take(page);
            return isOwn;
          }
          own++;
          const isMuch = called !== null || own >= ENOUGH_TO_MAKE[who];
          if (!isMuch || helpers === 0 || target === null || read === null) return true;
          if (!isTold) tell(read);
          if (!isTold) return true;
          shared = call();
          shared.send({ task: 'pages', ...work, stage: target.stagePlan(), claims });
          return true;
        },
        finish(known) {
          if (shared !== null) for (const page of shared.pages(true)) take(page);
          const diagnostics = shared?.diagnostics() ?? [];
          // A fault of a template is told once, by whichever page it showed on.
          const told = new Set(known.map(faultOf));
          const isNew = (one: Diagnostic) => told.size < told.add(faultOf(one)).size;
          return { diagnostics: diagnostics.filter(isNew) };
        },
      };
    },
    stop: () => called?.stop(),
    close() {
      if (called !== null) {
        called.close();
        usualHeapSizes();
        compileAsUsual();
      }
      scratch.close();
    },
  };
}
