/** All commands. */
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import type { CommandName } from './commands.ts';
import { completionCommand } from './completion/completion.ts';
import { devCommand } from './dev.ts';
import { helpCommand } from './help.ts';
import { importCommand } from './import/import.ts';
import { initCommand } from './init/init.ts';
import { newCommand } from './new.ts';
import { nextCommand } from './next.ts';
import { type Code, perform, type Run } from './perform.ts';
import { watchCommand } from './watch.ts';
import { whyCommand } from './why.ts';
import type { World } from './world.ts';

/** What each command of the table does. */
export const RUNS: { readonly [N in CommandName]: Run<N> } = {
  init: initCommand,
  import: importCommand,
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
  return perform(args, world, version, (name) => RUNS[name]);
}
