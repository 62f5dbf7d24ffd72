/** The publisher alone: what it keeps, looks at, writes, syncs and removes. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFiles } from '../src/base/files.ts';
import { hash } from '../src/base/hash.ts';
import { type MemoryFiles, memoryFiles } from '../src/base/memory-files.ts';
import type { OutPath } from '../src/base/paths.ts';
import { type Mark, markOf } from '../src/memo/mark.ts';
import { PARTS_KEPT } from '../src/memo/parts.ts';
import type { Takeover } from '../src/output/found.ts';
import { readJournal, writeJournal } from '../src/output/journal.ts';
import { loadManifest, manifestOf, noRows, placeOf } from '../src/output/manifest.ts';
import { mergeRows, rowList } from '../src/output/manifest-rows.ts';
import { nameCheck } from '../src/output/names.ts';
import { type Publisher, publisher } from '../src/output/publish.ts';
import { stager } from '../src/output/stage.ts';

const OUT = '/site/dist';
const RECORDS = '/site/.gazeta/output';
const bytes = (text: string) => new TextEncoder().encode(text);
const place = (out: string) => placeOf(out as OutPath);

type Pages = Readonly<Record<string, string>>;

function open(files: MemoryFiles, verify = false): Publisher {
  return publisher(files, OUT, RECORDS, 'refuse', verify);
}

/** Stages the pages; those with the content `keep` are kept as they stand. */
function fill(target: Publisher, pages: Pages): Publisher {
  for (const [out, text] of Object.entries(pages))
    if (text === 'keep') target.keep(target.standing.find(place(out)));
    else target.stage(out as OutPath, bytes(text), 'article', markOf(text));
  return target;
}

function publish(files: MemoryFiles, pages: Pages, verify = false) {
  return fill(open(files, verify), pages).commit();
}

function outputs(files: MemoryFiles): Record<string, string> {
  return Object.fromEntries(
    files
      .list(OUT, true)
      .map(({ path }) => [path, new TextDecoder().decode(files.read(`${OUT}/${path}`))]),
  );
}

const TWO = { 'index.html': 'home', 'a/index.html': 'a' };

describe('what stands', () => {
  test('is known by place, with what it was made from', () => {
    const files = memoryFiles();
    publish(files, { 'index.html': 'home', 'A/ë.html': 'a' });
    const { standing, trusted, publishedArticles } = open(files);
    const row = standing.find(place('a/Ë.html'));
    expect([trusted, standing.size, publishedArticles]).toEqual([true, 2, 2]);
    expect([
      standing.outOf(row),
      standing.keyOf(row),
      standing.kindOf(row),
      standing.sizeOf(row),
      standing.hashOf(row),
    ]).toEqual(['A/ë.html', markOf('a'), 'article', 1, hash('a')]);
    expect(standing.find(place('b.html'))).toBe(-1);
  });

  test('is kept without a look, and nothing is written', () => {
    const files = memoryFiles();
    publish(files, TWO);
    const before = new Map(files.content);
    expect(publish(files, { 'index.html': 'keep', 'a/index.html': 'keep' })).toEqual({
      written: [],
      removed: [],
      unchanged: 2,
    });
    expect(publish(files, TWO).written).toEqual([]);
    expect(files.content).toEqual(before);
  });

  test('goes if it is neither kept nor staged', () => {
    const files = memoryFiles();
    publish(files, TWO);
    const target = fill(open(files), { 'index.html': 'keep' });
    expect(target.removedArticles()).toEqual(['a/index.html']);
    expect(target.commit()).toEqual({ written: [], removed: ['a/index.html'], unchanged: 1 });
    expect(outputs(files)).toEqual({ 'index.html': 'home' });
  });

  test('is renamed by its letter case', () => {
    const files = memoryFiles();
    publish(files, TWO);
    expect(publish(files, { 'index.html': 'keep', 'A/index.html': 'a' })).toEqual({
      written: ['A/index.html'],
      removed: ['a/index.html'],
      unchanged: 1,
    });
    expect(Object.keys(outputs(files))).toEqual(['A/index.html', 'index.html']);
  });
});

describe('an output folder is not trusted', () => {
  const spoil: [string, (files: MemoryFiles) => void][] = [
    ['that is gone', (files) => files.removeFolder(OUT)],
    [
      'whose home page was written by others',
      (files) => files.write(`${OUT}/index.html`, bytes('h')),
    ],
    ['after a build that did not end', (files) => files.write(`${RECORDS}/journal`, bytes('x'))],
  ];

  test.each(spoil)('%s: all is looked at', (_, act) => {
    const files = memoryFiles();
    publish(files, TWO);
    files.write(`${OUT}/a/index.html`, bytes('b'));
    act(files);
    const target = open(files);
    expect(target.trusted).toBe(false);
    expect(() => target.keep(0)).toThrow();
    fill(target, TWO).commit();
    expect(outputs(files)).toEqual(TWO);
    expect(open(files).trusted).toBe(true);
  });

  test('that is to be verified', () => {
    const files = memoryFiles();
    publish(files, TWO);
    files.write(`${OUT}/a/index.html`, bytes('b'));
    expect(publish(files, TWO).written).toEqual([]);
    expect(publish(files, TWO, true).written).toEqual(['a/index.html']);
    expect(outputs(files)).toEqual(TWO);
  });

  test('with a file missing beside one that changes', () => {
    const files = memoryFiles();
    const three = { ...TWO, 'a/feed.xml': 'feed' };
    publish(files, three);
    files.remove(`${OUT}/a/feed.xml`);
    const changed = { 'index.html': 'keep', 'a/index.html': 'new', 'a/feed.xml': 'keep' };
    const first = fill(open(files), changed);
    expect(first.intact()).toBe(false);
    first.discard();
    expect(outputs(files)).toEqual({ 'index.html': 'home', 'a/index.html': 'a' });
    // Committed nevertheless, it is mended by the next build.
    publish(files, changed);
    publish(files, { ...three, 'a/index.html': 'new' });
    expect(outputs(files)).toEqual({ ...three, 'a/index.html': 'new' });
  });
});

test('on a disk, the folder is known again when it was moved, and a copy of it is not', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'gazeta-identity-')).split(path.sep).join('/');
  try {
    const at = (name: string) => `${root}/${name}`;
    const opened = () => publisher(nodeFiles(), at('dist'), at('.gazeta/output'), 'refuse');
    fill(opened(), TWO).commit();
    expect(opened().trusted).toBe(true);
    renameSync(at('dist'), at('moved'));
    expect(opened().trusted).toBe(false);
    cpSync(at('moved'), at('dist'), { recursive: true, preserveTimestamps: true });
    expect(opened().trusted).toBe(false);
    rmSync(at('dist'), { recursive: true });
    renameSync(at('moved'), at('dist'));
    expect(opened().trusted).toBe(true);
    fill(opened(), { 'index.html': 'new', 'a/index.html': 'keep' }).commit();
    expect(opened().trusted).toBe(true);
    writeFileSync(at('dist/index.html'), 'new');
    expect(opened().trusted).toBe(false);
  } finally {
    rmSync(root, { recursive: true });
  }
});

describe('a folder that was not there', () => {
  test('comes with one rename', () => {
    const files = memoryFiles();
    const renames: string[] = [];
    const { rename } = files;
    files.rename = (from, to) => {
      renames.push(to);
      rename(from, to);
    };
    fill(open(files), TWO).commit();
    expect(renames).toEqual([`${RECORDS}/journal`, `${RECORDS}/manifest`, OUT]);
    expect(outputs(files)).toEqual(TWO);
  });

  test('leaves nothing when the build is killed, or gives up', () => {
    const files = memoryFiles();
    fill(open(files), TWO);
    expect(files.kind(`${OUT}.gazeta-new`)).toBe('folder');
    open(files);
    expect(files.kind(`${OUT}.gazeta-new`)).toBe('none');
    fill(open(files), TWO).discard();
    expect(files.list('/site', true).map(({ path }) => path)).toEqual(['.gazeta/output/journal']);
  });

  test('is filled file by file where a folder of others has the name', () => {
    const files = memoryFiles({ [`${OUT}.gazeta-new/mine`]: 'mine' });
    publish(files, TWO);
    expect(outputs(files)).toEqual(TWO);
    expect(files.kind(`${OUT}.gazeta-new/mine`)).toBe('file');
  });
});

describe('a journal', () => {
  test('names what is written and removed, and not what stays', () => {
    const files = memoryFiles();
    publish(files, { ...TWO, 'b.html': 'b', 'c.html': 'c' });
    let journal = '';
    const { rename } = files;
    files.rename = (from, to) => {
      rename(from, to);
      if (to === `${RECORDS}/journal`) journal = new TextDecoder().decode(files.read(to));
    };
    publish(files, { 'index.html': 'keep', 'a/index.html': 'keep', 'b.html': 'new' });
    expect(readJournal(journal)).toEqual({ staging: 'beside', paths: ['b.html', 'c.html'] });
  });

  test('that is damaged is no right to remove, but staged files go', () => {
    const whole = writeJournal({ staging: 'apart', paths: ['mine.txt' as OutPath] });
    const files = memoryFiles({
      [`${OUT}/mine.txt`]: 'mine',
      [`${OUT}/.well-known/x.gazeta-new`]: 'x',
      [`${RECORDS}/journal`]: whole.replace('mine', 'mini'),
    });
    publish(files, TWO);
    expect(outputs(files)).toEqual({ ...TWO, 'mine.txt': 'mine' });
    files.write(`${RECORDS}/journal`, bytes(whole));
    expect(publish(files, TWO).removed).toEqual(['mine.txt']);
  });

  test.each([0, 1, 30])('is none when %i bytes at its end are cut', (cut) => {
    const whole = writeJournal({ staging: 'beside', paths: ['a' as OutPath] });
    expect(readJournal(whole.slice(0, whole.length - cut)).paths).toEqual(cut === 0 ? ['a'] : []);
  });
});

describe('what must last a power cut', () => {
  const many = (count: number, text: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}.html`, text]));

  test('few files are synced before they are renamed, then their folders and the manifest', () => {
    const files = memoryFiles();
    publish(files, TWO);
    files.synced.length = 0;
    publish(files, { 'index.html': 'keep', 'a/index.html': 'new' });
    expect(files.synced).toEqual([
      `${OUT}/a/index.html.gazeta-new`,
      `${RECORDS}/journal.gazeta-new`,
      RECORDS,
      `${OUT}/index.html.gazeta-new`,
      OUT,
      `${OUT}/a`,
      `${RECORDS}/manifest.gazeta-new`,
      RECORDS,
    ]);
  });

  test('of many only the records, and all is looked at if the machine was started again', () => {
    const files = memoryFiles();
    publish(files, { ...TWO, ...many(201, 'x') });
    expect(files.synced.filter((path) => path.startsWith(OUT))).toEqual([]);
    expect(open(files).trusted).toBe(true);
    files.booted = 'second start';
    expect(open(files).trusted).toBe(false);
    publish(files, { ...TWO, ...many(201, 'x') });
    files.booted = 'third start';
    expect(open(files).trusted).toBe(true);
  });
});

test('a file is staged by what a thread is told', () => {
  const files = memoryFiles();
  publish(files, TWO);
  const target = open(files);
  const plan = structuredClone(target.stagePlan());
  expect(files.kind(`${RECORDS}/journal`)).toBe('file');
  const write = stager(files, plan);
  const staged = { ...TWO, 'b.html': 'b', 'a/index.html': 'changed' };
  const results = Object.entries(staged).map(([out, text]) => {
    const one = write(out as OutPath, bytes(text));
    target.take(out as OutPath, one, 'article', markOf(text));
    return [one.written, one.isNew];
  });
  expect(results).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ]);
  expect(target.commit().written).toEqual(['a/index.html', 'b.html']);
  expect(outputs(files)).toEqual(staged);
});

test('a manifest holds what was added to it and what stayed, in the order of their places', () => {
  const paths = Array.from({ length: 3000 }, (_, at) => `folder ${at % 7}/ë${at}.html` as OutPath);
  const row = (out: OutPath, at: number, kind: 'article' | 'other' = 'other') => ({
    out,
    hash: hash(out),
    size: at,
    kind,
    key: (at * 2 ** 30) as Mark,
    parts: [at, 7],
    moved: at % 5,
  });
  const first = rowList();
  for (const [at, out] of paths.entries()) if (at % 3 > 0) first.add(row(out, at));
  const old = manifestOf(mergeRows(manifestOf(noRows()), new Uint8Array(0), first.rows()));
  const fates = new Uint8Array(old.size);
  for (const [at, out] of paths.entries()) if (at % 3 === 1) fates[old.find(placeOf(out))] = 1;
  const second = rowList();
  for (const [at, out] of paths.entries()) if (at % 3 === 0) second.add(row(out, at, 'article'));
  const merged = manifestOf(mergeRows(old, fates, second.rows()));
  expect(merged.size).toBe(2000);
  expect(
    [...merged.rows.place].every((one, at, all) => at === 0 || one > Number(all[at - 1])),
  ).toBe(true);
  for (const [at, out] of paths.entries()) {
    const found = merged.find(placeOf(out));
    if (at % 3 === 2) expect(found).toBe(-1);
    else {
      expect(merged.outOf(found)).toBe(out);
      expect(merged.hashOf(found)).toBe(hash(out));
      expect(merged.keyOf(found)).toBe(at * 2 ** 30);
      expect(merged.movedOf(found)).toBe(at % 5);
      const from = found * PARTS_KEPT;
      expect([...merged.rows.parts.subarray(from, from + 3)]).toEqual([at, 7, 0]);
      expect(merged.kindOf(found)).toBe(at % 3 === 0 ? 'article' : 'other');
    }
  }
});

test('a manifest with any bit changed is none', () => {
  const files = memoryFiles();
  publish(files, TWO);
  const path = `${RECORDS}/manifest`;
  const whole = files.read(path);
  for (let at = 0; at < whole.length - 4; at += 3) {
    const spoilt = Uint8Array.from(whole);
    spoilt[at] = (spoilt[at] as number) ^ 4;
    files.write(path, spoilt);
    expect(loadManifest(files, path)).toBeNull();
  }
  expect(open(files).foreign).toBe(true);
});

test.each([
  ['2026/11/a/index.html', null],
  ['.well-known/security.txt', null],
  [`${'x'.repeat(244)}`, null],
  ['../a.html', 'it leaves the output folder, or names no file'],
  ['a//b.html', 'it leaves the output folder, or names no file'],
  ['a\\b.html', 'a name has a character that file names cannot have'],
  ['a/b.gazeta-new', 'names that end in .gazeta-new are ours'],
  [`${'ë'.repeat(123)}`, 'a name has 246 bytes, and 244 are the most'],
  [`${'dir/'.repeat(1100)}x`, 'the path has 4401 bytes, and 4062 are left below this folder'],
])('the name %.40s', (out, fault) => {
  const { diagnostics } = nameCheck(OUT, 4095)(out as OutPath, 'public/file');
  expect(
    diagnostics.map(({ file, code, message }) => [file, code, message.split(': ')[1]]),
  ).toEqual(fault === null ? [] : [['public/file', 'output/name', fault]]);
});

describe('a path that is a file in one build and a folder in the next', () => {
  const FILE: Pages = { 'index.html': 'home', press: 'all of it' };
  const FOLDER: Pages = {
    'index.html': 'new home',
    'press/index.html': 'p',
    'press/kit/a.txt': 'a',
    'press/kit/b.txt': 'b',
  };
  /** All files below a folder of the disk, and its folders. */
  const read = (folder: string) =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
        const full = path.join(entry.parentPath, entry.name);
        const name = path.relative(folder, full).split(path.sep).join('/');
        return [name, entry.isFile() ? readFileSync(full, 'utf8') : null];
      }),
    );
  const onDisk = (act: (root: string) => void): void => {
    const root = mkdtempSync(path.join(tmpdir(), 'gazeta-displaced-')).split(path.sep).join('/');
    try {
      act(root);
    } finally {
      rmSync(root, { recursive: true });
    }
  };
  const put = (root: string, pages: Pages, takeover: Takeover = 'refuse', files = nodeFiles()) => {
    const target = publisher(files, `${root}/dist`, `${root}/.gazeta/output`, takeover);
    expect(target.foreign && takeover === 'refuse').toBe(false);
    fill(target, pages);
    expect(target.inTheWay().foreign).toEqual([]);
    return target.commit();
  };
  const clean = (pages: Pages) => {
    let found = {};
    onDisk((root) => {
      put(root, pages);
      found = read(`${root}/dist`);
    });
    return found;
  };

  test.each([
    ['a file becomes a folder', FILE, FOLDER],
    ['a folder becomes a file', FOLDER, FILE],
  ])('%s, at whatever moment a build is killed', (_, before, after) => {
    for (let at = 0; ; at++) {
      let ended = false;
      for (const next of [after, before])
        onDisk((root) => {
          put(root, before);
          const files = nodeFiles();
          let changes = 0;
          for (const name of [
            'write',
            'rename',
            'remove',
            'removeFolder',
            'removeEmptyFolders',
          ] as const) {
            const act = files[name] as (...args: unknown[]) => void;
            Object.assign(files, {
              [name]: (...args: unknown[]) => {
                if (changes++ >= at) throw new Error('killed');
                act(...args);
              },
            });
          }
          try {
            put(root, after, 'refuse', files);
            ended = true;
          } catch (error) {
            expect((error as Error).message).toBe('killed');
          }
          put(root, next);
          expect(read(`${root}/dist`), `killed at ${at}`).toEqual(clean(next));
          expect(existsSync(`${root}/.gazeta/output/journal`)).toBe(false);
        });
      if (ended) break;
    }
  });

  test('is no hindrance to a folder that is emptied', () => {
    onDisk((root) => {
      mkdirSync(`${root}/dist/index.html/empty`, { recursive: true });
      writeFileSync(`${root}/dist/press`, 'of others');
      put(root, FOLDER, 'empty');
      expect(read(`${root}/dist`)).toEqual(clean(FOLDER));
    });
  });

  test('is told before anything is put in place if it is somebody else’s', () => {
    onDisk((root) => {
      const target = (pages: Pages) => {
        const one = publisher(nodeFiles(), `${root}/dist`, `${root}/.gazeta/output`, 'refuse');
        return fill(one, pages);
      };
      put(root, { 'index.html': 'home' });
      writeFileSync(`${root}/dist/press`, 'mine');
      const before = read(`${root}/dist`);
      const first = target(FOLDER);
      expect(first.inTheWay().foreign).toEqual(['press']);
      first.discard();
      expect(read(`${root}/dist`)).toEqual(before);
      rmSync(`${root}/dist/press`);

      put(root, FOLDER);
      writeFileSync(`${root}/dist/press/mine.txt`, 'mine');
      const full = read(`${root}/dist`);
      const second = target(FILE);
      expect(second.inTheWay().foreign).toEqual(['press/mine.txt']);
      second.discard();
      expect(read(`${root}/dist`)).toEqual(full);
    });
  });

  test('in a process that has built before', () => {
    onDisk((root) => {
      const files = nodeFiles();
      for (const pages of [FILE, FOLDER, FILE, FOLDER]) {
        put(root, pages, 'refuse', files);
        expect(read(`${root}/dist`)).toEqual(clean(pages));
      }
    });
  });
});

describe('a folder that is not the one that was written', () => {
  const three = { ...TWO, 'b.html': 'b' };

  test('is somebody else’s if none of its files is as it was published', () => {
    const files = memoryFiles();
    publish(files, three);
    for (const out of Object.keys(three)) files.write(`${OUT}/${out}`, bytes(`of others ${out}`));
    expect(open(files).foreign).toBe(true);
  });

  test('is ours if some are: what a later step made smaller goes when its page goes', () => {
    const files = memoryFiles();
    publish(files, { ...three, 'c.html': 'c' });
    files.write(`${OUT}/index.html`, bytes('smaller'));
    files.write(`${OUT}/b.html`, bytes('smaller'));
    const target = open(files);
    expect([target.foreign, target.trusted]).toEqual([false, false]);
    expect(fill(target, TWO).commit()).toEqual({
      written: ['index.html'],
      removed: ['b.html', 'c.html'],
      unchanged: 1,
    });
    expect(outputs(files)).toEqual(TWO);
  });

  test('is ours if it is a copy', () => {
    const files = memoryFiles();
    publish(files, three);
    for (const [out, text] of Object.entries(three)) files.write(`${OUT}/${out}`, bytes(text));
    const target = open(files);
    expect([target.foreign, target.trusted]).toEqual([false, false]);
    expect(fill(target, TWO).commit().removed).toEqual(['b.html']);
  });
});
