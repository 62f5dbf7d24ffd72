/** `gazeta completion`: what shells offer after Tab, asked of the shells that are there. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { COMMAND_NAMES, COMMANDS, SHELLS } from '../../src/cli/commands.ts';
import { STARTS } from '../../src/host/workflows/table.ts';
import { site } from '../rig.ts';

const script = (shell: string) => site({}).gazeta('completion', shell).exits(0).stdout;

const scripts = mkdtempSync(path.join(tmpdir(), 'gazeta-scripts-'));
const folder = mkdtempSync(path.join(tmpdir(), 'gazeta-completion-'));
mkdirSync(`${folder}/my paper`);
mkdirSync(`${folder}/articles`);
writeFileSync(`${folder}/site.yaml`, '');
afterAll(() => {
  for (const one of [scripts, folder]) rmSync(one, { recursive: true });
});

/** The script as a file: fish reads no other. */
function scriptFile(shell: string): string {
  const file = `${scripts}/gazeta.${shell}`;
  writeFileSync(file, script(shell));
  return file;
}

describe.each(SHELLS)('the script for %s', (shell) => {
  test('names every command, option and host', () => {
    const text = script(shell);
    for (const name of COMMAND_NAMES) {
      expect(text).toContain(name);
      for (const option of Object.keys(COMMANDS[name].options))
        expect(text).toContain(shell === 'fish' ? `-l ${option}` : `--${option}`);
    }
    expect(text).toContain(STARTS.join(' '));
  });

  test.skipIf(!isThere(shell))('is one that the shell can read', () => {
    const read = spawnSync(shell, ['-n', scriptFile(shell)], { encoding: 'utf8' });
    expect(read.stderr).toBe('');
    expect(read.status).toBe(0);
  });
});

test('a shell that is none is told so', () => {
  const asked = (...args: string[]) =>
    site({})
      .gazeta('completion', ...args)
      .exits(2).stderr;
  expect(asked('fsih')).toContain(
    '"fsih" is not a shell that can be completed; did you mean "fish"?',
  );
  expect(asked('cmd')).toContain(
    '"cmd" is not a shell that can be completed; these can: bash, zsh, fish',
  );
  expect(asked()).toContain('name one shell: gazeta completion bash, or zsh, or fish');
});

/** Typed words, the last of them unfinished, to what the shell offers for it. */
const OFFERS: readonly (readonly [words: string[], offers: readonly string[]])[] = [
  [[''], [...COMMAND_NAMES, '--help', '--version']],
  [['bu'], ['build']],
  [['build', '--dr'], ['--drafts']],
  [['build', '--'], Object.keys(COMMANDS.build.options).map((name) => `--${name}`)],
  [['next', '--drafts', '--v'], ['--verbose']],
  [['init', '--host', ''], STARTS],
  [['init', '--host', 'net'], ['netlify']],
  [
    ['init', '--yes', '--host', '=', 'git'],
    ['github-pages', 'gitlab-pages'].filter((x) => /^git/.test(x)),
  ],
  [
    ['init', ''],
    ['articles', 'my paper'],
  ],
  [['check', '--site', 'm'], ['my paper']],
  [['build', '--changes', 's'], ['site.yaml']],
  [['why', 's'], ['site.yaml']],
  [['new', ''], []],
  [['new', '--pa'], ['--page']],
  [['build', '--now', ''], []],
  [['completion', ''], SHELLS],
  [
    ['help', 'w'],
    ['watch', 'why'],
  ],
  [['frobnicate', ''], []],
];

describe.skipIf(!isThere('bash'))('bash offers', () => {
  test.each(OFFERS)('%j', (words, offers) => {
    expect(bashOffers(words)).toEqual([...offers].sort());
  });
});

/** Runs the function that bash would run at Tab. */
function bashOffers(words: readonly string[]): string[] {
  const typed = ['gazeta', ...words].map((word) => `'${word}'`).join(' ');
  const asked = spawnSync(
    'bash',
    [
      '--norc',
      '-c',
      `source '${scriptFile('bash')}'
COMP_WORDS=(${typed}) COMP_CWORD=${words.length}
complete -p gazeta >&2
_gazeta
printf '%s\\n' "\${COMPREPLY[@]}"`,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  expect(asked.stderr.trim()).toBe('complete -F _gazeta gazeta');
  return asked.stdout
    .split('\n')
    .filter((line) => line !== '')
    .sort();
}

describe.skipIf(!isThere('fish'))('fish offers', () => {
  const asked = OFFERS.filter(([words]) => !words.includes('='));
  test.each(asked)('%j', (words, offers) => {
    const line = ['gazeta', ...words].join(' ');
    const told = spawnSync(
      'fish',
      ['--no-config', '-c', `source '${scriptFile('fish')}'; complete -C '${line}'`],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    expect(told.stderr).toBe('');
    const found = told.stdout
      .split('\n')
      .map((one) => one.split('\t')[0]?.replace(/\\ /g, ' ').replace(/\/$/, '') ?? '')
      .filter((one) => one !== '' && !one.startsWith('-'));
    expect(found.sort()).toEqual(offers.filter((one) => !one.startsWith('-')).toSorted());
  });
});

function isThere(shell: string): boolean {
  return spawnSync(shell, ['-c', 'true']).status === 0;
}
