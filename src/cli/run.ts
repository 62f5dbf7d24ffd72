/** The command line: which command is meant, and what an exception is worth. */
import { FilesError } from '../base/files.ts';
import { suggest } from '../base/suggest.ts';
import { SiteBusy } from '../output/lock.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { newCommand } from './new.ts';
import { nextCommand } from './next.ts';
import { whyCommand } from './why.ts';
import { UsageError, type World } from './world.ts';

const COMMANDS: Readonly<Record<string, (args: readonly string[], world: World) => number>> = {
  new: newCommand,
  build: buildCommand,
  check: checkCommand,
  next: nextCommand,
  why: whyCommand,
};

const HELP = `Gazeta, the static site generator for newsrooms.

Usage: gazeta <command> [options]

  new     make the file of a new article
  build   turn articles/ into a website in dist/
  check   tell what is wrong and what may not be meant; writes nothing
  next    tell when the paper will change by itself
  why     tell why a page was made, and where an article is seen

gazeta <command> --help tells more; gazeta --version the version.`;

/** Runs a command line (without `node` and the script); returns the exit code. */
export function run(args: readonly string[], world: World, version: string): number {
  const { printer } = world;
  const [name, ...rest] = args;
  try {
    if (name === '--version' || name === '-v') {
      printer.out(version);
      return 0;
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      printer.out(HELP);
      return 0;
    }
    if (name === undefined) throw new UsageError('a command is missing');
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command !== undefined) return command(rest, world);
    const meant = suggest(name, Object.keys(COMMANDS));
    throw new UsageError(
      `there is no command "${name}"${meant === null ? '' : `; did you mean "${meant}"?`}`,
    );
  } catch (error) {
    if (error instanceof UsageError) {
      printer.message(`gazeta: ${error.message}\n\n${HELP}`);
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
