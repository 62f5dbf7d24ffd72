/** Slips in front matter that are hard to see: texts cut off, columns, signs that look like others. The expectations are the whole of stderr. */
import { describe, expect, test } from 'vitest';
import { site, story } from '../rig.ts';

const SITE = {
  'site.yaml':
    'url: https://x.example\ntimezone: Europe/Belgrade\nfields: {summary: [lead, summary]}\n',
};
const NOTHING = '\n\n1 error\nNothing was published; dist/ is as it was.';

/** A site with one article of this front matter. */
function article(...lines: string[]) {
  return site({ ...SITE, 'articles/2026-11-20-a.md': `---\n${lines.join('\n')}\n---\nText.\n` });
}

const FILE = 'articles/2026-11-20-a.md';

describe('a text that a comment cuts off', () => {
  test.each([
    [
      ['title: Ligji #42 miratohet'],
      `${FILE}:2:14 warning front-matter/comment: "#42 miratohet" is read as a comment, and is no part of "title"
  2 | title: Ligji #42 miratohet
    |              ^^^^^^^^^^^^^
  Put the value in quotes: title: "Ligji #42 miratohet". If a comment is meant, write a space after the #.`,
    ],
    [
      ['title: A', 'Summary:   Lajmi "i parë" #1 i ditës  '],
      `${FILE}:3:27 warning front-matter/comment: "#1 i ditës" is read as a comment, and is no part of "Summary"
  3 | Summary:   Lajmi "i parë" #1 i ditës
    |                           ^^^^^^^^^^
  Put the value in quotes: Summary: 'Lajmi "i parë" #1 i ditës'. If a comment is meant, write a space after the #.`,
    ],
    [
      ['title: A', 'tags: #komuna'],
      `${FILE}:3:7 warning front-matter/comment: "#komuna" is read as a comment, and is no part of "tags"
  3 | tags: #komuna
    |       ^^^^^^^
  Put the value in quotes: tags: "#komuna". If a comment is meant, write a space after the #.`,
    ],
    [
      ['title: A', 'tags: Komuna, #sport'],
      `${FILE}:3:15 warning front-matter/comment: "#sport" is read as a comment, and is no part of "tags"
  3 | tags: Komuna, #sport
    |               ^^^^^^
  Put the value in quotes: tags: "Komuna, #sport". If a comment is meant, write a space after the #.`,
    ],
    [
      ['title: A', 'tags:', '  - Sport', '  - #komuna'],
      `${FILE}:5:5 warning front-matter/comment: "#komuna" is read as a comment, and is no part of "tags"
  5 |   - #komuna
    |     ^^^^^^^
  Put the value in quotes: - "#komuna". If a comment is meant, write a space after the #.`,
    ],
    [
      ['title: A', 'corrections:', '  - date: 2026-11-21', '    text: The law is #42'],
      `${FILE}:5:22 warning front-matter/comment: "#42" is read as a comment, and is no part of "text"
  5 |     text: The law is #42
    |                      ^^^
  Put the value in quotes: text: "The law is #42". If a comment is meant, write a space after the #.`,
    ],
    [
      ['title: A', 'lead: Numri #1'],
      `${FILE}:3:13 warning front-matter/comment: "#1" is read as a comment, and is no part of "lead"
  3 | lead: Numri #1
    |             ^^
  Put the value in quotes: lead: "Numri #1". If a comment is meant, write a space after the #.`,
    ],
  ])('is told: %j', (lines, message) => {
    article(...lines)
      .build()
      .exits(0)
      .says(`${message}\n\n1 warning`);
  });

  test('is told of each part of a picture, of authors, and below lines that are read as they are', () => {
    const { stderr } = article(
      '# title: the headline',
      'title: A',
      'authors: [Arta #1',
      '  , Blerim]',
      'series: Rruga #2',
      'location: Mitrovicë #veri',
      'kicker: #fokus',
      'image:',
      '  src: https://pictures.example/a.png #1',
      '  alt: Ura #1',
      '  caption: Ura #2',
      '  credit: #3',
    ).build();
    expect(
      [...stderr.matchAll(/^\S+?:(\d+):(\d+) warning front-matter\/comment/gm)].map(
        ([, line, column]) => `${line}:${column}`,
      ),
    ).toEqual(['4:16', '6:15', '7:21', '8:9', '11:12', '12:16', '13:11']);
  });

  test('is told in the block after ---yaml, and in files of authors', () => {
    const { stderr } = site({
      ...SITE,
      'articles/2026-11-20-a.md': '---yaml\ntitle: Ligji #42\n---\nText.\n',
      'authors/arta.yaml': 'name: Arta\nrole: Redaktore #1\nimage: /a.png #1\n',
      'authors/blerim.md': '---\nname: Blerim\nbio: #1 i listës\n---\n',
      'public/a.png': 'x',
    }).build();
    expect(stderr).toContain(`${FILE}:2:14 warning front-matter/comment`);
    expect(stderr).toContain('authors/arta.yaml:2:17 warning front-matter/comment');
    expect(stderr).toContain('authors/blerim.md:3:6 warning front-matter/comment');
    expect(stderr.match(/front-matter\/comment/g)).toHaveLength(3);
  });

  test.each([
    ['an ordinary comment', ['title: A # to be changed', 'tags: [a] #b']],
    ['a line of its own', ['#title: A', 'title: A', 'tags:', '  #komuna', '  - a', ' #end']],
    ['a date', ['title: A', 'date: 2026-11-20 #today']],
    ['what no reader sees', ['title: A', 'draft: false #no', 'slug: x #1', 'priority: 3 #3']],
    ['a key of the paper', ['title: A', 'desk: foreign #2']],
    ['a text in quotes', ['title: "Ligji #42"', "summary: 'Lajmi #1' #x", 'kicker: A#1']],
    ['text of several lines', ['title: A', 'summary: |', '  Lajmi #1', 'kicker: > #x', '  a']],
    ['a draft', ['title: Ligji #42', 'draft: true']],
    ['TOML', []],
  ])('is none behind %s', (_, lines) => {
    const paper =
      lines.length > 0
        ? article(...lines)
        : site({ ...SITE, [FILE]: '+++\ntitle = "Ligji" #42\n+++\nText.\n' });
    paper.build().exits(0).says('');
  });

  test('within brackets is an error, since the bracket is not closed', () => {
    article('title: A', 'tags: [Komuna, #sport, Kosova]')
      .build()
      .exits(1)
      .says(
        `${FILE}:3:16 error front-matter/yaml: # begins a comment
  3 | tags: [Komuna, #sport, Kosova]
    |                ^
  What follows it on the line is not read. Put the value in quotes: "#sport".${NOTHING}`,
      );
  });

  test('cannot go on below it', () => {
    article('title: A', 'summary: Lajmi #1', '  i ditës')
      .build()
      .exits(1)
      .says(
        `${FILE}:3:16 error front-matter/yaml: # begins a comment
  3 | summary: Lajmi #1
    |                ^
  What follows it on the line is not read, and a text cannot go on below it. Put all of the text in quotes.${NOTHING}`,
      );
  });
});

/** Front matter that cannot be read, with what is told of it: where, what, and what to do. */
function told(lines: readonly string[], place: string, problem: string, help: string) {
  const { stderr } = article(...lines)
    .build()
    .exits(1);
  const [first = '', , , last] = stderr.split('\n');
  expect(first).toBe(`${FILE}:${place} error front-matter/yaml: ${problem}`);
  expect(last).toBe(`  ${help}`);
  expect(stderr).toContain('\n1 error\n');
}

describe('columns', () => {
  const parts = (spaces: string, one: string, other: string) =>
    [
      `wrong indentation: "${one}" does not begin below "${other}"`,
      `The parts of a record begin in one column. Put ${spaces} before "${one}".`,
    ] as const;

  test.each([
    [[' - date: 2026-11-22', '    text: Gabim'], '5:5', '3 spaces'],
    [[' - date: 2026-11-22', '  text: Gabim'], '5:3', '3 spaces'],
    [['  - date: 2026-11-22', '  text: Gabim'], '5:3', '4 spaces'],
    [['  - date: 2026-11-22', ' text: Gabim'], '5:2', '4 spaces'],
    [['  - date: 2026-11-22', '     text: Gabim'], '5:6', '4 spaces'],
    [['- date: 2026-11-22', ' text: Gabim'], '5:2', '2 spaces'],
  ])('of the parts of an item: %j', (lines, place, spaces) => {
    told(['title: A', 'corrections:', ...lines], place, ...parts(spaces, 'text', 'date'));
  });

  test.each([
    [['  src: /a.png', '    alt: Ura'], '5:5', '2 spaces'],
    [['  src: /a.png', ' alt: Ura'], '5:2', '2 spaces'],
    [['   src: /a.png', '  alt: Ura'], '5:3', '3 spaces'],
  ])('of a record: %j', (lines, place, spaces) => {
    told(['title: A', 'image:', ...lines], place, ...parts(spaces, 'alt', 'src'));
  });

  test('below a record in a record', () => {
    const lines = ['a:', '  b:', '    c: 1', '  d: 2', '   e: 3'];
    told(['title: A', ...lines], '7:4', ...parts('2 spaces', 'e', 'd'));
  });

  test('of the items of a list', () => {
    told(
      ['title: A', 'tags:', '  - a', ' - b'],
      '5:2',
      'wrong indentation: an item does not begin below the one before it',
      'The items of a list begin in one column. Put 2 spaces before this "-".',
    );
  });
});

describe('signs that do not show', () => {
  const needed = (name: string) =>
    [
      `${name} stands where a space is needed`,
      'It looks like a space and is another sign. Delete it, and type a space.',
    ] as const;

  test.each([
    [['title:\u00a0Titulli', 'summary: A'], '2:7', 'a no-break space (U+00A0)'],
    [['title:\u00a0Titulli'], '2:7', 'a no-break space (U+00A0)'],
    [['title:\u00a0Ligji: po', 'summary: A'], '2:7', 'a no-break space (U+00A0)'],
    [['title: A', 'summary:\u202fA', 'kicker: B'], '3:9', 'a narrow no-break space (U+202F)'],
    [['title: A', 'image:', '  src: /a.png', '  alt:\u00a0x'], '5:7', 'a no-break space (U+00A0)'],
    [['title: A', 'tags:', '\u00a0\u00a0- a'], '4:1', 'a no-break space (U+00A0)'],
    [['title:\u2003A', 'summary: A'], '2:7', 'a wide space (U+2003)'],
  ])('in the place of a space: %j', (lines, place, name) => {
    told(lines, place, ...needed(name));
  });

  test.each([
    ['\u200bdate: 2026-11-21', '3:1', 'a zero-width space (U+200B) stands before "date"'],
    ['\ufeffdate: 2026-11-21', '3:1', 'a byte-order mark (U+FEFF) stands before "date"'],
    ['da\u00adte: 2026-11-21', '3:3', 'a soft hyphen (U+00AD) stands in "date"'],
    ['draft\u200d: true', '3:6', 'a zero-width joiner (U+200D) stands after "draft"'],
    ['"\u200edraft": true', '3:2', 'a left-to-right mark (U+200E) stands in ""draft""'],
  ])('in a key make another key of it, and are errors: %j', (line, place, problem) => {
    told(
      ['title: A', line],
      place,
      problem,
      'It does not show. Delete it: with it the key is another one.',
    );
  });

  test('before the keys of a record, and blanks before a key that are none', () => {
    const help = 'Delete it: with it the key is another one.';
    told(
      ['title: A', 'image:', '  \u200bsrc: /a.png'],
      '4:3',
      'a zero-width space (U+200B) stands before "src"',
      `It does not show. ${help}`,
    );
    told(
      ['title: A', 'image:', '\u00a0\u00a0src: /a.png'],
      '4:1',
      'a no-break space (U+00A0) stands before "src"',
      `It looks like a space and is another sign. ${help}`,
    );
  });

  test.each([
    ['---json\n{"title": "A",\n"\u200bdate": "2026-11-21"}\n---\n', '3:1', 'json', 'before "date"'],
    ['---json\n{"title":\u200b"A"}\n---\n', '2:10', 'json', 'where it means nothing'],
    ['+++\ntitle = "A"\n"date\u200b" = 2026-11-21\n+++\n', '3:1', 'toml', 'after "date"'],
    ['+++\n\u200btitle = "A"\n+++\n', '2:1', 'toml', 'where it means nothing'],
    ['+++\ntitle =\u200b"A"\n+++\n', '2:8', 'toml', 'where it means nothing'],
  ])('are errors in other languages too: %j', (text, place, language, where) => {
    const { stderr } = site({ ...SITE, [FILE]: text })
      .build()
      .exits(1);
    expect(stderr).toContain(
      `${FILE}:${place} error front-matter/${language}: a zero-width space (U+200B) stands ${where}\n`,
    );
  });

  test('in values and in keys that are words are text', () => {
    article(
      'title: Ligji\u00a042 \u00ad miratohet\u200b',
      'دسته\u200cبندی: x',
      'own: {"10\u00a0km": 5}',
    )
      .build()
      .exits(0)
      .says('');
  });

  test.each([
    ['\u200b---\ntitle: A\n---\n', '1:1', 'missing', '---', 'zero-width space (U+200B)'],
    ['---\u2060\ntitle: A\n---\n', '1:4', 'language', '---', 'word joiner (U+2060)'],
    ['---\ntitle: A\n---\u00a0\nText', '3:4', 'unclosed', '---', 'no-break space (U+00A0)'],
    ['\u00a0{\n"title": "A"\n}\n', '1:1', 'missing', '{', 'no-break space (U+00A0)'],
  ])('beside the lines around the front matter: %j', (text, place, code, line, name) => {
    const { stderr } = site({ ...SITE, [FILE]: text })
      .build()
      .exits(1);
    expect(stderr).toContain(
      `${FILE}:${place} error front-matter/${code}: a ${name} is next to ${line}\n`,
    );
    expect(stderr).toContain(`Delete it: nothing else may stand on the line of ${line}.`);
  });

  test('in a date are named', () => {
    site({ ...SITE, [FILE]: story('A', '\u200b2026-11-21T09:00') })
      .build()
      .exits(1)
      .says(
        `${FILE}:3:7 error article/date: "\u200b2026-11-21T09:00" has a zero-width space (U+200B) in it
  3 | date: \u200b2026-11-21T09:00
    |       ^^^^^^^^^^^^^^^^^
  It does not show. Delete the whole value, and write it anew: 2026-11-21T09:00.${NOTHING}`,
      );
  });
});

describe('typographic quotation marks', () => {
  test.each([
    ['title: “KFOR: më shumë”', '“', 'title: "KFOR: më shumë"'],
    ['title: „KFOR: më shumë“', '„', 'title: "KFOR: më shumë"'],
    ['title: «KFOR: më shumë»', '«', 'title: "KFOR: më shumë"'],
    ['title: “Nuk e dija”: Kurti', '“', 'title: "“Nuk e dija”: Kurti"'],
    ['title: “Po”: “Jo”', '“', 'title: "“Po”: “Jo”"'],
  ])('are no quotes of YAML: %s', (line, mark, asMeant) => {
    told(
      [line],
      '2:8',
      `${mark} is no quotation mark of YAML, and a value with ": " in it must be in quotes`,
      `The quotation marks of YAML are " and ': ${asMeant}.`,
    );
  });

  test('are no part of a date', () => {
    site({ ...SITE, [FILE]: story('A', '“2026-11-21”') })
      .build()
      .exits(1)
      .says(
        `${FILE}:3:7 error article/date: "“2026-11-21”" is in typographic quotation marks, which are no quotes here
  3 | date: “2026-11-21”
    |       ^^^^^^^^^^^^
  Write it without quotation marks, or between plain ones, " or ': 2026-11-21.${NOTHING}`,
      );
  });

  test('are text where no quotes are needed', () => {
    article('title: “Nuk e dija”, thotë Kurti')
      .build()
      .exits(0)
      .says('')
      .shows('index.html', '“Nuk e dija”, thotë Kurti');
  });
});

describe('values that need other quotes, or quotes', () => {
  const ESCAPE = 'stands for nothing: between double quotes a backslash begins an escape';

  test.each([
    [
      'title: "C:\\dosja"',
      '2:11',
      `"\\d" ${ESCAPE}`,
      "Put the value in single quotes, title: 'C:\\dosja', or write two backslashes.",
    ],
    [
      'tags: ["C:\\dosja"]',
      '2:11',
      `"\\d" ${ESCAPE}`,
      "Put the value in single quotes, title: 'C:\\news', or write two backslashes.",
    ],
    [
      'title: "It\\\'s"',
      '2:11',
      `"\\'" ${ESCAPE}`,
      "Delete the backslash: between double quotes a ' is written as it is.",
    ],
    [
      'title: [VIDEO] Zjarri',
      '2:8',
      'a value that begins with "[" must be in quotes',
      'Write title: "[VIDEO] Zjarri". If a list is meant, nothing may stand after its "]".',
    ],
    [
      'title: [VIDEO] "Jo": Kurti',
      '2:8',
      'a value that begins with "[" must be in quotes',
      'Write title: \'[VIDEO] "Jo": Kurti\'. If a list is meant, nothing may stand after its "]".',
    ],
    [
      'title: {VIDEO} Zjarri',
      '2:8',
      'a value that begins with "{" must be in quotes',
      'Write title: "{VIDEO} Zjarri". If a record is meant, nothing may stand after its "}".',
    ],
    [
      'title: - Nuk e dija',
      '2:8',
      'a value that begins with "- " must be in quotes',
      'Write title: "- Nuk e dija". If a list is meant, begin each of its items on a line of its own, below the key.',
    ],
    [
      'tags: ["Sport" Kosova]',
      '2:16',
      'a comma is missing before this',
      'Put a comma between two items. If they are one text, put all of it in one pair of quotes.',
    ],
  ])('%s', (line, place, problem, help) => {
    told([line], place, problem, help);
  });
});

test('a key of the paper’s own may have wide spaces within', () => {
  site({ 'articles/a.md': story('A', '2026-11-20', 'x', ['"key with\u00a0space": 1']) })
    .build()
    .exits(0);
});
