import { connect } from 'node:net';
import { join } from 'node:path';
import { startCollector } from '@pullquote/collector';
import { BATCH_TYPE, SIGNATURE_HEADER, signBatch } from '@pullquote/events';
import { generateKey, thumbprint } from '@pullquote/record';
import { afterEach, describe, expect, it } from 'vitest';
import { parseSettings, readConfig } from '../../../packages/collector/src/config.js';
import { createProbe } from '../../../packages/collector/src/operations/probe.js';
import { CollectorError } from '../../../packages/collector/src/errors.js';
import { bearer, form, site } from '../access/setup.js';
import { COMMUNITY, descriptor, event, PUBLISHER, tempFolder } from '../setup.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const TOKEN = 'a-token-of-the-metrics';

describe('health', () => {
  it('is the process for /health/live, and the store as well for /health', async () => {
    const it = await site();
    expect(await (await it.ask('/health/live')).json()).toEqual({ status: 'ok' });
    const answer = await it.ask('/health');
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { status: 'ok', store: 'writable', queue: { depth: 0, limit: 128 } },
    ]);
  });

  it('is 503 while the store takes no writes, says why in the log alone, and once', async () => {
    const it = await site({ metrics: { token: TOKEN } });
    // The writing connection is gone, as a disk could be.
    await it.store.close();
    for (let i = 0; i < 3; i += 1) {
      const answer = await it.ask('/health');
      expect([answer.status, await answer.json()]).toMatchObject([503, { status: 'unavailable', store: 'failing' }]);
    }
    expect((await it.ask('/health/live')).status).toBe(200);
    expect(await (await it.ask('/metrics', bearer(TOKEN))).text()).toContain('pullquote_collector_store_writable 0');
    expect(it.log).toHaveLength(1);
    expect(it.log[0]).toContain('The store takes no writes');
  });

  it('tries a write at most every ten seconds, however often it is asked', async () => {
    let [now, tries] = [0, 0];
    const fail = { on: false };
    const probe = createProbe(
      {
        touch: async () => {
          tries += 1;
          if (fail.on) throw new CollectorError('store', 'The disk of dataFile is full.');
        },
      },
      { now: () => now },
    );
    expect(await Promise.all(Array.from({ length: 50 }, probe))).toEqual(Array.from({ length: 50 }, () => undefined));
    fail.on = true;
    now = 9_999;
    expect(await probe()).toBeUndefined();
    now = 10_000;
    expect(await probe()).toBe('The disk of dataFile is full.');
    expect(tries).toBe(2);
    fail.on = false;
    now = 20_000;
    expect(await probe()).toBeUndefined();
  });

  it('does not wait for a disk that never answers', async () => {
    const probe = createProbe({ touch: () => new Promise(() => undefined) }, { patienceMs: 20 });
    expect(await probe()).toMatch(/has not answered/);
  });
});

describe('metrics', () => {
  it('count what was done, without a word of who did it', async () => {
    const it = await site({ metrics: { token: TOKEN } });
    const key = await generateKey();
    await it.trust.add(await descriptor(COMMUNITY, [key]), [await thumbprint(key)]);
    const { body, signature } = await signBatch([event(), event(), { no: 'event' }] as never, key, PUBLISHER);
    const batch = { method: 'POST', headers: { 'content-type': BATCH_TYPE, [SIGNATURE_HEADER]: signature }, body };
    await it.ask('/v1/events', batch);
    await it.ask('/v1/events', batch);
    await it.ask('/v1/report.json');
    await it.signIn(await it.key());
    const text = await (await it.ask('/metrics', bearer(TOKEN))).text();
    for (const line of [
      'pullquote_collector_events_total{outcome="accepted"} 2',
      'pullquote_collector_events_total{outcome="duplicate"} 2',
      'pullquote_collector_events_total{outcome="refused"} 2',
      'pullquote_collector_requests_total{route="/v1/events",method="POST",status="202"} 2',
      'pullquote_collector_requests_total{route="/sign-in",method="POST",status="303"} 1',
      'pullquote_collector_turned_away_total{status="401"} 1',
      'pullquote_collector_sign_ins_total 1',
      'pullquote_collector_queued_batches 0',
      'pullquote_collector_store_writable 1',
      `pullquote_collector_newest_day_seconds ${Date.UTC(2026, 10, 21) / 1_000}`,
    ])
      expect(text).toContain(`${line}\n`);
    expect(text).toMatch(/pullquote_collector_store_bytes \d{4,}/);
    expect(text).not.toMatch(/grand-round|publisher\.example|pqc_|192\.0\.2/);
  });

  it('have no more series however many paths and methods somebody makes up', async () => {
    const it = await site({ metrics: { token: TOKEN }, limits: { perAddress: 1_000_000 } });
    const series = async () => (await (await it.ask('/metrics', bearer(TOKEN))).text()).split('\n').length;
    const key = await it.key({ scope: 'admin' });
    const visit = async (i: number) => {
      await it.ask(`/made-up-${i}`);
      await it.ask(`/assets/made-up-${i}`);
      await it.ask(`/v1/${i}?q=${i}`, bearer(key));
      await it.ask(`/v1/report.json`, { ...bearer(key), method: `X${i}` });
    };
    await visit(0);
    await series();
    const before = await series();
    for (let i = 1; i < 100; i += 1) await visit(i);
    expect(await series()).toBe(before);
  });

  it('answer nobody without a token', async () => {
    const it = await site();
    expect((await it.ask('/metrics')).status).toBe(403);
    expect((await it.ask('http://127.0.0.1:4802/metrics')).status).toBe(403);
  });
});

describe('every answer', () => {
  it('carries the headers that shut a page in', async () => {
    const it = await site();
    const key = await it.key();
    const cookie = await it.signIn(key);
    const answers = [
      await it.ask('/'),
      await it.ask('/', { headers: { cookie, accept: 'text/html' } }),
      await it.ask('/nothing', bearer(key)),
      await it.ask('/v1/report.csv', bearer(key)),
      await it.ask('/v1/events', { method: 'POST' }),
      await it.ask('/v1/events', { method: 'PATCH' }),
      await it.ask('/sign-in'),
      await it.ask('/sign-in', form({ key: 'x'.repeat(20_000) })),
      await it.ask('/sign-out', { method: 'POST' }),
      await it.ask('/health'),
      await it.ask('/metrics'),
      await it.ask('/icon.svg'),
    ];
    // The dashboard runs a script of its own, and no other page does.
    const dashboard = answers[1];
    const scripted =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; " +
      "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
    const plain =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    for (const answer of answers) {
      const { headers, status } = answer;
      expect(headers.get('content-security-policy'), String(status)).toBe(answer === dashboard ? scripted : plain);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('promises https only where the settings know of it', async () => {
    const it = await site({ origin: undefined });
    expect((await it.ask('http://127.0.0.1:4802/sign-in')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('a collector that runs', () => {
  async function running(more: object = {}) {
    const lines: string[] = [];
    const settings = {
      ...parseSettings({
        dataFile: join(tempFolder(), 'collector.sqlite'),
        publishers: [{ origin: PUBLISHER, name: 'P' }],
        ...more,
      }),
      listen: { host: '127.0.0.1', port: 0 },
    };
    const log = {
      info: (fields: object, message: string) => void lines.push(JSON.stringify([fields, message])),
      error: (fields: object, message: string) => void lines.push(JSON.stringify([fields, message])),
    };
    const server = await startCollector(settings, { log });
    return { ...server, lines };
  }

  it('counts wrong keys by the address of the socket', async () => {
    const { url, close } = await running({ limits: { wrongKeys: 1 } });
    closers.push(close);
    const ask = async (forwarded: string) =>
      (await fetch(`${url}/v1/session`, { headers: { authorization: 'Bearer x', 'x-forwarded-for': forwarded } }))
        .status;
    expect([await ask('192.0.2.1'), await ask('192.0.2.2')]).toEqual([401, 429]);
  });

  it('and by what its proxy says, where there is one', async () => {
    const { url, close } = await running({ limits: { wrongKeys: 1 }, proxies: 1 });
    closers.push(close);
    const ask = async (forwarded: string) =>
      (await fetch(`${url}/v1/session`, { headers: { authorization: 'Bearer x', 'x-forwarded-for': forwarded } }))
        .status;
    expect([await ask('192.0.2.1'), await ask('192.0.2.2'), await ask('9.9.9.9, 192.0.2.1')]).toEqual([401, 401, 429]);
  });

  it('says that it starts and stops, and nothing of what was asked', async () => {
    const { url, close, lines } = await running();
    await fetch(`${url}/v1/report.json?secret=ada`, { headers: { 'user-agent': 'ada', authorization: 'Bearer ada' } });
    await close();
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^\[\{"host":"127\.0\.0\.1","port":\d+,"access":"keys","publishers":1,"schema":\d+\},"Started"\]$/,
    );
    expect(lines[1]).toMatch(/"Stopped"/);
    expect(lines.join()).not.toContain('ada');
  });

  it('does not wait for ever for somebody who keeps a connection', async () => {
    const { url, close } = await running();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    closers.push(async () => void socket.destroy());
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    socket.on('error', () => undefined);
    socket.write('GET /health HTTP/1.1\r\nhost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    const started = Date.now();
    await close();
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('starts with the settings of examples/deploy, apart from where they point', async () => {
    const settings = await readConfig(new URL('../../../examples/deploy/collector.yaml', import.meta.url).pathname);
    const dataFile = join(tempFolder(), 'collector.sqlite');
    const { url, close } = await startCollector(
      { ...settings, dataFile, listen: { host: '127.0.0.1', port: 0 } },
      { log: { error: () => undefined } },
    );
    closers.push(close);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });
});
