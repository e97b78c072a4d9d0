import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchCommunity } from '@pullquote/collector';
import { generateKey, thumbprint } from '@pullquote/record';
import { afterEach, describe, expect, it } from 'vitest';
import { bench, COMMUNITY, descriptor, event, OTHER_COMMUNITY, send, trust } from './setup.js';

describe('trusting a community', () => {
  it('takes exactly the keys that were confirmed', async () => {
    const { collector } = await bench({}, { trusting: false });
    const [first, second] = [await generateKey(), await generateKey()];
    const file = await descriptor(COMMUNITY, [first, second]);
    await expect(collector.trust.add(file, [])).rejects.toMatchObject({ code: 'key-not-confirmed' });
    await expect(collector.trust.add(file, [first.kid])).rejects.toMatchObject({ code: 'key-not-confirmed' });
    await expect(
      collector.trust.add(file, [first.kid, second.kid, await thumbprint(await generateKey())]),
    ).rejects.toMatchObject({ code: 'key-not-confirmed' });
    expect(await collector.trust.list()).toEqual([]);

    const change = await collector.trust.add(file, [first.kid, second.kid]);
    expect(change).toEqual({ id: COMMUNITY, added: [first.kid, second.kid], removed: [] });
    expect(await collector.trust.list()).toMatchObject([
      { id: COMMUNITY, name: 'Grand Round', country: 'US', funding: 'Paid for by its members.', since: '2026-11-22' },
    ]);
    expect((await send(collector, [event()], second)).status).toBe(202);
  });

  it('goes by the thumbprint that is worked out from the key, not by the kid that it claims', async () => {
    const { collector } = await bench({}, { trusting: false });
    const [known, forged] = [await generateKey(), await generateKey()];
    const file = await descriptor(COMMUNITY, [{ ...forged, kid: known.kid }]);
    await expect(collector.trust.add(file, [known.kid])).rejects.toMatchObject({ code: 'key-not-confirmed' });
  });

  it('asks again for a changed key and drops the one that is gone', async () => {
    const { collector, key } = await bench();
    const next = await generateKey();
    const changed = await descriptor(COMMUNITY, [next]);
    await expect(collector.trust.add(changed, [])).rejects.toThrow(/has changed its keys/);
    expect((await send(collector, [event()], key)).status).toBe(202);

    expect(await collector.trust.add(changed, [next.kid])).toEqual({
      id: COMMUNITY,
      added: [next.kid],
      removed: [key.kid],
    });
    expect((await send(collector, [event()], next)).status).toBe(202);
    expect(await send(collector, [event()], key)).toMatchObject({ status: 403, body: { code: 'unknown-community' } });
  });

  it('needs no new word for a new name with the same key, and keeps its first day', async () => {
    const { collector, key } = await bench();
    await collector.trust.add(await descriptor(COMMUNITY, [key], { name: 'Grand Round UK', country: 'GB' }), []);
    expect(await collector.trust.list()).toMatchObject([
      { name: 'Grand Round UK', country: 'GB', since: '2026-11-22' },
    ]);
  });

  it('never lets a community take another one’s kid', async () => {
    const { collector, key } = await bench();
    const thief = { ...(await generateKey()), kid: key.kid };
    const file = await descriptor(OTHER_COMMUNITY, [thief]);
    await expect(trust(collector, file)).rejects.toMatchObject({ code: 'trust' });
    expect(await collector.trust.list()).toHaveLength(1);
    expect((await send(collector, [event()], key)).status).toBe(202);
  });

  it.each<[string, object]>([
    ['schema', { schema: 'something-else/1' }],
    ['id', { id: 'http://grand-round.example' }],
    ['country', { country: 'United States' }],
    ['jwks.keys', { jwks: { keys: [] } }],
  ])('refuses a descriptor with a wrong %s and names the field', async (field, wrong) => {
    const { collector } = await bench({}, { trusting: false });
    const file = { ...(await descriptor(COMMUNITY, [await generateKey()])), ...wrong };
    await expect(collector.trust.add(file, [])).rejects.toThrow(`community.json, ${field}:`);
  });

  it('refuses two keys with one kid', async () => {
    const { collector, key } = await bench({}, { trusting: false });
    const twin = { ...(await generateKey()), kid: key.kid };
    await expect(trust(collector, await descriptor(COMMUNITY, [key, twin]))).rejects.toThrow('same kid');
  });
});

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('fetching a descriptor', () => {
  it('reads it at its place on the community’s origin', async () => {
    const key = await generateKey();
    let origin = '';
    origin = await serve((request, response) => {
      expect(request.url).toBe('/pq/community.json');
      void descriptor(origin, [key]).then((file) => response.end(JSON.stringify(file)));
    });
    expect(await fetchCommunity(origin)).toMatchObject({ id: origin, jwks: { keys: [{ kid: key.kid }] } });
  });

  it.each(['http://forum.example', 'https://forum.example/path', 'https://a:b@forum.example', 'forum.example'])(
    'refuses %s',
    async (origin) => {
      await expect(fetchCommunity(origin)).rejects.toMatchObject({ code: 'usage' });
    },
  );

  it('follows no redirect', async () => {
    let followed = false;
    const origin = await serve((request, response) => {
      if (request.url === '/elsewhere') followed = true;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    await expect(fetchCommunity(origin)).rejects.toThrow(/redirect/);
    expect(followed).toBe(false);
  });

  it.each<[string, RequestListener, string]>([
    ['is missing', (_, response) => response.writeHead(404).end(), 'unreachable'],
    ['is not JSON', (_, response) => response.end('<html>'), 'trust'],
    ['is too large', (_, response) => response.end('x'.repeat(300_000)), 'trust'],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{');
        setTimeout(() => response.destroy(), 20);
      },
      'unreachable',
    ],
    ['never comes', () => undefined, 'unreachable'],
  ])('says so when it %s', async (_, listener, code) => {
    await expect(fetchCommunity(await serve(listener), { timeoutMs: 500 })).rejects.toMatchObject({ code });
  });

  it('refuses one that names another community', async () => {
    const file = await descriptor(COMMUNITY, [await generateKey()]);
    const origin = await serve((_, response) => response.end(JSON.stringify(file)));
    await expect(fetchCommunity(origin)).rejects.toThrow(/names another community/);
  });
});
