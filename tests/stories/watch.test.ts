/** `gazeta watch` on literals: when it builds, what it tells, and what it hands on. Time passes when the story says so. */
import { describe, expect, test } from 'vitest';
import { type Instant, readInstant } from '../../src/base/instant.ts';
import { plain } from '../../src/cli/report.ts';
import { run } from '../../src/cli/run.ts';
import type { LiveWorld, Signal } from '../../src/cli/world.ts';
import { unresized } from '../../src/output/resize.ts';
import type { Ended, Started } from '../../src/watch/started.ts';
import { isoUtc, type Site, site, story } from '../rig.ts';

const DAY = 86_400_000;
const SETTINGS = 'title: Paper\nurl: https://paper.example\ntimezone: Europe/Belgrade\n';

/** All that is promised comes true. */
const settle = async (): Promise<void> => {
  for (let at = 0; at < 5; at++) await new Promise((resolve) => setImmediate(resolve));
};

/** A process that a story ends, or that has ended. */
function process(): Started & { end(ended?: Partial<Ended>): void; signals: string[] } {
  let resolve: (ended: Ended) => void = () => {};
  const signals: string[] = [];
  const end = (ended: Partial<Ended> = {}) =>
    resolve({ code: 0, signal: null, stdout: '', stderr: '', ...ended });
  return {
    ended: new Promise<Ended>((kept) => {
      resolve = kept;
    }),
    signals,
    end,
    kill(signal) {
      signals.push(signal);
      if (signal === 'SIGKILL') end({ code: 137, signal });
    },
  };
}

/** A watch over a paper in memory. */
class Watch {
  now = readInstant('2026-11-23T12:00:00Z', 'UTC') as Instant;
  /** The command lines of builds. */
  readonly builds: string[] = [];
  /** The lists that --on-publish was given. */
  readonly lists: { written: string[]; removed: string[]; purge: string[] }[] = [];
  private told = '';
  private timers: { at: number; then: () => void }[] = [];
  private hear: (signal: Signal) => void = () => {};
  private changed: () => void = () => {};
  /** What the next builds come to instead of what they would. */
  instead: Started[] = [];
  /** What the commands come to; without one it ends well at once. */
  commands: Started[] = [];
  exitCode: number | null = null;

  constructor(
    readonly paper: Site,
    ...args: string[]
  ) {
    const { files } = paper;
    const line = (text: string) => {
      this.told += `${text}\n`;
    };
    const at = <T extends Started>(start: T | undefined, ended: Partial<Ended>): Started => {
      if (start !== undefined) return start;
      const one = process();
      one.end(ended);
      return one;
    };
    const live = {
      clock: () => this.now,
      elapsed: () => this.now,
      timers: {
        after: (milliseconds: number, then: () => void) => {
          // As Node does it: what is longer than it can count comes at once.
          const one = { at: this.now + (milliseconds > 2 ** 31 - 1 ? 1 : milliseconds), then };
          this.timers.push(one);
          return () => {
            this.timers = this.timers.filter((other) => other !== one);
          };
        },
      },
      watchFolder: async (_: string, { changed }: { readonly changed: () => void }) => {
        this.changed = changed;
        return { close: async () => {} };
      },
      gazeta: (line: readonly string[]) => {
        this.builds.push(`${isoUtc(this.now)} ${line.join(' ')}`);
        const instead = this.instead.shift();
        if (instead !== undefined) return instead;
        paper.at(isoUtc(this.now)).gazeta(...line);
        const { exitCode: code, stdout, stderr } = paper;
        return at(undefined, { code, stdout, stderr });
      },
      shell: (_: string, variables: Readonly<Record<string, string>>, input: string) => {
        const file = files.read(variables.GAZETA_CHANGES ?? '');
        expect(new TextDecoder().decode(file)).toBe(input);
        this.lists.push(JSON.parse(input));
        return at(this.commands.shift(), {});
      },
      signals: (heard: (signal: Signal) => void) => {
        this.hear = heard;
        return () => {};
      },
    };
    const world = {
      files,
      printer: { out: line, message: line, paint: plain },
      now: this.now,
      here: '/site',
      theme: '/gazeta/templates',
      version: '0.0.0',
      trace: null,
      worker: null,
      resize: unresized,
      resolve: (name: string) =>
        name.startsWith('/') ? name : `/site/${name}`.replace(/\/\.$/, ''),
      live: live as unknown as LiveWorld,
    };
    void Promise.resolve(run(['watch', ...args], world, '0.0.0')).then((code) => {
      this.exitCode = code;
    });
  }

  /** Time passes; the clock shows what it shows, unless somebody sets it. */
  async pass(milliseconds: number): Promise<this> {
    const until = this.now + milliseconds;
    await settle();
    for (;;) {
      const next = this.timers.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > until) break;
      this.timers = this.timers.filter((one) => one !== next);
      this.now = Math.max(this.now, next.at) as Instant;
      next.then();
      await settle();
    }
    this.now = until as Instant;
    await settle();
    return this;
  }

  /** Files change, and the burst passes. */
  async edit(files: Parameters<Site['edit']>[0]): Promise<this> {
    this.paper.edit(files);
    this.changed();
    return this.pass(40);
  }

  /** Something changes while time stands still. */
  touch(): void {
    this.changed();
  }

  /** Timers go on as before when the clock is set: they count from when they began. */
  set(now: number): void {
    const by = now - this.now;
    this.now = now as Instant;
    for (const one of this.timers) one.at += by;
  }

  async signal(name: Signal): Promise<this> {
    this.hear(name);
    await settle();
    return this;
  }

  /** What it told since it was asked last. */
  tells(): string {
    const told = this.told;
    this.told = '';
    return told.trim();
  }
}

async function watch(files: Record<string, string>, ...args: string[]): Promise<Watch> {
  const one = new Watch(site({ 'site.yaml': SETTINGS, ...files }), ...args);
  return one.pass(0);
}

const JSON_OF = (data: object) => ({ stdout: JSON.stringify(data) });

test('a line for each build, with the time of the paper and the next change', async () => {
  const one = await watch({
    'articles/a.md': story('A', '2026-11-01'),
    'articles/b.md': story('B', '2026-11-20', 'Text.', ['publish: 2026-11-23T18:00']),
  });
  expect(one.tells()).toMatch(
    /^2026-11-23 13:00:00 {2}Watching \/site\.\n2026-11-23 13:00:00 {2}Published 1 article to dist\/: \d+ files written, 0 removed, 0 unchanged, in 0\.0 s\. Next change by itself: 2026-11-23 18:00:00\.$/,
  );
  await one.pass(5 * 3_600_000 - 100);
  expect(one.tells()).toBe('');
  await one.pass(100);
  expect(one.tells()).toMatch(/^2026-11-23 18:00:00 {2}Published 2 articles to dist\//);
  await one.edit({});
  expect(one.tells()).toMatch(
    /^2026-11-23 18:00:00 {2}Nothing to do: dist\/ is current, with 2 articles, in 0\.0 s\./,
  );
  expect(one.builds).toHaveLength(3);
  expect(one.builds[0]).toBe(
    '2026-11-23T12:00:00Z build --json --site /site --store /site/.gazeta',
  );
  await one.signal('SIGHUP');
  expect(one.builds).toHaveLength(4);
  await one.signal('SIGTERM');
  expect(one.exitCode).toBe(0);
  expect(one.paper.files.locks.size).toBe(0);
});

test('the options go to the builds', async () => {
  const one = await watch(
    { 'articles/a.md': story('A', '2026-11-01') },
    ...['--out', 'public_html', '--store', '/store', '--jobs', '1', '--quiet'],
  );
  expect(one.tells()).toBe('');
  expect(one.builds).toEqual([
    '2026-11-23T12:00:00Z build --json --site /site --store /store --out /site/public_html --jobs 1',
  ]);
});

describe('time', () => {
  const far = { 'articles/a.md': story('A', '2026-11-01', 'Text.', ['expires: 2027-03-01']) };

  test('longer than a timer can count', async () => {
    const one = await watch(far);
    await one.pass(90 * DAY);
    expect(one.builds).toHaveLength(1);
    await one.pass(10 * DAY);
    expect(one.builds.map((line) => line.split(' ')[0])).toEqual([
      '2026-11-23T12:00:00Z',
      '2027-02-28T23:00:00Z',
    ]);
  });

  test('that jumped while the computer slept', async () => {
    const one = await watch(far);
    one.now = readInstant('2027-03-01T08:00:00Z', 'UTC') as Instant;
    await one.pass(60_000);
    expect(one.builds).toHaveLength(2);
  });

  test.each([
    ['with an embargo before it', '2026-11-01', ['publish: 2026-11-20T08:00']],
    ['where nothing will happen by itself', '2025-11-01', []],
  ])('that is set back, %s', async (_, day, more) => {
    const one = await watch({ 'articles/a.md': story('A', day, 'Text.', more) });
    expect(one.tells()).toContain('Published 1 article');
    await one.pass(10 * 60_000);
    expect(one.builds).toHaveLength(1);
    one.set(one.now - 365 * DAY);
    await one.pass(60_000);
    expect(one.builds).toHaveLength(2);
    await one.pass(10 * 60_000);
    expect(one.builds).toHaveLength(2);
  });

  test('that a build names again is not built for in a circle', async () => {
    const one = await watch(far);
    const changes = { written: [], removed: [], unchanged: 1 };
    const told = { out: '/site/dist', articles: 1, takenOff: [], heldBack: [], diagnostics: [] };
    for (let at = 0; at < 3; at++) {
      const built = process();
      built.end(JSON_OF({ exitCode: 0, ...told, changes, nextChange: '2026-11-23T12:00:00Z' }));
      one.instead.push(built);
    }
    await one.edit({});
    await one.pass(2500);
    expect(one.builds).toHaveLength(4);
  });
});

describe('changes', () => {
  test('in a burst are one build, and those during a build one more', async () => {
    const one = await watch({ 'articles/a.md': story('A', '2026-11-01') });
    const slow = process();
    one.instead.push(slow);
    for (let at = 0; at < 500; at++) one.touch();
    await one.pass(40);
    expect(one.builds).toHaveLength(2);
    for (let at = 0; at < 3; at++) {
      one.touch();
      await one.pass(1000);
    }
    expect(one.builds).toHaveLength(2);
    slow.end({ code: 0, stdout: '' });
    await one.pass(0);
    expect(one.builds).toHaveLength(3);
    await one.pass(5000);
    expect(one.builds).toHaveLength(3);
  });
});

describe('what goes wrong is told once', () => {
  test('in an article, in the words of gazeta build, until it is mended', async () => {
    const one = await watch({ 'articles/a.md': story('A', '2026-02-30') });
    expect(one.tells()).toBe(`2026-11-23 13:00:00  Watching /site.
articles/a.md:3:7 error article/date: "2026-02-30" is not a day of the calendar
  3 | date: 2026-02-30
    |       ^^^^^^^^^^
  February 2026 has 28 days. Write the date as 2026-02-28 or 2026-02-28T09:00.

1 error
2026-11-23 13:00:00  Nothing was published; dist/ is as it was. It is tried again at the next change.`);
    await one.edit({ 'articles/b.md': story('B', '2026-11-02') });
    expect(one.tells()).toBe('');
    await one.pass(10 * DAY);
    expect(one.builds).toHaveLength(2);
    await one.edit({ 'articles/b.md': story('B', '2026-11-31') });
    expect(one.tells()).toContain('2 errors');
    await one.edit({
      'articles/a.md': story('A', '2026-02-28'),
      'articles/b.md': story('B', '2026-11-02'),
    });
    expect(one.tells()).toMatch(
      /^2026-12-03 13:00:00 {2}Good again\. Published 2 articles to dist\//,
    );
  });

  test('of the machine, and it is tried again with a growing pause', async () => {
    const one = await watch({ 'articles/a.md': story('A', '2026-11-01') });
    one.tells();
    const busy = (holder: number) => {
      const built = process();
      built.end({
        code: 75,
        stderr: `gazeta: another build of this site runs (process ${holder} on a)\n  Nothing was done. Build again when it has ended.\n`,
      });
      one.instead.push(built);
    };
    for (let at = 0; at < 7; at++) busy(at);
    await one.edit({ 'articles/a.md': story('A again', '2026-11-01') });
    expect(
      one.tells(),
    ).toBe(`2026-11-23 13:00:00  gazeta: another build of this site runs (process 0 on a)
  Nothing was done. Build again when it has ended.
It is tried again by itself.`);
    const begun = one.now;
    await one.pass(200_000);
    const pauses = one.builds.slice(2).map((line) => Date.parse(line.slice(0, 24).trim()) - begun);
    expect(pauses).toEqual([2000, 6000, 14_000, 30_000, 62_000, 122_000, 182_000]);
    expect(one.tells()).toMatch(/^2026-11-23 13:03:02 {2}Good again\. Published 1 article/);
  });

  test('in an article that is held back', async () => {
    const settings = `${SETTINGS}onError: hold-back\n`;
    const one = await watch({
      'site.yaml': settings,
      'articles/a.md': story('A', '2026-11-01'),
      'articles/b.md': story('B', '2026-02-30'),
    });
    const told = one.tells();
    expect(told).toContain('articles/b.md:3:7 error article/date');
    expect(told).toMatch(
      /Published 1 article to dist\/: .* in 0\.0 s\.\nHeld back: 1 article\n {2}articles\/b\.md$/,
    );
    await one.edit({ 'articles/a.md': story('A again', '2026-11-01') });
    expect(one.tells()).not.toContain('error');
  });

  test('also of Gazeta itself', async () => {
    const one = await watch({ 'articles/a.md': story('A', '2026-11-01') });
    one.tells();
    const built = process();
    built.end({ code: 70, stderr: 'This is a bug in Gazeta 0.0.0.\nError: x\n' });
    one.instead.push(built);
    await one.edit({});
    expect(one.tells()).toBe(`2026-11-23 13:00:00  This is a bug in Gazeta 0.0.0.
Error: x
It is tried again at the next change.`);
    await one.edit({});
    expect(one.tells()).toContain('Good again. Nothing to do');
  });
});

test('a build that does not end when asked is ended', async () => {
  const one = await watch({ 'articles/a.md': story('A', '2026-11-01') });
  const deaf = process();
  one.instead.push(deaf);
  await one.edit({});
  await one.signal('SIGTERM');
  expect(one.exitCode).toBe(null);
  await one.pass(4900);
  expect(deaf.signals).toEqual(['SIGTERM']);
  await one.pass(200);
  expect(deaf.signals).toEqual(['SIGTERM', 'SIGKILL']);
  expect(one.exitCode).toBe(0);
});

describe('--on-publish', () => {
  const paper = { 'articles/a.md': story('A', '2026-11-01') };

  test('is given everything first, and then what changed', async () => {
    const one = await watch(paper, '--on-publish', 'send');
    expect(one.lists).toHaveLength(1);
    expect(one.lists[0]?.written).toEqual(one.paper.outputs());
    await one.edit({});
    expect(one.lists).toHaveLength(1);
    await one.edit({ 'articles/a.md': null, 'articles/b.md': story('B', '2026-11-02') });
    expect(one.lists[1]?.removed).toContain('2026/11/01/a/index.html');
    expect(one.lists[1]?.written).toContain('2026/11/02/b/index.html');
    expect(one.lists[1]?.purge).toContain('https://paper.example/2026/11/01/a/');
    expect(one.tells()).toContain('--on-publish ended well: ');
  });

  test('is given again what it failed to hand on, with what changed since', async () => {
    const one = await watch(paper, '--on-publish', 'send');
    one.tells();
    const failing = process();
    one.commands.push(failing);
    await one.edit({ 'articles/b.md': story('B', '2026-11-02') });
    // While it runs nothing else is handed on, and builds go on.
    await one.edit({
      'articles/b.md': null,
      'articles/c.md': story('C', '2026-11-03'),
    });
    expect(one.builds).toHaveLength(3);
    expect(one.lists).toHaveLength(2);
    failing.end({ code: 1 });
    await one.pass(0);
    expect(one.tells()).toMatch(
      /error --on-publish ended with exit code 1: \d+ files written, 0 removed\. It is given them again, with what changes until then\.$/,
    );
    expect(one.lists).toHaveLength(2);
    await one.pass(10_000);
    // Perhaps it was handed on and is there now: it is removed.
    expect(one.lists[2]?.removed).toContain('2026/11/02/b/index.html');
    expect(one.lists[2]?.written).toContain('2026/11/03/c/index.html');
    expect(one.lists[2]?.written.join()).not.toContain('_assets/');
    expect(one.tells()).toContain('Good again. --on-publish ended well');
    await one.pass(DAY);
    expect(one.lists).toHaveLength(3);
  });

  test('that failed is not hurried by builds, but by a signal', async () => {
    const one = await watch(paper, '--on-publish', 'send');
    const failing = process();
    one.commands.push(failing);
    await one.edit({ 'articles/b.md': story('B', '2026-11-02') });
    failing.end({ code: 1 });
    await one.pass(0);
    // A log that the command writes into the paper wakes the watch.
    for (let at = 0; at < 5; at++) await one.edit({ 'publish.log': `failed ${at}` });
    expect(one.lists).toHaveLength(2);
    await one.signal('SIGHUP');
    await one.pass(0);
    expect(one.lists).toHaveLength(3);
  });

  test('is hurried by a signal also when a change waits for the build that runs', async () => {
    const one = await watch(paper, '--on-publish', 'send');
    const failing = process();
    one.commands.push(failing);
    await one.edit({ 'articles/b.md': story('B', '2026-11-02') });
    failing.end({ code: 1 });
    await one.pass(0);
    const slow = process();
    one.instead.push(slow);
    await one.edit({ 'publish.log': 'failed' });
    await one.edit({ 'publish.log': 'failed again' });
    await one.signal('SIGHUP');
    await one.edit({ 'publish.log': 'and again' });
    const changes = { written: [], removed: [], unchanged: 1 };
    const told = { out: '/site/dist', articles: 2, takenOff: [], heldBack: [], diagnostics: [] };
    slow.end(JSON_OF({ exitCode: 0, ...told, changes, nextChange: null }));
    await one.pass(0);
    expect(one.lists).toHaveLength(3);
  });

  test('that takes long is told, once', async () => {
    const one = await watch(paper, '--on-publish', 'send', '--quiet');
    one.tells();
    const slow = process();
    one.commands.push(slow);
    await one.edit({ 'articles/b.md': story('B', '2026-11-02') });
    await one.pass(DAY);
    expect(one.tells()).toMatch(
      /^\S+ \S+ {2}--on-publish has run for ten minutes\. Builds go on; nothing more is handed on until it ends\.$/,
    );
    slow.end({});
    await one.pass(DAY);
    expect(one.tells()).toBe('');
  });

  test('is given full addresses also while site.yaml is broken', async () => {
    const one = await watch(paper, '--on-publish', 'send');
    const failing = process();
    one.commands.push(failing);
    await one.edit({ 'articles/b.md': story('B', '2026-11-02') });
    failing.end({ code: 1 });
    await one.edit({ 'site.yaml': 'titel: Paper' });
    await one.pass(10_000);
    expect(one.lists[2]?.purge).toContain('https://paper.example/2026/11/02/b/');
  });

  test('is ended with the watch, and given the same by the next one', async () => {
    const one = await watch(paper, '--on-publish', 'send');
    const slow = process();
    one.commands.push(slow);
    await one.edit({ 'articles/b.md': story('B', '2026-11-02') });
    await one.signal('SIGINT');
    expect(slow.signals).toEqual(['SIGTERM']);
    await one.signal('SIGINT');
    expect(slow.signals).toEqual(['SIGTERM', 'SIGKILL']);
    expect(one.exitCode).toBe(0);
    const two = await new Watch(one.paper, '--on-publish', 'send').pass(0);
    expect(two.lists).toEqual([one.lists[1]]);
  });
});

test('--json: one object for each thing that happens', async () => {
  const one = await watch(
    { 'articles/a.md': story('A', '2026-11-01') },
    ...['--json', '--on-publish', 'send'],
  );
  const failed = process();
  failed.end({ code: 75, stderr: 'gazeta: another build of this site runs\n' });
  one.instead.push(failed);
  await one.edit({});
  const lines = one
    .tells()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { event: 'message', at: '2026-11-23T13:00:00+01:00', message: 'Watching /site.' },
    { event: 'build', reason: 'start', seconds: 0, exitCode: 0, articles: 1, nextChange: null },
    { event: 'on-publish', exitCode: 0, removed: 0 },
    { event: 'build', reason: 'change', exitCode: 75 },
  ]);
  expect(lines[1].changes.written).toContain('index.html');
});

test('a second watch waits for the first', async () => {
  const one = await watch({ 'articles/a.md': story('A', '2026-11-01') });
  const two = await new Watch(one.paper).pass(0);
  expect(two.tells()).toContain(
    'Another gazeta watch keeps this site current (process 1 on memory). This one waits until it ends.',
  );
  await two.pass(60_000);
  expect(two.builds).toEqual([]);
  await one.signal('SIGTERM');
  await two.pass(5000);
  expect(two.builds).toHaveLength(1);
  const three = await new Watch(one.paper).pass(0);
  await three.signal('SIGTERM');
  expect(three.exitCode).toBe(0);
});

test('a command line that cannot be meant', async () => {
  const paper = site({ 'articles/a.md': story('A', '2026-11-01') });
  for (const args of [
    ['--site', 'nowhere'],
    ['--jobs', '0'],
  ]) {
    const one = await new Watch(paper, ...args).pass(0);
    expect(one.exitCode).toBe(2);
    expect(one.tells()).toContain(
      `gazeta: ${args.join(' ').replace('nowhere', '/site/nowhere')} is not a`,
    );
  }
  expect(paper.outputs('nowhere')).toEqual([]);
  const empty = await new Watch(paper, '--on-publish', '').pass(0);
  expect(empty.exitCode).toBe(2);
  expect(empty.tells()).toContain('gazeta: --on-publish is empty: name a command');
});
