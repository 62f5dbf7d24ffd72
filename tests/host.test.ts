/**
 * What each host gets, on literals; and the documented configurations of nginx and Caddy on the real
 * servers, which CI installs.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import http, { type IncomingHttpHeaders } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Address, address, href, outPath } from '../src/base/paths.ts';
import { headersFile, securityHeaders } from '../src/host/headers.ts';
import { type HostFacts, preflight } from '../src/host/preflight.ts';
import { redirectFiles } from '../src/host/redirects.ts';
import { HOSTS, type HostName } from '../src/host/table.ts';
import type { Redirect } from '../src/news/redirect.ts';
import { ROOT } from './rig.ts';

const DOCS = readFileSync(`${ROOT}/docs/hosting.md`, 'utf8');

/** `/old/ > /new/`, the newest first. */
function rules(...lines: string[]): Redirect[] {
  return lines.map((line) => {
    const [from = '', to = ''] = line.split(' > ');
    return { from: address(from), to: address(to) };
  });
}

/** Rules in number, `/old-1/ > /new-1/` being the newest. */
function many(count: number): Redirect[] {
  return rules(...Array.from({ length: count }, (_, i) => `/old-${i + 1}/ > /new-${i + 1}/`));
}

function made(
  host: HostName,
  from: readonly Redirect[],
  more: { base?: string; gone?: string[]; own?: string } = {},
) {
  const { files, asPages, lines, bytes } = redirectFiles(host, from, {
    base: more.base ?? '',
    gone: (more.gone ?? []).map(address),
    own: more.own ?? null,
  });
  return {
    files: Object.fromEntries(files.map((file) => [file.path, file.text])),
    pages: asPages.map((one) => one.from),
    lines,
    bytes,
  };
}

const NOTE = '# The lines below are written by Gazeta at each build.\n';
const TWO = rules('/old/ > /new/', '/old/page.html > /new/');

describe('files of a host', () => {
  test.each(['any', 'github-pages'] as const)('%s gets none: redirects are pages', (host) => {
    expect(made(host, TWO, { gone: ['/gone/'], own: '/x /y\n' })).toEqual({
      files: {},
      pages: ['/old/', '/old/page.html'],
      lines: 0,
      bytes: 0,
    });
  });

  test('Cloudflare Pages tells /old/ from /old, and has no 410', () => {
    const { files, pages, lines, bytes } = made('cloudflare-pages', TWO, { gone: ['/gone/'] });
    const text = `${NOTE}/old /new/ 301\n/old/ /new/ 301\n/old/index.html /new/ 301\n/old/page.html /new/ 301\n`;
    expect(files).toEqual({ _redirects: text });
    expect(pages).toEqual([]);
    expect(lines).toBe(4);
    expect(bytes).toBe(text.length);
  });

  test('Netlify answers 410 with the page that is there', () => {
    expect(made('netlify', TWO, { gone: ['/gone/'] }).files._redirects).toBe(
      `${NOTE}/gone/ /gone/ 410!\n/gone/index.html /gone/ 410!\n/old/ /new/ 301\n` +
        '/old/index.html /new/ 301\n/old/page.html /new/ 301\n',
    );
  });

  test('GitLab Pages compares names decoded', () => {
    const { files, pages } = made(
      'gitlab-pages',
      rules('/kafë/ > /ç a/', '/a b/ > /x/', '/100%/ > /y/'),
      { gone: ['/gone/'], base: '/paper' },
    );
    expect(files._redirects).toBe(
      `${NOTE}/paper/kafë/ /paper/%C3%A7%20a/ 301\n/paper/kafë/index.html /paper/%C3%A7%20a/ 301\n`,
    );
    expect(pages).toEqual(['/a b/', '/100%/']);
  });

  test('names are percent-encoded, and what would be a pattern is a page', () => {
    const { files, pages } = made(
      'netlify',
      rules('/a b/ë.html > /x: *=$/', '/a*/ > /x/', '/a:b/ > /y/', '/12:30.html > /z/'),
    );
    expect(files._redirects).toBe(
      `${NOTE}/12:30.html /z/ 301\n/a%20b/%C3%AB.html /x%3A%20%2A%3D%24/ 301\n`,
    );
    expect(pages).toEqual(['/a*/', '/a:b/']);
  });

  test('nothing to say makes no file, except where a configuration includes it', () => {
    expect(made('netlify', []).files).toEqual({});
    expect(made('cloudflare-pages', [], { gone: ['/gone/'] }).files).toEqual({});
    const [nginx, caddy] = [made('nginx', []).files, made('caddy', []).files];
    expect(Object.keys(nginx)).toEqual(['_host/gone.map', '_host/redirects.map']);
    for (const text of Object.values({ ...nginx, ...caddy })) expect(text).toMatch(/^#[^\n]*\n$/);
  });

  test('of two redirects from one page the newest counts, and one to its own page is none', () => {
    const twice = rules('/a/ > /new/', '/a/index.html > /older/', '/b/index.html > /b/');
    expect(made('nginx', twice).files['_host/redirects.map']).not.toContain('older');
    expect(made('any', twice).pages).toEqual(['/a/']);
  });

  test('the same redirects make the same files in any order', () => {
    for (const host of Object.keys(HOSTS) as HostName[])
      expect(made(host, TWO).files).toEqual(made(host, [...TWO].reverse()).files);
  });
});

describe("the site's own _redirects", () => {
  test('comes first, and is not said again', () => {
    expect(made('netlify', TWO, { own: '# mine\n/old /mine\n' })).toMatchObject({
      files: {
        _redirects: `# mine\n/old /mine\n${NOTE}/old/index.html /new/ 301\n/old/page.html /new/ 301\n`,
      },
      pages: [],
      lines: 3,
    });
  });

  test('is published as it is when there is nothing to add', () => {
    expect(made('cloudflare-pages', [], { own: '/a /b\n' }).files._redirects).toBe('/a /b\n');
  });

  test('with a pattern is cut before it on Cloudflare Pages, which counts what follows apart', () => {
    const own = '/x /y\n/blog/* /news/:splat\n';
    const one = rules('/p.html > /q/');
    expect(made('cloudflare-pages', one, { own }).files._redirects).toBe(
      `/x /y\n${NOTE}/p.html /q/ 301\n/blog/* /news/:splat\n`,
    );
    expect(made('netlify', one, { own }).files._redirects).toBe(`${own}${NOTE}/p.html /q/ 301\n`);
  });
});

describe('above a limit', () => {
  test('the newest are rules, and the older ones pages', () => {
    const { lines, pages } = made('cloudflare-pages', many(1001));
    expect(lines).toBe(2000);
    expect(pages).toEqual(['/old-1001/']);
    expect(made('gitlab-pages', many(1002)).pages).toEqual(['/old-1001/', '/old-1002/']);
  });

  test("the site's own rules count", () => {
    const own = Array.from({ length: 999 }, (_, i) => `/mine-${i} /m\n`).join('');
    const { lines, pages } = made('gitlab-pages', many(3), { own });
    expect(lines).toBe(1000);
    expect(pages).toEqual(['/old-2/', '/old-3/']);
  });

  test('index.html gets what room is left, the newest first', () => {
    const { lines, files } = made('cloudflare-pages', many(999));
    expect(lines).toBe(2000);
    expect(files._redirects).toContain('/old-2/index.html');
    expect(files._redirects).not.toContain('/old-3/index.html');
  });

  test('bytes count too, and one line that is too long is a page by itself', () => {
    const name = 'x'.repeat(200);
    const long = rules(...Array.from({ length: 400 }, (_, i) => `/${i}${name}/ > /${name}/`));
    const gitlab = made('gitlab-pages', long);
    expect(gitlab.bytes).toBeLessThanOrEqual(64_000);
    expect(gitlab.lines + gitlab.pages.length).toBe(400);
    expect(gitlab.pages.at(-1)).toBe(long.at(-1)?.from);
    const deep = `/${[name, name, name].join('/')}/`;
    expect(made('cloudflare-pages', rules(`${deep} > ${deep}new/`, '/a/ > /b/')).pages).toEqual([
      deep,
    ]);
  });

  test('a key that nginx has no room for is a page', () => {
    const deep = `/${Array.from({ length: 5 }, () => 'ë'.repeat(100)).join('/')}/`;
    expect(made('nginx', rules(`${deep} > /new/`, '/a/ > /b/')).pages).toEqual([deep]);
  });
});

describe('odd names', () => {
  const odd = rules(
    `/sp ace "q" $x 'y'/ > /a "$b" {c}/`,
    '/{path}/{$HOME}.html > /new/',
    '/Same/ > /same/',
  );

  test('in nginx: quoted and decoded keys, encoded targets', () => {
    expect(made('nginx', odd, { base: '/p' }).files['_host/redirects.map']).toBe(
      `# Written by Gazeta at each build, for a map block of nginx.
"/p/sp ace \\"q\\" $x 'y'" "/p/a%20%22%24b%22%20%7Bc%7D/";
"/p/sp ace \\"q\\" $x 'y'/" "/p/a%20%22%24b%22%20%7Bc%7D/";
"/p/sp ace \\"q\\" $x 'y'/index.html" "/p/a%20%22%24b%22%20%7Bc%7D/";
"/p/{path}/{$HOME}.html" "/p/new/";
"~^/p/Same$" "/p/same/";
"~^/p/Same/$" "/p/same/";
"~^/p/Same/index\\\\.html$" "/p/same/";
`,
    );
  });

  test('in nginx addresses that differ by case only stand once', () => {
    const text = made('nginx', rules('/A/ > /n/', '/a/ > /older/')).files['_host/redirects.map'];
    expect(text).toContain('"/A/" "/n/";');
    expect(text).not.toContain('older');
  });

  test('in Caddy: a name with braces is a regular expression', () => {
    expect(made('caddy', odd, { gone: ['/gone/'] }).files['_host/redirects.caddy']).toBe(
      `# Written by Gazeta at each build, to import in a site of a Caddyfile.
map {path} {gazeta_to} {
	"/Same" "/same/"
	"/Same/" "/same/"
	"/Same/index.html" "/same/"
	"/sp ace \\"q\\" $x 'y'" "/a%20%22%24b%22%20%7Bc%7D/"
	"/sp ace \\"q\\" $x 'y'/" "/a%20%22%24b%22%20%7Bc%7D/"
	"/sp ace \\"q\\" $x 'y'/index.html" "/a%20%22%24b%22%20%7Bc%7D/"
	"~^/\\x7bpath\\x7d/\\x7b\\$HOME\\x7d\\.html$" "/new/"
	default ""
}
map {query} {gazeta_query} {
	"" ""
	default "?{query}"
}
@gazeta_moved not vars {gazeta_to} ""
@gazeta_folder {
	path */
	not file {path}index.html
}
route @gazeta_folder {
	redir @gazeta_moved {gazeta_to}{gazeta_query} 301
}
@gazeta_file {
	not path */
	not file {path}
}
route @gazeta_file {
	redir @gazeta_moved {gazeta_to}{gazeta_query} 301
}
map {path} {gazeta_gone} {
	"/gone" "1"
	"/gone/" "1"
	"/gone/index.html" "1"
	default ""
}
@gazeta_gone vars {gazeta_gone} 1
error @gazeta_gone 410
`,
    );
  });
});

describe('_headers', () => {
  /** As Cloudflare Pages reads it: a splat takes all, a placeholder one name, all matches count. */
  function headersOf(text: string, asked: string): [string, string][] {
    const found: [string, string][] = [];
    for (const block of text.split('\n\n')) {
      const [rule = '', ...lines] = block.split('\n').filter((line) => !line.startsWith('#'));
      const pattern = rule
        .replace(/[.]/g, '\\.')
        .replace('*', '.*')
        .replace(/:[a-z]+/g, '[^/]+');
      if (!new RegExp(`^${pattern}$`).test(asked)) continue;
      for (const line of lines) {
        const at = line.indexOf(':');
        found.push([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
      }
    }
    return found;
  }

  const text = headersFile({ base: '', html: 'safe' });

  test('gives no address one header twice', () => {
    for (const asked of [
      '/',
      '/2026/11/23/a/',
      '/_assets/site.1a2b.css',
      '/_assets/feed.xml',
      '/_fragments/latest/',
      '/de/_fragments/latest/',
      '/feed.xml',
      '/sport/feed.xml',
      '/manifest.webmanifest',
    ]) {
      const names = headersOf(text, asked).map(([name]) => name);
      expect(new Set(names).size, asked).toBe(names.length);
    }
  });

  test.each([
    ['/_assets/site.1a2b.css', 'Cache-Control', 'public, max-age=31536000, immutable'],
    ['/media/a.jpg', 'Cache-Control', undefined],
    ['/_fragments/latest/', 'Cache-Control', 'public, max-age=30'],
    ['/de/_fragments/latest/', 'X-Robots-Tag', 'noindex'],
    ['/a/', 'X-Robots-Tag', undefined],
    ['/a/', 'X-Content-Type-Options', 'nosniff'],
    ['/sport/feed.xml', 'Content-Type', 'application/rss+xml; charset=utf-8'],
    ['/de/feed.json', 'Content-Type', 'application/feed+json; charset=utf-8'],
    ['/manifest.webmanifest', 'Content-Type', 'application/manifest+json'],
  ])('%s has %s %s', (asked, name, value) => {
    expect(new Map(headersOf(text, asked)).get(name)).toBe(value);
  });

  test('keeps within the limits of Cloudflare Pages', () => {
    const { headerRules, headerCharacters } = HOSTS['cloudflare-pages'].limits;
    expect(text.split('\n').filter((line) => line.startsWith('/')).length).toBeLessThan(
      headerRules ?? 0,
    );
    for (const line of text.split('\n')) expect(line.length).toBeLessThan(headerCharacters ?? 0);
  });

  test('has the base path, and no policy about scripts where HTML is trusted', () => {
    const trusted = headersFile({ base: '/p', html: 'trusted' });
    expect(trusted).toContain('\n/p/*\n  X-Content-Type-Options: nosniff\n');
    expect(trusted).toContain("  Content-Security-Policy: frame-ancestors 'self'\n");
    expect(headersFile({ base: '', html: 'none' })).toBe(text);
  });

  test('is what the documented configurations send', () => {
    for (const [name, value] of securityHeaders('safe')) {
      expect(DOCS).toContain(`add_header ${name} "${value}" always;`);
      expect(DOCS).toContain(`\t\t${name} "${value}"`);
    }
  });
});

describe('preflight', () => {
  function told(host: HostName, facts: Partial<HostFacts>): string[] {
    const all = { published: [], lines: 0, bytes: 0, asPages: 0, ...facts };
    return preflight(host, all).map(({ severity, message }) => `${severity}: ${message}`);
  }
  const files = (count: number, size = 1) =>
    Array.from({ length: count }, (_, i) => ({ out: `p/${i}.html`, size }));

  test.each([
    [15_999, []],
    [16_000, ['notice: the site has 16,000 files, and Cloudflare Pages takes 20,000']],
    [20_000, ['notice: the site has 20,000 files, and Cloudflare Pages takes 20,000']],
    [20_001, ['warning: the site has 20,001 files, and Cloudflare Pages takes 20,000']],
  ])('%i files on Cloudflare Pages', (count, expected) => {
    expect(told('cloudflare-pages', { published: files(count) })).toEqual(expected);
  });

  test('a file that is too large is named', () => {
    const published = [
      { out: 'media/b.mp4', size: 30_000_000 },
      { out: 'media/a.mp4', size: 25_000_000 },
      { out: 'index.html', size: 1 },
    ];
    const found = preflight('cloudflare-pages', { published, lines: 0, bytes: 0, asPages: 0 });
    expect(found.map(({ code, file }) => [code, file])).toEqual([
      ['host/limit', 'media/b.mp4'],
      ['host/near-limit', 'media/a.mp4'],
    ]);
    expect(found[0]?.message).toBe('the file has 30.0 MB, and Cloudflare Pages takes 26.3 MB');
    expect(told('netlify', { published })).toEqual([]);
  });

  test('of many such files five are named', () => {
    const published = files(7, 30_000_000);
    const found = preflight('cloudflare-pages', { published, lines: 0, bytes: 0, asPages: 0 });
    expect(found).toHaveLength(5);
    expect(found[4]?.help).toContain('2 more files are like that.');
  });

  test('the size of the site, the files of a folder, and redirects', () => {
    expect(told('github-pages', { published: files(2, 500_000_001) })).toEqual([
      'warning: the site has 1.1 GB, and GitHub Pages takes 1.0 GB',
    ]);
    expect(told('netlify', { published: files(54_001) })).toEqual([
      'warning: the folder p has 54,001 files, and Netlify takes 54,000',
    ]);
    expect(told('gitlab-pages', { lines: 1000, bytes: 60_000, asPages: 12 })).toEqual([
      'notice: _redirects has 1,000 rules, and GitLab Pages takes 1,000',
      'notice: _redirects has 60 KB, and GitLab Pages takes 64 KB',
    ]);
  });

  test.each(['any', 'nginx', 'caddy'] as const)('%s has no limits', (host) => {
    expect(told(host, { published: files(60_000, 1_000_000), lines: 9e9 })).toEqual([]);
  });
});

const SERVERS = {
  nginx: process.env.NGINX ?? '/usr/sbin/nginx',
  caddy: process.env.CADDY ?? '/usr/bin/caddy',
};

const found = (name: keyof typeof SERVERS) => {
  const program = SERVERS[name];
  if (existsSync(program)) return true;
  if (process.env.CI) throw new Error(`no ${name} at ${program}`);
  console.warn(
    `The configuration for ${name} is not tried: none at ${program} (set ${name.toUpperCase()} to its path).`,
  );
  return false;
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Running {
  readonly ask: (asked: string) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

const ODD: readonly [string, string][] = [
  ['/old/', '/new/'],
  ['/old/page.html', '/new/'],
  [`/sp ace "q" $x 'y'/`, '/kafë $100% "q"/'],
  ['/{path}/{$HOME}/', '/new/'],
  ['/a*b:c;d,e&f=g+h/', '/x: *=/'],
  ['/Вучић у Бриселу/', '/new/'],
  ['/[1] (2) ^|`~!@/', '/new/'],
  ['/100% true.html', '/new/'],
  ['/Case/', '/case/'],
  ['/default/', '/new/'],
  ['/folder/', '/folder/of/others/'],
];

/** A small paper in a folder of its own, as the documents place it. */
function publish(host: 'nginx' | 'caddy', folder: string): void {
  const moved = ODD.map(([from, to]) => ({ from: address(from), to: address(to) }));
  const gone = ['/gone/', '/gone "too" $now {x}/', '/gone.html'].map(address);
  const { files, asPages } = redirectFiles(host, moved, { base: '', gone, own: null });
  expect(asPages).toEqual([]);
  const page = (text: string) => `<p>${text}</p>`;
  const pages: [string, string][] = [
    ...moved.map(({ to }): [string, string] => [outPath(to), page('present')]),
    ...gone.map((one): [string, string] => [outPath(one), page('withdrawn')]),
    ['index.html', `${page('home')}<!--# include virtual="/_fragments/latest/" -->`],
    ['404.html', page('missing')],
    ['_assets/site.1a2b.css', 'body{}'],
    ['_fragments/latest/index.html', page('headlines')],
    ['sport/feed.xml', '<rss/>'],
    ['feed.json', '{}'],
    ...files.map((file): [string, string] => [file.path, file.text]),
  ];
  for (const [out, text] of pages) {
    const full = path.join(folder, 'dist', out);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

/** The block of docs/hosting.md in the server's language, for a folder and a port. */
function configuration(host: 'nginx' | 'caddy', folder: string, port: number): string {
  const language = host === 'nginx' ? 'nginx' : 'caddyfile';
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(DOCS)?.[1] ?? '';
  const text = block.replaceAll('/srv/gazeta', folder);
  if (host === 'caddy')
    return `{\n\tadmin off\n\tauto_https off\n}\n${text.replace(/^example\.org/m, `http://127.0.0.1:${port}`)}`;
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    `daemon off; pid ${folder}/pid; error_log ${folder}/log; worker_processes 1;`,
    'events { }',
    'http {',
    'include /etc/nginx/mime.types; access_log off;',
    ...scratch.map((name) => `${name}_temp_path ${folder}/${name};`),
    text.replace('listen 80;', `listen 127.0.0.1:${port};`),
    '}',
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks with the path as it is given: nothing is made better on the way. */
function askAt(port: number, asked: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path: asked, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on('error', reject);
  });
}

async function start(host: 'nginx' | 'caddy'): Promise<Running> {
  const folder = mkdtempSync(path.join(os.tmpdir(), `gazeta-${host}-`));
  // nginx that was started by root reads as nobody.
  chmodSync(folder, 0o755);
  publish(host, folder);
  const port = await freePort();
  const config = path.join(folder, host === 'nginx' ? 'nginx.conf' : 'Caddyfile');
  writeFileSync(config, configuration(host, folder, port));
  const args = host === 'nginx' ? ['-c', config, '-p', folder] : ['run', '--config', config];
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const server = spawn(SERVERS[host], args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  for (let tries = 0; ; tries++) {
    const answer = await askAt(port, '/').catch(() => null);
    if (answer !== null) break;
    if (server.exitCode !== null || tries > 100) throw new Error(`${host} did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    ask: (asked) => askAt(port, asked),
    stop: async () => {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await exit;
}

for (const host of ['nginx', 'caddy'] as const)
  describe.runIf(found(host))(`the configuration for ${host} on the real server`, () => {
    let running: Running;
    beforeAll(async () => {
      running = await start(host);
    }, 30_000);
    afterAll(() => running?.stop());
    const ask = (asked: string) => running.ask(asked);
    const encoded = (one: string) => href('', one as Address);

    test.each(ODD)('%s leads to %s in one hop', async (from, to) => {
      const forms = from.endsWith('/') ? [from, from.slice(0, -1), `${from}index.html`] : [from];
      for (const form of forms) {
        const answer = await ask(encoded(form));
        expect([form, answer.status]).toEqual([form, 301]);
        const location = answer.headers.location ?? '';
        expect(decodeURIComponent(location)).toBe(to);
        const there = await ask(location);
        expect([there.status, there.body]).toEqual([200, '<p>present</p>']);
      }
    });

    test('a redirect keeps the query', async () => {
      const { headers } = await ask('/old/?utm=a%20b&c');
      expect(headers.location).toBe('/new/?utm=a%20b&c');
    });

    test.each(['/gone/', '/gone', '/gone/index.html', '/gone "too" $now {x}/', '/gone.html'])(
      '%s is gone, and its page says so',
      async (asked) => {
        const { status, body, headers } = await ask(encoded(asked));
        expect([status, body]).toEqual([410, '<p>withdrawn</p>']);
        expect(headers['content-type']).toBe('text/html; charset=utf-8');
        expect(headers['x-content-type-options']).toBe('nosniff');
      },
    );

    test.each([
      '/nothing/',
      '/nothing/feed.xml',
      '/_assets/nothing.css',
      '/_assets/',
      '/_host/',
      '/_host/redirects.map',
      '/_host/redirects.caddy',
      '/_host/gone.map',
      '/OLD/x/',
    ])('%s is missing, with a page', async (asked) => {
      const { status, body, headers } = await ask(asked);
      expect([status, body]).toEqual([404, '<p>missing</p>']);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control'] ?? '').not.toContain('immutable');
    });

    test('pages stand at their addresses, and the slash is added', async () => {
      const page = await ask('/new/');
      expect(page.body).toBe('<p>present</p>');
      expect(page.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
      expect(page.headers['x-robots-tag']).toBeUndefined();
      for (const [name, value] of securityHeaders('safe'))
        expect(page.headers[name.toLowerCase()]).toBe(value);
      const bare = await ask('/new');
      expect([301, 308]).toContain(bare.status);
      expect(bare.headers.location).toBe('/new/');
    });

    test('files keep as long as they may', async () => {
      const asset = await ask('/_assets/site.1a2b.css');
      expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(asset.headers['content-security-policy']).toBeDefined();
      const fragment = await ask('/_fragments/latest/');
      expect(fragment.headers['cache-control']).toBe('public, max-age=30');
      expect(fragment.headers['x-robots-tag']).toBe('noindex');
    });

    test('feeds say what they are', async () => {
      const [rss, json] = [await ask('/sport/feed.xml'), await ask('/feed.json')];
      expect(rss.headers['content-type']).toBe('application/rss+xml; charset=utf-8');
      expect(json.headers['content-type']).toMatch(/^application\/feed\+json/);
      expect(rss.headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    });

    // Caddy has no server-side includes.
    if (host !== 'nginx') return;
    test('"Latest news" is put in by the server', async () => {
      expect((await ask('/')).body).toBe('<p>home</p><p>headlines</p>');
    });
  });
