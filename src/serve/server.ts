/** The HTTP server of the preview, and the events by which open pages know that something changed. */
import { randomUUID } from 'node:crypto';
import type * as Http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lazily } from '../base/lazy.ts';
import { type Answer, answer, DESK } from './answer.ts';
import type { Desk } from './desk.ts';

/** Loaded by previews alone. Imported, it would bring all that it gives, with a client of its own, to every command. */
const http = lazily<typeof Http>('node:http');

/** A server that runs. */
export interface Server {
  /** `http://localhost:4400/`, without the path of the paper. */
  readonly origin: string;
  readonly port: number;
  /** Tells all open pages that the paper was looked at again. */
  changed(): void;
  close(): Promise<void>;
}

/** Where it listens. */
export interface ServerOptions {
  /** The name or address of an interface; `localhost` is this machine alone. */
  readonly host: string;
  /** The next free one is taken if this is not. */
  readonly port: number;
}

/** How many ports after the first are tried. */
const TRIED = 20;

/** Pauses between signs of life, in milliseconds: proxies end what is silent for a minute. */
const ALIVE = 25_000;

/** Starts a server. Rejects if it cannot listen there. */
export async function serve(
  desk: Desk,
  client: (name: string) => Uint8Array | null,
  { host, port }: ServerOptions,
): Promise<Server> {
  const open = new Set<ServerResponse>();
  const server = http().createServer((request, response) => {
    if (!isAddressed(request, host)) {
      const body = `This preview is for ${host}. To reach it by another name, start it with --host.`;
      return send(response, request, { status: 403, fields: {}, body });
    }
    const events = `${DESK}events?`;
    if (request.method === 'GET' && request.url?.startsWith(events))
      return listen(response, new URLSearchParams(request.url.slice(events.length)));
    try {
      send(response, request, given(request));
    } catch (error) {
      const body = `The preview failed: ${error}`;
      send(response, request, { status: 500, fields: {}, body });
    }
  });
  /** Tells this process from one before it at the same port, whose looks had the same numbers. */
  const run = randomUUID();
  const event = (since: number) =>
    `event: look\ndata: ${JSON.stringify({ run, look: desk.look.number, files: desk.changedFiles(since) })}\n\n`;

  /** An exception is a bug of ours; whoever reads the page is told, and the preview goes on. */
  const given = (request: IncomingMessage): Answer => {
    const { method = 'GET', url = '/', headers } = request;
    const { cookie, host: name } = headers;
    // Of GET alone, and not where it hangs on a mark of the file, which is never given (RFC 9110, 14.2 and 13.1.5).
    const isPlain = method === 'GET' && headers['if-range'] === undefined;
    const range = isPlain ? headers.range : undefined;
    try {
      return answer({ method, url, fields: { cookie, host: name, range } }, desk, client);
    } catch (error) {
      const body = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { status: 500, fields: { 'content-type': 'text/plain; charset=utf-8' }, body };
    }
  };

  const listen = (response: ServerResponse, query: URLSearchParams): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const isOurs = query.get('run') === run;
    response.write(event(isOurs ? Number(query.get('since')) : desk.look.number));
    open.add(response);
    response.on('close', () => open.delete(response));
  };
  const alive = setInterval(() => {
    for (const response of open) response.write(': here\n\n');
  }, ALIVE);
  alive.unref();

  await listening(server, host, port);
  const taken = (server.address() as AddressInfo).port;
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    origin: `http://${shown === '0.0.0.0' || shown === '[::]' ? 'localhost' : shown}:${taken}`,
    port: taken,
    changed() {
      for (const response of open) response.write(event(desk.look.number - 1));
    },
    close() {
      clearInterval(alive);
      for (const response of open) response.end();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function listening(server: Http.Server, host: string, first: number): Promise<void> {
  for (let port = first; ; port++) {
    const code = await new Promise<string | null>((resolve) => {
      const failed = (error: NodeJS.ErrnoException) => resolve(error.code ?? String(error));
      server.once('error', failed);
      server.listen(port, host, () => {
        server.off('error', failed);
        resolve(null);
      });
    });
    if (code === null) return;
    if (code !== 'EADDRINUSE' || port >= Math.min(first + TRIED, 65_535) || port === 0)
      throw new ListenError(host, port, code);
  }
}

/** The server cannot listen. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  constructor(
    readonly host: string,
    readonly port: number,
    readonly code: string,
  ) {
    super(`could not listen on ${host}:${port} (${code})`);
  }
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|[a-z0-9-]+\.localhost)$/i;

/**
 * True if a request came by a name of ours. A page of another site may have given its own name the address of this
 * machine, and would read the paper before it is published.
 */
function isAddressed({ headers }: IncomingMessage, host: string): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '');
  if (LOOPBACK.test(name)) return true;
  if (host === '0.0.0.0' || host === '::')
    return /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i.test(name) || name.endsWith('.local');
  return name.toLowerCase() === host.toLowerCase() || name === `[${host}]`;
}

function send(
  response: ServerResponse,
  { method }: IncomingMessage,
  { status, fields, body }: Answer,
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, { ...fields, 'content-length': bytes.byteLength });
  response.end(method === 'HEAD' ? undefined : bytes);
}
