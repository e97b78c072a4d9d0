import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { bench, crowdFact, fact, type Bench } from './setup.js';

function spoil(made: Bench, sql: string): void {
  const db = new DatabaseSync(join(made.dataDir, 'community.sqlite'));
  db.exec(sql);
  db.close();
}
const seen = (made: Bench) => made.rows<{ id: string }>('SELECT id FROM seen').map(({ id }) => id);

describe('requests that come together', () => {
  it('are written together, and each is answered for itself', async () => {
    const made = await bench({ count: 'all' });
    let n = 0;
    made.member = () => ({ id: `doctor-${(n += 1)}`, hcp: true });
    const twice = fact();
    const answers = await Promise.all([
      ...Array.from({ length: 40 }, () => made.post([fact(), crowdFact('viewed')])),
      made.post([twice, crowdFact('excerpt.none')]),
      made.post([twice]),
    ]);
    const bodies = (await Promise.all(answers.map((one) => one.json()))) as { accepted: number; duplicates: number }[];
    expect(bodies.slice(0, 40).every(({ accepted }) => accepted === 2)).toBe(true);
    expect(bodies.slice(40)).toMatchObject([
      { accepted: 1, duplicates: 0, refused: [{ code: 'unknown-value' }] },
      { accepted: 0, duplicates: 1 },
    ]);
    expect(made.rows('SELECT n FROM public_row')).toEqual([{ n: 41 }]);
    expect(made.rows('SELECT * FROM crowd')).toHaveLength(40);
    expect(made.refused()).toEqual({ 'unknown-value': 1 });
  });

  it('do not suffer for one that can’t be written; that one is lost to nobody', async () => {
    const made = await bench({ count: 'all' });
    spoil(
      made,
      "CREATE TRIGGER cut BEFORE INSERT ON crowd_cell WHEN new.fact = 'printed' BEGIN SELECT RAISE(ABORT, 'cut'); END",
    );
    const bad = [crowdFact('copied'), crowdFact('printed'), fact({ fact: 'liked' })];
    const good = Array.from({ length: 5 }, () => [fact(), fact({ fact: 'liked' })]);
    const send = (facts: unknown) => made.post(facts);
    const answers = await Promise.all([send(good[0]), send(bad), ...good.slice(1).map(send)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 500, 200, 200, 200, 200]);
    expect(seen(made).sort()).toEqual(good.map(([one]) => one?.['id']).sort());
    // Refusals are counted once, though the transaction was tried twice.
    expect(made.refused()).toMatchObject({ 'unknown-value': 5 });
    spoil(made, 'DROP TRIGGER cut');
    expect(await (await made.post(bad)).json()).toMatchObject({ accepted: 2, duplicates: 0 });
  });

  it('are written before the server closes', async () => {
    const made = await bench();
    const answer = made.post([fact()]);
    for (let turns = 0; turns < 20; turns++) await Promise.resolve();
    await made.community.close();
    expect((await answer).status).toBe(200);
    expect(seen(made)).toHaveLength(1);
    // Whoever comes afterwards is told, and the process lives on.
    expect((await made.post([fact()])).status).toBe(500);
  });
});

describe('ids of facts', () => {
  it('are sorted in with the minute’s round, so that their order does not stay', async () => {
    const made = await bench();
    const ids = Array.from({ length: 4 }, () => fact());
    for (const one of ids) await made.post([one]);
    expect(made.rows('SELECT id FROM seen_fresh')).toHaveLength(4);
    await made.community.release();
    expect(made.rows('SELECT id FROM seen_fresh')).toEqual([]);
    expect(await (await made.post(ids)).json()).toMatchObject({ accepted: 0, duplicates: 4 });
  });

  it('are known again after a crash, sorted in or not', async () => {
    const made = await bench();
    const [one, other] = [fact(), fact()];
    await made.post([one]);
    await made.community.release();
    await made.post([other]);
    await made.open();
    expect(await (await made.post([one, other])).json()).toMatchObject({ accepted: 0, duplicates: 2 });
  });

  it('are sorted in by themselves when many wait', async () => {
    const made = await bench({ count: 'all', requestsPerHour: 1_000 });
    for (let i = 0; i < 8_200; i += 20) {
      made.member = () => ({ id: `doctor-${i}`, hcp: true });
      await made.post(Array.from({ length: 20 }, () => crowdFact('viewed')));
    }
    expect(made.rows('SELECT id FROM seen_fresh').length).toBeLessThan(100);
    expect(seen(made)).toHaveLength(8_200);
  });
});

it('a file of an older server, with crowd and seen as tables, is taken over', async () => {
  const made = await bench({ count: 'all' });
  const known = crowdFact('viewed');
  await made.post([known, crowdFact('copied')]);
  const before = made.rows('SELECT week, publisher, hex(tag), item, fact FROM crowd ORDER BY fact');
  const ids = seen(made).sort();
  await made.community.close();
  spoil(
    made,
    `CREATE TABLE c (week TEXT, publisher TEXT, tag BLOB, item TEXT, fact TEXT, PRIMARY KEY (week, publisher, tag, item, fact)) WITHOUT ROWID;
     CREATE TABLE s (id TEXT PRIMARY KEY, day TEXT NOT NULL) WITHOUT ROWID;
     INSERT INTO c SELECT week, publisher, tag, item, fact FROM crowd; INSERT INTO s SELECT id, day FROM seen;
     DROP VIEW crowd; DROP VIEW seen; DROP TABLE crowd_cell; DROP TABLE crowd_doctor; DROP TABLE seen_sorted; DROP TABLE seen_fresh;
     ALTER TABLE c RENAME TO crowd; ALTER TABLE s RENAME TO seen;`,
  );
  await made.open({ count: 'all' });
  expect(made.rows('SELECT week, publisher, hex(tag), item, fact FROM crowd ORDER BY fact')).toEqual(before);
  expect(seen(made).sort()).toEqual(ids);
  expect(await (await made.post([known])).json()).toMatchObject({ duplicates: 1 });
});
