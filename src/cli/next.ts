/** `gazeta next`: what will happen to the paper by itself, and when. */
import { type Instant, isoNotBefore } from '../base/instant.ts';
import type { BuildResult, ToldEvent } from '../build.ts';
import type { EventKind } from '../news/schedule.ts';
import type { Parsed } from './arguments.ts';
import { dryBuild } from './dry-build.ts';
import { tellFindings } from './findings.ts';
import { readNow } from './moment.ts';
import { count, exitCodeOf, nounOf } from './report.ts';
import type { World } from './world.ts';

/** Runs the command; returns the exit code. */
export function nextCommand({ values: options }: Parsed<'next'>, world: World): number {
  const { printer } = world;
  const site = world.resolve(options.site ?? '.');
  const now = readNow(options.now, site, world);
  const result = dryBuild({ site, now, drafts: false, purpose: 'schedule' }, options, world);
  const exitCode = exitCodeOf(result);
  const changes = group(result, now, options.verbose ?? false);
  if (options.json) {
    const { diagnostics } = result;
    printer.out(JSON.stringify({ exitCode, changes: changes.map(counted), diagnostics }, null, 2));
    return exitCode;
  }
  tellFindings(world, result.diagnostics, true);
  if (!result.complete) printer.message('There are errors; mend them first.');
  else if (changes.length === 0) printer.out('Nothing will change by itself.');
  else printer.out(changes.map(format).join('\n'));
  return exitCode;
}

/** What happens at one instant. */
interface Change {
  /** RFC 3339 in the paper's zone. */
  readonly at: string;
  readonly events: readonly {
    readonly kind: EventKind;
    readonly file: string;
    readonly address: string;
    readonly headline: string;
  }[];
  /** What else befalls files that readers cannot see yet: of each kind the files. */
  readonly hidden: Readonly<Partial<Record<EventKind, readonly string[]>>>;
}

/** Events by instant. What readers cannot see yet is counted, and named only if asked for. */
function group({ upcoming, paper }: BuildResult, now: Instant, verbose: boolean): Change[] {
  const byInstant = new Map<Instant, ToldEvent[]>();
  for (const event of upcoming) {
    const others = byInstant.get(event.at);
    if (others === undefined) byInstant.set(event.at, [event]);
    else others.push(event);
  }
  return [...byInstant].map(([at, events]) => {
    // The news sitemap is no reader's business: how many leave it is enough.
    const named = events.filter(
      ({ kind, article }) => verbose || (kind !== 'news-end' && article.published <= now),
    );
    const hidden: Partial<Record<EventKind, string[]>> = {};
    for (const event of events) {
      if (named.includes(event)) continue;
      hidden[event.kind] ??= [];
      hidden[event.kind]?.push(event.article.path);
    }
    return {
      at: isoNotBefore(at, paper.timezone),
      events: named.map(({ kind, article: { path, address, title } }) => ({
        kind,
        file: path,
        address,
        headline: title,
      })),
      hidden,
    };
  });
}

const NAMED: Readonly<Record<EventKind, string>> = {
  publish: 'appears',
  expire: 'expires',
  'flash-end': 'leaves the flash news',
  'news-end': 'leaves the news sitemap',
  withdraw: 'is withdrawn',
};

const COUNTED: Readonly<Record<EventKind, readonly [string, string]>> = {
  publish: ['appears', 'appear'],
  expire: ['that is hidden now expires', 'that are hidden now expire'],
  'flash-end': [
    'that is hidden now leaves the flash news',
    'that are hidden now leave the flash news',
  ],
  'news-end': ['leaves the news sitemap', 'leave the news sitemap'],
  withdraw: ['is withdrawn', 'are withdrawn'],
};

/** A change as data: of what is hidden no more than how many there are. */
function counted({ hidden, ...change }: Change): object {
  const numbers = Object.entries(hidden).map(([kind, files]) => [kind, files.length]);
  return { ...change, hidden: Object.fromEntries(numbers) };
}

function format({ at, events, hidden }: Change): string {
  const lines = events.map(({ kind, file, headline }) => `  ${file} ${NAMED[kind]}: ${headline}`);
  for (const [kind, files] of Object.entries(hidden) as [EventKind, readonly string[]][])
    lines.push(
      `  ${count(files.length, nounOf(files))} ${COUNTED[kind][files.length === 1 ? 0 : 1]}`,
    );
  return [at, ...lines].join('\n');
}
