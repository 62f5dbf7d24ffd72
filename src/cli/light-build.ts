/**
 * `gazeta build` as the process runs it: where nothing changed, only what tells that is loaded, a seventh of the code. It
 * is the command of cli/build, which is loaded when there is something to do.
 */
import { hasOffset } from '../base/instant.ts';
import { begin } from '../begin.ts';
import { type Parsed, readMoment } from './arguments.ts';
import { orderOf, tellBuild } from './order.ts';
import type { World } from './world.ts';

/** Runs the command; returns the exit code. */
export async function lightBuild(parsed: Parsed<'build'>, world: World): Promise<number> {
  const { now, changes } = parsed.values;
  // What a local time means says site.yaml. And a list tells what no earlier one told, also where nothing changed.
  const isLocal = now !== undefined && !hasOffset(now);
  if (isLocal || changes !== undefined)
    return (await import('./build.ts')).buildCommand(parsed, world);
  const order = orderOf(parsed, world, (text) =>
    text === undefined ? world.now : readMoment('--now', text, () => 'UTC'),
  );
  const { result, begun } = begin(order.build);
  if (result !== null) return tellBuild(order, result, world, null);
  return (await import('./build.ts')).goOnWith(begun, order, world, null);
}
