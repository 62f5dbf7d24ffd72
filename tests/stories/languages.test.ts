/** A paper in several languages: each with fronts, lists, feeds and words of its own. */
import { describe, expect, test } from 'vitest';
import { site, story } from '../rig.ts';

const SETTINGS = `url: https://x.example/news
title: Gazeta
language: sq
languages: [{language: en, title: The Gazette, description: News in English}, sr-Latn]
sections: [{name: Rajoni, titles: {en: Region}}]
`;

const FILES = {
  'site.yaml': SETTINGS,
  'articles/sq.md': story('Ura', '2026-11-20', 'x', ['section: Rajoni', 'translations: bridge']),
  'articles/en.md': story('Bridge', '2026-11-21', '[ura](sq.md)', [
    'lang: en-GB',
    'section: Region',
    'translations: bridge',
    'tags: roads',
    'authors: Arta',
  ]),
  'articles/de.md': story('Brücke', '2026-11-19', 'x', ['lang: de']),
};

test('the main language stands at the root, the others below their names', () => {
  const paper = site(FILES)
    .build()
    .exits(0)
    .shows('index.html', '<html lang="sq" dir="ltr">', 'Ura', 'Brücke', '<title>Gazeta</title>')
    .hides('index.html', 'Bridge')
    .shows('en/index.html', '<html lang="en" dir="ltr">', 'Bridge', '<title>The Gazette</title>')
    .hides('en/index.html', 'Ura<', 'Brücke')
    .shows('en/rajoni/index.html', 'Region', 'Bridge')
    .shows(
      'en/2026/11/21/en/index.html',
      '<html lang="en-GB"',
      '/news/en/tags/roads/',
      '/news/en/authors/arta/',
    )
    .shows('sr-latn/index.html', '<html lang="sr-Latn"', 'Najnovije');
  for (const out of ['en/latest/index.html', 'en/404.html', 'en/feed.xml', 'en/sitemap.xml'])
    expect(paper.outputs()).toContain(out);
  // A language without articles has fronts, and neither feeds nor sitemaps.
  expect(paper.outputs().filter((out) => /^sr-latn\/.*(xml|json)$/.test(out))).toEqual([]);
  paper.hides('sr-latn/index.html', 'feed.xml');
});

test('readers go from one to the other', () => {
  site(FILES)
    .build()
    .shows(
      'en/index.html',
      '<li><a href="/news/" hreflang="sq" lang="sq">shqip</a></li>',
      '<li><a href="/news/en/" hreflang="en" lang="en" aria-current="true">English</a></li>',
    )
    .shows(
      'en/2026/11/21/en/index.html',
      '<a href="/news/2026/11/20/sq/" hreflang="sq" lang="sq">',
    );
});

test('fronts name one another to search engines, and the main language for all others', () => {
  const links = (path: string) => [
    `<link rel="alternate" hreflang="sq" href="https://x.example/news/${path}">`,
    `<link rel="alternate" hreflang="en" href="https://x.example/news/en/${path}">`,
    `<link rel="alternate" hreflang="sr-Latn" href="https://x.example/news/sr-latn/${path}">`,
    `<link rel="alternate" hreflang="x-default" href="https://x.example/news/${path}">`,
  ];
  const paper = site(FILES).build().exits(0);
  for (const prefix of ['', 'en/', 'sr-latn/'])
    paper
      .shows(`${prefix}index.html`, ...links(''))
      .shows(`${prefix}latest/index.html`, ...links('latest/'));
});

test('a section without an article is not for search engines, in its language, until it has one', () => {
  const link = (language: string, path: string) =>
    `hreflang="${language}" href="https://x.example/news/${path}rajoni/"`;
  const [sq, en, sr] = [link('sq', ''), link('en', 'en/'), link('sr-Latn', 'sr-latn/')] as const;
  const noindex = '<meta name="robots" content="noindex">';
  const paper = site(FILES)
    .build()
    .exits(0)
    .shows('rajoni/index.html', sq, en, link('x-default', ''))
    .shows('en/rajoni/index.html', sq, en)
    .hides('rajoni/index.html', sr, noindex)
    .shows('sr-latn/rajoni/index.html', noindex)
    .hides('sr-latn/rajoni/index.html', 'hreflang="x-default"', 'og:url')
    .edit({
      'articles/sr.md': story('Vest', '2026-11-20', 'x', ['lang: sr-Latn', 'section: Rajoni']),
    });
  paper.build().exits(0).hides('sr-latn/rajoni/index.html', noindex);
  for (const prefix of ['', 'en/', 'sr-latn/'])
    paper
      .shows(`${prefix}rajoni/index.html`, sq, en, sr)
      .shows(`${prefix}sitemap-pages.xml`, `/${prefix}rajoni/</loc>`);
  paper
    .edit({ 'articles/sr.md': story('Vest', '2026-11-20', 'x', ['lang: sr-Latn']) })
    .build()
    .exits(0)
    .hides('sr-latn/sitemap-pages.xml', 'rajoni');
});

test('an article that names no language is in the main one; a permalink stands as it is', () => {
  const paper = site({
    'site.yaml': 'languages: [en, ar]',
    'articles/a.md': story('A', '2026-11-20'),
    'articles/b.md': story('B', '2026-11-20', 'x', ['lang: ar', 'permalink: /own/']),
    'articles/c.md': story('C', '2026-11-20', 'x', ['lang: ar', 'aliases: old']),
  })
    .build()
    .exits(0)
    .shows('own/index.html', '<html lang="ar" dir="rtl">')
    .shows('ar/2026/11/20/old/index.html', 'url=/ar/2026/11/20/c/')
    .shows('ar/index.html', 'B', 'C');
  expect(paper.outputs()).toContain('2026/11/20/a/index.html');
});

test('one language alone has neither a switch nor alternates', () => {
  site({ 'site.yaml': 'url: https://x.example', 'articles/a.md': story('A', '2026-11-20') })
    .build()
    .hides('index.html', 'hreflang', 'class="languages"');
});

describe('the place of a file says its language', () => {
  const HUGO = 'url: https://x.example\ntitle: Gazeta\nlanguage: sq\nlanguages: [en, sr-Latn]\n';
  const alternate = (language: string, address: string) =>
    `<link rel="alternate" hreflang="${language}" href="https://x.example${address}">`;

  test.each([
    [
      'an ending of its name',
      'articles/2026-11-20-ura.en.md',
      'articles/2026-11-20-ura.sr-latn.md',
    ],
    ['its folder', 'articles/en/2026-11-20-ura.md', 'articles/sr-Latn/2026-11-20-ura.md'],
    ['either', 'articles/2026-11-20-ura.EN.md', 'articles/sr-latn/2026-11-20-ura.markdown'],
  ])('by %s, and which versions belong together', (_, english, serbian) => {
    const text = (title: string) => `---\ntitle: ${title}\n---\nText.\n`;
    const paper = site({
      'site.yaml': HUGO,
      'articles/2026-11-20-ura.md': text('Ura'),
      [english]: text('Bridge'),
      [serbian]: text('Most'),
    })
      .build()
      .exits(0)
      .shows('en/2026/11/20/ura/index.html', '<html lang="en"', 'Bridge')
      .shows('sr-latn/2026/11/20/ura/index.html', '<html lang="sr-Latn"', 'Most');
    for (const out of ['', 'en/', 'sr-latn/'])
      paper.shows(
        `${out}2026/11/20/ura/index.html`,
        alternate('sq', '/2026/11/20/ura/'),
        alternate('en', '/en/2026/11/20/ura/'),
        alternate('sr-Latn', '/sr-latn/2026/11/20/ura/'),
      );
    // One that goes leaves the others.
    paper
      .edit({ [serbian]: null })
      .build()
      .exits(0)
      .shows('2026/11/20/ura/index.html', alternate('en', '/en/2026/11/20/ura/'))
      .hides('2026/11/20/ura/index.html', 'sr-latn/2026');
  });

  test('in a folder of its own, whose name has the day', () => {
    site({
      'site.yaml': HUGO,
      'articles/2026/11/20/ura/index.md': '---\ntitle: Ura\n---\nText.\n',
      'articles/2026/11/20/ura/index.en.md': '---\ntitle: Bridge\n---\nText.\n',
    })
      .build()
      .exits(0)
      .shows('en/2026/11/20/ura/index.html', alternate('sq', '/2026/11/20/ura/'));
  });

  test('what an article says of itself counts', () => {
    site({
      'site.yaml': HUGO,
      'articles/en/a.md': story('A', '2026-11-20', 'Text.', ['lang: sq', 'slug: first']),
      'articles/b.en.md': story('B', '2026-11-20', 'Text.', ['translations: b']),
      'articles/b.md': story('C', '2026-11-20', 'Text.'),
    })
      .build()
      .exits(0)
      .shows('2026/11/20/first/index.html', '<html lang="sq"')
      .hides('en/2026/11/20/b/index.html', 'hreflang="sq" href="https://x.example/2026');
  });

  test('of two in one language the newest is a version, and nobody is told of a fault', () => {
    const paper = site({
      'site.yaml': HUGO,
      'articles/ura.md': story('Ura', '2026-11-20', 'Text.'),
      'articles/ura.en.md': story('Bridge', '2026-11-20', 'Text.'),
      'articles/en/ura.md': story('Bridge again', '2026-11-21', 'Text.'),
    })
      .build()
      .exits(0)
      .shows('2026/11/20/ura/index.html', alternate('en', '/en/2026/11/21/ura/'))
      .shows('en/2026/11/21/ura/index.html', alternate('sq', '/2026/11/20/ura/'))
      .hides('2026/11/20/ura/index.html', '/en/2026/11/20/ura/')
      .hides('en/2026/11/20/ura/index.html', 'hreflang="sq" href="https://x.example/2026');
    expect(paper.stderr).not.toContain('translations');
  });

  test('a version that readers cannot see yet is nowhere named', () => {
    const paper = site({
      'site.yaml': HUGO,
      'articles/ura.md': story('Ura', '2026-11-20', 'Text.'),
      'articles/ura.en.md': story('Bridge', '2026-11-20', 'Text.', ['publish: 2027-01-01']),
    })
      .at('2026-11-25T12:00:00Z')
      .build()
      .exits(0);
    for (const out of paper.outputs()) expect(paper.read(out)).not.toContain('/en/2027');
    paper
      .at('2027-01-02T12:00:00Z')
      .build()
      .exits(0)
      .shows('2026/11/20/ura/index.html', alternate('en', '/en/2027/01/01/ura/'));
  });

  test('only of the languages of the paper', () => {
    site({
      'site.yaml': HUGO,
      'articles/de/a.md': story('A', '2026-11-20', 'Text.'),
      'articles/b.de.md': story('B', '2026-11-20', 'Text.'),
      'articles/v1.2.md': story('C', '2026-11-20', 'Text.'),
    })
      .build()
      .exits(0)
      .shows('2026/11/20/a/index.html', 'lang="sq"')
      .shows('2026/11/20/b-de/index.html', 'lang="sq"')
      .shows('2026/11/20/v1-2/index.html', 'lang="sq"');
  });

  test('of pages of the paper, too', () => {
    const text = (title: string) => `---\ntitle: ${title}\n---\nText.\n`;
    site({
      'site.yaml': `${HUGO}theme: {header: {Rreth nesh: /about/}}\n`,
      'articles/a.md': story('A', '2026-11-20', 'Text.'),
      'pages/about.md': text('Rreth nesh'),
      'pages/about.en.md': text('About us'),
      'pages/sr-latn/about.md': text('O nama'),
    })
      .build()
      .exits(0)
      .shows('about/index.html', alternate('en', '/en/about/'), 'Rreth nesh')
      .shows('en/about/index.html', alternate('sq', '/about/'), 'About us')
      .shows('sr-latn/about/index.html', alternate('en', '/en/about/'))
      .shows('en/index.html', '<a href="/en/about/">About us</a>');
  });
});

describe('settings that are wrong', () => {
  test.each([
    ['languages: en', '"languages" is not a list of languages'],
    ['languages: [english!]', '"english!" is not a language tag'],
    ['languages: [sq, sq]', 'the language "sq" appears twice'],
    ['languages: [{title: The Gazette}]', 'a language has no tag'],
    ['languages: [{language: en, name: X}]', '"languages" has no part "name"'],
    ['latest: {rail: fresh}', '"rail" of "latest" is not one of snapshot, baked, ssi, esi'],
    ['host: geocities', '"geocities" is not a host that Gazeta knows'],
    ['surfaces: {feed: false}', '"surfaces" has no part "feed"'],
    ['surfaces: {feeds: no-thanks}', '"feeds" of "surfaces" is not true or false'],
    ['feeds: {hub: hub.example}', '"hub" of "feeds" is not the full address of a WebSub hub'],
    ['feeds: {size: 1000}', '"size" of "feeds" is not a whole number from 1 to 100'],
    ['publisher: {policies: {ethic: /e/}}', '"policies" has no part "ethic"'],
    ['publisher: {logo: logo.png}', '"logo" of "publisher" is not the address of a picture'],
    ['icon: icon.gif', '"icon.gif" is not a picture of which icons can be made'],
  ])('%s', (line, message) => {
    const paper = site({ 'site.yaml': line, 'articles/a.md': story('A', '2026-11-20') }).build();
    expect(paper.exits(2).stderr).toContain(message);
  });

  test('a section where a language stands', () => {
    const files = { 'articles/a.md': story('A', '2026-11-20') };
    expect(
      site({ ...files, 'site.yaml': 'languages: [en, sq]\nsections: [SQ]' })
        .build()
        .exits(1).stderr,
    ).toContain('sq/index.html is also made by');
  });
});

test.each([
  ['language: al', 'site.yaml:1:11', '"al" is not a language that is known', 'language: sq.'],
  ['language: shqip', 'site.yaml:1:11', '"shqip" is not a language that is known', 'language: sq.'],
  ['language: und', 'site.yaml:1:11', '"und" is not a language that is known', 'language: sq.'],
  ['languages: [english]', 'site.yaml:1:13', '"english" is not', 'Did you mean "en"?'],
  ['languages: [{language: gr}]', 'site.yaml:1:', '"language"', 'such as el'],
])('a language that nobody speaks is an error: %s', (settings, where, problem, help) => {
  const { stderr } = site({ 'site.yaml': settings, 'articles/a.md': story('A', '2026-11-20') })
    .build()
    .exits(2);
  expect(stderr).toContain(where);
  expect(stderr).toContain(problem);
  expect(stderr).toContain(help);
});

test('a language of ISO 639-3 that has no name in the tables is one', () => {
  site({ 'articles/a.md': story('A', '2026-11-20', 'x', ['lang: rmn']) })
    .build()
    .exits(0)
    .shows('2026/11/20/a/index.html', '<html lang="rmn"');
});

test('the language of an article is one that is known', () => {
  const { stderr } = site({ 'articles/a.md': story('A', '2026-11-20', 'x', ['lang: xk']) })
    .build()
    .exits(1);
  expect(stderr).toContain('articles/a.md:4:7 error article/value: "xk" is not a language that');
  expect(stderr).toContain('lang: sq.');
});

test('Albanian papers write the time as their readers do', () => {
  site({
    'site.yaml': 'language: sq\ntimezone: Europe/Tirane\n',
    'articles/a.md': story('A', '2026-11-20T18:20'),
  })
    .build()
    .exits(0)
    .shows('2026/11/20/a/index.html', '20 nëntor 2026 në 18:20');
});
