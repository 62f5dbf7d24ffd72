/** What a reporter is told. The expectations are the whole of stderr. */
import { describe, expect, test } from 'vitest';
import { site, story } from '../rig.ts';

const SITE = { 'site.yaml': 'url: https://x.example\ntimezone: Europe/Belgrade\n' };
const NOTHING = '\n\n1 error\nNothing was published; dist/ is as it was.';

/** The messages of a site with one faulty article. */
function faulty(body: string | Uint8Array, more: Record<string, string> = {}) {
  return site({ ...SITE, ...more, 'articles/a.md': body });
}

describe('an article', () => {
  const cases: [string, string | Uint8Array, string][] = [
    [
      'without a headline',
      '---\ndate: 2026-11-20\n---\nText',
      `articles/a.md error article/title: the article has no headline
  Add a line to the front matter: title: The headline.`,
    ],
    [
      'with an empty headline',
      '---\ntitle: ""\ndate: 2026-11-20\n---\nText',
      `articles/a.md:2:8 error article/title: the article has no headline
  2 | title: ""
    |        ^^
  Add a line to the front matter: title: The headline.`,
    ],
    [
      'with a list for a headline',
      '---\ntitle: [A, B]\ndate: 2026-11-20\n---\nText',
      `articles/a.md:2:8 error article/value: "title" is a list, not text
  2 | title: [A, B]
    |        ^^^^^^
  Write it as one line: title: "…".`,
    ],
    [
      'without a date',
      '---\ntitle: A\n---\nText',
      `articles/a.md error article/date-missing: the article has no date
  Add a line to the front matter: date: 2026-11-23T09:00, or begin the file name with the day: 2026-11-23-slug.md.`,
    ],
    [
      'with a day that is not in the calendar',
      story('A', '2026-02-30'),
      `articles/a.md:3:7 error article/date: "2026-02-30" is not a day of the calendar
  3 | date: 2026-02-30
    |       ^^^^^^^^^^
  February 2026 has 28 days. Write the date as 2026-02-28 or 2026-02-28T09:00.`,
    ],
    [
      'with a time that exists twice',
      story('A', '2026-10-25T02:30'),
      `articles/a.md:3:7 error article/local-time: "2026-10-25T02:30" exists twice in Europe/Belgrade: the clocks go back over it
  3 | date: 2026-10-25T02:30
    |       ^^^^^^^^^^^^^^^^
  Add the offset you mean: 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00.`,
    ],
    [
      'that expires before it is published',
      story('A', '2026-11-20', 'x', ['expires: 2026-11-20']),
      `articles/a.md:4:10 error article/order: "2026-11-20" is not after the publication
  4 | expires: 2026-11-20
    |          ^^^^^^^^^^
  It would never be seen. Correct one of the two instants, or set draft: true.`,
    ],
    [
      'updated before it was published',
      story('A', '2026-11-20', 'x', ['updated: 2026-11-19']),
      `articles/a.md:4:10 error article/order: "2026-11-19" is before the publication
  4 | updated: 2026-11-19
    |          ^^^^^^^^^^
  An update comes after what it updates. Correct one of the two instants.`,
    ],
    [
      'with a colon in its headline',
      story('Vote: what next', '2026-11-20'),
      `articles/a.md:2:8 error front-matter/yaml: a value with ": " in it must be in quotes
  2 | title: Vote: what next
    |        ^
  Put the value in quotes: title: "The vote: what comes next".`,
    ],
    [
      'with a colon in a caption',
      '---\ntitle: A\nimage:\n  src: /a.png\n  caption: Map: the town\n  credit: X\ndate: 2026-11-20\n---\n',
      `articles/a.md:5:12 error front-matter/yaml: a value with ": " in it must be in quotes
  5 |   caption: Map: the town
    |            ^
  Put the value in quotes: title: "The vote: what comes next".`,
    ],
    [
      'with a list that holds itself',
      '---\ntitle: A\ndate: 2026-11-20\nmine: &x [1, *x]\n---\n',
      `articles/a.md:4:1 error front-matter/yaml: lists and records stand within one another more than 100 deep
  4 | mine: &x [1, *x]
    | ^
  Write them less deep.`,
    ],
    [
      'with a quote that is not closed',
      '---\ntitle: "A\ndate: 2026-11-20\n---\nText',
      `articles/a.md:4:0 error front-matter/yaml: a quotation mark or bracket is not closed`,
    ],
    [
      'with a reserved character first',
      story('@gazeta moves', '2026-11-20'),
      `articles/a.md:2:8 error front-matter/yaml: a value cannot begin with "@"
  2 | title: @gazeta moves
    |        ^
  Put the value in quotes: title: "The vote: what comes next".`,
    ],
    [
      'with a star first',
      story('*bold* move', '2026-11-20'),
      `articles/a.md:2:8 error front-matter/yaml: a value cannot begin with "*"
  2 | title: *bold* move
    |        ^
  Put the value in quotes: title: "The vote: what comes next".`,
    ],
    [
      'with text after its quotes',
      story('"Yes," she said', '2026-11-20'),
      `articles/a.md:2:15 error front-matter/yaml: text after the end of a value
  2 | title: "Yes," she said
    |               ^
  If the value holds quotation marks, put all of it in the other kind: title: '"Yes," she said'.`,
    ],
    [
      'with a list of dates',
      story('A', '[2026-11-20]'),
      `articles/a.md:3:7 error article/value: "date" is a list, not an instant
  3 | date: [2026-11-20]
    |       ^^^^^^^^^^^^
  Write one: date: 2026-11-23T09:00.`,
    ],
    [
      'with two dates',
      story('A', '2026-11-20', 'x', ['tags: [x]', 'date: 2026-11-21']),
      `articles/a.md:5:1 error front-matter/duplicate-key: "date" appears twice, first on line 3
  5 | date: 2026-11-21
    | ^^^^
  It decides what readers see, so Gazeta does not guess. Keep one of the two lines.`,
    ],
    [
      'whose front matter is a program',
      '---js\n{ title: "A", date: process.exit() }\n---\nText',
      `articles/a.md:1:1 error front-matter/language: front matter in "js" is not read
  1 | ---js
    | ^^^^^
  It would run as a program at every build. Write the block in YAML, after a plain ---.`,
    ],
    [
      'whose front matter is not closed',
      '---\ntitle: A\ndate: 2026-11-20\n\nText',
      `articles/a.md:1:1 error front-matter/unclosed: the front matter has no closing ---
  1 | ---
    | ^^^
  Put a line with --- after the last key, before the text of the article.`,
    ],
    [
      'without front matter',
      'Just text.\n',
      `articles/a.md:1:1 error front-matter/missing: the file does not begin with front matter
  1 | Just text.
    | ^^^
  Begin the file with:
  ---
  title: The headline
  date: 2026-11-23T09:00
  ---`,
    ],
    [
      'that is empty',
      ' \n',
      `articles/a.md error source/empty: the file is empty
  Write the article, or remove the file.`,
    ],
    [
      'that is not UTF-8',
      new Uint8Array([...Buffer.from('---\ntitle: Banjsk'), 0xeb, ...Buffer.from('\n---\n')]),
      `articles/a.md:2:14 error source/encoding: the byte 0xEB is not UTF-8
  2 | title: Banjsk\ufffd
    |              ^
  Save the file as UTF-8; most editors call it an "encoding" in the save dialogue.`,
    ],
    [
      'with a NUL byte',
      story('A', '2026-11-20', 'Te\0xt'),
      `articles/a.md:5:3 error source/nul: the file has a NUL byte
  5 | Te\u2400xt
    |   ^
  The file is damaged, or is no text file. Restore it from a copy, or delete the mark shown as \u2400.`,
    ],
    [
      'with a star that stands for nothing, below one that is text',
      '---\ntitle: "News - *live* today"\ndate: 2026-11-20\nsummary: *nope\n---\nText',
      `articles/a.md:4:10 error front-matter/yaml: "*nope" stands for a value that is not there
  4 | summary: *nope
    |          ^
  Put the value in quotes if it begins with a *. If a YAML anchor is meant, write the value out.`,
    ],
    [
      'that takes over the keys of a record, of which one may hold it back',
      '---\ntitle: News\ndate: 2026-11-20\nbase: &base {draft: true}\n<<: *base\n---\nText',
      `articles/a.md:5:1 error front-matter/yaml: "<<" takes over the keys of another record, and is not read
  5 | <<: *base
    | ^
  Write these keys and their values out here, and remove this line.`,
    ],
    [
      'with a picture that is taken over from a record',
      '---\ntitle: News\ndate: 2026-11-20\nimage:\n  alt: A\n  <<: [{src: /a.jpg}]\n---\nText',
      `articles/a.md:6:3 error front-matter/yaml: "<<" takes over the keys of another record, and is not read
  6 |   <<: [{src: /a.jpg}]
    |   ^
  Write these keys and their values out here, and remove this line.`,
    ],
    [
      'with signs that a terminal would obey',
      '---\ntitle: A\ndate: x\u001b[31mbad\u007f\u009b\n---\nText',
      `articles/a.md:3:7 error article/date: "x\u241b[31mbad\u2421\ufffd" is not a date that can be read
  3 | date: x\u241b[31mbad\u2421\ufffd
    |       ^^^^^^^^^^^
  Write a day as 2026-11-23, or with a time as 2026-11-23T09:00.`,
    ],
    [
      'that is perhaps a draft',
      story('A', '2026-11-20', 'x', ['draft: maybe']),
      `articles/a.md:4:8 error article/value: "draft" is neither true nor false
  4 | draft: maybe
    |        ^^^^^
  Write draft: true or draft: false.`,
    ],
    [
      'whose address leaves the site',
      story('A', '2026-11-20', 'x', ['permalink: ../../etc/passwd']),
      `articles/a.md:4:12 error article/permalink: the address "../../etc/passwd" does not begin with "/"
  4 | permalink: ../../etc/passwd
    |            ^^^^^^^^^^^^^^^^
  Write an address within the site, such as /rajoni/bridge/.`,
    ],
    [
      'in a language that is none',
      story('A', '2026-11-20', 'x', ['lang: Albanian language']),
      `articles/a.md:4:7 error article/value: "Albanian language" is not a language tag
  4 | lang: Albanian language
    |       ^^^^^^^^^^^^^^^^^
  Write it as in BCP 47: lang: sq, lang: en, lang: sr-Latn.`,
    ],
  ];
  test.each(cases)('%s', (_, body, message) => {
    const paper = faulty(body).build().exits(1);
    if (message.includes('\n')) paper.says(message + NOTHING);
    else expect(paper.stderr).toContain(message.split(' error ')[1]);
    expect(paper.outputs()).toEqual([]);
  });

  test('in a section that the paper does not have', () => {
    faulty(story('A', '2026-11-20', 'x', ['section: Rajon']), {
      'site.yaml': 'url: https://x.example\nsections: [Rajoni, Sport]',
    })
      .build()
      .exits(1)
      .says(
        `articles/a.md:4:10 error article/section: "Rajon" is not a section of this paper
  4 | section: Rajon
    |          ^^^^^
  Did you mean "Rajoni"? The sections are Rajoni, Sport; site.yaml declares them.${NOTHING}`,
      );
  });

  test('at the address of another', () => {
    site({
      ...SITE,
      'articles/a/kfor.md': story('A', '2026-11-20T08:00'),
      'articles/b/kfor.md': story('B', '2026-11-20T09:00'),
    })
      .build()
      .exits(1)
      .says(
        `articles/b/kfor.md error article/address: its address /2026/11/20/kfor/ is also that of articles/a/kfor.md
  Give one of the two another slug: a line slug: in its front matter, or another file name. If one is to follow the other, let the first expire when the second is published.${NOTHING}`,
      );
  });

  test('at the address of another that will have gone by then is no fault', () => {
    site({
      ...SITE,
      'articles/a/kfor.md': story('First', '2026-11-20T08:00', 'x', ['expires: 2026-11-20T09:00']),
      'articles/b/kfor.md': story('Second', '2026-11-20T09:00'),
    })
      .at('2026-11-20T07:30Z')
      .build()
      .exits(0)
      .shows('2026/11/20/kfor/index.html', 'First')
      .at('2026-11-20T08:00Z')
      .build()
      .exits(0)
      .shows('2026/11/20/kfor/index.html', 'Second');
  });

  test('a fault of an embargoed article is found today', () => {
    const paper = site({
      ...SITE,
      'articles/a.md': story('A', '2026-11-20'),
      'articles/b.md': story('B', '2030-02-30'),
      'articles/c.md': story('C', '2030-01-01', '[x](nothere.md)'),
    })
      .build()
      .exits(1);
    expect(paper.stderr).toContain('articles/b.md:3:7 error article/date');
    expect(paper.stderr).toContain('articles/c.md:5:5 warning body/link');
  });
});

test.each([
  [
    'YAML',
    '---\ntitle: "x \\ud800 y"\nsummary: "\\ud83d\\ude00"\ndate: 2026-11-20\ntags: ["\\udc00"]\nown: {"\\ud801": ["\\ud801"]}\nexpires: 2026-11-19\n---\nText',
  ],
  [
    'JSON',
    '{\n"title": "x \\ud800 y",\n"summary": "\\ud83d\\ude00",\n"date": "2026-11-20", "tags": ["\\udc00"],\n"own": {"\\ud801": ["\\ud801"]},\n"b": 1,\n"expires":"2026-11-19"\n}\nText',
  ],
])('half a character, which only an escape can write, is a sign for it: %s', (_, article) => {
  const paper = faulty(article).build().exits(1);
  expect(paper.stderr).toMatch(/^articles\/a.md:7:1\d error article\/order/);
  paper
    .edit({ 'articles/a.md': article.replace('2026-11-19', '2027-11-19') })
    .build()
    .exits(0)
    .shows('2026/11/20/a/index.html', 'x \ufffd y', '😀', 'x%20%EF%BF%BD%20y');
});

describe('both sides of a conflict', () => {
  const sides = '<<<<<<< HEAD\nThe bridge is open.\n=======\nThe bridge is shut.\n>>>>>>> desk\n';

  test('in a text are not published', () => {
    faulty(story('A', '2026-11-20', `First.\n\n${sides}`))
      .build()
      .exits(1)
      .says(
        `articles/a.md:7:1 error source/conflict: the file holds both sides of a conflict
  7 | <<<<<<< HEAD
    | ^^^^^^^^^^^^
  Choose one of the two sides, and delete the other and the lines 7 (<<<<<<<), 9 (=======) and 11 (>>>>>>>).${NOTHING}`,
      );
  });

  test.each([
    [
      'front matter',
      '---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> desk\ndate: 2026-11-20\n---\n',
    ],
    [
      'a whole file',
      '<<<<<<< HEAD\n---\ntitle: A\n---\n=======\n---\ntitle: B\n---\n>>>>>>> desk\n',
    ],
    ['Windows line ends', story('A', '2026-11-20', sides).replaceAll('\n', '\r\n')],
    ['a text with closed code before it', story('A', '2026-11-20', `~~~\nx\n~~~\n${sides}`)],
    ['a text with another in code', story('A', '2026-11-20', `~~~\n${sides}~~~\n${sides}`)],
  ])('are found in %s', (_, article) => {
    const { stderr } = faulty(article).build().exits(1);
    expect(stderr).toMatch(/^articles\/a\.md:\d+:1 error source\/conflict: /);
    expect(stderr).toContain('\n1 error\n');
  });

  test('in the file of an author are found, and in site.yaml', () => {
    const sides = 'name: Arta\n<<<<<<< HEAD\nrole: A\n=======\nrole: B\n>>>>>>> desk\n';
    const { stderr } = faulty(story('A', '2026-11-20'), { 'authors/arta.yaml': sides }).build();
    expect(stderr).toContain('authors/arta.yaml:2:1 error source/conflict');
    const paper = faulty(story('A', '2026-11-20'), { 'site.yaml': sides }).build().exits(2);
    expect(paper.stderr).toContain('site.yaml:2:1 error config/yaml: the file holds both sides');
  });

  test.each([
    ['that an article on Git shows as code', `\`\`\`diff\n${sides}\`\`\`\n`],
    ['of which only a part is there', '<<<<<<< HEAD\n\nA heading\n=======\n\nText'],
    ['within a line', 'It says <<<<<<< HEAD.\n=======\n>>>>>>> desk'],
  ])('%s are text', (_, text) => {
    faulty(story('A', '2026-11-20', text))
      .build()
      .exits(0);
  });
});

test('all faults of a build are told at once, sorted by file and line', () => {
  const paper = site({
    ...SITE,
    'articles/b.md': '---\ntitle: B\ndate: 2026-13-01\nexpires: never\nsection: {a: b}\n---\n',
    'articles/a.md': '---\n---\n',
    'templates/home.hbs': '{{#if x}}',
  })
    .build()
    .exits(1);
  expect([...paper.stderr.matchAll(/^(\S+) error (\S+):/gm)].map((m) => `${m[1]} ${m[2]}`)).toEqual(
    [
      'articles/a.md article/date-missing',
      'articles/a.md article/title',
      'articles/b.md:3:7 article/date',
      'articles/b.md:4:10 article/date',
      'articles/b.md:5:10 article/value',
      'templates/home.hbs:1:1 template/syntax',
    ],
  );
  expect(paper.stderr).toContain('6 errors');
});

test('warnings do not stop a build', () => {
  site({
    ...SITE,
    'articles/a.md': story(
      'A',
      '2026-11-20',
      'See [b](b.md), ![p](/p.png) and <script>alert(1)</script>.\n\n![q](/q.jpg)',
      ['secton: x', 'tags: [a]', 'tags: [b]'],
    ),
    'articles/c.md': story('C', '2026-11-21', 'See [d](d.md).', ['secton: y']),
    'articles/d.md': story('D', '2027-11-21'),
    'public/q.jpg': 'no picture',
  })
    .build()
    .exits(0)
    .says(
      `articles/a.md:4:1 warning front-matter/unknown-key: "secton" is not a key that Gazeta reads
  4 | secton: x
    | ^^^^^^
  Did you mean "section"? Further uses of "secton" are not reported.

articles/a.md:6:1 warning front-matter/repeated-key: "tags" appears twice, first on line 5; this one counts
  6 | tags: [b]
    | ^^^^
  Remove one of the two lines.

articles/a.md:8:9 warning body/link: the link "b.md" leads to no article
  8 | See [b](b.md), ![p](/p.png) and <script>alert(1)</script>.
    |         ^^^^
  There is no articles/b.md. Until there is, readers see the words without a link.

articles/a.md:8:21 warning body/file: the picture "/p.png" is not there
  8 | See [b](b.md), ![p](/p.png) and <script>alert(1)</script>.
    |                     ^^^^^^
  Put it into public/ and write its address from there (/images/bridge.jpg), or beside the article and write its name.

articles/a.md:8:33 warning body/html: <script> is left out
  8 | See [b](b.md), ![p](/p.png) and <script>alert(1)</script>.
    |                                 ^^^^^^^
  Only plain text elements may stand in an article. If this paper trusts all its authors with HTML, set "html: trusted" in site.yaml.

articles/a.md:10:6 warning body/picture: the picture public/q.jpg cannot be read as one
  10 | ![q](/q.jpg)
     |      ^^^^^^
  Browsers show JPEG, PNG, GIF, WebP, AVIF and SVG. The file is damaged, or of another kind than its name says: save it anew from the original.

articles/c.md:6:9 warning body/link-hidden: the link "d.md" leads to an article that readers cannot see now
  6 | See [d](d.md).
    |         ^^^^
  They see the words without a link; it appears by itself when the article does.

7 warnings`,
    )
    .shows('2026/11/20/a/index.html', 'See b, ', 'rel="tag" href="/tags/b/">b</a>')
    .hides('2026/11/20/a/index.html', '<script>');
});

test('a comment that does not end is told, unless it is shown', () => {
  const swallowing = 'Intro.\n\n<!-- editor: check this\n\nThe rest.';
  const url = { 'site.yaml': 'url: https://x.example' };
  site({ ...url, 'articles/a.md': story('A', '2026-11-20', swallowing) })
    .build()
    .exits(0)
    .says(`articles/a.md:7:1 warning body/comment: the comment does not end, so nothing that stands after it is shown
  7 | <!-- editor: check this
    | ^^^^
  End it with --> where the text goes on.

1 warning`);
  const fine = [
    '<!-- one -->\n\nText.',
    'Text.\n\n```html\n<!-- shown\n```',
    'Of `<!--` is written here.',
    'One <!-- that is shown.',
  ];
  for (const text of fine)
    site({ ...url, 'articles/a.md': story('A', '2026-11-20', text) })
      .build()
      .exits(0)
      .says('');
});

test('a link to what was withdrawn does not come back, and says so', () => {
  const paper = site({
    'articles/a.md': story('A', '2026-11-20', '[b](b.md)'),
    'articles/b.md': story('B', '2026-11-20', 'x', ['withdrawn: true']),
  }).build();
  expect(paper.stderr).toContain(
    'It was withdrawn: they see the words without a link. Take the link out.',
  );
});

describe('a file that is not there', () => {
  const PLACES =
    'Put it into public/ and write its address from there (/images/bridge.jpg), or beside the article and write its name.';
  const ON_COMPUTER = `This is a place on one computer, which readers cannot reach. ${PLACES}`;
  const decomposed = 'public/foto-e\u0308.jpg';
  const ALIKE =
    'which looks the same and is written with other code points, as macOS writes accents.';
  const RENAME = `${ALIKE} Rename the file: type its name anew.`;
  const RETYPE = `${ALIKE} Type the name anew in the article.`;

  test.each<[string, string, string]>([
    [
      '[x](www.example.com)',
      'www.example.com',
      'For what is on another site write its whole address: https://www.example.com.',
    ],
    [
      '[x](example.org/a?b=c)',
      'example.org/a?b=c',
      'For what is on another site write its whole address: https://example.org/a?b=c.',
    ],
    [
      '[x](arta@example.org)',
      'arta@example.org',
      'For a mail address write mailto:arta@example.org.',
    ],
    ['[x](report.pdf)', 'report.pdf', PLACES],
    ['![x](C:\\Users\\Arta\\treg.jpg)', 'C:\\Users\\Arta\\treg.jpg', ON_COMPUTER],
    ['![x](d:/treg.jpg)', 'd:/treg.jpg', ON_COMPUTER],
    ['![x](file:///home/arta/treg.jpg)', 'file:///home/arta/treg.jpg', ON_COMPUTER],
    ['[x](file:///home/arta/treg.pdf)', 'file:///home/arta/treg.pdf', ON_COMPUTER],
    ['![x](/Users/arta/treg.jpg)', '/Users/arta/treg.jpg', ON_COMPUTER],
    [
      '![x](\\images\\treg.jpg)',
      '\\images\\treg.jpg',
      'Addresses have / where Windows has \\: write /images/treg.jpg, and put the file into public/ or beside the article.',
    ],
    [
      '![x](/big.png)',
      '/big.png',
      'There is public/Big.PNG: write its name as the file has it, in the same letter case.',
    ],
    ['![x](/foto-ë.jpg?v=2)', '/foto-%C3%AB.jpg?v=2', `There is ${decomposed}, ${RENAME}`],
    ['![x](note-e\u0308.jpg)', 'note-e%CC%88.jpg', `There is articles/note-ë.jpg, ${RETYPE}`],
  ])('%s', (text, name, help) => {
    const paper = faulty(story('A', '2026-11-20', `A ${text} b`), {
      [decomposed]: '<svg/>',
      'public/Big.PNG': 'x',
      'articles/note-ë.jpg': 'x',
    });
    const what = text.startsWith('!') ? 'picture' : 'file';
    const column = text.startsWith('!') ? 8 : 7;
    const { stderr } = paper.build().exits(0);
    expect(stderr.split('\n')[0]).toBe(
      `articles/a.md:5:${column} warning body/file: the ${what} "${name}" is not there`,
    );
    expect(stderr.split('\n')[3]).toBe(`  ${help}`);
    // What cannot be had is its words; an address stays, for what the host may have there.
    if (!text.includes('(/')) paper.shows('2026/11/20/a/index.html', '<p>A x b</p>');
  });

  test('but another article, whose name looks the same', () => {
    faulty(story('A', '2026-11-20', '[x](e\u0308.md) [y](ö.md)'), {
      'articles/ë.md': story('B', '2026-11-20'),
      'articles/o\u0308.md': story('C', '2026-11-20'),
    })
      .build()
      .exits(0)
      .says(`articles/a.md:5:5 warning body/link: the link "e%CC%88.md" leads to no article
  5 | [x](e\u0308.md) [y](ö.md)
    |     ^^^^^
  There is articles/ë.md, ${RETYPE}

articles/a.md:5:16 warning body/link: the link "%C3%B6.md" leads to no article
  5 | [x](e\u0308.md) [y](ö.md)
    |                ^^^^
  There is articles/o\u0308.md, ${RENAME}

2 warnings`);
  });

  test('as the picture of an article, on its author’s computer', () => {
    const { stderr } = faulty(story('A', '2026-11-20', 'x', ['image: C:\\Users\\treg.jpg']))
      .build()
      .exits(0);
    expect(stderr).toContain(
      `articles/a.md:4:8 warning body/file: the picture "C:\\Users\\treg.jpg" is not there`,
    );
    expect(stderr).toContain(ON_COMPUTER);
  });

  test('of an author is told in the author’s file, whether there is a page or not', () => {
    faulty(story('A', '2026-11-20'), {
      'authors/arta.md':
        '---\nname: Arta\nimage: nuk.jpg\n---\n[x](../articles/b.md) ![y](z.png) [a](../articles/a.md)',
    })
      .build()
      .exits(0)
      .says(`authors/arta.md:3:8 warning body/file: the picture "nuk.jpg" is not there
  3 | image: nuk.jpg
    |        ^^^^^^^
  ${PLACES}

authors/arta.md:5:5 warning body/link: the link "../articles/b.md" leads to no article
  5 | [x](../articles/b.md) ![y](z.png) [a](../articles/a.md)
    |     ^^^^^^^^^^^^^^^^
  There is no articles/b.md. Until there is, readers see the words without a link.

authors/arta.md:5:28 warning body/file: the picture "z.png" is not there
  5 | [x](../articles/b.md) ![y](z.png) [a](../articles/a.md)
    |                            ^^^^^
  ${PLACES}

3 warnings`);
  });
});

describe('a misspelled key within a record, or of an author', () => {
  test('is told where it first stands', () => {
    const image = 'image: {src: /a.svg, "captoin": y, Alt: "A Alt: b", credits: X, width: 3}';
    const files = {
      ...SITE,
      'articles/a.md': story('A', '2026-11-20', 'x', [image]),
      'articles/b.md': story('B', '2026-11-20', 'x', [image]),
      'articles/c.md': story('C', '2026-11-20', 'x', ['image:', '  src: /a.svg', '  focsu: left']),
      'authors/arta.md':
        '---\nname: Arta\nroel: Editor\nemail: a@x.example\nimage: {src: /a.svg, alt: A, atl: B, focsu: top}\n---\n',
      'public/a.svg': '<svg/>',
    };
    site(files)
      .build()
      .exits(0)
      .says(`articles/a.md:4:23 warning front-matter/unknown-key: "captoin" of "image" is not a key that Gazeta reads
  4 | ${image}
    |                       ^^^^^^^
  Did you mean "caption"? Further uses of "captoin" are not reported.

articles/a.md:4:36 warning front-matter/unknown-key: "Alt" of "image" is not a key that Gazeta reads
  4 | ${image}
    |                                    ^^^
  Did you mean "alt"? Further uses of "Alt" are not reported.

articles/a.md:4:53 warning front-matter/unknown-key: "credits" of "image" is not a key that Gazeta reads
  4 | ${image}
    |                                                     ^^^^^^^
  Did you mean "credit"? Further uses of "credits" are not reported.

articles/c.md:5:3 warning front-matter/unknown-key: "focsu" of "image" is not a key that Gazeta reads
  5 |   src: /a.svg
    |   ^^^^^^^^^^^
  Did you mean "focus"? Further uses of "focsu" are not reported.

authors/arta.md:3:1 warning front-matter/unknown-key: "roel" is not a key that Gazeta reads of an author
  3 | roel: Editor
    | ^^^^
  Did you mean "role"?

authors/arta.md:5:38 warning front-matter/unknown-key: "focsu" of "image" is not a key that Gazeta reads
  5 | image: {src: /a.svg, alt: A, atl: B, focsu: top}
    |                                      ^^^^^
  Did you mean "focus"? Further uses of "focsu" are not reported.

6 warnings`);
  });
});

describe('onError: hold-back', () => {
  test('publishes the rest, says what is missing, and leaves with 3', () => {
    const paper = site({
      'site.yaml': 'url: https://x.example\nonError: hold-back\nsections: [Sport]',
      'articles/good.md': story('Good', '2026-11-20'),
      'articles/bad.md': story('Bad', '2026-02-30'),
      'articles/field.md': story('Field', '2026-11-20', 'x', ['section: Spport']),
      'articles/draft.md': story('Perhaps', '2026-11-20', 'x', ['draft: maybe']),
      'articles/twice.md': story('Twice', '2026-11-20', 'x', ['date: 2026-11-21']),
      'articles/1/same.md': story('Same one', '2026-11-20'),
      'articles/2/same.md': story('Same two', '2026-11-20'),
    })
      .build()
      .exits(3)
      .shows('index.html', 'Good', 'Field', 'Same one')
      .nowhere('Perhaps');
    for (const held of ['Bad', 'Twice', 'Same two']) paper.hides('index.html', held);
    expect(paper.stdout).toContain(`Held back: 4 articles
  articles/2/same.md
  articles/bad.md
  articles/draft.md
  articles/twice.md
`);
  });
});

test('the pictures of an article that is held back are held back with it', () => {
  site({
    'site.yaml': 'url: https://x.example\nonError: hold-back',
    'articles/good.md': story('Good', '2026-11-20', '![](/shared.png)'),
    'articles/bad.md': story('Bad', '2026-02-30', '![](/a-secret.png) ![](/shared.png)'),
    'articles/twice.md': story('T', '2026-11-20', '![](/b-secret.png)', ['date: 2026-11-21']),
    'articles/1/same.md': story('S', '2026-11-20'),
    'articles/2/same.md': story('S', '2026-11-20', 'x', ['image: /c-secret.png']),
    'articles/draft.md': '---\ndraft: true\nimage: /d-secret.png\n---\n',
    ...Object.fromEntries(['a', 'b', 'c', 'd'].map((x) => [`public/${x}-secret.png`, 'secret'])),
    'public/shared.png': 'for all',
  })
    .build()
    .exits(3)
    .nowhere('secret')
    .shows('shared.png', 'for all');
});

test.each(['slug: {a: b}', 'permalink: [/a/]', 'permalink: a'])(
  'under hold-back an article whose address cannot be read is left out: %s',
  (line) => {
    const paper = site({
      'site.yaml': 'url: https://x.example\nonError: hold-back',
      'articles/good.md': story('Good', '2026-11-20'),
      'articles/bad.md': story('Bad', '2026-11-20', 'x', [line]),
    })
      .build()
      .exits(3)
      .shows('index.html', 'Good')
      .nowhere('Bad');
    expect(paper.stdout).toContain('Held back: 1 article\n  articles/bad.md');
  },
);

test('under hold-back the first of two at one address keeps it, and what goes off the site is told first', () => {
  const files = {
    'site.yaml': 'url: https://x.example\nonError: hold-back',
    'articles/1.md': story('First', '2026-11-20T08:00', 'x', ['permalink: /one/']),
    'articles/2.md': story('Second', '2026-11-20T09:00', 'x', ['permalink: /two/']),
  };
  const paper = site(files).build().exits(0);
  paper.edit({ 'articles/2.md': story('Second', '2026-11-20T09:00', 'x', ['permalink: /one/']) });
  paper.build().exits(3).shows('one/index.html', 'First').nowhere('Second');
  expect(paper.stdout).toContain(`1 removed, 21 unchanged.
Off the site now: 1 page
  two/index.html
Held back: 1 article
  articles/2.md`);
  paper.build('--json').exits(3);
  expect(JSON.parse(paper.stdout)).toMatchObject({ takenOff: [], heldBack: ['articles/2.md'] });
});

describe('site.yaml', () => {
  const cases: [string, string][] = [
    [
      'titel: x',
      `site.yaml:1:1 error config/unknown-key: "titel" is not a setting
  1 | titel: x
    | ^^^^^`,
    ],
    [
      'url: example.org',
      'site.yaml:1:6 error config/value: "example.org" is not the address of a site',
    ],
    [
      'language: English please',
      'site.yaml:1:11 error config/value: "English please" is not a language tag',
    ],
    ['timezone: Prishtina', 'site.yaml:1:11 error config/value: "Prishtina" is not a time zone'],
    ['sections: Rajoni', 'site.yaml:1:11 error config/value: "sections" is not a list of sections'],
    ['sections: [Shoqëria, shoqeria]', 'error config/value: the section "shoqeria" appears twice'],
    [
      'flash: {lifetime: long}',
      '"lifetime" of "flash" is not a length of time, such as 24 hours or PT24H',
    ],
    ['flash: {lifetme: 1 hour}', '"flash" has no part "lifetme"'],
    [
      'sections:\n  - {name: A, color: red}\n  - {color: rde, name: B}',
      `site.yaml:3:13 error config/value: "color" of "B" is not a colour; there are red, orange, amber, green, teal, blue, violet, pink
  3 |   - {color: rde, name: B}
    |             ^^^`,
    ],
    [
      'theme:\n  fonts: comic',
      `site.yaml:2:10 error config/value: "fonts" of "theme" is not literata, system, or a choice for each: {headlines: serif, text: sans}
  2 |   fonts: comic
    |          ^^^^^`,
    ],
    [
      'publisher: {logo: /images/}',
      '"logo" of "publisher" is not the address of a picture, such as /images/logo.png',
    ],
    ['publisher: {logo: /}', 'site.yaml:1:19 error config/value: "logo" of "publisher" is not'],
    [
      'sections:\n  - {name: A, color: red, name: B}',
      `site.yaml:2:27 error config/value: "name" appears twice
  2 |   - {name: A, color: red, name: B}
    |                           ^^^^
  Keep one of the two.`,
    ],
    ['latest: {size: 0}', '"size" of "latest" is not a whole number from 1 to 50'],
    ['permalink: /{year}/{slug}/', '"/{year}/{slug}/" has a part {year} that does not exist'],
    ['permalink: /{yyyy}/', 'has no {slug}, so that all articles of a day would share an address'],
    ['fields: {title: 3}', '"title" of "fields" is not a name or a list of names'],
    ['html: all', '"all" is no way to treat HTML'],
    ['onError: ignore', '"ignore" is no way to treat faults'],
    ['output: ../elsewhere', '"../elsewhere" is not a folder below the site'],
    ['title: a: b', 'error config/yaml: a value with ": " in it must be in quotes'],
    ['title: a\ntitle: b', 'site.yaml:2:1 error config/value: "title" appears twice'],
  ];
  test.each(cases)('%s', (text, message) => {
    const paper = site({ 'site.yaml': text, 'articles/a.md': story('A', '2026-11-20') })
      .build()
      .exits(2);
    expect(paper.stderr).toContain(message);
    expect(paper.outputs()).toEqual([]);
  });
});

test('a colour that cannot be read, and a logo that is not there', () => {
  site({
    'site.yaml': 'url: https://x.example\ntheme: {logo: /logo.svg, colors: {accent: "#ffcc00"}}',
    'articles/a.md': story('A', '2026-11-20'),
  })
    .build()
    .exits(0)
    .says(`site.yaml:2:15 warning site/logo: the picture "/logo.svg" is not there
  2 | theme: {logo: /logo.svg, colors: {accent: "#ffcc00"}}
    |               ^^^^^^^^^
  Put it into the folder of the paper as public/logo.svg, or correct its address.

site.yaml:2:43 warning config/contrast: "#ffcc00" has a contrast of 1.5 with the paper "#fffdf9"; text needs 4.5
  2 | theme: {logo: /logo.svg, colors: {accent: "#ffcc00"}}
    |                                           ^^^^^^^^^
  The nearest colour of the same hue that has it is "#8a6800".

2 warnings`);
});

describe('the command line', () => {
  test('no articles folder', () => {
    site({ 'site.yaml': 'url: https://x.example' })
      .build()
      .exits(2)
      .says(
        `error site/articles: there is no folder /site/articles
  Articles are Markdown files below articles/. Is this the right folder? Another is named with --site.${NOTHING}`,
      );
  });

  test('a command, an option or a word that does not exist', () => {
    const paper = site({}).gazeta('biuld').exits(2);
    expect(paper.stderr).toContain('gazeta: there is no command "biuld"; did you mean "build"?');
    expect(paper.gazeta('build', '--nwo').exits(2).stderr).toContain("Unknown option '--nwo'");
    expect(paper.gazeta('build', 'here').exits(2).stderr).toContain('here');
    expect(paper.gazeta().exits(2).stderr).toContain('a command is missing');
  });

  test('help and version', () => {
    expect(site({}).gazeta('--help').exits(0).stdout).toContain('Usage: gazeta <command>');
    expect(site({}).gazeta('build', '--help').exits(0).stdout).toContain('--now INSTANT');
    expect(site({}).gazeta('--version').exits(0).stdout).toBe('0.0.0\n');
  });

  test('--json gives the same as data, --quiet errors only', () => {
    const paper = faulty(story('A', '2026-02-30', 'x', ['secton: x']))
      .build('--json')
      .exits(1);
    expect(paper.stderr).toBe('');
    expect(JSON.parse(paper.stdout)).toMatchObject({
      exitCode: 1,
      changes: null,
      nextChange: null,
      diagnostics: [
        {
          code: 'article/date',
          severity: 'error',
          file: 'articles/a.md',
          place: { line: 3, column: 7, length: 10, text: 'date: 2026-02-30' },
        },
        { code: 'front-matter/unknown-key', severity: 'warning' },
      ],
    });
    expect(paper.build('--quiet').exits(1).stderr).not.toContain('unknown-key');
    expect(
      site({ 'articles/a.md': story('A', '2026-11-20') })
        .build('--quiet')
        .exits(0).stderr,
    ).toBe('');
  });

  test('a long line is shown around the fault only', () => {
    const paper = site({
      ...SITE,
      'articles/a.md': story(
        'A',
        '2026-11-20',
        `${'word '.repeat(60)}[b](b.md)${' word'.repeat(60)}`,
      ),
    }).build();
    const lines = paper.stderr.split('\n');
    expect(lines[1]).toMatch(/^ {2}5 \| ….*\[b\]\(b\.md\).*…$/);
    expect(lines[1]?.length).toBeLessThan(115);
    expect(lines[1]?.indexOf('b.md')).toBe(lines[2]?.indexOf('^^^^'));
  });

  test('of many warnings of one kind the first ten are told', () => {
    const files = Object.fromEntries(
      Array.from({ length: 14 }, (_, at) => [
        `articles/a${at}.md`,
        story('A', '2026-11-20', '![](/x.png)'),
      ]),
    );
    expect(site(files).build().exits(0).stderr).toContain(
      '… and 4 more body/file (--json lists all of them)',
    );
  });
});

describe('lists within lists', () => {
  const START = 'title: A\ndate: 2026-11-20\na: ';
  test.each([
    ['of YAML', `---\n${START}${'['.repeat(5000)}${']'.repeat(5000)}\n---\nx`],
    ['of records of YAML', `---\n${START}${'{a: '.repeat(3000)}1${'}'.repeat(3000)}\n---\nx`],
    ['of TOML', `+++\na = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n+++\nx`],
  ])('%s may not be without end', (_, text) => {
    const { stderr } = faulty(text).build();
    expect(stderr).toContain('lists and records stand within one another more than 100 deep');
    expect(stderr).toContain('Write them less deep.');
  });
});

test('among many errors of one kind the few others are named', () => {
  const dates = Array.from({ length: 11 }, (_, at) => [
    `articles/a${at + 10}.md`,
    story(`A${at}`, '2026-02-30'),
  ]);
  const paper = site({
    ...Object.fromEntries(dates),
    'articles/b.md': story('B', '2026-11-20', 'x', ['priority: 10']),
  })
    .build()
    .exits(1);
  expect(paper.stderr).toContain(`Errors by kind, the rarest first:
  1 article/value in articles/b.md:4
  11 article/date, first in articles/a10.md:3
`);
});

test('an apostrophe that ends a value is put into the other quotes', () => {
  const paper = site({
    'articles/a.md': "---\ntitle: 'It's here'\ndate: 2026-11-20\n---\nText.\n",
  });
  expect(paper.build().exits(1).stderr).toContain(
    `put all of it in the other kind: title: "It's here".`,
  );
});

test.each([
  ['Title: A\nDate: 2026-11-20\n\nText.\n', 'first key, and another below the last.'],
  ['title: A\ndate: 2026-11-20\n---\nText.\n', 'above the first key.'],
])('keys without a line above them: %j', (text, help) => {
  const { stderr } = site({ 'articles/a.md': text }).build().exits(1);
  expect(stderr).toContain('front-matter/missing: no line of --- stands above the keys');
  expect(stderr).toContain(help);
});
