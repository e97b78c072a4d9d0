import { DatabaseSync } from 'node:sqlite';
import { dayOf, dayStart } from '@pullquote/events';
import { describe, expect, it } from 'vitest';
import { pruneOld } from '../../../packages/collector/src/keeper.js';
import type { Store } from '../../../packages/collector/src/store/store.js';
import { seeded } from '../../events/fixtures.js';
import { COMMUNITY, OTHER_COMMUNITY, OTHER_PUBLISHER, PUBLISHER } from '../setup.js';
import { embedded } from '../stores.js';
import { dayOfEvent, figuresOf } from './figures.js';
import { add, crowd, held, look, newStore, openStore, post, TODAY } from './setup.js';

const TABLES = [
  'count_days',
  'count_item_days',
  'count_community_days',
  'count_item_weeks',
  'count_item_communities',
  'crowd',
  'crowd_item_weeks',
  'crowd_community_weeks',
  'held',
];
const DAY_MS = 86_400_000;
const daysAgo = (n: number) => dayOf(dayStart(TODAY) - n * DAY_MS);

/** Two publishers, two communities, three kinds of events over four weeks. */
async function fill(store: Store): Promise<void> {
  const random = seeded(5);
  for (const publisher of [PUBLISHER, OTHER_PUBLISHER])
    for (const community of [COMMUNITY, OTHER_COMMUNITY]) {
      const subject = () => `urn:pullquote:${new URL(publisher).host}:item-${random(6)}`;
      const events = Array.from({ length: 300 }, () => {
        const depth = (1 + random(3)) as 1 | 2 | 3;
        const type = depth === 1 ? 'shared' : random(2) === 0 ? 'reshared' : 'quoted';
        return post(
          { depth, day: daysAgo(random(28)), version: 1 + random(2) },
          { source: community, type: `org.pullquote.${type}.v1`, subject: subject() },
        );
      });
      await add(store, events, { publisher, community });
      const facts = ['viewed', 'excerpt.e1', 'room.cardiology'] as const;
      const figures = facts.flatMap((fact) =>
        ['2026-W44', '2026-W45', '2026-W46'].map((week) =>
          crowd({ fact, week, figure: 20 + random(50), epsilon: random(2) + 1 }, { source: community }),
        ),
      );
      const lists = Array.from({ length: 20 }, (_, i) => held({ day: daysAgo(i) }, { source: community }));
      await add(
        store,
        [...figures.map((one) => ({ ...one, data: { ...one.data, interval: [1, 90] as [number, number] } })), ...lists],
        { publisher, community },
      );
    }
}

/** Of a file: every counter as it stands there. */
const snapshot = (file: string) => TABLES.map((table) => look(file, `SELECT * FROM ${table}`));

/** Every figure that a store gives of these two publishers. */
const figuresIn = (store: Store) => figuresOf(store, [PUBLISHER, OTHER_PUBLISHER]);

const eventsIn = async ({ log }: Store) =>
  (await Promise.all([PUBLISHER, OTHER_PUBLISHER].map((one) => log.read(one, undefined, 10_000)))).flat();
const before = (day: string) => (events: Awaited<ReturnType<typeof eventsIn>>) =>
  events.filter(({ event }) => dayOfEvent(event) < day).length;

describe('counting everything anew', () => {
  it('agrees with what was counted on the way in, to the unit', async () => {
    const store = await newStore();
    await fill(store);
    const before = await figuresIn(store);
    const empty = Object.entries(before).filter(([, rows]) => rows.length === 0);
    expect(empty.map(([name]) => name)).toEqual([PUBLISHER, OTHER_PUBLISHER].map((one) => `${one} refusals`));
    const steps: number[] = [];
    expect(await store.keeping.rebuild(({ done, of }) => steps.push(done / of))).toBe(0);
    expect(await figuresIn(store)).toEqual(before);
    expect(steps.at(-1)).toBe(1);
  });

  it.runIf(embedded).each(TABLES)('mends a %s that is wrong, missing or made up', async (table) => {
    const { store, file } = await openStore();
    await fill(store);
    const before = snapshot(file);
    await store.close();
    const db = new DatabaseSync(file);
    const columns = db.prepare(`SELECT name, pk FROM pragma_table_info('${table}')`).all();
    const keys = columns.filter(({ pk }) => Number(pk) > 0).map(({ name }) => String(name));
    const figure = String(columns.at(-1)?.['name']);
    const rows = db.prepare(`SELECT * FROM ${table}`).all();
    const where = keys.map((key) => `${key} = ?`).join(' AND ');
    const keyOf = (row = rows[0]) => keys.map((key) => row?.[key] ?? null);
    db.prepare(`UPDATE ${table} SET ${figure} = ${figure} + 1 WHERE ${where}`).run(...keyOf());
    db.prepare(`DELETE FROM ${table} WHERE ${where}`).run(...keyOf(rows[1]));
    const madeUp = Object.values({ ...rows[2], [keys[0] ?? '']: 999 });
    db.prepare(`INSERT INTO ${table} VALUES (${madeUp.map(() => '?').join()})`).run(...madeUp);
    db.close();
    const again = await openStore(file);
    expect(await again.store.keeping.rebuild()).toBe(3);
    expect(snapshot(file)).toEqual(before);
    expect(await again.store.keeping.rebuild()).toBe(0);
  });
});

describe('events that were kept long enough', () => {
  const keep = (store: Store, days: number, today = TODAY) =>
    pruneOld({ keeping: store.keeping, keepEventsDays: days, clock: () => dayStart(today) });

  it('go, and counters stay', async () => {
    const store = await newStore();
    await fill(store);
    const figures = await figuresIn(store);
    const old = before(daysAgo(14))(await eventsIn(store));
    expect(old).toBeGreaterThan(200);
    expect(await keep(store, 14)).toBe(old);
    expect(before(daysAgo(14))(await eventsIn(store))).toBe(0);
    expect(await figuresIn(store)).toEqual(figures);
    expect(await store.keeping.state()).toMatchObject({ keptFrom: daysAgo(14), newestDay: TODAY });
    expect(await keep(store, 14)).toBe(0);
  });

  it('can never be counted a second time, whatever is set later', async () => {
    const store = await newStore();
    const [old, fresh] = [post({ day: daysAgo(20) }), post({ day: daysAgo(14) })];
    const figure = crowd({ week: '2026-W43' });
    const list = held({ day: daysAgo(20) });
    await add(store, [old, fresh, figure, list, post({ day: TODAY })]);
    expect(await keep(store, 14)).toBe(3);
    const counted = await store.counters.days(PUBLISHER);
    const again = [old, post({ day: daysAgo(15) }), fresh, figure, list];
    const refused = [0, 1, 3, 4].map((index) => ({ index, code: 'too-old' }));
    const sortedBy = (one: Awaited<ReturnType<typeof add>>) => ({
      ...one,
      refused: [...one.refused].sort((a, b) => a.index - b.index),
    });
    expect(sortedBy(await add(store, again))).toEqual({ accepted: 0, duplicates: 1, refused });
    // Kept for longer from now on: what has gone does not come back.
    expect(await keep(store, 400)).toBe(0);
    expect(sortedBy(await add(store, again))).toEqual({ accepted: 0, duplicates: 1, refused });
    expect(await store.counters.days(PUBLISHER)).toEqual(counted);
  });

  it('leave no way to count anew, and rebuild says so and changes nothing', async () => {
    const store = await newStore();
    await fill(store);
    await keep(store, 14);
    const figures = await figuresIn(store);
    await expect(store.keeping.rebuild()).rejects.toMatchObject({
      code: 'store',
      message: expect.stringMatching(`days before ${daysAgo(14)} have been removed.*stay as they are`) as string,
    });
    expect(await figuresIn(store)).toEqual(figures);
  });

  it('make a cursor before them one that is known no more', async () => {
    const store = await newStore();
    await add(store, [post({ day: daysAgo(30) }), post({ day: daysAgo(1) }), post({ day: daysAgo(1) })]);
    await keep(store, 14);
    expect(await store.log.knows(PUBLISHER, '0')).toBe(false);
    expect(await store.log.knows(PUBLISHER, '1')).toBe(true);
    expect(await store.log.read(PUBLISHER, undefined, 10)).toHaveLength(2);
    await add(store, [post()]);
    expect(await store.log.end(PUBLISHER)).toBe('4');
  });

  it('are all still there where none is old enough: rebuild stays possible', async () => {
    const store = await newStore();
    await fill(store);
    expect(await keep(store, 400)).toBe(0);
    expect(await store.keeping.state()).not.toHaveProperty('keptFrom');
    expect(await store.keeping.rebuild()).toBe(0);
  });

  it('stay where the clock runs ten years ahead', async () => {
    const store = await newStore();
    await fill(store);
    const events = await eventsIn(store);
    expect(await keep(store, 400, '2036-11-22')).toBe(0);
    expect(await eventsIn(store)).toEqual(events);
  });
});
