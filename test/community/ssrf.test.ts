import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcp } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { isPublicAddress, publicFetch, type Resolve } from '@pullquote/community';
import { FOLDER_PATH } from '@pullquote/record';
import { afterEach, describe, expect, it } from 'vitest';
import { guardedGet } from '../../packages/community/src/prefetch/guarded-get.js';
import { TestPublisher } from './publisher.js';
import { emptyBench, fact } from './setup.js';

const closing: { close(): void }[] = [];
afterEach(() => closing.splice(0).forEach((one) => one.close()));

async function listen(answer: RequestListener): Promise<{ origin: string; port: number; asked: () => number }> {
  let asked = 0;
  const server: Server = createServer((request, reply) => {
    asked += 1;
    answer(request, reply);
  });
  closing.push({ close: () => (server.closeAllConnections(), server.close()) });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, asked: () => asked };
}

/** Counts what reaches this machine at all, TLS or not. */
async function tripwire(): Promise<{ port: number; touched: () => number }> {
  let touched = 0;
  const server = createTcp((socket) => {
    touched += 1;
    socket.destroy();
  });
  closing.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { port: (server.address() as AddressInfo).port, touched: () => touched };
}

const get = (url: string, resolve?: Resolve, options = {}) =>
  guardedGet(publicFetch(resolve), url, { limit: 64 * 1024, signal: new AbortController().signal, ...options }).then(
    () => 'got it',
    (error: { code: string }) => error.code,
  );
const to =
  (address: string, family = address.includes(':') ? 6 : 4): Resolve =>
  () =>
    Promise.resolve([{ address, family }]);

describe('addresses', () => {
  it.each([
    '0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255',
    '192.0.0.8', '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1',
    '255.255.255.255', '::', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:169.254.169.254',
    '::127.0.0.1', '64:ff9b::10.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', '100::1', '2001::1', '2001:10::1', '2001:db8::1',
    '2002:7f00:1::', '2002:0a00:0001::1', '3fff::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '5f00::1',
    'localhost', '', '127.1', '2130706433', '0x7f000001', '999.1.1.1',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false)); // prettier-ignore

  it.each([
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '::ffff:1.1.1.1',
    '64:ff9b::101:101',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));
});

describe('what a publisher may make the server ask for', () => {
  it('is nothing of this machine or its network, in whatever notation', async () => {
    const { port, touched } = await tripwire();
    const hosts = [
      '127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f.1', '0x7f000001', '0177.0.0.1', '017700000001', '0', '0.0.0.0', '%31%32%37.0.0.1',
      '127。0。0。1', '①②⑦.0.0.1', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:7f00:0001]', '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]', '169.254.169.254', '10.0.0.1', '192.168.0.1', '172.16.0.1', '100.64.0.1', '[fe80::1]', '[fd00::1]', 'localhost',
    ]; // prettier-ignore
    for (const host of hosts) expect([host, await get(`https://${host}:${port}/`)]).toEqual([host, 'private-address']);
    expect(touched()).toBe(0);
  });

  it('is nothing behind a name that leads there, alone or among others', async () => {
    const { port, touched } = await tripwire();
    const url = `https://publisher.example:${port}/`;
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', '169.254.169.254', 'fd00::1'])
      expect([address, await get(url, to(address))]).toEqual([address, 'private-address']);
    const mixed: Resolve = () =>
      Promise.resolve([
        { address: '1.1.1.1', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    expect(await get(url, mixed)).toBe('private-address');
    expect(await get(url, () => Promise.resolve([]))).toBe('private-address');
    expect(touched()).toBe(0);
  });

  it('is asked for at the very address that was checked: what a name answers the second time is never heard', async () => {
    // http, for which this machine is what is allowed, stands in for https and the public internet: it is the same code.
    const { port, asked } = await listen((_, reply) => reply.end('{}'));
    const seen: string[] = [];
    const rebinding: Resolve = (hostname) => {
      seen.push(hostname);
      return Promise.resolve([{ address: seen.length === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
    };
    const fetcher = publicFetch(rebinding);
    const options = { limit: 64, signal: new AbortController().signal };
    await guardedGet(fetcher, `http://localhost:${port}/`, options);
    expect([seen, asked()]).toEqual([['localhost'], 1]);
    // The other way round: what was allowed before doesn't let a later answer through.
    expect(await get(`http://localhost:${port}/`, to('10.0.0.1'))).toBe('private-address');
    expect(await get(`http://localhost:${port}/`, to('1.1.1.1'))).toBe('private-address');
  });

  it('is no events endpoint in this network, even when a listed publisher names one', async () => {
    const { port, touched } = await tripwire();
    const response = publicFetch()(`https://127.0.0.1:${port}/v1/events`, { method: 'POST', body: '[]' });
    await expect(response).rejects.toMatchObject({ code: 'ERR_PRIVATE_ADDRESS' });
    expect(touched()).toBe(0);
  });
});

describe('what a publisher may answer', () => {
  it('no redirect, were it to itself, and no endless row of them', async () => {
    const { origin, asked } = await listen((request, reply) =>
      reply.writeHead(302, { location: `${request.url}x` }).end(),
    );
    expect(await get(`${origin}/`)).toBe('redirect');
    expect(asked()).toBe(1);
  });

  it('no bomb: what unpacks to more than fits is stopped where it stops fitting', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });
    const { origin } = await listen((_, reply) =>
      reply.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' }).end(bomb),
    );
    const before = process.memoryUsage().rss;
    expect(await get(`${origin}/`)).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(48 * 1024 * 1024);
  });

  it('nothing larger than it says, and nothing without end', async () => {
    const announced = await listen((_, reply) => reply.writeHead(200, { 'content-length': 1e9 }).flushHeaders());
    expect(await get(announced.origin)).toBe('too-large');
    const endless = await listen((_, reply) => {
      const more = () => void reply.write(Buffer.alloc(16 * 1024), more);
      more();
    });
    expect(await get(endless.origin)).toBe('too-large');
  });

  it('no body that comes a byte at a time, and no silence', async () => {
    const slow = await listen((_, reply) => {
      reply.writeHead(200);
      const timer = setInterval(() => reply.write(' '), 20);
      reply.on('close', () => clearInterval(timer));
    });
    expect(await get(slow.origin, undefined, { timeoutMs: 300 })).toBe('unreachable');
    const silent = await listen(() => undefined);
    expect(await get(silent.origin, undefined, { timeoutMs: 300 })).toBe('unreachable');
  });

  it('no page, picture or script; types that web servers give to unknown files are taken', async () => {
    let type = '';
    const { origin } = await listen((_, reply) =>
      reply.writeHead(200, type === '' ? {} : { 'content-type': type }).end('{}'),
    );
    for (type of [
      'text/html',
      'text/html; charset=utf-8',
      'image/svg+xml',
      'text/javascript',
      'application/xml',
      'nonsense',
    ])
      expect([type, await get(origin)]).toEqual([type, 'content-type']);
    for (type of [
      '',
      'application/json',
      'application/jose',
      'application/statuslist+jwt',
      'text/plain; charset=utf-8',
      'application/octet-stream',
      'binary/octet-stream',
    ])
      expect([type, await get(origin)]).toEqual([type, 'got it']);
  });
});

it('is the way that a community fetches unless it is given another', async () => {
  const { origin, port } = await listen((request, reply) =>
    reply.writeHead(request.url === FOLDER_PATH ? 200 : 404, { 'content-type': 'application/json' }).end('{}'),
  );
  const made = await emptyBench();
  await made.open({
    publishers: [
      { origin, name: 'On this machine, for trying out' },
      { origin: `https://127.0.0.1:${port}`, name: 'Within' },
    ],
    fetch: undefined,
  });
  const { publishers } = await made.community.refresh();
  expect(publishers.map(({ refused }) => refused[0]?.code)).toEqual(['malformed', 'private-address']);
});

it('sends no batch into this network, and leaves it to a person', async () => {
  const { port, touched } = await tripwire();
  const held: { publisher?: TestPublisher } = {};
  const { origin } = await listen((request, reply) => {
    void held.publisher?.answer(new Request(`${origin}${request.url ?? '/'}`)).then(async (answer) => {
      reply.writeHead(answer.status, Object.fromEntries(answer.headers));
      reply.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  held.publisher = await TestPublisher.create(origin);
  held.publisher.descriptor = { events: `https://127.0.0.1:${port}/v1/events` };
  await held.publisher.add();
  const made = await emptyBench();
  await made.open({ publishers: [{ origin, name: 'P' }], fetch: undefined, demo: true });
  await made.community.refresh();
  await made.post([fact()]);
  const { delivered, outbox } = await made.community.closeDay();
  expect([delivered, outbox]).toMatchObject([0, [{ state: 'refused', attempts: 1 }]]);
  expect(outbox[0]?.reason).toContain('public internet');
  expect(touched()).toBe(0);
});
