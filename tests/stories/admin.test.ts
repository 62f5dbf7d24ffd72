/** The editor at /admin/: what is written for it, and how it reads and writes articles and pages. The browser is tests/admin.test.ts. */
import { describe, expect, test } from 'vitest';
import * as yaml from 'yaml';
import { ROOT, type Site, site, story } from '../rig.ts';

/** Sveltia CMS and the YAML library, as far as a build looks at them. */
const PACKAGES = {
  'node_modules/@sveltia/cms/package.json': '{"version": "0.221.1"}',
  'node_modules/@sveltia/cms/locales/de.json': '{}',
  'node_modules/@sveltia/cms/dist/sveltia-cms.mjs':
    'url(https://cdn.jsdelivr.net/fontsource/fonts/source-sans-3:vf@5.3.0/latin-wght-normal.woff2) `$' +
    '{a}@$' +
    '{b}/locales`',
  'node_modules/@sveltia/cms/dist/sveltia-cms.mjs.map': '{}',
  'node_modules/@sveltia/cms/dist/chunks/react-dom.js': 'chunk',
  'node_modules/@sveltia/cms/npm/assets/source-sans-3-latin-wght-normal-BqRLTx4X.woff2': 'font',
  'node_modules/@sveltia/cms/npm/assets/source-sans-3.LICENSE.txt': 'licence',
  'node_modules/yaml/package.json': '{}',
  'node_modules/yaml/browser/index.js': 'yaml',
};

function paper(settings: string, files: Readonly<Record<string, string>> = {}): Site {
  return site({
    ...PACKAGES,
    'site.yaml': `title: The Paper\nurl: https://paper.example\n${settings}`,
    'articles/a.md': story('A', '2026-11-20T10:00'),
    ...files,
  });
}

/** The field of the form with a name. */
function field(built: Site, name: string): Record<string, unknown> | undefined {
  const { cms } = JSON.parse(built.read('admin/config.json'));
  return cms.collections[0].fields.find((one: { name: string }) => one.name === name);
}

describe('the files of the editor', () => {
  test('lie below /admin/, the fonts of its script among them, and are for no search engine', () => {
    const built = paper('admin: true\n').build().exits(0);
    expect(built.outputs().filter((out) => out.startsWith('admin/'))).toEqual([
      'admin/bylines.js',
      'admin/chunks/react-dom.js',
      'admin/config.json',
      'admin/editor.css',
      'admin/editor.js',
      'admin/entry.js',
      'admin/fonts/source-sans-3.LICENSE.txt',
      'admin/fonts/source-sans-3.woff2',
      'admin/forms.js',
      'admin/front-matter.js',
      'admin/index.html',
      'admin/instants.js',
      'admin/locales/de.json',
      'admin/sveltia-cms.js',
      'admin/yaml/index.js',
    ]);
    built
      .expect('admin/sveltia-cms.js', 'url(fonts/source-sans-3.woff2) `locales`')
      .shows('admin/index.html', '<meta name="robots" content="noindex, nofollow">')
      .shows('admin/index.html', 'This editor has no back end');
    for (const out of built.outputs().filter((name) => !name.startsWith('admin/')))
      built.hides(out, '/admin/');
  });

  test('without the setting there is nothing of it', () => {
    const without = paper('host: netlify\n').build().exits(0).snapshot();
    const off = paper('host: netlify\nadmin: false\n').build().exits(0).snapshot();
    expect(off).toEqual(without);
    expect(Object.keys(without).filter((out) => out.includes('admin'))).toEqual([]);
  });

  test('stay while articles change; a new author changes the choices', () => {
    const built = paper('admin: true\n').build().exits(0);
    const admin = () => built.snapshot();
    const before = admin();
    built
      .edit({
        'articles/b.md': story('B', '2026-11-21T10:00', 'Text.', [
          'tags: [new-tag]',
          'section: New',
          'authors: [Somebody]',
        ]),
        'pages/about.md': '---\ntitle: About us\n---\nText.\n',
      })
      .build()
      .exits(0);
    const changed = () =>
      Object.entries(admin())
        .filter(([out, text]) => out.startsWith('admin/') && before[out] !== text)
        .map(([out]) => out);
    expect(changed()).toEqual([]);
    built.edit({ 'authors/arta.md': '---\nname: Arta Berisha\n---\n' }).build().exits(0);
    expect(changed()).toEqual(['admin/config.json']);
    built.build().exits(0);
    expect(built.stdout).toContain('0 files written');
    built
      .edit({
        'node_modules/@sveltia/cms/package.json': '{"version": "0.221.2"}',
        'node_modules/@sveltia/cms/dist/chunks/react-dom.js': 'another chunk',
      })
      .build()
      .exits(0)
      .expect('admin/chunks/react-dom.js', 'another chunk');
  });

  test.each([
    [
      'cloudflare-pages',
      '/admin/*\n  ! Content-Security-Policy\n  Content-Security-Policy: default',
    ],
    ['netlify', '/admin/*\n  Content-Security-Policy: default'],
  ])('%s is told what the editor may load', (host, rule) => {
    const admin = 'admin: {backend: {name: github, repo: owner/paper}}\n';
    const built = paper(`host: ${host}\n${admin}`).build().exits(0);
    const text = built.read('_headers');
    expect(text.startsWith(paper(`host: ${host}\n`).build().read('_headers'))).toBe(true);
    expect(text).toContain(rule);
    expect(text).toContain("connect-src 'self' blob: data: https://api.github.com;");
    built.hides('admin/index.html', 'This editor has no back end');
  });
});

describe('the form', () => {
  const built = paper(
    `language: sq
languages: [sq, en]
timezone: Europe/Belgrade
sections: [{name: Rajoni, titles: {en: Region}, aliases: [Vendi]}, Rajoni / Kosova]
flash: {tag: lajm-flash}
fields:
  summary: [summary, deck]
  draft: [draft, "!published"]
  series: []
  kicker: ["=Analysis"]
admin: {backend: {name: gitlab, repo: group/paper, branch: main}, folder: site, media: fotografi}
`,
    { 'authors/arta.md': '---\nname: Arta Berisha\naliases: [A. Berisha]\n---\n' },
  )
    .build()
    .exits(0);
  const { cms, paper: known } = JSON.parse(built.read('admin/config.json'));

  test('has the sections, authors and languages of the paper as choices', () => {
    const values = (name: string) =>
      ((field(built, name)?.options ?? []) as { value: string }[]).map(({ value }) => value);
    expect(values('section')).toEqual(['Rajoni', 'Rajoni / Kosova']);
    expect(values('authors')).toEqual(['arta']);
    expect(values('lang')).toEqual(['sq', 'en']);
    expect(known.fields.find(({ name }: { name: string }) => name === 'section').choices).toEqual([
      { value: 'Rajoni', label: 'Rajoni', also: ['vendi', 'Region', 'Rajoni'] },
      { value: 'Rajoni / Kosova', label: 'Rajoni / Kosova', also: ['Kosova'] },
    ]);
    expect(known.people[0].also).toEqual(['Arta Berisha', 'arta', 'arta-berisha', 'a-berisha']);
    expect(known.flashTag).toBe('lajm-flash');
  });

  test('has the keys of the paper, and no field that none of its keys holds', () => {
    const keys = (name: string) =>
      known.fields.find((one: { name: string }) => one.name === name)?.keys;
    expect(keys('summary')).toEqual([
      { key: 'summary', negated: false },
      { key: 'deck', negated: false },
    ]);
    expect(keys('draft')).toEqual([
      { key: 'draft', negated: false },
      { key: 'published', negated: true },
    ]);
    expect([keys('series'), keys('kicker')]).toEqual([undefined, undefined]);
    expect([field(built, 'series'), field(built, 'kicker')]).toEqual([undefined, undefined]);
  });

  test('checks what the reader of articles checks, and speaks the words of the theme', () => {
    expect(field(built, 'title')).toMatchObject({ required: true, hint: 'The headline.' });
    expect(field(built, 'priority')).toMatchObject({ min: 0, max: 9, required: false });
    expect(field(built, 'canonical')?.pattern).toContain('^https?://');
    expect(field(built, 'date')).toMatchObject({ input_timezone: 'Europe/Belgrade' });
    expect(field(built, 'tags')?.label).toBe('Etiketat');
    expect(cms.collections[0].label).toBe('Artikujt');
  });

  test('names the folders of the repository, and passes the back end through', () => {
    expect(cms.backend).toEqual({ name: 'gitlab', repo: 'group/paper', branch: 'main' });
    expect(cms.collections[0].folder).toBe('site/articles');
    expect([cms.media_folder, cms.public_folder]).toEqual(['site/public/fotografi', '/fotografi']);
  });

  test('has a text for the section where the paper declares none', () => {
    const free = paper('admin: true\n').build().exits(0);
    expect(field(free, 'section')?.widget).toBe('string');
    expect(field(free, 'lang')).toBeUndefined();
    expect(field(free, 'otherAuthors')).toMatchObject({ label: 'Authors', widget: 'list' });
  });
});

describe('the form of pages', () => {
  const built = paper(
    `language: sq
languages: [sq, en]
fields: {summary: [summary, deck], title: [titulli, title], updated: []}
admin: {folder: site}
`,
  )
    .build()
    .exits(0);
  const { cms, paper: known } = JSON.parse(built.read('admin/config.json'));
  const pages = cms.collections[1];
  const own = (name: string) => pages.fields.find((one: { name: string }) => one.name === name);

  test('is a list of its own, whose files have no day in their names', () => {
    expect(cms.collections.map(({ name }: { name: string }) => name)).toEqual([
      'articles',
      'pages',
    ]);
    expect(pages).toMatchObject({
      label: 'Faqet',
      folder: 'site/pages',
      format: 'gazeta-page',
      nested: { depth: 12 },
      slug: '{{title}}',
      duplicate: false,
    });
  });

  test('has the keys that a page has, the text after the summary', () => {
    expect(pages.fields.map(({ name }: { name: string }) => name)).toEqual([
      ...['title', 'summary', 'body', 'image', 'draft', 'lang', 'translations'],
      ...['slug', 'permalink', 'aliases', 'date', 'publish', 'expires'],
    ]);
    expect(known.pageFields[0]).toMatchObject({
      name: 'title',
      keys: [
        { key: 'titulli', negated: false },
        { key: 'title', negated: false },
      ],
    });
  });

  test('begins without a date, and speaks of pages', () => {
    expect(own('title')).toMatchObject({
      required: true,
      hint: 'The name of the page, and its heading.',
    });
    expect(own('date').default).toBeUndefined();
    expect(own('draft').default).toBe(false);
    expect(own('lang')).toMatchObject({
      hint: "The language, as in BCP 47. Without it: that of its folder, pages/sq/, else the paper's.",
      options: [
        { value: 'sq', label: 'sq' },
        { value: 'en', label: 'en' },
      ],
    });
    const hints = pages.fields.map(({ hint }: { hint: string }) => hint).join('\n');
    expect(hints).not.toContain('article');
    // Those of articles are as they were.
    expect(field(built, 'date')?.default).toBe('{{now}}');
    expect(field(built, 'draft')?.default).toBe(true);
    expect(field(built, 'withdrawn')?.default).toBe(false);
  });
});

describe('what is wrong is told', () => {
  test('at its place', () => {
    paper('admin: {backend: {name: git, repo: paper}, folder: ../x, media: /images, backnd: {}}\n')
      .build()
      .exits(2)
      .says(`\
site.yaml:3:25 error config/value: "git" is not a back end that the editor has
  3 | admin: {backend: {name: git, repo: paper}, folder: ../x, media: /images, backnd: {}}
    |                         ^^^
  The back ends are github, gitlab, gitea.

site.yaml:3:36 error config/value: "paper" is not a repository
  3 | admin: {backend: {name: git, repo: paper}, folder: ../x, media: /images, backnd: {}}
    |                                    ^^^^^
  Write its owner and its name: repo: owner/paper.

site.yaml:3:52 error config/value: "folder" of "admin" is not a folder of the repository
  3 | admin: {backend: {name: git, repo: paper}, folder: ../x, media: /images, backnd: {}}
    |                                                    ^^^^
  Write its path in the repository, without a slash at its beginning: folder: sites/paper.

site.yaml:3:65 error config/value: "media" of "admin" is not a folder below public/
  3 | admin: {backend: {name: git, repo: paper}, folder: ../x, media: /images, backnd: {}}
    |                                                                 ^^^^^^^
  Write its path below public/: media: images.

site.yaml:3:74 error config/unknown-key: "admin" has no part "backnd"
  3 | admin: {backend: {name: git, repo: paper}, folder: ../x, media: /images, backnd: {}}
    |                                                                          ^^^^^^
  Did you mean "backend"? Its parts are backend, folder, media.

5 errors
Nothing was published; dist/ is as it was.`);
    paper('admin: yes please\n')
      .build()
      .exits(2)
      .says(`\
site.yaml:3:8 error config/value: "yes please" is not true, false or a record
  3 | admin: yes please
    |        ^^^^^^^^^^
  Write admin: true, or where the repository is: admin: {backend: {name: github, repo: owner/paper}}.

1 error
Nothing was published; dist/ is as it was.`);
  });

  test('the package that is not installed', () => {
    site({
      'site.yaml': 'url: https://a.example\nadmin: true\n',
      'articles/a.md': story('A', '2026-11-20'),
    })
      .build()
      .exits(2)
      .says(`\
site.yaml:2:8 error config/value: the editor needs the package @sveltia/cms, which is not installed
  2 | admin: true
    |        ^^^^
  Install it in the folder of the paper: npm install @sveltia/cms@0.221.

1 error
Nothing was published; dist/ is as it was.`);
  });

  test('another version of it', () => {
    const other = { 'node_modules/@sveltia/cms/package.json': '{"version": "0.230.0"}' };
    expect(paper('admin: true\n', other).build().exits(2).stderr).toContain(
      'the editor needs @sveltia/cms 0.221, and 0.230.0 is installed',
    );
  });

  test('an article, a section or a file of public/ at its address', () => {
    const built = paper('admin: true\n', {
      'articles/b.md': story('B', '2026-11-20', 'Text.', ['permalink: /admin/']),
    })
      .build()
      .exits(1);
    expect(built.stderr).toContain(
      'articles/b.md error article/address: its address /admin/ is also that of the editor',
    );
    const other = paper('admin: true\nsections: [Admin]\n', {
      'public/admin/own.js': 'own',
    })
      .build()
      .exits(1);
    expect(other.stderr).toContain('admin/own.js is also made by the editor');
    expect(other.stderr).toContain('admin/index.html is also made by');
    paper('', { 'public/admin/own.js': 'own' }).build().exits(0).expect('admin/own.js', 'own');
  });
});

test.each([
  ['token: abc', '"token" would be public'],
  ['app_id: ghp_abc', '"app_id" would be public'],
  ['auth: {access: {token: abc}}', '"auth.access.token" would be public'],
  ['scopes: [a, ghp_abc]', '"scopes.1" would be public'],
  ['base_url: [https://x.example]', '"https://x.example" is not an address'],
  ['base_url: "data:x,y"', '"data:x,y" is not an address'],
])('a back end that must not be published: %s', (line, message) => {
  const settings = `admin: {backend: {name: github, repo: o/p, ${line}}}`;
  const made = site({ 'site.yaml': settings, 'articles/a.md': story('A', '2026-11-01') }).build();
  expect(made.exits(2).stderr).toContain(message);
});

describe('an article in the editor', async () => {
  const { articleFormat } = await import(`${ROOT}/templates/admin/entry.js`);
  const built = paper(
    `timezone: Europe/Belgrade
sections: [{name: Rajoni, aliases: [Vendi]}, Bota]
fields: {summary: [summary, deck], draft: [draft, "!published"], image: [image, photo.url]}
admin: true
`,
    { 'authors/arta.md': '---\nname: Arta Berisha\n---\n' },
  ).build();
  const format = articleFormat(JSON.parse(built.read('admin/config.json')).paper, yaml);
  const saved = (text: string, changes: Readonly<Record<string, unknown>>) =>
    format.toFile({ ...format.fromFile(text), ...changes });

  const unusual = `---
# a comment
Title: "A: b"   # and another
wordpress_id: 0012
date: 2023-09-26 10:15:00 -0500
category: [vendi, Other]
tags: flash-news, 2024
author: {name: A. Guest, id: arta, extra: 1}
photo: {url: /a.jpg, w: 3}
legacy: ~
published: no
deck: >-
  A folded
  text
corrections: [{date: 2026-11-24, text: x, by: me}]
folded: |+
  kept

---

Text  

* one
`;

  test('is shown in the forms of the editor, and nothing that was not changed is written anew', () => {
    const values = format.fromFile(unusual);
    expect(values).toMatchObject({
      title: 'A: b',
      date: '2023-09-26T17:15:00+02:00',
      section: 'Rajoni',
      isFlash: true,
      tags: ['2024'],
      authors: ['arta'],
      otherAuthors: [],
      image: { src: '/a.jpg', alt: '' },
      draft: true,
      summary: 'A folded text',
      corrections: [{ date: '2026-11-24T00:00:00+01:00', text: 'x' }],
    });
    expect(format.toFile(values)).toBe(unusual);
    // As it comes back from the editor: with its own idea of what is empty.
    expect(
      saved(unusual, { series: null, related: undefined, withdrawn: undefined, slug: '' }),
    ).toBe(unusual);
  });

  test.each([
    ['title', { title: 'New' }, 'Title: "A: b"   #', 'Title: New   #'],
    [
      'date',
      { date: '2023-09-27T08:00:00+02:00' },
      '2023-09-26 10:15:00 -0500',
      '2023-09-27T08:00+02:00',
    ],
    ['section', { section: 'Bota' }, 'category: [vendi, Other]', 'category: Bota'],
    ['flash', { isFlash: false }, 'tags: flash-news, 2024', 'tags: ["2024"]'],
    ['image', { image: { src: '/b.jpg' } }, 'url: /a.jpg, w: 3', ''],
    ['draft', { draft: false }, 'published: no', 'published: true'],
    ['summary', { summary: '' }, 'deck: >-\n  A folded\n  text\n', ''],
    ['new', { series: 'S' }, '  kept\n\n---', '  kept\n\nseries: S\n---'],
    ['body', { body: 'Other' }, 'Text  \n\n* one\n', 'Other\n'],
  ])('with another %s the rest stays', (what, changes, before, after) => {
    const text = saved(unusual, changes);
    if (what === 'image') expect(text).toContain('photo:\n  url: /b.jpg\n  w: 3\nlegacy: ~');
    else expect(text).toBe(unusual.replace(before, after));
  });

  test('a new one is written as `gazeta new` writes it', () => {
    const text = format.toFile({
      title: 'Bridge: open',
      date: '2026-11-26T20:31',
      section: 'Rajoni',
      isFlash: true,
      tags: ['KFOR'],
      authors: ['arta'],
      otherAuthors: ['Agency'],
      draft: true,
      body: 'Text.',
    });
    expect(text).toBe(`---
title: "Bridge: open"
date: 2026-11-26T20:31+01:00
section: Rajoni
tags: [flash-news, KFOR]
authors: [arta, Agency]
draft: true
---

Text.
`);
  });

  test('a new one without a date has that of its saving', () => {
    expect(format.toFile({ title: 'A', date: '' })).toMatch(
      /^---\ntitle: A\ndate: \d{4}-\d\d-\d\dT\d\d:\d\d\+0[12]:00\n---\n/,
    );
  });

  test.each([
    '+++\ntitle = "A"\n+++\n',
    '{\n"title": "A"\n}\n',
    '---\n{title: A}\n---\n',
    '---\na: [\n---\n',
  ])('what it cannot keep it does not open: %j', (text) => {
    expect(() => format.fromFile(text)).toThrow();
  });

  test.each([
    [
      'a text where there was none',
      '---\ntitle: A\n---',
      { body: 'Text.' },
      '---\ntitle: A\n---\n\nText.\n',
    ],
    [
      'a value before a comment',
      '---\ntitle: A\nsummary: # to be written\n---\n\nText.\n',
      { summary: 'Short.' },
      '---\ntitle: A\nsummary: Short. # to be written\n---\n\nText.\n',
    ],
    [
      'one more correction',
      '---\ntitle: A\ncorrections: {date: 2026-11-22, text: The name.}\n---\n',
      {
        corrections: [
          { date: '2026-11-22T00:00:00+01:00', text: 'The name.' },
          { date: '2026-11-24T00:00:00+01:00', text: 'The day.' },
        ],
      },
      '---\ntitle: A\ncorrections:\n  - date: 2026-11-22\n    text: The name.\n  - date: 2026-11-24\n    text: The day.\n---\n',
    ],
    [
      'another order of authors',
      '---\ntitle: A\nauthors: [Zed, Abe]\n---\n',
      { otherAuthors: ['Abe', 'Zed'] },
      '---\ntitle: A\nauthors: [Abe, Zed]\n---\n',
    ],
    [
      'the words of a picture, and nothing else of it',
      '---\ntitle: A\nimage: [{src: a.jpg, id: 0012}, b.jpg]\n---\n',
      { image: { src: 'a.jpg', alt: 'A bridge' } },
      '---\ntitle: A\nimage:\n  - src: a.jpg\n    id: "0012"\n    alt: A bridge\n  - b.jpg\n---\n',
    ],
  ])('takes %s', (_, text, changes, expected) => {
    expect(saved(text, changes)).toBe(expected);
  });

  test('a change that would lose another key is not saved', () => {
    const text = '---\ntitle: A\nsummary: &s text\nextra: *s\n---\n';
    expect(() => saved(text, { summary: 'other' })).toThrow('would lose other keys');
  });
});

describe('a page in the editor', async () => {
  const { pageFormat } = await import(`${ROOT}/templates/admin/entry.js`);
  const built = paper('language: sq\nlanguages: [sq, en]\nadmin: true\n').build();
  const format = pageFormat(JSON.parse(built.read('admin/config.json')).paper, yaml);

  test('has no date unless it is given one', () => {
    expect(
      format.toFile({
        title: 'Rreth nesh',
        summary: '',
        body: 'Text.',
        image: { src: '', alt: '' },
        draft: false,
        lang: '',
        aliases: [],
        date: '',
      }),
    ).toBe('---\ntitle: Rreth nesh\n---\n\nText.\n');
    expect(format.toFile({ title: 'A', publish: '2026-11-26T20:31:00+01:00' })).toBe(
      '---\ntitle: A\npublish: 2026-11-26T19:31+00:00\n---\n\n',
    );
  });

  test('keeps what the form does not show, the keys of articles among it', () => {
    const text = `---
title: About us # and them
tags: [a, b]
section: x
weight: 0012
aliases: /about-us/
---
Text  
`;
    const values = format.fromFile(text);
    expect(values).toMatchObject({ title: 'About us', aliases: ['/about-us/'], draft: false });
    expect(values).not.toHaveProperty('tags');
    expect(format.toFile(values)).toBe(text);
    expect(format.toFile({ ...values, title: 'Who we are', draft: true })).toBe(
      text.replace('About us', 'Who we are').replace('/about-us/\n', '/about-us/\ndraft: true\n'),
    );
  });
});
