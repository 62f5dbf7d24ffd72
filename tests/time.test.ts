/** The law of time, over papers that nobody would think of: nothing leaks, nothing is missed, no fault waits. */
import { expect, test } from 'vitest';
import { cases, fc } from './chance.ts';
import { type Site, site } from './rig.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-20T00:00:00Z');
const WORDS = ['alpha', 'bravo', 'carol', 'delta', 'echos', 'fjord'];

const hour = fc.integer({ min: 0, max: 12 });
const iso = (hours: number) => new Date(START + hours * HOUR).toISOString();
/** A line of front matter, there or not. */
const maybe = (line: fc.Arbitrary<string>) => fc.option(line, { nil: null, freq: 2 });
const other = fc.constantFrom(...WORDS);
const place = fc.constantFrom('/one/', '/two/', '/latest/', '/rajoni/', '/authors/desk/');

const lines = fc.record({
  publish: hour.map((at) => `date: ${iso(at)}`),
  expires: maybe(hour.map((at) => `expires: ${iso(at)}`)),
  status: maybe(fc.constantFrom('draft: true', 'withdrawn: true')),
  permalink: maybe(place.map((at) => `permalink: ${at}`)),
  aliases: maybe(place.map((at) => `aliases: ${at}`)),
  tags: maybe(fc.constantFrom('tags: flash-news', 'tags: [flash-news, x]', 'tags: x')),
  flash: maybe(hour.map((at) => `flash: ${iso(at)}`)),
  replaces: maybe(other.map((name) => `replaces: ${name}.md`)),
  related: maybe(other.map((name) => `related: ${name}.md`)),
  series: maybe(fc.constant('series: Row')),
  translations: maybe(fc.constant('translations: key')),
  lang: maybe(fc.constant('lang: sq')),
  section: maybe(fc.constantFrom('section: Rajoni', 'section: Rajoni / Kosova', 'section: Latest')),
  priority: maybe(fc.constant('priority: 5')),
});

const paper = fc
  .tuple(
    fc.array(fc.tuple(lines, fc.array(other, { maxLength: 2 })), { minLength: 1, maxLength: 6 }),
    fc.constantFrom('stop', 'hold-back'),
  )
  .map(([articles, onError]) => {
    const files: Record<string, string> = {
      'site.yaml': `url: https://x.example\nonError: ${onError}\nflash: {lifetime: 3 hours, max: 2}`,
    };
    for (const [at, [parts, links]] of articles.entries()) {
      const word = WORDS[at] ?? '';
      const block = Object.values(parts).filter((line) => line !== null);
      const body = links.map((name) => `[see](${name}.md)`).join(' ');
      files[`articles/${word}.md`] = [
        '---',
        `title: ${word} headline`,
        ...block,
        `authors: ${word} author`,
        '---',
        `Words of ${word}. ![](/${word}.png) ${body}`,
      ].join('\n');
      files[`public/${word}.png`] = `${word} picture`;
    }
    return files;
  });

/** The findings of a build, each as a line. */
function findings(made: Site): string[] {
  const { diagnostics } = JSON.parse(made.stdout);
  return diagnostics.map((one: { severity: string; code: string; file: string; message: string }) =>
    [one.severity, one.code, one.file, one.message].join(' '),
  );
}

/** Articles whose words may be in the output at an instant, going by the front matter alone. */
function mayBeSeen(files: Readonly<Record<string, string>>, at: number): Set<string> {
  const seen = WORDS.filter((word) => {
    const text = files[`articles/${word}.md`];
    if (text === undefined || /^(draft|withdrawn): true/m.test(text)) return false;
    const from = Date.parse(/^date: (.*)/m.exec(text)?.[1] ?? '');
    const until = Date.parse(/^expires: (.*)/m.exec(text)?.[1] ?? '9999-01-01');
    return from <= at && at < until;
  });
  return new Set(seen);
}

test('whatever is published, embargoed, expired, withdrawn or moved', () => {
  fc.assert(
    fc.property(paper, hour, hour, (files, a, b) => {
      const [first, second] = [Math.min(a, b), Math.max(a, b)];
      const early = site(files).at(iso(first)).build('--json');
      const late = site(files).at(iso(second)).build('--json');
      expect([early.exitCode, late.exitCode]).not.toContain(70);

      // No finding first appears because time passed.
      const before = new Set(findings(early));
      expect(findings(late).filter((one) => !before.has(one))).toEqual([]);

      // Nothing of what may not be seen is anywhere.
      for (const [at, made] of [
        [first, early],
        [second, late],
      ] as const) {
        const seen = mayBeSeen(files, START + at * HOUR);
        for (const word of WORDS) if (!seen.has(word)) made.nowhere(`${word} `);
        for (const word of WORDS)
          if (!seen.has(word)) expect(made.outputs()).not.toContain(`${word}.png`);
      }

      // What differs was foretold, and an output that time has changed is that of a clean build.
      const snapshot = JSON.stringify(late.snapshot());
      if (JSON.stringify(early.snapshot()) !== snapshot && early.exitCode !== 1) {
        const { nextChange } = JSON.parse(early.stdout);
        expect(Date.parse(nextChange)).toBeLessThanOrEqual(START + second * HOUR);
      }
      if (early.exitCode !== 1) {
        early.at(iso(second)).build('--allow-removals');
        expect(JSON.stringify(early.snapshot())).toBe(snapshot);
      }
    }),
    cases(60),
  );
});
