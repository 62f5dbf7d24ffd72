/** The sample paper, from the command to its pages. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, readFolder } from './rig.ts';
import { buildSample } from './sample.ts';

const out = buildSample();
const pages = Object.entries(readFolder(out)).filter(([name]) => name.endsWith('.html'));

function gazeta(...args: string[]) {
  return spawnSync(process.execPath, [`${ROOT}/bin/gazeta.js`, ...args], { encoding: 'utf8' });
}

// Linux has a device that is always full.
test.runIf(process.platform === 'linux')(
  'a result that the disk did not take is no success',
  () => {
    const full = openSync('/dev/full', 'w');
    const command = [`${ROOT}/bin/gazeta.js`, 'next', '--json', '--site', ROOT];
    expect(spawnSync(process.execPath, command, { stdio: ['ignore', full, 'ignore'] }).status).toBe(
      74,
    );
    closeSync(full);
  },
);

test('it has its articles, its sections and its flash news', () => {
  expect(pages.filter(([name]) => /^20\d\d\//.test(name)).length).toBeGreaterThanOrEqual(24);
  const home = readFileSync(`${out}/index.html`, 'utf8');
  expect(home.match(/<li[^>]*><a href="\/[a-z]+\/">/g)?.length).toBeGreaterThanOrEqual(6);
  expect(home).toContain('<section class="strip"');
});

test('no link within it is dead', () => {
  for (const [name, body] of pages) {
    const html = new TextDecoder().decode(body);
    for (const [, target = ''] of html.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
      const file = decodeURI(target.endsWith('/') ? `${target}index.html` : target);
      expect(existsSync(out + file), `${name} links to ${target}`).toBe(true);
    }
  }
});

test('it is built without a word of complaint', () => {
  const { status, stderr } = gazeta('build', '--site', path.dirname(out));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('a disk that cannot be written is exit code 74', () => {
  writeFileSync(`${out}-file`, '');
  const { status, stderr } = gazeta(
    'build',
    '--site',
    path.dirname(out),
    '--out',
    `${out}-file/below`,
  );
  expect(stderr).toContain('a file stands where a folder is needed');
  expect(status).toBe(74);
});
