/** `gazeta dev` in a browser: writing, breaking, mending, and the paper at another moment. Needs Chromium, which CI installs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT, story } from './rig.ts';

const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
const found = existsSync(executable);
if (!found && process.env.CI) throw new Error(`no Chromium at ${executable}`);
if (!found)
  console.warn(
    `gazeta dev is not looked at: no Chromium at ${executable} (set CHROMIUM to its path).`,
  );

/** A text that is longer than any screen. */
const LONG = Array.from({ length: 80 }, (_, at) => `Paragraph ${at}, of some length.`).join('\n\n');
const TEXT = `${LONG}\n\nThe end.`;

/** Starts `gazeta dev` and gives its address. */
async function started(folder: string, ...args: string[]) {
  const child = spawn('node', [`${ROOT}/bin/gazeta.js`, 'dev', '--site', folder, ...args]);
  let told = '';
  const url = await new Promise<string>((resolve, reject) => {
    const heard = (bytes: Buffer) => {
      told += bytes;
      const match = /^(http\S+) .*[\s\S]*Watching/m.exec(told);
      if (match !== null) resolve(match[1] ?? '');
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${told}`)));
  });
  return { child, url, told: () => told };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM') {
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.kill(signal);
  return exit;
}

describe.runIf(found)('gazeta dev', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gazeta-dev-'));
  const write = (name: string, text: string | Uint8Array) => {
    mkdirSync(path.dirname(`${folder}/${name}`), { recursive: true });
    writeFileSync(`${folder}/${name}`, text);
  };
  let browser: Browser;
  let page: Page;
  let server: Awaited<ReturnType<typeof started>>;
  const address = () => `${server.url}2026/11/20/bridge/`;

  beforeAll(async () => {
    write('site.yaml', 'title: Paper\nlanguage: en\ntimezone: UTC\nurl: https://example.org/\n');
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', TEXT));
    write('articles/later.md', story('Under embargo', '2126-11-20T06:00'));
    server = await started(folder, '--port', '0');
    browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    expect(await ended(server.child)).toBe(0);
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(address());
    await page.locator('gazeta-desk aside').waitFor();
  });

  const alert = () => page.locator('gazeta-desk [role=alertdialog]');

  test('an edit shows in place, without a reload and where one reads', async () => {
    await page.evaluate('window.isTheSame = true; scrollTo(0, 900)');
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', `${TEXT}\n\nOne more line.`));
    await page.getByText('One more line.').waitFor();
    expect(await page.evaluate('[window.isTheSame, scrollY]')).toEqual([true, 900]);
    write('articles/bridge.md', story('Bridge is open', '2026-11-20', TEXT));
    await page.getByRole('heading', { name: 'Bridge is open', level: 1 }).waitFor();
    await expect.poll(() => page.title()).toContain('Bridge is open');
    expect(await page.getByText('One more line.').count()).toBe(0);
    expect(await page.evaluate('[window.isTheSame, scrollY]')).toEqual([true, 900]);
  }, 30_000);

  test('what is broken is told over the page, and goes when it is mended', async () => {
    await page.evaluate('window.isTheSame = true; scrollTo(0, 900)');
    write('articles/bridge.md', story('Bridge opens', '2026-02-30', TEXT));
    await alert().waitFor();
    const text = await alert().innerText();
    expect(text).toContain('articles/bridge.md:3:7 error article/date: "2026-02-30"');
    expect(text).toContain('3 | date: 2026-02-30');
    expect(await alert().getByRole('link').first().getAttribute('href')).toBe(
      `vscode://file${folder}/articles/bridge.md:3:7`,
    );
    expect(await page.getByText('The end.').count()).toBe(1);
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', `${TEXT}\n\nMended.`));
    await alert().waitFor({ state: 'hidden' });
    await page.getByText('Mended.').waitFor();
    expect(await page.evaluate('[window.isTheSame, scrollY]')).toEqual([true, 900]);
    expect(server.told()).toContain('Mended.');
  }, 30_000);

  test('it can be put away with the keyboard, and comes again with the next error', async () => {
    write('articles/bridge.md', 'no front matter');
    await alert().waitFor();
    await page.keyboard.press('Escape');
    await alert().waitFor({ state: 'hidden' });
    write('articles/bridge.md', 'still none');
    await alert().waitFor();
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', TEXT));
    await alert().waitFor({ state: 'hidden' });
  }, 30_000);

  test('a style sheet changes without a reload', async () => {
    await page.evaluate('window.isTheSame = true');
    write('templates/assets/article.css', 'h1 { color: rgb(1, 2, 3) }');
    const color = () => page.evaluate('getComputedStyle(document.querySelector("h1")).color');
    await expect.poll(color, { timeout: 10_000 }).toBe('rgb(1, 2, 3)');
    expect(await page.evaluate('window.isTheSame')).toBe(true);
    rmSync(`${folder}/templates`, { recursive: true });
    await expect.poll(color, { timeout: 10_000 }).not.toBe('rgb(1, 2, 3)');
  }, 30_000);

  test('the slider moves past an embargo, and back', async () => {
    await page.goto(server.url);
    const bar = page.locator('gazeta-desk aside');
    await bar.getByRole('button', { name: /^Gazeta/ }).click();
    const embargoed = page.getByRole('link', { name: 'Under embargo' });
    expect(await embargoed.count()).toBe(0);
    const slider = bar.getByRole('slider');
    await slider.focus();
    const said = bar.locator('output');
    for (let step = 0; step < 5 && !(await said.innerText()).includes('is published'); step++)
      await page.keyboard.press('ArrowRight');
    await embargoed.first().waitFor();
    await embargoed.first().click();
    await page.waitForURL('**/2126/11/20/later/');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Under embargo');
    await bar.getByRole('button', { name: 'Now' }).click();
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).innerText())
      .not.toBe('Under embargo');
  }, 30_000);

  test('a moment can be typed, digit by digit', async () => {
    const field = page.locator('gazeta-desk input[type=datetime-local]');
    if (!(await field.isVisible()))
      await page
        .locator('gazeta-desk')
        .getByRole('button', { name: /^Gazeta/ })
        .click();
    await field.focus();
    for (const key of '01052127') await page.keyboard.press(key);
    expect(await field.inputValue()).toMatch(/^2127-01-05T/);
    await page.keyboard.press('Enter');
    await page.locator('gazeta-desk output').getByText('2127-01-05').waitFor();
    await page.locator('gazeta-desk').getByRole('button', { name: 'Now' }).click();
    await page.locator('gazeta-desk output').getByText('the clock').waitFor();
  }, 30_000);

  test('what readers and scripts did stays; "Latest news" is current; an iframe has no bar', async () => {
    const fold = (text: string) =>
      `${TEXT}\n\n<details><summary>More</summary><p>${text}</p></details>`;
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', fold('One.')));
    await page.getByText('More').waitFor();
    await page.evaluate(
      'document.querySelector("details").open = true; document.documentElement.dataset.theme = "dark"',
    );
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', fold('Two.')));
    await page.getByText('Two.').waitFor();
    expect(
      await page.evaluate(
        '[document.querySelector("details").open, document.documentElement.dataset.theme]',
      ),
    ).toEqual([true, 'dark']);
    write('articles/newest.md', story('The newest of all', '2026-11-21'));
    await page.locator('ol.headlines').getByText('The newest of all').waitFor();
    write('articles/newest.md', story('Another headline', '2026-11-21'));
    await page.locator('ol.headlines').getByText('Another headline').waitFor();
    await page.evaluate(
      'new Promise((done) => { const one = document.createElement("iframe"); one.src = "/"; one.onload = done; document.body.append(one); })',
    );
    await page.frames()[1]?.waitForTimeout(500);
    expect(await page.frames()[1]?.locator('gazeta-desk').count()).toBe(0);
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', TEXT));
  }, 30_000);

  test('a style sheet and a picture of public/ change in place', async () => {
    write('public/own.css', 'h2 { color: rgb(1, 1, 1) }');
    const there = async () => (await fetch(`${server.url}own.css`)).status;
    await expect.poll(there, { timeout: 10_000 }).toBe(200);
    await page.evaluate('window.isTheSame = true');
    await page.evaluate(
      'const one = document.createElement("link"); one.rel = "stylesheet"; one.href = "/own.css"; document.head.append(one)',
    );
    write('public/own.css', 'h2 { color: rgb(7, 7, 7) }');
    await expect
      .poll(() => page.locator('link[href*="own.css"]').getAttribute('href'), { timeout: 10_000 })
      .toContain('look=');
    expect(await page.evaluate('window.isTheSame')).toBe(true);
  }, 30_000);

  test('the sizes of a picture change in place, whatever its name', async () => {
    const picture = (background: string) =>
      sharp({ create: { width: 1000, height: 600, channels: 3, background } })
        .png()
        .toBuffer();
    const text = `![A](</a, b.png>)\n\n${TEXT}`;
    write('public/a, b.png', await picture('#c00'));
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', text));
    const image = page.locator('main img[srcset]');
    await image.waitFor();
    await page.evaluate('window.isTheSame = true');
    const seen = async (): Promise<unknown[]> =>
      page.evaluate(`(async () => {
        const one = document.querySelector('main img[srcset]');
        await one.decode();
        const drawing = document.createElement('canvas').getContext('2d');
        drawing.drawImage(one, 0, 0, 1, 1);
        const [red, , blue] = drawing.getImageData(0, 0, 1, 1).data;
        return [one.currentSrc.includes('.webp'), red > blue ? 'red' : 'blue'];
      })()`);
    expect(await seen()).toEqual([true, 'red']);
    write('public/a, b.png', await picture('#00c'));
    await expect.poll(() => seen().catch(() => null), { timeout: 10_000 }).toEqual([true, 'blue']);
    expect(await page.evaluate('window.isTheSame')).toBe(true);
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', TEXT));
  }, 30_000);

  test('a page that was open while the preview was started again is current', async () => {
    const port = new URL(server.url).port;
    expect(await ended(server.child)).toBe(0);
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', `${TEXT}\n\nMeanwhile.`));
    server = await started(folder, '--port', port);
    await page.getByText('Meanwhile.').waitFor({ timeout: 20_000 });
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', TEXT));
  }, 40_000);

  test('a page comes to life also where the preview went as it was loaded', async () => {
    await page.route('**/_gazeta/page?*', (route) => route.abort(), { times: 1 });
    await page.route('**/_gazeta/events?*', (route) => route.fulfill({ status: 502 }), {
      times: 1,
    });
    await page.reload();
    await page.waitForTimeout(300);
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', `${TEXT}\n\nMeanwhile.`));
    await page.getByText('Meanwhile.').waitFor({ timeout: 20_000 });
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', TEXT));
  }, 40_000);

  test('the home page is followed below another path', async () => {
    await page.goto(server.url);
    await page.locator('gazeta-desk aside').waitFor();
    const settings = 'title: Paper\nlanguage: en\ntimezone: UTC\nurl: https://example.org/';
    write('site.yaml', `${settings}news/\n`);
    await page.waitForURL('**/news/');
    write('site.yaml', `${settings}\n`);
    await page.waitForTimeout(1000);
  }, 30_000);

  test('an article that gets another address is followed', async () => {
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', TEXT, ['slug: the-bridge']));
    await page.waitForURL('**/2026/11/20/the-bridge/');
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', TEXT));
    await page.waitForURL('**/2026/11/20/bridge/');
  }, 30_000);

  test('five hundred files at once, half-saved files and what editors leave behind', async () => {
    for (let at = 0; at < 500; at++)
      write(`articles/many/${at}.md`, story(`Many ${at}`, '2026-11-19'));
    await expect
      .poll(async () => (await fetch(`${server.url}2026/11/19/499/`)).status, { timeout: 20_000 })
      .toBe(200);
    write('articles/.bridge.md.swp', 'x');
    write('articles/bridge.md~', 'x');
    write('articles/bridge.md', '');
    write('articles/bridge.md', story('Bridge opens', '2026-11-20', `${TEXT}\n\nWhole.`));
    await page.getByText('Whole.').waitFor();
    expect(await alert().isVisible()).toBe(false);
    rmSync(`${folder}/articles/many`, { recursive: true });
    await expect
      .poll(async () => (await fetch(`${server.url}2026/11/19/499/`)).status, { timeout: 20_000 })
      .toBe(404);
  }, 60_000);

  test('a second one takes the next port; both show the paper', async () => {
    const port = new URL(server.url).port;
    const second = await started(folder, '--port', port);
    expect(second.url).not.toBe(server.url);
    expect(second.told()).toContain(`Port ${port} is taken`);
    expect((await fetch(second.url)).status).toBe(200);
    expect(await ended(second.child)).toBe(0);
  }, 30_000);

  test('a folder without a paper is told as that', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'gazeta-dev-'));
    const { child, told } = await started(empty, '--port', '0');
    expect(told()).toMatch(/^http:\S+ {2}nothing to show yet, read in /);
    expect(told()).toContain('error site/articles: there is no folder');
    expect(await ended(child)).toBe(0);
    rmSync(empty, { recursive: true });
  });

  test('it ends with the window of its terminal', async () => {
    expect(await ended((await started(folder, '--port', '0')).child, 'SIGHUP')).toBe(0);
  });

  test('a page of another site cannot read it by a name of its own', async () => {
    const { hostname, port } = new URL(server.url);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) =>
      request({ hostname, port, headers: { host: 'evil.example' } }, ({ statusCode }) =>
        resolve(statusCode),
      ).end(),
    );
    expect(status).toBe(403);
  });
});
