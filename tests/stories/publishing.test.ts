/** What happens to the output folder: all or nothing, and nothing of others. */
import { describe, expect, test } from 'vitest';
import { type Files, FilesError } from '../../src/base/files.ts';
import { type Site, site, story } from '../rig.ts';

const FILES = {
  'site.yaml': 'url: https://x.example\n',
  'articles/a.md': story('A', '2026-11-01'),
  'articles/b.md': story('B', '2026-11-02'),
};

test('the same inputs give the same bytes, and a second build writes nothing', () => {
  const paper = site(FILES).build().exits(0);
  const first = paper.snapshot();
  expect(paper.build().exits(0).stdout).toBe(
    'Published 2 articles to dist/: 0 files written, 0 removed, 32 unchanged.\n',
  );
  expect(paper.snapshot()).toEqual(first);
  expect(site(FILES).build().snapshot()).toEqual(first);
});

test('after any edits the output is that of a clean build', () => {
  const paper = site(FILES).build();
  const edits = [
    { 'articles/c.md': story('C', '2026-11-03', '[a](a.md)') },
    { 'articles/a.md': story('A again', '2026-11-01') },
    { 'articles/a.md': null, 'articles/c.md': story('C', '2026-11-03') },
    { 'articles/c.md': null },
  ];
  const files: Record<string, string | null> = { ...FILES };
  for (const edit of edits) {
    Object.assign(files, edit);
    const clean = Object.fromEntries(Object.entries(files).filter(([, body]) => body !== null));
    expect(paper.edit(edit).build().exits(0).snapshot()).toEqual(
      site(clean as Record<string, string>)
        .build()
        .snapshot(),
    );
  }
});

test('an article that is gone takes its page and its empty folders with it', () => {
  const paper = site(FILES).build().edit({ 'articles/a.md': null }).build().exits(0);
  expect(paper.outputs()).not.toContain('2026/11/01/a/index.html');
  expect(paper.stdout).toContain('1 removed');
});

test.each([
  ['an error in an article', { 'articles/c.md': story('C', '2026-02-30') }],
  ['an error in a template', { 'templates/article.hbs': '{{> nope}}' }],
  ['an error while a page is made', { 'templates/article.hbs': '{{article.nope}}' }],
  ['an error in the settings', { 'site.yaml': 'latest: never' }],
])('with %s the old output stays byte for byte', (_, edit) => {
  const paper = site(FILES).build().exits(0);
  const before = paper.snapshot();
  paper.edit({ 'articles/a.md': story('Changed', '2026-11-01'), ...edit }).build();
  expect(paper.exitCode).toBeGreaterThan(0);
  expect(paper.snapshot()).toEqual(before);
});

describe('a disk that fails', () => {
  test('before anything is published leaves the old output as it was', () => {
    const paper = site(FILES).build().exits(0);
    const before = paper.snapshot();
    paper.files.faults.set('/site/dist/2026', 'EACCES');
    paper
      .edit({ 'articles/a.md': story('Changed', '2026-11-01') })
      .build()
      .exits(74)
      .says(
        `error output/file: could not write /site/dist/2026/11/02/b/index.html.gazeta-new: permission denied
  Nothing more was done. What was published before stays; build again when the cause is gone.`,
      );
    expect(paper.snapshot()).toEqual(before);
  });

  test('while files are put in place says that some may be new', () => {
    const paper = site(FILES).build().exits(0);
    const { rename } = paper.files;
    let renamed = 0;
    paper.files.rename = (from, to) => {
      if (to.startsWith('/site/dist/') && renamed++ === 2)
        throw new FilesError(to, 'EFBIG', 'write');
      rename(from, to);
    };
    paper
      .edit({ 'articles/a.md': story('Changed', '2026-11-01') })
      .build()
      .exits(74);
    expect(paper.stderr).toMatch(
      /^error output\/file: could not write \/site\/dist\/.*: the file is larger than the disk or the limits of this user allow\n {2}Nothing more was done, but files were being put in place: some may be new, and others as before\. Build again when the cause is gone; that build finishes it\.$/m,
    );
    paper.files.rename = rename;
    paper.build().exits(0);
  });

  test('that is not there, where the output folder is a link to it, is told before anything is made', () => {
    const paper = site(FILES);
    paper.files.linkOf = (path) => (path === '/site/dist' ? '/not/mounted' : null);
    paper
      .build()
      .exits(74)
      .says(
        `error output/file: could not write /site/dist -> /not/mounted: it is a link, and nothing is there
  Nothing more was done. What was published before stays; build again when the cause is gone.`,
      );
    expect(paper.tasks).toEqual([]);
  });

  test('an output folder that cannot be written', () => {
    const paper = site(FILES);
    paper.files.faults.set('/site/dist', 'EROFS');
    expect(paper.build().exits(74).stderr).toContain('the disk is read-only');
  });
});

describe('a folder with files of others', () => {
  const foreign = (): Site => site({ ...FILES, 'dist/mine.txt': 'mine', 'dist/index.html': 'old' });

  test('is not touched', () => {
    const paper = foreign().build().exits(2);
    expect(paper.stderr).toContain(
      'error output/foreign: the folder /site/dist holds files, and no build of this site wrote there',
    );
    expect(paper.outputs()).toEqual(['index.html', 'mine.txt']);
    expect(paper.read('index.html')).toBe('old');
  });

  test('is adopted with --adopt: its files stay, also later', () => {
    foreign()
      .build('--adopt')
      .exits(0)
      .expect('mine.txt', 'mine')
      .shows('index.html', 'A')
      .build()
      .exits(0)
      .expect('mine.txt', 'mine');
  });

  test('is emptied with --empty', () => {
    const paper = foreign().build('--empty').exits(0);
    expect(paper.outputs()).not.toContain('mine.txt');
    expect(paper.snapshot()).toEqual(site(FILES).build().snapshot());
  });

  test('is as it was, and still of others, when a build with --empty or --adopt is killed while it stages', () => {
    for (const takeover of ['--empty', '--adopt'])
      for (let at = 1; ; at++) {
        const paper = foreign();
        const staged = () =>
          paper.files.list('/site/dist', true).some(({ path }) => path.endsWith('.gazeta-new'));
        endsAt(paper, at, 'is killed', takeover);
        const journal = [...paper.files.content].find(([path]) => path.endsWith('/journal'))?.[1];
        // Once it names what is replaced, the next build ends what this one was told to do.
        if (journal && new TextDecoder().decode(journal).includes('\nindex.html\n')) break;
        expect(at).toBeLessThan(99);
        const isStaged = staged();
        paper.build().exits(2);
        expect(paper.snapshot(), `${takeover}, ended at ${at}`).toEqual({
          'index.html': 'old',
          'mine.txt': 'mine',
        });
        if (isStaged) expect(staged()).toBe(false);
      }
  });

  test('is emptied with --empty, also where what Gazeta wrote is not as it was', () => {
    const paper = site(FILES).build();
    const before = paper.snapshot();
    for (const out of paper.outputs())
      if (out.startsWith('2026/')) paper.edit({ [`dist/${out}`]: null });
    paper.edit({ 'dist/2026': 'x' }).build('--empty').exits(0);
    expect(paper.snapshot()).toEqual(before);
  });

  test('a file put there by hand after a build is left alone', () => {
    site(FILES)
      .build()
      .edit({ 'dist/verify.html': 'token' })
      .build()
      .exits(0)
      .edit({ 'articles/a.md': null })
      .build()
      .expect('verify.html', 'token');
  });
});

test('a file that becomes a folder, and a folder that becomes a file, are published', () => {
  const folder = { ...FILES, 'public/press/kit.txt': 'kit' };
  const file = { ...FILES, 'public/press': 'all' };
  const paper = site(folder).build().exits(0);
  paper.edit({ 'public/press/kit.txt': null, 'public/press': 'all' }).build().exits(0);
  expect(paper.snapshot()).toEqual(site(file).build().snapshot());
  paper.edit({ 'public/press': null, 'public/press/kit.txt': 'kit' }).build().exits(0);
  expect(paper.snapshot()).toEqual(site(folder).build().snapshot());
});

test('what others put in the way is told, and nothing is done', () => {
  const paper = site(FILES).build().edit({ 'dist/press': 'mine', 'public/press/kit.txt': 'kit' });
  const before = paper.snapshot();
  paper
    .build()
    .exits(2)
    .says(`error output/foreign: /site/dist/press is in the way, and no build of this site put it there
  A file has to be where a folder is, or a folder where a file is. Move it to another place, or remove it.

1 error
Nothing was published; dist/ is as it was.`);
  expect(paper.snapshot()).toEqual(before);
  paper.edit({ 'dist/press': null }).build().exits(0).expect('press/kit.txt', 'kit');
});

test('a store sees that another one wrote into its folder', () => {
  const old = story('A', '2026-11-01', 'Text.\n\nMore.');
  const paper = site({ ...FILES, 'articles/a.md': old, 'site.yaml': 'surfaces: {feeds: false}\n' });
  const before = paper.build().snapshot();
  // No page but its own shows it.
  const edit = { 'articles/a.md': old.replace('More.', 'Less.') };
  paper.edit(edit).build('--store', '../other', '--adopt').exits(0);
  expect(paper.stdout).toContain('1 file written');
  paper.edit({ 'articles/a.md': old }).build().exits(0);
  expect(paper.snapshot()).toEqual(before);
});

test('a folder of others in the place of ours is not taken over', () => {
  const paper = site(FILES).build();
  for (const out of paper.outputs()) paper.edit({ [`dist/${out}`]: `of others: ${out}` });
  const before = paper.snapshot();
  paper.edit({ 'articles/a.md': null }).build('--allow-removals').exits(2);
  expect(paper.stderr).toContain('error output/foreign: the folder /site/dist holds files');
  expect(paper.snapshot()).toEqual(before);
  // Adopted, it keeps what this build does not make.
  paper.build('--allow-removals', '--adopt').exits(0);
  paper.expect('2026/11/01/a/index.html', 'of others: 2026/11/01/a/index.html');
});

test.each([
  '.',
  '..',
  '/',
  'articles',
  'articles/sub',
  'public/site',
  'templates',
  'plugins',
  '.gazeta',
])('the output never lies among the sources: --out %s, not even with --empty', (out) => {
  const paper = site(FILES);
  // The lock is taken before anything is looked at.
  const files = () => [...paper.files.content.keys()].filter((path) => !path.endsWith('/lock'));
  const before = files();
  expect(paper.build('--out', out, '--empty').exits(2).stderr).toContain('error output/overlap');
  expect(files()).toEqual(before);
});

test('drafts are never published, whatever the name of the folder', () => {
  const paper = site({ ...FILES, 'site.yaml': 'output: www' });
  paper.build('--drafts', '--out', '/site/www').exits(2);
  expect(paper.stderr).toContain('drafts do not belong among published pages');
  paper.build('--drafts', '--out', '/site/preview').exits(0);
});

test.each<[string, Readonly<Record<string, string>>, string[]]>([
  ['dist is a link to the articles', { '/site/dist': '/site/articles' }, ['--empty']],
  ['the site is built by a link', { '/site': '/real' }, ['--out', '/real/articles/out']],
  [
    'the articles are a link to where it would be',
    { '/site/articles': '/web/texts' },
    ['--out', '/web'],
  ],
])('nor where links lead to them: %s', (_, links, args) => {
  const paper = site(FILES);
  paper.files.place = (path) => {
    const link = Object.keys(links).find((one) => `${path}/`.startsWith(`${one}/`));
    return link === undefined ? path : links[link] + path.slice(link.length);
  };
  const before = paper.snapshot();
  expect(paper.build(...args).exits(2).stderr).toContain('error output/overlap');
  expect(paper.snapshot()).toEqual(before);
});

describe('the guard against mass removal', () => {
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [`articles/a${at}.md`, story(`A${at}`, '2026-11-01')]),
  );

  test('stops with the list, and goes on when told to', () => {
    const gone = Object.fromEntries(
      Array.from({ length: 21 }, (_, at) => [`articles/a${at}.md`, null]),
    );
    const paper = site(many).build().exits(0).edit(gone);
    const before = paper.snapshot();
    expect(paper.build().exits(1).stderr).toContain(
      'error output/removals: the build would remove 21 of 30 published articles\n    2026/11/01/a0/index.html',
    );
    expect(paper.snapshot()).toEqual(before);
    paper.build('--allow-removals').exits(0);
    expect(paper.outputs().filter((out) => out.startsWith('2026'))).toHaveLength(9);
  });

  test('lets a few go, and an expired article with them', () => {
    const gone = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`articles/a${at}.md`, null]),
    );
    site(many).build().edit(gone).build().exits(0);
  });

  test('never empties a paper by mistake', () => {
    const paper = site(FILES)
      .build()
      .edit({ 'articles/a.md': null, 'articles/b.md': null, 'articles/x.txt': '' });
    expect(paper.build().exits(1).stderr).toContain(
      'the folder has no articles, where 2 are published',
    );
    paper.build('--allow-removals').exits(0).shows('index.html', 'There are no articles here yet.');
  });
});

/** Runs a build that ends at its n-th change of the disk; false if it came through. */
function endsAt(paper: Site, at: number, what: string, ...args: string[]): boolean {
  const files = paper.files as Files;
  const { write, rename, remove, removeFolder, sync } = files;
  let changes = 0;
  const counted =
    <A extends unknown[]>(act: (...args: A) => void) =>
    (...args: A): void => {
      const change = changes++;
      // A killed process does nothing more; a failed call is followed by others.
      if (what === 'is killed' ? change >= at : change === at)
        throw new FilesError(String(args[0]), 'ENOSPC', 'write');
      act(...args);
    };
  Object.assign(files, {
    write: counted(write),
    rename: counted(rename),
    remove: counted(remove),
    removeFolder: counted(removeFolder),
    sync: counted(sync),
  });
  paper.build(...args);
  Object.assign(files, { write, rename, remove, removeFolder, sync });
  return paper.exitCode !== 0;
}

describe.each(['is killed', 'meets a full disk'])('a build that %s', (what) => {
  // Each moment takes six builds: fewer files, fewer moments.
  const few = 'surfaces: {feeds: false, sitemaps: false, tags: false}\n';
  const PAPER = { ...FILES, 'site.yaml': FILES['site.yaml'] + few };

  test('loses nothing at any moment: the next build gives the bytes of a clean one', () => {
    const edit = {
      'articles/a.md': null,
      'articles/b.md': story('B changed', '2026-11-02'),
      'articles/c.md': story('C', '2026-11-03'),
    };
    const clean = site({
      'site.yaml': PAPER['site.yaml'],
      'articles/b.md': edit['articles/b.md'],
      'articles/c.md': edit['articles/c.md'],
    })
      .build()
      .snapshot();
    const without = site(PAPER).build().snapshot();
    let at = 0;
    for (; ; at++) {
      // What the interrupted build had begun to publish is not wanted any more: no orphan stays.
      const other = site(PAPER).build().edit(edit);
      endsAt(other, at, what);
      other.edit({ ...PAPER, 'articles/c.md': null });
      expect(other.build().exits(0).snapshot(), `ended at ${at}`).toEqual(without);

      const paper = site(PAPER).build().edit(edit);
      const ended = endsAt(paper, at, what);
      // No page that the home page links to is missing.
      for (const [, link] of paper.read('index.html').matchAll(/href="\/(2026[^"]*)"/g))
        expect(paper.outputs(), `ended at ${at}`).toContain(`${link}index.html`);
      expect(paper.build().exits(0).snapshot(), `ended at ${at}`).toEqual(clean);
      if (!ended) break;
    }
    expect(at).toBeGreaterThan(8);
  });
});

describe('a first build that is killed', () => {
  test('leaves no folder or a whole one, and the next build gives the bytes of a clean one', () => {
    const whole = site(FILES).build().snapshot();
    const edit = { 'articles/a.md': null };
    const clean = site({ ...FILES, 'articles/c.md': story('C', '2026-11-03') })
      .edit(edit)
      .build()
      .snapshot();
    for (let at = 0; ; at += 3) {
      const paper = site(FILES);
      const ended = endsAt(paper, at, 'is killed');
      const left = paper.snapshot();
      expect([{}, whole], `ended at ${at}`).toContainEqual(left);
      paper.edit({ ...edit, 'articles/c.md': story('C', '2026-11-03') });
      expect(paper.build().exits(0).snapshot(), `ended at ${at}`).toEqual(clean);
      expect(paper.files.kind('/site/dist.gazeta-new')).toBe('none');
      if (!ended) break;
    }
  });
});

test('with --verify every file is compared, and what differs is made again', () => {
  const paper = site(FILES).build();
  const whole = paper.snapshot();
  paper.edit({ 'dist/2026/11/01/a/index.html': 'spoilt', 'dist/2026/11/02/b/index.html': null });
  paper.build('--verify').exits(0);
  expect(paper.stdout).toContain('2 files written');
  expect(paper.snapshot()).toEqual(whole);
});

test('an output folder that was removed is made again', () => {
  const paper = site(FILES).build();
  const whole = paper.snapshot();
  for (const out of paper.outputs()) paper.edit({ [`dist/${out}`]: null });
  expect(paper.build().exits(0).snapshot()).toEqual(whole);
});

test('a file that is missing beside one that changes is made again at once', () => {
  const paper = site(FILES).build();
  paper.edit({ 'dist/rajoni/index.html': null, 'dist/404.html': null });
  paper.edit({ 'articles/a.md': story('A again', '2026-11-01') });
  const clean = site({ ...FILES, 'articles/a.md': story('A again', '2026-11-01') }).build();
  expect(paper.build().exits(0).snapshot()).toEqual(clean.snapshot());
});

test('a name that no disk can hold is told before anything is published', () => {
  const name = `public/${'x'.repeat(250)}`;
  const paper = site({ ...FILES, [name]: 'x' })
    .build()
    .exits(1);
  expect(paper.stderr).toContain(`${name} error output/name:`);
  expect(paper.stderr).toContain('a name has 250 bytes, and 244 are the most');
  expect(paper.outputs()).toEqual([]);
});

test('a damaged manifest is no right to remove: the folder is somebody else’s then', () => {
  const paper = site(FILES).build();
  const manifest = paper.files
    .list('/site/.gazeta', true)
    .find(({ path }) => path.endsWith('/manifest'));
  const name = `.gazeta/${manifest?.path}`;
  const bytes = Uint8Array.from(paper.files.read(`/site/${name}`));
  bytes[100] = (bytes[100] as number) ^ 1;
  paper.edit({ [name]: bytes });
  paper.build().exits(2).build('--adopt').exits(0);
});

test('two things with one address', () => {
  expect(
    site({ ...FILES, 'public/2026/11/01/a/index.html': 'x', 'public/Latest/index.html': 'y' })
      .build()
      .exits(1).stderr,
  ).toContain(`articles/a.md error article/address: its address /2026/11/01/a/ is also that of public/2026/11/01/a/index.html
  Give the article another address with a line slug: or permalink:.

public/Latest/index.html error output/clash: Latest/index.html is also made by the page "latest"
  Rename one of the two: an article or a page by a line slug: or permalink: in its front matter, a section in site.yaml, a file by its name.

2 errors`);
});

describe('a file in the place of a folder is told at once, whoever needs the folder', () => {
  const embargoed = (permalink: string, ...more: string[]) =>
    story('L', '2026-12-04', 'Text.', [`permalink: ${permalink}`, ...more]);
  const HELP =
    'Rename one of the two: an article or a page by a line slug: or permalink: in its front matter, a section in site.yaml, a file by its name.';
  test.each<[string, Record<string, string>, string]>([
    [
      'an article under embargo',
      { 'public/press': 'x', 'articles/l.md': embargoed('/Press/') },
      'articles/l.md error output/clash: Press/index.html cannot be made: public/press is where its folder has to be',
    ],
    [
      'an article deep below it',
      { 'public/press': 'x', 'articles/l.md': embargoed('/press/2026/kit/') },
      'articles/l.md error output/clash: press/2026/kit/index.html cannot be made: public/press is where its folder has to be',
    ],
    [
      'an article of that year, where there are no archives',
      {
        'site.yaml': 'url: https://x.example\nsurfaces: {archives: false}\n',
        'articles/b.md': embargoed('/b/'),
        'public/2026': 'x',
      },
      'articles/a.md error output/clash: 2026/11/01/a/index.html cannot be made: public/2026 is where its folder has to be',
    ],
    [
      'a former address',
      {
        'public/press': 'x',
        'articles/l.md': story('L', '2026-12-04', 'Text.', ['aliases: [/press/old.html]']),
      },
      'articles/l.md error output/clash: press/old.html cannot be made: public/press is where its folder has to be',
    ],
    [
      'an article below a file with an ending',
      { 'public/v1.0': 'x', 'articles/l.md': embargoed('/v1.0/notes/') },
      'articles/l.md error output/clash: v1.0/notes/index.html cannot be made: public/v1.0 is where its folder has to be',
    ],
    [
      'another article',
      { 'articles/k.md': embargoed('/kit.html'), 'articles/l.md': embargoed('/kit.html/more/') },
      'articles/l.md error output/clash: kit.html/more/index.html cannot be made: articles/k.md is where its folder has to be',
    ],
    [
      'a file that an article is in the way of',
      { 'public/kit.html/more.txt': 'x', 'articles/l.md': embargoed('/kit.html') },
      'articles/l.md error output/clash: kit.html cannot be made: public/kit.html/more.txt needs a folder of that name',
    ],
    [
      'a page of the paper',
      { 'public/tags': 'x' },
      'public/tags error output/clash: tags cannot be made: the page "tags" needs a folder of that name',
    ],
    [
      'a section of an article under embargo',
      { 'public/Sport': 'x', 'articles/l.md': embargoed('/l/', 'section: Sport') },
      'public/Sport error output/clash: sport cannot be made: the section "sport" needs a folder of that name',
    ],
    [
      'a file beside an article',
      { 'public/media': 'x', 'articles/kit.pdf': 'x' },
      'public/media error output/clash: media cannot be made: articles/kit.pdf needs a folder of that name',
    ],
    [
      'an archive',
      { 'public/2026/11': 'x' },
      'public/2026/11 error output/clash: 2026/11 cannot be made: the archive of the paper needs a folder of that name',
    ],
    [
      'the theme',
      { 'public/_assets': 'x' },
      'public/_assets error output/clash: _assets cannot be made: the theme needs a folder of that name',
    ],
  ])('%s', (_, files, message) => {
    const paper = site({ ...FILES, ...files })
      .build()
      .exits(1);
    expect(paper.stderr).toContain(`${message}\n  ${HELP}\n`);
    expect(paper.gazeta('check').exits(1).stderr + paper.stdout).toContain(message);
  });

  test('of the first ten articles', () => {
    const many = Array.from({ length: 12 }, (_, at) => [
      `articles/m${at}.md`,
      embargoed(`/press/m${at}/`),
    ]);
    const paper = site({ ...FILES, ...Object.fromEntries(many), 'public/press': 'x' }).build();
    expect(paper.exits(1).stderr).toContain('\n10 errors\n');
  });

  test('and one whose name is not a folder’s is fine', () => {
    site({
      ...FILES,
      'public/CNAME': 'x.example',
      'public/press/kit': 'x',
      'articles/l.md': story('L', '2026-11-04', 'Text.', ['permalink: /press/']),
      'articles/m.md': story('M', '2026-11-04', 'Text.', ['permalink: /a/b.html']),
    })
      .build()
      .exits(0);
  });
});

test('the output folder has one form, however it is written', () => {
  const paper = site({
    'site.yaml': 'output: ./www//site/',
    'articles/a.md': story('A', '2026-11-01'),
  });
  const told = JSON.parse(paper.gazeta('build', '--json').exits(0).stdout);
  expect(told.out).toBe('/site/www/site');
});
