/**
 * The papers that are looked at, the sample paper and tests/looks/, built by the command into a temporary
 * folder, and the browser that looks at them.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where Chromium is. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const FOLDERS = { sample: ROOT, shapes: ROOT, looks: path.join(ROOT, 'tests/looks') };
const SAMPLE = ['articles', 'authors', 'pages', 'public', 'icon.svg', 'site.yaml'];
/** The theme of the repository stands in the folder of the sample paper and is no part of it. */
const PARTS = {
  sample: SAMPLE,
  shapes: SAMPLE,
  looks: ['articles', 'authors', 'pages', 'public', 'templates', 'icon.svg', 'site.yaml'],
};

/** The addresses of the pages of tests/looks/, by the names of what they show. */
export const PAGES = JSON.parse(readFileSync(path.join(ROOT, 'tests/looks.json'), 'utf8'));

/** The sample paper with a block of each shape on its home page. */
const SHAPES = `
theme:
  home:
    top: 1
    blocks:
      - {section: Rajoni, shape: lead}
      - {section: Politika, shape: row}
      - {section: Ekonomia, shape: column}
      - {section: Kultura, shape: column}
      - {section: Shoqëria, shape: column}
      - {section: Bota, shape: pair}
      - {section: Sport, shape: headlines}
`;

/** Builds a paper; gives its output folder, and what removes it. */
export function buildPaper(name) {
  const site = mkdtempSync(path.join(tmpdir(), `gazeta-${name}-`));
  for (const part of PARTS[name])
    cpSync(path.join(FOLDERS[name], part), path.join(site, part), { recursive: true });
  if (name === 'shapes') appendFileSync(path.join(site, 'site.yaml'), SHAPES);
  const command = [path.join(ROOT, 'bin/gazeta.js'), 'build', '--quiet', '--site', site];
  execFileSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  return {
    folder: path.join(site, 'dist'),
    remove: () => rmSync(site, { recursive: true, force: true }),
  };
}

/** Starts Chromium, without what it does on the network by itself. Pages have room beside their scroll bars only if asked. */
export function launch({ scrollBars = false } = {}) {
  if (!existsSync(CHROMIUM)) throw new Error(`no Chromium at ${CHROMIUM} (set CHROMIUM)`);
  const quiet = ['--disable-quic', '--disable-background-networking', '--disable-gpu'];
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', ...quiet],
    ignoreDefaultArgs: scrollBars ? ['--hide-scrollbars'] : [],
  });
}
