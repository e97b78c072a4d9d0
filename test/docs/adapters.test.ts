import { serve } from '@hono/node-server';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Community } from '@pullquote/community';
import { afterAll, describe, expect, it } from 'vitest';
import { bench, fact, ORIGIN } from '../community/setup.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/communities/adapters.md'), 'utf8');

/** The blocks of the page as files, as a reader would save them, beside a `pullquote.js` with the test's community in it. */
mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
const folder = mkdtempSync(join(root, 'node_modules/.cache/adapters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const [, name = '', code = ''] of page.matchAll(/```js\n\/\/ ([\w-]+\.js)\n([^]*?)```/g))
  writeFileSync(join(folder, name), code);
writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
writeFileSync(
  join(folder, 'pullquote.js'),
  'export const community = { fetch: (request) => globalThis.pullquoteCommunity.fetch(request) };',
);

interface Snippet {
  readonly server?: Server;
  readonly app?: {
    fetch(request: Request): Promise<Response>;
    listen?: (options: object) => Promise<unknown>;
    server?: Server;
  };
  readonly GET?: (request: Request) => Promise<Response>;
  readonly POST?: (request: Request) => Promise<Response>;
}
const load = (name: string) => import(join(folder, name)) as Promise<Snippet>;
const use = (community: Community) => Object.assign(globalThis, { pullquoteCommunity: community });

async function listening(server: Server): Promise<string> {
  if (!server.listening) {
    server.listen(0, '127.0.0.1');
    await new Promise((ready) => server.once('listening', ready));
  }
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const WAYS: Record<string, () => Promise<Server>> = {
  'node:http': async () => (await load('node-http.js')).server as Server,
  Express: async () => createServer((await load('express.js')).app as unknown as RequestListener),
  Fastify: async () => {
    const { app } = await load('fastify.js');
    await app?.listen?.({ port: 0, host: '127.0.0.1' });
    return app?.server as Server;
  },
  Hono: async () => {
    const { app } = await load('hono.js');
    return serve({
      fetch: (request) => app?.fetch(request) ?? Response.error(),
      port: 0,
      hostname: '127.0.0.1',
    }) as Server;
  },
};

describe.each(Object.entries(WAYS))('%s', (_, make) => {
  it('hands /pq/ over with its bodies, and keeps every other path', async () => {
    const made = await bench();
    use(made.community);
    const server = await make();
    try {
      const at = await listening(server);
      expect(await (await fetch(`${at}/`)).text()).toBe('Forum');
      expect(await (await fetch(`${at}/pq/community.json`)).json()).toMatchObject({ id: ORIGIN });
      const posted = await fetch(`${at}/pq/facts`, {
        method: 'POST',
        body: JSON.stringify([fact()]),
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      });
      expect([posted.status, await posted.json()]).toMatchObject([200, { accepted: 1 }]);
      const share = await fetch(`${at}/pq/share`, { redirect: 'manual' });
      expect([share.status, share.headers.get('location')]).toEqual([302, '/new']);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});

it('Next: a route handler of the App Router', async () => {
  const made = await bench();
  use(made.community);
  const { GET, POST } = await load('next.js');
  expect((await GET?.(new Request(`${ORIGIN}/pq/community.json`)))?.status).toBe(200);
  const request = new Request(`${ORIGIN}/pq/facts`, {
    method: 'POST',
    body: JSON.stringify([fact()]),
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
  });
  expect(await (await POST?.(request))?.json()).toMatchObject({ accepted: 1 });
});
