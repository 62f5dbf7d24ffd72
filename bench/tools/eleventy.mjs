import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { BENCH, fromNpm } from './install.mjs';

export const eleventy = {
  id: 'eleventy',
  name: 'Eleventy',
  find: () => fromNpm('eleventy', ['@11ty/eleventy@3']),
  source: path.join(BENCH, 'peers/eleventy'),
  articles: 'content',
  template: '_includes/article.njk',
  out: '../dist',
  made: ['../dist'],
  hasClock: false,
  isPeer: true,
  prepare: (site, { folder }) =>
    symlinkSync(path.join(folder, 'node_modules'), path.join(site, 'node_modules')),
  command: ({ folder }, cwd) => ({
    command: process.execPath,
    args: [
      path.join(folder, 'node_modules/@11ty/eleventy/cmd.cjs'),
      ...['--quiet', '--config=eleventy.config.mjs'],
    ],
    cwd,
    env: { OUT: '../dist' },
  }),
};
