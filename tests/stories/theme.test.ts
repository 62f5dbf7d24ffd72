/** `theme:` of site.yaml: the look of the paper, its home page, and its own links. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';
import type { ThemeSettings } from '../../src/pages/theme-settings.ts';
import { siteSchema } from '../../src/schema.ts';
import { contrastOf } from '../../src/settings/contrast.ts';
import { PALETTE } from '../../src/settings/palette.ts';
import { type Site, site, story } from '../rig.ts';

const SETTINGS = 'title: Gazeta\nurl: https://x.example\n';

/** A home page that shows what it is given, and nothing else. */
const BARE = {
  'templates/home.hbs': `{{site.name}}{{#if site.logo}} {{site.logo.src}}{{#if site.logo.dark}} {{site.logo.dark}}{{/if}}{{/if}}
{{#each site.links}}[{{name}} {{href}}]{{/each}}
{{#each site.footerLinks}}[{{name}} {{href}}]{{/each}}
{{#each site.social}}[{{name}} {{href}}]{{/each}}
`,
};

/** Its top as headlines, then each block in a line: its section, its shape, its headlines. */
const BLOCKS = {
  'templates/home.hbs': `{{#if lead}}{{lead.headline}}{{/if}}{{#each top}} {{headline}}{{/each}}{{#each more}} {{headline}}{{/each}}
{{#each blocks}}{{section.name}} {{shape}}:{{#each cards}} {{headline}}{{/each}}{{#each rows}} {{headline}}{{/each}}{{#each headlines}} {{headline}}{{/each}}
{{/each}}`,
};

/** The theme that a paper gets, whose settings must be without a fault. */
function read(theme: string, more = ''): ThemeSettings {
  const { config, diagnostics } = readConfig(`${more}theme: ${theme}\n`, 'site');
  expect(diagnostics).toEqual([]);
  return config.pages.theme;
}

/** Articles of a section, `Sp9` the newest: one an hour. */
function news(section: string, count: number, day = '2026-11-20'): Record<string, string> {
  const letter = section.slice(0, 2);
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `articles/${letter.toLowerCase()}${at}.md`,
      story(`${letter}${at}`, `${day}T${String(at).padStart(2, '0')}:00`, 'x', [
        `section: ${section}`,
      ]),
    ]),
  );
}

/** The lines of a home page. */
function lines(paper: Site, out = 'index.html'): string[] {
  return paper.build().exits(0).read(out).trim().split('\n');
}

describe('the masthead and the footer', () => {
  test('have the title as name, no logo and no links, unless the paper says', () => {
    expect(
      lines(site({ 'site.yaml': SETTINGS, ...BARE, 'articles/a.md': story('A', '2026-11-20') })),
    ).toEqual(['Gazeta']);
  });

  test('have name, logo and links, in each language, below the path of the url', () => {
    const paper = site({
      ...BARE,
      'site.yaml': `title: Gazeta
url: https://x.example/news
language: sq
languages: [sq, {language: en, title: The Gazette}]
theme:
  logo: {src: /images/logo.svg, dark: /images/logo-dark.svg}
  header:
    - {name: Abonohu, href: https://example.org/subscribe, titles: {en: Subscribe}}
    - {name: Rreth nesh, href: "/rreth nesh/#ekipi", titles: {en: About us}}
  footer: {Impressum: /imprint/, Shkruani: "https://example.org/?a=1&b=2"}
  social: {Mastodon: https://mastodon.example/@gazeta}
`.replace('/rreth nesh/', '/rreth-nësh/'),
      'public/images/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'public/images/logo-dark.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'articles/a.md': story('A', '2026-11-20'),
    });
    const pictures = '/news/images/logo.svg /news/images/logo-dark.svg';
    const footer =
      '[Impressum /news/imprint/][Shkruani https://example.org/?a&#x3D;1&amp;b&#x3D;2]';
    const social = '[Mastodon https://mastodon.example/@gazeta]';
    expect(lines(paper)).toEqual([
      `Gazeta ${pictures}`,
      '[Abonohu https://example.org/subscribe][Rreth nesh /news/rreth-n%C3%ABsh/#ekipi]',
      footer,
      social,
    ]);
    expect(lines(paper, 'en/index.html')).toEqual([
      `The Gazette ${pictures}`,
      '[Subscribe https://example.org/subscribe][About us /news/rreth-n%C3%ABsh/#ekipi]',
      footer,
      social,
    ]);
    expect(paper.outputs()).toContain('images/logo-dark.svg');
  });

  test('a name that the theme has is the name in all languages; the title stays', () => {
    const paper = site({
      ...BARE,
      'site.yaml': `${SETTINGS}languages: [{language: sq, title: Gazeta Shqip}]\ntheme: {name: THE GAZETTE}\n`,
      'articles/a.md': story('A', '2026-11-20'),
    });
    expect(lines(paper, 'sq/index.html')).toEqual(['THE GAZETTE']);
    paper.shows('sq/latest/index.html', 'Gazeta Shqip</title>');
  });

  test('a name for each language; the title where there is none', () => {
    const paper = site({
      ...BARE,
      'site.yaml': `${SETTINGS}language: sq\nlanguages: [en, de]\ntheme: {name: {en: The Gazette, sq: GAZETA}}\n`,
      'articles/a.md': story('A', '2026-11-20'),
    });
    expect(lines(paper)).toEqual(['GAZETA']);
    expect(lines(paper, 'en/index.html')).toEqual(['The Gazette']);
    expect(lines(paper, 'de/index.html')).toEqual(['Gazeta']);
  });

  test('addresses of mail and telephone are links as they are', () => {
    const paper = site({
      ...BARE,
      'site.yaml': `${SETTINGS}theme: {header: {Mail: "mailto:desk@x.example"}, footer: [{name: Call, href: "tel:+38338123456"}]}\n`,
      'articles/a.md': story('A', '2026-11-20'),
    });
    expect(lines(paper)).toEqual([
      'Gazeta',
      '[Mail mailto:desk@x.example]',
      '[Call tel:+38338123456]',
    ]);
  });

  test('half a character, which only an escape can write, is a sign for it', () => {
    const paper = site({
      ...BARE,
      'site.yaml': `${SETTINGS}theme: {logo: "/\\ud800.svg", header: {"A\\udfff": "/\\ud800/"}}\n`,
      'public/\ufffd.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'articles/a.md': story('A', '2026-11-20'),
    });
    expect(lines(paper)).toEqual(['Gazeta /%EF%BF%BD.svg', '[A\ufffd /%EF%BF%BD/]']);
  });

  test('a logo that is not there leaves its place to the name, a dark one to the other', () => {
    const paper = (logo: string) =>
      site({
        ...BARE,
        'site.yaml': `${SETTINGS}theme: {logo: ${logo}}`,
        'public/ë.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
        'articles/a.md': story('A', '2026-11-20'),
      });
    expect(lines(paper('/b.svg'))).toEqual(['Gazeta']);
    expect(lines(paper('{src: /b.svg, dark: /ë.svg}'))).toEqual(['Gazeta']);
    expect(lines(paper('{src: "/%C3%AB.svg?v=2", dark: /b.svg}'))).toEqual([
      'Gazeta /%C3%AB.svg?v&#x3D;2',
    ]);
  });

  test('a logo is published also where an article of the future has the picture', () => {
    const paper = site({
      'site.yaml': `${SETTINGS}theme: {logo: /logo.png}`,
      'public/logo.png': 'x',
      'articles/a.md': story('A', '2026-12-20', '![L](/logo.png)'),
      'articles/b.md': story('B', '2026-11-20'),
    })
      .build()
      .exits(0);
    expect(paper.outputs()).toContain('logo.png');
  });

  test('a logo that is not there is told', () => {
    site({
      'site.yaml': `${SETTINGS}publisher: {logo: /a.png}\ntheme:\n  logo: {src: /b.svg, dark: /b.svg}\n`,
      'articles/a.md': story('A', '2026-11-20'),
    })
      .build()
      .exits(0)
      .says(`site.yaml:3:19 warning site/logo: the picture "/a.png" is not there
  3 | publisher: {logo: /a.png}
    |                   ^^^^^^
  Put it into the folder of the paper as public/a.png, or correct its address.

site.yaml:5:15 warning site/logo: the picture "/b.svg" is not there
  5 |   logo: {src: /b.svg, dark: /b.svg}
    |               ^^^^^^
  Put it into the folder of the paper as public/b.svg, or correct its address.

2 warnings`);
  });
});

describe('the home page', () => {
  test('has eight stories, then the sections in shapes by turns', () => {
    const sections = ['Rajoni', 'Bota', 'Sport', 'Kultura', 'Ekonomia', 'Tech'];
    const paper = site({
      ...BLOCKS,
      'site.yaml': `${SETTINGS}sections: [${sections.join(', ')}, Sport / Futboll]`,
      ...news('Rajoni', 14, '2026-11-21'),
      ...news('Bota', 5),
      ...news('Kultura', 5),
      ...news('Ekonomia', 1),
      ...news('Tech', 2),
    });
    expect(lines(paper)).toEqual([
      'Ra13 Ra12 Ra11 Ra10 Ra9 Ra8 Ra7 Ra6',
      'Rajoni lead: Ra5 Ra4 Ra3 Ra2',
      'Bota row: Bo4 Bo3 Bo2 Bo1',
      // Sport has no stories; its place gives the next ones their shape all the same.
      'Kultura column: Ku4 Ku3 Ku2 Ku1',
      'Ekonomia column: Ek0',
      'Tech lead: Te1 Te0',
    ]);
  });

  test('has the blocks that the paper wants, and each story once', () => {
    const paper = site({
      ...BLOCKS,
      'site.yaml': `${SETTINGS}theme:
  home:
    top: 1
    blocks:
      - sport
      - {section: Bota, shape: headlines, count: 2}
      - Mungon
      - {section: Rajoni / Kosova, shape: pair}
      - {section: Rajoni, count: 12}
sections: [Bota, Rajoni, {name: Kosova, parent: Rajoni}, Sport, Mungon]
`,
      ...news('Sport', 7, '2026-11-21'),
      ...news('Bota', 5),
      ...news('Rajoni / Kosova', 3),
      'articles/x.md': story('X', '2026-11-19', 'x', ['section: Rajoni']),
    });
    expect(lines(paper)).toEqual([
      'Sp6',
      'Sport lead: Sp5 Sp4 Sp3 Sp2',
      'Bota headlines: Bo4 Bo3',
      'Kosova pair: Ra2 Ra1',
      // The turn of a column, which would be alone.
      'Rajoni row: Ra0 X',
    ]);
  });

  test('can be without blocks', () => {
    const paper = site({
      ...BLOCKS,
      'site.yaml': `${SETTINGS}theme: {home: {top: 2, blocks: []}}`,
      ...news('Bota', 5),
    });
    expect(lines(paper)).toEqual(['Bo4 Bo3']);
  });

  test('has blocks of sections that articles bring, where none is declared', () => {
    const paper = site({
      ...BLOCKS,
      'site.yaml': `${SETTINGS}theme: {home: {top: 1, blocks: [{section: BOTA, shape: row}, Nowhere]}}`,
      ...news('Bota', 3),
    });
    expect(lines(paper)).toEqual(['Bo2', 'Bota row: Bo1 Bo0']);
  });
});

describe('colours', () => {
  test('in any form of CSS, for light and dark pages', () => {
    expect(
      read(`
  colors:
    accent: {light: navy, dark: "oklch(85% 0.1 180)"}
    paper: {light: "#fff", dark: "rgb(0 0 0)"}
    ink: {dark: "hsl(0 0% 90%)"}`).colors,
    ).toEqual({
      accent: { light: '#000080', dark: '#7ee3d0' },
      paper: { light: '#ffffff', dark: '#000000' },
      ink: { light: '#17181c', dark: '#e6e6e6' },
      wash: { light: '#f6f6f6', dark: '#090909' },
      line: { light: '#dadadb', dark: '#252525' },
    });
  });

  test('in capitals too', () => {
    const { accent } = read(
      '{colors: {accent: {light: "RGB(10, 20, 30)", dark: "HSL(0 0% 90%)"}}}',
    ).colors;
    expect(accent).toEqual({ light: '#0a141e', dark: '#e6e6e6' });
  });

  test('have tints where paper or ink are given, and the theme’s own elsewhere', () => {
    expect(read('{colors: {paper: {dark: "#000"}}}').colors).toEqual({
      paper: { light: PALETTE.paper.light, dark: '#000000' },
      wash: { light: PALETTE.wash.light, dark: '#090909' },
      line: { light: PALETTE.line.light, dark: '#262524' },
    });
    expect(read('{colors: {ink: "#000"}}').colors).toEqual({
      ink: { light: '#000000', dark: PALETTE.ink.dark },
      wash: { light: '#f5f3ef', dark: PALETTE.wash.dark },
      line: { light: '#d6d5d1', dark: PALETTE.line.dark },
    });
    expect(read('{colors: {accent: {light: "#0b5c4a", dark: "#6fd3b8"}}}').colors).toEqual({
      accent: { light: '#0b5c4a', dark: '#6fd3b8' },
    });
  });

  test.each([
    ['{accent: "#737373", paper: "#fff"}', '"#737373"'],
    ['{ink: "#747474"}', '"#747474"'],
  ])('must be readable on the background of boxes too: %s', (colors, text) => {
    const { diagnostics } = readConfig(`theme: {colors: ${colors}}`, 'site');
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining(`${text} has a contrast of 4.`),
    ]);
    expect(diagnostics[0]?.message).toContain('the wash "#');
    const better = /"(#\w+)"/.exec(diagnostics[0]?.help ?? '')?.[1] ?? '';
    expect(
      readConfig(`theme: {colors: ${colors.replace(text, `"${better}"`)}}`, 's'),
    ).toMatchObject({ diagnostics: [] });
  });

  test('of which the dark form is derived have the same hue, and can be read', () => {
    const { accent, paper } = read('{colors: {accent: "#0b5c4a"}}').colors;
    expect(paper).toBeUndefined();
    expect(accent).toEqual({ light: '#0b5c4a', dark: '#4e9480' });
    expect(contrastOf(accent?.dark ?? '', PALETTE.paper.dark)).toBeGreaterThanOrEqual(4.5);
    // A paper or an ink alone is that of light pages.
    expect(read('{colors: {accent: "#6a6a6a", paper: white, ink: black}}').colors).toEqual({
      accent: { light: '#6a6a6a', dark: '#878787' },
      paper: { light: '#ffffff', dark: PALETTE.paper.dark },
      ink: { light: '#000000', dark: PALETTE.ink.dark },
      wash: { light: '#f5f5f5', dark: PALETTE.wash.dark },
      line: { light: '#d6d6d6', dark: PALETTE.line.dark },
    });
  });

  test('that cannot be read are told, with the nearest that can', () => {
    const paper = site({
      'site.yaml': `${SETTINGS}theme:
  colors:
    accent: "#ffcc00"
    ink: {light: "#17181c", dark: dimgray}
`,
      'articles/a.md': story('A', '2026-11-20'),
    });
    paper
      .build()
      .exits(0)
      .says(`site.yaml:5:13 warning config/contrast: "#ffcc00" has a contrast of 1.5 with the paper "#fffdf9"; text needs 4.5
  5 |     accent: "#ffcc00"
    |             ^^^^^^^^^
  The nearest colour of the same hue that has it is "#8d6b00".

site.yaml:6:35 warning config/contrast: "dimgray" has a contrast of 3.4 with the paper "#131417"; text needs 4.5
  6 |     ink: {light: "#17181c", dark: dimgray}
    |                                   ^^^^^^^
  The nearest colour of the same hue that has it is "#828282".

2 warnings`);
  });

  test('a paper is told on which the colours of the theme and the sections cannot be read', () => {
    site({
      'site.yaml': `${SETTINGS}sections: [{name: A, color: blue}, {name: B, color: amber}]
theme: {colors: {paper: {light: "#ccc", dark: "#131417"}}}
`,
      'articles/a.md': story('A', '2026-11-20', 'x', ['section: A']),
    })
      .build()
      .exits(0)
      .says(`site.yaml:4:33 warning config/contrast: the paper "#ccc", or the wash that is made of it, has too little contrast with the accent (4.4), quiet text (3.9), blue (4.3), amber (4.0); text needs 4.5
  4 | theme: {colors: {paper: {light: "#ccc", dark: "#131417"}}}
    |                                 ^^^^^^
  The nearest paper of the same hue that suits all is "#dcdcdc".

1 warning`);
    expect(
      readConfig(
        'theme: {colors: {paper: {light: "#777", dark: "#ddd"}, accent: navy, ink: {dark: black}}}',
        'site',
      ).diagnostics.map(({ message, help }) => [message, help]),
    ).toEqual([
      [
        '"navy" has a contrast of 3.6 with the paper "#777"; text needs 4.5',
        'No colour of this hue has it. Give the paper another colour, much lighter or much darker.',
      ],
      [
        'the paper "#777", or the wash that is made of it, has too little contrast with the ink (3.7), quiet text (1.4); text needs 4.5',
        'The nearest paper of the same hue that suits all is "#dcdcdc".',
      ],
      [
        'the paper "#ddd", or the wash that is made of it, has too little contrast with quiet text (1.6); text needs 4.5',
        'The nearest paper of the same hue that suits all is "#3c3c3c".',
      ],
    ]);
  });
});

test('fonts are those of the theme or of the system, for headlines and for text', () => {
  expect(read('{name: A}').fonts).toEqual({ headlines: 'literata', text: 'literata' });
  expect(read('{fonts: literata}').fonts).toEqual({ headlines: 'literata', text: 'literata' });
  expect(read('{fonts: system}').fonts).toEqual({ headlines: 'serif', text: 'serif' });
  expect(read('{fonts: {headlines: sans}}').fonts).toEqual({ headlines: 'sans', text: 'literata' });
});

test('ways to share are those that the paper names, in its order', () => {
  expect(read('{share: [x, email]}').share).toEqual(['x', 'email']);
  expect(read('{share: []}').share).toEqual([]);
});

test('nothing in it is as good as no theme', () => {
  expect(read('')).toEqual(read('{}'));
});

// The JSON Schema follows the same table, so it takes what is read, and not what is not.
const addFormats = formats as unknown as typeof formats.default;
const ajv = new Ajv2020({ allowUnionTypes: true });
addFormats(ajv);
const fits = ajv.compile(siteSchema());

test.each([
  '{name: A, logo: /a.svg, fonts: system, share: [x]}',
  '{logo: {src: /a.svg, dark: /b.svg}, fonts: {text: sans}}',
  '{colors: {accent: navy, paper: {light: white}, ink: {light: black, dark: white}}}',
  '{home: {top: 30, blocks: [Sport, 2026, {section: A, shape: pair, count: 2}]}}',
  '{home: {blocks: []}}',
  '{name: {sq: Gazeta, en: The Gazette}, footer: {Mail: "mailto:a@x.example", Call: "tel:+1"}}',
  '{header: {A: /a/}, footer: [{name: A, href: /a/, titles: {sq: B}}], social: {M: "https://m.example"}}',
])('the form of a right theme: %s', (theme) => {
  read(theme);
  expect(fits({ theme: parse(theme) }), ajv.errorsText(fits.errors)).toBe(true);
});

describe('a wrong theme', () => {
  const cases: [string, string, string, string?][] = [
    ['dark', 'dark', '"theme" has no parts'],
    [
      '{logos: /a.svg}',
      'logos',
      '"theme" has no part "logos"',
      'Did you mean "logo"? Its parts are name, logo, colors, fonts, home, header, footer, social, share.',
    ],
    [
      '{name: []}',
      '[]',
      '"name" of "theme" is not a name, or one for each language, such as {en: The Gazette}',
    ],
    [
      '{name: {}}',
      '{}',
      '"name" of "theme" is not a name, or one for each language, such as {en: The Gazette}',
    ],
    [
      '{logo: images/logo.svg}',
      'images/logo.svg',
      '"logo" of "theme" is not the address of a picture of public/, such as /images/logo.svg',
    ],
    [
      '{logo: {src: "https://x.example/a.svg"}}',
      '"https://x.example/a.svg"',
      '"src" of "logo" is not the address of a picture of public/, such as /images/logo.svg',
    ],
    [
      '{logo: /}',
      '/',
      '"logo" of "theme" is not the address of a picture of public/, such as /images/logo.svg',
    ],
    [
      '{logo: {src: /images/}}',
      '/images/',
      '"src" of "logo" is not the address of a picture of public/, such as /images/logo.svg',
    ],
    ['{logo: {dark: /a.svg}}', '{dark: /a.svg}', 'the logo has no picture for light pages'],
    [
      '{colors: {accent: greenish}}',
      'greenish',
      '"accent" of "colors" is not a colour of CSS without transparency, in quotes, such as "#0b5c4a"',
    ],
    [
      '{colors: {ink: black, paper: {light: white, dark: "rgb(0 0 0 / 50%)"}}}',
      '"rgb(0 0 0 / 50%)"',
      '"dark" of "paper" is not a colour of CSS without transparency, in quotes, such as "#0b5c4a"',
    ],
    [
      '{colors: {accent: "0b5c4a"}}',
      '"0b5c4a"',
      '"accent" of "colors" is not a colour of CSS without transparency, in quotes, such as "#0b5c4a"',
      'Write it with # and in quotes: "#0b5c4a".',
    ],
    [
      '{colors: {accent: {dark: "abc"}}}',
      '"abc"',
      '"dark" of "accent" is not a colour of CSS without transparency, in quotes, such as "#0b5c4a"',
      'Write it with # and in quotes: "#abc".',
    ],
    [
      '{colors: {accent: "1E3"}}',
      '"1E3"',
      '"accent" of "colors" is not a colour of CSS without transparency, in quotes, such as "#0b5c4a"',
      'Write it with # and in quotes: "#1E3".',
    ],
    [
      '{colors: {accent: 123456}}',
      '123456',
      '"accent" of "colors" is not a colour of CSS without transparency, in quotes, such as "#0b5c4a"',
      'Write it with # and in quotes: "#123456".',
    ],
    [
      '{colors: {accent: "color-mix(in srgb, red, blue)"}}',
      '"color-mix(in srgb, red, blue)"',
      '"accent" of "colors" is not a colour of CSS without transparency, in quotes, such as "#0b5c4a"',
    ],
    [
      '\n  colors:\n    accent: #0b5c4a',
      'accent',
      '"accent" of "colors" is not a colour of CSS without transparency, in quotes, such as "#0b5c4a"',
      'Put it in quotes: # begins a comment, and what follows it is not read.',
    ],
    [
      '\n  colors:\n    paper:\n      light: #0b5c4a',
      'light',
      '"light" of "paper" is not a colour of CSS without transparency, in quotes, such as "#0b5c4a"',
      'Put it in quotes: # begins a comment, and what follows it is not read.',
    ],
    [
      '{colors: {papre: white}}',
      'papre',
      '"colors" has no part "papre"',
      'Did you mean "paper"? Its parts are accent, paper, ink.',
    ],
    [
      '{fonts: comic}',
      'comic',
      '"fonts" of "theme" is not literata, system, or a choice for each: {headlines: serif, text: sans}',
    ],
    ['{fonts: {text: comic}}', 'comic', '"text" of "fonts" is not one of literata, serif, sans'],
    ['{home: {top: 31}}', '31', '"top" of "home" is not a whole number from 1 to 30'],
    [
      '{home: {blocks: Sport}}',
      'Sport',
      '"blocks" of "home" is not a list of sections, such as [Rajoni, Sport]',
    ],
    [
      '{name: Sprot, home: {blocks: [Rajoni, Sprot]}}',
      'Sprot',
      'there is no section "Sprot"',
      'Did you mean "Sport"? The sections are Rajoni, Sport.',
    ],
    ['{home: {blocks: [Rajoni, rajoni]}}', 'rajoni', 'the block "rajoni" appears twice'],
    ['{home: {blocks: [[]]}}', '[]', '"" is not a block of the home page'],
    [
      '{home: {blocks: [Rajoni: lead]}}',
      'Rajoni: lead',
      '"Rajoni: lead" is not a block of the home page',
      'Write it as blocks: [Rajoni, Sport], or each block as a record: {section: Rajoni, shape: lead, count: 4}.',
    ],
    [
      '{home: {blocks: [{sectoin: Rajoni, shape: lead}]}}',
      'sectoin',
      '"blocks" has no part "sectoin"',
    ],
    ['{home: {blocks: [{shape: row}]}}', '{shape: row}', 'a block names no section'],
    [
      '{home: {blocks: [Rajoni, {section: Sport, shape: grid}]}}',
      'grid',
      '"shape" of "Sport" is not one of lead, row, column, pair, headlines',
    ],
    [
      '{home: {blocks: [{section: Sport, count: 13}]}}',
      '13',
      '"count" of "Sport" is not a whole number from 1 to 12',
    ],
    [
      '{header: /about/}',
      '/about/',
      '"header" of "theme" is not names with their addresses, such as {About us: /about/}',
    ],
    [
      '{footer: {About us: about}}',
      'about',
      '"About us" of "footer" is not an address, such as /about/, https://example.org/ or mailto:desk@example.org',
    ],
    ['{header: {"": /about/}}', '""', 'a link has no name'],
    ['{header: {A: /a/, "  ": /about/}}', '"  "', 'a link has no name'],
    ['{footer: [About: /about/]}', 'About: /about/', '"About: /about/" is not a link with a name'],
    [
      '{social: {Mail: "mailto:a@x.example"}}',
      '"mailto:a@x.example"',
      '"Mail" of "social" is not a full address, such as https://mastodon.example/@gazeta',
    ],
    ['{header: [{href: /about/}]}', '{href: /about/}', 'a link has no name'],
    ['{header: [About]}', 'About', '"About" is not a link with a name'],
    [
      '{header: [{name: About, href: /about/, titles: Rreth}]}',
      'Rreth',
      '"titles" of "About" is not a name for each language, such as {sq: Abonohu}',
    ],
    [
      '{social: {Mastodon: "@gazeta"}}',
      '"@gazeta"',
      '"Mastodon" of "social" is not a full address, such as https://mastodon.example/@gazeta',
    ],
    [
      '{share: email}',
      'email',
      '"share" of "theme" is not a list of email, whatsapp, viber, telegram, facebook, bluesky, x, linkedin',
    ],
    [
      '{share: [email, myspace]}',
      'myspace',
      '"myspace" is not a way to share',
      'The ways are email, whatsapp, viber, telegram, facebook, bluesky, x, linkedin.',
    ],
    [
      '{share: [Twitter, email]}',
      'Twitter',
      '"Twitter" is not a way to share',
      'Did you mean "x"? The ways are email, whatsapp, viber, telegram, facebook, bluesky, x, linkedin.',
    ],
    [
      '{share: [facebok]}',
      'facebok',
      '"facebok" is not a way to share',
      'Did you mean "facebook"? The ways are email, whatsapp, viber, telegram, facebook, bluesky, x, linkedin.',
    ],
    ['{name: A, fonts: system, name: B}', 'name', '"name" appears twice', 'Keep one of the two.'],
    ['{header: {A: /a/, B: /b/, A: /c/}}', 'A', '"A" appears twice', 'Keep one of the two.'],
  ];
  test('whose colour hides what closes it is told of the comment', () => {
    const { diagnostics } = readConfig('theme: {colors: {accent: #0b5c4a}}\n', 'site');
    expect(diagnostics).toMatchObject([
      { code: 'config/yaml', message: '# begins a comment', place: { line: 1, column: 26 } },
    ]);
  });

  test.each([
    ['theme: {share: [{toString: x}]}', '"{toString: x}" is not a way to share'],
    ['theme: {header: [[{toString: x}]]}', '"{toString: x}" is not a link with a name'],
    [
      'theme: {home: {blocks: [[{toString: x}]]}}',
      '"{toString: x}" is not a block of the home page',
    ],
    ['sections: [[{toString: x}, Sport]]', '"{toString: x},Sport" is not a section'],
    [
      'admin: {backend: {name: {toString: [x, {}]}, repo: a/b}}',
      '"{toString: x,{}}" is not a back end that the editor has',
    ],
    [
      'admin: {backend: {name: github, repo: {owner: a, name: b}}}',
      '"{owner: a, name: b}" is not a repository',
    ],
  ])('that is a record where none belongs is shown as it is: %s', (settings, message) => {
    const { diagnostics } = readConfig(`${settings}\n`, 'site');
    expect(diagnostics).toMatchObject([{ code: 'config/value', message }]);
  });

  test.each(cases)('%s', (theme, underlined, message, help) => {
    const { diagnostics } = readConfig(`sections: [Rajoni, Sport]\ntheme: ${theme}\n`, 'site');
    expect(diagnostics).toMatchObject([{ severity: 'error', message }]);
    const place = diagnostics[0]?.place;
    const from = (place?.column ?? 0) - 1;
    expect(place?.text.slice(from, from + (place?.length ?? 0))).toBe(underlined);
    if (help !== undefined) expect(diagnostics[0]?.help).toBe(help);
  });

  test.each(cases.filter(([, , message]) => !/no section|colour|twice/.test(message)))(
    'does not fit its form: %s',
    (theme) => {
      expect(fits({ theme: parse(theme) })).toBe(false);
    },
  );
});
