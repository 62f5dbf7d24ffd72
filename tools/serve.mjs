/**
 * A static server on loopback, which gives pages the headers that a host of Gazeta's gives them: types,
 * how long files keep, and what pages may load (src/host/headers.ts).
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
import { BRIEFLY, FOREVER, securityHeaders, TYPES as TYPES_BY_END } from '../lib/host/headers.js';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:.*\+)?(?:xml|json))/;

function typeOf(file) {
  const [, byEnd] = TYPES_BY_END.find(([end]) => file.endsWith(end)) ?? [];
  return byEnd ?? TYPES[path.extname(file)] ?? 'application/octet-stream';
}

/** As hosts that compress while they answer; what is stored compressed would be a little smaller. */
const CODERS = {
  br: (body) => brotliCompressSync(body, { params: { [zlib.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => gzipSync(body, { level: 6 }),
};

/** The file of an address, else the page for missing addresses that is nearest. */
function find(folder, pathname) {
  const isFile = (file) => existsSync(file) && statSync(file).isFile();
  const wanted = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  if (isFile(wanted)) return { status: 200, file: wanted };
  const [, first] = pathname.split('/');
  const missing = [path.join(folder, first, '404.html'), path.join(folder, '404.html')];
  return { status: 404, file: missing.find(isFile) ?? null };
}

function keeps(pathname) {
  if (pathname.startsWith('/_assets/')) return FOREVER;
  if (pathname.includes('/_fragments/')) return BRIEFLY;
  return 'public, max-age=0, must-revalidate';
}

/**
 * Serves a folder; gives the server's address and what ends it. `compress` answers with Brotli or gzip
 * where the browser accepts it.
 */
export async function serve(folder, { compress = false } = {}) {
  const compressed = new Map();
  const encode = (coding, file, body) => {
    const key = `${coding} ${file}`;
    if (!compressed.has(key)) compressed.set(key, CODERS[coding](body));
    return compressed.get(key);
  };
  const server = http.createServer((request, response) => {
    const pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const { status, file } = find(folder, pathname);
    const type = file === null ? 'text/plain' : typeOf(file);
    response.statusCode = status;
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', keeps(pathname));
    for (const [name, value] of securityHeaders('safe')) response.setHeader(name, value);
    let body = file === null ? Buffer.from('') : readFileSync(file);
    if (compress && file !== null && COMPRESSIBLE.test(type)) {
      const accepted = request.headers['accept-encoding'] ?? '';
      const coding = ['br', 'gzip'].find((one) => accepted.includes(one));
      response.setHeader('Vary', 'Accept-Encoding');
      if (coding !== undefined) {
        response.setHeader('Content-Encoding', coding);
        body = encode(coding, file, body);
      }
    }
    response.setHeader('Content-Length', body.length);
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
