/** `gazeta completion`: the script that completes command lines, for the shell that is named. */
import { suggest } from '../../base/suggest.ts';
import type { Parsed } from '../arguments.ts';
import { SHELLS } from '../commands.ts';
import { meantText } from '../mistakes.ts';
import { UsageError, type World } from '../world.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { completed } from './offers.ts';
import { zsh } from './zsh.ts';

const SCRIPTS = { bash, zsh, fish };

/** Runs the command; returns the exit code. */
export function completionCommand(
  { positionals }: Parsed<'completion'>,
  { printer }: World,
): number {
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0)
    throw new UsageError(`name one shell: gazeta completion ${SHELLS.join(', or ')}`);
  const shell = SHELLS.find((one) => one === name);
  if (shell === undefined)
    throw new UsageError(
      `"${name}" is not a shell that can be completed${meantText(suggest(name, SHELLS)) || `; these can: ${SHELLS.join(', ')}`}`,
    );
  printer.out(SCRIPTS[shell](completed()));
  return 0;
}
