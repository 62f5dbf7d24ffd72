/**
 * A few whole sites, each with the output that is expected of it at one instant, byte for byte.
 * After a change that is meant to show: UPDATE_GOLDEN=1 npx vitest run tests/golden.test.ts, and read
 * the difference before it is committed.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, readFolder, site } from './rig.ts';

const GOLDEN = `${ROOT}/tests/golden`;
const NOW = '2026-11-22T12:00:00Z';

test.each(readdirSync(GOLDEN))('%s', (name) => {
  const built = site(readFolder(`${GOLDEN}/${name}/site`))
    .at(NOW)
    .build()
    .exits(0);
  // The theme's style sheets, fonts and script are none of this test's business, nor are their fingerprints.
  const actual = Object.fromEntries(
    Object.entries(built.snapshot())
      .filter(([out]) => !out.startsWith('_assets/'))
      .map(([out, content]) => [
        out,
        content.replace(/\b(_assets\/[\w./-]+)\.[0-9a-f]{8}\./g, '$1.'),
      ]),
  );
  const folder = `${GOLDEN}/${name}/expected`;
  if (process.env.UPDATE_GOLDEN === '1' && process.env.CI === undefined) {
    rmSync(folder, { recursive: true, force: true });
    for (const [out, content] of Object.entries(actual)) {
      mkdirSync(path.dirname(`${folder}/${out}`), { recursive: true });
      writeFileSync(`${folder}/${out}`, content);
    }
  }
  const decoder = new TextDecoder();
  const expected = Object.fromEntries(
    Object.entries(readFolder(folder)).map(([out, body]) => [out, decoder.decode(body)]),
  );
  expect(actual).toEqual(expected);
});
