import {
  BATCH_TYPE,
  MAX_BATCH_BYTES,
  MAX_BATCH_EVENTS,
  openBatch,
  parseEvent,
  SIGNATURE_HEADER,
} from '@pullquote/events';
import type { KeySet } from '@pullquote/record';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bench } from './setup.js';
import { bench, COLLECTOR, DOCTOR, fact, ORIGIN } from './setup.js';

const keysOf = async (made: Bench) => ((await (await made.get('/pq/community.json')).json()) as { jwks: KeySet }).jwks;
const releaseAt = (made: Bench) =>
  made.rows<{ release_at: number }>('SELECT release_at FROM day')[0]?.release_at ?? NaN;

/** Many facts of many doctors, straight through the front door. */
async function post(made: Bench, n: number): Promise<void> {
  for (let doctor = 0; n > 0; doctor++) {
    made.member = () => ({ id: `${DOCTOR}-${doctor}`, hcp: true });
    const some = Math.min(n, 5);
    await made.post(Array.from({ length: some }, () => fact()));
    n -= some;
  }
}

describe('a day', () => {
  it('leaves whole, at its minute of the next day and not before', async () => {
    const made = await bench();
    await made.post([fact(), fact({ fact: 'reshared', depth: 3 })]);
    const at = releaseAt(made);
    expect(at).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 19));
    expect(at).toBeLessThan(Date.UTC(2026, 10, 20));
    expect(at % 60_000).toBe(0);

    made.clock.lane = at - 1;
    expect(await made.community.release()).toEqual({ released: [], undeliverable: 0 });
    await made.open();
    expect(releaseAt(made)).toBe(at);
    made.clock.lane = at;
    expect((await made.community.release()).released).toEqual([
      { publisher: made.publisher.origin, day: '2026-11-18', events: 2 },
    ]);
    expect(made.rows('SELECT * FROM public_row')).toEqual([]);
    expect(made.sent).toEqual([]);
    expect(await made.community.deliver()).toEqual({ delivered: 2, outbox: [] });
    expect(await made.community.release()).toEqual({ released: [], undeliverable: 0 });
  });

  it('sends signed CloudEvents that say the day and nothing finer, and no header that says more', async () => {
    const made = await bench({ demo: true });
    const facts = [fact(), fact({ fact: 'quoted', depth: 2 })];
    await made.post(facts);
    expect(await made.community.closeDay()).toMatchObject({ day: '2026-11-18', delivered: 2, outbox: [] });
    const [sent] = made.sent;
    if (!sent) throw new Error('nothing was sent');
    expect(sent.url).toBe(COLLECTOR);
    expect(Object.fromEntries(sent.headers)).toEqual({
      accept: 'application/json',
      'content-type': BATCH_TYPE,
      'user-agent': 'pullquote',
      [SIGNATURE_HEADER]: expect.stringMatching(/^[\w-]+\.\.[\w-]+$/) as string,
    });
    const batch = { body: sent.body, signature: sent.headers.get(SIGNATURE_HEADER) ?? '' };
    const events = (await openBatch(batch, await keysOf(made), made.publisher.origin)).map(parseEvent);
    await expect(openBatch(batch, await keysOf(made), 'https://other.example')).rejects.toThrow('not signed');
    expect(events.map(({ type }) => type).sort()).toEqual(['org.pullquote.quoted.v1', 'org.pullquote.shared.v1']);
    for (const event of events)
      expect(event).toMatchObject({
        source: ORIGIN,
        subject: 'urn:example:lipitor',
        data: { country: 'US', day: '2026-11-18' },
      });
    const text = new TextDecoder().decode(sent.body);
    for (const { id } of facts as { id: string }[]) expect(text).not.toContain(id);
    expect(text).not.toContain('T09:30');
  });

  it('is shuffled', async () => {
    const made = await bench({ demo: true });
    await post(made, 40);
    for (let i = 0; i < 8; i++) {
      made.member = () => ({ id: `quoter-${i}`, hcp: true });
      await made.post(Array.from({ length: 5 }, () => fact({ fact: 'quoted' })));
    }
    await made.community.closeDay();
    const types = made.events().map(({ type }) => type);
    expect(types).toHaveLength(80);
    // Sorted by chance: once in 10²³.
    expect(types).not.toEqual([...types].sort());
    expect(types).not.toEqual([...types].sort().reverse());
  });

  it('is split into batches that a collector takes', async () => {
    const made = await bench({ demo: true });
    await made.post([fact()]);
    const db = new DatabaseSync(join(made.dataDir, 'community.sqlite'));
    db.exec(`UPDATE public_row SET n = ${MAX_BATCH_EVENTS * 2 + 1}`);
    db.close();
    expect(await made.community.closeDay()).toMatchObject({ delivered: MAX_BATCH_EVENTS * 2 + 1 });
    expect(made.sent.map(({ body }) => (JSON.parse(new TextDecoder().decode(body)) as []).length)).toEqual([
      500, 500, 1,
    ]);
    for (const { body } of made.sent) expect(body.byteLength).toBeLessThanOrEqual(MAX_BATCH_BYTES);
    expect(new Set(made.events().map(({ id }) => id)).size).toBe(MAX_BATCH_EVENTS * 2 + 1);
  });

  it('stays closed once it has left, even if the clock is set back', async () => {
    const made = await bench();
    await made.post([fact()]);
    const back = made.clock.lane;
    made.clock.lane = releaseAt(made);
    await made.community.release();
    made.clock.lane = back;
    await made.post([fact()]);
    expect(made.rows('SELECT day FROM public_row')).toEqual([{ day: '2026-11-19' }]);
  });

  it('waits as it was when the release is cut off half-way', async () => {
    const made = await bench({ demo: true });
    await made.post([fact(), fact()]);
    const db = new DatabaseSync(join(made.dataDir, 'community.sqlite'));
    db.exec("CREATE TRIGGER cut BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'power cut'); END");
    await expect(made.community.closeDay()).rejects.toThrow('power cut');
    expect(made.rows('SELECT n FROM public_row')).toEqual([{ n: 2 }]);
    expect(made.rows('SELECT * FROM outbox')).toEqual([]);
    db.exec('DROP TRIGGER cut');
    db.close();
    await made.open({ demo: true });
    expect((await made.community.release()).released).toMatchObject([{ day: '2026-11-18', events: 2 }]);
    expect(await made.community.deliver()).toMatchObject({ delivered: 2 });
    expect(await made.community.deliver()).toMatchObject({ delivered: 0 });
    expect(made.events()).toHaveLength(2);
  });

  it('leaves only once when two releases are asked for at once', async () => {
    const made = await bench();
    await made.post([fact()]);
    made.clock.lane = releaseAt(made);
    const reports = await Promise.all([made.community.release(), made.community.release()]);
    expect(reports.map(({ released }) => released.length)).toEqual([1, 0]);
  });

  it('is dropped, and counted, after a day in which its publisher took no events', async () => {
    const made = await bench();
    made.publisher.descriptor = { events: undefined };
    await made.community.refresh();
    await made.post([fact(), fact()]);
    made.clock.lane = Date.UTC(2026, 10, 19, 23, 59);
    expect(await made.community.release()).toEqual({ released: [], undeliverable: 0 });
    made.clock.lane = Date.UTC(2026, 10, 20);
    expect(await made.community.release()).toEqual({ released: [], undeliverable: 2 });
    expect(made.rows('SELECT * FROM public_row')).toEqual([]);
    expect(made.refused()).toEqual({ undeliverable: 2 });
    await made.community.deliver('all');
    expect(made.sent).toEqual([]);
  });
});

describe('delivery', () => {
  const closed = async (made: Bench, collect: Bench['collect']) => {
    made.collect = collect;
    await made.post([fact(), fact()]);
    return made.community.closeDay();
  };

  it('shows moderators what left, by publisher and week', async () => {
    const made = await bench({ demo: true });
    await closed(made, () => Response.json({ accepted: 2, duplicates: 0, refused: [] }, { status: 202 }));
    expect(made.community.report().sent).toEqual([
      { publisher: made.publisher.origin, week: '2026-W47', fact: 'shared', n: 2 },
    ]);
  });

  it('counts what a collector refused inside a batch that it took', async () => {
    const made = await bench({ demo: true });
    const refused = [{ index: 1, code: 'unknown-value', detail: 'SECRET' }];
    expect(await closed(made, () => Response.json({ accepted: 1, refused }, { status: 202 }))).toMatchObject({
      delivered: 1,
    });
    expect(made.community.report().sent).toMatchObject([{ n: 1 }]);
    expect(made.refused()).toEqual({ 'collector-refused': 1 });
    expect(JSON.stringify(made.logged)).not.toContain('SECRET');
  });

  it.each([400, 401, 403, 404, 413, 415])(
    'keeps a batch that was answered %d for a person to look at',
    async (status) => {
      const made = await bench({ demo: true });
      const code = 'unknown-community';
      const report = await closed(made, () => Response.json({ code, detail: 'SECRET' }, { status }));
      expect(report.outbox).toMatchObject([
        { state: 'refused', events: 2, reason: `The collector answered ${status} (${code}).` },
      ]);
      made.clock.real += 7 * 86_400_000;
      await made.community.deliver('waiting');
      expect(made.sent).toHaveLength(1);
      expect(made.refused()).toEqual({ 'batch-refused': 2 });
      made.collect = () => new Response(null, { status: 202 });
      expect(await made.community.deliver('all')).toEqual({ delivered: 2, outbox: [] });
    },
  );

  it.each<[string, Bench['collect']]>([
    ['500', () => new Response('', { status: 500 })],
    ['408', () => new Response('', { status: 408 })],
    ['200, which is no acceptance', () => new Response('<html>', { status: 200 })],
    ['a redirect', () => new Response(null, { status: 307, headers: { location: 'https://other.example/' } })],
    ['nothing', () => Promise.reject(new TypeError('fetch failed'))],
  ])('tries again later after %s, with the same bytes', async (_, collect) => {
    const made = await bench({ demo: true });
    const report = await closed(made, collect);
    expect(report).toMatchObject({ delivered: 0, outbox: [{ state: 'waiting', attempts: 1 }] });
    expect(report.outbox[0]?.reason).toMatch(/collector/);
    const next = report.outbox[0]?.next_at ?? NaN;
    expect(next).toBeLessThan(made.clock.real + 30_000);
    made.collect = () => new Response(null, { status: 202 });
    await made.open({ demo: true });
    made.clock.real += 30_000;
    expect(await made.community.deliver()).toEqual({ delivered: 2, outbox: [] });
    expect(made.sent[1]?.body).toEqual(made.sent[0]?.body);
  });

  it.each([
    ['seconds', '120', 120_000],
    ['a date', new Date(Date.UTC(2026, 10, 18, 9, 40)).toUTCString(), 600_000],
    ['ages', '99999999', 86_400_000],
  ])('waits as long as Retry-After asks for: %s', async (_, header, ms) => {
    const made = await bench({ demo: true });
    await closed(made, () => new Response('', { status: 429, headers: { 'retry-after': header } }));
    made.clock.real += ms - 1;
    expect(await made.community.deliver()).toMatchObject({ delivered: 0 });
    expect(made.sent).toHaveLength(1);
    made.clock.real += 1;
    made.collect = () => new Response(null, { status: 202 });
    expect(await made.community.deliver()).toMatchObject({ delivered: 2 });
  });

  it('keeps at most a thousand batches for a collector that never answers, and counts what made room', async () => {
    const made = await bench({ demo: true });
    await closed(made, () => new Response('', { status: 503 }));
    const db = new DatabaseSync(join(made.dataDir, 'community.sqlite'));
    db.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999)
      INSERT INTO outbox (publisher, day, events, body, signature, state, attempts, next_at)
      SELECT publisher, day, events, body, signature, state, 0, 9e15 FROM outbox, n`);
    db.close();
    await made.post([fact()]);
    made.clock.lane += 2 * 86_400_000;
    await made.community.release();
    expect(made.rows('SELECT count(*) AS n, min(id) AS first FROM outbox')).toEqual([{ n: 1_000, first: 2 }]);
    expect(made.refused()).toEqual({ 'outbox-full': 2 });
  });

  it('sends nothing to a publisher that is no longer listed', async () => {
    const made = await bench({ demo: true });
    await closed(made, () => new Response('', { status: 503 }));
    await made.open({ publishers: [] });
    expect(await made.community.deliver('waiting')).toMatchObject({ delivered: 0, outbox: [{ state: 'refused' }] });
    expect(made.sent).toHaveLength(1);
  });
});

describe('closing the day by hand', () => {
  it('is for demonstrations', async () => {
    const made = await bench();
    await made.post([fact()]);
    await expect(made.community.closeDay()).rejects.toMatchObject({ code: 'demo-only' });
    expect(made.rows('SELECT n FROM public_row')).toEqual([{ n: 1 }]);
  });

  it('moves the lane clock alone, day after day, and over a restart', async () => {
    const made = await bench({ demo: true });
    expect((await made.community.closeDay()).day).toBe('2026-11-18');
    expect((await made.community.closeDay()).day).toBe('2026-11-19');
    await made.open({ demo: true });
    await made.post([fact()]);
    expect(await made.community.closeDay()).toMatchObject({ day: '2026-11-20', delivered: 1 });
    // Lists and records go by the real clock: the item is as live as before.
    expect(made.community.items()).toHaveLength(1);
  });
});
