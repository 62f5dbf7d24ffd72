/** Arguments that several commands take. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { hasOffset, type Instant, isInstantFault, readInstant } from '../base/instant.ts';
import { openSite } from '../config.ts';
import { UsageError, type World } from './world.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: boolean }>
>;

/** Options of a command without positional arguments. */
export function readOptions<T extends Options>(
  args: readonly string[],
  options: T,
): Parsed<T>['values'] {
  return readArguments(args, options, false).values;
}

/** Options and positional arguments of a command. Throws a UsageError at what it does not know. */
export function readArguments<T extends Options>(
  args: readonly string[],
  options: T,
  allowPositionals: boolean,
): Parsed<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The instant of `--now`, in the paper's zone unless it has an offset; the clock's without one. */
export function readNow(text: string | undefined, site: string, world: World): Instant {
  if (text === undefined) return world.now;
  return readTime('--now', text, site, world);
}

/** An instant from the command line. */
export function readTime(option: string, text: string, site: string, world: World): Instant {
  // The paper's zone is read for a local time only: to open a site takes a while.
  const zone = hasOffset(text) ? 'UTC' : openSite(world.files, site).config.news.timezone;
  const reading = readInstant(text, zone);
  if (!isInstantFault(reading)) return reading;
  throw new UsageError(`${option} "${text}" ${reading.problem}. ${reading.help}`);
}
