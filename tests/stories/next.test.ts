/** `gazeta next`, and that nothing leaks and nothing is missed while time goes by. */
import { describe, expect, test } from 'vitest';
import { site, story } from '../rig.ts';

const FILES = {
  'site.yaml': 'url: https://x.example\ntimezone: Europe/Belgrade\nflash: {lifetime: 12 hours}',
  'articles/now.md': story('On now', '2026-11-23T09:00', 'x', ['expires: 2026-11-30']),
  'articles/flash.md': story('Urgent', '2026-11-23T10:00', 'x', ['tags: flash-news']),
  'articles/secret.md': story('Hush', '2026-11-24T06:00', 'x', ['tags: flash-news']),
  'articles/bad.md': story('Regret', '2026-11-25', 'x', ['withdrawn: true']),
  'articles/draft.md': story('Sketch', '2026-11-26', 'x', ['draft: true']),
};

describe('gazeta next', () => {
  test('tells what will happen, and names nothing that is hidden', () => {
    const paper = site(FILES).at('2026-11-23T12:00+01:00').gazeta('next').exits(0);
    expect(paper.stdout).toBe(`2026-11-23T22:00:00+01:00
  articles/flash.md leaves the flash news: Urgent
2026-11-24T06:00:00+01:00
  1 article appears
2026-11-24T18:00:00+01:00
  1 article that is hidden now leaves the flash news
2026-11-25T00:00:00+01:00
  1 article is withdrawn
2026-11-25T09:00:00+01:00
  1 article leaves the news sitemap
2026-11-25T10:00:00+01:00
  1 article leaves the news sitemap
2026-11-26T06:00:00+01:00
  1 article leaves the news sitemap
2026-11-30T00:00:00+01:00
  articles/now.md expires: On now
`);
    expect(paper.files.kind('/site/dist')).toBe('none');
  });

  test('names all with --verbose, and gives data with --json', () => {
    const paper = site(FILES).gazeta('next', '--verbose', '--now', '2026-11-24T05:00');
    expect(paper.stdout).toContain('  articles/secret.md appears: Hush\n');
    paper.gazeta('next', '--json', '--now', '2026-11-27').exits(0);
    expect(JSON.parse(paper.stdout)).toEqual({
      exitCode: 0,
      changes: [
        {
          at: '2026-11-30T00:00:00+01:00',
          events: [
            {
              kind: 'expire',
              file: 'articles/now.md',
              address: '/2026/11/23/now/',
              headline: 'On now',
            },
          ],
          hidden: {},
        },
      ],
      diagnostics: [],
    });
    paper.gazeta('next', '--now', '2027-01-01').exits(0);
    expect(paper.stdout).toBe('Nothing will change by itself.\n');
  });

  test('is told of errors as a build is', () => {
    const paper = site({ ...FILES, 'articles/x.md': story('X', '2026-02-30') })
      .gazeta('next')
      .exits(1);
    expect(paper.stderr).toContain('article/date');
    expect(paper.stdout).toBe('');
    paper.gazeta('next', '--help').exits(0);
    paper.gazeta('next', '--soon').exits(2);
  });
});

test('through ten instants nothing leaks, and each change is foretold', () => {
  // Each article is known by a word that stands in its headline, text, section, tag, author and file.
  const word = (name: string, from: string, more: string[] = []) => ({
    [`articles/${name}.md`]: story(`${name} headline`, from, `${name} text ![](/${name}.png)`, [
      `section: ${name} desk`,
      `tags: [flash-news, ${name}-tag]`,
      `authors: ${name} author`,
      `series: ${name} series`,
      `aliases: /${name}/alias/`,
      ...more,
    ]),
    [`public/${name}.png`]: `${name} picture`,
  });
  const files = {
    'site.yaml': 'url: https://x.example\nflash: {lifetime: 5 hours}',
    'articles/always.md': story('Always', '2026-01-01', '[a](alpha.md) [b](/beta/alias/)'),
    ...word('alpha', '2026-11-20T06:00'),
    ...word('beta', '2026-11-20T08:00', ['expires: 2026-11-20T16:00', 'replaces: alpha']),
    ...word('gamma', '2026-11-20T12:00', ['withdrawn: true', 'permalink: /gone/']),
    ...word('delta', '2026-11-20T07:00', ['draft: true']),
    ...word('omega', '2026-11-20T14:00', ['expires: 2026-11-20T20:00', 'flash: 2026-11-20T15:30']),
  };
  const seen: Readonly<Record<string, readonly string[]>> = {
    '2026-11-20T05:59:59Z': [],
    '2026-11-20T06:00:00Z': ['alpha'],
    '2026-11-20T08:00:00Z': ['alpha', 'beta'],
    '2026-11-20T11:00:00Z': ['alpha', 'beta'],
    '2026-11-20T12:00:00Z': ['alpha', 'beta'],
    '2026-11-20T13:00:00Z': ['alpha', 'beta'],
    '2026-11-20T14:00:00Z': ['alpha', 'beta', 'omega'],
    '2026-11-20T15:30:00Z': ['alpha', 'beta', 'omega'],
    '2026-11-20T16:00:00Z': ['alpha', 'omega'],
    '2026-11-20T20:00:00Z': ['alpha'],
  };
  const paper = site(files);
  const outputs: { at: number; bytes: string }[] = [];
  for (const [at, visible] of Object.entries(seen)) {
    paper.at(at).build().exits(0);
    for (const name of ['alpha', 'beta', 'gamma', 'delta', 'omega'])
      if (visible.includes(name))
        paper.shows('index.html', `${name} headline`).shows(`${name}.png`, `${name} picture`);
      else if (name === 'gamma') paper.nowhere('gamma headline').nowhere('gamma text');
      else paper.nowhere(name);
    outputs.push({ at: Date.parse(at), bytes: JSON.stringify(paper.snapshot()) });
  }

  // Whatever differs between two instants was foretold by `next` at the first of them.
  paper.at('2026-11-20T05:59:59Z').gazeta('next', '--json').exits(0);
  const foretold = JSON.parse(paper.stdout).changes.map(({ at }: { at: string }) => Date.parse(at));
  for (const [place, { at, bytes }] of outputs.entries()) {
    const before = outputs[place - 1];
    if (before === undefined || before.bytes === bytes) continue;
    expect(
      foretold.some((change: number) => before.at < change && change <= at),
      new Date(at).toISOString(),
    ).toBe(true);
  }
  // And between two that are foretold nothing happens: a minute before each is as the one before.
  for (const change of foretold) {
    const earlier = Math.max(
      Date.parse('2026-11-20T05:59:59Z'),
      ...foretold.filter((one: number) => one < change),
    );
    const at = (instant: number) =>
      JSON.stringify(paper.at(new Date(instant).toISOString()).build().exits(0).snapshot());
    expect(at(change - 1000), new Date(change).toISOString()).toBe(at(earlier));
  }
});

test('who builds at the moment that is told, in whole seconds, does not come too early', () => {
  const paper = site({
    'site.yaml': 'url: https://x.example\ntimezone: UTC\n',
    'articles/a.md': story('A', '2026-11-20'),
    'articles/b.md': story('Beta', '"2026-11-24T09:00:00.500Z"'),
  })
    .at('2026-11-24T08:00Z')
    .build()
    .exits(0);
  const told = '2026-11-24T09:00:01+00:00';
  expect(paper.stdout).toContain(`The next change comes by itself at ${told}`);
  expect(JSON.parse(paper.build('--json').stdout).nextChange).toBe(told);
  expect(paper.gazeta('next').stdout).toContain('09:00:01');
  paper.at('2026-11-24T09:00:00Z').build().exits(0).nowhere('Beta');
  paper.at(told).build().exits(0).shows('index.html', 'Beta');
});

test('flash news whose place a later item took leaves no strip, so no build is due for it', () => {
  const flash = (title: string, at: string, more: string[] = []) =>
    story(title, at, 'Text.', ['tags: [flash-news]', ...more]);
  const paper = site({
    'articles/first.md': flash('First', '2026-11-20T06:00'),
    'articles/second.md': flash('Second', '2026-11-20T08:00', ['replaces: first']),
  })
    .at('2026-11-20T09:00Z')
    .build()
    .exits(0);
  const told = () => [
    JSON.parse(paper.build('--json').stdout).nextChange,
    JSON.parse(paper.gazeta('next', '--json').stdout).changes[0].at,
  ];
  expect(told()).toEqual(Array(2).fill('2026-11-21T08:00:00+00:00'));
  // It comes back when the later one goes.
  paper.edit({
    'articles/second.md': flash('Second', '2026-11-20T08:00', [
      'replaces: first',
      'expires: 2026-11-20T10:00',
    ]),
  });
  expect(told()).toEqual(Array(2).fill('2026-11-20T10:00:00+00:00'));
  paper.at('2026-11-20T10:00Z');
  expect(told()).toEqual(Array(2).fill('2026-11-21T06:00:00+00:00'));
});
