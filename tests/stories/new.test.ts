/** `gazeta new`: the file of a new article or page. */
import { describe, expect, test } from 'vitest';
import { type Site, site, story } from '../rig.ts';

const SETTINGS = 'url: https://x.example\ntimezone: Europe/Belgrade\n';

function paper(settings = '', files: Record<string, string> = {}): Site {
  return site({ 'site.yaml': SETTINGS + settings, ...files }).at('2026-11-23T22:30:40Z');
}
const read = (made: Site, name: string) => made.read(`../articles/${name}`);

test('has its date, a name from the headline, and is a draft', () => {
  const made = paper('', { 'articles/a.md': story('A', '2026-11-01') })
    .gazeta('new', 'Sulmi në Banjskë: what we know')
    .exits(0)
    .says('It is a draft. Take out the line "draft: true" when it is finished.');
  expect(made.stdout).toBe('/site/articles/2026-11-23-sulmi-ne-banjske-what-we-know.md\n');
  expect(read(made, '2026-11-23-sulmi-ne-banjske-what-we-know.md')).toBe(`---
title: "Sulmi në Banjskë: what we know"
date: 2026-11-23T23:30+01:00
tags: []
authors: []
summary:
draft: true
---

`);
  made.build().exits(0).says('').nowhere('Banjsk');
});

test('with all that can be said of it', () => {
  const made = paper('sections: [Rajoni, Rajoni / Kosova]')
    .gazeta(
      ...[
        'new',
        'Bridge',
        'opens',
        '--section',
        'kosova',
        '--flash',
        '--author',
        'Arta B., editor',
      ],
      ...['--embargo', '2026-11-25T06:00', '--lang', 'sq', '--json'],
    )
    .exits(0);
  expect(JSON.parse(made.stdout)).toEqual({
    exitCode: 0,
    file: 'articles/rajoni/kosova/2026-11-25-bridge-opens.md',
  });
  expect(read(made, 'rajoni/kosova/2026-11-25-bridge-opens.md')).toBe(`---
title: Bridge opens
date: 2026-11-23T23:30+01:00
publish: 2026-11-25T06:00+01:00
section: Rajoni / Kosova
tags: [flash-news]
authors: ["Arta B., editor"]
summary:
lang: sq
draft: true
---

`);
  const name = 'articles/rajoni/kosova/2026-11-25-bridge-opens.md';
  made.edit({ [name]: made.read(`../${name}`).replace('draft: true\n', '') });
  made.at('2026-11-25T05:00:00Z').build().exits(0).says('');
  made.shows(
    '2026/11/25/bridge-opens/index.html',
    'Flash News',
    'Arta B., editor',
    '<html lang="sq" dir="ltr">',
  );
});

test('under the keys that the paper reads', () => {
  const made = paper('fields: {title: [headline], draft: ["!published"], summary: [], tags: a.b}')
    .gazeta('new', 'Hello')
    .exits(0);
  expect(read(made, '2026-11-23-hello.md')).toBe(`---
headline: Hello
date: 2026-11-23T23:30+01:00
authors: []
published: false
---

`);
});

test('is not called a draft where the paper reads no key as that', () => {
  const made = paper('fields: {draft: []}').gazeta('new', 'Hello').exits(0).says('');
  expect(read(made, '2026-11-23-hello.md')).not.toContain('draft');
});

test('never takes the place of another', () => {
  const made = paper('', { 'articles/x/2026-11-23-hello.md': story('Hello', '2026-11-23') });
  made.gazeta('new', 'Hello').exits(0).gazeta('new', 'Hello!').exits(0);
  expect(made.stdout).toBe('/site/articles/2026-11-23-hello-3.md\n');
  expect(made.read('../articles/x/2026-11-23-hello.md')).toContain('Text.');
  made.build('--drafts', '--out', 'preview').exits(0);
});

test.each([
  'true',
  '2024',
  '- a list',
  '"Quoted" \\ words',
  'a: b # c',
  '総選挙',
  '{{x}}',
  "It's on",
])('any headline comes back as it is: %s', (headline) => {
  const made = paper().gazeta('new', '--', headline).exits(0);
  made.build('--drafts', '--out', 'preview').exits(0);
  const page = made.outputs('preview').find((out) => out.startsWith('2026/')) ?? '';
  expect(made.text(`../preview/${page}`)).toContain(headline);
});

describe('a page', () => {
  const pages = (made: Site) => made.outputs('pages');
  const page = (made: Site, name: string) => made.read(`../pages/${name}`);

  test('has a name from its title, and no date', () => {
    const made = paper('', { 'articles/a.md': story('A', '2026-11-01') })
      .gazeta('new', '--page', 'About us: the newsroom')
      .exits(0)
      .says('It is a draft. Take out the line "draft: true" when it is finished.');
    expect(made.stdout).toBe('/site/pages/about-us-the-newsroom.md\n');
    const text = page(made, 'about-us-the-newsroom.md');
    expect(text).toBe(`---
title: "About us: the newsroom"
summary:
draft: true
---

`);
    made.build().exits(0).says('').nowhere('newsroom');
    made.edit({ 'pages/about-us-the-newsroom.md': text.replace('draft: true\n', '') });
    made.build().exits(0).says('').shows('about-us-the-newsroom/index.html', 'About us');
  });

  test('lies in the folder of its language, if that is one of the paper', () => {
    const made = paper('languages: [en, sq, sr-Latn]');
    const file = (...args: string[]) =>
      JSON.parse(made.gazeta('new', '--page', '--json', ...args).exits(0).stdout).file;
    expect(file('About us', '--lang', 'en')).toBe('pages/about-us.md');
    expect(file('Rreth nesh', '--lang', 'sq')).toBe('pages/sq/rreth-nesh.md');
    expect(file('O nama', '--lang', 'sr-latn')).toBe('pages/sr-Latn/o-nama.md');
    expect(file('Über uns', '--lang', 'de')).toBe('pages/uber-uns.md');
    expect(page(made, 'sq/rreth-nesh.md')).toBe(
      '---\ntitle: Rreth nesh\nsummary:\ndraft: true\n---\n\n',
    );
    expect(page(made, 'uber-uns.md')).toBe(
      '---\ntitle: Über uns\nsummary:\nlang: de\ndraft: true\n---\n\n',
    );
    made.edit({ 'articles/a.md': story('A', '2026-11-01') });
    made.build('--drafts', '--out', 'preview').exits(0);
    for (const [address, language] of [
      ['about-us', 'en'],
      ['sq/rreth-nesh', 'sq'],
      ['sr-latn/o-nama', 'sr-Latn'],
      ['uber-uns', 'de'],
    ])
      expect(made.read(`../preview/${address}/index.html`)).toContain(`<html lang="${language}"`);
  });

  test('has an embargo, under the keys that the paper reads', () => {
    const made = paper(
      'fields: {title: titulli, publish: [del], draft: ["!published"], summary: []}',
    )
      .gazeta('new', '--page', 'Rules', '--embargo', '2026-12-01')
      .exits(0)
      .says('It is a draft. Take out the line "published: false" when it is finished.');
    expect(page(made, 'rules.md')).toBe(
      '---\ntitulli: Rules\ndel: 2026-12-01T00:00+01:00\npublished: false\n---\n\n',
    );
  });

  test('never takes the place of another', () => {
    const old = '---\ntitle: About\n---\nText.\n';
    const made = paper('languages: [en, sq]', {
      'articles/a.md': story('A', '2026-11-01'),
      'pages/About.markdown': old,
      'pages/contact/_index.md': old,
      'pages/sq/legal.md': old,
    });
    for (const title of ['About', 'about!', 'Contact', 'Legal', 'Index', '☙'])
      made.gazeta('new', '--page', title).exits(0);
    expect(pages(made)).toEqual([
      'About.markdown',
      'about-2.md',
      'about-3.md',
      'contact-2.md',
      'contact/_index.md',
      'index-page.md',
      'legal.md',
      'page.md',
      'sq/legal.md',
    ]);
    for (const name of ['About.markdown', 'contact/_index.md', 'sq/legal.md'])
      expect(page(made, name)).toBe(old);
    made.build('--drafts', '--out', 'preview').exits(0);
  });

  test.each([
    [[], 'a title is missing: gazeta new --page "About us"'],
    [
      ['A', '--section', 'Sport'],
      '--section is for articles: a page has no section, author, flash news or date',
    ],
    [['A', '--flash', '--author', 'Arta'], '--author, --flash are for articles'],
    [['A', '--now', '2026-11-24'], '--now is for articles'],
    [['A', '--lang', 'Albanian!'], '--lang "Albanian!" is not a language tag'],
    [['A', '--embargo', '2026-01-01'], '--embargo "2026-01-01" has passed'],
  ])('a mistake makes none: %j', (args, message) => {
    const made = paper('sections: [Rajoni, Sport]')
      .gazeta('new', '--page', ...args)
      .exits(2);
    expect(made.stderr).toContain(message);
    expect(pages(made)).toEqual([]);
  });
});

describe('a mistake makes no file', () => {
  test.each([
    [['new'], 'a headline is missing'],
    [['new', '  '], 'a headline is missing'],
    [['new', 'A', '--section', 'Sprot'], 'Did you mean "Sport"? The sections are Rajoni, Sport'],
    [['new', 'A', '--embargo', 'soon'], '--embargo "soon" is not a date that can be read'],
    [['new', 'A', '--embargo', '2026-01-01'], '--embargo "2026-01-01" has passed'],
    [['new', 'A', '--lang', 'Albanian!'], '--lang "Albanian!" is not a language tag'],
    [['new', 'A', '--secton', 'Sport'], "Unknown option '--secton'"],
  ])('%j', (args, message) => {
    const made = paper('sections: [Rajoni, Sport]')
      .gazeta(...args)
      .exits(2);
    expect(made.stderr).toContain(message);
    expect(made.outputs('articles')).toEqual([]);
  });

  test('nor do wrong settings', () => {
    const made = paper('titel: x').gazeta('new', 'A').exits(2);
    expect(made.stderr).toContain('Did you mean "title"?');
  });
});
