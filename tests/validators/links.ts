/** Links: where they lead, and how far readers go. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { fileOf, type Output, parseUrl, UNLINKED, urlOf, type Verdict } from './output.ts';

/** Every link and everything a page loads is there, under its very name, with its fragment. */
export function links(output: Output): Verdict {
  const files = new Set(output.files);
  const findings: string[] = [];
  let count = 0;
  for (const page of output.pages.values()) {
    const here = urlOf(output, page.file);
    for (const link of new Set([...page.links, ...page.resources])) {
      count++;
      const url = parseUrl(link, here);
      if (url === null) findings.push(`${page.file}: "${link}" is no address`);
      if (url?.origin !== output.origin) continue;
      const target = fileOf(output, url.href) ?? '';
      if (!files.has(target)) findings.push(`${page.file}: ${link} is dead`);
      else if (page.kind !== 'redirect' && output.pages.get(target)?.kind === 'redirect')
        findings.push(`${page.file}: ${link} leads on to another page`);
      else if (url.hash !== '' && page.kind !== 'fragment') {
        const ids = output.pages.get(target)?.ids;
        if (ids?.has(decodeURIComponent(url.hash.slice(1))) !== true)
          findings.push(`${page.file}: ${link} names no part of its page`);
      }
    }
  }
  return { checked: `${output.pages.size} pages, ${count} links`, findings };
}

/** How many links readers follow at most from the home page of a language to an article. */
const CLICKS = 5;

/** A walk along the links from all home pages: every page is reached, and articles soon. */
export function walk(output: Output): Verdict {
  const clicks = new Map(output.homes.map((file) => [file, 0]));
  // A map is walked in the order in which it grows: the nearest first.
  for (const [file, far] of clicks) {
    const page = output.pages.get(file);
    for (const link of page?.links ?? []) {
      const url = parseUrl(link, urlOf(output, file));
      const target = url === null ? null : fileOf(output, url.href);
      if (target !== null && output.pages.has(target) && !clicks.has(target))
        clicks.set(target, far + 1);
    }
  }
  const findings: string[] = [];
  let farthest = 0;
  let articles = 0;
  for (const { file, kind } of output.pages.values()) {
    if (UNLINKED.has(kind)) continue;
    const far = clicks.get(file);
    if (far === undefined) findings.push(`${file}: no link leads there`);
    else if (kind === 'article') {
      articles++;
      farthest = Math.max(farthest, far);
      if (far > CLICKS) findings.push(`${file}: ${far} clicks from a home page`);
    }
  }
  return { checked: `${articles} articles within ${farthest} clicks`, findings };
}

/** The site as served, by linkinator: also what pages say elsewhere of themselves and of others. */
export async function linksByLinkinator(output: Output): Promise<Verdict> {
  const findings: string[] = [];
  let count = 0;
  await served(output, async (at) => {
    const checker = new LinkChecker();
    const { links: found } = await checker.check({
      path: `${at}/`,
      recurse: true,
      redirects: 'error',
      checkCss: true,
      // There are no certificates here: but only so it keeps to a hundred connections, and to no proxy.
      allowInsecureCerts: true,
      // Full addresses are looked up here too; those of others are not looked up.
      urlRewriteExpressions: [
        { pattern: new RegExp(`^${output.origin}${output.base}/`), replacement: `${at}/` },
      ],
      linksToSkip: (url) => Promise.resolve(!url.startsWith(`${at}/`)),
    });
    for (const { url, status, state, parent = '', failureDetails = [] } of found) {
      if (state !== LinkState.SKIPPED) count++;
      if (state !== LinkState.BROKEN) continue;
      const errors = failureDetails.filter((one) => one instanceof Error);
      const why = errors.map(({ message, cause }) => `, ${message} ${cause ?? ''}`.trimEnd());
      const answer = `${url.replace(at, '')} answers ${status}${why.join('')}`;
      findings.push(`${parent.replace(at, '')}: ${answer}`);
    }
  });
  return { checked: `${count} addresses`, findings };
}

const MEDIA: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/feed+json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

/** Serves the output as hosts do: a folder without its slash is a redirect. */
export async function served(
  { folder, files, base }: Output,
  use: (at: string) => Promise<void>,
): Promise<void> {
  const known = new Set(files);
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const name = decodeURIComponent(pathname.slice(base.length + 1));
    const file = name === '' || name.endsWith('/') ? `${name}index.html` : name;
    if (known.has(file)) {
      const type = MEDIA[path.extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type });
      response.end(request.method === 'HEAD' ? '' : readFileSync(path.join(folder, file)));
    } else if (known.has(`${file}/index.html`)) {
      response.writeHead(301, { location: `${pathname}/` }).end();
    } else response.writeHead(404).end();
  });
  // A connection that is about to be used again must not be closed meanwhile.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

export async function inTemporary<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gazeta-standards-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
