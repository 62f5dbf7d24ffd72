import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { BENCH, fromNpm } from './install.mjs';

/** Astro 6 and later need a Node of their own. */
const isNew = Number(process.versions.node.split('.')[0]) >= 22;

export const astro = {
  id: 'astro',
  name: 'Astro',
  find: () => fromNpm(isNew ? 'astro-newest' : 'astro-5', [isNew ? 'astro@latest' : 'astro@5']),
  source: path.join(BENCH, 'peers/astro'),
  articles: 'content',
  template: 'src/pages/[...path].astro',
  out: '../dist',
  made: ['../dist', '../cache', '.astro'],
  hasClock: false,
  isPeer: true,
  prepare: (site, { folder }) =>
    symlinkSync(path.join(folder, 'node_modules'), path.join(site, 'node_modules')),
  command: ({ folder }, cwd) => ({
    command: process.execPath,
    args: [path.join(folder, 'node_modules/astro/astro.js'), 'build', '--silent'],
    cwd,
    env: { OUT: '../dist', CACHE: '../cache', ASTRO_TELEMETRY_DISABLED: '1' },
  }),
};
