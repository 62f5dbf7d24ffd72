/** The pages with a keyboard and nothing else. Needs Chromium, which CI installs. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PAGES } from '../tools/papers.mjs';
import { found, looks, within } from './looks.ts';

const NAMES = ['home', 'section', 'article-picture', 'article-everything', 'home-rtl'];
const WIDTHS = [390, 1280];
const cases = NAMES.flatMap((name) => WIDTHS.map((width) => [name, width] as const));

/** More than any page of the paper has. */
const MANY = 400;

/**
 * Where the focus goes, as places in the list of what can be reached, until it leaves the page; and what
 * is wrong with how it shows. A box that scrolls is a stop of the browser's own.
 */
async function walk(page: Page): Promise<{ stops: number[]; faults: string[] }> {
  const stops: number[] = [];
  const faults: string[] = [];
  for (let step = 0; step < MANY; step++) {
    await page.keyboard.press('Tab');
    const at: { place: number; isOut: boolean; isBox: boolean; faults: string[] } =
      await page.evaluate(`(() => {
        const element = document.activeElement;
        const isOut = element === document.body || element === null;
        return {
          isOut,
          place: looks.focusedPlace(),
          isBox: !isOut && looks.scrolls(element),
          faults: isOut ? [] : looks.focusFaults(),
        };
      })()`);
    // Behind the last stop the browser has no window of its own here: it begins again.
    if (at.isOut || (stops.length > 0 && at.place === stops[0])) return { stops, faults };
    faults.push(...at.faults);
    if (at.place >= 0 || !at.isBox) stops.push(at.place);
  }
  throw new Error('the focus never leaves the page');
}

describe.runIf(found)('with the keyboard', () => {
  const all = looks();

  /** Goes to a page and waits until the list beside older articles is the newest: its links are others then. */
  const settled = async (page: Page, name: string) => {
    await all.visit(page, PAGES[name] ?? '');
    await page.waitForLoadState('networkidle');
  };

  test.each(cases)('%s at %i is reached whole, in order, and in sight', async (name, width) => {
    await within(await all.window({ viewport: { width, height: 844 } }), async (page) => {
      await settled(page, name);
      const count: number = await page.evaluate('looks.reachable().length');
      const { stops, faults } = await walk(page);
      expect(stops).toEqual(Array.from({ length: count }, (_, place) => place));
      expect(faults).toEqual([]);
    });
  });

  test.each(cases)('%s at %i can be entered at its content', async (name, width) => {
    await within(await all.window({ viewport: { width, height: 844 } }), async (page) => {
      await settled(page, name);
      await page.keyboard.press('Tab');
      const skip = page.locator('a[href="#_main"]');
      expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#_main');
      const box = await skip.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.width).toBeGreaterThan(24);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);

      await page.keyboard.press('Enter');
      await page.waitForURL('**#_main');
      await page.keyboard.press('Tab');
      const first = `looks.reachable().find((one) => one.closest('main')) === document.activeElement`;
      expect(await page.evaluate(first)).toBe(true);
    });
  });
});
