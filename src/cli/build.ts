/** `gazeta build`: reads the command line, builds, and says what came of it. */
import { type Begun, begin } from '../begin.ts';
import { goOn } from '../build.ts';
import { openSite } from '../config.ts';
import type { Parsed } from './arguments.ts';
import { type ListWriter, openList } from './list-of-changes.ts';
import { readNow } from './moment.ts';
import { type Order, orderOf, tellBuild } from './order.ts';
import { withProgress } from './progress.ts';
import { pathOf, type World } from './world.ts';

/** Runs the command; returns the exit code. */
export function buildCommand(parsed: Parsed<'build'>, world: World): number {
  const order = orderOf(parsed, world, (text, site) => readNow(text, site, world));
  const list = listOf(order, world);
  const { result, begun } = begin(order.build);
  return result === null
    ? goOnWith(begun, order, world, list)
    : tellBuild(order, result, world, list);
}

/** The same where the build has begun. */
export function goOnWith(
  begun: Begun,
  order: Order,
  world: World,
  list: ListWriter | null,
): number {
  const isSilent = order.options.json || order.options.quiet;
  const result = withProgress(world, !isSilent, (progress) =>
    goOn(begun, { ...order.build, progress }),
  );
  return tellBuild(order, result, world, list);
}

/** What writes the list of `--changes`; null if nobody wants it. */
function listOf({ options, build }: Order, world: World): ListWriter | null {
  const { files, site, out } = build;
  const path = pathOf(options.changes, world);
  if (path === null) return null;
  return openList(path, out ?? `${site}/${openSite(files, site).config.output}`, build, world);
}
