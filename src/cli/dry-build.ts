/** A build that publishes nothing: it tells what it finds, and what will happen by itself. */
import { type BuildOptions, type BuildResult, build } from '../build.ts';
import { ALONE } from '../paper.ts';
import { withProgress } from './progress.ts';
import type { World } from './world.ts';
import { pathOf } from './world.ts';

/** Nothing is at stake. */
export const UNPUBLISHED = {
  ...ALONE,
  out: null,
  takeover: 'refuse',
  allowRemovals: false,
} as const;

/** Builds so, with what earlier builds know of the paper. */
export function dryBuild(
  asked: Pick<BuildOptions, 'site' | 'now' | 'drafts' | 'purpose'>,
  { store, json }: { readonly store?: string | undefined; readonly json?: boolean | undefined },
  world: World,
): BuildResult {
  const { files, theme, version } = world;
  const given: BuildOptions = {
    ...UNPUBLISHED,
    ...asked,
    files,
    theme,
    version,
    cache: true,
    store: pathOf(store, world),
  };
  return withProgress(world, !json, (progress) => build({ ...given, progress }));
}
