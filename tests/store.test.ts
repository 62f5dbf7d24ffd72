/** The store of the memo, damaged in every way: never a wrong byte, never a build that ends for it. */
import { expect, test } from 'vitest';
import { type Site, site, story } from './rig.ts';

const FILES = {
  'site.yaml': 'title: Store\nurl: https://store.example\n',
  'authors/arta.md': '---\nname: Arta\n---\nWho she is.',
  'articles/a.md': story('First', '2026-11-20T10:00', '![P](/p.svg) [Second](b.md)', [
    'tags: [one, two]',
  ]),
  'articles/b.md': story('Second', '2026-11-21T10:00', 'Text.', ['tags: [one]', 'authors: arta']),
  'articles/c.md': story('Third', '2026-11-22T10:00', 'Text.', ['tags: [two]', 'image: /p.svg']),
  'articles/d.md': story('Fourth', '2026-11-23T10:00', 'Text.', ['draft: true', 'tagz: [x]']),
  'public/p.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
};

/** What happens after the damage: an edit that asks the store for others. */
const EDIT = {
  'articles/b.md': story('Second, again', '2026-11-21T10:00', 'Text.', ['tags: [two]']),
};

const built = (): Site => site(FILES).build().exits(0);
const kept = (paper: Site) =>
  [...paper.files.content.keys()].filter((path) => /\.gazeta\/(?:memo|root|pieces-\d)$/.test(path));
const EXPECTED = site({ ...FILES, ...EDIT })
  .build()
  .exits(0)
  .snapshot();

function survives(paper: Site, what: string): void {
  paper.edit(EDIT).build();
  expect(paper.exitCode, `${what}\n${paper.stderr}`).toBe(0);
  expect(paper.snapshot(), what).toEqual(EXPECTED);
  // It left a store that is whole.
  expect(paper.build().exits(0).tasks, what).toEqual([]);
}

test('the store has three files, and one that keeps them out of Git', () => {
  const paper = built();
  expect(kept(paper)).toHaveLength(3);
  expect(new TextDecoder().decode(paper.files.read('/site/.gazeta/.gitignore'))).toBe('*\n');
});

test('each of its files cut at many places', () => {
  for (const path of kept(built()))
    for (let part = 0; part < 12; part++) {
      const paper = built();
      const bytes = paper.files.read(path);
      paper.files.write(path, bytes.subarray(0, Math.floor((bytes.length * part) / 12)));
      survives(paper, `${path} cut to ${part} of 12 parts`);
    }
});

test('each of its files replaced by garbage, and by another of them', () => {
  const paths = kept(built());
  for (const path of paths)
    for (const other of [...paths, null]) {
      const paper = built();
      const garbage = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) & 255);
      paper.files.write(path, other === null ? garbage : paper.files.read(other).slice());
      survives(paper, `${path} replaced by ${other ?? 'garbage'}`);
    }
});

test('two hundred bits changed, one at a time', () => {
  let roll = 12345;
  for (let flip = 0; flip < 200; flip++) {
    const paper = built();
    const paths = kept(paper);
    const path = paths[flip % paths.length] ?? '';
    const bytes = paper.files.read(path).slice();
    roll = (roll * 1103515245 + 12345) % 2 ** 31;
    const bit = roll % (bytes.length * 8);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    paper.files.write(path, bytes);
    survives(paper, `bit ${bit} of ${path}`);
  }
});

test('the store of an older paper put back', () => {
  const paper = built();
  const old = new Map(kept(paper).map((path) => [path, paper.files.read(path).slice()]));
  paper
    .edit({ 'articles/c.md': story('Third, again', '2026-11-22T10:00') })
    .build()
    .exits(0);
  for (const [path, bytes] of old) paper.files.write(path, bytes);
  paper.edit({ 'articles/c.md': FILES['articles/c.md'] });
  survives(paper, 'an old store');
});

test('a file that was written again within the same moment, and is as long as before, is read again', () => {
  const paper = site(FILES);
  // The clock of this disk stands still.
  paper.files.tick = 0;
  paper.build().exits(0);
  paper
    .edit({ 'articles/a.md': FILES['articles/a.md'].replace('First', 'Frist') })
    .build()
    .exits(0);
  expect(paper.text('2026/11/20/a/index.html')).toContain('Frist');
});

test('code of another version believes nothing', () => {
  const paper = built();
  paper.version = 'another';
  paper.build().exits(0);
  expect(paper.tasks.filter((task) => task.startsWith('entry'))).toHaveLength(4);
});

test('--no-cache makes everything, and leaves what is remembered as it is', () => {
  const paper = built();
  // The root goes: it speaks of an output that is no more.
  const others = (path: string) => !path.endsWith('/root');
  const before = kept(paper)
    .filter(others)
    .map((path) => paper.files.read(path).slice());
  paper.edit(EDIT).build('--no-cache').exits(0);
  expect(paper.snapshot()).toEqual(EXPECTED);
  expect(kept(paper).map((path) => paper.files.read(path))).toEqual(before);
  expect(paper.tasks.filter((task) => task.startsWith('entry'))).toHaveLength(4);
  survives(paper, 'after --no-cache');
});

test('an edition that was replaced without the store is published again', () => {
  const paper = built();
  paper.at('2026-11-21T12:00:00Z').build('--no-cache', '--allow-removals').exits(0);
  paper.at('2026-11-23T12:00:00Z').build().exits(0);
  expect(paper.snapshot()).toEqual(site(FILES).build().exits(0).snapshot());
});

test('an icon that is another is noticed', () => {
  const icon = (color: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="${color}"/></svg>`;
  const files = { ...FILES, 'site.yaml': `${FILES['site.yaml']}icon: icon.svg\n` };
  const paper = site({ ...files, 'icon.svg': icon('#112233') })
    .build()
    .exits(0);
  paper
    .edit({ 'icon.svg': icon('#445566') })
    .build()
    .exits(0);
  expect(paper.snapshot()).toEqual(
    site({ ...files, 'icon.svg': icon('#445566') })
      .build()
      .exits(0)
      .snapshot(),
  );
});

test('--verify finds what sizes and times do not tell', () => {
  const paper = built();
  const { content } = paper.files;
  const page = '/site/dist/2026/11/20/a/index.html';
  const bytes = content.get(page) ?? new Uint8Array();
  // In place, as a fault of the disk does it: neither size nor time differ.
  bytes[bytes.length - 9] = 33;
  const source = content.get('/site/articles/c.md') ?? new Uint8Array();
  source.set(new TextEncoder().encode('title: Thrid'), 4);
  expect(paper.build().exits(0).tasks).toEqual([]);
  paper.build('--verify').exits(0);
  const clean = site({
    ...FILES,
    'articles/c.md': FILES['articles/c.md'].replace('Third', 'Thrid'),
  });
  expect(paper.snapshot()).toEqual(clean.build().exits(0).snapshot());
});

test('a page that only leads to an article is not made when that gets another headline', () => {
  const link = 'To [it](/2026/11/18/b/), or [its file](b.md).';
  const paper = site({
    'site.yaml':
      'title: Paper\nurl: https://paper.example\nlanguages: [en, sq]\nlatest: {size: 1}\n',
    'articles/b.md': story('B', '2026-11-18', 'Text.', ['translations: one']),
    'articles/a.md': story('A', '2026-11-19', link, ['lang: sq']),
    'articles/c.md': story('C', '2026-11-19', 'Text.', ['lang: sq', 'translations: one']),
  });
  paper.build().exits(0);
  const headline = { 'articles/b.md': story('New', '2026-11-18', 'Text.', ['translations: one']) };
  const { tasks } = paper.edit(headline).build().exits(0);
  expect(tasks).toContain('page 2026/11/18/b/index.html');
  expect(tasks.filter((task) => task.startsWith('page sq/'))).toEqual([]);
});

test('a body of which nothing is left is empty, whether it waited or was parsed again', () => {
  const template = {
    'templates/article.hbs': '{{page.title}} {{#if body}}some{{else}}no{{/if}} text',
  };
  const article = { 'articles/a.md': '---\ntitle: A\ndate: 2026-11-18\n---\n<img src="x.jpg">' };
  const paper = site(article).build().exits(0).edit(template).build().exits(0);
  const clean = site({ ...article, ...template })
    .build()
    .exits(0);
  expect(paper.snapshot()).toEqual(clean.snapshot());
});

test('the entries of feeds follow a file that is moved', () => {
  const text = story('A', '2026-11-19');
  const settings = { 'site.yaml': 'title: Paper\nurl: https://paper.example\n' };
  const paper = site({ ...settings, 'articles/a/x.md': text })
    .build()
    .exits(0);
  paper.edit({ 'articles/a/x.md': null, 'articles/b/x.md': text }).build().exits(0);
  const clean = site({ ...settings, 'articles/b/x.md': text })
    .build()
    .exits(0);
  expect(paper.snapshot()).toEqual(clean.snapshot());
});
