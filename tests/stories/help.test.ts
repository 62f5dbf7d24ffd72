/** `gazeta --help`, `gazeta help`, and what a mistyped command line is told. */
import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES, COMMANDS } from '../../src/cli/commands.ts';
import { site } from '../rig.ts';

/** The help of a command line, with its lines. */
function help(...args: string[]): string {
  const told = site({})
    .gazeta(...args)
    .exits(0);
  expect(told.stderr).toBe('');
  return told.stdout;
}

test('all commands fit on a screen of 80 by 24', () => {
  const lines = help('--help').trimEnd().split('\n');
  expect(lines.length).toBeLessThan(24);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  for (const name of COMMAND_NAMES)
    expect(lines.join('\n')).toMatch(new RegExp(`^  ${name} `, 'm'));
  expect(help('help')).toBe(help('--help'));
  expect(help('-h')).toBe(help('--help'));
});

describe('each command has a synopsis, its options and examples', () => {
  test.each(COMMAND_NAMES)('%s', (name) => {
    const text = help('help', name);
    expect(help(name, '--help')).toBe(text);
    expect(text).toMatch(new RegExp(`^Usage: gazeta ${name} `));
    for (const option of Object.keys(COMMANDS[name].options))
      expect(text).toContain(`  --${option}`);
    expect(text).toMatch(/\nExamples?:|\nAn example:/);
    expect(text).toContain(`  gazeta ${name}`);
    expect(text).toContain('\nExit codes: ');
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});

test('the help of a command, whole', () => {
  expect(help('help', 'new')).toBe(`Usage: gazeta new "Headline" [options]

Makes a file for a new article, with its date, and prints its path; with --page,
one for a page of the paper, such as About, in pages/. It never overwrites a
file.

  --page             a page of the paper: it has no section, author or date
  --section NAME     the section; one that site.yaml declares, if it declares
                     any
  --author NAME      who writes it: a name, or the name of a file in authors/
  --flash            it is flash news
  --embargo INSTANT  readers see it from then on: 2026-11-24T06:00
  --lang TAG         its language, if it is not the paper's: sq
  --site DIR         the folder of the paper (default: this one)
  --now INSTANT      the date it bears (default: the clock)
  --json             the result as JSON
  --help, -h         this text

Examples:

  gazeta new "Bridge opens after ten years" --section Sport
      a draft, in the section Sport
  gazeta new "Budget" --embargo 2026-11-24T06:00
      nobody sees it before that moment
  gazeta new --page "About us"
      a draft, pages/about-us.md

Exit codes: 0 the file was made, 2 usage or settings, 74 a disk failed.
`);
});

describe('a mistyped word gets the nearest one', () => {
  test.each([
    [['biuld'], 'there is no command "biuld"; did you mean "build"?'],
    [['help', 'chekc'], 'there is no command "chekc"; did you mean "check"?'],
    [['frobnicate'], 'there is no command "frobnicate"'],
    [['build', '--drafst'], "Unknown option '--drafst'; did you mean --drafts?"],
    [['init', '--langauge', 'sq'], "Unknown option '--langauge'; did you mean --language?"],
    [
      ['next', '--drafts'],
      "Unknown option '--drafts'; it is one of gazeta dev, gazeta build, gazeta check",
    ],
    [['check', '--frobnicate'], "Unknown option '--frobnicate'"],
    [['build', '-x'], "Unknown option '-x'"],
    [['build', '--site'], "Option '--site' needs a value: --site=DIR"],
    [['init', '--title', '--yes'], "Option '--title' needs a value: --title=NAME"],
    [['build', '--drafts=yes'], "Option '--drafts' does not take an argument"],
    [['check', 'articles'], "Unexpected argument 'articles'"],
    [['help', 'build', 'check'], 'name one command: gazeta help build'],
  ])('%j', (args, message) => {
    const told = site({})
      .gazeta(...args)
      .exits(2);
    expect(told.stdout).toBe('');
    expect(told.stderr.split('\n')[0]).toBe(`gazeta: ${message}`);
  });

  test('and how the command is used', () => {
    site({})
      .gazeta('check', '--sit', 'x')
      .exits(2)
      .says(`gazeta: Unknown option '--sit'; did you mean --site?

Usage: gazeta check [options]
See gazeta help check.`);
    expect(site({}).gazeta().exits(2).stderr).toContain(
      'a command is missing\n\nGazeta, the static',
    );
  });
});
