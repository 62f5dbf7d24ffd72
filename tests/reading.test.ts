/**
 * Whether the pages can be read as readers need them: narrow, enlarged, with more space between letters,
 * in colours of their own, without motion, on paper, and while they are still loading. Needs Chromium.
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { launch, PAGES } from '../tools/papers.mjs';
import { found, looks, wholePages, within } from './looks.ts';
import { ROOT } from './rig.ts';

/** Space as a reader may set it (WCAG 2.2, 1.4.12). */
const SPACIOUS = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

/** Pages with all there is: what holds for them holds for the others, which are made of the same parts. */
const HARD = wholePages.filter(([name]) =>
  /^(home|section|article-(picture|long|flash|everything|tags|rtl|cyrillic)|home-rtl|author$)/.test(
    name,
  ),
);

interface Overflow {
  readonly by: number;
  readonly names: readonly string[];
}

/** What sticks out of the window, if the page is wider than it. */
async function outside(page: Page): Promise<readonly string[]> {
  const { by, names }: Overflow = await page.evaluate('looks.overflow()');
  return by > 0 ? [`${by} pixels too wide`, ...names] : [];
}

describe.runIf(found)('the pages', () => {
  const all = looks();
  const address = (name: string) => PAGES[name] ?? '';

  // WCAG 2.2, 1.4.10. A window of 1280 by 1024 at 400 % is one of 320 by 256 CSS pixels, at four pixels each.
  test('fit 320 pixels, and so 1280 at 400 %', async () => {
    const options = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
    const faults = await all.faultsOf(wholePages, options, async (page, path) => {
      await all.visit(page, path, { styled: true });
      return outside(page);
    });
    expect(faults).toEqual({});
  }, 120_000);

  // On most computers a scroll bar takes room, which 100vw does not know of.
  test('are no wider than what a scroll bar leaves of the window', async () => {
    const browser = await launch({ scrollBars: true });
    try {
      const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
      await context.addInitScript({ path: `${ROOT}/tests/in-page.js` });
      const page = await context.newPage();
      for (const name of ['home', 'article-picture', 'article-everything', 'article-rtl', 'page']) {
        await all.visit(page, address(name));
        expect(await page.evaluate('innerWidth - document.documentElement.clientWidth')).not.toBe(
          0,
        );
        expect(await outside(page), name).toEqual([]);
      }
    } finally {
      await browser.close();
    }
  });

  test.each([390, 800, 1100, 1440])(
    'say at %i pixels how wide their pictures are',
    async (width) => {
      const options = { viewport: { width, height: 800 } };
      const faults = await all.faultsOf(wholePages, options, async (page, path) => {
        await all.visit(page, path);
        return page.evaluate('looks.wrongSizes()');
      });
      expect(faults).toEqual({});
    },
  );

  // With sizes="auto" Chromium takes the largest first where no script runs, since pictures wait for nothing there, and then the right one.
  test('load no picture that is larger than it is shown, without scripts either', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const options = { viewport: { width: 1280, height: 800 }, javaScriptEnabled };
      await within(await all.window(options), async (page) => {
        const loaded: string[] = [];
        page.on('request', (request) => loaded.push(request.url()));
        await all.visit(page, address('home'));
        expect(loaded.some((url) => url.endsWith('/800.webp'))).toBe(true);
        expect(loaded.filter((url) => /\/1[026]\d\d\.\w+$/.test(url))).toEqual([]);
      });
    }
  });

  // Authors whose HTML is trusted paste what other sites give them, with its width.
  test('hold what authors embed within the text, and show that a table goes on', async () => {
    await within(await all.window({ viewport: { width: 320, height: 800 } }), async (page) => {
      await all.visit(page, address('article-everything'));
      await page.evaluate(`document.querySelector('.text').insertAdjacentHTML('beforeend',
        ['iframe', 'video', 'embed', 'object', 'canvas', 'svg']
          .map((name) => '<' + name + ' width="1280" height="90"></' + name + '>').join('') +
          '<table><tr>' + '<td>1,234,567</td>'.repeat(20) + '</tr></table>')`);
      expect(await outside(page)).toEqual([]);
      expect(
        await page.evaluate(
          'getComputedStyle(document.querySelector(".text > table:last-of-type")).backgroundAttachment',
        ),
      ).toBe('local, local, scroll, scroll');
    });
  });

  test('keep the way to the text out of sight until it is asked for, however large the letters', async () => {
    const options = { viewport: { width: 320, height: 800 }, bypassCSP: true };
    await within(await all.window(options), async (page) => {
      await all.visit(page, address('home'));
      await page.addStyleTag({ content: 'html { font-size: 250%; }' });
      const place = (): Promise<Record<'top' | 'bottom' | 'left' | 'right', number>> =>
        page.evaluate('document.querySelector(".skip").getBoundingClientRect().toJSON()');
      expect((await place()).bottom).toBeLessThanOrEqual(0);
      await page.keyboard.press('Tab');
      const shown = await place();
      expect(shown.top).toBeGreaterThanOrEqual(0);
      expect(shown.left).toBeGreaterThanOrEqual(0);
      expect(shown.right).toBeLessThanOrEqual(320);
      expect(await outside(page)).toEqual([]);
    });
  });

  test('give the headlines of Arabic more room than those of Latin, on pages of either', async () => {
    await within(await all.window(), async (page) => {
      const room = (selector: string): Promise<number> =>
        page.evaluate(`(({ lineHeight, fontSize }) => parseFloat(lineHeight) / parseFloat(fontSize))(
          getComputedStyle(document.querySelector('${selector}')))`);
      await all.visit(page, address('article-rtl'));
      expect(await room('.story h1')).toBeGreaterThan(1.25);
      expect(await room('.nameplate')).toBeGreaterThan(1.25);
      await all.visit(page, address('home'));
      await page.evaluate('document.querySelector(".top .card").setAttribute("dir", "rtl")');
      expect(await room('.top .card h3')).toBeGreaterThan(1.3);
      expect(await room('.lead h3')).toBeLessThan(1.1);
    });
  });

  // Firefox has it since 121, and style sheets are for older ones too (TARGETS in src/render/stylesheets.ts).
  test('have their columns where the browser does not know :has()', async () => {
    await within(await all.window({ viewport: { width: 1280, height: 800 } }), async (page) => {
      const boxOf = (selector: string): Promise<Record<'top' | 'left' | 'right', number>> =>
        page.evaluate(`document.querySelector('${selector}').getBoundingClientRect().toJSON()`);
      await all.visit(page, address('home'));
      await page.evaluate(`{
        const without = (rules) => {
          for (let at = rules.cssRules.length - 1; at >= 0; at--)
            if (rules.cssRules[at].selectorText?.includes(':has(')) rules.deleteRule(at);
            else if (rules.cssRules[at].cssRules) without(rules.cssRules[at]);
        };
        for (const sheet of document.styleSheets) without(sheet);
      }`);
      const [lead, beside] = [await boxOf('.lead'), await boxOf('.top')];
      expect(beside.top).toBe(lead.top);
      expect(beside.left).toBeGreaterThan(lead.right);
      // Where nothing stands beside it, the first story has the room.
      await page.evaluate('document.querySelector(".top").remove()');
      expect((await boxOf('.lead')).right).toBeCloseTo(beside.right, 0);
    });
  });

  test('end with the foot, where a window is longer than they are', async () => {
    await within(await all.window({ viewport: { width: 1280, height: 3000 } }), async (page) => {
      await all.visit(page, address('not-found'));
      const colour = (selector: string) =>
        page.evaluate(`getComputedStyle(document.querySelector('${selector}')).backgroundColor`);
      expect(await colour('html')).toBe(await colour('.foot'));
      expect(await colour('body')).not.toBe(await colour('.foot'));
    });
  });

  test('hold with more space between lines, words and letters', async () => {
    const faults = await all.faultsOf(HARD, { bypassCSP: true }, async (page, path) => {
      await all.visit(page, path);
      await page.addStyleTag({ content: SPACIOUS });
      const lines: string[] = [];
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const cut: string[] = await page.evaluate('looks.cutTexts()');
        const found = [...(await outside(page)), ...cut.map((name) => `cut: ${name}`)];
        lines.push(...found.map((line) => `${width}: ${line}`));
      }
      return lines;
    });
    expect(faults).toEqual({});
  });

  test.each([768, 1440])('have full lines of 60 to 72 characters, at %i', async (width) => {
    await within(await all.window({ viewport: { width, height: 900 } }), async (page) => {
      await all.visit(page, address('article-picture'), { styled: true });
      const lines: number[] = await page.evaluate('looks.fullLines(".text > p")');
      expect(lines.length).toBeGreaterThan(8);
      const average = lines.reduce((sum, length) => sum + length, 0) / lines.length;
      expect(average, `${lines}`).toBeGreaterThanOrEqual(60);
      expect(average, `${lines}`).toBeLessThanOrEqual(72);
    });
  });

  test('show focus and flash news in colours that the reader forces', async () => {
    await within(await all.window({ forcedColors: 'active' }), async (page) => {
      for (const [name, label] of [
        ['home', '.strip-label'],
        ['article-flash', '.kicker.flash'],
      ] as const) {
        await all.visit(page, address(name));
        expect(await page.locator(label).first().isVisible(), label).toBe(true);
        expect(await page.evaluate(`looks.contrast('${label}')`), label).toBeGreaterThan(4.5);
        for (let at = 0; at < 8; at++) {
          await page.keyboard.press('Tab');
          expect(await page.evaluate('looks.focusFaults()')).toEqual([]);
        }
      }
    });
  });

  test.each(['reduce', 'no-preference'] as const)(
    'do not move, with motion "%s"',
    async (motion) => {
      const faults = await all.faultsOf(HARD, { reducedMotion: motion }, async (page, path) => {
        await all.visit(page, path);
        const count = await page.evaluate('document.getAnimations().length');
        return count === 0 ? [] : [`${count} animations`];
      });
      expect(faults).toEqual({});
    },
  );

  test('are articles on paper, with their address', async () => {
    await within(await all.window(), async (page) => {
      await all.visit(page, address('article-picture'));
      await page.emulateMedia({ media: 'print' });
      const isShown = (selector: string) => page.locator(selector).first().isVisible();
      for (const selector of [
        '.navigation',
        '.languages',
        'aside.rail',
        '.share',
        '.related',
        '.skip',
      ])
        expect(await isShown(selector), selector).toBe(false);
      for (const selector of [
        '.story h1',
        '.byline',
        '.lead-image img',
        '.text > p',
        '.print-address',
      ])
        expect(await isShown(selector), selector).toBe(true);
      expect(await page.locator('.print-address').innerText()).toContain(
        'https://looks.example/2025/03/09/picture/',
      );
    });
  });

  test('stand still while typefaces and pictures arrive', async () => {
    const screens = [390, 1280].flatMap((width) =>
      ['home', 'article-picture', 'article-everything'].map(
        (name) => [`${name} at ${width}`, address(name)] as const,
      ),
    );
    const faults = await all.faultsOf(screens, {}, async (page, path, name) => {
      const late = (pattern: string, after: number) =>
        page.route(pattern, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, after));
          await route.continue().catch(() => {});
        });
      await late('**/*.woff2', 1500);
      await late('**/images/**', 800);
      await page.setViewportSize({ width: Number(name.split(' at ')[1]), height: 844 });
      await page.goto(all.origin + path, { waitUntil: 'networkidle' });
      // Pictures further down load when they come near.
      const height: number = await page.evaluate('document.documentElement.scrollHeight');
      for (let top = 0; top < height; top += 800) {
        await page.evaluate(`scrollTo(0, ${top})`);
        await page.waitForTimeout(100);
      }
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(900);
      const { sum, shifted }: { sum: number; shifted: string[] } =
        await page.evaluate('looks.shifts()');
      return sum === 0 ? [] : [`${sum}`, ...shifted];
    });
    expect(faults).toEqual({});
  }, 120_000);
});
