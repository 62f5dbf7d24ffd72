/** The command line: which command is meant, and what an exception is worth. */
import { FilesError } from '../base/files.ts';
import { SiteBusy } from '../output/lock.ts';
import { type Parsed, readArguments } from './arguments.ts';
import { type CommandName, isCommand } from './commands.ts';
import { helpOf, overview, usage } from './help.ts';
import { noCommand } from './mistakes.ts';
import { UsageError, type World } from './world.ts';

/** The exit code, at once or, of a command that waits, when it ends. */
export type Code = number | Promise<number>;

/** What a command does. */
export type Run<N extends CommandName> = (parsed: Parsed<N>, world: World, version: string) => Code;

/** Gives what a command does, at once or when that is loaded. */
export type Runs = <N extends CommandName>(name: N) => Run<N> | Promise<Run<N>>;

/** Performs a command line (without `node` and the script); returns the exit code. */
export function perform(args: readonly string[], world: World, version: string, runs: Runs): Code {
  const fault = (error: unknown) => tellFault(error, args[0], world, version);
  try {
    const code = performed(args, world, version, runs);
    return typeof code === 'number' ? code : code.catch(fault);
  } catch (error) {
    return fault(error);
  }
}

function performed(
  [name, ...rest]: readonly string[],
  world: World,
  version: string,
  runs: Runs,
): Code {
  if (name === '--version' || name === '-v') {
    world.printer.out(version);
    return 0;
  }
  if (name === '--help' || name === '-h') {
    world.printer.out(overview());
    return 0;
  }
  if (name === undefined) throw new UsageError('a command is missing');
  if (!isCommand(name)) throw noCommand(name);
  return runCommand(name, rest, world, version, runs);
}

/** Tells what ended a command, in words for the person at the desk; returns the exit code. */
function tellFault(
  error: unknown,
  name: string | undefined,
  { printer }: World,
  version: string,
): number {
  if (error instanceof UsageError) {
    const more =
      name !== undefined && isCommand(name)
        ? `${usage(name)}\nSee gazeta help ${name}.`
        : overview();
    printer.message(`gazeta: ${error.message}\n\n${more}`);
    return 2;
  }
  if (error instanceof SiteBusy) {
    printer.message(`gazeta: ${error.message}\n  Nothing was done. Build again when it has ended.`);
    return 75;
  }
  if (error instanceof FilesError) {
    const what = error.isHalfway
      ? 'Nothing more was done, but files were being put in place: some may be new, and others as before. Build again when the cause is gone; that build finishes it.'
      : 'Nothing more was done. What was published before stays; build again when the cause is gone.';
    printer.message(`${printer.paint('red', 'error')} output/file: ${error.message}\n  ${what}`);
    return 74;
  }
  printer.message(
    `This is a bug in Gazeta ${version}. What was published before stays.\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return 70;
}

function runCommand<N extends CommandName>(
  name: N,
  args: readonly string[],
  world: World,
  version: string,
  runs: Runs,
): Code {
  const parsed = readArguments(name, args);
  if (!(parsed.values as { readonly help?: boolean }).help) {
    const run = runs(name);
    return typeof run === 'function'
      ? run(parsed, world, version)
      : run.then((loaded) => loaded(parsed, world, version));
  }
  world.printer.out(helpOf(name));
  return 0;
}
