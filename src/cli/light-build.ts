/**
 * `gazeta build` as the process runs it: where nothing changed, only what tells that is loaded, a seventh of the code. It
 * is the command of cli/build, which is loaded when there is something to do.
 */
import { hasOffset } from '../base/instant.ts';
import { folderOf } from '../base/paths.ts';
import { begin } from '../begin.ts';
import { type Parsed, readMoment } from './arguments.ts';
import { orderOf, tellBuild } from './order.ts';
import type { World } from './world.ts';

/** Runs the command; returns the exit code. */
export async function lightBuild(parsed: Parsed<'build'>, world: World): Promise<number> {
  const { now, changes, out, site } = parsed.values;
  // What a local time means says site.yaml, and which folder is published. That is never the folder of the paper itself.
  const isLocal = now !== undefined && !hasOffset(now);
  const isWithin = changes !== undefined && !isBeside(world.resolve(changes), site, world);
  if (isLocal || (isWithin && out === undefined))
    return (await import('./build.ts')).buildCommand(parsed, world);
  const order = orderOf(
    parsed,
    world,
    (text) => (text === undefined ? world.now : readMoment('--now', text, () => 'UTC')),
    (folder) => `${folder}/dist`,
  );
  const { result, begun } = begin(order.build);
  if (result !== null) return tellBuild(order, result, world);
  return (await import('./build.ts')).goOnWith(begun, order, world);
}

/** Whether a file lies in the folder of the paper, and not in one below it. */
function isBeside(file: string, site: string | undefined, { resolve }: World): boolean {
  return folderOf(file) === resolve(site ?? '.');
}
