import { describe, expect, it } from 'vitest';
import { OTHER_PUBLISHER, PUBLISHER } from '../setup.js';
import { bearer, site } from './setup.js';

const DAY = 86_400_000;

async function refusal(response: Response): Promise<string> {
  return `${response.status} ${((await response.json()) as { code: string }).code}`;
}

describe('a key', () => {
  it('opens the reports of its publisher, and says whose it is', async () => {
    const it = await site();
    const key = await it.key({ name: 'Nightly export' });
    const answer = await it.ask('/v1/session', bearer(key));
    expect(await answer.json()).toEqual({
      publisher: { origin: PUBLISHER, name: 'Parke-Davis' },
      scope: 'read',
      key: { id: key.slice(4, 12), name: 'Nightly export' },
    });
    expect((await it.ask('/v1/report.json', bearer(key))).status).toBe(200);
  });

  it('is nowhere in the store, in part or whole', async () => {
    const it = await site();
    const key = await it.key();
    await it.ask('/v1/report.json', bearer(key));
    await it.signIn(key);
    const bytes = await it.bytes();
    expect(bytes).toContain(key.slice(4, 12));
    expect(bytes).not.toContain(key.slice(12, 24));
    expect(bytes).not.toContain(key.slice(-16));
  });

  it('is refused with the reason, in words for whoever holds it', async () => {
    const it = await site();
    const key = await it.key({ lastDay: '2026-11-23' });
    const other = await it.key();
    expect(await refusal(await it.ask('/v1/report.json'))).toBe('401 key-none');
    expect(await refusal(await it.ask('/v1/report.json', bearer(key.slice(0, -1))))).toBe('401 key-malformed');
    expect(await refusal(await it.ask('/v1/report.json', { headers: { authorization: `Basic ${key}` } }))).toBe(
      '401 key-scheme',
    );
    await it.keys.revoke(other.slice(4, 12));
    expect(await refusal(await it.ask('/v1/report.json', bearer(other)))).toBe('401 key-revoked');
    const elsewhere = await (await site()).key();
    const unknown = await it.ask('/v1/report.json', bearer(elsewhere));
    expect(unknown.headers.get('www-authenticate')).toBe('Bearer');
    expect(await refusal(unknown)).toBe('401 key-unknown');

    it.pass(DAY + DAY / 2 - 1);
    expect((await it.ask('/v1/report.json', bearer(key))).status, 'the last moment of its last day').toBe(200);
    it.pass(1);
    const expired = await it.ask('/v1/report.json', bearer(key));
    expect(await expired.json()).toMatchObject({
      code: 'key-expired',
      detail: expect.stringContaining('23 November 2026'),
    });
  });

  it('with the id of one and the secret of another is unknown', async () => {
    const { makeAccessKey } = await import('../../../packages/collector/src/access/access-key.js');
    const it = await site();
    const key = await it.key();
    let forged = makeAccessKey();
    // The checksum is right: only the store can tell.
    const { crc32 } = await import('node:zlib');
    const start = `${key.slice(0, 12)}${forged.text.slice(12, 44)}`;
    forged = { id: key.slice(4, 12), text: start + base62(crc32(start)) };
    expect(await refusal(await it.ask('/v1/report.json', bearer(forged.text)))).toBe('401 key-unknown');
  });

  it('of a publisher that is served no more opens nothing', async () => {
    const it = await site();
    const key = await it.key({ publisher: 'https://gone.example' });
    expect(await refusal(await it.ask('/v1/report.json', bearer(key)))).toBe('403 not-served');
  });

  it('notes the day on which it was last used, and no time', async () => {
    const it = await site();
    const key = await it.key();
    const usedDay = async () => (await it.keys.list())[0]?.usedDay;
    expect(await usedDay()).toBeUndefined();
    await it.ask('/v1/report.json', bearer(key));
    expect(await usedDay()).toBe('2026-11-22');
    it.pass(DAY);
    await it.ask('/v1/report.json', bearer(key));
    expect(await usedDay()).toBe('2026-11-23');
  });

  it('with read changes nothing', async () => {
    const it = await site();
    const [read, admin] = [await it.key(), await it.key({ scope: 'admin' })];
    const change = (key: string) => it.ask('/v1/anything', { method: 'DELETE', ...bearer(key) });
    expect(await refusal(await change(read))).toBe('403 scope');
    expect(await refusal(await change(admin))).toBe('404 not-found');
  });

  it('says nothing of another publisher, served or not', async () => {
    const it = await site();
    const key = await it.key();
    const answers = [];
    for (const other of [OTHER_PUBLISHER, 'https://nobody.example', '', 'x'])
      for (const query of [
        `publisher=${other}`,
        `publisher=${PUBLISHER}&publisher=${other}`,
        `publisher=${other}&publisher=${PUBLISHER}`,
      ]) {
        const answer = await it.ask(`/v1/report.json?${query}`, bearer(key));
        answers.push(`${answer.status} ${await answer.text()}`);
      }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 .*unknown-publisher/);
    expect((await it.ask(`/v1/report.json?publisher=${PUBLISHER}`, bearer(key))).status).toBe(200);
  });
});

describe('too many', () => {
  it('requests with one key wait, and hold up no other key', async () => {
    const it = await site({ limits: { perKey: 3 } });
    const [key, other] = [await it.key(), await it.key()];
    const status = async (which: string) => (await it.ask('/v1/session', bearer(which))).status;
    expect([await status(key), await status(key), await status(key)]).toEqual([200, 200, 200]);
    const refused = await it.ask('/v1/session', bearer(key));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await status(other)).toBe(200);
  });

  it('wrong keys from an address are not even looked up, and lock out nobody whose key was right', async () => {
    const it = await site({ limits: { wrongKeys: 3, perAddress: 1_000 } });
    const [known, fresh] = [await it.key(), await it.key()];
    expect((await it.ask('/v1/session', bearer(known))).status).toBe(200);
    const wrong = await (await site()).key();
    for (let i = 0; i < 3; i += 1) expect((await it.ask('/v1/session', bearer(wrong))).status).toBe(401);
    expect((await it.ask('/v1/session', bearer(wrong))).status).toBe(429);
    expect((await it.ask('/v1/session', bearer(fresh))).status, 'a key that was never used waits with them').toBe(429);
    expect((await it.ask('/v1/session', bearer(known))).status).toBe(200);
    expect((await it.ask('/v1/session', bearer(fresh), '198.51.100.1')).status, 'another address').toBe(200);
  });

  it('requests without a key from one address wait', async () => {
    const it = await site({ limits: { perAddress: 5 } });
    const statuses = [];
    for (let i = 0; i < 7; i += 1) statuses.push((await it.ask('/v1/report.json')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await it.ask('/v1/report.json', {}, '198.51.100.1')).status).toBe(401);
    expect((await it.ask('/health')).status, 'what needs no key is not held up').toBe(200);
  });

  it('leave no address in the store or in the log', async () => {
    const it = await site({ limits: { perAddress: 2, wrongKeys: 1 } });
    const key = await it.key();
    for (let i = 0; i < 5; i += 1) {
      await it.ask('/v1/report.json', bearer(`${key.slice(0, -1)}x`), '203.0.113.77');
      await it.ask('/v1/report.json', { headers: { 'x-forwarded-for': '203.0.113.77' } }, '203.0.113.77');
    }
    await it.ask('/v1/report.json', bearer(key), '203.0.113.77');
    const bytes = await it.bytes();
    expect(bytes + it.log.join()).not.toContain('203.0.113.77');
  });
});

function base62(n: number): string {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let digits = '';
  for (let i = 0; i < 6; i += 1, n = Math.floor(n / 62)) digits = letters.charAt(n % 62) + digits;
  return digits;
}
