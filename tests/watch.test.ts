/** `gazeta watch` as a server runs it: a real process over a real folder, with real signals. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ROOT, story } from './rig.ts';

const GAZETA = path.join(ROOT, 'bin/gazeta.js');
const made: string[] = [];
const watches: ChildProcess[] = [];
afterEach(() => {
  for (const child of watches.splice(0)) child.kill('SIGKILL');
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(what: string, isSo: () => boolean, told: () => string): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 20) {
    if (isSo()) return;
    await pause(20);
  }
  throw new Error(`${what} did not happen\n${told()}`);
}

/** A paper on the disk. */
function paper(articles: Readonly<Record<string, string>>) {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), 'gazeta-watch-')));
  made.push(root);
  const site = path.join(root, 'paper');
  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
    fs.writeFileSync(path.join(site, name), text);
  };
  write('site.yaml', 'title: Paper\nurl: https://paper.example\ntimezone: UTC\n');
  for (const [name, text] of Object.entries(articles)) write(`articles/${name}`, text);
  const read = (name: string): string => {
    try {
      return fs.readFileSync(path.join(site, name), 'utf8');
    } catch {
      return '';
    }
  };
  return { root, site, write, read };
}

/** A watch that runs. */
function watch(site: string, ...args: string[]) {
  const child = spawn(process.execPath, [GAZETA, 'watch', '--site', site, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  watches.push(child);
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    told += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    told += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return {
    child,
    ended,
    told: () => told,
    says: (text: string) =>
      until(
        `saying ${text}`,
        () => told.includes(text),
        () => told,
      ),
    sees: (what: string, isSo: () => boolean) => until(what, isSo, () => told),
  };
}

const builds = (site: string) =>
  spawnSync(process.execPath, [GAZETA, 'build', '--site', site], { encoding: 'utf8' }).status;

test('an edit is seen, a fault told once, and the mended article published', async () => {
  const { root, site, write, read } = paper({ 'a.md': story('First', '2026-11-01') });
  const { child, ended, told, says, sees } = watch(site);
  await says('Published 1 article');
  write('articles/2026/11/b.md', story('Second', '2026-11-02'));
  await sees('the second article', () => read('dist/index.html').includes('Second'));
  await says('Published 2 articles');
  write('articles/2026/11/b.md', story('Second', '2026-02-30'));
  await says('articles/2026/11/b.md:3:7 error article/date: "2026-02-30" is not a day');
  await says('Nothing was published;');
  write('articles/c.md', story('Third', '2026-11-03'));
  await pause(1500);
  expect(told().match(/is not a day of the calendar/g)).toHaveLength(1);
  expect(read('dist/index.html')).toContain('Second');
  expect(read('dist/index.html')).not.toContain('Third');
  write('articles/2026/11/b.md', story('Second again', '2026-11-02'));
  await says('Good again. Published 3 articles');
  expect(read('dist/index.html')).toContain('Second again');

  // As git does it: 500 files at once, in folders that are new.
  for (let at = 0; at < 500; at++)
    write(`articles/old/${at % 10}/${at}.md`, story(`Old ${at}`, '2025-01-01'));
  await sees('503 articles', () => told().includes('Published 503 articles'));
  fs.rmSync(path.join(site, 'site.yaml'));
  await sees('another title', () => !read('dist/index.html').includes('<title>Paper'));
  write('site.yaml', 'title: Paper\nurl: https://paper.example\ntimezone: UTC\n');
  await sees('the title', () => read('dist/index.html').includes('<title>Paper'));

  // Renamed, and put back: nothing of ours may be in its way.
  fs.renameSync(site, path.join(root, 'elsewhere'));
  await says('The folder of the paper is not there');
  expect(fs.existsSync(site)).toBe(false);
  fs.writeFileSync(path.join(root, 'elsewhere/articles/d.md'), story('Fourth', '2026-11-04'));
  fs.renameSync(path.join(root, 'elsewhere'), site);
  await sees('the fourth article', () => read('dist/index.html').includes('Fourth'));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('a signal ends it in the middle of a build', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [`${at}.md`, story(`Article ${at}`, '2026-11-01')]),
  );
  const { site, read } = paper(many);
  const { child, ended, told } = watch(site);
  await until('a build', () => fs.existsSync(path.join(site, '.gazeta/lock')), told);
  await pause(200);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(told()).not.toContain('Published');
  expect(builds(site)).toBe(0);
  expect(read('dist/2026/11/01/299/index.html')).toContain('Article 299');
});

test('it goes on when nobody reads what it says any more', async () => {
  const { site, read, write } = paper({ 'a.md': story('First', '2026-11-01') });
  const { child, ended, says } = watch(site);
  await says('Published 1 article');
  child.stdout.destroy();
  child.stderr.destroy();
  for (const name of ['second', 'third', 'fourth']) {
    write(`articles/${name}.md`, story(name, '2026-11-02'));
    await until(
      name,
      () => read(`dist/2026/11/02/${name}/index.html`) !== '',
      () => name,
    );
  }
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('what it says itself into a file of the paper is no change of the paper', async () => {
  const { site, read, write } = paper({ 'a.md': story('First', '2026-11-01') });
  const log = fs.openSync(path.join(site, 'watch.log'), 'a');
  const args = [GAZETA, 'watch', '--site', site];
  watches.push(spawn(process.execPath, args, { stdio: ['ignore', log, log] }));
  fs.closeSync(log);
  const told = () => read('watch.log');
  await until('the first', () => told().includes('Published 1 article'), told);
  await pause(2000);
  expect(told()).not.toContain('Nothing to do');
  write('articles/b.md', story('Second', '2026-11-02'));
  await until('the second', () => told().includes('Published 2 articles'), told);
});

test('an embargo lifts at its moment', async () => {
  const soon = new Date(Math.ceil(Date.now() / 1000) * 1000 + 6000);
  const embargo = soon.toISOString().replace('.000Z', 'Z');
  const { site, read } = paper({
    'a.md': story('Seen', '2026-01-01'),
    'b.md': story('Embargoed', '2026-01-02', 'Text.', [`publish: ${embargo}`]),
  });
  const { child, ended, says, sees } = watch(site, '--json');
  await says('"event":"build"');
  expect(read('dist/index.html')).not.toContain('Embargoed');
  await sees('the embargo lifts', () => read('dist/index.html').includes('Embargoed'));
  const late = Date.now() - soon.getTime();
  expect(late).toBeGreaterThanOrEqual(0);
  await says('"reason":"time"');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('what one command failed to hand on the next one does', async () => {
  const { root, site, write } = paper({ 'a.md': story('First', '2026-11-01') });
  const lists = path.join(root, 'lists');
  const fails = path.join(root, 'fails');
  const command = `cat >> ${lists}.stdin; cat "$GAZETA_CHANGES" | tr -d '\\n' >> ${lists}; echo >> ${lists}; echo sent; test ! -e ${fails}`;
  const all = () =>
    fs
      .readFileSync(lists, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const first = watch(site, '--on-publish', command);
  await first.says('--on-publish ended well');
  await first.says('sent');
  expect(all()).toHaveLength(1);
  expect(all()[0].written).toContain('index.html');
  expect(all()[0].purge).toContain('https://paper.example/');

  fs.writeFileSync(fails, '');
  write('articles/b.md', story('Second', '2026-11-02'));
  await first.says('--on-publish ended with exit code 1');
  expect(all()[1].written).toContain('2026/11/02/b/index.html');
  fs.rmSync(path.join(site, 'articles/b.md'));
  await first.says('removed, ');
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  // Another start, and a build by hand before it: still in doubt is what the last command did.
  write('articles/c.md', story('Third', '2026-11-03'));
  expect(builds(site)).toBe(0);
  fs.rmSync(fails);
  const second = watch(site, '--on-publish', command);
  await second.says('--on-publish ended well');
  const last = all().at(-1);
  expect(last.written).toContain('2026/11/03/c/index.html');
  expect(last.removed).toContain('2026/11/02/b/index.html');
  expect(last.written.join()).not.toContain('_assets/');

  // SIGHUP builds; where nothing changed nothing is handed on.
  const before = all().length;
  second.child.kill('SIGHUP');
  await second.says('Nothing to do');
  await pause(500);
  expect(all()).toHaveLength(before);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});

test('a second watch waits until the first has ended', async () => {
  const { site } = paper({ 'a.md': story('First', '2026-11-01') });
  const first = watch(site);
  await first.says('Published 1 article');
  const second = watch(site);
  await second.says('Another gazeta watch keeps this site current (process ');
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  await second.says('Nothing to do');
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});
