/**
 * All validators of tests/standards.test.ts over an output folder, with what each looked at:
 *
 *     node bench/standards.mjs FOLDER
 *
 * The programs and versions with which it was done come first. Large folders take minutes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const [folder] = process.argv.slice(2);
if (folder === undefined || !existsSync(path.join(folder, 'index.html'))) {
  console.error('usage: node bench/standards.mjs FOLDER (an output folder, with its index.html)');
  process.exit(2);
}

/** What a program says of its version, in its first line; null if there is none. */
function versionOf(program, ...args) {
  const { error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error !== undefined) return null;
  const lines = `${stdout}\n${stderr}`.split('\n');
  return lines.find((line) => /\d/.test(line) && !line.startsWith('[warning]'))?.trim() ?? '?';
}

const packaged = (name) =>
  JSON.parse(readFileSync(`${ROOT}/node_modules/${name}/package.json`, 'utf8')).version;
const feedparser = 'import feedparser; print(feedparser.__version__)';

const versions = {
  node: process.version,
  xmllint: versionOf('xmllint', '--version'),
  jing: versionOf('jing'),
  feedparser: versionOf('/usr/bin/python3', '-c', feedparser),
  newsboat: versionOf('newsboat', '--version'),
  sfeed: existsSync('/usr/bin/sfeed') ? versionOf('dpkg-query', '-W', 'sfeed') : null,
};
for (const name of ['ajv', 'feedsmith', 'html-validate', 'htmlparser2', 'linkinator', 'rss-parser'])
  versions[name] = packaged(name);
for (const [name, version] of Object.entries(versions))
  console.log(`${name}: ${version ?? 'not there'}`);

const { status } = spawnSync(
  process.execPath,
  [
    '--max-old-space-size=8192',
    `${ROOT}/node_modules/vitest/vitest.mjs`,
    'run',
    'tests/standards.test.ts',
    '--reporter=verbose',
    '--disable-console-intercept',
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, GAZETA_STANDARDS: path.resolve(folder) },
  },
);
process.exit(status ?? 1);
