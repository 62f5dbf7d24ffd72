/** The process: makes the world that a command sees, and leaves with its exit code. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFiles } from '../base/files.ts';
import { expectGuests } from '../base/guests.ts';
import type { Instant } from '../base/instant.ts';
import { resizer } from '../output/resize.ts';
import { TIMERS } from '../watch/timers.ts';
import { codeVersion } from './code-version.ts';
import type { CommandName } from './commands.ts';
import { lightBuild } from './light-build.ts';
import { perform, type Run } from './perform.ts';
import { asker, terminal } from './print.ts';
import { onSignal, starter } from './processes.ts';
import type { World } from './world.ts';

const slashes = (name: string): string => name.split(path.sep).join('/');
const here = slashes(process.cwd());
const home = slashes(path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url)))));
const files = nodeFiles(`${home}/lib/base/look-helper.js`);
const manifest = JSON.parse(new TextDecoder().decode(files.read(`${home}/package.json`)));

const args = process.argv.slice(2);
const world: World = {
  files,
  printer: terminal(),
  // The only look at the clock, but for that of commands that wait: from here on the instant is an argument.
  now: Date.now() as Instant,
  here,
  theme: `${home}/templates`,
  version: codeVersion(files, home, Object.keys(manifest.dependencies)),
  trace: null,
  worker: `${home}/lib/work/worker.js`,
  resize: resizer(`${home}/lib/output/resize-worker.js`),
  resolve: (name) => slashes(path.resolve(name)),
  ...ownZone(),
  live: {
    clock: () => Date.now() as Instant,
    elapsed: () => performance.now(),
    desk: `${home}/lib/serve`,
    timers: TIMERS,
    watchFolder: async (...asked) => (await import('../watch/watcher.ts')).watchFolder(...asked),
    ...starter(`${home}/bin/gazeta.js`),
    signals: onSignal,
  },
};
const leave = expectGuests();
const ask = args[0] === 'init' ? asker() : null;
const line =
  ask === null ? args : await (await import('./init/interview.ts')).answered(args, world, ask);
if (line === null) {
  world.printer.message('\nThe questions were not answered to the end; nothing was written.');
  leave(2);
} else leave(await perform(line, world, manifest.version, load));

/** What a command does; all but one are loaded when they are called. */
async function load<N extends CommandName>(name: N): Promise<Run<N>> {
  if (name === 'build') return lightBuild as Run<N>;
  return (await import('./run.ts')).RUNS[name];
}

/** The zone of the computer. UTC is what systems say that were not told where they are. */
function ownZone(): Pick<World, 'zone'> {
  if (args[0] !== 'init' && args[0] !== 'import') return {};
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return /^(UTC|Etc\/.*|GMT)$/.test(timeZone) ? {} : { zone: timeZone };
}
