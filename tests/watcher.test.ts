/** What the watcher tells of real folders, whatever becomes of them. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { FOLDERS, type Folders } from '../src/base/folders.ts';
import { burst } from '../src/watch/burst.ts';
import { type Watcher, watchFolder } from '../src/watch/watcher.ts';

const made: string[] = [];
const watchers: Watcher[] = [];
afterEach(async () => {
  for (const watcher of watchers.splice(0)) await watcher.close();
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A folder that is watched; `tells` sees whether something is told of what is done to it. */
async function paper(folders: Folders = FOLDERS) {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), 'gazeta-watch-')));
  made.push(root);
  const site = `${root}/paper`;
  fs.mkdirSync(`${site}/articles/2026`, { recursive: true });
  fs.mkdirSync(`${site}/dist`);
  let told = 0;
  const failures: string[] = [];
  watchers.push(
    await watchFolder(
      site,
      {
        ignored: [`${site}/dist`],
        changed: () => told++,
        failed: (error) => failures.push(error.message),
      },
      folders,
    ),
  );
  const tells = async (act: () => void, within = 3000): Promise<boolean> => {
    await pause(60);
    told = 0;
    act();
    for (let waited = 0; waited < within; waited += 20) {
      await pause(20);
      if (told > 0) return true;
    }
    return false;
  };
  return { root, site, tells, failures };
}

describe('is told', () => {
  test('what happens to files', async () => {
    const { site, tells } = await paper();
    const file = `${site}/articles/a.md`;
    expect(await tells(() => fs.writeFileSync(file, 'a'))).toBe(true);
    expect(await tells(() => fs.writeFileSync(file, 'b'))).toBe(true);
    // As rsync and backups put files in place, with the time that they had.
    const old = () => {
      fs.writeFileSync(`${site}/../old`, 'c');
      fs.utimesSync(`${site}/../old`, 1e9, 1e9);
      fs.renameSync(`${site}/../old`, file);
    };
    expect(await tells(old)).toBe(true);
    expect(await tells(old)).toBe(true);
    expect(await tells(() => fs.rmSync(file))).toBe(true);
    expect(await tells(() => fs.writeFileSync(`${site}/dist/a`, 'a'), 300)).toBe(false);
    const swap = `${site}/articles/.a.md.swp`;
    expect(await tells(() => fs.writeFileSync(swap, 'a'), 300)).toBe(false);
    // A folder of such a name holds articles like any other.
    const odd = `${site}/articles/old~`;
    await tells(() => fs.mkdirSync(odd), 300);
    expect(await tells(() => fs.writeFileSync(`${odd}/a.md`, 'a'))).toBe(true);
  });

  test('what happens in folders that are new, renamed, or made anew', async () => {
    const { root, site, tells } = await paper();
    const article = `${site}/articles/11/26/a.md`;
    const inside = () => fs.writeFileSync(article, String(Math.random()));
    expect(await tells(() => fs.mkdirSync(path.dirname(article), { recursive: true }))).toBe(true);
    expect(await tells(inside)).toBe(true);
    const [here, there] = [`${site}/articles`, `${site}/texts`];
    expect(await tells(() => fs.renameSync(here, there))).toBe(true);
    expect(await tells(() => fs.writeFileSync(`${there}/11/26/b.md`, 'b'))).toBe(true);
    expect(await tells(() => fs.renameSync(there, here))).toBe(true);
    expect(await tells(inside)).toBe(true);
    expect(await tells(() => fs.rmSync(here, { recursive: true }))).toBe(true);
    expect(await tells(() => fs.mkdirSync(path.dirname(article), { recursive: true }))).toBe(true);
    expect(await tells(inside)).toBe(true);
    expect(await tells(() => fs.renameSync(site, `${root}/elsewhere`))).toBe(true);
    await pause(1200);
    const old = () => fs.writeFileSync(`${root}/elsewhere/articles/11/26/a.md`, 'elsewhere');
    expect(await tells(old, 300)).toBe(false);
    expect(await tells(() => fs.mkdirSync(path.dirname(article), { recursive: true }))).toBe(true);
    expect(await tells(inside)).toBe(true);
    const anew = () => {
      fs.rmSync(here, { recursive: true });
      fs.mkdirSync(path.dirname(article), { recursive: true });
    };
    expect(await tells(anew)).toBe(true);
    expect(await tells(inside)).toBe(true);
  });

  test.runIf(process.platform === 'linux')('what links lead to, also in a circle', async () => {
    const { root, site, tells } = await paper();
    fs.mkdirSync(`${root}/texts/2026`, { recursive: true });
    expect(await tells(() => fs.symlinkSync(`${root}/texts`, `${site}/articles/t`))).toBe(true);
    expect(await tells(() => fs.writeFileSync(`${root}/texts/2026/a.md`, 'a'))).toBe(true);
    expect(await tells(() => fs.symlinkSync(site, `${site}/articles/site`))).toBe(true);
    expect(await tells(() => fs.writeFileSync(`${site}/site.yaml`, 'title: A'))).toBe(true);
  });

  test('what happens where the system tells nothing, and what to do', async () => {
    const limit = Object.assign(new Error('limit'), { code: 'ENOSPC' });
    const deaf: Folders = {
      ...FOLDERS,
      hear: () => {
        throw limit;
      },
    };
    const { site, tells, failures } = await paper(deaf);
    expect(failures).toEqual([
      expect.stringContaining('sudo sysctl fs.inotify.max_user_watches=524288'),
    ]);
    expect(await tells(() => fs.writeFileSync(`${site}/articles/2026/a.md`, 'a'))).toBe(true);
    expect(await tells(() => fs.writeFileSync(`${site}/dist/a`, 'a'), 1300)).toBe(false);
    expect(await tells(() => fs.rmSync(`${site}/articles/2026/a.md`))).toBe(true);
    expect(failures).toHaveLength(1);
  });

  test('500 files at once', async () => {
    const { site, tells } = await paper();
    const many = () => {
      for (let at = 0; at < 500; at++) {
        fs.mkdirSync(`${site}/articles/${at % 20}`, { recursive: true });
        fs.writeFileSync(`${site}/articles/${at % 20}/${at}.md`, 'a');
      }
    };
    expect(await tells(many)).toBe(true);
    await pause(300);
    expect(await tells(() => fs.writeFileSync(`${site}/articles/19/519.md`, 'b'))).toBe(true);
  });
});

test('a burst is one change, told when it is quiet or after half a second', () => {
  let now = 0;
  let waiting: { at: number; then: () => void }[] = [];
  const timers = {
    after(milliseconds: number, then: () => void) {
      const one = { at: now + milliseconds, then };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
  };
  const pass = (milliseconds: number) => {
    for (const end = now + milliseconds; now < end; now++) {
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { then } of due) then();
    }
  };
  const told: number[] = [];
  const one = burst(timers, () => told.push(now));
  one.changed();
  pass(20);
  one.changed();
  pass(1000);
  expect(told).toEqual([60]);
  for (let at = 0; at < 60; at++) {
    one.changed();
    pass(10);
  }
  pass(1000);
  expect(told).toEqual([60, 1520, 1650]);
  one.changed();
  one.close();
  pass(1000);
  expect(told).toHaveLength(3);
});
