import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { BENCH, fromNpm } from './install.mjs';

export const metalsmith = {
  id: 'metalsmith',
  name: 'Metalsmith',
  find: () => fromNpm('metalsmith', ['metalsmith@2', '@metalsmith/markdown@1', 'handlebars@4']),
  source: path.join(BENCH, 'peers/metalsmith'),
  articles: 'content',
  template: 'layouts/article.hbs',
  out: '../dist',
  made: ['../dist'],
  hasClock: false,
  isPeer: true,
  prepare: (site, { folder }) =>
    symlinkSync(path.join(folder, 'node_modules'), path.join(site, 'node_modules')),
  command: (_, cwd) => ({ command: process.execPath, args: ['build.mjs', '../dist'], cwd }),
};
