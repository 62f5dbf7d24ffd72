/** The walk over all files: on one thread and on several the same files, in the same order, and the same faults. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FilesError, nodeFiles } from '../src/base/files.ts';
import { DONE, FOLDER, LINKED_FOLDER, type Lot, lookOn, NOTHING } from '../src/base/look.ts';
import { entriesOf, treeOf } from '../src/base/tree.ts';
import { walk } from '../src/base/walk.ts';
import { openSite } from '../src/config.ts';
import { unreadFaults } from '../src/content/unread.ts';
import { survey } from '../src/survey.ts';
import { ROOT } from './rig.ts';

const HELPER = `${ROOT}/lib/base/look-helper.js`;
const site = mkdtempSync(path.join(tmpdir(), 'gazeta-walk-')).split(path.sep).join('/');
const articles = `${site}/articles`;
afterAll(() => rmSync(site, { recursive: true }), 60_000);

function put(file: string, text = ''): void {
  mkdirSync(path.dirname(`${articles}/${file}`), { recursive: true });
  writeFileSync(`${articles}/${file}`, text);
}

beforeAll(() => {
  put('a.md', 'one');
  // A folder sorts as its path does, with the slash: after `a-b`, before `a0`.
  for (const name of ['a-b.md', 'a/c.md', 'a0.md', 'a/d/e.md', 'a/d-e.md', 'z.md']) put(name, name);
  for (const name of ['çka.md', '🗞 lajm.md', 'new\nline.md', 'a\\b.md', '-.md', ' .md', '%2f.md'])
    put(`emra/${name}`, name);
  put('.hidden/x.md');
  put('emra/.hidden.md');
  mkdirSync(`${articles}/empty/folders`, { recursive: true });
  symlinkSync(`${articles}/a.md`, `${articles}/link.md`);
  symlinkSync(`${articles}/nothing.md`, `${articles}/to-nothing.md`);
  symlinkSync(`${articles}/a`, `${articles}/to-folder`);
  if (process.platform !== 'win32') execFileSync('mkfifo', [`${articles}/pipe.md`]);
  for (let day = 0; day < 40; day++)
    for (let file = 0; file < 40; file++) put(`2026/${day}/${file}.md`, 'x'.repeat(day));
  for (let file = 0; file < 3000; file++) put(`bota/${file}.md`, `${file}`);
}, 60_000);

const alone = () => walk(articles, false, null);
const together = (enough: number, number = 1) =>
  walk(articles, false, { code: HELPER, number, enough });

test('files come out sorted by path, whatever is among them', () => {
  const paths = entriesOf(alone()).map((file) => file.path);
  expect(paths).toEqual(paths.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(paths.filter((one) => /^(a|z|link|to|pipe|empty|\.)/.test(one))).toEqual([
    'a-b.md',
    'a.md',
    'a/c.md',
    'a/d-e.md',
    'a/d/e.md',
    'a0.md',
    'link.md',
    'z.md',
  ]);
  expect(paths.filter((one) => one.startsWith('emra/'))).toHaveLength(7);
  expect(paths).toHaveLength(8 + 7 + 1600 + 3000);
  const link = entriesOf(alone()).find((file) => file.path === 'link.md');
  expect(link?.size).toBe(3);
});

test('a tree of files that are listed is the tree of a walk', () => {
  const listed = treeOf(entriesOf(alone()));
  expect(listed).toEqual(alone().map((branch) => ({ ...branch, passed: [] })));
});

test('a name behind which nothing can be read is told, in whatever folder', () => {
  mkdirSync(`${articles}/alone`, { recursive: true });
  symlinkSync(`${articles}/nothing.md`, `${articles}/alone/lost.md`);
  // Windows and macOS have no such names.
  const latin1 = Buffer.from(`${articles}/alone/lajm\xeb.md`, 'latin1');
  const hasBytes = process.platform === 'linux';
  if (hasBytes) writeFileSync(latin1, '');
  const { sources } = survey(nodeFiles(), site, `${ROOT}/templates`, 1);
  const told = unreadFaults(sources.passed, true).map(
    ({ code, file, message }) => `${file} ${code}: ${message}`,
  );
  rmSync(`${articles}/alone/lost.md`);
  if (hasBytes) rmSync(latin1);
  const unreadable = 'the name is not UTF-8 text, so the file cannot be opened';
  expect(told).toEqual([
    'articles/to-folder check/linked: this is a link to a folder, whose files are not read',
    'articles/to-nothing.md site/unread: this is a link that leads to no file',
    ...(hasBytes ? [`articles/alone/lajm\ufffd.md site/unread: ${unreadable}`] : []),
    'articles/alone/lost.md site/unread: this is a link that leads to no file',
  ]);
});

test('a folder behind a link in public/ is told by a check, and a link to nothing, such as the lock of an editor, is not', () => {
  const folder = `${site}/public`;
  mkdirSync(`${folder}/in`, { recursive: true });
  writeFileSync(`${folder}/in/a.txt`, 'x');
  symlinkSync(articles, `${folder}/in/pictures`);
  symlinkSync('nobody@here', `${folder}/.#a.txt`);
  const { publicFiles, passed, sources } = survey(nodeFiles(), site, `${ROOT}/templates`, 1);
  const told = (remarks: boolean) =>
    unreadFaults([...sources.passed, ...passed], remarks)
      .filter(({ file }) => file.startsWith('public/'))
      .map(({ code, file }) => `${file} ${code}`);
  rmSync(folder, { recursive: true });
  expect([...publicFiles.keys()]).toEqual(['public/in/a.txt']);
  expect(told(true)).toEqual(['public/in/pictures check/linked']);
  expect(told(false)).toEqual([]);
});

test('a link in the place of a folder or of the settings, which leads nowhere, is told whatever was built before', () => {
  const look = () => survey(nodeFiles(), site, `${ROOT}/templates`, 1);
  const before = look().mark;
  symlinkSync('not-mounted', `${site}/public`);
  const withLink = look();
  symlinkSync('not-mounted', `${site}/site.yaml`);
  const withSettings = look();
  const { diagnostics } = openSite(nodeFiles(), site, null, withSettings);
  rmSync(`${site}/public`);
  rmSync(`${site}/site.yaml`);
  expect(unreadFaults(withLink.passed, false).map(({ code, file }) => [code, file])).toEqual([
    ['site/unread', 'public'],
  ]);
  expect(diagnostics.map(({ code, file, message }) => [code, file, message])).toEqual([
    ['config/yaml', 'site.yaml', 'this is a link that leads to no file'],
  ]);
  expect(new Set([before, withLink.mark, withSettings.mark]).size).toBe(3);
  expect(look().mark).toBe(before);
});

// Windows and macOS have no such names.
test.runIf(process.platform === 'linux')(
  'a name in public/ that is not UTF-8 is told, of a file or a folder, and stops nothing',
  () => {
    const latin1 = (path: string) => Buffer.from(`${site}/public/${path}`, 'latin1');
    const look = () => survey(nodeFiles(), site, `${ROOT}/templates`, 1);
    mkdirSync(latin1('foto\xeb'), { recursive: true });
    writeFileSync(latin1('foto\xeb/a.png'), 'x');
    const before = look().mark;
    writeFileSync(latin1('lajm\xeb.pdf'), 'x');
    writeFileSync(latin1('lajm\xeb.pdf~'), 'x');
    const { publicFiles, passed, sources, mark } = look();
    const told = unreadFaults([...sources.passed, ...passed], false)
      .filter(({ file }) => file.startsWith('public/'))
      .map(({ code, severity, file, message }) => `${file} ${severity} ${code}: ${message}`);
    rmSync(`${site}/public`, { recursive: true });
    const not = 'it is not published: its name is not UTF-8 text, so it cannot be opened';
    expect([...publicFiles.keys()]).toEqual([]);
    expect(told).toEqual([
      `public/foto\ufffd warning source/name: ${not}`,
      `public/lajm\ufffd.pdf warning source/name: ${not}`,
    ]);
    expect(mark).not.toBe(before);
  },
);

test.each([0, 100, 1700, 4000])('threads that are called at %i files change nothing', (enough) => {
  expect(together(enough)).toEqual(alone());
  expect(together(enough, 3)).toEqual(alone());
});

test('without the code of a helper all is done alone', () => {
  expect(walk(articles, false, { code: `${HELPER}.none`, number: 1, enough: 0 })).toEqual(alone());
});

test('a survey is the same', () => {
  const look = (jobs: number) => {
    const found = survey(nodeFiles(HELPER), site, `${ROOT}/templates`, jobs);
    const { articles, ...others } = found.sources;
    const files = Array.from({ length: articles.size }, (_, row) => articles.at(row));
    return { ...found, sources: { ...others, columns: articles.columns, files } };
  };
  expect(look(2)).toEqual(look(1));
  const before = look(1);
  put('bota/7.md', 'longer');
  expect(look(2).mark).not.toBe(before.mark);
  expect(look(2).mark).toBe(look(1).mark);
});

/** Files that only a helper looks at: `stats` and how many it says it did. */
function helped(paths: readonly string[]): { readonly stats: Float64Array; readonly done: number } {
  const counters = new Int32Array(new SharedArrayBuffer(8));
  const stats = new Float64Array(new SharedArrayBuffer(paths.length * 24));
  const worker = new Worker(HELPER);
  worker.postMessage({ root: articles, paths: paths.join('\0'), stats, counters } satisfies Lot);
  for (let done = 0; done >= 0 && done < paths.length; done = Atomics.load(counters, DONE))
    if (Atomics.wait(counters, DONE, done, 20_000) === 'timed-out') break;
  void worker.terminate();
  return { stats, done: Atomics.load(counters, DONE) };
}

test('a helper finds what this thread finds', () => {
  const paths = ['a.md', 'a', 'none.md', 'to-folder', 'link.md', 'pipe.md', 'emra/new\nline.md'];
  const { stats, done } = helped(paths);
  expect(done).toBe(paths.length);
  const own = new Float64Array(stats.length);
  const counters = new Int32Array(2);
  expect(lookOn({ root: articles, paths: '', stats: own, counters }, paths, () => {})).toBe(true);
  expect([...stats]).toEqual([...own]);
  expect([own[0], own[3], own[6], own[9], own[12], own[15]]).toEqual([
    3,
    FOLDER,
    NOTHING,
    LINKED_FOLDER,
    3,
    NOTHING,
  ]);
});

/** What a walk throws. */
function fault(look: () => unknown): string {
  try {
    look();
  } catch (error) {
    if (error instanceof FilesError) return error.message;
    throw error;
  }
  return 'nothing';
}

test('a fault is that which a walk on one thread meets first', () => {
  // Nobody can tell where such a link leads to, not even who may read all folders.
  const loops = ['2026/30/loop.md', 'bota/loop.md'];
  for (const loop of loops) symlinkSync(`${articles}/${loop}`, `${articles}/${loop}`);
  expect(helped([loops[0] ?? '']).done).toBeLessThan(0);
  const message = fault(alone);
  expect(message).toContain(`could not look at ${articles}/2026/30/loop.md`);
  for (const enough of [0, 1700, 4000]) expect(fault(() => together(enough))).toBe(message);
  for (const loop of loops) rmSync(`${articles}/${loop}`);
  expect(fault(() => walk(`${articles}/none`, false, null))).toBe(
    fault(() => walk(`${articles}/none`, false, { code: HELPER, number: 1, enough: 0 })),
  );
});
