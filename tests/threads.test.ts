/** Large builds on several threads, on a real disk: whatever their number, the same bytes and the same findings. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hash } from '../src/base/hash.ts';
import { ROOT, readFolder } from './rig.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gazeta-threads-'));
afterAll(() => rmSync(folder, { recursive: true }));
const paper = `${folder}/paper`;
spawnSync('node', [`${ROOT}/bench/make-paper.mjs`, '1010', paper]);

/** What lies in a folder: the fingerprint of each file. */
function tree(name: string): Record<string, string> {
  const files = Object.entries(readFolder(`${folder}/${name}`));
  return Object.fromEntries(files.map(([file, bytes]) => [file, hash(bytes)]));
}

function build(name: string, ...args: string[]) {
  const more = ['--store', `${folder}/store-${name}`, '--out', `${folder}/${name}`];
  const now = ['--now', '2026-11-26T12:00:00Z'];
  const command = [`${ROOT}/bin/gazeta.js`, 'build', '--site', paper, ...more, ...now, ...args];
  const { status, stderr } = spawnSync('node', command, { encoding: 'utf8' });
  return { status, stderr };
}

test('one and two threads make the same paper, cold and after an edit', {
  timeout: 480_000,
}, () => {
  const jobs = ['1', '2'];
  const told = jobs.map((number) => build(number, '--jobs', number));
  expect(told.map(({ status }) => status)).toEqual([0, 0]);
  expect(new Set(told.map(({ stderr }) => stderr)).size).toBe(1);
  const [one, two] = jobs.map((number) => tree(number));
  expect(two).toEqual(one);

  // All pages of articles are made again, and their files read for it.
  mkdirSync(`${paper}/templates/partials`, { recursive: true });
  writeFileSync(`${paper}/templates/partials/byline.hbs`, '<p>By hand</p>');
  for (const number of jobs) expect(build(number, '--jobs', number).status).toBe(0);
  const after = jobs.map((number) => tree(number));
  expect(after[1]).toEqual(after[0]);
  expect(after[0]).not.toEqual(one);
});

test('a fault of a template is told once, and leaves nothing behind', { timeout: 240_000 }, () => {
  const before = tree('2');
  appendFileSync(`${paper}/templates/partials/byline.hbs`, '{{nothing.there}}');
  const one = build('1', '--jobs', '1');
  const two = build('2', '--jobs', '2');
  expect([one.status, two.status]).toEqual([1, 1]);
  expect(two.stderr.match(/error template\/render/g)).toHaveLength(1);
  expect(tree('2')).toEqual(before);
});
