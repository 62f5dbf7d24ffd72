/** The pages of the sample paper in a browser. Needs Chromium, which CI installs. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { site, story } from './rig.ts';
import { buildSample } from './sample.ts';

const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
const found = existsSync(executable);
if (!found && process.env.CI) throw new Error(`no Chromium at ${executable}`);
if (!found)
  console.warn(
    `The pages are not looked at: no Chromium at ${executable} (set CHROMIUM to its path).`,
  );

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

describe.runIf(found)('the sample paper in Chromium', () => {
  let browser: Browser;
  let origin: string;
  const out = buildSample();
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const file = path.join(out, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const exists = existsSync(file) && statSync(file).isFile();
    response.statusCode = exists ? 200 : 404;
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    response.end(exists ? readFileSync(file) : '');
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: executable,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  const pages = [
    '/',
    '/rajoni/',
    '/latest/',
    '/404.html',
    '/2023/09/26/tajani-kfor-kosovo-serbia-border/',
    '/sq/',
    '/sq/2024/01/01/kosova-pa-viza/',
    '/tags/kfor/',
    '/sections/',
    '/authors/',
  ];
  const screens = [
    { width: 320, height: 640 },
    { width: 390, height: 844 },
    { width: 1280, height: 900 },
  ];

  test.each(pages)(
    '%s loads whole, with one h1, and fits every screen',
    async (address) => {
      const page = await browser.newPage();
      const failed: string[] = [];
      page.on('response', (response) => {
        if (response.status() >= 400) failed.push(response.url());
      });
      page.on('pageerror', (error) => failed.push(error.message));
      for (const viewport of screens) {
        await page.setViewportSize(viewport);
        await page.goto(origin + address, { waitUntil: 'networkidle' });
        const seen = await page.evaluate(
          `({
          h1: document.querySelectorAll('h1').length,
          overflow: document.documentElement.scrollWidth - innerWidth,
          broken: [...document.images].filter((i) => i.loading !== 'lazy' && i.naturalWidth === 0).length,
        })`,
        );
        expect(seen, `${viewport.width}`).toEqual({ h1: 1, overflow: 0, broken: 0 });
      }
      expect(failed).toEqual([]);
      await page.close();
    },
    60_000,
  );

  test.each([390, 1280])(
    '"Latest news" of an old article becomes the newest without a shift, at %i',
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.addInitScript(`
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const one of list.getEntries()) window.shift += one.value;
        }).observe({ type: 'layout-shift', buffered: true });
      `);
      await page.goto(`${origin}/2022/11/23/licence-plates-deal/`, { waitUntil: 'networkidle' });
      const first = () => page.locator('.rail li').first().textContent();
      expect(await first()).toContain('16 May 2025');
      expect(await page.evaluate('window.shift')).toBe(0);
      await page.close();

      const without = await browser.newContext({ javaScriptEnabled: false });
      const still = await without.newPage();
      await still.goto(`${origin}/2022/11/23/licence-plates-deal/`);
      expect(await still.locator('.rail li').first().textContent()).toContain('2022');
      await without.close();
    },
    60_000,
  );

  test.each([320, 1280])(
    'a logo that is a drawing without a size is seen, at %i',
    async (width) => {
      const paper = site({
        'site.yaml': 'title: Gazeta\ntheme: {logo: /logo.svg}\n',
        'articles/a.md': story('A', '2026-11-20'),
        'public/logo.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><title>G</title><path d="M0 0h300v60z"/></svg>',
      })
        .build()
        .exits(0);
      const page = await browser.newPage({ viewport: { width, height: 600 } });
      await page.route('**/*', (route) => {
        const { pathname } = new URL(route.request().url());
        const name = pathname === '/' ? 'index.html' : pathname.slice(1);
        return route.fulfill({
          contentType: TYPES[path.extname(name)] ?? 'font/woff2',
          body: paper.read(name),
        });
      });
      await page.goto('http://paper.example/', { waitUntil: 'networkidle' });
      const box = await page.locator('.nameplate img').boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(48);
      expect(Math.round((box?.width ?? 0) / (box?.height ?? 1))).toBe(5);
      await page.close();
    },
    60_000,
  );

  test('the keyboard reaches the content first', async () => {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.keyboard.press('Tab');
    const focused = await page.evaluate('document.activeElement.getAttribute("href")');
    expect(focused).toBe('#_main');
    await page.close();
  }, 60_000);
});
