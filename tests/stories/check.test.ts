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
  expect(paper.stdout).toBe('Checked 1 article: no problems found.\n');
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

/** All that is said, without the lines that are shown. */
const told = ({ stderr }: Site) => stderr.match(/^\S+ (?:warning|notice|error) .*/gm) ?? [];

describe('Markdown that stays as it is typed', () => {
  test.each([
    [
      '![Foto](/images/foto e re.jpg)',
      'An address with blanks stands in angle brackets: ![Foto](</images/foto e re.jpg>).',
    ],
    [
      '![Foto](foto e re.jpg "Ura natën")',
      'An address with blanks stands in angle brackets: ![Foto](<foto e re.jpg>).',
    ],
    [
      '![Foto](/images/foto e re (1).jpg)',
      'An address with blanks stands in angle brackets: ![Foto](</images/foto e re (1).jpg>).',
    ],
    [
      '![Foto](C:\\Users\\Arta\\foto e re.jpg)',
      'This is a place on one computer, which readers cannot reach. Put it into public/ and write its address from there (/images/bridge.jpg), or beside the article and write its name.',
    ],
    ['[këtë] (/x/)', 'Write it without a blank between: [këtë](/x/).'],
    ['[këtë "fjalë"] (b.md)', 'Write it without a blank between: [këtë “fjalë”](b.md).'],
    [
      '[këtë]()',
      'The link has no address. Write it between the round brackets, or the words alone.',
    ],
    ['[^2]', 'There is no note of this name. Write it in a line of its own: [^2]: The note.'],
    [
      '[x](javascript:alert%281%29)',
      'Such an address is not published. Write one that begins with https:// or with /.',
    ],
    ...[
      ['{{< figure src="/x.jpg" caption="It opens" >}}', 'Hugo'],
      ['[që]({{< ref "b.md" >}})', 'Hugo'],
      ['{{% notice %}}x{{% /notice %}}', 'Hugo'],
      ['titull {#vendi}', 'Hugo'],
      ['{% include figure.html src="/x.jpg" %}', 'Jekyll'],
      ['![Foto]({{ site.baseurl }}/x.jpg)', 'Jekyll'],
      ['një{: .lead}', 'Jekyll'],
      ['[caption id="1" align="left"]Ura[/caption]', 'WordPress'],
      ['[gallery ids="1,2"]', 'WordPress'],
    ].map(([tag = '', system]): [string, string] => [
      tag,
      `${system} puts something in its place, Gazeta does not. Write it as Markdown or HTML, or take it out.`,
    ]),
  ])('%s', (text, help) => {
    const paper = checked({
      'articles/a.md': plain('A', `# One \`${'x'.repeat(5)}\` **two**\n\nText ${text} and more.`),
    }).exits(0);
    expect(told(paper).filter((line) => line.includes('check/markdown'))).toHaveLength(1);
    expect(paper.stderr).toMatch(/^articles\/a\.md:7:\d+ warning check\/markdown: "/m);
    expect(paper.stderr).toContain(`  ${help}\n`);
  });

  test('a heading without its blank', () => {
    const paper = checked({ 'articles/a.md': plain('A', 'Text.\n\n##Titulli i dytë') }).exits(0);
    expect(
      paper.stderr,
    ).toContain(`articles/a.md:7:1 warning check/markdown: "##Titulli i dytë" is shown as it is typed
  7 | ##Titulli i dytë
    | ^^^^^^^^^^^^^^^^
  A heading has a blank after its marks: ## Titulli i dytë.
`);
  });

  test.each([
    'He said “I […] (/x/) went” [sic] (see below), f[0] (p. 3) [1] (https://other.example/)',
    'Code `[x] (/y/)` and `[^2]`',
    '    ![x](/a b.jpg)\n\n```\n##no [^1]\n```',
    '\\[x] (/y/), \\![A](/a b.jpg), \\[^2]',
    'A[^1] <kbd>[a]</kbd>\n\n[^1]: Note',
    '#hashtag and C## code',
    'Code `{{< x >}}` and `{% x %}`, a {{ name }} and {a: b}, [video] (see below)',
    '[x](https://other.example/a(b)) (/y/)',
  ])('is no fault: %s', (text) => {
    checked({ 'articles/a.md': plain('A', text) })
      .exits(0)
      .says('');
  });
});

test.each([
  ['[x](http://localhost:3000/a/)', '5:5', 'http://localhost:3000/a/'],
  ['[x](https://127.0.0.1/)', '5:5', 'https://127.0.0.1/'],
  ['![x](http://localhost/a.png?b&c)', '5:6', 'http://localhost/a.png?b&c'],
  ['[x](localhost:8080)', '5:5', 'localhost:8080'],
])('a link to the reader’s own computer: %s', (text, place, address) => {
  const paper = checked({ 'articles/a.md': plain('A', `${text} ${text}`) }).exits(0);
  expect(told(paper)).toEqual([
    `articles/a.md:${place} warning check/link: "${address}" means the computer of whoever reads it`,
  ]);
});

test('a picture on the reader’s own computer, and addresses that only look like it', () => {
  const paper = checked({
    'articles/a.md': plain('A', '[x](https://localhost.example/) http://localhost/', [
      'image: {src: "http://localhost:1313/a.png", alt: A}',
    ]),
  }).exits(0);
  expect(told(paper)).toEqual([
    'articles/a.md:4:15 warning check/link: "http://localhost:1313/a.png" means the computer of whoever reads it',
  ]);
});

test('instants far ahead', () => {
  const paper = checked({
    'articles/a.md': story('A', '2062-11-23T08:00'),
    'articles/b.md': story('B', '2026-11-20T08:00', 'Text.', ['publish: 2027-12-01T08:00']),
    'articles/c.md': plain('C', 'Text.', ['lastmod: 2027-11-20T08:00']),
    'articles/d.md': plain('D', 'Text.', [
      'updated: 2026-11-21T08:00',
      'corrections: [{date: 2062-11-21, text: It was six.}]',
    ]),
    // What readers do not see yet may be of any day, a draft and next year too.
    'articles/e.md': story('E', '2027-11-20T08:00', 'Text.', ['updated: 2027-11-21T08:00']),
    'articles/f.md': story('F', '2062-11-20T08:00', 'Text.', ['draft: true']),
    'articles/g.md': plain('G', 'Text.', ['updated: 2027-11-20', 'expires: 2026-11-21']),
  }).exits(0);
  expect(told(paper)).toEqual([
    'articles/a.md:3:1 notice check/date: readers see it in more than a year, from 2062-11-23T08:00 on',
    'articles/b.md:4:1 notice check/date: readers see it in more than a year, from 2027-12-01T08:00 on',
    'articles/c.md:4:1 notice check/date: its update is of 2027-11-20T08:00, which is still to come',
    'articles/d.md:5:1 notice check/date: its correction is of 2062-11-21T00:00, which is still to come',
  ]);
});

test('names of authors that may not be meant', () => {
  const article = (name: string, authors: string) => plain(name, 'Text.', [`authors: ${authors}`]);
  const paper = checked({
    'authors/arta.md': '---\nname: Arta Berisha\naliases: [A. Berisha]\n---\n',
    'authors/ap.yaml': 'name: AP\nkind: desk',
    'articles/a.md': article('A', '[arta, artaa, AP]'),
    'articles/b.md': article('B', '[Newsroom, Arta Berisa]'),
    'articles/c.md': article('C', 'Arta Berisa'),
    'articles/d.md': article('D', 'Arta Berisha, Blerim Hoxha'),
    'articles/e.md': article('E', 'arta, AP'),
    'articles/f.md': article('F', '["Hoxha, Blerim", "King, Jr.", AFP, Reuters, A Berisha]'),
  }).exits(0);
  expect(told(paper)).toEqual([
    'articles/a.md:4:17 warning check/author-name: the author "artaa" has no file in authors/',
    'articles/b.md:4:21 warning check/author-name: the author "Arta Berisa" has no file in authors/',
    'articles/d.md:4:10 warning check/author-name: "Arta Berisha, Blerim Hoxha" counts as one person',
    'articles/e.md:4:10 warning check/author-name: "arta, AP" counts as one person',
  ]);
  for (const help of [
    'Did you mean "arta", of authors/arta.md? If it is somebody else, give them a file of their own.',
    'Did you mean "Arta Berisha", of authors/arta.md? If',
    'Write several authors as a list: authors: [Arta Berisha, Blerim Hoxha].',
  ])
    expect(paper.stderr).toContain(`  ${help}`);
});

test('articles without a text', () => {
  const paper = checked({
    'articles/a.md': plain('A', ''),
    'articles/b.md': plain('B', '\n  \n'),
    'articles/c.md': plain('C', '', ['summary: Two battalions go.']),
    'articles/d.md': plain('D', '![A](https://other.example/a.jpg)'),
    'articles/e.md': plain('E', '[A](c.md)'),
    'articles/f.md': plain('F', '', ['draft: true']),
  }).exits(0);
  expect(told(paper)).toEqual([
    'articles/a.md notice check/text: there is no text below the front matter',
    'articles/b.md notice check/text: there is no text below the front matter',
  ]);
});

test('an article that is the only version of itself', () => {
  const version = (title: string, key: string, more: string[] = []) =>
    plain(title, 'Text.', [`translations: ${key}`, ...more]);
  const paper = checked({
    'articles/a.md': version('A', 'visa-free'),
    'articles/b.md': version('B', 'visa-fre', ['lang: sq']),
    'articles/c.md': version('C', 'whole'),
    'articles/d.md': version('D', 'whole', ['lang: sq']),
    'articles/e.md': version('E', 'half'),
    'articles/f.md': version('F', 'half', ['lang: sq', 'draft: true']),
  }).exits(0);
  expect(told(paper)).toEqual([
    'articles/a.md:4:15 notice check/translations: no other version of the article has the key "visa-free"',
    'articles/b.md:4:15 notice check/translations: no other version of the article has the key "visa-fre"',
  ]);
  expect(paper.stderr).toContain('Did you mean "visa-fre"? Each version has');
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

test('words that a language of the paper lacks are told, and those that no template says', () => {
  const paper = checked(
    {
      'articles/a.md': plain('A'),
      'articles/b.md': plain('B', 'Text.', ['lang: sq']),
      'templates/labels/it.yaml': 'home: Casa',
      'templates/labels/de-AT.yaml': 'latset-news: Das Neueste',
      'templates/labels/en.yaml': 'weather: Weather\ngreeting: Hello',
      'templates/partials/footer.hbs': '<footer>{{label "weather"}}</footer>',
    },
    'language: fr\nlanguages: [fr, en-GB, sr-ME, de-AT]\n',
  ).exits(0);
  const told = paper.stderr.matchAll(/^(\S+) warning check\/labels: (.*)\n {2}(.*)$/gm);
  expect([...told].map(([, ...parts]) => parts.join('|'))).toEqual([
    'templates/labels/de-AT.yaml|no template says the word "latset-news"|Did you mean "latest-news"?',
    'templates/labels/de-AT.yaml|pages in "de-AT" say some words in English: weather, greeting|Put them into templates/labels/de-AT.yaml, in lines such as "home: …" (docs/templates.md).',
    'templates/labels/en.yaml|no template says the word "greeting"|A template says it so: {{label "greeting"}}.',
    'templates/labels/fr.yaml|the theme has no words in "fr", and says them in English|Put them into templates/labels/fr.yaml, in lines such as "home: …" (docs/templates.md).',
    'templates/labels/sr-ME.yaml|pages in "sr-ME" say some words in English: weather, greeting|Put them into templates/labels/sr-ME.yaml, in lines such as "home: …" (docs/templates.md).',
  ]);
});

test('where a template says words that values name, any may be said', () => {
  const paper = checked({
    'articles/a.md': plain('A', 'Text.', ['kind: opinion']),
    'templates/labels/en.yaml': 'opinion: Opinion\nlatset-news: The wire',
    'templates/partials/tags.hbs':
      '{{#if article.extra}}{{label (lookup article.extra "kind")}}{{/if}}',
  }).exits(0);
  expect(paper.stderr).not.toContain('"opinion"');
  expect(paper.stderr).toContain('Did you mean "latest-news"?');
});

test('a file beside the templates that nothing reads is told, with the one that was meant', () => {
  const files = {
    'home.html': 'templates/home.hbs',
    'labels/en.yml': 'templates/labels/en.yaml',
    'paper.css': 'templates/styles/paper.css',
    'assets/paper.css': 'templates/styles/paper.css',
    'styles/papr.css': 'templates/styles/paper.css',
  };
  const paper = (names: readonly string[]) =>
    checked({
      'articles/a.md': plain('A'),
      ...Object.fromEntries(names.map((name) => [`templates/${name}`, 'a { color: red; }'])),
      'templates/layout.hbs': '{{asset "site.css"}}{{asset "own.css"}}{{> @partial-block}}',
      'templates/assets/own.css': '@import "../styles/sun.css"; @import "more.css";',
      'templates/assets/more.css': 'i { color: blue; }',
      'templates/styles/sun.css': 'b { color: blue; }',
      'templates/styles/card.css': 'b { color: blue; }',
      'templates/README.md': 'x',
    }).exits(0);
  expect(paper([]).stderr).toBe('');
  const told = paper(Object.keys(files)).stderr;
  expect(told.match(/no page uses this file/g)).toHaveLength(Object.keys(files).length);
  for (const [name, meant] of Object.entries(files))
    expect(told).toContain(
      `templates/${name} warning check/template: no page uses this file\n  Did you mean ${meant}?`,
    );
});

test('a template that no page uses is told, with the one that was meant', () => {
  const paper = site({
    'articles/a.md': story('A', '2026-11-20'),
    'templates/artcle.hbs': 'x',
    'templates/partials/bylinee.hbs': 'x',
    'templates/own/box.hbs': '{{> own/inner}}',
    'templates/own/inner.hbs': 'x',
    'templates/partials/footer.hbs': '{{> own/box}}',
    'templates/section.hbs': '{{#> layout}}x{{/layout}}',
  }).gazeta('check');
  const told = paper.stderr.matchAll(/^(\S+) warning check\/template[^\n]*\n {2}(.*)$/gm);
  expect([...told].map(([, file, help]) => [file, help])).toEqual([
    ['templates/artcle.hbs', 'Did you mean templates/article.hbs?'],
    ['templates/partials/bylinee.hbs', 'Did you mean templates/partials/byline.hbs?'],
  ]);
});
