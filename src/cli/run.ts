/** The command line: which command is meant, and what an exception is worth. */
import { FilesError } from '../base/files.ts';
import { SiteBusy } from '../output/lock.ts';
import { type Parsed, readArguments } from './arguments.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { type CommandName, isCommand } from './commands.ts';
import { completionCommand } from './completion/completion.ts';
import { devCommand } from './dev.ts';
import { helpCommand, helpOf, overview, usage } from './help.ts';
import { initCommand } from './init/init.ts';
import { noCommand } from './mistakes.ts';
import { newCommand } from './new.ts';
import { nextCommand } from './next.ts';
import { watchCommand } from './watch.ts';
import { whyCommand } from './why.ts';
import { UsageError, type World } from './world.ts';

/** The exit code, at once or, of a command that waits, when it ends. */
type Code = number | Promise<number>;

type Run<N extends CommandName> = (parsed: Parsed<N>, world: World, version: string) => Code;

/** What each command of the table does. */
const RUNS: { readonly [N in CommandName]: Run<N> } = {
  init: initCommand,
  new: newCommand,
  build: buildCommand,
  check: checkCommand,
  next: nextCommand,
  watch: watchCommand,
  dev: devCommand,
  why: whyCommand,
  completion: completionCommand,
  help: helpCommand,
};

/** Runs a command line (without `node` and the script); returns the exit code. */
export function run(args: readonly string[], world: World, version: string): Code {
  const fault = (error: unknown) => tellFault(error, args[0], world, version);
  try {
    const code = perform(args, world, version);
    return typeof code === 'number' ? code : code.catch(fault);
  } catch (error) {
    return fault(error);
  }
}

function perform([name, ...rest]: readonly string[], world: World, version: string): Code {
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
  return runCommand(name, rest, world, version);
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
        ? `${usage(name)}\ngazeta help ${name} tells more.`
        : overview();
    printer.message(`gazeta: ${error.message}\n\n${more}`);
    return 2;
  }
  if (error instanceof SiteBusy) {
    printer.message(`gazeta: ${error.message}\n  Nothing was done. Build again when it has ended.`);
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

function runCommand<N extends CommandName>(
  name: N,
  args: readonly string[],
  world: World,
  version: string,
): Code {
  const parsed = readArguments(name, args);
  if (!(parsed.values as { readonly help?: boolean }).help)
    return RUNS[name](parsed, world, version);
  world.printer.out(helpOf(name));
  return 0;
}
