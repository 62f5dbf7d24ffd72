/** Instants on the command line, which may be local times of the paper. */
import type { Instant } from '../base/instant.ts';
import { openSite } from '../config.ts';
import { readMoment } from './arguments.ts';
import type { World } from './world.ts';

/** The instant of `--now`, in the paper's zone unless it has an offset; the clock's without one. */
export function readNow(text: string | undefined, site: string, world: World): Instant {
  if (text === undefined) return world.now;
  return readTime('--now', text, site, world);
}

/** An instant from the command line. */
export function readTime(option: string, text: string, site: string, { files }: World): Instant {
  // The paper's zone is read for a local time only: to open a site takes a while.
  return readMoment(option, text, () => openSite(files, site).config.news.timezone);
}
