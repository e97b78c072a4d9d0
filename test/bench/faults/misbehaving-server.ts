import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildContestant } from './build-contestant.js';
import type { Wire } from './contestants.js';

/**
 * What the server does with the next request for events: `take` it; drop the `line`; take it and drop the line before the
 * answer (`swallow`); or answer with this status and take nothing.
 */
export type Manner = 'take' | 'line' | 'swallow' | { readonly status: number; readonly retryAfter?: number };

export interface MisbehavingServer {
  readonly origin: string;
  /** Decides anew for every request. */
  manner: () => Manner;
  /** Requests for events so far. */
  readonly asked: number;
  /** Number of a fact → how often it stands in the store. */
  readonly stored: ReadonlyMap<number, number>;
  close(): Promise<void>;
}

/** A site of one contestant, with its page and its events' way in. Each has an origin, and so storage, of its own. */
export async function startMisbehaving(wire: Wire): Promise<MisbehavingServer> {
  const files = await buildContestant(wire.entry);
  const stored = new Map<number, number>();
  const ids = new Set<string>();
  const state = { manner: (): Manner => 'take', asked: 0 };

  const take = (body: Buffer): number => {
    const arrived = wire.read(body);
    for (const { n, id } of arrived) {
      if (id !== undefined && ids.has(id)) continue;
      if (id !== undefined) ids.add(id);
      stored.set(n, (stored.get(n) ?? 0) + 1);
    }
    return arrived.length;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://server.example');
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const file = files.get(url.pathname);
    if (request.method === 'POST' && wire.path.test(url.pathname)) {
      state.asked++;
      const manner = state.manner();
      if (manner === 'line') return void request.socket.destroy();
      if (typeof manner === 'object') {
        const headers = manner.retryAfter === undefined ? {} : { 'retry-after': String(manner.retryAfter) };
        return void response.writeHead(manner.status, headers).end('{}');
      }
      const { status, body } = wire.answer(take(Buffer.concat(parts)));
      if (manner === 'swallow') return void request.socket.destroy();
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    } else if (file !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(file);
    } else if (url.pathname === '/page' || url.pathname === '/elsewhere') {
      const script = url.pathname === '/page' ? `<script type="module" src="/${wire.entry}.js"></script>` : '';
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Thread</title>${script}`);
    } else {
      // Settings that a contestant asks for: none are special.
      const script = url.pathname.endsWith('.js');
      response
        .writeHead(script || url.pathname === '/favicon.ico' ? 404 : 200, { 'content-type': 'application/json' })
        .end('{"integrations":{"Segment.io":{}}}');
    }
  };

  const server = createServer((request, response) => {
    // What cannot be read is not taken, and says so: no contestant may lose to our reading of it unseen.
    answer(request, response).catch((error: unknown) => {
      console.error(`${wire.name}: ${String(error)}`);
      response.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get manner() {
      return state.manner;
    },
    set manner(manner) {
      state.manner = manner;
    },
    get asked() {
      return state.asked;
    },
    stored,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
