/** `gazeta watch`: keeps the site current until a signal ends it, and hands on what changed. */
import { FilesError } from '../base/files.ts';
import { storeOf } from '../begin.ts';
import { openSite } from '../config.ts';
import { lockSite, SiteBusy } from '../output/lock.ts';
import { burst } from '../watch/burst.ts';
import { courier } from '../watch/courier.ts';
import { type Delivery, nextDelivery } from '../watch/delivery.ts';
import { ignoredFolders } from '../watch/ignored.ts';
import { type Built, keeper, type Reason } from '../watch/keeper.ts';
import { end, type Started } from '../watch/started.ts';
import type { Parsed } from './arguments.ts';
import { type Ending, endingBy } from './ending.ts';
import { readJobs } from './order.ts';
import { builtOf, isGood, type Outcome, readOutcome } from './watch-build.ts';
import { type WatchLog, watchLog } from './watch-log.ts';
import { type LiveWorld, pathOf, UsageError, type World } from './world.ts';

/** How often a second watch looks whether the first has ended, in milliseconds. */
const TURN = 5000;

/** Runs the command until a signal ends it; returns the exit code. */
export async function watchCommand(
  { values: options }: Parsed<'watch'>,
  world: World,
): Promise<number> {
  const { live } = world;
  if (live === undefined) throw new UsageError('nothing can be waited for here');
  const site = world.resolve(options.site ?? '.');
  if (world.files.kind(site) !== 'folder') throw new UsageError(`--site ${site} is not a folder`);
  readJobs(options.jobs);
  const command = options['on-publish'] ?? null;
  // As of a variable that is not set. It would end well, and nothing would be handed on any more.
  if (command?.trim() === '') throw new UsageError('--on-publish is empty: name a command');
  const out = pathOf(options.out, world);
  const store = storeOf(site, pathOf(options.store, world));
  const args = ['build', '--json', '--site', site, '--store', store];
  if (out !== null) args.push('--out', out);
  if (options.jobs !== undefined) args.push('--jobs', options.jobs);
  const { json = false, quiet = false } = options;
  const log = watchLog(world, live, site, { json, quiet });

  const ending = endingBy(live);
  try {
    const release = await ownTurn(world, live, `${store}/watch`, log, ending);
    if (release === null) return 0;
    await keepCurrent({ site, out, store, args, command }, world, live, log, ending);
    release();
    return 0;
  } finally {
    ending.close();
  }
}

/** Takes the lock of those that watch the site, when it is free; null if a signal comes before. */
async function ownTurn(
  { files }: World,
  { timers }: LiveWorld,
  folder: string,
  log: WatchLog,
  { over, isOver }: Ending,
): Promise<(() => void) | null> {
  let isTold = false;
  while (!isOver()) {
    try {
      return lockSite(files, folder);
    } catch (error) {
      if (!(error instanceof SiteBusy)) throw error;
      if (!isTold)
        log.note(
          `Another gazeta watch keeps this site current${error.holder === '' ? '' : ` (${error.holder})`}. This one waits until it ends.`,
        );
      isTold = true;
      await new Promise<void>((resolve) => {
        const callOff = timers.after(TURN, resolve);
        const goOn = (): void => {
          callOff();
          resolve();
        };
        over.then(goOn, goOn);
      });
    }
  }
  return null;
}

/** What is kept current. */
interface Task {
  readonly site: string;
  /** That of the command line; null for the one that site.yaml names. */
  readonly out: string | null;
  readonly store: string;
  /** The command line of a build. */
  readonly args: readonly string[];
  /** That of `--on-publish`. */
  readonly command: string | null;
}

/** Builds and hands on until it is over. */
async function keepCurrent(
  { site, out, store, args, command }: Task,
  { files }: World,
  live: LiveWorld,
  log: WatchLog,
  ending: Ending,
): Promise<void> {
  const { clock, timers } = live;
  const running: { build: Started | null } = { build: null };
  let published = out ?? `${site}/${openSite(files, site).config.output}`;
  const ignored = [...ignoredFolders(site, published, store)];

  let place = { origin: null as string | null, base: '' };
  const next = (): Delivery | null => {
    // What was published before site.yaml was broken is where it was.
    const { config, diagnostics } = openSite(files, site);
    if (!diagnostics.some(({ severity }) => severity === 'error')) place = config.pages;
    const { origin, base } = place;
    return nextDelivery(files, { site, out: published, store, origin, base });
  };
  const hand = (line: string, { list }: Delivery): Started => {
    const text = `${JSON.stringify(list, null, 2)}\n`;
    const file = `${store}/watch/changes.json`;
    files.write(file, new TextEncoder().encode(text));
    return live.shell(line, { GAZETA_CHANGES: file }, text);
  };
  const failed = (error: unknown) =>
    error instanceof FilesError ? log.fault(error) : ending.broken(error);
  const messenger =
    command === null
      ? null
      : courier({
          timers,
          next,
          start: (delivery) => hand(command, delivery),
          ended: log.handedOn,
          slow: log.handingOn,
          failed,
        });

  const buildOnce = async (): Promise<Outcome> => {
    // A build makes its store, and with it a folder where the paper's own may be put back.
    if (files.kind(site) !== 'folder')
      return { code: 2, report: null, message: `The folder of the paper is not there: ${site}.` };
    running.build = live.gazeta(args);
    const ended = await running.build.ended;
    running.build = null;
    return readOutcome(ended);
  };
  const build = async (reason: Reason): Promise<Built> => {
    const begun = live.elapsed();
    const outcome = await buildOnce();
    if (ending.isOver()) return builtOf(outcome);
    log.built(outcome, reason, live.elapsed() - begun);
    if (outcome.report !== null) {
      published = outcome.report.out;
      ignored.splice(0, ignored.length, ...ignoredFolders(site, published, store));
    }
    if (isGood(outcome)) messenger?.go(reason === 'signal');
    return builtOf(outcome);
  };

  const keep = keeper(clock, timers, build, ending.broken);
  const changes = burst(timers, () => keep.want('change'));
  const watcher = await live.watchFolder(site, {
    ignored,
    changed: changes.changed,
    failed: log.fault,
  });
  ending.answer(
    () => keep.want('signal'),
    () => {
      running.build?.kill('SIGKILL');
      messenger?.kill();
    },
  );
  log.note(`Watching ${site}.`);
  keep.want('start');
  try {
    await ending.over;
  } finally {
    keep.close();
    changes.close();
    await watcher.close();
    await Promise.all([running.build && end(running.build, timers), messenger?.close()]);
  }
}
