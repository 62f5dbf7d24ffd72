/** `gazeta check`: what a build would say, and what may not be meant. */
import { describe, expect, test } from 'vitest';
import { ROOT, readFolder, type Site, site, story } from '../rig.ts';

const SETTINGS = 'url: https://x.example/news\ntimezone: Europe/Belgrade\n';

function checked(files: Record<string, string>, settings = ''): Site {
  return site({ 'site.yaml': SETTINGS + settings, ...files })
    .at('2026-11-23T12:00+01:00')
    .gazeta('check');
}

/** An article without anything to remark on. */
const plain = (title: string, text = 'Text.', more: string[] = []) =>
  story(title, '2026-11-20T08:00', text, more);

test('a paper without fault is told so, and nothing is written', () => {
  const paper = checked({ 'articles/a.md': plain('A') })
    .exits(0)
    .says('');
  expect(paper.stdout).toBe('Checked 1 article: nothing to mend.\n');
  expect(paper.files.kind('/site/dist')).toBe('none');
  expect(paper.files.kind('/site/.gazeta')).toBe('none');
});

test('the sample paper is clean', () => {
  const files = Object.entries(readFolder(ROOT)).filter(([name]) =>
    /^(articles|authors|public)\/|^(site\.yaml|icon\.svg)$/.test(name),
  );
  site(Object.fromEntries(files)).at('2026-11-23T12:00Z').gazeta('check').exits(0).says('');
});

describe('links', () => {
  test.each([
    ['[x](/nowhere/)', '5', 'check/link: the link to /nowhere/ leads nowhere'],
    ['[x](https://x.example/news/nowhere/)', '', 'check/link: the link to /nowhere/ leads nowhere'],
    ['<a href="/nowhere.pdf">x</a>', '', 'check/link: the link to /nowhere.pdf leads nowhere'],
    ['[x](b.md#nope)', '', 'check/anchor: the link to /2026/11/20/b/#nope leads to no place'],
    ['[x](#nope)', '', 'check/anchor: the link to /2026/11/20/a/#nope leads to no place'],
    ['[x](/latest/#nope)', '', 'check/anchor: the link to /latest/#nope leads to no place'],
  ])('%s', (text, column, message) => {
    const paper = checked({ 'articles/a.md': plain('A', text), 'articles/b.md': plain('B') });
    expect(paper.exits(0).stderr).toContain(`warning ${message}`);
    expect(paper.stderr).toMatch(new RegExp(`^articles/a.md:5:${column || '\\d+'} warning`, 'm'));
  });

  test.each([
    '[x](/2026/11/20/b/)',
    '[x](/2026/11/20/b)',
    '[x](/2026/11/20/b/index.html)',
    '[x](b.md#n%C3%ABnt%C3%AB)',
    '[x](b.md#second-part)',
    '[x](/file.pdf#page=2)',
    '[x](/)',
    '[x](#)',
    '[x](#top)',
    '[x](/latest/#:~:text=word)',
    '[x](https://other.example/nowhere/)',
    '[x](mailto:a@x.example)',
    'A[^1]\n\n[^1]: Note',
  ])('is no fault: %s', (text) => {
    site({
      'site.yaml': SETTINGS,
      'articles/a.md': plain('A', text),
      'articles/b.md': plain('B', '## Second part\n\n<span id="nëntë">x</span>'),
      'public/file.pdf': 'pdf',
    })
      .at('2026-11-23T12:00Z')
      .gazeta('check')
      .exits(0)
      .says('');
  });

  test('one that a template makes on every page is told once', () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`articles/a${at}.md`, plain(`A${at}`)]),
    );
    const footer = '<footer><a href="/news/imprint/">Imprint</a></footer>';
    const paper = checked({ ...files, 'templates/partials/footer.hbs': footer });
    expect(paper.stderr.match(/\/imprint\//g)).toHaveLength(1);
  });
});

describe('the paper’s own links', () => {
  const theme = `theme:
  header:
    - {name: About, href: /about/}
    - {name: Team, href: /latest/#team}
  footer: {Imprint: /imprint/, Latest: /latest/, Mail: "mailto:a@x.example", Full: "https://x.example/news/full"}
`;

  test('are told at their line of site.yaml, and not of the pages that show them', () => {
    const files = {
      'articles/a.md': plain('A', 'See [x](/about/).'),
      'articles/b.md': plain('B'),
    };
    const paper = checked(files, `publisher: {policies: {ethics: /imprint/}}\n${theme}`).exits(0);
    expect(paper.stderr.match(/^\S+ warning .*/gm)).toEqual([
      'site.yaml:6:27 warning check/link: the link to /about/ leads nowhere',
      'site.yaml:7:26 warning check/anchor: the link to /latest/#team leads to no place on that page',
      'site.yaml:8:21 warning check/link: the link to /imprint/ leads nowhere',
      'site.yaml:8:84 warning check/link: the link to /full leads nowhere',
    ]);
  });

  test('are no fault where there is a page or a file', () => {
    const files = {
      'articles/a.md': plain('A', 'Text.', ['permalink: /about/']),
      'public/imprint/index.html': 'x',
      'public/full': 'x',
    };
    checked(files, theme.replace('#team', '')).exits(0).says('');
  });
});

test('a block of the home page whose section no article has', () => {
  const theme = (more: string) =>
    `${more}theme:\n  name: Nowhere\n  home: {blocks: [rajoni, Nowhere, {section: Kosova}, {section: Sport}]}\n`;
  const files = { 'articles/a.md': plain('A', 'Text.', ['section: Rajoni / Kosova']) };
  expect(
    checked(files, theme(''))
      .exits(0)
      .stderr.match(/^\S+ notice .*/gm),
  ).toEqual([
    'site.yaml:5:27 notice check/section: no article is in the section "Nowhere" of the home page',
    'site.yaml:5:65 notice check/section: no article is in the section "Sport" of the home page',
  ]);
  // Of declared sections each is told once.
  const declared = checked(files, theme('sections: [Rajoni, Rajoni / Kosova, Sport, Nowhere]\n'));
  expect(declared.exits(0).stderr.match(/^\S+ notice .*/gm)).toEqual([
    'site.yaml notice check/section: the section "Nowhere" has no article',
    'site.yaml notice check/section: the section "Sport" has no article',
  ]);
});

test.each([
  [
    'a picture without a text',
    '![](/p.png)',
    'articles/a.md:5:1 warning check/alt: the picture "/p.png" has no text',
  ],
  [
    'a heading that skips',
    '## Two\n\n#### Four',
    'articles/a.md:7:1 warning check/heading: the heading is an h4, after an h2',
  ],
  [
    'a second headline',
    '# One',
    'articles/a.md:5:1 warning check/heading: the heading is an h1, after an h1',
  ],
])('%s', (_, text, message) => {
  const paper = checked({ 'articles/a.md': plain('A', text), 'public/p.png': 'x' }).exits(0);
  expect(paper.stderr).toContain(message);
});

test.each([
  ['image: /p.png', 'articles/a.md:4:8 warning check/alt: the picture "/p.png" has no text'],
  [
    'flash: 2026-11-20T18:00',
    'warning check/flash: its time among the flash news ended at 2026-11-20T18:00',
  ],
  ['flash: 2026-11-19', 'warning check/flash: it leaves the flash news before it is published'],
  [
    'publish: 2026-11-23T12:30',
    'articles/a.md notice check/embargo: readers see it soon, from 2026-11-23T12:30 on',
  ],
  ['publish: 2026-11-21', 'articles/a.md notice check/time: its date has no time'],
  [
    'tags: [Kfor]',
    'articles/a.md:4:8 warning check/tags: the tag "Kfor" is elsewhere written "KFOR"',
  ],
])('%s', (line, message) => {
  const paper = checked({
    'articles/a.md': plain('A', 'Text.', [line]),
    'articles/b.md': plain('B', 'Text.', ['tags: KFOR']),
    'articles/c.md': plain('C', 'Text.', ['tags: KFOR']),
    'public/p.png': 'x',
  }).exits(0);
  expect(paper.stderr).toContain(message);
});

test('authors and sections without articles', () => {
  const paper = checked(
    {
      'articles/a.md': plain('A', 'Text.', ['section: Rajoni / Kosova', 'authors: arta']),
      'authors/arta.yaml': 'name: Arta',
      'authors/ben.yaml': 'name: Ben',
    },
    'sections: [Rajoni, Rajoni / Kosova, Sport]',
  ).exits(0);
  expect(paper.stderr.match(/notice check\/\w+: .*/g)).toEqual([
    'notice check/author: Ben has no article',
    'notice check/section: the section "Sport" has no article',
  ]);
});

test('errors are told as by a build, with its exit code, and as data', () => {
  const paper = checked({ 'articles/a.md': story('A', '2026-02-30') }).exits(1);
  expect(paper.stderr).toContain('articles/a.md:3:7 error article/date');
  paper.gazeta('check', '--json').exits(1);
  expect(JSON.parse(paper.stdout)).toMatchObject({
    exitCode: 1,
    diagnostics: [{ code: 'article/date', file: 'articles/a.md' }],
  });
  paper
    .edit({ 'site.yaml': `${SETTINGS}onError: hold-back` })
    .gazeta('check')
    .exits(3);
  paper.gazeta('check', '--help').exits(0);
});

test('a build says nothing of it', () => {
  site({ 'site.yaml': SETTINGS, 'articles/a.md': plain('A', '# One\n\n[x](/nowhere/)') })
    .build()
    .exits(0)
    .says('');
});
