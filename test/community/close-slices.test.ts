import type { CrowdEvent, PullquoteEvent } from '@pullquote/events';
import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bench, crowdFact, emptyBench, fact, type Bench } from './setup.js';

const MONDAY = Date.UTC(2026, 10, 23); // The week after that of the bench's clock.
const WEEK = '2026-W47';
const ITEMS = 8;
const CODES = [
  'viewed',
  'label-expanded',
  'pi-opened',
  'source-opened',
  'citation-opened',
  'copied',
  'saved',
  'printed',
];
const CELLS = ITEMS * CODES.length;
/** Cells of one doctor, of which four count. */
const OF_ONE = 16;

/** So many doctors in the open week, as facts would have put them there, but faster. @returns their tags */
async function filled(made: Bench, doctors: number, publisher = made.publishers[0]?.origin): Promise<Buffer[]> {
  // Makes the week's key, and the bound's count of one post.
  await made.post([fact()]);
  const tags = Array.from({ length: doctors }, () => randomBytes(32));
  const db = new DatabaseSync(join(made.dataDir, 'community.sqlite'));
  // As the server does: a page that is split must not keep what has moved.
  db.exec('PRAGMA secure_delete = ON; BEGIN');
  const cell = db.prepare('INSERT INTO crowd_cell VALUES (?, ?, ?, ?, ?)');
  const ids = Array.from({ length: CELLS }, (_, i) => {
    const id = randomBytes(5).readUIntBE(0, 5);
    cell.run(id, WEEK, String(publisher), `urn:example:${i % ITEMS}`, String(CODES[Math.floor(i / ITEMS)]));
    return id;
  });
  const doctor = db.prepare('INSERT INTO crowd_doctor SELECT ?, value FROM json_each(?)');
  for (const [i, tag] of tags.entries())
    doctor.run(tag, JSON.stringify(Array.from({ length: OF_ONE }, (_, j) => ids[(i + j * 4) % CELLS])));
  db.exec('COMMIT');
  db.close();
  return tags;
}

/** Looks on between the slices until the work is done. @returns how often it could */
async function meanwhile(work: Promise<unknown>, look: (turn: number) => void = () => undefined): Promise<number> {
  let done = false;
  void work.catch(() => undefined).finally(() => (done = true));
  for (let turn = 0; ; turn++) {
    await nextTurn();
    if (done) return turn;
    look(turn);
  }
}

const stateOf = (made: Bench) =>
  made.rows<{ state: string }>(`SELECT state FROM week WHERE week = '${WEEK}'`)[0]?.state ?? 'none';
const inCrowds = (made: Bench) => made.rows('SELECT week, count(*) AS n FROM crowd GROUP BY week');
const countOf = (made: Bench, table: string) => made.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]?.n;
const remains = (made: Bench) => made.rows("SELECT name FROM sqlite_master WHERE name LIKE '%_remains'");
const figures = (made: Bench) =>
  (made.events() as readonly PullquoteEvent[]).filter(
    (event): event is CrowdEvent => event.type === 'org.pullquote.crowd.v1',
  );

/** Each cell once, and four cells of each doctor. */
function expectDrawnOnce(events: readonly CrowdEvent[], doctors: number): void {
  expect(new Set(events.map(({ subject, data }) => `${subject} ${data.fact}`)).size).toBe(CELLS);
  expect(events).toHaveLength(CELLS);
  const sum = events.reduce((before, { data }) => before + data.figure, 0);
  // The sum of 64 noises is beyond ±110 once in 10²⁰ or so.
  expect(Math.abs(sum - 4 * doctors)).toBeLessThan(110);
}

/** How many of some tags are found in any file. A remnant may have lost its edges to a page's header: eight bytes give it away. */
function found(folder: string, tags: readonly Buffer[]): number {
  const parts = new Map<number, { tag: Buffer; at: number }[]>();
  for (const tag of tags)
    for (const at of [0, 12, 24]) {
      const start = tag.readUInt32LE(at);
      parts.set(start, [...(parts.get(start) ?? []), { tag, at }]);
    }
  const left = new Set<Buffer>();
  for (const bytes of readdirSync(folder).map((name) => readFileSync(join(folder, name))))
    for (let i = 0; i + 8 <= bytes.length; i++)
      for (const { tag, at } of parts.get(bytes.readUInt32LE(i)) ?? [])
        if (tag.compare(bytes, i, i + 8, at, at + 8) === 0) left.add(tag);
  return left.size;
}

describe('while a week of 200,000 rows closes', () => {
  const DOCTORS = 12_500;

  it('the thread never stands still for long, pages are answered, and facts wait for the new week’s key alone', async () => {
    const made = await bench({ count: 'all' });
    const tags = await filled(made, DOCTORS);
    made.clock.lane = MONDAY;
    const order: string[] = [];
    const began = performance.now();
    let [last, longest] = [began, 0];
    const release = made.community.release().then(() => order.push('destroyed'));
    const posted = made.post([crowdFact('viewed'), fact()]).then(async (response) => {
      order.push('fact');
      return { body: await response.json(), state: stateOf(made), crowds: inCrowds(made) };
    });
    const page = made.get('/pq/community.json').then(({ status }) => order.push(`page ${status}`));
    await meanwhile(release, () => {
      const now = performance.now();
      [last, longest] = [now, Math.max(longest, now - last)];
    });
    // In one transaction it would be nearly the whole.
    expect(longest).toBeLessThan((performance.now() - began) / 3);
    await page;
    expect(order).toEqual(['page 200', 'fact', 'destroyed']);
    // It was taken while the old week's sets were still being deleted, and is not deleted with them.
    expect(await posted).toEqual({
      body: { accepted: 2, duplicates: 0, refused: [] },
      state: 'drawn',
      crowds: [{ week: '2026-W48', n: 1 }],
    });
    expect(made.rows('SELECT week, count(*) AS n FROM crowd GROUP BY week')).toEqual([{ week: '2026-W48', n: 1 }]);
    expect([countOf(made, 'crowd_doctor'), countOf(made, 'bound'), stateOf(made)]).toEqual([1, 1, 'destroyed']);
    expect(remains(made)).toEqual([]);
    await made.community.deliver();
    expectDrawnOnce(figures(made), DOCTORS);
    expect(found(made.dataDir, tags)).toBe(0);
  });

  it('a publisher that is muted meanwhile is told nothing, and the others all', async () => {
    const made = await bench({ count: 'all' });
    await filled(made, DOCTORS / 2);
    await filled(made, DOCTORS / 2, 'https://other.example');
    made.clock.lane = MONDAY;
    const release = made.community.release();
    await meanwhile(release, (turn) => {
      if (turn !== 1) return;
      expect(stateOf(made)).toBe('open');
      made.community.mute(made.publisher.origin, true);
    });
    await release;
    expect(made.rows('SELECT publisher, count(*) AS n FROM crowd_result GROUP BY publisher')).toEqual([
      { publisher: 'https://other.example', n: CELLS },
    ]);
    expect(made.community.report().weeks[0]).toMatchObject({ week: WEEK, state: 'destroyed', released: CELLS });
    await made.community.deliver();
    expect(figures(made)).toEqual([]);
    expect([countOf(made, 'crowd_doctor'), remains(made)]).toEqual([0, []]);
  });

  it('no part of a tag is left between the rows that the new week brings meanwhile', async () => {
    const made = await bench({ count: 'all' });
    const tags = await filled(made, 4_000);
    expect(found(made.dataDir, tags)).toBe(4_000); // The search finds what is there.
    made.clock.lane = MONDAY;
    let n = 0;
    made.member = () => ({ id: `doctor-${(n += 1)}`, hcp: true });
    const posts: Promise<Response>[] = [];
    const release = made.community.release();
    await meanwhile(release, () => {
      for (let i = 0; i < 10; i++) posts.push(made.post([fact(), ...CODES.map((code) => crowdFact(code))]));
    });
    await release;
    for (const { status } of await Promise.all(posts)) expect(status).toBe(200);
    expect(posts.length).toBeGreaterThan(50);
    expect([inCrowds(made), countOf(made, 'bound')]).toEqual([
      [{ week: '2026-W48', n: posts.length * CODES.length }],
      posts.length,
    ]);
    expect(found(made.dataDir, tags)).toBe(0);
  });

  it(
    'so many requests with facts wait and no more: the others are told to come again',
    { timeout: 60_000 },
    async () => {
      const made = await bench({ count: 'all' });
      await filled(made, DOCTORS);
      made.clock.lane = MONDAY;
      let n = 0;
      made.member = () => ({ id: `doctor-${(n += 1)}`, hcp: true });
      const release = made.community.release();
      const posts = await Promise.all(Array.from({ length: 1_010 }, () => made.post([crowdFact('viewed')])));
      const statuses = posts.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1_000);
      expect(statuses.filter((status) => status === 503)).toHaveLength(10);
      await release;
      expect(inCrowds(made)).toEqual([{ week: '2026-W48', n: 1_000 }]);
    },
  );
});

describe('a crash while a week closes', () => {
  const DOCTORS = 4_000;

  it('neither loses a figure nor draws one twice, at whichever step it comes', { timeout: 120_000 }, async () => {
    const made = await bench({ count: 'all' });
    const tags = await filled(made, DOCTORS);
    made.clock.lane = MONDAY;
    const copies: { made: Bench; state: string; doctors: number; results: string[] }[] = [];
    const taken = { open: 0, drawn: 0 };
    // Made before: a copy must be taken within one turn.
    const spare = await Promise.all(Array.from({ length: 20 }, emptyBench));
    const release = made.community.release();
    await meanwhile(release, () => {
      const state = stateOf(made);
      if (state !== 'open' && state !== 'drawn') return;
      taken[state] += 1;
      // The first of each, then ever fewer.
      if ((taken[state] & (taken[state] - 1)) !== 0) return;
      const results = made.rows<{ event: string }>('SELECT event FROM crowd_result').map(({ event }) => event);
      const doctors = Number(countOf(made, state === 'open' ? 'crowd_doctor' : 'crowd_remains'));
      const again = spare.pop() as Bench;
      cpSync(made.dataDir, again.dataDir, { recursive: true });
      again.publishers.push(made.publisher);
      again.clock = made.clock;
      copies.push({ made: again, state, doctors, results });
    });
    await release;
    const ofState = (state: string) => copies.filter((copy) => copy.state === state);
    // Several steps while it was read, of which none wrote anything, and several while the remains went.
    expect(ofState('open').length).toBeGreaterThanOrEqual(2);
    expect(ofState('open').every(({ doctors, results }) => doctors === DOCTORS * OF_ONE && results.length === 0)).toBe(
      true,
    );
    expect(new Set(ofState('drawn').map(({ doctors }) => doctors)).size).toBeGreaterThanOrEqual(3);

    for (const { made: again, results } of copies) {
      await again.open({ count: 'all' });
      if (results.length > 0) {
        // The start alone has destroyed what was left.
        expect([stateOf(again), remains(again)]).toEqual(['destroyed', []]);
        expect(found(again.dataDir, tags)).toBe(0);
      }
      await again.community.release();
      await again.community.deliver();
      await again.community.release();
      await again.community.deliver('all');
      const told = figures(again);
      expectDrawnOnce(told, DOCTORS);
      const byId = (event: CrowdEvent, other: CrowdEvent) => (event.id < other.id ? -1 : 1);
      if (results.length > 0)
        expect(told.toSorted(byId)).toEqual(results.map((event) => JSON.parse(event) as CrowdEvent).toSorted(byId));
      expect(again.community.report().weeks).toMatchObject([{ week: WEEK, state: 'destroyed', released: CELLS }, {}]);
      expect([countOf(again, 'crowd_doctor'), countOf(again, 'bound'), remains(again)]).toEqual([0, 0, []]);
      await again.community.close();
      expect(found(again.dataDir, tags)).toBe(0);
    }
  });

  it.each(['open', 'drawn'])('a server that is stopped while it is %s stops between two slices', async (wanted) => {
    const made = await bench({ count: 'all' });
    const tags = await filled(made, DOCTORS);
    made.clock.lane = MONDAY;
    const release = made.community.release();
    const facts = made.post([crowdFact('viewed')]);
    let closed: Promise<void> | undefined;
    await meanwhile(release, (turn) => {
      if (turn > 1 && stateOf(made) === wanted) closed ??= made.community.close();
    });
    expect(closed).toBeDefined();
    await closed;
    await expect(release).rejects.toThrow('aborted');
    expect(stateOf(made)).toBe(wanted);
    // Those that still waited were not taken, and their browser is told so.
    expect((await facts).status).toBe(wanted === 'open' ? 500 : 200);
    expect(countOf(made, 'crowd_result')).toBe(wanted === 'open' ? 0 : CELLS);
    if (wanted === 'open') expect(countOf(made, 'crowd_doctor')).toBe(DOCTORS * OF_ONE);
    await made.open({ count: 'all' });
    await made.community.release();
    await made.community.deliver();
    expectDrawnOnce(figures(made), DOCTORS);
    expect(countOf(made, 'crowd_doctor')).toBe(wanted === 'open' ? 0 : 1);
    expect(found(made.dataDir, tags)).toBe(0);
  });
});
