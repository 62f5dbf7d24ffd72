/** `gazeta dev --open`: the browser is given the address, and no shell reads it. */

import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { opening } from '../src/cli/browser.ts';
import { starter } from '../src/cli/processes.ts';

const URL_OF = 'http://localhost:4400/$(touch x)/`y`&"z"';

test.each([
  ['darwin', 'open'],
  ['win32', 'explorer.exe'],
  ['linux', 'xdg-open'],
  ['freebsd', 'xdg-open'],
] as const)('on %s it is %s that opens an address', (platform, program) => {
  expect(opening(URL_OF, platform)).toEqual([program, URL_OF]);
});

test('a program gets its arguments as they are', async () => {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'gazeta-open-'));
  const file = path.join(folder, 'told');
  const code = 'require("fs").writeFileSync(process.argv[1], process.argv[2])';
  const { ended } = starter('').program([process.execPath, '-e', code, file, URL_OF]);
  expect((await ended).code).toBe(0);
  expect(fs.readFileSync(file, 'utf8')).toBe(URL_OF);
  fs.rmSync(folder, { recursive: true });
});
