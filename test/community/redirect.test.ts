import { FOLDER_PATH } from '@pullquote/record';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { TestPublisher } from './publisher.js';
import { emptyBench, fact } from './setup.js';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A real server on loopback: only Node's own fetch shows whether a redirect is followed. */
async function listen(answer: (path: string, origin: string) => Promise<Response>): Promise<string> {
  let origin = '';
  const server = createServer((request, reply) => {
    request.resume();
    void answer(request.url ?? '/', origin).then(async (response) => {
      reply.writeHead(response.status, Object.fromEntries(response.headers));
      reply.end(Buffer.from(await response.arrayBuffer()));
    });
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return origin;
}

describe('redirects, with the real fetch', () => {
  it('are not followed to a descriptor', async () => {
    const asked: string[] = [];
    const origin = await listen((path, own) => {
      asked.push(path);
      return Promise.resolve(path === FOLDER_PATH ? Response.redirect(`${own}/moved`, 302) : new Response('{}'));
    });
    const made = await emptyBench();
    await made.open({ publishers: [{ origin, name: 'P' }], fetch: globalThis.fetch });
    const [report] = (await made.community.refresh()).publishers;
    expect(report).toMatchObject({ outcome: 'failed', refused: [{ code: 'redirect' }] });
    expect(asked).toEqual([FOLDER_PATH]);
  });

  it('are not followed with a batch', async () => {
    const asked: string[] = [];
    const served: TestPublisher[] = [];
    const origin = await listen(async (path, own) => {
      asked.push(path);
      if (path === '/elsewhere') return new Response('{}', { status: 202 });
      if (path === '/events') return Response.redirect(`${own}/elsewhere`, 307);
      return served[0]?.answer(new Request(own + path)) ?? new Response('{}', { status: 202 });
    });
    const publisher = await TestPublisher.create(origin);
    served.push(publisher);
    publisher.descriptor = { events: `${origin}/events` };
    await publisher.add();
    const made = await emptyBench();
    await made.open({ publishers: [{ origin, name: 'P' }], fetch: globalThis.fetch, demo: true });
    await made.community.refresh();
    await made.post([fact()]);
    expect(await made.community.closeDay()).toMatchObject({
      delivered: 0,
      outbox: [{ state: 'waiting', attempts: 1 }],
    });
    expect(asked).toContain('/events');
    expect(asked).not.toContain('/elsewhere');
  });
});
