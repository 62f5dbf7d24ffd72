/** Two builds of one site exclude each other, and a lock ends with its process. */
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeFiles } from '../src/base/files.ts';
import { lockDescriptor } from '../src/base/lock.ts';
import { ROOT, site, story } from './rig.ts';

const root = mkdtempSync(path.join(tmpdir(), 'gazeta-lock-'));
afterAll(() => rmSync(root, { recursive: true }));

test('a build beside another one does nothing', () => {
  const paper = site({ 'articles/a.md': story('A', '2026-11-01') });
  paper.files.locks.add('/site/.gazeta/lock');
  paper
    .build()
    .exits(75)
    .says(`gazeta: another build of this site runs
  Nothing was done. Build again when it has ended.`);
  expect(paper.outputs()).toEqual([]);
  paper.gazeta('check').exits(0).gazeta('next').exits(0);
  paper.files.locks.clear();
  paper.build().exits(0).build().exits(0);
});

test.runIf(process.platform === 'linux')('without the program flock, too', () => {
  const file = path.join(root, 'lock');
  const [one, two] = [openSync(file, 'a+'), openSync(file, 'a+')];
  const release = lockDescriptor(one, file, 'no-such-program');
  expect(release).not.toBeNull();
  expect(lockDescriptor(two, file, 'no-such-program')).toBeNull();
  release?.();
  const again = lockDescriptor(two, file, 'no-such-program');
  expect(again).not.toBeNull();
  again?.();
  for (const open of [one, two]) closeSync(open);
});

test.runIf(process.platform === 'linux')('a full disk takes no name of who holds it', () => {
  const files = nodeFiles();
  // Every write there fails.
  const release = files.lock('/dev/full');
  expect(files.lock('/dev/full')).toBeNull();
  release?.();
  const again = files.lock('/dev/full');
  expect(again).not.toBeNull();
  again?.();
});

test.runIf(process.platform !== 'win32')(
  'a build that stands still keeps others out, until it is killed',
  async () => {
    const folder = path.join(root, 'paper');
    mkdirSync(path.join(folder, 'articles'), { recursive: true });
    writeFileSync(path.join(folder, 'articles', 'a.md'), story('A', '2026-11-01'));
    const command = [path.join(ROOT, 'bin/gazeta.js'), 'build', '--site', folder];
    const first = spawn(process.execPath, command, { stdio: 'ignore' });
    const ended = new Promise((resolve) => first.on('exit', resolve));
    const lock = path.join(folder, '.gazeta', 'lock');
    while (!existsSync(lock) || readFileSync(lock, 'utf8') === '')
      await new Promise((resolve) => setTimeout(resolve, 1));
    first.kill('SIGSTOP');
    const build = () => spawnSync(process.execPath, command, { encoding: 'utf8' });
    const second = build();
    expect(second.stderr).toContain(`another build of this site runs (process ${first.pid} on `);
    expect(second.status).toBe(75);
    first.kill('SIGKILL');
    await ended;
    expect(build().status).toBe(0);
  },
);
