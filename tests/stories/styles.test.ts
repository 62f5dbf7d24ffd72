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
    /^\.rain\{width:2px\}\.sun\{background:url\("img\/sun\.[0-9a-f]{8}\.webp"\),url\("https:\/\/x\.example\/a\.png"\),url\("\/b\.png"\)\}@font-face\{font-family:Mine;src:url\("fonts\/mine\.[0-9a-f]{8}\.woff2"\)\}$/,
  );
  const fonts = paper.outputs().filter((out) => /fonts\/(mine|unused)/.test(out));
  expect(fonts).toHaveLength(1);
});

test('faults in style sheets are told where they stand, and nothing is published', () => {
  site({
    ...PAPER,
    'templates/assets/bad.css': '@import "../styles/crad.css";\n@import "../styles/loop.css";\n',
    'templates/styles/loop.css': '@import "loop.css";\n',
    'templates/styles/paper.css': '.a { color: red; }\n.b { background: url("sun.webp"); }\n',
    'templates/styles/card.css': '.a { color: red; }\n.b {{ }\n',
  })
    .build()
    .exits(1)
    .says(`
templates/assets/bad.css:1:10 error template/style: there is no style sheet "../styles/crad.css"
  1 | @import "../styles/crad.css";
    |          ^^^^^^^^^^^^^^^^^^
  Did you mean "../styles/card.css"? Style sheets that others import are in templates/styles/.

templates/styles/card.css:2:5 error template/style: this is not CSS: Unexpected end of input
  2 | .b {{ }
    |     ^
  Look for a { without }, a missing semicolon, or a sign that is not CSS.

templates/styles/loop.css:1:10 error template/style: "loop.css" imports itself
  1 | @import "loop.css";
    |          ^^^^^^^^
  Style sheets that others import are in templates/styles/.

templates/styles/paper.css:2:22 error template/style: there is no file "sun.webp"
  2 | .b { background: url("sun.webp"); }
    |                      ^^^^^^^^
  Put it into templates/assets/, and name it from the folder of the style sheet: url("../assets/paper.webp").

4 errors
Nothing was published; dist/ is as it was.
`);
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

test('tints follow a paper of the paper’s own', () => {
  const paper = site({ ...PAPER, 'site.yaml': 'theme:\n  colors:\n    paper: "#ffffff"\n' })
    .build()
    .exits(0);
  expect(css(paper, 'site')).toContain(
    '--paper:#fff;--wash:color-mix(in srgb, var(--ink) 4%, var(--paper))',
  );
});
