/** What the preview answers to a request: as a host would, and nothing that is not of the paper. */
import { hash } from '../base/hash.ts';
import type { Instant } from '../base/instant.ts';
import { type Address, href } from '../base/paths.ts';
import type { Desk } from './desk.ts';
import { mediaType } from './media-types.ts';
import { rangeIn } from './ranges.ts';
import type { ShownPage } from './shown.ts';

/** A request, as far as it matters. Names of fields are in small letters. */
export interface Request {
  readonly method: string;
  /** The path and the query, as the browser sent them. */
  readonly url: string;
  readonly fields: Readonly<Record<string, string | undefined>>;
}

/** An answer. */
export interface Answer {
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** Below this path is what belongs to the preview itself. */
export const DESK = '/_gazeta/';

/** The cookie that holds the instant at which somebody looks. Browsers keep those of all ports together. */
const instantCookie = (host = ''): string => `gazeta-instant-${/:(\d+)$/.exec(host)?.[1] ?? ''}`;

/** What never travels on: it is of this moment, and of this machine. */
const FRESH = { 'cache-control': 'no-store' };

/** Answers. `client` gives the files of the bar and the overlay by their names; null if there is no such file. */
export function answer(
  request: Request,
  desk: Desk,
  client: (name: string) => Uint8Array | null,
): Answer {
  const { method, url, fields } = request;
  if (method !== 'GET' && method !== 'HEAD')
    return text(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' });
  const asked = pathOf(url);
  if (asked === null) return text(400, 'This is no address.');
  const { path, query } = asked;
  const cookie = cookieOf(fields.cookie, instantCookie(fields.host));
  const chosen = cookie === null ? null : desk.instantOf(cookie);
  const instant = chosen ?? desk.now();
  if (path.startsWith(DESK)) {
    const name = path.slice(DESK.length);
    if (name === 'page') {
      // What is no address has no page either, and not that of the home page.
      const at = pathOf(query.get('path') ?? '/')?.path ?? null;
      const facts = desk.facts(
        at === null ? null : withoutBase(at, desk.base),
        instant,
        chosen === null,
        query.get('file'),
      );
      return {
        status: 200,
        fields: { ...FRESH, 'content-type': mediaType('.json') },
        body: JSON.stringify(facts),
      };
    }
    const bytes = client(name);
    return bytes === null ? text(404, 'There is nothing here.') : whole(name, bytes, fields);
  }
  const own = withoutBase(path, desk.base);
  if (own === null) return moved(href(desk.base, '/' as Address));
  return ofPaper(own, instant, desk, fields, query);
}

function ofPaper(
  path: string,
  instant: Instant,
  desk: Desk,
  fields: Request['fields'],
  query: URLSearchParams,
): Answer {
  const found = desk.find(path, instant);
  // Before the paper could be shown once there is only the overlay.
  if (found === null) return page(503, EMPTY_PAGE);
  switch (found.is) {
    case 'moved':
      return moved(found.to + (query.size > 0 ? `?${query}` : ''));
    case 'file':
      return isOurs(found.out) ? page(200, found.bytes) : whole(found.out, found.bytes, fields);
    case 'page': {
      const { page: made } = found;
      if (made.bytes === null) return page(500, EMPTY_PAGE);
      if (!made.out.endsWith('.html')) return whole(made.out, made.bytes, fields);
      return page(statusOf(made), withIncludes(made.bytes, desk, instant));
    }
    case 'unread':
      return page(500, EMPTY_PAGE);
    case 'nothing':
      return page(404, desk.notFound(instant)?.bytes ?? EMPTY_PAGE);
  }
}

/** True for pages that are kept current. The editor keeps itself so. */
const isOurs = (out: string): boolean => out.endsWith('.html') && !out.startsWith('admin/');

const INCLUDE = /<!--#include virtual="([^"]*)" -->/g;

/** What a server with includes puts into a page (`latest: {rail: ssi}`). */
function withIncludes(bytes: Uint8Array, desk: Desk, instant: Instant): Uint8Array {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('<!--#include ') < 0)
    return bytes;
  const html = new TextDecoder().decode(bytes).replace(INCLUDE, (whole, address: string) => {
    const found = desk.find(withoutBase(address, desk.base) ?? '', instant);
    const included = found?.is === 'page' ? found.page.bytes : null;
    return included === null ? whole : new TextDecoder().decode(included);
  });
  return new TextEncoder().encode(html);
}

/** As hosts answer: the page of a withdrawn article is gone (RFC 9110, 15.5.11). */
function statusOf({ kind }: ShownPage): number {
  return kind === 'withdrawn' ? 410 : kind === 'not-found' ? 404 : 200;
}

/** The decoded path and the query; null if it is no address, or leads out of the paper. */
function pathOf(url: string): { path: string; query: URLSearchParams } | null {
  try {
    const [before = '', search = ''] = url.split(/\?(.*)/s);
    const path = decodeURIComponent(before);
    const isWithin = path.startsWith('/') && !/[\0\\]|\/\.\.?(?:\/|$)|\/\//.test(path);
    return isWithin ? { path, query: new URLSearchParams(search) } : null;
  } catch {
    return null;
  }
}

/** The path within the paper; null if it is not below the path of the paper's url. */
function withoutBase(path: string, base: string): string | null {
  if (base === '' || path === base) return path === base ? '/' : path;
  return path.startsWith(`${base}/`) ? path.slice(base.length) : null;
}

function cookieOf(field: string | undefined, wanted: string): string | null {
  for (const part of field?.split(';') ?? []) {
    const [name = '', value = ''] = part.trim().split('=');
    if (name !== wanted || value === '') continue;
    try {
      return decodeURIComponent(value);
    } catch {
      return null;
    }
  }
  return null;
}

/** A page, with the script that keeps it current. */
function page(status: number, bytes: Uint8Array): Answer {
  const html = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = hash(bytes);
  // Last of all, whatever the page is like: browsers put it where it belongs, and it takes itself away.
  const script = `<script type="module" src="${DESK}desk.js" data-mark="${mark}"></script>`;
  const body = Buffer.concat([html, Buffer.from(script)]);
  return {
    status,
    fields: { ...FRESH, 'content-type': mediaType('.html'), 'x-gazeta-mark': mark },
    body,
  };
}

/** A file, or the part of it that is asked for. */
function whole(name: string, bytes: Uint8Array, fields: Request['fields']): Answer {
  const own = { ...FRESH, 'content-type': mediaType(name), 'accept-ranges': 'bytes' };
  const range = rangeIn(fields.range, bytes.length);
  if (range === null) return { status: 200, fields: own, body: bytes };
  if (range === 'none')
    return {
      status: 416,
      fields: { ...own, 'content-range': `bytes */${bytes.length}` },
      body: '',
    };
  const { first, last } = range;
  return {
    status: 206,
    fields: { ...own, 'content-range': `bytes ${first}-${last}/${bytes.length}` },
    body: bytes.subarray(first, last + 1),
  };
}

function moved(to: string): Answer {
  return { status: 302, fields: { ...FRESH, location: to }, body: '' };
}

function text(status: number, body: string, fields: Readonly<Record<string, string>> = {}): Answer {
  return { status, fields: { ...FRESH, ...fields, 'content-type': mediaType('.txt') }, body };
}

const EMPTY_PAGE = new TextEncoder().encode(
  '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Gazeta</title>\n</head>\n<body></body>\n</html>\n',
);
