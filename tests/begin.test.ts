/** The beginning of a build: where nothing changed it is all of it, and reads next to nothing. */
import { expect, test } from 'vitest';
import { type Site, site, story } from './rig.ts';

const paper = () =>
  site({ 'articles/a.md': story('A', '2026-11-20'), 'site.yaml': 'title: Paper\n' });

/** Builds once more; returns the files that were read, but for those that are looked for. */
function readBy(paper: Site, ...args: string[]): string[] {
  const read: string[] = [];
  const { readIfThere, read: readAll } = paper.files;
  Object.assign(paper.files, {
    readIfThere(path: string) {
      const bytes = readIfThere(path);
      if (bytes !== null) read.push(path.replace('/site/', ''));
      return bytes;
    },
    read(path: string, size?: number) {
      read.push(path.replace('/site/', ''));
      return readAll(path, size);
    },
  });
  paper.build(...args).exits(0);
  Object.assign(paper.files, { readIfThere, read: readAll });
  return read;
}

const LITTLE = ['site.yaml', '.gazeta/root'];

test('where nothing changed, neither the memo nor the record of the output is read', () => {
  const built = paper().build().exits(0);
  expect(readBy(built)).toEqual(LITTLE);
  built.edit({ 'articles/b.md': story('B', '2026-11-21') });
  expect(readBy(built)).toContain('.gazeta/memo');
  expect(readBy(built)).toEqual(LITTLE);
});

test.each<[string, (built: Site) => unknown]>([
  ['the machine was started again', ({ files }) => Object.assign(files, { booted: 'again' })],
  ['the record of the output was written anew', (built) => rewrite(built, /output-\w+\/manifest$/)],
  ['the home page was written by somebody', (built) => rewrite(built, /dist\/index\.html$/)],
])('a build looks further where %s, and the next one does not', (_, happen) => {
  const built = paper().build().exits(0);
  const before = built.snapshot();
  happen(built);
  expect(readBy(built)).toContain('.gazeta/memo');
  expect(built.snapshot()).toEqual(before);
  expect(readBy(built)).toEqual(LITTLE);
});

test.each(['--verify', '--no-cache', '--adopt', '--drafts --out drafts'])(
  'a build looks further with %s',
  (args) => {
    const built = paper().build().exits(0);
    expect(readBy(built, ...args.split(' ')).length).toBeGreaterThan(LITTLE.length);
  },
);

function rewrite({ files }: Site, path: RegExp): void {
  const file = [...files.content.keys()].find((one) => path.test(one)) ?? '';
  files.write(file, files.read(file));
}
