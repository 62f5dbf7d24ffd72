/** Mistakes on the command line, with the nearest that may have been meant. */
import { suggest } from '../base/suggest.ts';
import type { Command } from './command.ts';
import { COMMAND_NAMES, COMMANDS, type CommandName } from './commands.ts';
import { UsageError } from './world.ts';

/** There is no such command. */
export function noCommand(name: string): UsageError {
  const meant = suggest(name, COMMAND_NAMES);
  return new UsageError(`there is no command "${name}"${meantText(meant)}`);
}

/**
 * What Node's parser says of a mistake (util.parseArgs), and for an option that does not exist the nearest one, or
 * the commands that have it.
 */
export function wrongArguments(name: CommandName, problem: string): UsageError {
  const typed = /^Unknown option '(--?)([^']*)'/.exec(problem);
  if (typed === null) return new UsageError(withoutValue(name, problem) ?? firstSentence(problem));
  const [, dashes = '', option = ''] = typed;
  const meant = suggest(option, Object.keys(COMMANDS[name].options));
  const owners = COMMAND_NAMES.filter((other) => hasOption(COMMANDS[other], option));
  const hint =
    meant === null && owners.length > 0
      ? `; it is one of gazeta ${owners.join(', gazeta ')}`
      : meantText(meant === null ? null : `--${meant}`, '');
  return new UsageError(`Unknown option '${dashes}${option}'${hint}`);
}

/** The nearest word as the end of a sentence; empty if none is near. */
export function meantText(meant: string | null, quote = '"'): string {
  return meant === null ? '' : `; did you mean ${quote}${meant}${quote}?`;
}

function hasOption({ options }: Command, option: string): boolean {
  return Object.hasOwn(options, option);
}

/** What the parser says of an option without its value, or with one that looks like an option. */
function withoutValue(name: CommandName, problem: string): string | null {
  const { options }: Command = COMMANDS[name];
  const [, option = ''] =
    /--([\w-]+)(?: <value>)?' argument (?:missing|is ambig)/.exec(problem) ?? [];
  const value = Object.hasOwn(options, option) ? options[option]?.value : undefined;
  return value === undefined ? null : `Option '--${option}' needs a value: --${option}=${value}`;
}

/** The parser goes on with advice in its own terms after the first sentence. */
function firstSentence(problem: string): string {
  return problem.split(/\n|(?<=\.) (?=[A-Z])/)[0]?.replace(/\.$/, '') ?? problem;
}
