/** The lists of a paper: fronts, tags, authors, directories, and archives by calendar. */
import { describe, expect, test } from 'vitest';
import { type Site, site, story } from '../rig.ts';

const SETTINGS = 'url: https://x.example\ntimezone: Europe/Belgrade\nsections: [Rajoni, Sport]\n';

/** Articles `a1` to `aN`, one a day from a first day on. */
function daily(count: number, first: string, more: string[] = []): Record<string, string> {
  const start = Date.parse(`${first}T12:00:00Z`);
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const day = new Date(start + at * 86_400_000).toISOString().slice(0, 10);
      return [`articles/a${at + 1}.md`, story(`Story ${at + 1}`, `${day}T12:00`, 'x', more)];
    }),
  );
}

/** What differs between two outputs, without the pages of articles. */
function changed(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((out) => before[out] !== after[out])
    .sort();
}

/** The headlines that stand in a page's main part, in their order. */
function stories(paper: Site, out: string): string[] {
  const main = paper.read(out).split('<main')[1] ?? '';
  return [...main.matchAll(/>(Story \d+)</g)].map((match) => match[1] ?? '');
}

describe('an archive', () => {
  test('is not there while the front shows all', () => {
    const paper = site({ 'site.yaml': SETTINGS, ...daily(30, '2026-01-01') })
      .build()
      .exits(0);
    expect(paper.outputs()).not.toContain('2026/index.html');
    paper.hides('index.html', 'All stories by date');
  });

  test('of few articles is a year that lists them, oldest first', () => {
    const paper = site({ 'site.yaml': SETTINGS, ...daily(31, '2026-01-01', ['section: Sport']) })
      .build()
      .exits(0)
      .shows('index.html', 'All stories by date', '<a href="/2026/">2026</a>')
      .shows('sport/index.html', '<a href="/sport/2026/">2026</a>')
      .shows('sport/2026/index.html', '<h1 class="front-title">Sport: 2026</h1>', '1 January 2026');
    expect(stories(paper, 'sport/2026/index.html')).toHaveLength(31);
    expect(stories(paper, 'sport/2026/index.html')[0]).toBe('Story 1');
    expect(paper.outputs()).not.toContain('rajoni/2026/index.html');
    expect(paper.outputs()).not.toContain('sport/2026/01/index.html');
  });

  test('of some more is a year on a few pages, each of which tells with which day it begins', () => {
    const paper = site({ 'site.yaml': SETTINGS, ...daily(120, '2026-01-01') })
      .build()
      .exits(0)
      .shows('2026/index.html', '<h1 class="front-title">2026</h1>', 'Story 50<')
      .shows('2026/page-2/index.html', '<title>2026 (2)', 'Story 51<')
      .shows(
        '2026/page-3/index.html',
        'Story 120',
        '<a href="/2026/page-2/">Page 2 <span>20 February</span></a>',
      );
    expect(paper.outputs()).not.toContain('2026/01/index.html');
    expect(paper.outputs()).not.toContain('2026/page-4/index.html');
    expect(stories(paper, '2026/page-2/index.html')).toHaveLength(50);
  });

  test('of many is divided into months, days and pages, and each article stands in it once', () => {
    const crowd = Object.fromEntries(
      Array.from({ length: 301 }, (_, at) => [
        `articles/b${at}.md`,
        story(
          `Story ${1000 + at}`,
          `2026-03-${at < 60 ? '05' : '06'}T${10 + Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`,
        ),
      ]),
    );
    const paper = site({ 'site.yaml': SETTINGS, ...daily(70, '2026-01-01'), ...crowd })
      .build()
      .exits(0)
      .shows('2026/index.html', '<a href="/2026/01/">January</a>', '<a href="/2026/03/">March</a>')
      .shows('2026/01/index.html', 'January 2026', 'Story 31')
      .shows('2026/03/index.html', '<a href="/2026/03/05/">5 March</a>')
      .shows('2026/03/05/index.html', 'Story 1000', '>Page 2</a>', 'aria-current="page"')
      .shows('2026/03/05/page-2/index.html', 'Story 1059', '<a href="/2026/03/">March</a>');
    const leaves = paper
      .outputs()
      .filter((out) => /^2026\/(\d\d\/)*(page-\d\/)?index\.html$/.test(out));
    const listed = leaves.flatMap((out) => stories(paper, out));
    expect(listed).toHaveLength(371);
    expect(new Set(listed).size).toBe(371);
    expect(stories(paper, '2026/03/05/index.html')).toHaveLength(50);
  });

  test('is by the local day of the paper', () => {
    site({
      'site.yaml': SETTINGS,
      ...daily(31, '2026-05-01'),
      'articles/late.md': story('Story 99', '2025-12-31T23:30:00Z'),
    })
      .build()
      .shows('2026/index.html', 'Story 99', '1 January 2026');
  });

  test('whatever happens to an old article, its page and those after it in its period change', () => {
    const paper = site({ 'site.yaml': SETTINGS, ...daily(240, '2026-01-01', ['section: Sport']) })
      .build()
      .exits(0);
    const archives = (before: Record<string, string>) =>
      changed(before, paper.build().exits(0).snapshot()).filter((out) =>
        /^(sport\/)?2026\/(\d\d\/)?(page-\d\/)?index\.html$/.test(out),
      );
    let before = paper.snapshot();
    paper.edit({
      'articles/a140.md': story('Another story', '2026-05-20T12:00', 'x', ['section: Sport']),
    });
    expect(archives(before)).toEqual(['2026/page-3/index.html', 'sport/2026/page-3/index.html']);
    before = paper.snapshot();
    paper.edit({
      'articles/a201.md': story('Story 201', '2026-07-20T12:00', 'x', [
        'section: Sport',
        'withdrawn: true',
      ]),
    });
    // The pages before are only told with which day the last one begins.
    expect(archives(before).filter((out) => out.startsWith('sport'))).toEqual(
      ['', 'page-2/', 'page-3/', 'page-4/', 'page-5/'].map((at) => `sport/2026/${at}index.html`),
    );
    before = paper.snapshot();
    paper.edit({ 'articles/new.md': story('New', '2026-11-19', 'x', ['section: Sport']) });
    expect(archives(before)).toEqual(['2026/page-5/index.html', 'sport/2026/page-5/index.html']);
  });

  test('has addresses that no article may take, today or later', () => {
    site({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-20', 'x', ['permalink: /2024/']),
      'articles/b.md': story('B', '2026-11-20', 'x', ['permalink: /sport/2024/05/']),
      'articles/c.md': story('C', '2026-11-20', 'x', ['permalink: /2024/05/06/page-2/']),
      'articles/d.md': story('D', '2026-11-20', 'x', ['permalink: /tags/x/2024/', 'tags: x']),
      'articles/e.md': story('E', '2026-11-20', 'x', ['permalink: /elsewhere/2024/']),
      'articles/f.md': story('F', '2026-11-20', 'x', ['permalink: /sport/2024/page-2/']),
    })
      .build()
      .exits(1)
      .says(
        ['a', 'b', 'c', 'd', 'f']
          .map((name, at) => {
            const [address, list] = [
              ['/2024/', 'the archive of the paper'],
              ['/sport/2024/05/', 'the archive of /sport/'],
              ['/2024/05/06/page-2/', 'the archive of the paper'],
              ['/tags/x/2024/', 'the archive of /tags/x/'],
              ['/sport/2024/page-2/', 'the archive of /sport/'],
            ][at] as [string, string];
            return `articles/${name}.md error article/address: its address ${address} is also that of ${list}
  Give the article another address with a line slug: or permalink:.
`;
          })
          .concat('5 errors\nNothing was published; dist/ is as it was.')
          .join('\n'),
      );
  });

  test('can be left out', () => {
    const paper = site({
      'site.yaml': `${SETTINGS}surfaces: {archives: false}`,
      ...daily(31, '2026-01-01'),
    })
      .build()
      .exits(0);
    expect(paper.outputs()).not.toContain('2026/index.html');
  });
});

describe('tags', () => {
  test('have a page each, in the form in which they are written', () => {
    const paper = site({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-20', 'x', ['tags: [KFOR, Çmimet, flash-news]']),
      'articles/b.md': story('B', '2026-11-21', 'x', ['tags: [kfor, 2024]']),
      'articles/c.md': story('C', '2026-11-30', 'x', ['tags: [secret]']),
    })
      .build()
      .exits(0)
      .shows('tags/kfor/index.html', '<h1 class="front-title">KFOR</h1>', '>A</a>', '>B</a>')
      .shows('2026/11/20/a/index.html', '<a rel="tag" href="/tags/cmimet/">Çmimet</a>')
      .shows('tags/index.html', '<h2>#</h2>', '<a href="/tags/2024/">2024</a>', '<h2>K</h2>')
      .hides('2026/11/20/a/index.html', '/tags/flash-news/')
      .nowhere('secret');
    expect(paper.outputs()).not.toContain('tags/flash-news/index.html');
  });

  test('can be left out; then they are words', () => {
    const paper = site({
      'site.yaml': `${SETTINGS}surfaces: {tags: false}`,
      'articles/a.md': story('A', '2026-11-20', 'x', ['tags: [KFOR]']),
    })
      .build()
      .exits(0)
      .shows('2026/11/20/a/index.html', '<li><span>KFOR</span></li>')
      .hides('index.html', 'href="/tags/"');
    expect(paper.outputs().filter((out) => out.startsWith('tags'))).toEqual([]);
  });
});

describe('directories', () => {
  test('list names under their letters, in the order of the language', () => {
    const authors = ['Zana', 'Çlirim', 'Shpresa', 'Zhaneta', 'Sokol', 'Cana', 'Élise', '8 Desk'];
    const paper = site({
      'site.yaml': 'language: sq',
      ...Object.fromEntries(
        authors.map((name, at) => [
          `articles/a${at}.md`,
          story(`T${at}`, '2026-11-20', 'x', [`authors: ["${name}"]`]),
        ]),
      ),
    })
      .build()
      .exits(0);
    const seen = [
      ...paper
        .read('authors/index.html')
        .matchAll(/<h2>([^<]*)<|href="\/authors\/[^"]+">([^<]*)</g),
    ].map((match) => (match[1] === undefined ? match[2] : `[${match[1]}]`));
    expect(seen).toEqual(
      '[#] 8 Desk [C] Cana [Ç] Çlirim [E] Élise [S] Sokol [Sh] Shpresa [Z] Zana [Zh] Zhaneta'
        .replace('8 Desk', '8_Desk')
        .split(' ')
        .map((word) => word.replace('_', ' ')),
    );
  });

  test('sections with their parts', () => {
    site({
      'site.yaml': 'sections: [Rajoni, Rajoni / Kosova, Sport]',
      'articles/a.md': story('A', '2026-11-20'),
    })
      .build()
      .shows(
        'sections/index.html',
        'href="/rajoni/">Rajoni</a>',
        'href="/rajoni/kosova/">Kosova</a>',
      )
      .shows('index.html', '<a href="/sections/">All sections</a>');
  });
});

test('news of a section changes no other section’s front', () => {
  const paper = site({
    'site.yaml': SETTINGS,
    'articles/a.md': story('A', '2026-11-20T09:00', 'x', [
      'section: Sport',
      'authors: Arta',
      'tags: x',
    ]),
    'articles/b.md': story('B', '2026-11-20T10:00', 'x', ['section: Rajoni']),
  })
    .build()
    .exits(0);
  const before = paper.snapshot();
  paper.edit({ 'articles/c.md': story('C', '2026-11-20T11:00', 'x', ['section: Rajoni']) });
  const after = changed(before, paper.build().exits(0).snapshot());
  expect(after).toContain('rajoni/index.html');
  expect(after.filter((out) => /^(sport|authors|tags|sections|corrections)\//.test(out))).toEqual(
    [],
  );
});

test('the home page has what is new in each section below the newest of all', () => {
  const paper = site({
    'site.yaml': SETTINGS,
    ...daily(8, '2026-11-01', ['section: Sport']),
    'articles/old1.md': story('Story 90', '2026-10-01', 'x', ['section: Rajoni']),
    'articles/old2.md': story('Story 91', '2026-10-02', 'x', ['section: Rajoni']),
  })
    .build()
    .exits(0);
  const [above = '', ...blocks] = paper.read('index.html').split('<section class="block');
  expect(above.match(/<h3>/g)).toHaveLength(8);
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toMatch(/Rajoni[\s\S]*Story 91[\s\S]*Story 90/);
});

test('desks and agencies are organisations', () => {
  site({
    'site.yaml': SETTINGS,
    'authors/desk.yaml': 'name: The Desk\nkind: desk\nrole: Newsroom',
    'articles/a.md': story('A', '2026-11-20', 'x', ['authors: [desk, Arta]']),
  })
    .build()
    .exits(0)
    .shows(
      '2026/11/20/a/index.html',
      '"author":[{"@type":"Organization","name":"The Desk","url":"https://x.example/authors/desk/"},{"@type":"Person","name":"Arta"',
    )
    .shows('authors/desk/index.html', '"mainEntity":{"@type":"Organization","name":"The Desk"');
  expect(
    site({
      'authors/desk.yaml': 'name: The Desk\nkind: agencies',
      'articles/a.md': story('A', '2026-11-20'),
    })
      .build()
      .exits(1).stderr,
  ).toContain(`authors/desk.yaml:2:7 error article/value: the kind "agencies" is not one of an author
  2 | kind: agencies
    |       ^^^^^^^^
  Write kind: desk for a desk of the paper or an agency, or kind: person.`);
});

test('the way to an article of a part leads through the whole', () => {
  const settings = (title: string) =>
    `url: https://x.example\nlanguages: [en]\nlanguage: sq\nsections: [{name: Politika, titles: {en: ${title}}}, Politika / Komuna]\n`;
  const paper = site({
    'site.yaml': settings('Politics'),
    'articles/a.md': story('A', '2026-11-20', 'x', ['section: Komuna']),
    'articles/b.md': story('B', '2026-11-20', 'x', ['section: Komuna', 'lang: en']),
  });
  const way = (out: string) =>
    [
      ...(/<nav class="crumbs"[\s\S]*?<\/nav>/.exec(paper.read(out))?.[0] ?? '').matchAll(
        /">([^<]+)<\/a>/g,
      ),
    ].map(([, name]) => name);
  paper.build().exits(0);
  expect(way('2026/11/20/a/index.html')).toEqual(['Ballina', 'Politika', 'Komuna']);
  expect(way('en/2026/11/20/b/index.html')).toEqual(['Home', 'Politics', 'Komuna']);
  const step = '"position":2,"name":"Politika","item":"https://x.example/politika/"';
  paper.shows('2026/11/20/a/index.html', step);
  // So does that to the front of the part.
  paper.shows('politika/komuna/index.html', step, '"position":3,"name":"Komuna"');
  paper.shows('en/politika/komuna/index.html', '"position":2,"name":"Politics"');
  // A whole under another name is told on the pages of its parts.
  paper
    .edit({ 'site.yaml': settings('Policy') })
    .build()
    .exits(0);
  expect(way('en/2026/11/20/b/index.html')).toEqual(['Home', 'Policy', 'Komuna']);
  paper.shows('en/politika/komuna/index.html', '"position":2,"name":"Policy"');
});
