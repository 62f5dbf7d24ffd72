/** `gazeta build`: reads the command line, builds, and says what came of it. */
import { type Begun, begin } from '../begin.ts';
import { goOn } from '../build.ts';
import { openSite } from '../config.ts';
import type { Parsed } from './arguments.ts';
import { readNow } from './moment.ts';
import { type Order, orderOf, tellBuild } from './order.ts';
import { withProgress } from './progress.ts';
import type { World } from './world.ts';

/** Runs the command; returns the exit code. */
export function buildCommand(parsed: Parsed<'build'>, world: World): number {
  const order = orderOf(
    parsed,
    world,
    (text, site) => readNow(text, site, world),
    (site) => `${site}/${openSite(world.files, site).config.output}`,
  );
  const { result, begun } = begin(order.build);
  return result === null ? goOnWith(begun, order, world) : tellBuild(order, result, world);
}

/** The same where the build has begun. */
export function goOnWith(begun: Begun, order: Order, world: World): number {
  const isSilent = order.options.json || order.options.quiet;
  const result = withProgress(world, !isSilent, (progress) =>
    goOn(begun, { ...order.build, progress }),
  );
  return tellBuild(order, result, world);
}
