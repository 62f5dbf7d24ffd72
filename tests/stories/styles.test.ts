/** Style sheets: what a site may change, what becomes of it, and what it is told when that fails. */
import { expect, test } from 'vitest';
import { type Site, site, story } from '../rig.ts';

const PAPER = {
  'site.yaml': 'title: Gazeta\nurl: https://x.example\n',
  'articles/a.md': story('A', '2026-11-20T08:00'),
};

/** The text of a published style sheet. */
function css(paper: Site, name: string): string {
  const out = paper
    .outputs()
    .find((one) => new RegExp(`_assets/${name}\\.[0-9a-f]{8}\\.css`).test(one));
  return paper.read(out ?? `no ${name}`);
}

test('the rules of the paper’s own styles/paper.css stand in the last layer', () => {
  const paper = site({
    ...PAPER,
    'templates/styles/paper.css': '/* ours */\n.nameplate {\n  letter-spacing: 0;\n}\n',
  })
    .build()
    .exits(0);
  const sheet = css(paper, 'site');
  expect(sheet).toMatch(/^@layer tokens,settings,base,parts,pages,print,paper;/);
  expect(sheet.endsWith('@layer paper{.nameplate{letter-spacing:0}}')).toBe(true);
});

test('one file of styles can be changed alone, and with it the name of each sheet that has it', () => {
  const before = site(PAPER).build().exits(0).outputs();
  const after = site({ ...PAPER, 'templates/styles/card.css': '.card { color: red; }\n' })
    .build()
    .exits(0);
  expect(css(after, 'front')).toContain('@layer parts{.card{color:red}}');
  const sheets = (outputs: readonly string[]) =>
    outputs.flatMap((out) => /_assets\/(\w+)\.\w+\.css/.exec(out)?.slice(0, 1) ?? []);
  const kept = sheets(before).filter((out) => after.outputs().includes(out));
  expect(kept.map((out) => out.split(/[/.]/)[1])).toEqual(['article', 'site']);
});

test('a sheet of the paper’s own, with a picture and a font of its own', () => {
  const paper = site({
    ...PAPER,
    'templates/assets/weather.css':
      '@import "../styles/sun.css";\n.rain { width: calc(1px + 1px); }\n',
    'templates/styles/sun.css':
      '.sun { background: url("../assets/img/sun.webp"), url(https://x.example/a.png), url(/b.png); }\n' +
      '@font-face { font-family: Mine; src: url(../assets/fonts/mine.woff2); }\n',
    'templates/assets/img/sun.webp': 'sun',
    'templates/assets/fonts/mine.woff2': 'font',
    'templates/assets/fonts/unused.woff2': 'font',
    'templates/home.hbs': '{{asset "weather.css"}}',
  })
    .build()
    .exits(0);
  const sheet = paper.read(paper.read('index.html').slice(1));
  expect(sheet).toMatch(
    /^\.sun\{background:url\("img\/sun\.[0-9a-f]{8}\.webp"\),url\("https:\/\/x\.example\/a\.png"\),url\("\/b\.png"\)\}@font-face\{font-family:Mine;src:url\("fonts\/mine\.[0-9a-f]{8}\.woff2"\)\}\.rain\{width:2px\}$/,
  );
  const fonts = paper.outputs().filter((out) => /fonts\/(mine|unused)/.test(out));
  expect(fonts).toHaveLength(1);
});

test('imports stand in their order, before the rules that follow them', () => {
  const paper = site({
    ...PAPER,
    'templates/assets/own.css': [
      '@charset "utf-8";',
      '@layer b, a;',
      '/* @import "../styles/gone.css"; */',
      "@import '../styles/one.css' layer(a);@import url(../styles/two.css);",
      '  @IMPORT url("../styles/one.css") /* again */ layer( b ) ;',
      '.x { color: red; content: "@import url(no.css);"; }',
    ].join('\r\n'),
    'templates/styles/one.css': '\ufeff.x { color: blue; }',
    'templates/styles/two.css': '.x { color: green; }',
    'templates/home.hbs': '{{asset "own.css"}}',
  })
    .build()
    .exits(0);
  expect(css(paper, 'own')).toBe(
    '@layer b,a;@layer a{.x{color:#00f}}.x{color:green}@layer b{.x{color:#00f}}.x{color:red;content:"@import url(no.css);"}',
  );
});

test('files with any name are found, with what follows it; the root is that of the paper', () => {
  const paper = site({
    ...PAPER,
    'site.yaml': 'url: https://x.example/paper\n',
    'templates/assets/own.css': [
      '.a { mask: url("i mages/a$&b.svg#m"); background: url(i%20mages/a$&b.svg?v=1#iefix); }',
      '.b { background: url("/images/x.png"); fill: url(#p); mask: url("data:image/svg+xml,%3Csvg/%3E"); }',
    ].join('\n'),
    'templates/assets/i mages/a$&b.svg': '<svg/>',
    'templates/home.hbs': '{{asset "own.css"}}',
  })
    .build()
    .exits(0);
  const sheet = css(paper, 'own').replace(/\.[0-9a-f]{8}\./g, '.');
  expect(sheet).toContain('mask:url("i%20mages/a$&b.svg#m")');
  expect(sheet).toContain('url("i%20mages/a$&b.svg?v=1#iefix")');
  expect(sheet).toContain('url("/paper/images/x.png")');
  expect(sheet).toContain('url("#p")');
});

/** A fault in a style sheet, and what is told of it. */
const FAULTS: readonly (readonly [name: string, text: string, told: string])[] = [
  [
    'assets/bad.css',
    '@import "../styles/crad.css";\n',
    `1:1 error template/style: there is no style sheet "../styles/crad.css"
  1 | @import "../styles/crad.css";
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Did you mean "../styles/card.css"? Style sheets that others import are in templates/styles/.`,
  ],
  [
    'styles/paper.css',
    '@import "paper.css";\n',
    `1:1 error template/style: "paper.css" imports itself
  1 | @import "paper.css";
    | ^^^^^^^^^^^^^^^^^^^^
  styles/paper.css imports styles/paper.css. Take one of these imports out.`,
  ],
  [
    'styles/paper.css',
    '@import url("https://fonts.example/css?family=A");\n',
    `1:1 error template/style: "https://fonts.example/css?family=A" is on another site
  1 | @import url("https://fonts.example/css?family=A");
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Nothing is fetched from elsewhere. Put the style sheet into templates/styles/, and fonts into templates/assets/fonts/.`,
  ],
  [
    'styles/paper.css',
    '@import "card.css" print;\n',
    `1:1 error template/style: this import has a form that is not read
  1 | @import "card.css" print;
    | ^^^^^^^^^^^^^^^^^^^^^^^^^
  Write it as @import "../styles/card.css"; or with a layer, @import "../styles/card.css" layer(parts);. For a condition, write the rules within @media.`,
  ],
  [
    'styles/paper.css',
    '.a { color: red; }\n@import "card.css";\n',
    `2:1 error template/style: this import stands after a rule, where browsers pass over it
  2 | @import "card.css";
    | ^^^^^^^^^^^^^^^^^^^
  Put it at the top of the file.`,
  ],
  [
    'styles/paper.css',
    '.a { color: red; }\n.b { background: url("sun.webp"); }\n',
    `2:22 error template/style: there is no file "sun.webp"
  2 | .b { background: url("sun.webp"); }
    |                      ^^^^^^^^
  Put it into templates/assets/, and name it from the folder of the style sheet: url("../assets/paper.webp").`,
  ],
  [
    'styles/paper.css',
    ':root { --pic: url("../assets/refresh.js"); }\n',
    `1:16 error template/style: a url() in a custom property leads from wherever the property is used
  1 | :root { --pic: url("../assets/refresh.js"); }
    |                ^
  Write the url() in the rule that uses it.`,
  ],
  [
    'styles/paper.css',
    '.a { color: red; } /* one */\n/* two\n.b { color: blue; }\n',
    `2:1 error template/style: this comment has no */
  2 | /* two
    | ^
  A browser reads on over the next rules until it finds one.`,
  ],
  [
    'styles/paper.css',
    '/* { */\n.a {\n  color: red;\n.b { color: blue; }\n',
    `2:4 error template/style: this { has no }
  2 | .a {
    |    ^
  A browser reads on over the next rules until it finds one.`,
  ],
  [
    'styles/paper.css',
    '.a {\n  color: red\n  background: blue;\n}\n',
    `2:12 error template/style: this declaration has no ; at its end
  2 |   color: red
    |            ^
  A browser reads on over the next rules until it finds one.`,
  ],
  [
    'styles/paper.css',
    '.a { color: red; }\n.b { & }\n',
    `2:8 error template/style: this is not CSS: Unexpected end of input
  2 | .b { & }
    |        ^
  Look for a sign that is not CSS.`,
  ],
];

test.each(FAULTS)('a fault in %s is told where it stands: %j', (name, text, told) => {
  site({ ...PAPER, [`templates/${name}`]: text })
    .build()
    .exits(1)
    .says(`templates/${name}:${told}\n\n1 error\nNothing was published; dist/ is as it was.`);
});

test('a file whose name cannot be an address is told', () => {
  site({ ...PAPER, 'templates/assets/a#b.png': 'x' })
    .build()
    .exits(1)
    .says(`
templates/assets/a#b.png error template/asset: "assets/a#b.png" has a "?" or "#", which end an address
  Give the file another name, of letters, digits, - and _.

1 error
Nothing was published; dist/ is as it was.
`);
});

test('selectors, values on several lines and odd but right CSS pass', () => {
  const paper = site({
    ...PAPER,
    'templates/styles/paper.css': [
      'a:hover,',
      'a:focus { color: red; }',
      '.g { grid-template-areas:',
      '    "a b"',
      '    "c: d"; }',
      '.f { transition: color 1s,',
      '    background 1s; }',
      '.n { color: red; &:hover,',
      '  &:focus { color: blue } }',
      '@media (min-width: 1px) and',
      '  (max-width: 9px) { .m { color: red } }',
      ':root { --x: { a: b }; --y: a',
      '  b: c; }',
    ].join('\n'),
  }).build();
  paper.exits(0);
});

test('the theme’s typeface is preloaded by script, and gone where the paper has the system’s', () => {
  const fonts = (paper: Site) =>
    [...paper.read('index.html').matchAll(/rel="preload" href="\/_assets\/fonts\/([\w-]+)\./g)].map(
      ([, name]) => name,
    );
  const languages = (language: string) =>
    site({ ...PAPER, 'site.yaml': `language: ${language}\n` })
      .build()
      .exits(0);
  expect(fonts(languages('sq'))).toEqual(['literata-latin']);
  expect(fonts(languages('mk'))).toEqual(['literata-latin', 'literata-cyrillic']);
  expect(fonts(languages('sr-Latn'))).toEqual(['literata-latin']);
  expect(fonts(languages('ar'))).toEqual([]);

  const system = site({ ...PAPER, 'site.yaml': 'theme:\n  fonts: system\n' })
    .build()
    .exits(0);
  expect(fonts(system)).toEqual([]);
  expect(system.outputs().filter((out) => out.includes('fonts'))).toEqual([]);
  expect(css(system, 'site')).not.toContain('@font-face');
  expect(css(system, 'site')).toContain(
    '@layer settings{:root{--headline-font:var(--serif);--text-font:var(--serif)}}',
  );
});

test('the paper’s colours are custom properties, for light and for dark', () => {
  const paper = site({
    ...PAPER,
    'site.yaml': 'theme:\n  colors:\n    accent: {light: "#0b5c4a", dark: "#6fd3b8"}\n',
  })
    .build()
    .exits(0);
  expect(css(paper, 'site')).toContain(
    '@layer settings{:root{--accent:#0b5c4a}@media (prefers-color-scheme:dark){:root{--accent:#6fd3b8}}}',
  );
});

test('tints follow a paper of the paper’s own, and dark pages stay as they are', () => {
  const paper = site({ ...PAPER, 'site.yaml': 'theme:\n  colors:\n    paper: "#ffffff"\n' })
    .build()
    .exits(0);
  expect(css(paper, 'site')).toContain(
    '@layer settings{:root{--paper:#fff;--wash:#f6f6f6;--line:#dadadb}@media (prefers-color-scheme:dark){:root{--paper:#131417;--wash:#1e2025;--line:#36373c}}}',
  );
});
