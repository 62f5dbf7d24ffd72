/** The two file systems keep one contract. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Files, FilesError, nodeFiles } from '../src/base/files.ts';
import { memoryFiles } from '../src/base/memory-files.ts';

const real = mkdtempSync(path.join(tmpdir(), 'gazeta-files-'));
afterAll(() => rmSync(real, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: Uint8Array | null) =>
  content === null ? null : new TextDecoder().decode(content);

test('folders that somebody else removed are made again', () => {
  const files = nodeFiles();
  const root = path.join(real, 'cleaned').split(path.sep).join('/');
  const acts: Readonly<Record<string, () => unknown>> = {
    write: () => files.write(`${root}/a/b/1.txt`, bytes('one')),
    create: () => files.create(`${root}/a/b/2.txt`, bytes('two')),
    lock: () => files.lock(`${root}/a/b/lock`)?.(),
    clock: () => files.clock(`${root}/a/b/clock`),
    log: () => files.log(`${root}/a/b/log`).close(),
  };
  for (const [name, act] of Object.entries(acts)) {
    files.write(`${root}/a/b/x.txt`, bytes('x'));
    rmSync(`${root}/a`, { recursive: true });
    expect(act, name).not.toThrow();
    expect(files.kind(`${root}/a/b`), name).toBe('folder');
  }
  rmSync(root, { recursive: true });
});

test('a scratch file makes no folder, and lies elsewhere where there is none', () => {
  const files = nodeFiles();
  const root = path.join(real, 'looked-at').split(path.sep).join('/');
  for (const place of [`${root}/store/scratch`, `${root}/file/scratch`]) {
    files.write(`${root}/file`, bytes('a file where a folder is needed'));
    const scratch = files.scratch(place);
    const first = scratch.append(bytes('first'));
    expect(text(scratch.read(first, 5))).toBe('first');
    expect(text(files.shared(scratch.descriptor ?? -1).read(first, 5))).toBe('first');
    scratch.close();
    expect(files.list(root).map(({ path: name }) => name)).toEqual(['file']);
    expect(files.kind(`${root}/store`)).toBe('none');
  }
  rmSync(root, { recursive: true });
});

// Where there is a folder in which the system makes none.
if (process.platform === 'linux')
  test('where no folder can be made, that is told', () => {
    const files = nodeFiles();
    expect(() => files.write('/proc/gazeta/a/b.txt', bytes('x'))).toThrow(FilesError);
    expect(() => files.create('/proc/gazeta/a.txt', bytes('x'))).toThrow(FilesError);
  });

test('below a file nothing is there, and nothing has to be removed', () => {
  const files = nodeFiles();
  const root = path.join(real, 'below').split(path.sep).join('/');
  files.write(`${root}/file`, bytes('one'));
  const at = `${root}/file/a/b.txt`;
  expect([files.kind(at), files.sizeOf(at), files.readIfThere(at)]).toEqual(['none', null, null]);
  files.remove(at);
  files.removeEmptyFolders(`${root}/file/a`, root);
  expect(files.kind(`${root}/file`)).toBe('file');
  expect(files.identity(at)).toBeNull();
  expect(() => files.write(at, bytes('x'))).toThrow(FilesError);
  rmSync(root, { recursive: true });
});

test('a link says where it leads', () => {
  const files = nodeFiles();
  symlinkSync('/not/mounted', path.join(real, 'link'));
  expect(files.linkOf(`${real}/link`)).toBe('/not/mounted');
  expect([files.linkOf(real), files.linkOf(`${real}/nothing`)]).toEqual([null, null]);
  rmSync(path.join(real, 'link'));
});

test('a place has one path, whatever links lead to it', () => {
  const files = nodeFiles();
  const root = files.place(path.join(real).split(path.sep).join('/'));
  files.write(`${root}/paper/articles/a.md`, bytes('one'));
  symlinkSync(`${root}/paper`, `${root}/way`);
  symlinkSync(`${root}/paper/articles`, `${root}/paper/dist`);
  symlinkSync(`${root}/nothing`, `${root}/lost`);
  expect(files.place(`${root}/way/dist/a.md`)).toBe(`${root}/paper/articles/a.md`);
  expect(files.place(`${root}/way/dist/new/b.md`)).toBe(`${root}/paper/articles/new/b.md`);
  expect(files.place(`${root}/lost/new`)).toBe(`${root}/lost/new`);
  expect(files.place('/')).toBe('/');
  expect(files.place('/no-such/folder')).toBe('/no-such/folder');
  rmSync(`${root}/way`);
  rmSync(`${root}/lost`);
  rmSync(`${root}/paper`, { recursive: true });
});

describe.each<[string, Files, string]>([
  ['on disk', nodeFiles(), real.split(path.sep).join('/')],
  ['in memory', memoryFiles(), '/root'],
])('files %s', (_, files, root) => {
  test('are written with their folders, listed in order, read and removed', () => {
    files.write(`${root}/b/2.txt`, bytes('two'));
    files.write(`${root}/a/1.txt`, bytes('one'));
    files.write(`${root}/a/.hidden`, bytes(''));
    expect(files.list(root).map(({ path, size }) => ({ path, size }))).toEqual([
      { path: 'a/1.txt', size: 3 },
      { path: 'b/2.txt', size: 3 },
    ]);
    expect(files.list(root, true).map((entry) => entry.path)).toEqual([
      'a/.hidden',
      'a/1.txt',
      'b/2.txt',
    ]);
    expect(text(files.read(`${root}/a/1.txt`))).toBe('one');
    expect([
      files.kind(`${root}/a`),
      files.kind(`${root}/a/1.txt`),
      files.kind(`${root}/x`),
    ]).toEqual(['folder', 'file', 'none']);
    files.rename(`${root}/a/1.txt`, `${root}/b/2.txt`);
    expect(text(files.read(`${root}/b/2.txt`))).toBe('one');
    files.remove(`${root}/b/2.txt`);
    files.remove(`${root}/b/2.txt`);
    files.removeEmptyFolders(`${root}/b`, root);
    expect(files.kind(`${root}/b`)).toBe('none');
    expect(files.kind(`${root}/a`)).toBe('folder');
  });

  test('that are not there are null or a fault that says so', () => {
    expect(files.readIfThere(`${root}/none`)).toBe(null);
    expect(() => files.read(`${root}/none`)).toThrow(
      new FilesError(`${root}/none`, 'ENOENT', 'read').message,
    );
    expect(() => files.rename(`${root}/none`, `${root}/some`)).toThrow(FilesError);
  });

  test('are read from their beginning as far as is asked for', () => {
    files.write(`${root}/start.txt`, bytes('beginning'));
    expect(text(files.readStart(`${root}/start.txt`, 5))).toBe('begin');
    expect(text(files.readStart(`${root}/start.txt`, 500))).toBe('beginning');
    expect(text(files.readStart(`${root}/start.txt`, Number.POSITIVE_INFINITY))).toBe('beginning');
    expect(() => files.readStart(`${root}/none`, 5)).toThrow(
      new FilesError(`${root}/none`, 'ENOENT', 'read').message,
    );
  });

  test('cannot stand where a folder is, nor below a file', () => {
    files.write(`${root}/c/d/e.txt`, bytes('e'));
    expect(() => files.write(`${root}/c/d`, bytes('x'))).toThrow(FilesError);
    expect(() => files.write(`${root}/c/d/e.txt/f.txt`, bytes('x'))).toThrow(FilesError);
  });

  test('of scratch give back their pieces', () => {
    const scratch = files.scratch(`${root}/store/scratch`);
    const first = scratch.append(bytes('first'));
    const second = scratch.append(bytes('second'));
    expect(text(scratch.read(second, 6))).toBe('second');
    expect(text(scratch.read(first, 5))).toBe('first');
    scratch.close();
    expect(files.kind(`${root}/store/scratch`)).toBe('none');
  });

  test('are written in pieces, and have a size', () => {
    files.write(`${root}/pieces.txt`, [bytes('one '), bytes(''), bytes('two')]);
    expect(text(files.read(`${root}/pieces.txt`))).toBe('one two');
    expect(files.sizeOf(`${root}/pieces.txt`)).toBe(7);
    expect([files.sizeOf(`${root}/none`), files.sizeOf(root)]).toEqual([null, null]);
  });

  test('move and go with their folder', () => {
    files.write(`${root}/old/d/e.txt`, bytes('e'));
    files.rename(`${root}/old`, `${root}/new`);
    expect([files.kind(`${root}/old`), files.kind(`${root}/new/d/e.txt`)]).toEqual([
      'none',
      'file',
    ]);
    files.write(`${root}/old/d/e.txt`, bytes('e'));
    expect(() => files.rename(`${root}/new`, `${root}/old`)).toThrow(FilesError);
    files.removeFolder(`${root}/new`);
    files.removeFolder(`${root}/new`);
    expect(files.kind(`${root}/new`)).toBe('none');
    files.write(`${root}/new/d/e.txt`, bytes('e'));
    expect(files.kind(`${root}/new/d/e.txt`)).toBe('file');
  });

  test('are known again under another name, and not when written or replaced', () => {
    files.write(`${root}/id/one`, bytes('1'));
    files.write(`${root}/id/two`, bytes('1'));
    const [one, two] = [files.identity(`${root}/id/one`), files.identity(`${root}/id/two`)];
    expect(one).not.toBe(two);
    files.rename(`${root}/id/one`, `${root}/id/three`);
    expect([files.identity(`${root}/id/one`), files.identity(`${root}/id/three`)]).toEqual([
      null,
      one,
    ]);
    files.write(`${root}/id/three`, bytes('22'));
    expect(files.identity(`${root}/id/three`)).not.toBe(one);
    const folder = files.identity(`${root}/id`);
    files.rename(`${root}/id`, `${root}/di`);
    expect(files.identity(`${root}/di`)).toBe(folder);
  });

  test('are synced with their folders, if they are there', () => {
    files.write(`${root}/synced/a`, bytes('a'));
    files.sync([`${root}/synced/a`, `${root}/synced`]);
    expect(() => files.sync([`${root}/synced/none`])).toThrow(FilesError);
  });

  test('are locked by one at a time', () => {
    const lock = `${root}/store/lock`;
    const release = files.lock(lock);
    expect(release).not.toBeNull();
    expect(files.lock(lock)).toBeNull();
    expect(text(files.read(lock))).toMatch(/^process \d+ on /);
    release?.();
    const again = files.lock(lock);
    expect(again).not.toBeNull();
    again?.();
  });
});

test('lists all files sorted by path, links to files among them, and links to folders not', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gazeta-'));
  for (const name of ['a', 'a-b', 'b/a', 'b/a-', 'z'])
    mkdirSync(`${folder}/${name}`, { recursive: true });
  const names = [
    'a.md',
    'a/x',
    'a-b/x',
    'a-c',
    'b/a/q',
    'b/a-/q',
    'b/a.md',
    'b/a0',
    'b0',
    '.dot',
    'z/.dot',
  ];
  for (const name of names) writeFileSync(`${folder}/${name}`, 'x');
  symlinkSync(`${folder}/a`, `${folder}/link`);
  symlinkSync(`${folder}/b0`, `${folder}/link.md`);
  symlinkSync(`${folder}/nowhere`, `${folder}/lost`);
  const listed = (dotNames: boolean) =>
    nodeFiles()
      .list(folder, dotNames)
      .map((file) => file.path);
  expect(listed(true)).toEqual([...names, 'link.md'].sort());
  expect(listed(false)).toEqual(listed(true).filter((name) => !/(^|\/)\./.test(name)));
  rmSync(folder, { recursive: true });
});
