/** The command line of `gazeta build`, and what is told of what came of it. */
import { FilesError } from '../base/files.ts';
import type { Instant } from '../base/instant.ts';
import type { BuildOptions, BuildResult } from '../begin.ts';
import { SOURCE_FOLDERS } from '../content/source-folders.ts';
import { type ChangesList, changesList } from '../output/changes.ts';
import type { Parsed } from './arguments.ts';
import { tellFindings } from './findings.ts';
import { exitCodeOf, formatResult, jsonResult, outNamedFrom } from './report.ts';
import { pathOf, UsageError, type World } from './world.ts';

/** What is asked for. */
export interface Order {
  readonly options: Parsed<'build'>['values'];
  readonly build: BuildOptions;
  /** The file of `--changes`; null if nobody wants it. */
  readonly changes: string | null;
  /** When that was, in milliseconds of `LiveWorld.elapsed`. */
  readonly begun: number;
}

/** Reads the command line; `nowOf` reads `--now`, and `outputOf` what site.yaml says of the output folder. */
export function orderOf(
  { values: options }: Parsed<'build'>,
  world: World,
  nowOf: (text: string | undefined, site: string) => Instant,
  outputOf: (site: string) => string,
): Order {
  const { files } = world;
  if (options.drafts && options.out === undefined)
    throw new UsageError('--drafts needs --out: drafts do not belong among published pages');
  if (options.adopt && options.empty)
    throw new UsageError('--adopt and --empty exclude each other');

  const site = world.resolve(options.site ?? '.');
  const changes = pathOf(options.changes, world);
  const out = pathOf(options.out, world);
  if (changes !== null) makeRoomFor(changes, site, out ?? outputOf(site), world);
  const build: BuildOptions = {
    files,
    site,
    out,
    theme: world.theme,
    now: nowOf(options.now, site),
    drafts: options.drafts ?? false,
    purpose: 'publish',
    takeover: options.adopt ? 'adopt' : options.empty ? 'empty' : 'refuse',
    allowRemovals: options['allow-removals'] ?? false,
    cache: !(options['no-cache'] ?? false),
    verify: options.verify ?? false,
    version: world.version,
    store: pathOf(options.store, world),
    trace: world.trace,
    jobs: readJobs(options.jobs),
    worker: world.worker,
    resize: world.resize,
  };
  return { options, build, changes, begun: world.live?.elapsed() ?? 0 };
}

/** Tells what came of it; returns the exit code. */
export function tellBuild(
  { options, changes, begun }: Order,
  result: BuildResult,
  world: World,
): number {
  const { printer } = world;
  const took = world.live === undefined ? null : world.live.elapsed() - begun;
  const hasList =
    changes === null ||
    result.changes === null ||
    writeChanges(changes, changesList(result.changes, result.paper), world);
  const exitCode = hasList ? exitCodeOf(result) : 74;
  if (options.json) {
    printer.out(JSON.stringify(jsonResult(result, exitCode), null, 2));
    return exitCode;
  }
  tellFindings(world, result.diagnostics, options.quiet ?? false);
  const outcome = formatResult(result, outNamedFrom(world.here, result.out), took);
  if (result.changes === null) printer.message(outcome);
  else if (!options.quiet) printer.out(outcome);
  return exitCode;
}

/** The number of threads of `--jobs`; null for the usual one. */
export function readJobs(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new UsageError(`--jobs ${text} is not a number of threads from 1 to 99`);
}

/**
 * Sees before anything is published that the list of changes can be written, and takes an old one away: a
 * build that publishes nothing leaves none.
 */
function makeRoomFor(changes: string, site: string, out: string, { files }: World): void {
  const place = files.place(changes);
  const isIn = (one: string) => `${place}/`.startsWith(`${files.place(one)}/`);
  if ([...SOURCE_FOLDERS, '.gazeta', 'site.yaml'].some((one) => isIn(`${site}/${one}`)))
    throw new UsageError(`--changes ${changes} is a source of the paper`);
  if (place !== files.place(out) && isIn(out))
    throw new UsageError(
      `--changes ${changes} lies in the output folder and would be published. Name a file elsewhere`,
    );
  if (files.kind(changes) === 'folder') throw new UsageError(`--changes ${changes} is a folder`);
  files.write(changes, new Uint8Array());
  files.remove(changes);
}

/** False if it could not be written, which is told: by then the site is published. */
function writeChanges(changes: string, list: ChangesList, { files, printer }: World): boolean {
  try {
    files.write(changes, new TextEncoder().encode(`${JSON.stringify(list, null, 2)}\n`));
    return true;
  } catch (error) {
    if (!(error instanceof FilesError)) throw error;
    printer.message(
      `${printer.paint('red', 'error')} output/file: ${error.message}\n  The site was published; only the list of what changed is missing. Upload the whole output folder.`,
    );
    return false;
  }
}
