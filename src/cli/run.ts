/** The command line: which command is meant, and what an exception is worth. */
import { FilesError } from '../base/files.ts';
import { SiteBusy } from '../output/lock.ts';
import { type Parsed, readArguments } from './arguments.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { type CommandName, isCommand } from './commands.ts';
import { completionCommand } from './completion/completion.ts';
import { helpCommand, helpOf, overview, usage } from './help.ts';
import { initCommand } from './init/init.ts';
import { noCommand } from './mistakes.ts';
import { newCommand } from './new.ts';
import { nextCommand } from './next.ts';
import { whyCommand } from './why.ts';
import { UsageError, type World } from './world.ts';

type Run<N extends CommandName> = (parsed: Parsed<N>, world: World, version: string) => number;

/** What each command of the table does. */
const RUNS: { readonly [N in CommandName]: Run<N> } = {
  init: initCommand,
  new: newCommand,
  build: buildCommand,
  check: checkCommand,
  next: nextCommand,
  why: whyCommand,
  completion: completionCommand,
  help: helpCommand,
};

/** Runs a command line (without `node` and the script); returns the exit code. */
export function run(args: readonly string[], world: World, version: string): number {
  const { printer } = world;
  const [name, ...rest] = args;
  try {
    if (name === '--version' || name === '-v') {
      printer.out(version);
      return 0;
    }
    if (name === '--help' || name === '-h') {
      printer.out(overview());
      return 0;
    }
    if (name === undefined) throw new UsageError('a command is missing');
    if (!isCommand(name)) throw noCommand(name);
    return runCommand(name, rest, world, version);
  } catch (error) {
    if (error instanceof UsageError) {
      const more =
        name !== undefined && isCommand(name)
          ? `${usage(name)}\ngazeta help ${name} tells more.`
          : overview();
      printer.message(`gazeta: ${error.message}\n\n${more}`);
      return 2;
    }
    if (error instanceof SiteBusy) {
      printer.message(
        `gazeta: ${error.message}\n  Nothing was done. Build again when it has ended.`,
      );
      return 75;
    }
    if (error instanceof FilesError) {
      printer.message(
        `${printer.paint('red', 'error')} output/file: ${error.message}\n  Nothing more was done. What was published before stays; build again when the cause is gone.`,
      );
      return 74;
    }
    printer.message(
      `This is a bug in Gazeta ${version}. What was published before stays.\n${error instanceof Error ? error.stack : String(error)}`,
    );
    return 70;
  }
}

function runCommand<N extends CommandName>(
  name: N,
  args: readonly string[],
  world: World,
  version: string,
): number {
  const parsed = readArguments(name, args);
  if (!(parsed.values as { readonly help?: boolean }).help)
    return RUNS[name](parsed, world, version);
  world.printer.out(helpOf(name));
  return 0;
}
