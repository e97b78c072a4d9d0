import { expect, it } from 'vitest';
import { Seen } from '../../packages/community/src/facts/seen.js';
import { Database } from '../../packages/community/src/store/database.js';
import { tempFolder } from '../collector/setup.js';

const OLD = '2026-11-01';
const TODAY = '2026-11-20';

it('ids that are too old go once a day, in slices, and no other goes', () => {
  const db = new Database(tempFolder());
  const seen = new Seen(db);
  const add = (day: string, from: number, n: number) =>
    db.run(
      `INSERT INTO seen_sorted WITH RECURSIVE n(i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       SELECT printf('%016x', i * 2654435761 % 4294967296), ? FROM n`,
      from,
      from + n - 1,
      day,
    );
  const count = () => db.all<{ day: string; n: number }>('SELECT day, count(*) AS n FROM seen GROUP BY day');
  add(OLD, 1, 35_000);
  add(TODAY, 40_000, 25_000);
  const left = [...seen.purge(TODAY)].length;
  expect(left).toBe(5); // Six slices of 10,000, one after each of the first five.
  expect(count().map((row) => ({ ...row }))).toEqual([{ day: TODAY, n: 25_000 }]);

  add(OLD, 90_000, 1);
  expect([...seen.purge(TODAY)]).toEqual([]);
  expect(count()).toHaveLength(2);
  expect([...seen.purge('2026-11-21')].length).toBe(2);
  expect(count()).toHaveLength(1);
  db.close();
});
