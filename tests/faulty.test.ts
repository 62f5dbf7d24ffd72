/**
 * Front matter as it goes wrong, each with the whole of what its reporter is told: tests/faulty.txt.
 * After a change that is meant to show: UPDATE_GOLDEN=1 npx vitest run tests/faulty.test.ts, and read
 * the difference before it is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROOT, site } from './rig.ts';

const FILE = `${ROOT}/tests/faulty.txt`;
const SETTINGS =
  'url: https://x.example\ntimezone: Europe/Belgrade\nsections: [Rajoni, Sport]\nlanguage: sq';

interface Case {
  readonly name: string;
  readonly article: string;
  readonly told: string;
}

const cases = readFileSync(FILE, 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((text): Case => {
    const [name = ''] = text.split('\n', 1);
    const [article = '', told = ''] = text.slice(name.length + 1).split(/^>>>\n/m);
    return { name, article: article.trimEnd(), told: told.trim() };
  });

function tell(article: string): string {
  const paper = site({ 'site.yaml': SETTINGS, 'articles/a.md': `${article}\n` });
  const told = paper
    .build()
    .stderr.replace(/\d+ errors?[^\n]*\nNothing was published; dist\/ is as it was\.\n$/, '')
    .replace(/\n\d+ warnings?\n$/, '')
    .trim();
  // Whatever was wrong, nothing half-made is ever there.
  if (paper.exitCode !== 0) expect(paper.outputs()).toEqual([]);
  expect(paper.exitCode, told).toBeLessThan(3);
  return told;
}

test('there are at least 120', () => {
  expect(cases.length).toBeGreaterThanOrEqual(120);
});

if (process.env.UPDATE_GOLDEN === '1' && process.env.CI === undefined)
  writeFileSync(
    FILE,
    cases.map(({ name, article }) => `=== ${name}\n${article}\n>>>\n${tell(article)}\n`).join('\n'),
  );
else
  describe('the reporter is told', () => {
    test.each(cases)('$name', ({ article, told }) => {
      expect(tell(article)).toBe(told);
      expect(told).not.toBe('');
    });
  });
