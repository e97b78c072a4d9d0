import { CollectorError } from '../../errors.js';
import type { RebuildProgress } from '../keeping.js';
import type { Connection } from './connection.js';
import { readMeta } from './meta.js';

/** Events that one step counts. */
const STEP = 50_000;

const FIGURES = 'count(*) FILTER (WHERE type = 1), count(*) FILTER (WHERE type = 2), count(*) FILTER (WHERE type = 3)';
const ADD =
  'shared = shared + excluded.shared, reshared = reshared + excluded.reshared, quoted = quoted + excluded.quoted';
const ADD_CROWD =
  'cells = cells + excluded.cells, figure = figure + excluded.figure, low = low + excluded.low, high = high + excluded.high';
const POSTS = 'FROM part WHERE type <= 3';
const CROWD_SUMS = 'threshold, epsilon, count(*), sum(figure), sum(low), sum(high)';
/** A crowd event's columns, out of its JSON. */
const CROWDS = `FROM (
  SELECT publisher, community, item, data ->> 'fact' AS fact, data ->> 'week' AS week, data ->> 'figure' AS figure,
    data ->> '$.interval[0]' AS low, data ->> '$.interval[1]' AS high, data ->> 'threshold' AS threshold,
    CAST(data ->> 'epsilon' AS REAL) AS epsilon
  FROM part WHERE type = 4)`;

/**
 * How each table follows from the events: written apart from the way in which intake adds to it, so that the one checks
 * the other.
 */
const TABLES = [
  {
    name: 'count_days',
    keys: 'publisher, day',
    fill: `SELECT publisher, day, ${FIGURES} ${POSTS} GROUP BY 1, 2`,
    add: ADD,
  },
  { name: 'count_item_days', keys: 'item, day', fill: `SELECT item, day, ${FIGURES} ${POSTS} GROUP BY 1, 2`, add: ADD },
  {
    name: 'count_community_days',
    keys: 'publisher, community, country, day',
    fill: `SELECT publisher, community, country, day, ${FIGURES} ${POSTS} GROUP BY 1, 2, 3, 4`,
    add: ADD,
  },
  {
    name: 'count_item_weeks',
    keys: 'item, version, depth, week',
    fill: `SELECT item, version, depth, strftime('%G-W%V', day), ${FIGURES} ${POSTS} GROUP BY 1, 2, 3, 4`,
    add: ADD,
  },
  {
    name: 'count_item_communities',
    keys: 'item, version, community',
    fill: `SELECT item, version, community, min(day), max(day), ${FIGURES} ${POSTS} GROUP BY 1, 2, 3`,
    add: `first_day = min(first_day, excluded.first_day), last_day = max(last_day, excluded.last_day), ${ADD}`,
  },
  {
    name: 'count_cells',
    keys: 'item, version, community, day',
    fill: `SELECT item, version, community, day, sum(type = 1), sum(type = 2 AND depth = 2), sum(type = 2 AND depth = 3),
      sum(type = 3 AND depth = 1), sum(type = 3 AND depth = 2), sum(type = 3 AND depth = 3) ${POSTS} GROUP BY 1, 2, 3, 4`,
    add: `shared = shared + excluded.shared, reshared2 = reshared2 + excluded.reshared2,
      reshared3 = reshared3 + excluded.reshared3, quoted1 = quoted1 + excluded.quoted1,
      quoted2 = quoted2 + excluded.quoted2, quoted3 = quoted3 + excluded.quoted3`,
  },
  {
    name: 'crowd',
    keys: 'item, fact, week, community',
    fill: `SELECT item, fact, week, community, figure, low, high, threshold, epsilon ${CROWDS} WHERE true`,
    add: 'figure = excluded.figure',
  },
  {
    name: 'crowd_item_weeks',
    keys: 'item, fact, week, threshold, epsilon',
    fill: `SELECT item, fact, week, ${CROWD_SUMS} ${CROWDS} GROUP BY item, fact, week, threshold, epsilon`,
    add: ADD_CROWD,
  },
  {
    name: 'crowd_community_weeks',
    keys: 'publisher, community, fact, week, threshold, epsilon',
    fill: `SELECT publisher, community, fact, week, ${CROWD_SUMS} ${CROWDS}
      GROUP BY publisher, community, fact, week, threshold, epsilon`,
    add: ADD_CROWD,
  },
  {
    name: 'held',
    keys: 'publisher, list, community, day',
    fill: `SELECT publisher, data ->> 'list', community, day, max(data ->> 'iat') FROM part WHERE type = 5 GROUP BY 1, 2, 3, 4`,
    add: 'iat = max(iat, excluded.iat)',
  },
] as const;

/** Counts every event anew, in the transaction of its caller. @returns how many counters were wrong */
export function rebuild(sql: Connection, say: (progress: RebuildProgress) => void): number {
  const keptFrom = readMeta(sql, 'kept_from');
  if (keptFrom !== undefined)
    throw new CollectorError(
      'store',
      `Events of days before ${keptFrom} have been removed (keepEventsDays), so what is left cannot be counted anew. The counters stay as they are.`,
    );
  const { db } = sql;
  for (const { name, keys } of TABLES)
    db.exec(
      `DROP TABLE IF EXISTS temp.new_${name}; CREATE TEMP TABLE new_${name} AS SELECT * FROM ${name} WHERE false;
       CREATE UNIQUE INDEX temp.new_${name}_key ON new_${name} (${keys});`,
    );
  fill(sql, say);
  let wrong = 0;
  for (const { name, keys } of TABLES) {
    wrong += sql.get<{ n: number }>(differing(name, keys))?.n ?? 0;
    db.exec(`DELETE FROM ${name}; INSERT INTO ${name} SELECT * FROM temp.new_${name}; DROP TABLE temp.new_${name};`);
  }
  return wrong;
}

function fill(sql: Connection, say: (progress: RebuildProgress) => void): void {
  const publishers = sql.all<{ num: number; last_seq: number }>('SELECT num, last_seq FROM publishers ORDER BY num');
  const of = publishers.reduce((sum, { last_seq }) => sum + last_seq, 0);
  let done = 0;
  for (const { num, last_seq: last } of publishers)
    for (let after = 0; after < last; after += STEP) {
      for (const { name, keys, fill, add } of TABLES)
        sql.run(
          `WITH part AS NOT MATERIALIZED (SELECT * FROM events WHERE publisher = ?1 AND seq > ?2 AND seq <= ?3)
           INSERT INTO temp.new_${name} ${fill} ON CONFLICT (${keys}) DO UPDATE SET ${add}`,
          num,
          after,
          after + STEP,
        );
      done += Math.min(STEP, last - after);
      say({ done, of });
    }
}

/** Counters that are not as they should be, are missing, or should not be there. */
function differing(name: string, keys: string): string {
  return `SELECT count(*) AS n FROM (
    SELECT ${keys} FROM (SELECT * FROM ${name} EXCEPT SELECT * FROM temp.new_${name})
    UNION SELECT ${keys} FROM (SELECT * FROM temp.new_${name} EXCEPT SELECT * FROM ${name}))`;
}
