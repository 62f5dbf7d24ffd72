/** Plugins as files: modules of both kinds, packages, several threads, and what is wrong with them as Node says it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT, story } from './rig.ts';

const paper = mkdtempSync(path.join(tmpdir(), 'gazeta-plugins-'));
afterAll(() => rmSync(paper, { recursive: true }));

const write = (name: string, text: string) => {
  mkdirSync(path.dirname(`${paper}/${name}`), { recursive: true });
  writeFileSync(`${paper}/${name}`, text);
};
const build = (...args: string[]) => {
  const command = [`${ROOT}/bin/gazeta.js`, 'build', '--site', paper, ...args];
  const now = ['--now', '2026-11-23T12:00:00Z'];
  return spawnSync(process.execPath, [...command, ...now], { encoding: 'utf8' });
};
const page = (folder = 'dist', at = 7) =>
  readFileSync(`${paper}/${folder}/2026/11/20/story-${at}/index.html`, 'utf8');

write(
  'site.yaml',
  'title: Plugins\nurl: https://x.example\nplugins: [plugins/a.js, plugins/b.cjs]\n',
);
write('templates/article.hbs', '{{shout article.headline}}\n{{{body}}}');
for (let at = 0; at < 300; at++)
  write(`articles/story-${at}.md`, story(`Story ${at}`, '2026-11-20T09:00', '%%loud%% text'));
// An ES module that imports a file, a package of the paper, and one of Node.
write('plugins/words.json', '{"sign": "!"}');
write('node_modules/marks/package.json', '{"name": "marks", "main": "index.js"}');
write(
  'node_modules/marks/index.js',
  `module.exports = (parser) => {
  parser.inline.ruler.push('loud', (state, silent) => {
    if (!state.src.startsWith('%%loud%%', state.pos)) return false;
    if (!silent) state.push('loud', '', 0);
    state.pos += 8;
    return true;
  });
  parser.renderer.rules.loud = () => '<strong>LOUD</strong>';
};`,
);
write(
  'plugins/a.js',
  `import { readFileSync } from 'node:fs';
import marks from 'marks';

const { sign } = JSON.parse(readFileSync(new URL('./words.json', import.meta.url), 'utf8'));

export default {
  helpers: { shout: (text) => text.toUpperCase() + sign },
  markdown: (parser) => parser.use(marks),
};
`,
);
write('plugins/b.cjs', 'exports.helpers = { whisper: (text) => text.toLowerCase() };');

test('modules of both kinds, and packages of the paper', () => {
  const { status, stderr } = build();
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(page()).toBe('STORY 7!\n<p><strong>LOUD</strong> text</p>\n');
});

test('several threads make the same', () => {
  expect(build('--jobs', '2', '--no-cache', '--out', `${paper}/other`).status).toBe(0);
  for (let at = 0; at < 300; at++) expect(page('other', at)).toBe(page('dist', at));
});

test('a change of what one reads is seen', () => {
  write('plugins/words.json', '{"sign": "?"}');
  expect(build().status).toBe(0);
  expect(page()).toContain('STORY 7?');
  expect(build().stdout).toContain('0 files written');
});

test.each([
  ['c d ë.mjs', '\n\nx.y;', 'cannot be loaded: line 3: x is not defined'],
  ['c d ë.mjs', '\n\n{x.', 'cannot be loaded: line 3: Unexpected end of input'],
  ['c.mjs', 'throw null;', 'cannot be loaded: null'],
  ['c.cjs', 'throw "no table";', 'cannot be loaded: no table'],
  // Of what it imports, it is told where that failed.
  ['c.mjs', 'import "./e f.mjs";', 'cannot be loaded: plugins/e f.mjs, line 2: y is not defined'],
  ['c.cjs', 'require("./g.cjs");', 'cannot be loaded: plugins/g.cjs, line 2: y is not defined'],
  [
    'c.mjs',
    'import "./h.mjs";',
    "cannot be loaded: in a file that it imports: Unexpected token '{'",
  ],
  ['old/c.js', 'export default {};', 'Name it c.mjs, or write module.exports = {…}'],
  ['old/c.js', 'import "./i.js";', 'Name it c.mjs, or write module.exports = {…}'],
])('%s: %j', (name, code, told) => {
  write('plugins/e f.mjs', '\ny.x;');
  write('plugins/g.cjs', '\ny.x;');
  write('plugins/h.mjs', '\nexport default {{');
  write('plugins/old/package.json', '{"type": "commonjs"}');
  write(`plugins/${name}`, code);
  write('site.yaml', `title: Plugins\nplugins: ["plugins/${name}"]\n`);
  const { status, stderr } = build();
  expect(stderr).toContain(`plugins/${name} error plugin/load: `);
  expect(stderr).toContain(told);
  expect(status).toBe(2);
});

test.each([
  ['the plugin', 'd.mjs', '', 'plugins/d.mjs, line 2'],
  ['what it imports', 'd.mjs', 'e.cjs', 'plugins/e.cjs, line 2'],
])('a rule that fails on a text is told where it did: in %s', (_, name, other, told) => {
  const rule = '\n  x => x.tokens.find(({ type }) => type.there.not)';
  const isOwn = other === '';
  if (!isOwn) write(`plugins/${other}`, `module.exports = ${rule}`);
  write(
    `plugins/${name}`,
    `${isOwn ? `const rule = ${rule}` : `import rule from './${other}'`}
export default { markdown: (parser) => parser.core.ruler.push('x', rule) };
`,
  );
  write('site.yaml', `title: Plugins\nplugins: [plugins/${name}]\n`);
  const { status, stderr } = build('--no-cache');
  expect(stderr).toContain(
    `error plugin/markdown: a plugin failed on this text: ${told}: Cannot read properties of undefined (reading 'not')`,
  );
  expect(status).toBe(1);
});

test.each(['1', '2'])('what a plugin prints is no result, with --jobs %s', (jobs) => {
  write(
    'plugins/d.mjs',
    `console.log('loaded');
export default { helpers: { shout(text) { console.info('called'); return text; } } };
`,
  );
  write('site.yaml', 'title: Plugins\nplugins: [plugins/d.mjs]\n');
  const { stdout, stderr } = build('--json', '--jobs', jobs, '--no-cache');
  expect(JSON.parse(stdout).exitCode).toBe(0);
  expect(stderr).toContain('loaded\n');
  expect(stderr).toContain('called\n');
});

test('a plugin that leaves a timer and a promise behind keeps no build from its end', () => {
  write(
    'plugins/d.mjs',
    `setInterval(() => {}, 1000);
Promise.reject(new Error('no table'));
export default { helpers: { shout: String } };
`,
  );
  write('site.yaml', 'title: Plugins\nplugins: [plugins/d.mjs]\n');
  const { status, stdout, stderr } = build('--json');
  expect(JSON.parse(stdout).exitCode).toBe(0);
  expect(stderr).toContain(
    'A promise of a plugin failed, for which nobody waited: Error: no table',
  );
  expect(status).toBe(0);
});

test.each([
  [2, 'process.exit(0);\nexport default {};', 'plugins/d.mjs error plugin/load'],
  [
    1,
    'export default { helpers: { shout() { process.exit(0); } } };',
    'templates/article.hbs:1:1 error template/render',
  ],
  [
    1,
    'export default { helpers: { shout: String }, markdown(parser) { parser.renderer.rules.text = () => process.exit(0); } };',
    'articles/story-0.md error plugin/markdown',
  ],
])('a plugin that ends the process: %s %j', (code, text, told) => {
  write('plugins/d.mjs', text);
  write('site.yaml', 'title: Plugins\nplugins: [plugins/d.mjs]\n');
  for (const jobs of ['1', '2']) {
    const { status, stderr } = build('--jobs', jobs);
    expect(stderr).toContain(told);
    expect(stderr).toContain('process.exit() would end the whole build');
    expect(status).toBe(code);
  }
});

test.each([
  [
    'export default {\n  helpers: { a( }\n};\n',
    'plugins/c.mjs error plugin/load: the plugin cannot be loaded: line 2: ',
  ],
  [
    'import "no-such-package";\nexport default {};\n',
    "the plugin cannot be loaded: Cannot find package 'no-such-package'",
  ],
  [
    '\nconst x = 1;\nx.y.z;\nexport default {};\n',
    'the plugin cannot be loaded: line 3: Cannot read properties of undefined',
  ],
  [
    'export default { helpers: { get a() { throw new Error("no table"); } } };\n',
    'plugins/c.mjs error plugin/load: the plugin cannot be loaded: line 1: no table',
  ],
  ['await 1;\nexport default {};\n', 'the plugin waits for something at its top level'],
  ['export const helper = {};\n', 'plugins/c.mjs error plugin/value: a plugin has no "helper"'],
])('%j', (code, told) => {
  const before = page();
  write('plugins/c.mjs', code);
  write('site.yaml', 'title: Plugins\nplugins: [plugins/a.js, plugins/c.mjs]\n');
  const { status, stderr } = build();
  expect(stderr).toContain(told);
  expect(status).toBe(2);
  expect(page()).toBe(before);
});
