/** `gazeta dev`: the paper on a server of one's own, current while one writes. */
import { FilesError } from '../base/files.ts';
import { type Instant, isoLocal } from '../base/instant.ts';
import { type Address, href } from '../base/paths.ts';
import { storeOf } from '../begin.ts';
import type { Progress } from '../build.ts';
import { CONFIG_FILE } from '../content/discover.ts';
import { hideStore } from '../opening.ts';
import { type Desk, desk } from '../serve/desk.ts';
import { EDITOR_NAMES, editorOf } from '../serve/editors.ts';
import { type Look, preview } from '../serve/preview.ts';
import { ListenError, type Server, serve } from '../serve/server.ts';
import { burst } from '../watch/burst.ts';
import { whenDue } from '../watch/due.ts';
import { ignoredFolders } from '../watch/ignored.ts';
import type { Parsed } from './arguments.ts';
import { opening } from './browser.ts';
import { tellFindings } from './findings.ts';
import { readNow } from './moment.ts';
import { withProgress } from './progress.ts';
import { count, duration, formatDiagnostic } from './report.ts';
import { type LiveWorld, pathOf, UsageError, type World } from './world.ts';

/** The first port that is tried. */
const PORT = 4400;

/** When it is looked again after a file could not be read, in milliseconds. */
const AGAIN = 5000;

/** Runs until it is told to end; the exit code. */
export async function devCommand(
  { values: options }: Parsed<'dev'>,
  world: World,
): Promise<number> {
  const { live, files, printer } = world;
  if (live === undefined) throw new UsageError('gazeta dev needs a terminal');
  const site = world.resolve(options.site ?? '.');
  if (files.kind(site) !== 'folder') throw new UsageError(`there is no folder ${site}`);
  const port = options.port === undefined ? PORT : portOf(options.port);
  const openIn = editorOf(options.editor ?? 'vscode');
  if (openIn === null)
    throw new UsageError(
      `--editor "${options.editor}" is no editor. Name one of ${EDITOR_NAMES.join(', ')}, or an address with {file}, {line} and {column} in it`,
    );
  const fixed = options.now === undefined ? null : readNow(options.now, site, world);
  const host = options.host ?? '127.0.0.1';
  const store = storeOf(site, pathOf(options.store, world));
  hideStoreIfThere(files, store);

  let told: Progress | undefined;
  /** A look at many files takes a while. */
  const looking = <T>(work: () => T): T =>
    withProgress(world, true, (progress) => {
      told = progress;
      return work();
    });
  const shown = preview(
    {
      files,
      site,
      store,
      theme: world.theme,
      version: world.version,
      drafts: options.drafts ?? false,
      clock: live.clock,
      jobs: null,
      worker: world.worker,
      resize: world.resize,
      progress: (...so) => told?.(...so),
    },
    live.elapsed,
  );
  const table = looking(() =>
    desk({
      preview: shown,
      site,
      fixed,
      clock: live.clock,
      tell: (found) => formatDiagnostic(found),
      openIn,
    }),
  );
  const client = (name: string): Uint8Array | null =>
    /^[a-z]+\.(?:js|css)$/.test(name) ? files.readIfThere(`${live.desk}/${name}`) : null;

  let server: Server;
  try {
    server = await serve(table, client, { host, port });
  } catch (error) {
    shown.close();
    if (!(error instanceof ListenError)) throw error;
    throw new UsageError(`${error.message}. Choose another with --port or --host`);
  }
  const isLocal = /^(?:127\.|::1$|localhost$)/.test(host);
  const origin = host === '127.0.0.1' ? `http://localhost:${server.port}` : server.origin;
  const url = origin + href(table.base, '/' as Address);
  if (port !== 0 && server.port !== port)
    printer.message(`Port ${port} is taken; this is ${server.port}.`);
  printer.out(`${url}  ${articles(table.look)}, read in ${duration(table.look.took)}.`);
  tellFindings(world, table.look.diagnostics, false);
  if (!isLocal)
    printer.message(
      `Everybody who can reach ${host} sees the paper, with what is under embargo at the moments that they choose.`,
    );

  const ended = new Promise<void>((resolve) => {
    // Also SIGHUP, by which a terminal says that its window was closed (POSIX, General Terminal Interface, 11.1.10).
    const deafen = live.signals(() => {
      deafen();
      resolve();
    });
  });
  const keeping = await keepShown({ table, server, site, store, fixed, looking }, world, live);
  printer.message('Watching. Ctrl+C ends it.');
  if (options.open) void live.program(opening(url, process.platform)).ended;

  await ended;
  await keeping.close();
  await server.close();
  shown.close();
  return 0;
}

/** What is kept current, for whom. */
interface Shown {
  readonly table: Desk;
  readonly server: Server;
  readonly site: string;
  readonly store: string;
  /** The moment that is shown, if it is not the present one. */
  readonly fixed: Instant | null;
  /** Does the work, and tells how far it is. */
  readonly looking: <T>(work: () => T) => T;
}

/** Looks again when files change, and when something happens by itself, until it is closed. */
async function keepShown(
  { table, server, site, store, fixed, looking }: Shown,
  world: World,
  live: LiveWorld,
): Promise<{ close(): Promise<void> }> {
  const { timers } = live;
  const outOf = ({ config }: Look) => `${site}/${config?.output ?? 'dist'}`;
  const ignored = [...ignoredFolders(site, outOf(table.look), store)];
  let wake: (() => void) | null = null;
  const again = (why: string): void => {
    const before = table.look;
    const look = looking(() => table.refresh());
    ignored.splice(0, ignored.length, ...ignoredFolders(site, outOf(look), store));
    tellLook(world, before, look, why);
    server.changed();
    wait();
  };
  const wait = (): void => {
    wake?.();
    // A file that cannot be read is tried again: nobody may tell when it can.
    if (table.look.diagnostics.some(({ code }) => code === 'output/file')) {
      wake = timers.after(AGAIN, () => again('again'));
      return;
    }
    if (fixed !== null) return;
    const due = table.look.upcoming[0]?.at ?? Number.POSITIVE_INFINITY;
    wake = whenDue(live, table.now(), due, () => again('the clock'));
  };
  const changes = burst(timers, () => again('files changed'));
  const watcher = await live.watchFolder(site, {
    ignored,
    changed: changes.changed,
    failed: (error) => world.printer.message(error.message),
  });
  // What changed before somebody watched.
  again('files changed');
  return {
    close() {
      changes.close();
      wake?.();
      return watcher.close();
    },
  };
}

/** Tells what came of another look: a line, and the findings if they are others than before. */
function tellLook(world: World, before: Look, look: Look, why: string): void {
  const text = ({ diagnostics }: Look) => JSON.stringify(diagnostics);
  const isSame = text(before) === text(look);
  if (isSame && (look.number === 2 || why === 'again')) return;
  const { timezone } = (look.config ?? before.config)?.news ?? { timezone: 'UTC' };
  const clock = isoLocal((world.live?.clock() ?? world.now) as Instant, timezone).slice(11, 19);
  const outcome = look.complete
    ? `${articles(look)}, read in ${duration(look.took)}`
    : 'pages stay as they were until this is mended';
  if (!isSame) tellFindings(world, look.diagnostics, false);
  const mended = !before.complete && look.complete ? 'Mended. ' : '';
  world.printer.message(`${world.printer.paint('dim', clock)} ${mended}${why}: ${outcome}.`);
}

function articles({ articles: number, config, diagnostics }: Look): string {
  // There may be no articles, or a file that cannot be read.
  const isOfSettings = diagnostics.some(({ file }) => file === CONFIG_FILE);
  if (config === null)
    return isOfSettings ? `${CONFIG_FILE} has to be mended` : 'nothing to show yet';
  return count(number, 'article');
}

/** Whoever may not write there has nothing to hide. */
function hideStoreIfThere(files: World['files'], store: string): void {
  try {
    hideStore(files, store);
  } catch (error) {
    if (!(error instanceof FilesError)) throw error;
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port "${text}" is no port: a number from 0 to 65535`);
}
