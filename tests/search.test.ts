/** What readers find, in a browser, under the policy that hosts are given. Needs Chromium, which CI installs. */
import { existsSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from '../src/host/headers.ts';
import { type Site, site, story } from './rig.ts';

const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
const found = existsSync(executable);
if (!found && process.env.CI) throw new Error(`no Chromium at ${executable}`);
if (!found)
  console.warn(`Nobody searches: no Chromium at ${executable} (set CHROMIUM to its path).`);

/** A year of which the index has months, and a newer one of which it has one part. */
function files(): Record<string, string> {
  const old = Array.from({ length: 301 }, (_, at): [string, string] => {
    const day = new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
    const text = `Of the year. ${at === 3 ? 'A needle in some hay stacks.' : ''} ${at > 265 && at < 286 ? 'Rare.' : ''}`;
    return [`articles/2024/${at}.md`, story(`Old story ${at}`, day, text)];
  });
  return {
    'site.yaml':
      'title: The Gazette\nurl: https://x.example/paper/\nlanguages: [en, sq]\nsurfaces: {search: true}\n',
    ...Object.fromEntries(old),
    'articles/a.md': story('The bridge is closed', '2025-03-01', 'Text.', ['section: Rajoni']),
    'articles/b.md': story('Council', '2025-03-02', 'It spoke of the bridge and of roads.'),
    'articles/c.md': story('Bridges of the region', '2025-03-03', 'Many.'),
    'articles/d.md': story('Kosovës <b>&</b> "Evropës"', '2025-03-04', 'Vučić. Вучић. &lt;i&gt;'),
    'articles/g.md': story('Earthquake', '2025-03-04', 'Of 6.4, and 66 hurt.', ['slug: quake']),
    'articles/e.md': story('Titulli', '2025-03-05', 'Fjala.', ['lang: sq']),
    'articles/f.md': story('Auf Deutsch', '2025-03-06', 'Wort.', ['lang: de']),
  };
}

describe.runIf(found)('a reader', () => {
  let browser: Browser;
  let server: http.Server;
  let made: Site;
  let origin = '';
  let asked: string[] = [];
  let broken: RegExp | null = null;

  beforeAll(async () => {
    made = site(files()).at('2026-11-23T12:00:00Z').build().exits(0);
    const there = new Set(made.outputs());
    server = http.createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://x');
      const out = decodeURIComponent(
        pathname.replace(/^\/paper\//, '').replace(/(^|\/)$/, '$1index.html'),
      );
      asked.push(out);
      const isThere = there.has(out) && broken?.test(out) !== true;
      response.statusCode = isThere ? 200 : 404;
      for (const [name, value] of securityHeaders('safe')) response.setHeader(name, value);
      const types = {
        html: 'text/html',
        css: 'text/css',
        js: 'text/javascript',
        json: 'application/json',
      };
      const type = types[out.split('.').at(-1) as keyof typeof types];
      response.setHeader('content-type', `${type ?? 'application/octet-stream'}; charset=utf-8`);
      response.end(isThere ? made.files.read(`/site/dist/${out}`) : '');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  afterEach(() => {
    asked = [];
    broken = null;
  });

  /** Does something on the page of a search; any error of the page is one of the test. */
  async function searching<T>(
    words: string,
    work: (page: Page) => Promise<T>,
    { at = '/paper/search/', ...options }: BrowserContextOptions & { at?: string } = {},
  ): Promise<T> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`${origin}${at}?q=${encodeURIComponent(words)}`, {
        waitUntil: 'networkidle',
      });
      const result = await work(page);
      expect(errors).toEqual([]);
      return result;
    } finally {
      await context.close();
    }
  }

  const headlines = (page: Page) => page.locator('.found h3').allTextContents();
  const status = (page: Page) => page.locator('[role=status]').textContent();

  test('finds what has the word in its headline first, as it was typed before other forms', async () => {
    expect(await searching('Bridge', headlines)).toEqual([
      'The bridge is closed',
      'Bridges of the region',
      'Council',
    ]);
  });

  test('finds what has all words', async () => {
    expect(await searching('bridge roads', headlines)).toEqual(['Council']);
    expect(await searching('bridge nothing', headlines)).toEqual([]);
  });

  test('finds words with other endings, accents and letters', async () => {
    for (const words of ['kosova', 'KOSOVËS', 'evropa', 'Vucic', 'вучић'])
      expect(await searching(words, headlines), words).toEqual(['Kosovës & "Evropës"']);
  });

  test('sees when and where, and goes to the story', async () => {
    await searching('closed', async (page) => {
      expect(await page.locator('.found .section').textContent()).toBe('Rajoni');
      expect(await page.locator('.found time').getAttribute('datetime')).toBe(
        '2025-03-01T00:00:00+00:00',
      );
      expect(await page.title()).toBe('closed · Search · The Gazette');
      await page.locator('.found a').click();
      expect(new URL(page.url()).pathname).toBe('/paper/2025/03/01/a/');
    });
  });

  test('is told in which language a story is', async () => {
    await searching('wort', async (page) => {
      const card = page.locator('.found .card');
      expect(await card.getAttribute('lang')).toBe('de');
      // It may be written from the other side than the page.
      expect(await card.getAttribute('dir')).toBe('auto');
    });
  });

  test('finds the stories of the language of the page', async () => {
    expect(await searching('fjala', headlines)).toEqual([]);
    expect(await searching('fjala', headlines, { at: '/paper/sq/search/' })).toEqual(['Titulli']);
  });

  test('types into the page, and the words are in its address', async () => {
    await searching('', async (page) => {
      expect(asked.filter((out) => out.includes('_search'))).toEqual([]);
      await page.getByRole('searchbox').fill('council');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.locator('.found h3').first().waitFor();
      expect(await headlines(page)).toEqual(['Council']);
      expect(page.url()).toContain('?q=council');
    });
  });

  test('sees twenty stories, and is told of them', async () => {
    await searching('old', async (page) => {
      expect(await headlines(page)).toHaveLength(20);
      expect(await status(page)).toBe('Stories: 20');
      expect(asked.filter((out) => out.endsWith('stories.json'))).toHaveLength(1);
    });
  });

  test('looks further back, and is where there is more to read', async () => {
    await searching('old', async (page) => {
      const more = page.getByRole('button', { name: 'Look further back' });
      await more.dblclick();
      await page.locator('.found h3').nth(20).waitFor();
      const all = await headlines(page);
      expect(new Set(all).size).toBe(40);
      expect(await status(page)).toBe('Stories: 40');
      expect(await page.evaluate('document.activeElement.textContent')).toBe(all[20]);
      // Of what is there all can be reached, each once.
      for (let count = 60; await more.isVisible(); count += 20) {
        await more.click();
        await page.getByText(`Stories: ${Math.min(count, 301)}`).waitFor();
      }
      expect(new Set(await headlines(page)).size).toBe(301);
    });
  });

  test('stays where it is if there is no more, and may try again if it cannot be reached', async () => {
    await searching('rare', async (page) => {
      const more = page.getByRole('button', { name: 'Look further back' });
      broken = /_search\/2024-05\//;
      await more.click();
      await page.getByText('The search cannot be reached now.').waitFor();
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Look further back');
      broken = null;
      await more.click();
      await page.getByText('Stories: 20').waitFor();
      expect(await more.isVisible()).toBe(false);
      expect(await page.evaluate('document.activeElement.textContent')).toBe(
        (await headlines(page)).at(-1),
      );
    });
  });

  test('finds a digit that stands alone', async () => {
    expect(await searching('6.4', headlines)).toEqual(['Earthquake']);
    expect(await searching('6', headlines)).toEqual(['Earthquake', 'Old story 6']);
  });

  test('finds the only story of all years, and loads one file of each part for its word', async () => {
    expect(await searching('needle', headlines)).toEqual(['Old story 3']);
    const words = asked.filter((out) => /_search\/.*\/\d+\.json$/.test(out));
    expect(words).toHaveLength(11);
    expect(asked.filter((out) => out.endsWith('stories.json'))).toEqual([
      '_search/2024-01/stories.json',
    ]);
  });

  test('finds what has the eight longest of many words', async () => {
    const many = 'old year the needle story some hay stacks';
    expect(await searching(many, headlines)).toEqual(['Old story 3']);
    expect(await searching(`${many} x1 x2 x3`, headlines)).toEqual(['Old story 3']);
    expect(await searching(`${many} nothing`, headlines)).toEqual([]);
  });

  test('is told that there is nothing, and that the search cannot be reached', async () => {
    for (const words of ['zzzz', '?!', 'x'])
      expect(await searching(words, status), words).toBe('No story has all of these words.');
    broken = /parts\.json$/;
    expect(await searching('bridge', status)).toBe(
      'The search cannot be reached now. Please try again.',
    );
    broken = /2025\/0\.json$/;
    expect(await searching('bridge', status)).toBe(
      'The search cannot be reached now. Please try again.',
    );
  });

  test('may type HTML, and percent signs', async () => {
    for (const words of [
      '<img src=x onerror=alert(1)>',
      '%',
      '"><script>',
      '__proto__',
      'constructor',
    ])
      expect(await searching(words, status), words).toBe('No story has all of these words.');
  });

  test('without scripts is led to the list of all', async () => {
    await searching(
      'bridge',
      async (page) => {
        expect(await page.locator('main').innerText()).toContain('Searching needs a script');
        expect(await page.locator('noscript a, .found-none a').first().getAttribute('href')).toBe(
          '/paper/latest/',
        );
      },
      { javaScriptEnabled: false },
    );
  });
});
