/** The house rules that a machine can see: layers, cycles, and who alone may import what. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './rig.ts';

const LAYERS = [
  ['base'],
  ['memo'],
  ['content'],
  ['news'],
  ['host'],
  ['pages'],
  ['render'],
  ['output'],
  ['plugin', 'config', 'settings', 'schema', 'survey'],
  ['admin', 'import'],
  ['stages'],
  ['work'],
  ['paper'],
  ['begin', 'opening', 'events', 'site-files', 'remarks', 'attempts', 'build', 'why', 'index'],
  ['watch', 'serve'],
  ['cli'],
];

/** How a file takes up a library: for its types, or when it first needs it (base/lazy). */
const takes = (name: string): RegExp => new RegExp(`(?:from |\\(\\s*)'${name}(?:/[^']*)?'`);

/** What only one file may import or name. */
const SOLE: Readonly<Record<string, { pattern: RegExp; file: string | string[] }>> = {
  'node:fs': {
    pattern: /from '(node:)?fs(\/promises)?'/,
    file: [
      'base/files.ts',
      'base/folders.ts',
      'base/growing.ts',
      'base/held-files.ts',
      'base/look.ts',
      'base/made-folders.ts',
    ],
  },
  'gray-matter': { pattern: takes('gray-matter'), file: 'content/front-matter.ts' },
  'markdown-it': { pattern: takes('markdown-it'), file: 'content/markdown.ts' },
  'sanitize-html': { pattern: takes('sanitize-html'), file: 'content/html.ts' },
  yaml: { pattern: takes('yaml'), file: 'content/yaml.ts' },
  'smol-toml': { pattern: takes('smol-toml'), file: 'content/toml.ts' },
  'jsonc-parser': { pattern: takes('jsonc-parser'), file: 'content/json.ts' },
  'image-size': { pattern: takes('image-size'), file: 'content/picture.ts' },
  sharp: { pattern: takes('sharp'), file: 'output/resize-worker.ts' },
  lightningcss: { pattern: takes('lightningcss'), file: 'render/stylesheets.ts' },
  resvg: { pattern: takes('@resvg/resvg-js'), file: 'output/icons.ts' },
  turndown: { pattern: takes('turndown'), file: 'import/text/markdown-of.ts' },
  htmlparser2: { pattern: takes('htmlparser2'), file: 'import/wxr.ts' },
  culori: { pattern: takes('culori'), file: 'settings/contrast.ts' },
  'the encodings of one byte': {
    pattern:
      /TextDecoder\('(latin1|iso-8859-1|windows-1252|ascii)'|TextDecoder\(label\)|\.toString\('latin1'\)/,
    file: 'base/latin.ts',
  },
  'any-ascii': { pattern: takes('any-ascii'), file: 'base/slug.ts' },
  'temporal-polyfill': { pattern: takes('temporal-polyfill'), file: 'base/instant.ts' },
  console: {
    pattern: /\bconsole\.|process\.std(out|err)\.write/,
    file: ['base/guests.ts', 'cli/print.ts'],
  },
  'the clock': { pattern: /\bDate\.now\(|new Date\(\)|performance\.now/, file: 'cli/main.ts' },
};

const sources = readdirSync(`${ROOT}/src`, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .sort();

const code = new Map(
  sources.map((name) => [
    name,
    readFileSync(`${ROOT}/src/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  ]),
);

/** What a file imports from within the house, types included. */
function importsOf(name: string): string[] {
  return [...(code.get(name) ?? '').matchAll(/from '(\.[^']+)'/g)].map((match) =>
    path.posix.join(path.posix.dirname(name), match[1] ?? ''),
  );
}

function layerOf(name: string): number {
  const room = name.split('/')[0]?.replace(/\.ts$/, '') ?? '';
  return LAYERS.findIndex((layer) => layer.includes(room));
}

test('every file has its layer, and imports its own or a lower one', () => {
  for (const name of sources) {
    expect(layerOf(name), name).toBeGreaterThanOrEqual(0);
    for (const other of importsOf(name)) {
      expect(sources, `${name} imports ${other}`).toContain(other);
      expect(layerOf(other), `${name} imports ${other}`).toBeLessThanOrEqual(layerOf(name));
    }
  }
});

test('docs/architecture.md has the layers in their order', () => {
  const map = readFileSync(`${ROOT}/docs/architecture.md`, 'utf8');
  const [line = ''] = /^ {4}base < .*$/m.exec(map) ?? [];
  expect(line.trim().split(' < ')).toEqual(LAYERS.map((layer) => layer.join(', ')));
});

test('no file imports itself by way of others', () => {
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): void => {
    expect(way, `a circle: ${[...way, name].join(' > ')}`).not.toContain(name);
    if (done.has(name)) return;
    for (const other of importsOf(name)) visit(other, [...way, name]);
    done.add(name);
  };
  for (const name of sources) visit(name, []);
});

test.each(Object.entries(SOLE))('only one file knows %s', (_, { pattern, file }) => {
  expect(sources.filter((name) => pattern.test(code.get(name) ?? ''))).toEqual([file].flat());
});

test('what tests leave to chance is the same each time', () => {
  const tests = readdirSync(`${ROOT}/tests`, { recursive: true, encoding: 'utf8' });
  const library = tests
    .filter((name) => name.endsWith('.ts'))
    .filter((name) =>
      /^import .* from 'fast-check'/m.test(readFileSync(`${ROOT}/tests/${name}`, 'utf8')),
    );
  expect(library).toEqual(['chance.ts']);
});

test('only the template files know Handlebars; helpers and faults know its types', () => {
  const types = ['render/helpers.ts', 'render/template-error.ts', 'render/template-faults.ts'];
  const all = sources.filter((name) => takes('handlebars').test(code.get(name) ?? ''));
  expect(all).toEqual([...types, 'render/templates.ts']);
  for (const file of types) {
    expect(code.get(file)).toMatch(/^import type [^;]* from 'handlebars'/m);
    expect(code.get(file)).not.toMatch(/\(\s*'handlebars'/);
  }
});

test('nothing is loaded at start but Node and our own code', () => {
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
  for (const name of sources) {
    const text = code.get(name) ?? '';
    // With `import { type X }` the library is loaded all the same (verbatimModuleSyntax).
    const loaded = [
      ...text.matchAll(/^(?:import|export) (?!type\b)(?:[^;'=]* from )?'([^.'][^']*)'/gm),
    ]
      .map(([, library = '']) => library)
      .filter((library) => !library.startsWith('node:'));
    expect(loaded, `${name} loads them for every command; see base/lazy.ts`).toEqual([]);
    // What is loaded later is named where it is loaded, so that the tests above see it.
    for (const [, library = ''] of text.matchAll(
      /(?:\blazily(?:<[^(]*>)?|\brequire|import\.meta\.url\))\('([^']*)'/g,
    )) {
      if (library.startsWith('node:')) continue;
      const [first = '', second = ''] = library.split('/');
      const own = first.startsWith('@') ? `${first}/${second}` : first;
      expect(dependencies, `${name} loads ${library}`).toHaveProperty([own]);
    }
  }
});

test('a build that finds nothing changed does not load what makes pages', () => {
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const imports = /^(?:import|export) (?!type\b)[^;]*? from '(\.[^']+)'/gm;
    for (const [, other = ''] of (code.get(name) ?? '').matchAll(imports))
      load(path.posix.join(path.posix.dirname(name), other));
  };
  load('cli/main.ts');
  expect([...loaded]).toContain('cli/light-build.ts');
  expect([...loaded]).toContain('begin.ts');
  for (const heavy of ['build.ts', 'config.ts', 'paper.ts', 'memo/memo.ts', 'output/manifest.ts'])
    expect([...loaded]).not.toContain(heavy);
});

test('docs/architecture.md names every folder and file of src', () => {
  const map = readFileSync(`${ROOT}/docs/architecture.md`, 'utf8');
  for (const name of sources) {
    const [folder, file] = name.includes('/') ? name.split('/') : [null, name];
    if (folder !== null) expect(map).toContain(`${folder}/`);
    expect(map, name).toContain(file?.replace(/\.ts$/, '') ?? '');
  }
});
