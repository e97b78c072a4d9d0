import { text, type ClickHouse } from './clickhouse.js';

/** Days of communities in one statement: more would make it longer than ClickHouse takes. */
const PAIRS = 2_000;

export interface Touched {
  readonly publisher: string;
  readonly day: string;
  readonly community: string;
}

/** Posts by kind and depth. An event that was stored twice is one id. */
const COUNTED = (sql: ClickHouse, pairs: string) => `
  SELECT publisher, item, version, community, country, day, type, depth, uniqExact(id) AS n FROM ${sql.table('posts')}
  WHERE (publisher, day, community) IN (${pairs}) GROUP BY publisher, item, version, community, country, day, type, depth`;

const CELLS = `sumIf(n, type = 1) AS shared, sumIf(n, type = 2 AND depth = 2) AS reshared2,
  sumIf(n, type = 2 AND depth = 3) AS reshared3, sumIf(n, type = 3 AND depth = 1) AS quoted1,
  sumIf(n, type = 3 AND depth = 2) AS quoted2, sumIf(n, type = 3 AND depth = 3) AS quoted3, sum(n) AS total`;
const KINDS = `sumIf(n, type = 1) AS shared, sumIf(n, type = 2) AS reshared, sumIf(n, type = 3) AS quoted, sum(n) AS total`;

/** What counters should be, by the posts that are stored, for the days of communities that some are among. */
export function cellsOf(sql: ClickHouse, pairs: string): string {
  return `SELECT publisher, item, version, community, day, ${CELLS} FROM (${COUNTED(sql, pairs)})
    GROUP BY publisher, item, version, community, day`;
}

export function communityDaysOf(sql: ClickHouse, pairs: string): string {
  return `SELECT publisher, community, country, day, ${KINDS} FROM (${COUNTED(sql, pairs)})
    GROUP BY publisher, community, country, day`;
}

/**
 * Counts the days of communities that new posts are of, from all their posts. Nothing is added to what was counted before, so it can be
 * done twice, and two can do it at once: the greater row is the later one.
 */
export async function recount(sql: ClickHouse, touched: Iterable<Touched>): Promise<void> {
  const pairs = [...touched].map((one) => `(${text(one.publisher)},${text(one.day)},${text(one.community)})`);
  for (let i = 0; i < pairs.length; i += PAIRS) {
    const some = pairs.slice(i, i + PAIRS).join();
    await Promise.all([
      sql.run(`INSERT INTO ${sql.table('cells')} ${cellsOf(sql, some)}`),
      sql.run(`INSERT INTO ${sql.table('community_days')} ${communityDaysOf(sql, some)}`),
    ]);
  }
}
