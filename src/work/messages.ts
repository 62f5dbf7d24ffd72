/** What threads tell one another. All of it is plain data; what is large is shared. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { FileEntry } from '../base/files.ts';
import type { Instant } from '../base/instant.ts';
import type { BodyPlaces } from '../content/bodies.ts';
import type { Source, Stat } from '../content/discover.ts';
import type { PictureColumns } from '../content/picture.ts';
import type { KnownValues } from '../memo/memo.ts';
import type { Entered } from '../news/entered.ts';
import type { FlatPages } from '../news/flat-page.ts';
import type { PeopleData } from '../news/person.ts';
import type { Redirect } from '../news/redirect.ts';
import type { RegisterColumns, RowColumns } from '../news/register-columns.ts';
import type { RegisterNames } from '../news/registered.ts';
import type { MadePage } from '../output/collect.ts';
import type { StagePlan } from '../output/stage.ts';
import type { Survey } from '../survey.ts';

/** What all threads of a build know of the paper. */
export interface SharedFacts {
  readonly site: string;
  /** The bytes of site.yaml, and those pictures of `public/` that they name and that are there. */
  readonly settings: Uint8Array | null;
  readonly logos: readonly string[];
  /** All that lies in `plugins/`. */
  readonly plugins: readonly FileEntry[];
  readonly theme: string;
  readonly version: string;
  readonly drafts: boolean;
  readonly now: Instant;
  readonly people: PeopleData;
  readonly flatPages: FlatPages;
}

/** What a worker is given when it starts. */
export interface WorkerData extends SharedFacts {
  /** Its number among the threads, after that of the main one. */
  readonly thread: number;
  /** Its scratch file. */
  readonly scratch: string;
  readonly control: Int32Array;
  readonly places: BodyPlaces;
  readonly values: KnownValues;
}

/** Files of articles to be parsed; who takes the next few says so in `control`. */
export interface ParseTask {
  readonly task: 'parse';
  readonly rows: readonly number[];
  /** Their files. */
  readonly sources: readonly Pick<Source, 'path' | 'size'>[];
  /** Shared: who parses a file fills its row. */
  readonly columns: RowColumns;
}

/** The articles, all of which are read: what readers may see of them is found out by each thread for itself. */
export interface SeeTask {
  readonly task: 'see';
  readonly columns: RegisterColumns;
  readonly names: RegisterNames;
  /** Where the entries lie. */
  readonly heap: number;
  /** Those of all threads, by their numbers. */
  readonly scratches: readonly number[];
  readonly attachments: ReadonlyMap<string, Stat>;
  readonly publicFiles: ReadonlyMap<string, Stat>;
  readonly pictures: PictureColumns;
  readonly survey: Pick<Survey, 'theme' | 'templates'>;
  readonly settled: number;
}

/** Pages to be made of what was seen; each is taken by one thread. */
export interface PagesTask {
  readonly task: 'pages';
  readonly redirects: readonly Redirect[];
  readonly stage: StagePlan;
  readonly out: string;
  /** Files that stand as they would be made are kept. */
  readonly cache: boolean;
  /** Who makes which pages (`claim`). */
  readonly claims: Uint8Array;
}

export type Task = ParseTask | SeeTask | PagesTask;

export type Answer =
  | { readonly kind: 'ready'; readonly scratch: number | null }
  | { readonly kind: 'entries'; readonly entered: Entered }
  | { readonly kind: 'pages'; readonly pages: readonly MadePage[] }
  | { readonly kind: 'done'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** An exception, as far as it can be told to another thread. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** Of a FilesError. */
  readonly path: string | null;
  readonly code: string | null;
  readonly operation: string | null;
}

/**
 * The numbers of `control`: the next row to be parsed; how often any thread had something to tell; 1 if all are to stop;
 * how many rows and pages were begun, by which is seen that threads live.
 */
export const CONTROL = { next: 0, told: 1, stop: 2, begun: 3 } as const;

/** Rows that a thread takes at once. */
export const CHUNK = 32;

/** Pages that a thread takes at once: of neighbours it reads much only once, since their rails hold the same articles. */
const STRETCH = 32;

/** Room for the claims of a number of pages: for each stretch of them 0, or the number of the thread that took it. */
export function roomForClaims(pages: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(Math.ceil(pages / STRETCH)));
}

/** True if a thread is the one that makes a page. Pages for which there is no room are the main thread's. */
export function claim(claims: Uint8Array, page: number, thread: number): boolean {
  const at = Math.floor(page / STRETCH);
  if (at >= claims.length) return thread === MAIN_THREAD;
  const taken = claims[at] === 0 ? Atomics.compareExchange(claims, at, 0, thread) : claims[at];
  return taken === 0 || taken === thread;
}

/** The number of the main thread. */
export const MAIN_THREAD = 1;
