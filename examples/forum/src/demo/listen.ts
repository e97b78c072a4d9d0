import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { Server } from 'node:http';
import { ForumError } from '../errors.js';

type Fetch = (request: Request) => Promise<Response>;

export interface Listener {
  readonly origin: string;
  /** Hands requests to this handler from now on; until then they are asked to come back. */
  serve(fetch: Fetch): void;
  stop(): Promise<void>;
}

/**
 * Opens a port on this machine alone, before the handler is there: each part of the demo has to know the others'
 * addresses. Port 0 takes any that is free. @throws ForumError `settings`
 */
export async function listen(what: string, hostname: 'localhost' | '127.0.0.1', port: number): Promise<Listener> {
  let handler: Fetch = async () => new Response('Starting. Try again in a moment.\n', { status: 503 });
  let origin = '';
  const server = createAdaptorServer({ fetch: (request: Request) => atHome(request, origin) ?? handler(request) });
  if (!(server instanceof Server)) throw new ForumError('settings', `${what}: expected an HTTP/1.1 server.`);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(what, port, error)));
    server.listen(port, '127.0.0.1', resolve);
  });
  origin = `http://${hostname}:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    serve(fetch) {
      handler = fetch;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** `localhost` and `127.0.0.1` are one machine and two origins: whoever takes the other name is led to the right one. */
function atHome(request: Request, origin: string): Promise<Response> | undefined {
  const url = new URL(request.url);
  if (url.origin === origin) return undefined;
  const there = origin + url.pathname + url.search;
  return Promise.resolve(
    request.method === 'GET' || request.method === 'HEAD'
      ? new Response(null, { status: 307, headers: { location: there } })
      : new Response(`This is ${origin}. Send the request there.\n`, { status: 421 }),
  );
}

function cannotListen(what: string, port: number, error: NodeJS.ErrnoException): ForumError {
  if (error.code === 'EADDRINUSE')
    return new ForumError(
      'settings',
      `Port ${port} (${what}) is in use. Stop the program that uses it, or choose three other ports in a row: npm start -- --port 4900`,
    );
  return new ForumError('settings', `Port ${port} (${what}) cannot be opened: ${error.code ?? error.message}.`);
}
