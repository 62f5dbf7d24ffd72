/** Where rooms meet: addresses of different makers, names that are too long, files of the paper itself. */
import { describe, expect, test } from 'vitest';
import { site, story } from '../rig.ts';

const A = { 'articles/a.md': story('A', '2026-11-20') };
/** Nobody sees it yet; no finding may wait for it. */
const LATER = '2027-01-01';

describe('an address that will be taken one day is taken today', () => {
  test.each([
    [
      'a section in the archive of its whole',
      { 'site.yaml': 'sections: [Zgjedhje, Zgjedhje / 2024]' },
      'zgjedhje/2024/index.html is also made by the archive of /zgjedhje/',
    ],
    [
      'a section in the archive of the paper',
      { 'site.yaml': 'sections: ["2024"]' },
      '2024/index.html is also made by the archive of the paper',
    ],
    [
      'a file in an archive',
      { 'public/2024/index.html': 'x' },
      '2024/index.html is also made by the archive of the paper',
    ],
    [
      'a file among the sitemaps',
      { 'site.yaml': 'url: https://x.example', 'public/sitemap-2024-06.xml': 'x' },
      'sitemap-2024-06.xml is also made by a sitemap',
    ],
    [
      'an article in the archive of a tag',
      { 'articles/b.md': story('B', LATER, 'x', ['tags: "2024"', 'permalink: /tags/2024/2024/']) },
      'its address /tags/2024/2024/ is also that of the archive of /tags/2024/',
    ],
    [
      'a former address at the icon',
      {
        'site.yaml': 'icon: i.svg',
        'i.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1"/></svg>',
        'articles/b.md': story('B', LATER, 'x', ['aliases: /favicon.ico']),
      },
      'its former address /favicon.ico is that of the icon',
    ],
    [
      'a page under its file’s name',
      { 'articles/b.md': story('B', LATER, 'x', ['permalink: /latest/index.html']) },
      'its address /latest/ is also that of the page "latest"',
    ],
  ])('%s', (_, files, message) => {
    expect(
      site({ ...A, ...files })
        .build()
        .exits(1).stderr,
    ).toContain(message);
  });

  test('but not by what the paper does not make', () => {
    site({
      ...A,
      'site.yaml': 'surfaces: {feeds: false, sitemaps: false, tags: false, archives: false}',
      'public/feed.xml': 'own',
      'public/sitemap.xml': 'own',
      'public/tags/index.html': 'own',
      'public/manifest.webmanifest': 'own',
      'articles/b.md': story('B', '2026-11-20', 'x', ['permalink: /2023/']),
    })
      .build()
      .exits(0)
      .expect('feed.xml', 'own')
      .expect('tags/index.html', 'own');
  });
});

test('a fault in the plan of pages does not advise to remove articles', () => {
  const many = Object.fromEntries(
    Array.from({ length: 25 }, (_, at) => [`articles/m${at}.md`, story(`M${at}`, '2026-11-20')]),
  );
  const paper = site(many)
    .build()
    .exits(0)
    .edit({ 'public/latest/index.html': 'x' })
    .build()
    .exits(1);
  expect(paper.stderr).not.toContain('output/removals');
});

test('a name of three hundred letters is a page all the same', () => {
  const long = 'e'.repeat(300);
  const paper = site({
    'articles/a.md': story('A', '2026-11-20', 'x', [
      `tags: ["${long}"]`,
      `authors: ["${long}"]`,
      `section: "${long}"`,
    ]),
  })
    .build()
    .exits(0);
  expect(paper.outputs().some((out) => /^tags\/e{171}-[0-9a-f]{8}\/index\.html$/.test(out))).toBe(
    true,
  );
});

test.each([
  'https://x.example/%ZZ',
  'https://x.example/a%2Fb',
  'https://x.example/%E0%A4%A',
  'https://x.example//news',
  'https://x.example/a//b/',
])('the url %s is a fault, and no crash', (url) => {
  expect(
    site({ ...A, 'site.yaml': `url: ${url}` })
      .build()
      .exits(2).stderr,
  ).toContain('is not the address of a site');
});

test('a base path in any script stands percent-encoded once', () => {
  site({ ...A, 'site.yaml': 'url: https://x.example/лист' })
    .build()
    .exits(0)
    .shows('index.html', 'href="https://x.example/%D0%BB%D0%B8%D1%81%D1%82/"')
    .hides('index.html', '%25');
});

describe('--changes', () => {
  test('is not published, and no page goes for it', () => {
    const paper = site(A).build().exits(0);
    paper.gazeta('build', '--changes', 'dist/index.html').exits(2);
    expect(paper.stderr).toContain('lies in the output folder and would be published');
    expect(paper.read('index.html')).toContain('<html');
    paper.gazeta('build', '--out', 'made', '--changes', 'made/list.json').exits(2);
    paper.gazeta('build', '--out', 'made', '--changes', 'list.json').exits(0);

    const other = site({ ...A, 'site.yaml': 'output: www' })
      .gazeta('build')
      .exits(0);
    other.gazeta('build', '--changes', 'www/index.html').exits(2);
    other.gazeta('build', '--changes', 'dist/list.json').exits(0);
  });

  test('never takes the place of a source, and says before it builds that it cannot be written', () => {
    const paper = site(A);
    paper
      .build('--changes', 'articles/a.md')
      .exits(2)
      .gazeta('build', '--changes', 'articles')
      .exits(2);
    expect(paper.read('../articles/a.md')).toContain('title: A');
    paper.files.faults.set('/site/list.json', 'EACCES');
    paper.build('--changes', 'list.json').exits(74);
    expect(paper.files.kind('/site/dist')).toBe('none');
  });

  const listed = (paper: ReturnType<typeof site>) => JSON.parse(paper.read('../list.json'));
  const B = { 'articles/b.md': '---\ntitle: B\ndate: 2026-11-02\n---\n' };

  test('has what was published by builds of which no list came to be', () => {
    const paper = site(A).build('--changes', 'list.json').exits(0);
    // Such as one that was killed when all was in place.
    paper.edit(B).build().exits(0);
    paper.build('--changes', 'list.json').exits(0);
    expect(listed(paper).written).toContain('2026/11/02/b/index.html');
    expect(listed(paper).written).toContain('index.html');
    paper.build('--changes', 'list.json').exits(0);
    expect(listed(paper)).toMatchObject({ written: [], removed: [], purge: [] });
  });

  test('has all of a publication that broke off, with what was in place by then', () => {
    const paper = site(A).build('--changes', 'list.json').exits(0);
    const before = paper.snapshot();
    paper.files.faults.set('/site/dist/index.html', 'EIO');
    paper.edit(B).build('--changes', 'list.json').exits(74);
    expect(paper.stderr).toContain('some may be new, and others as before');
    paper.files.faults.clear();
    paper.build('--changes', 'list.json').exits(0);
    const after = paper.snapshot();
    const changed = Object.keys(after).filter((out) => before[out] !== after[out]);
    expect(listed(paper).written).toEqual(changed.sort());
  });

  test('begins with what is published when it is first asked for', () => {
    const paper = site(A).build().exits(0).build('--changes', 'list.json').exits(0);
    expect(listed(paper).written).toEqual([]);
  });

  test.each(['memo.gazeta-new', 'root.gazeta-new'])(
    'is there although the disk took no %s, which is told',
    (name) => {
      const paper = site(A).build().exits(0).edit(B);
      paper.files.faults.set(`/site/.gazeta/${name}`, 'ENOSPC');
      paper.build('--changes', 'list.json').exits(0);
      expect(paper.stderr).toContain(
        `warning output/kept: could not write /site/.gazeta/${name}: the disk is full\n  The site is published.`,
      );
      expect(listed(paper).written).toContain('2026/11/02/b/index.html');
      paper.files.faults.clear();
      paper.build('--changes', 'list.json').exits(0);
      expect(listed(paper).written).toEqual([]);
    },
  );

  test('leaves no old list behind a build that publishes nothing', () => {
    const paper = site(A).build('--changes', 'list.json').exits(0);
    paper.edit({ 'articles/b.md': 'no' }).build('--changes', 'list.json').exits(1);
    expect(paper.files.kind('/site/list.json')).toBe('none');
  });
});

test('another spelling of a tag or a section in a new article changes no page of the others', () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `articles/a${at}.md`,
      story(`A${at}`, `2026-0${1 + (at % 9)}-11`, 'x', ['tags: Kfor', 'section: Kosova']),
    ]),
  );
  const paper = site(files).build().exits(0);
  const before = paper.snapshot();
  paper.edit({
    'articles/new.md': story('New', '2026-11-20', 'x', ['tags: KFOR', 'section: KOSOVA']),
  });
  const after = paper.build().exits(0).snapshot();
  const written = Object.keys(before).filter((out) => before[out] !== after[out]);
  expect(written.filter((out) => /^2026\/\d\d\/\d\d\//.test(out))).toEqual([]);
  paper
    .shows('tags/kfor/index.html', '<h1 class="front-title">Kfor</h1>')
    .shows('index.html', '>Kosova</a>');
});

test('a hidden article that shows the paper’s logo does not take it off the site', () => {
  const paper = site({
    ...A,
    'site.yaml': 'url: https://x.example\npublisher: {logo: /images/logo.png}',
    'public/images/logo.png': 'x',
    'articles/b.md': story('B', LATER, 'x', ['image: /images/logo.png']),
  })
    .build()
    .exits(0);
  expect(paper.outputs()).toContain('images/logo.png');
});

test('the version for readers of all other languages is that under the main one', () => {
  const versions = (main: string, tag: string) =>
    site({
      'site.yaml': `url: https://x.example\nlanguage: ${main}\nlanguages: [bg]`,
      'articles/a.md': story('A', '2026-11-20', 'x', [`lang: ${tag}`, 'translations: k']),
      'articles/b.md': story('B', '2026-11-20', 'x', ['lang: bg', 'translations: k']),
    })
      .build()
      .shows(
        '2026/11/20/a/index.html',
        '<link rel="alternate" hreflang="x-default" href="https://x.example/2026/11/20/a/">',
      );
  versions('en', 'en-GB');
});

test('a picture on another site is nobody’s missing file', () => {
  const paper = site({
    'site.yaml': 'url: https://x.example',
    'articles/a.md': story('A', '2026-11-20', 'x', [
      'image: {src: https://img.example/a.jpg, alt: x}',
    ]),
  }).build();
  expect(paper.exits(0).stderr).toBe('');
});

test('what was first published elsewhere is no news, and nothing is foretold of it', () => {
  const paper = site({
    'site.yaml': 'url: https://x.example',
    'articles/a.md': story('A', '2026-11-23', 'x', ['canonical: https://other.example/a']),
  })
    .build()
    .exits(0);
  expect(paper.outputs()).not.toContain('news-sitemap.xml');
  expect(paper.stdout).not.toContain('next change');
});

test('words in the chrome are in the language that it says it is in', () => {
  site({ ...A, 'articles/b.md': story('B', '2026-11-23', 'x', ['lang: de', 'tags: flash-news']) })
    .build()
    .shows(
      '2026/11/23/b/index.html',
      '<header class="masthead" lang="en" dir="ltr">',
      '>Latest</a>',
      'Eilmeldung',
    )
    .shows('index.html', 'lang="de" dir="ltr">', 'Eilmeldung');
});

test('a former address of an article speaks its language', () => {
  site({
    'site.yaml': 'languages: [en, sq]',
    'articles/a.md': story('A', '2026-11-20', 'x', ['lang: sq', 'aliases: /old/']),
  })
    .build()
    .shows('old/index.html', '<html lang="sq" dir="ltr">');
});

test('a summary with signs of HTML stays text in every feed', () => {
  site({
    'site.yaml': 'url: https://x.example',
    'articles/a.md': story('A', '2026-11-20', 'x', [
      'summary: a <b> & c',
      'section: One',
      'tags: [One]',
    ]),
  })
    .build()
    .shows('feed.xml', '<description>a &amp;lt;b&amp;gt; &amp;amp; c</description>')
    .shows('atom.xml', '<summary>a &lt;b&gt; &amp; c</summary>')
    .hides('feed.xml', '<category>One</category>\n<category>One</category>');
});

describe('icons that would come out wrong are faults', () => {
  const icon = (content: string | Uint8Array, name = 'i.svg') =>
    site({ ...A, 'site.yaml': `icon: ${name}`, [name]: content })
      .build()
      .exits(1).stderr;
  const svg = (inside: string, size = 'width="9" height="9"') =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`;

  test('text, a picture that is not there, another shape, and a PNG that is none', () => {
    expect(icon(svg('<text y="9">G</text>'))).toContain('the icon has text');
    expect(icon(svg('<image href="nope.png" width="9" height="9"/>'))).toContain(
      'nothing of it shows',
    );
    expect(icon(svg('<rect width="9" height="9"/>', 'width="9" height="3"'))).toContain(
      '9 wide and 3 high',
    );
    const png = Uint8Array.from([
      0x89,
      0x50,
      0x4e,
      0x47,
      0x0d,
      0x0a,
      0x1a,
      0x0a,
      ...new Array(40).fill(0),
    ]);
    expect(icon(png, 'i.png')).toContain('nothing of it shows');
  });
});

test('raw HTML is as HTML has it, and takes no id of the theme', () => {
  site({
    'articles/a.md': story(
      'A',
      '2026-11-20',
      '<p id="_main">a<wbr>b<br>c <q cite="/nowhere/">d</q></p>\n\n<p id="own">e</p>',
    ),
  })
    .build()
    .exits(0)
    .shows('2026/11/20/a/index.html', '<p>a<wbr>b<br>c <q>d</q></p>', '<p id="own">e</p>');
});

test('files of a theme keep their names and endings', () => {
  const paper = site({
    ...A,
    'templates/assets/LICENSE': 'x',
    'templates/assets/v1.2/logo': 'y',
    'public/assets/logo.js': 'z',
  })
    .build()
    .exits(0);
  const names = paper
    .outputs()
    .filter((out) => out.startsWith('_assets/') && !/\.(css|js|woff2|txt)$/.test(out));
  expect(names[0]).toMatch(/^_assets\/LICENSE\.[0-9a-f]{8}$/);
  expect(names[1]).toMatch(/^_assets\/v1\.2\/logo\.[0-9a-f]{8}$/);
  paper.expect('assets/logo.js', 'z');
});

test('GitHub Pages is told not to leave out what begins with "_"', () => {
  site({ ...A, 'site.yaml': 'host: github-pages' })
    .build()
    .exits(0)
    .expect('.nojekyll', '');
});
