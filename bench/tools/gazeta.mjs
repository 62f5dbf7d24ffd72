import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from '../trees.mjs';
import { BENCH, ROOT } from './install.mjs';

/** The version stays while the code changes: what was measured belongs to the code. */
const find = async () => ({
  version: JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version,
  code: fingerprint(
    ['bin', 'lib', 'templates'].map((name) => path.join(ROOT, name)),
    (name) => !name.endsWith('.d.ts'),
  ),
});

const common = {
  find,
  articles: 'articles',
  template: 'templates/article.hbs',
  out: 'dist',
  made: ['dist', '.gazeta'],
  hasClock: true,
  isPeer: false,
  prepare: () => {},
  command: (_, cwd, now) => ({
    command: process.execPath,
    args: [path.join(ROOT, 'bin/gazeta.js'), 'build', '--now', now, '--quiet'],
    cwd,
  }),
};

/** As it is by itself: a script puts the newest into older pages. */
export const gazeta = {
  ...common,
  id: 'gazeta',
  name: 'Gazeta',
  source: path.join(BENCH, 'site'),
};

/** The newest in each page, as its peers make them. */
export const gazetaBaked = {
  ...gazeta,
  id: 'gazeta-baked',
  name: 'Gazeta, rail baked',
  prepare: (site) => {
    const file = path.join(site, 'site.yaml');
    const text = readFileSync(file, 'utf8');
    if (!text.includes('rail: snapshot')) throw new Error(`${file} does not say how the rail is`);
    writeFileSync(file, text.replace('rail: snapshot', 'rail: baked'));
  },
};

/** All that it can make, with the default theme; no peer does this job. */
export const gazetaFull = {
  ...common,
  id: 'gazeta-full',
  name: 'Gazeta, everything on',
  source: path.join(BENCH, 'site-full'),
  prepare: (site) => {
    mkdirSync(path.join(site, 'templates'));
    copyFileSync(path.join(ROOT, common.template), path.join(site, common.template));
  },
};
