#!/usr/bin/env node
/**
 * Every test that leaves something to chance, with a new seed each time, until one fails or the minutes are over. What
 * fails is told with the seed; `SEED=… CASE=… npx vitest run tests/law.test.ts` shows it again.
 *
 *     npm run chance -- 60
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VITEST = path.join(ROOT, 'node_modules/vitest/vitest.mjs');

const tests = readdirSync(path.join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => path.join('tests', name))
  .filter((name) => /from '\.\.?\/chance\.ts'/.test(readFileSync(path.join(ROOT, name), 'utf8')));

const minutes = Number(process.argv[2] ?? 10);
const end = Date.now() + minutes * 60_000;
do {
  const SEED = String(randomInt(2 ** 31));
  console.log(`SEED=${SEED}`);
  const { status } = spawnSync(
    process.execPath,
    [VITEST, 'run', '--testTimeout=3600000', '--reporter=dot', ...tests],
    { cwd: ROOT, stdio: 'inherit', env: { TIMES: '3', ...process.env, SEED } },
  );
  if (status !== 0) process.exit(status ?? 1);
} while (Date.now() < end);
