/**
 * The editor at /admin/, driven in a browser as an editor of the paper would: real files of a paper, Sveltia CMS as it is
 * installed, and the headers that a host is told. Needs Chromium, which CI installs.
 *
 * "Work with Local Repository" asks for a folder in a window of the system, which nobody can open here. In its place
 * stands a folder of the Origin Private File System, which has the same interface (File System Standard, whatwg):
 * filled with the files of the paper, and read back. All else is as in a browser on a desk.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeFiles } from '../src/base/files.ts';
import type { Instant } from '../src/base/instant.ts';
import { slugify } from '../src/base/slug.ts';
import { build } from '../src/build.ts';
import { unresized } from '../src/output/resize.ts';
import { ROOT, readFolder } from './rig.ts';

const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
const found = existsSync(executable);
if (!found && process.env.CI) throw new Error(`no Chromium at ${executable}`);
if (!found)
  console.warn(
    `The editor is not driven: no Chromium at ${executable} (set CHROMIUM to its path).`,
  );

const SETTINGS = `title: Gazeta e Provës
language: sq
languages: [sq, en]
timezone: Europe/Belgrade
url: https://paper.example
host: cloudflare-pages
sections: [{name: Rajoni, aliases: [Vendi]}, Bota]
fields: {summary: [summary, deck]}
admin: true
`;

const AUTHOR = '---\nname: Arta Berisha\n---\n';

const UNUSUAL = `---
# Written by hand.
title: "Qen: roje"   # the headline
wordpress_id: 0012
date: 2026-11-20 10:15:00 +0100
category: [vendi, Arkiv]
tags: qentë, 2024
photo-desk: {seen: yes, by: [Arta, "B: C"], when: 2026-11-19}
deck: >-
  Një përmbledhje
  në dy rreshta
corrections:
  - {date: 2026-11-21, text: "Qeni ishte i zi.", by: desk}
zz_first: |
  kept
aa_last: ~
---

Paragrafi i *parë*, me një [lidhje](https://paper.example/).

<p class="pull-quote">Një thënie.</p>

* një
* dy
`;

const IMPRINT = `---
title: Imprint   # by law
tags: [not, read]
aliases: /legal/
---
Who answers for  
the paper.
`;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** Puts files into the folder that the editor is given, or reads all that are there; runs in the page. */
const FOLDER = `(async (written) => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('paper', { create: true });
  await root.getDirectoryHandle('.git', { create: true });
  for (const [name, text] of Object.entries(written)) {
    const parts = name.split('/');
    let folder = root;
    for (const part of parts.slice(0, -1))
      folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
  const files = {};
  const read = async (folder, before) => {
    for await (const [name, handle] of folder.entries()) {
      if (name === '.git') continue;
      if (handle.kind === 'directory') await read(handle, before + name + '/');
      else files[before + name] = await (await handle.getFile()).text();
    }
  };
  await read(root, '');
  return files;
})`;

const PICKER = `window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('paper', { create: true });`;

describe.runIf(found)('the editor in Chromium', () => {
  const site = mkdtempSync(path.join(tmpdir(), 'gazeta-admin-'));
  const out = `${site}/dist`;
  const asked: string[] = [];
  let browser: Browser;
  let page: Page;
  let origin: string;
  let policy = '';

  const write = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(`${site}/${name}`), { recursive: true });
      writeFileSync(`${site}/${name}`, text);
    }
  };
  const publish = (now: number) =>
    build({
      files: nodeFiles(),
      site,
      out: null,
      theme: `${ROOT}/templates`,
      store: null,
      now: now as Instant,
      drafts: false,
      takeover: 'refuse',
      purpose: 'publish',
      allowRemovals: false,
      cache: true,
      verify: false,
      version: 'test',
      trace: null,
      jobs: 1,
      worker: null,
      resize: unresized,
    });
  /** All files of the folder that the editor works in, after some were put there. */
  const folder = (files: Readonly<Record<string, string>> = {}) =>
    page.evaluate(`${FOLDER}(${JSON.stringify(files)})`) as Promise<Record<string, string>>;
  const save = async () => {
    const before = JSON.stringify(await folder());
    await page.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(async () => JSON.stringify(await folder()), { timeout: 15_000 })
      .not.toBe(before);
    return folder();
  };

  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const file = path.join(out, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const exists = existsSync(file) && statSync(file).isFile();
    response.statusCode = exists ? 200 : 404;
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    if (pathname.startsWith('/admin/')) response.setHeader('content-security-policy', policy);
    response.end(exists ? readFileSync(file) : '');
  });

  beforeAll(async () => {
    write({
      'site.yaml': SETTINGS,
      'authors/arta.md': AUTHOR,
      'articles/rajoni/2026-11-20-unusual.md': UNUSUAL,
      'articles/2026/toml.md': '+++\ntitle = "T"\ndate = 2026-11-19T10:00:00\n+++\nText.\n',
    });
    expect(publish(Date.now()).diagnostics).toEqual([]);
    const rule = readFileSync(`${out}/_headers`, 'utf8').split('\n/admin/*\n')[1] ?? '';
    policy = /^ {2}Content-Security-Policy: (.*)$/m.exec(rule)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: executable,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    });
    // Far from the paper, whose zone counts all the same.
    const context = await browser.newContext({
      viewport: { width: 1400, height: 1000 },
      timezoneId: 'America/New_York',
      locale: 'en-US',
    });
    context.on('request', (request) => asked.push(request.url()));
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.addInitScript(PICKER);
    await page.goto(`${origin}/admin/`);
    const files = Object.entries(readFolder(site)).filter(([name]) =>
      /^(?:articles|authors)\//.test(name),
    );
    const decoder = new TextDecoder();
    await folder(Object.fromEntries(files.map(([name, bytes]) => [name, decoder.decode(bytes)])));
    await page.getByRole('button', { name: 'Work with Local Repository' }).click();
    await page.getByRole('button', { name: 'New' }).waitFor();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server.close();
    rmSync(site, { recursive: true });
  });

  test('an article of another hand keeps every letter that was not changed', async () => {
    const file = 'articles/rajoni/2026-11-20-unusual.md';
    const open = async () => {
      await page.evaluate(
        `location.hash = '#/collections/articles/entries/rajoni/2026-11-20-unusual'`,
      );
      await page.getByRole('textbox', { name: 'Title' }).waitFor();
    };
    await open();
    expect(await page.getByRole('radio', { name: 'Rajoni' }).isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Date' }).inputValue()).toBe('2026-11-20T10:15');
    await page.getByRole('textbox', { name: 'Title' }).fill('Qen: roje e re');
    let text = UNUSUAL.replace('"Qen: roje"', '"Qen: roje e re"');
    expect((await save())[file]).toBe(text);

    await open();
    await page.getByRole('textbox', { name: 'Summary' }).fill('Shkurt.');
    await page.getByRole('switch', { name: 'Flash News' }).click();
    text = text
      .replace('>-\n  Një përmbledhje\n  në dy rreshta', 'Shkurt.')
      .replace('tags: qentë, 2024', 'tags: [flash-news, qentë, "2024"]');
    const files = await save();
    expect(files[file]).toBe(text);
    // What it cannot edit it leaves alone.
    expect(files['articles/2026/toml.md']).toBe(
      readFileSync(`${site}/articles/2026/toml.md`, 'utf8'),
    );
  }, 60_000);

  test('an article that is written there stands on the front', async () => {
    const headline = 'Ura në Banjskë: “hapet” sot';
    await page.evaluate(`location.hash = '#/collections/articles/new'`);
    await page.getByRole('textbox', { name: 'Title' }).fill(headline);
    await page.getByRole('radio', { name: 'Rajoni' }).click();
    await page.getByRole('switch', { name: 'Flash News' }).click();
    await page.getByRole('checkbox', { name: 'Arta Berisha' }).click();
    await page.getByRole('textbox', { name: 'Text' }).click();
    await page.keyboard.type('Paragrafi i **parë**.');
    expect(await page.getByRole('switch', { name: 'Draft' }).isChecked()).toBe(true);
    await page.getByRole('switch', { name: 'Draft' }).click();
    const before = await folder();
    const files = await save();
    const [made = '', ...others] = Object.keys(files).filter((name) => !(name in before));
    expect(others).toEqual([]);
    const day = /date: (\S{10})T\d\d:\d\d\+01:00\n|date: (\S{10})T\d\d:\d\d\+02:00\n/.exec(
      files[made] ?? '',
    );
    expect(made).toBe(`articles/${day?.[1] ?? day?.[2]}-${slugify(headline)}.md`);
    expect(files[made]?.replace(/date: .*/, 'date: …')).toBe(`---
title: "Ura në Banjskë: “hapet” sot"
date: …
section: Rajoni
tags: [flash-news]
authors: [arta]
---

Paragrafi i **parë**.
`);

    write(files);
    const { diagnostics, changes } = publish(Date.now() + 60_000);
    expect(diagnostics).toEqual([]);
    expect(changes?.written.filter((name) => name.startsWith('admin/'))).toEqual([]);
    for (const front of ['index.html', 'rajoni/index.html'])
      expect(readFileSync(`${out}/${front}`, 'utf8')).toContain(headline);
    await page.goto(`${origin}/`);
    expect(await page.locator('.strip').innerText()).toContain(headline);
  }, 60_000);

  test('a page is written without a date, and the first one makes the folder', async () => {
    // The browser knows the folder by now.
    await page.goto(`${origin}/admin/`);
    await page.getByRole('button', { name: 'New' }).waitFor();
    await page.evaluate(`location.hash = '#/collections/pages/new'`);
    await page.getByRole('textbox', { name: 'Title' }).fill('Rreth nesh: redaksia');
    await page.getByRole('textbox', { name: 'Text' }).click();
    await page.keyboard.type('Kush jemi.');
    const before = await folder();
    const files = await save();
    expect(Object.keys(files).filter((name) => !(name in before))).toEqual([
      'pages/rreth-nesh-redaksia.md',
    ]);
    expect(files['pages/rreth-nesh-redaksia.md']).toBe(
      '---\ntitle: "Rreth nesh: redaksia"\n---\n\nKush jemi.\n',
    );
    write(files);
    expect(publish(Date.now() + 120_000).diagnostics).toEqual([]);
    expect(readFileSync(`${out}/rreth-nesh-redaksia/index.html`, 'utf8')).toContain('Kush jemi.');
  }, 60_000);

  test('a page of another language is mended, and another one is made', async () => {
    const file = 'pages/en/imprint.md';
    await folder({ [file]: IMPRINT });
    await page.goto(`${origin}/`);
    await page.goto(`${origin}/admin/`);
    await page.getByRole('button', { name: 'New' }).waitFor();
    await page.evaluate(`location.hash = '#/collections/pages/entries/en/imprint'`);
    await page.getByRole('textbox', { name: 'Title' }).fill('Legal notice');
    const text = IMPRINT.replace('Imprint', 'Legal notice');
    expect((await save())[file]).toBe(text);

    await page.evaluate(`location.hash = '#/collections/pages/new'`);
    await page.getByRole('textbox', { name: 'Title' }).fill('Legal notice');
    await page.getByRole('switch', { name: 'Draft' }).click();
    await page.getByRole('radio', { name: 'en', exact: true }).click();
    const files = await save();
    expect(files['pages/legal-notice.md']).toBe(
      '---\ntitle: Legal notice\nlang: en\ndraft: true\n---\n',
    );
    expect(files[file]).toBe(text);
  }, 60_000);

  test('it speaks the language of the browser', async () => {
    const context = await browser.newContext({ locale: 'de-DE' });
    context.on('request', (request) => asked.push(request.url()));
    const german = await context.newPage();
    await german.goto(`${origin}/admin/`);
    await german.getByRole('button', { name: 'Mit lokalem' }).waitFor();
    await context.close();
  }, 60_000);

  test('nobody else is asked for anything', () => {
    expect(asked.length).toBeGreaterThan(50);
    const own = (url: string) => url.startsWith(`${origin}/`) || /^(?:blob|data):/.test(url);
    expect(asked.filter((url) => !own(url))).toEqual([]);
  });

  test('what is not on this computer is told so without a back end', async () => {
    const elsewhere = await browser.newPage();
    await elsewhere.route('http://paper.example/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
      await route.fulfill({ path: out + name, contentType: TYPES[path.extname(name)] ?? '' });
    });
    await elsewhere.goto('http://paper.example/admin/', { waitUntil: 'networkidle' });
    expect(await elsewhere.locator('body').innerText()).toMatch(/^This editor has no back end/);
    expect(await elsewhere.locator('#nc-root > *').count()).toBe(0);
    await elsewhere.close();
  }, 60_000);
});
