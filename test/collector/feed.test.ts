import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PullquoteEvent } from '@pullquote/events';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { guardedPost } from '../../packages/collector/src/feed/post.js';
import { isPublicAddress } from '../../packages/collector/src/feed/public-address.js';
import { MAX_ATTEMPTS, retryDelay } from '../../packages/collector/src/feed/retry.js';
import { createSender, MAX_DEAD } from '../../packages/collector/src/feed/sender.js';
import { checkTarget } from '../../packages/collector/src/feed/target.js';
import { bench, event, NOW, OTHER_PUBLISHER, PUBLISHER, send, type Bench } from './setup.js';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function feed(
  { collector }: Bench,
  query = '',
): Promise<{ events: PullquoteEvent[]; cursor: string; status: number }> {
  const response = await collector.fetch(new Request(`http://127.0.0.1/v1/feed${query}`));
  const text = await response.text();
  const events = response.ok
    ? text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as PullquoteEvent)
    : [];
  return { events, cursor: response.headers.get('pullquote-cursor') ?? '', status: response.status };
}

describe('the feed', () => {
  it('gives every event once, as it came, while others come in', async () => {
    const it = await bench();
    const sent: string[] = [];
    const got: string[] = [];
    let cursor = '';
    for (let round = 0; round < 6; round++) {
      const batch = Array.from({ length: 7 }, () => event());
      sent.push(...batch.map(({ id }) => id));
      await send(it.collector, batch, it.key);
      const page = await feed(it, `?limit=5${cursor === '' ? '' : `&cursor=${cursor}`}`);
      got.push(...page.events.map(({ id }) => id));
      cursor = page.cursor;
    }
    for (;;) {
      const page = await feed(it, `?limit=5&cursor=${cursor}`);
      got.push(...page.events.map(({ id }) => id));
      cursor = page.cursor;
      if (page.events.length === 0) break;
    }
    expect([...got].sort()).toEqual([...sent].sort());
    expect(new Set(got).size).toBe(got.length);
    const whole = event({ depth: 2 }, { type: 'org.pullquote.reshared.v1' });
    await send(it.collector, [whole], it.key);
    expect((await feed(it, `?cursor=${cursor}`)).events).toEqual([whole]);
  });

  it('gives a cursor before there is anything, and goes on from it', async () => {
    const it = await bench();
    const empty = await feed(it);
    expect(empty).toMatchObject({ events: [], status: 200 });
    await send(it.collector, [event()], it.key);
    expect((await feed(it, `?cursor=${empty.cursor}`)).events).toHaveLength(1);
  });

  it('waits for the next event where it is asked to', async () => {
    const it = await bench();
    const { cursor } = await feed(it);
    const waiting = feed(it, `?wait=20&cursor=${cursor}`);
    await send(it.collector, [event()], it.key);
    expect((await waiting).events).toHaveLength(1);
  });

  it('refuses a cursor that is none, and parameters that do not exist', async () => {
    const it = await bench();
    for (const query of [
      '?cursor=rubbish',
      `?cursor=${Buffer.from('feed:999').toString('base64url')}`,
      '?limit=0',
      '?wait=61',
      '?x=1',
    ])
      expect((await feed(it, query)).status).toBe(400);
  });

  it('has nothing of another publisher in it', async () => {
    const publishers = [PUBLISHER, OTHER_PUBLISHER].map((origin) => ({ origin, name: origin }));
    const it = await bench({ publishers });
    await send(it.collector, [event(), event()], it.key);
    expect((await feed(it, `?publisher=${OTHER_PUBLISHER}`)).events).toEqual([]);
    const mine = await feed(it, `?publisher=${PUBLISHER}`);
    expect(mine.events).toHaveLength(2);
    expect((await feed(it, `?publisher=${OTHER_PUBLISHER}&cursor=${mine.cursor}`)).status).toBe(400);
  });
});

interface Receiver {
  readonly url: string;
  readonly got: { headers: IncomingHttpHeaders; body: string }[];
  /** What it answers next; 204 when there is nothing left. */
  readonly answers: (number | [number, Record<string, string>])[];
}

async function receiver(): Promise<Receiver> {
  const got: Receiver['got'] = [];
  const answers: Receiver['answers'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      const next = answers.shift() ?? 204;
      const [status, headers] = typeof next === 'number' ? [next, {}] : next;
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got, answers };
}

async function hooked(more: { from?: string } = {}) {
  const it = await bench({ allowLoopbackWebhooks: true });
  const target = await receiver();
  let now = NOW;
  const { webhooks, log } = it.collector.store;
  const sender = createSender({
    webhooks,
    log,
    post: guardedPost({ allowLoopback: true }),
    clock: () => now,
    chance: () => 0.5,
  });
  const call = async (method: string, path: string, body?: unknown) => {
    const init =
      body === undefined
        ? { method }
        : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await it.collector.fetch(new Request(`http://127.0.0.1${path}`, init));
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  };
  const made = await call('POST', '/v1/webhooks', { url: target.url, ...more });
  expect(made.status).toBe(201);
  const { id, secret } = made.body as { id: string; secret: string };
  return {
    ...{ it, target, sender, call, id, secret },
    post: (events: readonly PullquoteEvent[]) => send(it.collector, events, it.key),
    later: (ms: number) => (now += ms),
    show: async () =>
      ((await call('GET', '/v1/webhooks')).body as unknown as { webhooks: Record<string, unknown>[] }).webhooks[0],
    deliveries: async () =>
      (
        (await call('GET', `/v1/webhooks/${id}/deliveries`)).body as unknown as {
          deliveries: Record<string, unknown>[];
        }
      ).deliveries,
  };
}

const DAY_MS = 86_400_000;

describe('webhooks', () => {
  it('post every event once, in order, signed after Standard Webhooks', async () => {
    const { target, sender, post, secret } = await hooked();
    const events = Array.from({ length: 230 }, () => event());
    await post(events);
    await sender.turn();
    const verifier = new Verifier(secret);
    const got = target.got.flatMap(({ headers, body }) => {
      const now = Math.floor(Date.now() / 1_000);
      // The sender's clock is the test's: the signature is checked over its own time, which the library would call too old.
      expect(Math.abs(Number(headers['webhook-timestamp']) - NOW / 1_000)).toBeLessThan(5);
      expect(now).toBeGreaterThan(0);
      expect(headers['content-type']).toBe('application/cloudevents-batch+json');
      const expected = verifier.sign(String(headers['webhook-id']), new Date(NOW), body);
      expect(headers['webhook-signature']).toBe(expected);
      return JSON.parse(body) as PullquoteEvent[];
    });
    expect(target.got).toHaveLength(3);
    expect(got.map(({ id }) => id).sort()).toEqual(events.map(({ id }) => id).sort());
    await sender.turn();
    expect(target.got).toHaveLength(3);
  });

  it('pass the verifier as it stands, by the real clock', async () => {
    const { it: own, target, post, secret } = await hooked();
    const { webhooks, log } = own.collector.store;
    await post([event()]);
    await createSender({ webhooks, log, post: guardedPost({ allowLoopback: true }), clock: Date.now }).turn();
    const [first] = target.got;
    expect(new Verifier(secret).verify(first?.body ?? '', first?.headers as Record<string, string>)).toHaveLength(1);
    expect(() =>
      new Verifier(secret).verify(`${first?.body ?? ''} `, first?.headers as Record<string, string>),
    ).toThrow();
  });

  it('begin with what comes from now on, or with the oldest that is kept', async () => {
    const { it: own, target, sender, post, call } = await hooked();
    await post([event(), event()]);
    const late = await receiver();
    expect((await call('POST', '/v1/webhooks', { url: late.url })).status).toBe(201);
    const whole = await receiver();
    expect((await call('POST', '/v1/webhooks', { url: whole.url, from: 'oldest' })).status).toBe(201);
    await sender.turn();
    expect([target, late, whole].map(({ got }) => got.length)).toEqual([1, 0, 1]);
    expect(await own.rows('deliveries')).toBe(0);
  });

  it('try again with the same id, later and later, and as late as they are asked to', async () => {
    const { target, sender, post, later, show } = await hooked();
    target.answers.push(500, [429, { 'retry-after': '7200' }], 204);
    await post([event()]);
    await sender.turn();
    await sender.turn();
    expect(target.got).toHaveLength(1);
    expect(await show()).toMatchObject({ state: 'active', waiting: 1, lastFailure: 'It answered 500.' });
    later(5_000);
    await sender.turn();
    expect(target.got).toHaveLength(2);
    later(3_600_000);
    await sender.turn();
    expect(target.got).toHaveLength(2);
    later(3_600_000);
    await sender.turn();
    expect(target.got).toHaveLength(3);
    expect(new Set(target.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(target.got.map(({ headers }) => headers['webhook-signature'])).size).toBe(3);
    expect(await show()).toMatchObject({ waiting: 0, dead: 0 });
  });

  it('set a message aside that is refused for days, and send it again when a person asks', async () => {
    const { target, sender, post, later, show, deliveries, call, id } = await hooked();
    target.answers.push(...Array<number>(MAX_ATTEMPTS).fill(400));
    await post([event()]);
    for (let i = 0; i < MAX_ATTEMPTS; i++) {
      await sender.turn();
      later(DAY_MS);
    }
    expect(await show()).toMatchObject({ state: 'active', waiting: 0, dead: 1 });
    // The next one goes: the receiver is there.
    await post([event()]);
    await sender.turn();
    expect(target.got).toHaveLength(MAX_ATTEMPTS + 1);
    const [dead] = await deliveries();
    expect(dead).toMatchObject({ state: 'dead', attempts: MAX_ATTEMPTS, reason: 'It answered 400.' });
    const again = `/v1/webhooks/${id}/deliveries/${String(dead?.['id'])}/send`;
    expect((await call('POST', again)).status).toBe(202);
    await sender.turn();
    expect(target.got).toHaveLength(MAX_ATTEMPTS + 2);
    expect(await deliveries()).toEqual([]);
    expect((await call('POST', again)).status).toBe(404);
  });

  it('pause where nobody answers, lose nothing, and go on when they are resumed', async () => {
    const { target, sender, post, later, show, call, id } = await hooked();
    target.answers.push(...Array<number>(MAX_ATTEMPTS).fill(503));
    const [first, second] = [event(), event()];
    await post([first]);
    for (let i = 0; i < MAX_ATTEMPTS; i++) {
      await sender.turn();
      later(DAY_MS);
    }
    expect(await show()).toMatchObject({ state: 'paused', dead: 1, lastFailure: 'It answered 503.' });
    await post([second]);
    await sender.turn();
    expect(target.got).toHaveLength(MAX_ATTEMPTS);
    expect((await call('PUT', `/v1/webhooks/${id}`, { state: 'active' })).body).toMatchObject({ state: 'active' });
    await sender.turn();
    expect(target.got.at(-1)?.body).toContain(second.id);
  });

  it('pause at once on 410, and after many messages that were given up', async () => {
    const gone = await hooked();
    gone.target.answers.push(410);
    await gone.post([event()]);
    await gone.sender.turn();
    expect(await gone.show()).toMatchObject({ state: 'paused', dead: 1 });

    const choosy = await hooked();
    choosy.target.answers.push(...Array<number>(MAX_ATTEMPTS * MAX_DEAD).fill(422));
    for (let n = 0; n < MAX_DEAD; n++) {
      await choosy.post([event()]);
      for (let i = 0; i < MAX_ATTEMPTS; i++) {
        await choosy.sender.turn();
        choosy.later(DAY_MS);
      }
    }
    expect(await choosy.show()).toMatchObject({ state: 'paused', dead: MAX_DEAD });
  });

  it('say so when events were removed before they could be sent', async () => {
    const { it: own, target, sender, post, show, deliveries, call, id } = await hooked();
    await call('PUT', `/v1/webhooks/${id}`, { state: 'paused' });
    await post([event({ day: '2026-11-01' })]);
    await own.collector.store.keeping.prune('2026-11-10');
    const kept = event();
    await post([kept]);
    await call('PUT', `/v1/webhooks/${id}`, { state: 'active' });
    await sender.turn();
    expect(target.got.map(({ body }) => JSON.parse(body) as unknown)).toEqual([[kept]]);
    expect(await show()).toMatchObject({ dead: 1 });
    expect((await deliveries())[0]?.['reason']).toContain('removed before they could be sent');
  });

  it('never tell a secret twice, and write who changed what', async () => {
    const { it: own, call, id, secret } = await hooked();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    for (const path of ['/v1/webhooks', `/v1/webhooks/${id}/deliveries`])
      expect(JSON.stringify((await call('GET', path)).body)).not.toContain(secret);
    expect((await call('DELETE', `/v1/webhooks/${id}`)).status).toBe(204);
    expect((await call('DELETE', `/v1/webhooks/${id}`)).status).toBe(404);
    const audit = await own.collector.store.audit.list({ publisher: PUBLISHER, limit: 10 });
    expect(audit.map(({ action }) => action)).toEqual(['webhook.remove', 'webhook.add']);
    expect(JSON.stringify(audit)).not.toContain(secret);
  });
});

describe('where a webhook may point', () => {
  it.each([
    'http://hooks.example/x',
    'https://localhost/x',
    'https://127.0.0.1/x',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://192.168.1.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://user:pass@hooks.example/',
    'ftp://hooks.example/',
    'nonsense',
  ])('not to %s', (url) => {
    expect(() => checkTarget(url, { allowLoopback: false })).toThrow(/^url: must/);
  });

  it('is a public https address', () => {
    expect(checkTarget('https://hooks.example/x#y', { allowLoopback: false }).href).toBe('https://hooks.example/x');
    expect(['8.8.8.8', '2606:4700::1111'].map(isPublicAddress)).toEqual([true, true]);
    expect(
      ['100.64.0.1', '192.0.2.1', '2001:db8::1', '2002:0a00:0001::', '64:ff9b::a00:1', 'x'].map(isPublicAddress),
    ).toEqual(Array(6).fill(false));
    expect(checkTarget('http://127.0.0.1:9/x', { allowLoopback: true }).port).toBe('9');
    expect(() => checkTarget('https://10.0.0.1/', { allowLoopback: true })).toThrow();
  });

  it('is looked at again at the moment of connecting: a name that leads back here reaches nothing', async () => {
    const target = await receiver();
    const port = new URL(target.url).port;
    // `localtest` names are refused by their text; this one passes the text and is refused by its address.
    const post = guardedPost({ allowLoopback: false });
    expect(await post(`https://localhost:${port}/`, {}, '[]')).toEqual({ failed: expect.stringContaining('private') });
    const { lookup } = await import('node:dns/promises');
    const host = (await import('node:os')).hostname();
    const own = await lookup(host).catch(() => undefined);
    if (own && !isPublicAddress(own.address))
      expect(await post(`https://${host}:${port}/`, {}, '[]')).toEqual({
        failed: 'The name stands for a private address.',
      });
    expect(target.got).toEqual([]);
  });

  it('follows no redirect', async () => {
    const [here, there] = [await receiver(), await receiver()];
    here.answers.push([307, { location: there.url }]);
    expect(await guardedPost({ allowLoopback: true })(here.url, {}, '[]')).toMatchObject({ status: 307 });
    expect(there.got).toEqual([]);
  });
});

describe('the wait between attempts', () => {
  it('grows, is never the same for all, and ends', () => {
    expect(retryDelay(1, null, NOW, 0)).toBe(2_500);
    expect(retryDelay(1, null, NOW, 0.999)).toBeCloseTo(5_000, -1);
    expect(retryDelay(5, null, NOW, 0)).toBe(640_000);
    expect(retryDelay(50, null, NOW, 0.999)).toBeLessThanOrEqual(10 * 3_600_000);
    expect(retryDelay(1, '60', NOW, 0)).toBe(60_000);
    expect(retryDelay(1, new Date(NOW + 90_000).toUTCString(), NOW, 0)).toBe(90_000);
    expect(retryDelay(1, '999999999', NOW, 0)).toBe(DAY_MS);
    expect(retryDelay(1, 'soon', NOW, 0)).toBe(2_500);
  });
});
