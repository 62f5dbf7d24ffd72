/**
 * Whether everybody can use the pages: axe-core over one page of every kind, and what a page must have
 * and must not do whatever it shows. Needs Chromium, which CI installs.
 */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { found, looks, pages, wholePages, within } from './looks.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a colour scheme can change: the rest of a page is the same in both. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

interface Verdict {
  /** A line for each rule that is broken, with the first places of it. */
  readonly violations: readonly string[];
  /** Rules that had something to look at. */
  readonly ran: readonly string[];
}

/** What axe finds in a page; `rules` are the only ones that are asked. */
async function verdict(page: Page, rules?: readonly string[]): Promise<Verdict> {
  const runOnly =
    rules === undefined ? { type: 'tag', values: TAGS } : { type: 'rule', values: rules };
  // The size of targets is off by itself, and asked with all the others here.
  const more = rules === undefined ? { rules: { 'target-size': { enabled: true } } } : {};
  const options = { runOnly, ...more, resultTypes: ['violations'] };
  return page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then((result) => ({
    violations: result.violations.map(({ id, help, nodes }) => {
      const places = nodes.slice(0, 3).map(({ target, html, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
        return '\\n  ' + target.join(' ') + '\\n    ' + html.slice(0, 160) + '\\n    ' + why;
      });
      return id + ' (' + help + '), ' + nodes.length + ' times:' + places.join('');
    }),
    ran: [...result.passes, ...result.violations, ...result.incomplete].map(({ id }) => id),
  }))`);
}

describe.runIf(found)('one page of every kind', () => {
  const all = looks();

  test('axe finds nothing, at 320 and 1440 pixels, light and dark', async () => {
    // axe comes in as a script of the page, which the paper's own policy would refuse.
    const options = { bypassCSP: true };
    const faults = await all.faultsOf(pages, options, async (page, address, name) => {
      // A page that only leads on would be gone before it was looked at.
      if (name === 'redirect')
        await page.route(`**${address}`, async (route) => {
          const response = await route.fetch();
          const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
          await route.fulfill({ response, body });
        });
      await page.emulateMedia({ colorScheme: 'light' });
      await all.visit(page, address);
      await page.addScriptTag({ content: axe.source });
      const lines: string[] = [];
      for (const width of [320, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const light = await verdict(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await verdict(page, OF_COLOURS);
        await page.emulateMedia({ colorScheme: 'light' });
        lines.push(...light.violations.map((line) => `${width} light: ${line}`));
        lines.push(...dark.violations.map((line) => `${width} dark: ${line}`));
        // A rule that was not asked finds nothing either. A redirect has no target but one in its text.
        const asked = [...light.ran, ...dark.ran];
        for (const rule of name === 'redirect'
          ? OF_COLOURS.slice(0, 1)
          : ['target-size', 'color-contrast'])
          if (!asked.includes(rule)) lines.push(`${width}: ${rule} looked at nothing`);
      }
      return lines;
    });
    expect(faults).toEqual({});
  }, 300_000);

  test('a page has one h1, headings without a gap, and each landmark once', async () => {
    const faults = await all.faultsOf(wholePages, {}, async (page, address) => {
      await all.visit(page, address);
      const outline: number[] = await page.evaluate('looks.outline()');
      const marks: Record<string, number> = await page.evaluate('looks.landmarks()');
      const lines = Object.entries(marks)
        .filter(([, count]) => count !== 1)
        .map(([name, count]) => `${count} ${name}`);
      if (outline.filter((level) => level === 1).length !== 1) lines.push('not one h1');
      if (outline.some((level, at) => level > (outline[at - 1] ?? level) + 1))
        lines.push(`headings ${outline}`);
      return lines;
    });
    expect(faults).toEqual({});
  });

  test('a page asks no other host, stores nothing, breaks no policy, and says the same without scripts', async () => {
    const texts = new Map<string, string>();
    const still = { javaScriptEnabled: false };
    await all.faultsOf(wholePages, still, async (page, address, name) => {
      await all.visit(page, address);
      texts.set(name, await page.evaluate('looks.mainText()'));
      return [];
    });
    const faults = await all.faultsOf(wholePages, {}, async (page, address, name) => {
      const lines: string[] = [];
      page.removeAllListeners();
      page.on('request', (request) => {
        if (!request.url().startsWith(`${all.origin}/`)) lines.push(`asks ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) lines.push(`${response.status()} ${response.url()}`);
      });
      page.on('console', (message) => {
        if (message.type() === 'error') lines.push(`${message.text()} ${message.location().url}`);
      });
      page.on('pageerror', (error) => lines.push(error.message));
      await page.goto(all.origin + address, { waitUntil: 'networkidle' });
      const kept: string = await page.evaluate(
        'document.cookie + Object.keys(localStorage) + Object.keys(sessionStorage)',
      );
      if (kept !== '' || (await page.context().cookies()).length > 0) lines.push(`keeps ${kept}`);
      // What stands beside older articles is kept current by a script, and not counted.
      const text: string = await page.evaluate('looks.mainText()');
      // Searching needs one, and says so where there is none (tests/search).
      if (text === '' || (text !== texts.get(name) && !name.startsWith('search')))
        lines.push(text, `${texts.get(name)}`);
      return lines;
    });
    expect(faults).toEqual({});
  }, 120_000);

  test('a former address leads on, without scripts too', async () => {
    await within(await all.window({ javaScriptEnabled: false }), async (page) => {
      await page.goto(`${all.origin}/old/address/`);
      await page.waitForURL('**/2025/03/05/moved/');
    });
  });
});
