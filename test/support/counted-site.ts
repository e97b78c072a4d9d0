import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getRequestListener } from '@hono/node-server';
import { createCommunity } from '@pullquote/community';
import { formatLink, type CountSetting } from '@pullquote/record';
import { TestPublisher, type Item } from '../community/publisher.js';
import { page, storedPost } from './community-site.js';
import { STRICT_CSP } from './site.js';

/** A fact as it arrived, and what the community's server said of the request that brought it. */
export interface Arrived {
  readonly fact: Readonly<Record<string, unknown>>;
  readonly status: number;
}

/** A forum's pages with the community's real server behind `/pq/`, and a publisher that really signs. */
export interface CountedSite {
  readonly origin: string;
  readonly publisher: TestPublisher;
  /** Path → its HTML, or a file of another type. */
  readonly pages: Map<string, string | { type: string; body: Buffer }>;
  readonly arrived: Arrived[];
  /** The community fetches what its publisher has by now. */
  refresh(): Promise<unknown>;
  /** A thread with these posts in it. → its address */
  thread(body: string, head?: string): string;
  /** What the forum stores of a share of an item, with its first approved excerpt. */
  post(item: Item): string;
  /** Codes of an item in whose cells of the open week the one doctor stands. */
  cells(item: string): string[];
  close(): Promise<void>;
}

const CONNECT = `import { connect } from '/pq/pullquote.js';
connect({
  room: { specialty: 'cardiology' },
  destinations: () => [
    { id: 't1', label: 'Statins and macrolides', visibility: 'members' },
    { id: 't2', label: 'Consultants only', visibility: 'restricted' },
  ],
});
document.addEventListener('pq-share', (event) => event.respondWith(Promise.resolve(event.destination)));
globalThis.told = [];
document.addEventListener('pq-fact', ({ fact }) => told.push(fact.fact));`;

export async function startCountedSite(count: CountSetting): Promise<CountedSite> {
  const publisher = await TestPublisher.create();
  [publisher.iat, publisher.exp] = [Math.floor(Date.now() / 1000) - 60, Math.floor(Date.now() / 1000) + 3_600];
  const dataDir = mkdtempSync(join(tmpdir(), 'pullquote-counted-'));
  const pages: CountedSite['pages'] = new Map();
  pages.set('/connect.js', { type: 'text/javascript', body: Buffer.from(CONNECT) });
  pages.set('/left', '<!doctype html><title>Left</title><h1>Left</h1>');
  const arrived: Arrived[] = [];
  let refreshing: Promise<unknown> = Promise.resolve();

  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const community = await createCommunity({
    origin,
    name: 'Grand Round',
    country: 'US',
    readers: 'verified-hcp',
    dataDir,
    count,
    publishers: [{ origin: publisher.origin, name: 'Example Pharma' }],
    compose: '/new',
    member: () => ({ id: 'doctor-1', hcp: true }),
    fetch: (input, init) => publisher.answer(new Request(input, init)),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });

  const listener = getRequestListener(async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith('/pq/')) {
      const found = pages.get(pathname);
      const headers = { 'content-security-policy': STRICT_CSP };
      if (found === undefined) return new Response(null, { status: 404 });
      return typeof found === 'string'
        ? new Response(found, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
        : new Response(new Uint8Array(found.body), { headers: { ...headers, 'content-type': found.type } });
    }
    const sent = pathname === '/pq/facts' ? ((await request.clone().json()) as Arrived['fact'][]) : [];
    const response = await community.fetch(request);
    arrived.push(...sent.map((fact) => ({ fact, status: response.status })));
    return response;
  });

  return {
    origin,
    publisher,
    pages,
    arrived,
    // One after the other: a fetch that is under way may have begun too early.
    refresh: () => (refreshing = refreshing.then(() => community.refresh())),
    thread(body, head = '') {
      const path = `/threads/${pages.size}`;
      pages.set(path, page(body, { head: `<script type="module" src="/connect.js"></script>${head}` }));
      return origin + path;
    },
    post: ({ record, digest }) =>
      `<article>${storedPost(record, formatLink({ url: record.canonicalUrl, version: record.version, digest, excerpt: 'e1', depth: 1 }))}</article>`,
    cells(item) {
      const db = new DatabaseSync(join(dataDir, 'community.sqlite'), { readOnly: true });
      try {
        const rows = db.prepare('SELECT fact FROM crowd WHERE item = ? ORDER BY fact').all(item);
        return rows.map((row) => String(row['fact']));
      } finally {
        db.close();
      }
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await community.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
