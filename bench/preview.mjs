/**
 * From saving an article to its new page being served, by `gazeta dev` and the servers of its peers on the same corpus:
 *
 *     npm run bench:preview -- [--size 10000] [--runs 20] [--only gazeta,hugo]
 *
 * The page is asked for again and again until it has the new text, so that watching, building and serving are in it,
 * and a browser is not.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { linkCorpus, makeCorpus } from './corpus.mjs';
import { MACHINE } from './machine.mjs';
import { ROOT } from './tools/install.mjs';
import { TOOLS } from './tools/tools.mjs';

const SERVERS = {
  gazeta: (_, port) => ['node', [path.join(ROOT, 'bin/gazeta.js'), 'dev', '--port', `${port}`]],
  hugo: hugoServer,
  'hugo-debian': hugoServer,
  eleventy: ({ folder }, port) => [
    'node',
    [
      path.join(folder, 'node_modules/@11ty/eleventy/cmd.cjs'),
      ...['--quiet', '--config=eleventy.config.mjs', '--serve', `--port=${port}`],
    ],
    { OUT: '../dist' },
  ],
};

function hugoServer({ program, env }, port) {
  return [program, ['server', '--port', `${port}`, '--bind', '127.0.0.1'], env];
}

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '20' },
    only: { type: 'string', default: Object.keys(SERVERS).join(',') },
  },
});
const [size, runs] = [Number(values.size), Number(values.runs)];
/** The longest that one tool is measured, in milliseconds. */
const PATIENCE = 120_000;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const root = mkdtempSync(
  path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'gazeta-preview-'),
);
try {
  const corpus = makeCorpus(path.join(root, 'corpus'), size);
  console.log(`${MACHINE}; ${size} articles, ${runs} edits`);
  let port = 4700;
  for (const id of values.only.split(',')) {
    const tool = TOOLS.find((one) => one.id === id);
    const found = await tool.find();
    const site = path.join(root, id, 'site');
    cpSync(tool.source, site, { recursive: true });
    mkdirSync(path.join(site, tool.articles), { recursive: true });
    linkCorpus(corpus, path.join(site, tool.articles));
    tool.prepare(site, found);
    await measured(tool, found, site, port++, corpus);
    rmSync(path.join(root, id), { recursive: true, force: true });
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function measured(tool, found, site, port, corpus) {
  const [command, args, env = {}] = SERVERS[tool.id](found, port);
  const begun = performance.now();
  const server = spawn(command, args, {
    cwd: site,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  try {
    // One of the older articles: it is in no list that all pages have.
    const own = corpus.paths[Math.floor(size / 3)];
    const url = `http://127.0.0.1:${port}/${own.replace(/\.md$/, '/')}`;
    const file = path.join(site, tool.articles, own);
    const text = readFileSync(file, 'utf8');
    // It is a link to that of the other tools.
    rmSync(file);
    writeFileSync(file, text);
    await shows(url, '<h1>', 600_000);
    const ready = performance.now() - begun;
    await wait(3000);
    const times = [];
    // Some build the whole paper for each edit.
    const enough = performance.now() + PATIENCE;
    for (let run = 0; run < runs && performance.now() < enough; run++) {
      await wait(300);
      const mark = `edit-${run}-${Date.now()}`;
      const saved = performance.now();
      writeFileSync(file, `${text}\n\n${mark}\n`);
      await shows(url, mark, 120_000);
      times.push(performance.now() - saved);
    }
    times.sort((a, b) => a - b);
    const count = times.length;
    const ms = (time) => `${Math.round(time)} ms`;
    console.log(
      `${tool.name} ${found.version}: median of ${count} ${ms(times[count >> 1])}, from ${ms(times[0])} to ${ms(times[count - 1])}; ready after ${(ready / 1000).toFixed(1)} s`,
    );
  } catch (error) {
    console.log(`${tool.name} ${found.version}: ${error.message}`);
  } finally {
    const ended = new Promise((resolve) => server.on('exit', resolve));
    server.kill();
    await ended;
  }
}

/** Waits until a page has a text. */
async function shows(url, text, patience) {
  for (const begun = performance.now(); performance.now() - begun < patience; await wait(5)) {
    try {
      if ((await (await fetch(url)).text()).includes(text)) return;
    } catch {
      // It does not listen yet, or again.
    }
  }
  throw new Error(`${url} never had ${text}`);
}
