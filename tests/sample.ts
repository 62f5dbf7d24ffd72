/** The sample paper, built by the command into a temporary folder as a user would. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { ROOT } from './rig.ts';

/** Builds the paper and returns the output folder, which goes when the test file ends. */
export function buildSample(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gazeta-sample-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  for (const part of ['articles', 'authors', 'public', 'icon.svg', 'site.yaml'])
    cpSync(`${ROOT}/${part}`, `${folder}/${part}`, { recursive: true });
  execFileSync(process.execPath, [`${ROOT}/bin/gazeta.js`, 'build', '--site', folder]);
  return `${folder}/dist`;
}
