/**
 * The papers that are looked at, the sample paper and tests/looks/, built by the command into a temporary
 * folder, and the browser that looks at them.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where Chromium is. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const FOLDERS = { sample: ROOT, looks: path.join(ROOT, 'tests/looks') };
/** The theme of the repository stands in the folder of the sample paper and is no part of it. */
const PARTS = {
  sample: ['articles', 'authors', 'public', 'icon.svg', 'site.yaml'],
  looks: ['articles', 'authors', 'public', 'templates', 'icon.svg', 'site.yaml'],
};

/** The addresses of the pages of tests/looks/, by the names of what they show. */
export const PAGES = JSON.parse(readFileSync(path.join(ROOT, 'tests/looks.json'), 'utf8'));

/** Builds a paper; gives its output folder, and what removes it. */
export function buildPaper(name) {
  const site = mkdtempSync(path.join(tmpdir(), `gazeta-${name}-`));
  for (const part of PARTS[name])
    cpSync(path.join(FOLDERS[name], part), path.join(site, part), { recursive: true });
  const command = [path.join(ROOT, 'bin/gazeta.js'), 'build', '--quiet', '--site', site];
  execFileSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  return {
    folder: path.join(site, 'dist'),
    remove: () => rmSync(site, { recursive: true, force: true }),
  };
}

/** Starts Chromium, without what it does on the network by itself. */
export function launch() {
  if (!existsSync(CHROMIUM)) throw new Error(`no Chromium at ${CHROMIUM} (set CHROMIUM)`);
  const quiet = ['--disable-quic', '--disable-background-networking', '--disable-gpu'];
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', ...quiet] });
}
