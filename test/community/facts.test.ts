import { MAX_FACTS, PUBLIC_BOUND } from '@pullquote/events';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bench, DOCTOR, fact, ORIGIN, type Bench } from './setup.js';

interface Answer {
  accepted: number;
  duplicates: number;
  refused: { id?: string; code: string; detail: string }[];
}
const answer = async (response: Response): Promise<Answer> => {
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
};
const stored = (made: Bench) => made.rows('SELECT * FROM public_row');
const DAY = 86_400_000;
const vectors = JSON.parse(
  readFileSync(new URL('../../docs/developers/spec/vectors/fact.json', import.meta.url), 'utf8'),
) as { name: string; refused: string | null; fact: unknown }[];

describe('what is counted', () => {
  it('stores a public fact as a counter of its day and nothing else', async () => {
    const made = await bench();
    const response = await made.post([fact(), fact(), fact({ fact: 'reshared', depth: 2 })]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(await answer(response)).toEqual({ accepted: 3, duplicates: 0, refused: [] });
    const row = { day: '2026-11-18', publisher: made.publisher.origin, item: 'urn:example:lipitor', version: 1 };
    expect(stored(made)).toEqual([
      { ...row, fact: 'reshared', depth: 2, n: 1 },
      { ...row, fact: 'shared', depth: 1, n: 2 },
    ]);
  });

  it('counts an id once, within a request, in a later one and after a restart', async () => {
    const made = await bench();
    const one = fact();
    expect(await answer(await made.post([one, one]))).toMatchObject({ accepted: 1, duplicates: 1 });
    await made.open();
    expect(await answer(await made.post([one]))).toEqual({ accepted: 0, duplicates: 1, refused: [] });
    expect(stored(made)).toMatchObject([{ n: 1 }]);
  });

  it('keeps bare ids for 14 days, with nothing beside them but the day', async () => {
    const made = await bench();
    const one = fact();
    await made.post([one]);
    expect(made.rows('SELECT * FROM seen')).toEqual([{ id: one['id'], day: '2026-11-18' }]);
    made.clock.lane += 14 * DAY;
    await made.open({ demo: true });
    await made.community.closeDay();
    expect(made.rows('SELECT * FROM seen')).toEqual([]);
  });

  it('takes a fact that waited for days, as long as its id would still be known', async () => {
    const made = await bench();
    expect(await answer(await made.post([fact({ age: 13 }), fact({ age: 0 })]))).toMatchObject({ accepted: 2 });
    expect(stored(made)).toMatchObject([{ day: '2026-11-18', n: 2 }]);
  });

  it('goes by the lane clock, in UTC', async () => {
    const made = await bench();
    made.clock.lane = Date.UTC(2026, 11, 31, 23, 59, 59);
    await made.post([fact()]);
    made.clock.lane += 1_000;
    await made.post([fact()]);
    expect(made.rows('SELECT day FROM public_row')).toEqual([{ day: '2026-12-31' }, { day: '2027-01-01' }]);
  });
});

describe('facts that are refused', () => {
  it.each<[string, string, unknown]>([
    ['an unknown field', 'unknown-field', fact({ comment: 'SECRET words' })],
    ['a time', 'unknown-field', fact({ time: '2026-11-18T09:30:00Z' })],
    ['an unknown code', 'unknown-value', fact({ fact: 'liked' })],
    ['who can read the thread', 'unknown-field', fact({ visibility: 'members' })],
    ['a wrong depth', 'unknown-value', fact({ depth: 2 })],
    ['a missing item', 'malformed', fact({ item: undefined })],
    ['no object at all', 'unknown-value', 'SECRET words'],
    ['one that waited too long', 'too-old', fact({ age: 14 })],
    ['an item that no catalogue holds', 'unknown-item', fact({ item: 'urn:example:other' })],
    ['a version that no catalogue holds', 'unknown-item', fact({ version: 2 })],
    ['the crowd lane', 'not-counted', fact({ fact: 'viewed', depth: undefined })],
  ])('%s: %s', async (_, code, value) => {
    const made = await bench();
    const good = fact();
    const body = await answer(await made.post([value, good]));
    expect(body).toMatchObject({ accepted: 1, duplicates: 0, refused: [{ code }] });
    const id = (value as { id?: string }).id;
    expect(body.refused[0]?.id).toBe(id);
    expect(JSON.stringify(body)).not.toContain('SECRET');
    expect(made.rows('SELECT id FROM seen')).toEqual([{ id: good['id'] }]);
    expect(stored(made)).toMatchObject([{ n: 1 }]);
    expect(made.refused()).toEqual({ [code]: 1 });
  });

  it('does not echo an id that is none', async () => {
    const made = await bench();
    const body = await answer(await made.post([fact({ id: 'SECRET words' })]));
    expect(JSON.stringify(body)).not.toContain('SECRET');
    expect(body.refused).toMatchObject([{ code: 'unknown-value' }]);
    expect(body.refused[0]).not.toHaveProperty('id');
  });

  it('counts nothing at all where the community counts nothing', async () => {
    const made = await bench({ count: 'none' });
    expect(await answer(await made.post([fact()]))).toMatchObject({ accepted: 0, refused: [{ code: 'not-counted' }] });
    expect(stored(made)).toEqual([]);
  });

  it('counts nothing for a browser that asks not to be (Global Privacy Control)', async () => {
    const made = await bench();
    expect(await answer(await made.post([fact()], { 'sec-gpc': '1' }))).toMatchObject({
      accepted: 0,
      refused: [{ code: 'not-counted' }],
    });
    expect(stored(made)).toEqual([]);
  });

  it('refuses items of a publisher that is no longer listed', async () => {
    const made = await bench();
    await made.open({ publishers: [] });
    expect(await answer(await made.post([fact()]))).toMatchObject({ refused: [{ code: 'unknown-item' }] });
  });
});

describe('the vectors of docs/developers/spec/fact.md', () => {
  it.each(vectors)('$name: $refused', async ({ fact: vector, refused }) => {
    const made = await bench({ count: 'all' });
    const body = await answer(await made.post([vector]));
    expect(body.refused.map(({ code }) => code)).toEqual(refused === null ? [] : [refused]);
    expect(body.accepted).toBe(refused === null ? 1 : 0);
  });
});

describe('requests that are refused', () => {
  const many = Array.from({ length: MAX_FACTS + 1 }, () => fact());
  it.each<[string, number, string, (made: Bench) => Promise<Response>]>([
    ['another site', 403, 'cross-origin', (made) => made.post([fact()], { 'sec-fetch-site': 'cross-site' })],
    ['a sibling domain', 403, 'cross-origin', (made) => made.post([fact()], { 'sec-fetch-site': 'same-site' })],
    ['a typed address', 403, 'cross-origin', (made) => made.post([fact()], { 'sec-fetch-site': 'none' })],
    ['form data', 415, 'content-type', (made) => made.post([fact()], { 'content-type': 'text/plain' })],
    ['no JSON', 400, 'malformed', (made) => made.post([], {}, '[{')],
    ['no array', 400, 'malformed', (made) => made.post(fact())],
    ['too many facts', 413, 'too-large', (made) => made.post(many)],
    ['too many bytes', 413, 'too-large', (made) => made.post([], {}, `[${' '.repeat(16_384)}]`)],
  ])('%s: %d %s', async (_, status, code, send) => {
    const made = await bench();
    const response = await send(made);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status, code, type: 'about:blank' });
    expect(stored(made)).toEqual([]);
    expect(made.refused()).toEqual({ [code]: 1 });
  });

  it.each([
    [null, 'not-signed-in'],
    [{ id: '', hcp: true }, 'not-signed-in'],
    [{ id: DOCTOR, hcp: false }, 'not-hcp'],
    [{ id: DOCTOR, hcp: 'yes' as unknown as boolean }, 'not-hcp'],
  ])('member %j: 403 %s', async (member, code) => {
    const made = await bench();
    made.member = () => member;
    const response = await made.post([fact()]);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code });
    expect(made.refused()).toEqual({ [code]: 1 });
  });

  it('says nothing of what a host that fails put into its error', async () => {
    const made = await bench();
    made.member = () => Promise.reject(new Error(`no session for ${DOCTOR}`));
    const response = await made.post([fact()]);
    expect(response.status).toBe(500);
    expect((await response.text()) + JSON.stringify(made.logged)).not.toContain(DOCTOR);
    expect(made.logged).toHaveLength(1);
  });

  it('stops reading a body that never ends, whatever its content-length says', async () => {
    const made = await bench();
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(4_096).fill(32));
      },
    });
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    const response = await made.community.fetch(new Request(`${ORIGIN}/pq/facts`, init));
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  it('goes by Origin where a browser sends no Sec-Fetch-Site, and by nothing less', async () => {
    const made = await bench();
    const send = (headers: Record<string, string>) =>
      made.community.fetch(
        new Request(`${ORIGIN}/pq/facts`, {
          method: 'POST',
          body: JSON.stringify([fact()]),
          headers: { 'content-type': 'application/json', ...headers },
        }),
      );
    expect((await send({ origin: ORIGIN })).status).toBe(200);
    expect((await send({ origin: 'https://forum.example.evil.test' })).status).toBe(403);
    expect((await send({})).status).toBe(403);
  });
});

describe('floods', () => {
  it('of refused requests cost no writing, and are counted all the same', async () => {
    const made = await bench();
    for (let i = 0; i < 20; i++) await made.post([fact()], { 'sec-fetch-site': 'cross-site' });
    expect(made.rows('SELECT * FROM refusal')).toEqual([]);
    await made.open();
    expect(made.rows('SELECT day, code, n FROM refusal')).toEqual([{ day: '2026-11-18', code: 'cross-origin', n: 20 }]);
    for (let i = 0; i < 1_001; i++) await made.post([fact()], { 'sec-fetch-site': 'cross-site' });
    expect(made.rows('SELECT n FROM refusal')).toEqual([{ n: 1_021 }]);
    expect(made.refused()).toEqual({ 'cross-origin': 1_021 });
  });

  it('of one member are stopped for the hour, and nobody else’s', async () => {
    const made = await bench({ requestsPerHour: 3 });
    for (let i = 0; i < 3; i++) expect((await made.post([fact({ fact: 'liked' })])).status).toBe(200);
    const stopped = await made.post([fact()]);
    expect(stopped.status).toBe(429);
    expect(stopped.headers.get('retry-after')).toBe('1800'); // The bench's clock stands at half past nine.
    expect(await stopped.json()).toMatchObject({ code: 'quota' });
    expect(made.refused()).toEqual({ 'unknown-value': 3, quota: 1 });
    made.member = () => ({ id: 'another-doctor', hcp: true });
    expect((await made.post([fact()])).status).toBe(200);
    made.member = () => ({ id: DOCTOR, hcp: true });
    made.clock.real += 1_800_000;
    expect((await made.post([fact()])).status).toBe(200);
  });

  it('of requests that wait for the host are turned away, and let in again', async () => {
    const made = await bench();
    let signIn = (): void => undefined;
    const signedIn = new Promise<void>((done) => (signIn = done));
    made.member = async () => {
      await signedIn;
      return { id: DOCTOR, hcp: true };
    };
    const waiting = Array.from({ length: 1_000 }, () => made.post([]));
    const turned = await made.post([fact()]);
    expect([turned.status, turned.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await turned.json()).toMatchObject({ code: 'busy' });
    signIn();
    await Promise.all(waiting);
    made.member = () => ({ id: 'another-doctor', hcp: true });
    expect((await made.post([fact()])).status).toBe(200);
  });
});

describe('the bound', () => {
  const spend = (made: Bench, n: number, changes = {}) => made.post(Array.from({ length: n }, () => fact(changes)));

  it('counts one doctor at most five times for an item in a week', async () => {
    const made = await bench();
    expect(await answer(await spend(made, PUBLIC_BOUND + 2))).toMatchObject({
      accepted: PUBLIC_BOUND,
      refused: [{ code: 'bound' }, { code: 'bound' }],
    });
    expect(stored(made)).toMatchObject([{ n: PUBLIC_BOUND }]);
    expect(made.rows('SELECT id FROM seen')).toHaveLength(PUBLIC_BOUND);
    expect(made.refused()).toEqual({ bound: 2 });
    made.member = () => ({ id: 'another-doctor', hcp: true });
    expect(await answer(await spend(made, 1))).toMatchObject({ accepted: 1 });
  });

  it('holds over a restart and over days of the same week', async () => {
    const made = await bench();
    await spend(made, PUBLIC_BOUND);
    await made.open();
    made.clock.lane += DAY;
    expect(await answer(await spend(made, 1))).toMatchObject({ refused: [{ code: 'bound' }] });
  });

  it('destroys the key and the counts when the week changes', async () => {
    const made = await bench();
    await spend(made, PUBLIC_BOUND);
    const path = join(made.dataDir, 'week-key');
    const before = readFileSync(path, 'utf8');
    expect(JSON.parse(before)).toMatchObject({ period: '2026-W47' });
    made.clock.lane += 5 * DAY;
    expect(await answer(await spend(made, 1))).toMatchObject({ accepted: 1 });
    const after = readFileSync(path, 'utf8');
    expect(JSON.parse(after)).toMatchObject({ period: '2026-W48' });
    expect((JSON.parse(after) as { key: string }).key).not.toBe((JSON.parse(before) as { key: string }).key);
    expect(made.rows('SELECT week, n FROM bound')).toEqual([{ week: '2026-W48', n: 1 }]);
  });

  it('keeps nothing by which two items of one doctor could be told to be of one doctor', async () => {
    const made = await bench();
    await made.publisher.add({ id: 'urn:example:second', canonicalUrl: `${made.publisher.origin}/second` });
    await made.community.refresh();
    await made.post([fact(), fact({ item: 'urn:example:second' })]);
    const tags = made
      .rows<{ tag: Uint8Array }>('SELECT tag FROM bound')
      .map(({ tag }) => Buffer.from(tag).toString('hex'));
    expect(new Set(tags).size).toBe(2);
    expect(Object.keys(made.rows('SELECT * FROM bound')[0] ?? {})).toEqual(['tag', 'week', 'n']);
  });

  it('discards the counts of a week whose key is gone', async () => {
    const made = await bench();
    await spend(made, PUBLIC_BOUND);
    await made.community.close();
    rmSync(join(made.dataDir, 'week-key'));
    await made.open();
    expect(made.rows('SELECT * FROM bound')).toEqual([]);
  });
});

describe('what is left on disk', () => {
  it('holds no member id, header or address in any file, while running and after', async () => {
    const made = await bench();
    const secrets = [DOCTOR, 'SECRET-cookie', '203.0.113.9', 'SECRET-agent', 'SECRET words', 'SECRET-thread'];
    const headers = {
      cookie: 'session=SECRET-cookie',
      'x-forwarded-for': '203.0.113.9',
      'user-agent': 'SECRET-agent',
      referer: `${ORIGIN}/t/SECRET-thread`,
    };
    await made.post([fact(), fact({ comment: 'SECRET words' }), 'SECRET words'], headers);
    await made.post([fact()], { ...headers, 'sec-fetch-site': 'cross-site' });
    made.member = () => ({ id: DOCTOR, hcp: false });
    await made.post([fact()], headers);
    const look = () => {
      const files = readdirSync(made.dataDir);
      expect(files).toEqual(expect.arrayContaining(['community.sqlite', 'week-key', 'community-key.jwk']));
      for (const file of files) {
        const bytes = readFileSync(join(made.dataDir, file));
        // The search itself is seen to find what is there.
        if (file === 'week-key') expect(bytes.includes('2026-W47')).toBe(true);
        for (const secret of secrets) expect(bytes.includes(secret), `${secret} in ${file}`).toBe(false);
      }
      return files;
    };
    expect(look()).toContain('community.sqlite-wal');
    await made.community.close();
    look();
    expect(JSON.stringify(made.logged)).not.toMatch(/SECRET|4711|203\.0\.113/);
  });

  it('keeps both keys to their owner, and the week key out of the database', async () => {
    const made = await bench();
    await made.post([fact()]);
    for (const file of ['week-key', 'community-key.jwk'])
      expect(statSync(join(made.dataDir, file)).mode & 0o777).toBe(0o600);
    const { key } = JSON.parse(readFileSync(join(made.dataDir, 'week-key'), 'utf8')) as { key: string };
    for (const file of ['community.sqlite', 'community.sqlite-wal']) {
      const bytes = readFileSync(join(made.dataDir, file));
      expect(bytes.includes(key) || bytes.includes(Buffer.from(key, 'base64url'))).toBe(false);
    }
  });
});
