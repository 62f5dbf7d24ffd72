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
  ['work'],
  ['plugin', 'config', 'settings', 'schema'],
  ['build', 'index'],
  ['watch', 'serve'],
  ['cli'],
];

/** What only one file may import or name. */
const SOLE: Readonly<Record<string, { pattern: RegExp; file: string }>> = {
  'node:fs': { pattern: /from '(node:)?fs(\/promises)?'/, file: 'base/files.ts' },
  'gray-matter': { pattern: /from 'gray-matter'/, file: 'content/front-matter.ts' },
  'markdown-it': { pattern: /from 'markdown-it'/, file: 'content/markdown.ts' },
  yaml: { pattern: /from 'yaml'/, file: 'content/yaml.ts' },
  'smol-toml': { pattern: /from 'smol-toml'/, file: 'content/toml.ts' },
  'jsonc-parser': { pattern: /from 'jsonc-parser'/, file: 'content/json.ts' },
  'image-size': { pattern: /'image-size'/, file: 'content/picture.ts' },
  lightningcss: { pattern: /'lightningcss'/, file: 'render/stylesheets.ts' },
  culori: { pattern: /'culori'/, file: 'settings/contrast.ts' },
  'temporal-polyfill': { pattern: /from 'temporal-polyfill'/, file: 'base/instant.ts' },
  console: { pattern: /\bconsole\.|process\.std(out|err)\.write/, file: 'cli/print.ts' },
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
  expect(sources.filter((name) => pattern.test(code.get(name) ?? ''))).toEqual([file]);
});

test('only the template files know Handlebars; helpers know its types', () => {
  const values = sources.filter((name) =>
    /^import (?!type)[^;]*from 'handlebars'/m.test(code.get(name) ?? ''),
  );
  expect(values).toEqual(['render/templates.ts']);
});

test('docs/architecture.md names every folder and file of src', () => {
  const map = readFileSync(`${ROOT}/docs/architecture.md`, 'utf8');
  for (const name of sources) {
    const [folder, file] = name.includes('/') ? name.split('/') : [null, name];
    if (folder !== null) expect(map).toContain(`${folder}/`);
    expect(map, name).toContain(file?.replace(/\.ts$/, '') ?? '');
  }
});
