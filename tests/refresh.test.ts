/** The script that brings the latest headlines up to date, in a browser. Needs Chromium, which CI installs. */
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stylesheet } from '../src/render/stylesheets.ts';
import { ROOT, readFolder } from './rig.ts';

const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
const found = existsSync(executable);
if (!found && process.env.CI) throw new Error(`no Chromium at ${executable}`);
if (!found)
  console.warn(
    `Headlines are not refreshed: no Chromium at ${executable} (set CHROMIUM to its path).`,
  );

const SCRIPT = readFileSync(new URL('../templates/assets/refresh.js', import.meta.url), 'utf8');
const THEME = stylesheet('assets/site.css', {
  sources: new Map(
    Object.entries(readFolder(`${ROOT}/templates`))
      // Without its typeface, which is not served here.
      .filter(([name]) => name.endsWith('.css') && !name.endsWith('fonts.css'))
      .map(([file, body]) => [file, { file, source: new TextDecoder().decode(body) }]),
  ),
  addressOf: () => null,
  fromRoot: (path) => path,
}).css;

/** The strictest policy that a paper may have. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types gazeta',
].join('; ');

/** Themes other than ours: margins that collapse through the list, columns, boxes sized otherwise. */
const STYLES: Readonly<Record<string, string>> = {
  '/theme.css': THEME,
  '/margins.css': 'li { margin: 1rem 0 } p { margin: 2rem 0 }',
  '/content-box.css':
    '.rail { max-width: 20rem } ol { padding: 1rem } li { box-sizing: content-box; padding: 7px; border: 3px solid }',
  '/columns.css': 'ol { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem }',
};

const FRAGMENT = '/paper/_fragments/latest.html';
const HERE = '/paper/2026/11/23/here/';

type Item = readonly [slug: string, headline: string];

const item = ([slug, headline]: Item) =>
  `<li><a href="/paper/2026/11/23/${slug}/">${headline}</a> <time datetime="2026-11-23T09:00:00+01:00">23 November 2026</time></li>`;
const ol = (items: readonly Item[]) =>
  `<ol class="headlines">\n${items.map(item).join('\n')}\n</ol>`;

const OLD: readonly Item[] = [
  ['bridge', 'The bridge is open again'],
  ['budget', 'Parliament passes the budget after a long night'],
  ['school', 'Schools close for a week'],
  ['river', 'The river rises'],
  ['trial', 'Trial of the former minister begins in the capital'],
];
const NEW: readonly Item[] = [
  ['here', 'The article itself'],
  ['vote', 'The vote is counted'],
  ['bridge', 'The bridge is open'],
  ['budget', 'Parliament has passed the budget'],
  ['school', 'Schools close'],
  ['river', 'The river'],
];
const LONG: readonly Item[] = NEW.map(([slug, headline]) => [
  slug,
  `${headline}, ${'and much more has happened since in every town of the region, '.repeat(2)}too`,
]);

const OLD_TEXTS = OLD.map(([, headline]) => headline);
const NEW_TEXTS = NEW.slice(1).map(([, headline]) => headline);

const box = (items: readonly Item[]) => `<div data-fragment="${FRAGMENT}">\n${ol(items)}\n</div>`;

const article = (content: string, style = '/theme.css') => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Here</title>
<link rel="stylesheet" href="${style}">
<script src="/_assets/refresh.1a2b3c4d.js" defer></script>
</head>
<body>
<div class="with-rail">
<main><p>An article.</p></main>
<aside class="rail">
<h2>Latest news</h2>
${content}
<p class="all"><a href="/paper/latest/">All the latest news</a></p>
</aside>
</div>
<footer><p>What stands below. <a href="/paper/imprint/">Imprint</a></p></footer>
</body>
</html>`;

type Answer = (response: http.ServerResponse) => void;

const answer =
  (body: string, type = 'text/html; charset=utf-8', status = 200): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': type }).end(body);

/** Lets a test be hidden, and move the clock. Headless Chromium shows every tab, also those behind. */
const WORLD = `
  let visibility = 'visible';
  let later = 0;
  const now = Date.now;
  Date.now = () => now() + later;
  Object.defineProperty(document, 'visibilityState', { get: () => visibility });
  Object.defineProperty(document, 'hidden', { get: () => visibility === 'hidden' });
  window.skip = (seconds) => void (later += seconds * 1000);
  window.become = (state) => {
    visibility = state;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  };
`;

test('the script costs a reader a kilobyte and a half at most', () => {
  expect(gzipSync(SCRIPT, { level: 9 }).length).toBeLessThanOrEqual(1536);
});

describe.runIf(found)('headlines in Chromium', () => {
  let browser: Browser;
  let origin: string;
  let content: string;
  let policy: string | null;
  let fragment: Answer;
  let requested: string[];
  /** The page of a test names it, so that what an earlier test set off counts for that one. */
  let turn = 0;
  let waiting = 0;
  let gate: Promise<void>;
  let open: () => void;
  const pages: Page[] = [];
  const complaints: string[] = [];

  const server = http.createServer(async (request, response) => {
    const address = request.url ?? '/';
    if (address !== FRAGMENT || request.headers.referer?.endsWith(`?${turn}`))
      requested.push(address);
    if (policy !== null) response.setHeader('content-security-policy', policy);
    if (address === FRAGMENT) {
      waiting++;
      response.on('close', () => waiting--);
      await gate;
      fragment(response);
    } else if (address.endsWith('.css')) answer(STYLES[address] ?? '', 'text/css')(response);
    else if (address.endsWith('.js')) answer(SCRIPT, 'text/javascript')(response);
    else if (address === '/favicon.ico') response.writeHead(204).end();
    else answer(content)(response);
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: executable,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    });
  }, 60_000);

  beforeEach(() => {
    content = article(box(OLD));
    policy = POLICY;
    fragment = answer(ol(NEW));
    requested = [];
    turn++;
    gate = Promise.resolve();
    open = () => {};
    complaints.length = 0;
  });

  afterEach(async () => {
    open();
    for (const page of pages.splice(0)) await page.context().close();
  });

  afterAll(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
  });

  /** The fragment is answered when the test says `open()`. */
  const shut = () => {
    gate = new Promise<void>((resolve) => {
      open = resolve;
    });
  };

  const visit = async (options: BrowserContextOptions = {}, before = '') => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    pages.push(page);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // Chromium itself notes each request that failed.
      if (!/^Failed to load resource/.test(message.text())) complaints.push(message.text());
    });
    await context.addInitScript(WORLD + before);
    await page.goto(`${origin}${HERE}?${turn}`);
    return page;
  };

  const texts = (page: Page) => page.locator('.headlines a').allTextContents();
  const asked = () => requested.filter((address) => address === FRAGMENT).length;
  const refreshed = (page: Page) => page.locator('.headlines a[href$="/vote/"]').first().waitFor();
  const become = (page: Page, state: string) => page.evaluate(`become('${state}')`);
  const skip = (page: Page, seconds: number) => page.evaluate(`skip(${seconds})`);

  /** Waits until a request, if there was one, has come, been answered and had its effect. */
  const quiet = async (page: Page) => {
    const pause = 'new Promise((done) => requestAnimationFrame(() => setTimeout(done, 120)))';
    await page.evaluate(pause);
    await expect.poll(() => waiting).toBe(0);
    await page.evaluate(pause);
  };

  test('become the current ones, as many as there were, without the article itself', async () => {
    const page = await visit();
    await refreshed(page);
    expect(await texts(page)).toEqual(NEW_TEXTS);
    expect(await page.locator('.headlines > li').first().innerHTML()).toBe(
      '<a href="/paper/2026/11/23/vote/">The vote is counted</a> <time datetime="2026-11-23T09:00:00+01:00">23 November 2026</time>',
    );
    expect(await page.locator('[data-fragment] > ol.headlines').count()).toBe(1);
    expect(asked()).toBe(1);
    expect(complaints).toEqual([]);
  }, 60_000);

  test('are cut to as many as there were, where the article is not among them', async () => {
    // There would be room for more: the old ones were long.
    content = article(box(LONG.slice(2, 4)));
    fragment = answer(ol([['vote', 'Vote'], ...OLD]));
    const page = await visit();
    await refreshed(page);
    expect(await texts(page)).toEqual(['Vote', ...OLD_TEXTS.slice(0, 1)]);
  }, 60_000);

  test('keep their language and direction', async () => {
    fragment = answer(
      '<ol class="headlines"><li lang="ar" dir="rtl"><a href="/paper/vote/" lang="en" dir="ltr">Vote</a> <time datetime="2026" lang="sq">2026</time></li></ol>',
    );
    const page = await visit();
    await refreshed(page);
    expect(
      await page.evaluate(
        "document.querySelector('.headlines').innerHTML.replace(/ style=\"[^\"]*\"/, '')",
      ),
    ).toBe(
      '<li lang="ar" dir="rtl"><a lang="en" dir="ltr" href="/paper/vote/">Vote</a> <time lang="sq" datetime="2026">2026</time></li>',
    );
  }, 60_000);

  test('are fetched once for all lists of a page, and each list keeps its number', async () => {
    content = article(box(OLD) + box(OLD.slice(0, 2)));
    const page = await visit();
    await refreshed(page);
    await page.locator('[data-fragment]:nth-of-type(2) a[href$="/vote/"]').waitFor();
    expect(await texts(page)).toEqual([...NEW_TEXTS, ...NEW_TEXTS.slice(0, 2)]);
    expect(asked()).toBe(1);
  }, 60_000);

  test('need no trusted types', async () => {
    policy = "script-src 'self'; style-src 'self'";
    const page = await visit({}, 'delete window.trustedTypes;');
    await refreshed(page);
    expect(await texts(page)).toEqual(NEW_TEXTS);
    expect(complaints).toEqual([]);
  }, 60_000);

  test('that are the same are left alone', async () => {
    shut();
    fragment = answer(ol([['here', 'The article itself'], ...OLD]));
    const page = await visit();
    await page.evaluate(`
      window.changes = 0;
      new MutationObserver((records) => (window.changes += records.length)).observe(
        document, { subtree: true, childList: true, attributes: true, characterData: true });
    `);
    open();
    await quiet(page);
    expect(asked()).toBe(1);
    expect(await page.evaluate('changes')).toBe(0);
  }, 60_000);

  describe('do not move what is around them', () => {
    const shifts = (page: Page) =>
      page.evaluate<number>(`new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => done(sum), 100));
      })`);
    const places = (page: Page) =>
      page.evaluate(`['.headlines', '.all', 'footer'].map((name) => {
        const { x, y, width, height } = document.querySelector(name).getBoundingClientRect();
        return [x, y, width, height].map((n) => Math.round(n * 4) / 4);
      })`);
    const narrow = { width: 360, height: 1200 };
    const wide = { width: 1280, height: 900 };

    test('and the measure sees it when something moves', async () => {
      const page = await visit({ viewport: narrow });
      await refreshed(page);
      await page.evaluate("document.querySelector('.headlines').style.marginBottom = '9rem'");
      expect(await shifts(page)).toBeGreaterThan(0);
    }, 60_000);

    const news = { longer: LONG, shorter: NEW, fewer: NEW.slice(0, 3) };
    const sizes = ['longer', 'shorter', 'fewer'] as const;
    test.each(
      sizes.flatMap((which) => [
        { which, viewport: wide, style: '/theme.css' },
        ...Object.keys(STYLES).map((style) => ({ which, viewport: narrow, style })),
      ]),
    )(
      '$style, $viewport.width, $which',
      async ({ style, viewport, which }) => {
        shut();
        content = article(box(OLD), style);
        fragment = answer(ol(news[which]));
        const page = await visit({ viewport });
        const before = await places(page);
        open();
        await refreshed(page);
        await quiet(page);
        expect(await places(page)).toEqual(before);
        expect(await shifts(page)).toBe(0);
        const headlines = news[which].slice(1).map(([, headline]) => headline);
        const seen = await texts(page);
        expect(seen).toEqual(headlines.slice(0, seen.length));
        if (which === 'longer') expect(seen.length).toBeLessThan(5);
        else expect(seen.length).toBe(headlines.length);
        expect(complaints).toEqual([]);
      },
      60_000,
    );

    test('not even where one headline alone is too long: the old ones stay', async () => {
      content = article(box([['bridge', 'Bridge']]));
      fragment = answer(ol([['vote', 'A long headline '.repeat(20)]]));
      const page = await visit({ viewport: narrow });
      await quiet(page);
      expect(await texts(page)).toEqual(['Bridge']);
      expect(complaints).toEqual([]);
    }, 60_000);

    test('and nothing of that is left when the window gets another width', async () => {
      fragment = answer(ol(NEW.slice(0, 3)));
      const page = await visit({ viewport: narrow });
      await refreshed(page);
      const styled = page.locator('.headlines li[style]');
      expect(await styled.count()).toBe(1);
      await page.setViewportSize({ width: narrow.width, height: narrow.height - 60 });
      await quiet(page);
      expect(await styled.count()).toBe(1);
      await page.setViewportSize(wide);
      await quiet(page);
      expect(await page.locator('.headlines[style], .headlines [style]').count()).toBe(0);
      const [first, last] = (await page.evaluate(
        "[...document.querySelectorAll('.headlines li')].map((li) => li.offsetHeight)",
      )) as number[];
      expect(first).toBe(last);
    }, 60_000);
  });

  describe('stay when there are no better ones:', () => {
    const failures: Readonly<Record<string, Answer>> = {
      'an error of the server': answer(ol(NEW), undefined, 500),
      'a page that is not found': answer(ol(NEW), undefined, 404),
      'a broken connection': (response) => response.destroy(),
      'a connection that breaks halfway': (response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
        response.write(ol(NEW));
        setTimeout(() => response.destroy(), 50);
      },
      'another type': answer(ol(NEW), 'text/plain'),
      'a type that begins alike': answer(ol(NEW), 'text/html5'),
      'no type': (response) => response.end(ol(NEW)),
      'an empty list': answer('<ol class="headlines">\n</ol>'),
      'a list without links': answer('<ol class="headlines"><li>Soon</li></ol>'),
      'only the article itself': answer(ol(NEW.slice(0, 1))),
      'another page': answer('<!doctype html><h1>Welcome</h1><ol><li><a href="/">x</a></li></ol>'),
      'an empty file': answer(''),
    };

    test.each(Object.keys(failures))(
      '%s',
      async (name) => {
        fragment = failures[name] as Answer;
        const page = await visit();
        await quiet(page);
        expect(asked()).toBeGreaterThan(0);
        expect(await texts(page)).toEqual(OLD_TEXTS);
        expect(complaints).toEqual([]);

        const before = asked();
        fragment = answer(ol(NEW));
        await become(page, 'visible');
        await refreshed(page);
        expect(asked()).toBe(before + 1);
      },
      60_000,
    );

    test('a way to another origin', async () => {
      policy = null;
      fragment = (response) => {
        if (response.req.headers.host?.startsWith('localhost')) {
          response.setHeader('access-control-allow-origin', '*');
          answer(ol(NEW))(response);
        } else {
          const location = origin.replace('127.0.0.1', 'localhost') + FRAGMENT;
          response.writeHead(302, { location, 'access-control-allow-origin': '*' }).end();
        }
      };
      const page = await visit();
      await quiet(page);
      expect(await texts(page)).toEqual(OLD_TEXTS);
      expect(asked()).toBe(1);
    }, 60_000);

    test('no scripts', async () => {
      const page = await visit({ javaScriptEnabled: false });
      await page.waitForTimeout(200);
      expect(await texts(page)).toEqual(OLD_TEXTS);
      expect(asked()).toBe(0);
    }, 60_000);

    test('a page without a list', async () => {
      content = article(`<div data-fragment="${FRAGMENT}"></div>`);
      const page = await visit();
      await quiet(page);
      expect(asked()).toBe(0);
      expect(complaints).toEqual([]);
    }, 60_000);
  });

  describe('are asked for', () => {
    test('when the page is seen, not before', async () => {
      const page = await visit({}, "visibility = 'hidden';");
      await quiet(page);
      await skip(page, 600);
      await become(page, 'hidden');
      await quiet(page);
      expect(asked()).toBe(0);
      await become(page, 'visible');
      await refreshed(page);
      expect(asked()).toBe(1);
    }, 60_000);

    test('again after two minutes, when the reader comes back', async () => {
      const page = await visit();
      await refreshed(page);
      for (let i = 0; i < 3; i++) {
        await become(page, 'hidden');
        await skip(page, 30);
        await become(page, 'visible');
      }
      await quiet(page);
      expect(asked()).toBe(1);

      fragment = answer(ol([['flood', 'The river floods'], ...NEW]));
      await become(page, 'hidden');
      await skip(page, 31);
      await quiet(page);
      expect(asked()).toBe(1);
      await become(page, 'visible');
      await page.locator('.headlines a[href$="/flood/"]').waitFor();
      expect(await texts(page)).toEqual(['The river floods', ...NEW_TEXTS.slice(0, 4)]);
      expect(asked()).toBe(2);
    }, 60_000);

    test('when a page comes back whole from the past', async () => {
      const page = await visit();
      await refreshed(page);
      const show = (persisted: boolean) =>
        page.evaluate(
          `dispatchEvent(new PageTransitionEvent('pageshow', { persisted: ${persisted} }))`,
        );
      await show(true);
      await skip(page, 121);
      await show(false);
      await quiet(page);
      expect(asked()).toBe(1);
      await show(true);
      await become(page, 'visible');
      await quiet(page);
      expect(asked()).toBe(2);
    }, 60_000);

    test('once, however often the reader comes and goes before the answer', async () => {
      shut();
      const page = await visit();
      for (let i = 0; i < 3; i++) {
        await become(page, 'hidden');
        await skip(page, 200);
        await become(page, 'visible');
      }
      open();
      await refreshed(page);
      await quiet(page);
      expect(asked()).toBe(1);
    }, 60_000);
  });

  test('bring nothing else into the page', async () => {
    // Without a policy, which would forbid most of it anyway.
    policy = null;
    fragment = answer(`<base href="https://other.example/">
      <script>pwned = 1</script><img src="/x" onerror="pwned = 1"><style>* { color: red }</style>
      <ol class="headlines" onclick="pwned = 1" style="position: fixed">
      <script>pwned = 1</script>
      <li id="a" class="b" style="color: red" onclick="pwned = 1" lang="sq"><img src="/x" onerror="pwned = 1">
      <a href="/paper/vote/" id="c" onfocus="pwned = 1" autofocus target="_top" ping="/x" style="color: red"><img src="/x" onerror="pwned = 1">Vote &lt;img src=/x onerror="pwned = 1"></a>
      <time datetime="&quot;><img src=/x onerror=&quot;pwned = 1&quot;>" onclick="pwned = 1"><svg onload="pwned = 1"></svg>today</time></li>
      <li><a href="javascript:pwned = 1">script</a></li>
      <li><a href=" java&#9;script:pwned = 1">script with a tab</a></li>
      <li><a href="data:text/html,x">data</a></li>
      <li><a href="blob:${origin}/1">blob</a></li>
      <li><a href="https://other.example/paper/">other</a></li>
      <li><a href="//other.example/paper/">other, short</a></li>
      <li><a href="${origin}.other.example/paper/">begins alike</a></li>
      <li><a href="${origin.replace('//', '//me:pass@')}/paper/">with a password</a></li>
      <li><a href="http://[">broken</a></li>
      <li><svg><a href="/paper/svg/"><text>drawn</text></a></svg></li>
      <li><iframe srcdoc="<script>parent.pwned = 1</script>"></iframe></li>
      </ol>`);
    const page = await visit();
    await refreshed(page);
    await quiet(page);
    const nodes = await page.evaluate(`
      [...document.querySelectorAll('.headlines, .headlines *')].map((node) => [
        node.localName,
        node.getAttributeNames().filter((name) => name !== 'style').join(' '),
        node.localName === 'a' || node.localName === 'time' ? node.textContent.trim() : '',
      ])`);
    expect(nodes).toEqual([
      ['ol', 'class', ''],
      ['li', 'lang', ''],
      ['a', 'href', 'Vote <img src=/x onerror="pwned = 1">'],
      ['time', 'datetime', 'today'],
    ]);
    expect(await page.evaluate("document.querySelector('.headlines li').style.cssText")).toMatch(
      /^padding-bottom: calc\([^)]*\);$/,
    );
    expect(await page.evaluate('typeof pwned')).toBe('undefined');
    expect(requested).not.toContain('/x');
    expect(complaints).toEqual([]);
  }, 60_000);

  describe('are not changed under the hands of a reader:', () => {
    const reading = async () => {
      shut();
      const page = await visit();
      return {
        page,
        async arrive() {
          open();
          await quiet(page);
          expect(asked()).toBe(1);
        },
      };
    };

    test('the focus', async () => {
      const { page, arrive } = await reading();
      await page.focus('.headlines li:nth-child(2) a');
      await arrive();
      await page.keyboard.press('Tab');
      await quiet(page);
      expect(await texts(page)).toEqual(OLD_TEXTS);
      expect(await page.evaluate('document.activeElement.textContent')).toBe(OLD_TEXTS[2]);
      await page.focus('.all a');
      await refreshed(page);
      expect(await page.evaluate('document.activeElement.textContent')).toBe('All the latest news');
      expect(asked()).toBe(1);
    }, 60_000);

    test('the pointer', async () => {
      const { page, arrive } = await reading();
      await page.hover('.headlines li:nth-child(2) a');
      await arrive();
      expect(await texts(page)).toEqual(OLD_TEXTS);
      await page.hover('footer');
      await refreshed(page);
      expect(asked()).toBe(1);
    }, 60_000);

    test('a selection', async () => {
      const { page, arrive } = await reading();
      await page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('.headlines li:nth-child(2)'))",
      );
      await arrive();
      expect(await texts(page)).toEqual(OLD_TEXTS);
      expect(await page.evaluate('getSelection().toString()')).toContain(OLD_TEXTS[1]);
      await become(page, 'hidden');
      await page.evaluate('getSelection().removeAllRanges()');
      await become(page, 'visible');
      await refreshed(page);
      expect(asked()).toBe(1);
    }, 60_000);
  });
});
