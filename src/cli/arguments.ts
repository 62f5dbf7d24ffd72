/** The command line, read by the table of commands. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { hasOffset, type Instant, isInstantFault, readInstant } from '../base/instant.ts';
import type { Command } from './command.ts';
import { COMMANDS, type CommandName } from './commands.ts';
import { wrongArguments } from './mistakes.ts';
import { UsageError } from './world.ts';

type Options<N extends CommandName> = (typeof COMMANDS)[N]['options'];

/** What a command line says: an option with a value is a text, a flag is true. */
export interface Parsed<N extends CommandName> {
  readonly values: {
    readonly [O in keyof Options<N>]?: Options<N>[O] extends { readonly value: string }
      ? string
      : boolean;
  };
  readonly positionals: readonly string[];
}

/** Options and words of a command, as the table has them. Throws a UsageError at what it does not know. */
export function readArguments<N extends CommandName>(name: N, args: readonly string[]): Parsed<N> {
  const { options, words }: Command = COMMANDS[name];
  const config: NonNullable<ParseArgsConfig['options']> = {};
  for (const [option, { value, short }] of Object.entries(options))
    config[option] = {
      type: value === undefined ? 'boolean' : 'string',
      ...(short === undefined ? {} : { short }),
    };
  try {
    const parsed = parseArgs({ args: [...args], options: config, allowPositionals: words !== '' });
    return parsed as unknown as Parsed<N>;
  } catch (error) {
    throw wrongArguments(name, error instanceof Error ? error.message : String(error));
  }
}

/** An instant from the command line; `zoneOf` is asked for the zone of a local time. */
export function readMoment(option: string, text: string, zoneOf: () => string): Instant {
  const reading = readInstant(text, hasOffset(text) ? 'UTC' : zoneOf());
  if (!isInstantFault(reading)) return reading;
  throw new UsageError(`${option} "${text}" ${reading.problem}. ${reading.help}`);
}
