/** A worker thread: does what the crew sends it, by the same stages as the main thread. */
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Files, FilesError, nodeFiles, type Scratch } from '../base/files.ts';
import { expectGuests } from '../base/guests.ts';
import type { SiteConfig } from '../config.ts';
import { type BodyStore, bodyStore } from '../content/bodies.ts';
import { pictureReader } from '../content/picture.ts';
import { type Shelf, shelfOf } from '../content/shelf.ts';
import { heap } from '../memo/heap.ts';
import { markOfBytes } from '../memo/mark.ts';
import { valuesOf } from '../memo/memo.ts';
import type { Edition } from '../news/edition.ts';
import { rowMaker } from '../news/entered.ts';
import { byNames } from '../news/person.ts';
import { register } from '../news/register.ts';
import type { MadePage } from '../output/collect.ts';
import { manifestOf } from '../output/manifest.ts';
import { nameCheck } from '../output/names.ts';
import { stager } from '../output/stage.ts';
import { openPaper } from '../plugin.ts';
import type { Theme } from '../render/theme.ts';
import { makePages, themeOf } from '../stages/making.ts';
import { type Reading, readEntry, reading } from '../stages/reading.ts';
import { see } from '../stages/seeing.ts';
import {
  type Answer,
  CHUNK,
  CONTROL,
  claim,
  type PagesTask,
  type ParseTask,
  type SeeTask,
  type Task,
  type WorkerData,
} from './messages.ts';

const { port, ...data } = workerData as WorkerData & { port: MessagePort };

/** Thrown where a thread ends because all do. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Pages that are told at once. */
const TOLD = 256;

function tell(answer: Answer): void {
  port.postMessage(answer);
  Atomics.add(data.control, CONTROL.told, 1);
  Atomics.notify(data.control, CONTROL.told);
}

/** What both tasks need. */
interface Desk {
  readonly files: Files;
  readonly config: SiteConfig;
  readonly reads: Reading;
  readonly memo: ReturnType<typeof valuesOf>;
  readonly scratch: Scratch;
  readonly scratches: number[];
  readonly bodies: BodyStore;
}

/** What pages are made from. */
interface Sight {
  readonly edition: Edition;
  readonly shelf: Shelf;
  readonly theme: Theme;
}

function parse(task: ParseTask, { config, reads, bodies, scratch }: Desk): void {
  const { rows, sources, columns } = task;
  const people = byNames(data.people);
  const maker = rowMaker(columns, data.thread, config.news);
  for (;;) {
    if (Atomics.load(data.control, CONTROL.stop) === 1) throw new Stopped('the build has ended');
    Atomics.add(data.control, CONTROL.begun, 1);
    const from = Atomics.add(data.control, CONTROL.next, CHUNK);
    if (from >= rows.length) break;
    for (let at = from; at < Math.min(rows.length, from + CHUNK); at++) {
      const row = rows[at] as number;
      const source = sources[at] as ParseTask['sources'][number];
      const { path } = source;
      const bytes = reads.read(source);
      const { entry, body } = readEntry(path, bytes, reads, config, people, data.drafts);
      bodies.put(row, body);
      maker.add(row, path, markOfBytes(bytes), entry);
    }
    tell({ kind: 'entries', entered: maker.take() });
  }
  scratch.flush();
  tell({ kind: 'done', diagnostics: [] });
}

function look(task: SeeTask, { files, config, reads, memo, scratches }: Desk): Sight {
  const { settled, survey } = task;
  scratches.push(...task.scratches.slice(scratches.length));
  const shelf = shelfOf(task.attachments, task.publicFiles);
  const facts = {
    config,
    register: register(
      task.columns,
      task.names,
      config.news.locales,
      heap(readOnly(files.shared(task.heap))),
    ),
    people: byNames(data.people),
    flatPages: data.flatPages,
    shelf,
    pictures: pictureReader(files, data.site, shelf, task.pictures, settled),
    now: data.now,
    drafts: data.drafts,
  };
  const { edition } = see(facts, reads);
  const { theme } = themeOf(files, data, config, survey, memo, settled);
  return { edition, shelf, theme };
}

function pages(task: PagesTask, { edition, shelf, theme }: Sight, desk: Desk): void {
  const { files, config, bodies, memo } = desk;
  const { stage, claims, redirects } = task;
  const standing = stage.rows === null || !task.cache ? null : manifestOf(stage.rows);
  const write = stager(files, stage);
  const checkName = nameCheck(task.out, files.longestPath);
  const diagnostics: Diagnostic[] = [];
  let made: MadePage[] = [];
  const { diagnostics: found } = makePages(
    { edition, config, bodies, shelf, theme, version: data.version, redirects, memo },
    {
      stands(place, key) {
        const row = standing?.find(place) ?? -1;
        return row >= 0 && standing?.keyOf(row) === key();
      },
      isOwn(number) {
        if (Atomics.load(data.control, CONTROL.stop) === 1)
          throw new Stopped('the build has ended');
        Atomics.add(data.control, CONTROL.begun, 1);
        return claim(claims, number, data.thread);
      },
      add({ out, maker }, bytes, kind, key, parts) {
        const faults = checkName(out, maker).diagnostics;
        diagnostics.push(...faults);
        if (faults.length > 0) return;
        made.push({ out, maker, kind, key, parts, staged: write(out, bytes) });
        if (made.length < TOLD) return;
        tell({ kind: 'pages', pages: made });
        made = [];
      },
    },
  );
  tell({ kind: 'pages', pages: made });
  tell({ kind: 'done', diagnostics: [...diagnostics, ...found] });
}

function readOnly(file: ReturnType<Files['shared']>) {
  return {
    ...file,
    append(): number {
      throw new Error('a worker adds nothing to the store');
    },
  };
}

/** Waits for tasks, for ever: the process ends with its main thread. */
function serve(): void {
  expectGuests();
  const files = nodeFiles();
  const memo = valuesOf(data.values);
  const { settings, logos, plugins } = data;
  const publicFiles = new Set(logos);
  const { config } = openPaper(files, data.site, memo, { settings, publicFiles, plugins });
  const reads = reading(files, data.site, config);
  const scratch = files.scratch(data.scratch);
  const scratches: number[] = [];
  const opened = new Map<number, ReturnType<Files['shared']>>();
  const scratchOf = (thread: number) => {
    const descriptor = scratches[thread - 1];
    if (descriptor === undefined) return null;
    const known = opened.get(descriptor) ?? files.shared(descriptor);
    opened.set(descriptor, known);
    return known;
  };
  const bodies = bodyStore(data.places, data.thread, scratch, scratchOf, reads.bodyOf);
  const desk = { files, config, reads, memo, scratch, scratches, bodies };
  let sight: Sight | null = null;
  tell({ kind: 'ready', scratch: scratch.descriptor });
  port.on('message', (task: Task) => {
    try {
      if (task.task === 'parse') parse(task, desk);
      else if (task.task === 'pages') pages(task, sight as Sight, desk);
      else {
        sight = look(task, desk);
        tell({ kind: 'done', diagnostics: [] });
      }
    } catch (error) {
      fail(error);
    }
  });
}

function fail(error: unknown): void {
  const {
    name,
    message,
    stack = message,
  } = error instanceof Error ? error : new Error(String(error));
  const ofDisk = error instanceof FilesError ? error : null;
  const { path = null, code = null, operation = null } = ofDisk ?? {};
  tell({ kind: 'failed', failure: { name, message, stack, path, code, operation } });
}

// A thread that ends before its time says so; one that runs out of memory cannot (work/crew).
process.on('exit', () => fail(new Error('a thread has ended')));

try {
  serve();
} catch (error) {
  fail(error);
}
