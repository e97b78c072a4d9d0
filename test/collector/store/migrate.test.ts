import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { weekOf, dayStart } from '@pullquote/events';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../packages/collector/src/store/sqlite/migrate.js';
import { transaction } from '../../../packages/collector/src/store/sqlite/transaction.js';
import { MIGRATIONS } from '../../../packages/collector/src/store/sqlite/migrations/index.js';
import { seeded } from '../../events/fixtures.js';
import { COMMUNITY, OTHER_COMMUNITY, OTHER_PUBLISHER, PUBLISHER, tempFolder } from '../setup.js';
import { add, look, openStore, post } from './setup.js';

interface OldEvent {
  readonly publisher: string;
  readonly community: string;
  readonly id: string;
  readonly item: string;
  readonly version: number;
  readonly country: string;
  readonly fact: string;
  readonly depth: number;
  readonly day: string;
}

const random = seeded(71);
const pick = <T>(list: readonly [T, ...T[]]): T => list[random(list.length)] ?? list[0];

/** The same 600 events for every version. */
const EVENTS: OldEvent[] = Array.from({ length: 600 }, (_, i) => {
  const publisher = pick([PUBLISHER, PUBLISHER, OTHER_PUBLISHER]);
  const fact = pick(['shared', 'shared', 'reshared', 'quoted']);
  return {
    publisher,
    community: pick([COMMUNITY, OTHER_COMMUNITY]),
    id: `m${String(i).padStart(20, '0')}`,
    item: `urn:pullquote:${new URL(publisher).host}:item-${random(5)}`,
    version: 1 + random(2),
    country: pick(['US', 'GB']),
    fact,
    depth: fact === 'shared' ? 1 : 2 + random(2),
    day: pick(['2025-12-28', '2025-12-29', '2026-01-04', '2026-11-20', '2026-11-21']),
  };
});

/** How each released version filled its file. Whoever adds a version adds what the one before wrote. */
const FILL: Record<number, (db: DatabaseSync) => void> = {
  1(db) {
    db.prepare('INSERT INTO communities VALUES (?, ?, ?, ?, ?)').run(
      COMMUNITY,
      'Grand Round',
      'US',
      null,
      '2025-12-01',
    );
    db.prepare('INSERT INTO community_keys VALUES (?, ?, ?, ?)').run('kid', COMMUNITY, 'print', '{"kty":"EC"}');
    db.prepare('INSERT INTO refusals VALUES (?, ?, ?, ?)').run('2026-11-21', COMMUNITY, 'future-day', 3);
    const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    const count = db.prepare(
      'INSERT INTO counters VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1',
    );
    for (const { publisher, community, id, item, version, country, fact, depth, day } of EVENTS) {
      insert.run(community, id, publisher, country, item, version, fact, depth, day);
      count.run(publisher, item, version, community, country, fact, depth, day);
    }
  },
  2(db) {
    db.prepare('INSERT INTO communities VALUES (?, ?, ?, ?, ?)').run(
      COMMUNITY,
      'Grand Round',
      'US',
      null,
      '2025-12-01',
    );
    db.prepare('INSERT INTO community_keys VALUES (?, ?, ?, ?)').run('kid', COMMUNITY, 'print', '{"kty":"EC"}');
    db.prepare('INSERT INTO refused VALUES (?, ?, ?, ?, ?)').run('2026-11-21', PUBLISHER, COMMUNITY, 'future-day', 3);
    const [publishers, sources] = [
      [PUBLISHER, OTHER_PUBLISHER],
      [COMMUNITY, OTHER_COMMUNITY],
    ];
    const items = [...new Set(EVENTS.map(({ item }) => item))];
    const owner = (item: string) => EVENTS.find((one) => one.item === item)?.publisher ?? '';
    const numberIn = (list: readonly string[], one: string) => list.indexOf(one) + 1;
    for (const origin of publishers) {
      const last = EVENTS.filter(({ publisher }) => publisher === origin).length;
      db.prepare('INSERT INTO publishers (origin, last_seq) VALUES (?, ?)').run(origin, last);
    }
    for (const origin of sources) db.prepare('INSERT INTO sources (origin) VALUES (?)').run(origin);
    for (const item of items)
      db.prepare('INSERT INTO items (publisher, urn) VALUES (?, ?)').run(numberIn(publishers, owner(item)), item);
    const insert = db.prepare(
      'INSERT INTO events (publisher, seq, community, id, type, item, version, country, depth, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    const seqs = new Map<string, number>();
    for (const { publisher, community, id, item, version, country, fact, depth, day } of EVENTS) {
      const seq = (seqs.get(publisher) ?? 0) + 1;
      seqs.set(publisher, seq);
      const type = numberIn(['shared', 'reshared', 'quoted'], fact);
      const [p, s, i] = [numberIn(publishers, publisher), numberIn(sources, community), numberIn(items, item)];
      insert.run(p, seq, s, id, type, i, version, country, depth, day);
    }
    const figures = 'sum(type = 1), sum(type = 2), sum(type = 3) FROM events GROUP BY';
    db.exec(`
      INSERT INTO count_days SELECT publisher, day, ${figures} 1, 2;
      INSERT INTO count_item_days SELECT item, day, ${figures} 1, 2;
      INSERT INTO count_community_days SELECT publisher, community, country, day, ${figures} 1, 2, 3, 4;
      INSERT INTO count_item_weeks SELECT item, version, depth, strftime('%G-W%V', day), ${figures} 1, 2, 3, 4;
      INSERT INTO count_item_communities SELECT item, version, community, min(day), max(day), ${figures} 1, 2, 3;
    `);
  },
};

/** What counters have to say, straight from the events. */
function expected<K extends object>(publisher: string, key: (event: OldEvent) => K): (K & Record<string, number>)[] {
  const sums = new Map<string, K & Record<string, number>>();
  for (const event of EVENTS.filter((one) => one.publisher === publisher)) {
    const name = JSON.stringify(key(event));
    const sum = sums.get(name) ?? ({ ...key(event), shared: 0, reshared: 0, quoted: 0 } as K & Record<string, number>);
    (sum as Record<string, number>)[event.fact] = (sum[event.fact] ?? 0) + 1;
    sums.set(name, sum);
  }
  return [...sums.values()];
}

const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
/** Keys in one order, so that rows can be compared as text. */
const even = (rows: readonly object[]) =>
  sorted(rows.map((row) => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))));

describe.each(MIGRATIONS.slice(1).map((_, i) => i + 1))('a file of version %i', (version) => {
  async function opened() {
    const file = join(tempFolder(), 'old.sqlite');
    const db = new DatabaseSync(file);
    migrate(db, MIGRATIONS.slice(0, version));
    const fill = FILL[version];
    if (!fill) throw new Error(`Nothing says what a file of version ${version} held.`);
    transaction(db, () => fill(db));
    db.close();
    return openStore(file);
  }

  it('opens, and every figure is what it was', async () => {
    const { store, file } = await opened();
    const { counters } = store;
    for (const publisher of [PUBLISHER, OTHER_PUBLISHER]) {
      const week = (day: string) => weekOf(dayStart(day));
      expect(even(await counters.days(publisher))).toEqual(even(expected(publisher, ({ day }) => ({ day }))));
      expect(even(await counters.itemDays(publisher))).toEqual(
        even(expected(publisher, ({ item, day }) => ({ item, day }))),
      );
      expect(even(await counters.communityDays(publisher))).toEqual(
        even(expected(publisher, ({ community, country, day }) => ({ community, country, day }))),
      );
      expect(even(await counters.itemWeeks(publisher))).toEqual(
        even(expected(publisher, ({ item, version, depth, day }) => ({ item, version, depth, week: week(day) }))),
      );
      const reach = await counters.itemCommunities(publisher);
      expect(even(reach.map(({ firstDay: _, lastDay: __, ...row }) => row))).toEqual(
        even(expected(publisher, ({ item, version, community }) => ({ item, version, community }))),
      );
      for (const { item, version, community, firstDay, lastDay } of reach) {
        const days = EVENTS.filter((e) => e.item === item && e.version === version && e.community === community).map(
          ({ day }) => day,
        );
        expect([firstDay, lastDay]).toEqual([days.sort()[0], days.at(-1)]);
      }
    }
    for (const publisher of [PUBLISHER, OTHER_PUBLISHER]) {
      const cells = await store.cells.days(publisher, {});
      expect(even(cells)).toEqual(
        even(
          expected(publisher, ({ item, version, community, day }) => ({ item, version, community, day })).map(
            ({ version: _, ...row }) => row,
          ),
        ),
      );
    }
    expect(look(file, 'PRAGMA user_version')).toEqual([{ user_version: MIGRATIONS.length }]);
    expect(look(file, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('keeps its events, so that one that comes again is a duplicate and all can be counted anew', async () => {
    const { store } = await opened();
    const read = await store.log.read(PUBLISHER, undefined, 1_000);
    const mine = EVENTS.filter(({ publisher }) => publisher === PUBLISHER);
    expect(read.map(({ event }) => event.id).sort()).toEqual(mine.map(({ id }) => id).sort());
    const again = read.map(({ event }) => event).filter(({ source }) => source === COMMUNITY);
    expect(await add(store, again)).toEqual({ accepted: 0, duplicates: again.length, refused: [] });
    expect(await store.keeping.rebuild()).toBe(0);
    expect(await add(store, [post()])).toMatchObject({ accepted: 1 });
    expect(await store.log.end(PUBLISHER)).toBe(String(mine.length + 1));
  });

  it('keeps whom it trusts and what it refused', async () => {
    const { store } = await opened();
    expect(await store.communities.list()).toEqual([
      {
        ...{ id: COMMUNITY, name: 'Grand Round', country: 'US', since: '2025-12-01' },
        keys: [{ kid: 'kid', thumbprint: 'print' }],
      },
    ]);
    expect(await store.refusals.list()).toMatchObject([{ day: '2026-11-21', community: COMMUNITY, n: 3 }]);
  });
});

describe('a file that cannot be opened', () => {
  it('of a newer version is left alone', async () => {
    const { store, file } = await openStore();
    await store.close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    await expect(openStore(file)).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('newer') as string,
    });
  });

  it('of another program is left alone', async () => {
    const file = join(tempFolder(), 'other.sqlite');
    const db = new DatabaseSync(file);
    db.exec('CREATE TABLE notes (text TEXT)');
    db.close();
    await expect(openStore(file)).rejects.toMatchObject({ code: 'store' });
    expect(look(file, 'SELECT name FROM sqlite_schema')).toEqual([{ name: 'notes' }]);
  });

  it('stays at its version when a step fails half-way', () => {
    const db = new DatabaseSync(':memory:');
    migrate(db, MIGRATIONS.slice(0, 1));
    FILL[1]?.(db);
    const broken = [
      ...MIGRATIONS.slice(0, 1),
      (one: DatabaseSync) => {
        MIGRATIONS[1]?.(one);
        throw new Error('The power went.');
      },
    ];
    expect(() => migrate(db, broken)).toThrow('The power went.');
    expect(db.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 1 });
    expect(db.prepare('SELECT count(*) AS n FROM counters').get()?.['n']).toBeGreaterThan(10);
    migrate(db);
    expect(db.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: MIGRATIONS.length });
    db.close();
  });
});
