/**
 * The paper of tests/looks/, built by the command, served as a host does, and open in Chromium: for the
 * tests that judge what a reader meets. Its pages are named in tests/looks.json.
 */
import { existsSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { buildPaper, CHROMIUM, launch, PAGES } from '../tools/papers.mjs';
import { type Served, serve } from '../tools/serve.mjs';
import { ROOT } from './rig.ts';

/** Without Chromium the pages are not looked at, and nobody is to believe they were. */
export const found = existsSync(CHROMIUM);
if (!found && process.env.CI) throw new Error(`no Chromium at ${CHROMIUM}`);
if (!found)
  console.warn(
    `The pages are not looked at: no Chromium at ${CHROMIUM} (set CHROMIUM to its path).`,
  );

/** Names and addresses of all pages, as test.each wants them. */
export const pages = Object.entries(PAGES);

/** All but the page of a former address, which has no text of its own. */
export const wholePages = pages.filter(([name]) => name !== 'redirect');

/** How many windows are open at a time. */
const WINDOWS = 3;

export class Looks {
  private browser: Browser | undefined;
  private served: Served | undefined;
  private paper: ReturnType<typeof buildPaper> | undefined;

  get origin(): string {
    return this.served?.origin ?? '';
  }

  /** A new window with a cache of its own; its pages know what tests/in-page.js knows. */
  async window(options: BrowserContextOptions = {}): Promise<Page> {
    if (this.browser === undefined) throw new Error('the browser is not open yet');
    const context = await this.browser.newContext(options);
    await context.addInitScript({ path: `${ROOT}/tests/in-page.js` });
    return context.newPage();
  }

  /** Goes to a page; `styled` ones have the theme's typefaces, which are there at the second visit. */
  async visit(page: Page, address: string, { styled = false } = {}): Promise<void> {
    for (let visit = styled ? 0 : 1; visit < 2; visit++) {
      await page.goto(this.origin + address, { waitUntil: 'load' });
      if (styled) await page.evaluate('document.fonts.ready.then(() => true)');
    }
  }

  /**
   * Looks at many pages in a few windows at a time, for time is what this takes most of. Gives what `work`
   * finds wrong, by the name of the page; pages without a fault are not in it.
   */
  async faultsOf(
    list: readonly (readonly [name: string, address: string])[],
    options: BrowserContextOptions,
    work: (page: Page, address: string, name: string) => Promise<readonly string[]>,
  ): Promise<Record<string, readonly string[]>> {
    const faults: Record<string, readonly string[]> = {};
    const left = [...list];
    const worker = () =>
      this.window(options).then((window) =>
        within(window, async (page) => {
          for (let next = left.shift(); next !== undefined; next = left.shift()) {
            const [name, address] = next;
            const found = await work(page, address, name);
            if (found.length > 0) faults[name] = found;
          }
        }),
      );
    await Promise.all(Array.from({ length: WINDOWS }, worker));
    return faults;
  }

  async open(): Promise<void> {
    this.paper = buildPaper('looks');
    this.served = await serve(this.paper.folder);
    this.browser = await launch();
  }

  async close(): Promise<void> {
    await this.browser?.close();
    this.served?.close();
    this.paper?.remove();
  }
}

/** The paper and the browser, open while the tests of a file run. */
export function looks(): Looks {
  const all = new Looks();
  beforeAll(() => all.open(), 60_000);
  afterAll(() => all.close());
  return all;
}

/** Does something in a window and closes it. */
export async function within<T>(page: Page, work: (page: Page) => Promise<T>): Promise<T> {
  try {
    return await work(page);
  } finally {
    await page.context().close();
  }
}
