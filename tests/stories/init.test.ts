/** `gazeta init`: a new paper, ready to be built. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { answered } from '../../src/cli/init/interview.ts';
import { STARTS, WORKFLOWS } from '../../src/host/workflows/table.ts';
import { type Site, site, story } from '../rig.ts';

/** No folder yet, at a known moment. */
function nothing(files: Record<string, string> = {}): Site {
  return site(files).at('2026-11-23T09:00:40Z');
}
const read = (made: Site, name: string) => made.read(`../${name}`);

test('asks nothing with --yes', () => {
  const made = nothing().gazeta('init', 'our-paper', '--yes').exits(0).says('');
  expect(made.stdout).toBe(`Made Our Paper in /site/our-paper:
  articles/news/2026-11-23-your-paper-is-ready.md
  articles/culture/2026-11-23-how-to-write-an-article.md
  articles/sport/2026-11-23-how-the-paper-is-published.md
  pages/about-us.md
  .gitignore
  package.json
  site.yaml

Next:
  cd our-paper && npm install
  npx gazeta build

Before you publish, write the address of the paper into site.yaml: url.
`);
  expect(
    read(made, 'our-paper/site.yaml'),
  ).toBe(`# yaml-language-server: $schema=node_modules/gazeta/schema/site.json

# Settings of the paper. Change a value, save, and build again. These are the first ones;
# node_modules/gazeta/docs/settings.md has them all.

# The name of the paper, as it stands in the masthead and in the feeds.
title: Our Paper

# What the paper is, in a sentence: for feeds and search engines.
# description: News of the region

# Its public address. Pages, feeds and sitemaps say it in full.
# THIS ONE IS AN EXAMPLE: change it before you publish.
url: https://example.org/

# Its language, as in BCP 47: dates, words of the theme and the order of names follow it.
language: en

# The times in articles are local times of this zone.
timezone: UTC

# The sections, in the order of the menu. An article names its section as it is spelled here;
# letter case and accents do not matter. One can have a colour: {name: News, color: red}.
sections:
  - News
  - Culture
  - Sport

# A page on which readers search all articles, and its index.
surfaces:
  search: true

# Where it is published: any, cloudflare-pages, netlify, github-pages, gitlab-pages, nginx or caddy.
# It decides how old addresses redirect; see node_modules/gazeta/docs/hosting.md.
host: any
`);
  expect(JSON.parse(read(made, 'our-paper/package.json'))).toEqual({
    name: 'our-paper',
    private: true,
    scripts: { build: 'gazeta build', check: 'gazeta check' },
    dependencies: { gazeta: '^0.0.0' },
  });
  expect(read(made, 'our-paper/.gitignore')).toBe('dist/\n.gazeta/\nnode_modules/\n');
  const article = read(made, 'our-paper/articles/news/2026-11-23-your-paper-is-ready.md');
  expect(article).toContain('date: 2026-11-23T09:00+00:00');
  expect(article).toContain('](../culture/2026-11-23-how-to-write-an-article.md)');
});

const LANGUAGES = ['en', 'sq', 'sr-Latn', 'fr', 'ar', 'no'];
describe.each(LANGUAGES)('in %s', (language) => {
  // What differs by host does not differ by language; both languages of the texts see all of it.
  test.each(['en', 'sq'].includes(language) ? STARTS : (['any'] as const))(
    'with %s it builds, and there is nothing to mend',
    (host) => {
      const made = nothing()
        .gazeta(
          'init',
          '.',
          '--yes',
          '--language',
          language,
          '--host',
          host,
          '--url=https://x.example/',
        )
        .exits(0)
        .says('');
      const check = made.gazeta('check').exits(0);
      const file = `templates/labels/${language}.yaml`;
      if (['en', 'sq', 'sr-Latn'].includes(language))
        expect(check.says('').stdout).toBe('Checked 3 articles: no problems found.\n');
      else
        check.says(
          `${file} warning check/labels: the theme has no words in "${language}", and says them in English\n` +
            `  Put them into ${file}, in lines such as "home: …" (docs/templates.md).\n\n1 warning`,
        );
      made.build().exits(0).says('');
      expect(made.read('index.html')).toContain(`<html lang="${language}"`);
      expect(parse(read(made, 'site.yaml'))).toMatchObject({
        language,
        host: WORKFLOWS[host].host,
      });
      for (const file of Object.keys(WORKFLOWS[host].files))
        if (/\.ya?ml$/.test(file)) expect(parse(read(made, file))).toBeTypeOf('object');
    },
  );
});

/** The command by which a workflow does something, as its shell is given it. */
function commandOf(text: string, wanted: RegExp): string | undefined {
  // What GitHub puts in of its own is nothing at a push.
  const lines = text.replace(/\$\{\{.*?\}\}/g, '').split('\n');
  const line = lines.find((one) => !one.trim().startsWith('#') && wanted.test(one));
  return line?.replace(/^\s*(?:- )?(?:run: |command = )?/, '').replace(/^"(.*)"$/, '$1');
}

test.each(STARTS)(
  'with %s articles that are held back do not keep the rest from readers',
  (host) => {
    const files = Object.values(WORKFLOWS[host].files);
    const commands = files
      .flatMap((text) => [commandOf(text, /npx gazeta build/), commandOf(text, /npx gazeta next/)])
      .filter((one) => one !== undefined);
    for (const command of commands)
      for (const [code, good] of [
        [0, true],
        [1, false],
        [3, true],
      ] as const) {
        const shell = `npx() { return ${code}; }; ${command.replaceAll('next.json', '/dev/null')}`;
        expect(spawnSync('sh', ['-e', '-c', shell]).status === 0, `${command}: ${code}`).toBe(good);
      }
    // Cloudflare Pages is told its command by hand.
    const known = files.join('').includes('gazeta build || [ $? -eq 3 ]');
    expect(known || commands.length > 0 || host === 'any').toBe(true);
  },
);

test('with github-pages files below /.well-known/ are published', () => {
  const { jobs } = parse(Object.values(WORKFLOWS['github-pages'].files)[0] ?? '');
  const step = jobs.publish.steps.find((one: { uses?: string }) =>
    one.uses?.startsWith('actions/upload-pages-artifact@'),
  );
  expect(step.with).toEqual({ path: 'dist', 'include-hidden-files': true });
});

test('in Albanian the first articles are in Albanian, in other languages in English', () => {
  const sq = nothing().gazeta('init', '.', '--yes', '--language', 'sq').build().exits(0);
  sq.shows('index.html', 'Gazeta juaj është gati', 'Kulturë').hides('index.html', 'lang="en"');
  const fr = nothing().gazeta('init', '.', '--yes', '--language', 'fr').build().exits(0);
  fr.shows('2026/11/23/your-paper-is-ready/index.html', '<html lang="en"');
});

describe('what is said', () => {
  test('is what the paper has', () => {
    const made = nothing()
      .gazeta(
        ...['init', 'p', '--yes', '--title', '  No: "1"  # yes ', '--language', 'SR-latn'],
        ...[
          '--sections',
          'Vesti, Vesti / Grad ,, Šah & dame, Moda, true, Sport',
          '--host',
          'nginx',
        ],
        ...['--timezone', 'Europe/Belgrade', '--url', 'https://x.example/novine'],
      )
      .exits(0)
      .says('');
    expect(parse(read(made, 'p/site.yaml'))).toEqual({
      title: 'No: "1" # yes',
      url: 'https://x.example/novine',
      language: 'sr-Latn',
      timezone: 'Europe/Belgrade',
      sections: ['Vesti', 'Vesti / Grad', 'Šah & dame', 'Moda', 'true', 'Sport'],
      surfaces: { search: true },
      host: 'nginx',
    });
    // Each section has an article.
    made.gazeta('check', '--site', 'p').exits(0).says('');
    expect(made.stdout).toContain('Checked 6 articles');
    expect(read(made, 'p/articles/vesti/2026-11-23-your-paper-is-ready.md')).toContain(
      'date: 2026-11-23T10:00+01:00',
    );
  });

  test('may be no sections', () => {
    for (const none of ['', '-']) {
      const made = nothing().gazeta('init', '.', '--yes', `--sections=${none}`).exits(0);
      expect(parse(read(made, 'site.yaml'))).not.toHaveProperty('sections');
      made.gazeta('check').exits(0).says('');
      expect(made.outputs('articles')).toHaveLength(3);
    }
  });

  test('comes back as data', () => {
    const made = nothing().gazeta('init', 'p', '--json', '--host', 'rsync').exits(0).says('');
    expect(JSON.parse(made.stdout)).toEqual({
      exitCode: 0,
      folder: '/site/p',
      written: [...made.outputs('p').toSorted(byPlace(made.stdout))],
      kept: [],
      next: ['cd p && npm install', 'npx gazeta build'],
    });
  });
});

/** The order in which a text names them. */
const byPlace = (text: string) => (a: string, b: string) =>
  text.indexOf(`"${a}"`) - text.indexOf(`"${b}"`);

test('where nobody can be asked, what is taken is told', () => {
  nothing()
    .gazeta('init', 'p', '--title', 'A', '--host', 'caddy')
    .exits(0)
    .says(`Nothing was asked, since this is no terminal. What was not said is:
  --language "en"
  --sections "News, Culture, Sport"
  --timezone "UTC"
  --url "https://example.org/"`);
});

// The runners of GitHub are Linux.
describe.skipIf(process.platform !== 'linux')('the build hook is called', () => {
  const bin = mkdtempSync(path.join(tmpdir(), 'gazeta-hook-'));
  afterAll(() => rmSync(bin, { recursive: true }));
  const command = (name: string, script: string) =>
    writeFileSync(`${bin}/${name}`, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  command('gh', 'echo 2026-11-23T08:42:00Z');
  command('curl', 'echo called');

  const NEXT = [
    ['an embargo has lifted', '2026-11-23T09:00', [], { publish: 1 }, true],
    ['flash news has ended', '2026-11-23T09:00', [{ kind: 'flash-end' }], {}, true],
    ['news is two days old', '2026-11-23T09:00', [], { 'news-end': 3 }, false],
    ['an embargo will lift', '2999-01-01T00:00', [], { publish: 1 }, false],
  ] as const;
  test.each(NEXT)('or not, when %s', (_, at, events, hidden, isCalled) => {
    const next = JSON.stringify({ changes: [{ at: `${at}:00+01:00`, events, hidden }] });
    expect(rebuild(next, { BUILD_HOOK: 'https://x.example' })).toBe(isCalled);
    expect(rebuild(next, { BUILD_HOOK: '' })).toBe(false);
    expect(rebuild(next, { BUILD_HOOK: 'https://x.example', BY_HAND: 'true' })).toBe(true);
  });

  /** Runs the last step of the workflow as a runner does; true if it called the hook. */
  function rebuild(next: string, env: Record<string, string>): boolean {
    const workflow = parse(WORKFLOWS.netlify.files['.github/workflows/rebuild.yml'] ?? '');
    const step = workflow.jobs.rebuild.steps.at(-1).run;
    command('npx', `[ "$*" = 'gazeta next --json --now 2026-11-23T08:42:00Z' ] && echo '${next}'`);
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', step], {
      cwd: bin,
      env: { ...process.env, ...env, PATH: `${bin}:${process.env.PATH}` },
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return stdout.includes('called');
  }
});

describe('nothing is overwritten', () => {
  test('within a repository the workflow has to go to its folder, which is told', () => {
    const files = { '.git/HEAD': 'ref: refs/heads/main' };
    const args = ['--yes', '--host', 'github-pages'];
    expect(
      nothing(files)
        .gazeta('init', 'web/paper', ...args)
        .exits(0).stdout,
    ).toContain(
      'The paper is within the repository /site: move .github/workflows/publish.yml to the same place there, and let its steps run in web/paper/.',
    );
    expect(
      nothing(files)
        .gazeta('init', '.', ...args)
        .exits(0).stdout,
    ).not.toContain('repository /');
  });

  test('a file that is there stays, and is told', () => {
    const made = nothing({
      'package.json': '{"name": "mine"}',
      '.gitignore': 'x\n',
      'public/a.txt': 'a',
    })
      .gazeta('init', '--yes')
      .exits(0)
      .says(`.gitignore was there already and stays as it is. See that it has dist/, .gazeta/, node_modules/.
package.json was there already and stays as it is. It does not name gazeta yet.`);
    expect(read(made, 'package.json')).toBe('{"name": "mine"}');
    expect(made.stdout).toContain('\n  npm install gazeta\n  npx gazeta build\n');
    expect(made.stdout).not.toContain('  package.json');
  });

  test('nor is an archive joined by articles of ours', () => {
    const made = nothing({
      'articles/a.md': story('A', '2026-11-20T08:00', 'Text.', ['section: Old']),
    })
      .gazeta('init', '--yes')
      .exits(0)
      .says('There are articles already, so none was written.');
    expect(made.outputs('articles')).toEqual(['a.md']);
    made.gazeta('check').exits(0).says('');
  });

  test('a paper is not made twice', () => {
    nothing({ 'p/site.yaml': '' })
      .gazeta('init', 'p', '--yes')
      .exits(2)
      .says(`gazeta: there is a paper already: /site/p/site.yaml. Build it with gazeta build --site p, or name another folder

Usage: gazeta init [DIR] [options]
See gazeta help init.`);
  });
});

describe('a mistake makes no file', () => {
  test.each([
    [['--title', ' '], '--title " " is empty: a paper has a name'],
    [
      ['--language', 'albanian'],
      '--language "albanian" is not a language that is known; did you mean "sq"?',
    ],
    [['--language', 'und'], '--language "und" is not a language that is known'],
    [['--language', 'xx'], '--language "xx" is not a language that is known. Write its tag'],
    [['--language', 'no way'], '--language "no way" is not a language tag. Write its tag'],
    [
      ['--sections', 'Sport, News, SPÓRT'],
      'has two sections with one address, /sport/: "Sport" and "SPÓRT"',
    ],
    [['--sections', 'Rajoni / Kosova'], 'is a part of "Rajoni", which is not declared before it'],
    [
      ['--timezone', 'Europe/Belgrad'],
      '--timezone "Europe/Belgrad" is not a time zone; did you mean "Europe/Belgrade"?',
    ],
    [
      ['--url', 'x.example'],
      '--url "x.example" is not the address of a site. Write it with its scheme',
    ],
    [
      ['--host', 'netlfy'],
      '--host "netlfy" is not a host that is known; did you mean "netlify"? They are any, github-pages',
    ],
    [['--host', 'geocities'], '--host "geocities" is not a host that is known. They are any'],
    [['my', 'paper'], 'name one folder: gazeta init my; a value of several words stands in quotes'],
    [['a.txt'], '/site/a.txt is a file: name a folder'],
  ])('%j', (args, message) => {
    const made = nothing({ 'a.txt': 'a' })
      .gazeta('init', '--yes', ...args)
      .exits(2);
    expect(made.stderr).toContain(message);
    expect(made.outputs('.')).toEqual([]);
    expect([...made.files.content.keys()].filter((name) => name.startsWith('/site/'))).toEqual([
      '/site/a.txt',
    ]);
  });

  test.each(['Latest', '2024'])('a section at an address that the paper needs: %s', (name) => {
    const made = nothing().gazeta('init', '--yes', '--sections', `News, ${name}`).exits(2);
    expect(made.stderr).toContain(`the section "${name.toLowerCase()}" error output/clash`);
    expect(made.stderr).toContain('Nothing was written');
    expect(made.files.kind('/site/site.yaml')).toBe('none');
  });

  test('a folder that cannot be written', () => {
    const made = nothing();
    made.files.faults.set('/site/p', 'EACCES');
    made
      .gazeta('init', 'p', '--yes')
      .exits(74)
      .says(`error output/file: could not write /site/p/articles/news/2026-11-23-your-paper-is-ready.md: permission denied
  Nothing was written. Name a folder where you may write, or run the command again when the cause is gone; files that are there stay.`);
  });

  test('a folder that would lie in a file', () => {
    nothing({ a: 'text' })
      .gazeta('init', 'a/b', '--yes')
      .exits(74)
      .says(`error output/file: could not write /site/a/b/articles/news/2026-11-23-your-paper-is-ready.md: a file stands where a folder is needed
  Nothing was written. Name a folder where you may write, or run the command again when the cause is gone; files that are there stay.`);
  });

  test('a disk that fails half-way leaves no paper, and the command can be run again', () => {
    const made = nothing();
    made.files.faults.set('/site/p/site.yaml', 'ENOSPC');
    expect(made.gazeta('init', 'p', '--yes').exits(74).stderr).toContain('the disk is full');
    made.files.faults.clear();
    made.gazeta('init', 'p', '--yes').exits(0);
    made.gazeta('check', '--site', 'p').exits(0).says('');
  });
});

describe('on a terminal', () => {
  /** Asks with answers that stand ready; what was asked and said comes back. */
  async function sit(made: Site, args: string[], answers: (string | null)[], zone?: string) {
    const asked: string[] = [];
    const said: string[] = [];
    const line = await answered(
      args,
      {
        files: made.files,
        resolve: (name) => (name.startsWith('/') ? name : `/site/${name}`.replace(/\/\.$/, '')),
        printer: { out: () => {}, message: (text) => said.push(text), paint: (_, text) => text },
        ...(zone === undefined ? {} : { zone }),
      },
      async (question) => {
        asked.push(question);
        return answers.shift() ?? null;
      },
    );
    return { asked, said, line };
  }

  test('what is not said is asked; an answer that is none is asked again', async () => {
    const made = nothing();
    const { asked, said, line } = await sit(
      made,
      ['init', 'our-paper', '--host', 'gitlab-pages'],
      ['', 'albanian', 'sq', ' Lajme , Sport', ''],
      'Europe/Tirane',
    );
    expect(asked).toEqual([
      'The name of the paper [Our Paper]: ',
      'Its language (en, sq, de, it, mk, sr, sr-Latn, tr, or any other tag) [en]: ',
      'Its language (en, sq, de, it, mk, sr, sr-Latn, tr, or any other tag) [en]: ',
      'Its sections, with commas between them (- for none) [Lajme, Kulturë, Sport]: ',
      'Its public address (press Enter if it has none yet) [https://example.org/]: ',
    ]);
    expect(said[1]).toContain('"albanian" is not a language that is known; did you mean "sq"?');
    made
      .gazeta(...(line ?? []))
      .exits(0)
      .says('');
    expect(parse(read(made, 'our-paper/site.yaml'))).toMatchObject({
      title: 'Our Paper',
      language: 'sq',
      sections: ['Lajme', 'Sport'],
      timezone: 'Europe/Tirane',
      host: 'gitlab-pages',
    });
    made.gazeta('check', '--site', 'our-paper').exits(0).says('');
  });

  test('the time zone is asked for where the computer does not tell', async () => {
    const { asked, said, line } = await sit(
      nothing(),
      ['init'],
      ['', '', '', 'Europe/Skopje', '', ''],
    );
    expect(asked).toHaveLength(6);
    expect(asked[5]).toBe('Where it is published [any]: ');
    expect(said.at(-2)).toMatch(/^Hosts: any, github-pages/);
    expect(line).toContain('--timezone=Europe/Skopje');
  });

  test('the end of the input makes no paper', async () => {
    expect((await sit(nothing(), ['init'], ['A', null])).line).toBeNull();
  });

  test.each([
    [['init', '--yes']],
    [['init', '--json']],
    [['init', '--help']],
    [['init', '--titel', 'x']],
    [['init', '--host', 'x']],
    [['init', 'a', 'b']],
    [['build']],
    [[]],
  ])('nothing is asked for %j', async (args) => {
    const { asked, line } = await sit(nothing(), args, []);
    expect(asked).toEqual([]);
    expect(line).toBe(args);
  });

  test('nor where there is a paper', async () => {
    expect((await sit(nothing({ 'site.yaml': '' }), ['init', '.'], [])).asked).toEqual([]);
  });
});

test('a new paper has a page that says who makes it, which is a draft until somebody has said so', () => {
  const made = nothing().gazeta('init', '--yes').exits(0);
  made.build().exits(0);
  expect(made.outputs()).not.toContain('about-us/index.html');
  const page = read(made, 'pages/about-us.md');
  made.edit({ 'pages/about-us.md': page.replace('draft: true\n', '') });
  made
    .build()
    .exits(0)
    .shows('about-us/index.html', 'About us')
    .shows('index.html', '<a href="/about-us/">About us</a>');
});
