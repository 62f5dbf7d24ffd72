/** The command line of `gazeta build`, and what is told of what came of it. */
import type { Instant } from '../base/instant.ts';
import type { BuildOptions, BuildResult } from '../begin.ts';
import type { Parsed } from './arguments.ts';
import { tellFindings } from './findings.ts';
import type { ListWriter } from './list-of-changes.ts';
import { exitCodeOf, formatResult, jsonResult, outNamedFrom } from './report.ts';
import { pathOf, UsageError, type World } from './world.ts';

/** What is asked for. */
export interface Order {
  readonly options: Parsed<'build'>['values'];
  readonly build: BuildOptions;
  /** When that was, in milliseconds of `LiveWorld.elapsed`. */
  readonly begun: number;
}

/** Reads the command line; `nowOf` reads `--now`. */
export function orderOf(
  { values: options }: Parsed<'build'>,
  world: World,
  nowOf: (text: string | undefined, site: string) => Instant,
): Order {
  if (options.drafts && options.out === undefined)
    throw new UsageError('--drafts needs --out: drafts do not belong among published pages');
  if (options.adopt && options.empty)
    throw new UsageError('--adopt and --empty exclude each other');

  const site = world.resolve(options.site ?? '.');
  const build: BuildOptions = {
    files: world.files,
    site,
    out: pathOf(options.out, world),
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
  return { options, build, begun: world.live?.elapsed() ?? 0 };
}

/** Tells what came of it; returns the exit code. `list` writes that of `--changes`. */
export function tellBuild(
  { options, begun }: Order,
  result: BuildResult,
  world: World,
  list: ListWriter | null,
): number {
  const { printer } = world;
  const took = world.live === undefined ? null : world.live.elapsed() - begun;
  const hasList = list === null || list(result);
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
