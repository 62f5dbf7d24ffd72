/** The sample paper and that of tests/looks/, built by the command into a temporary folder as a user would. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { ROOT } from './rig.ts';

const PARTS = ['articles', 'authors', 'pages', 'public', 'icon.svg', 'site.yaml'];

/** Builds the sample paper and returns the output folder, which goes when the test file ends. */
export function buildSample(): string {
  return built(ROOT, PARTS);
}

/** The same of the paper with every kind of page. */
export function buildLooks(): string {
  return built(`${ROOT}/tests/looks`, [...PARTS, 'templates']);
}

function built(site: string, parts: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gazeta-sample-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  for (const part of parts) cpSync(`${site}/${part}`, `${folder}/${part}`, { recursive: true });
  execFileSync(process.execPath, [`${ROOT}/bin/gazeta.js`, 'build', '--site', folder]);
  return `${folder}/dist`;
}
