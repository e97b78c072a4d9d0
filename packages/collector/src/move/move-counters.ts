import type { ClickHouse } from '../store/cluster/analytics/clickhouse.js';
import type { Connection } from '../store/sqlite/connection.js';

const STEP = 50_000;
/** Where a log's place would stand: these rows come from no log. */
const MOVED = { log: 'moved', place: 0 };

/** What does not follow from the events that are kept: counters outlive them. */
const TABLES = [
  {
    to: 'cells',
    rows: `SELECT p.origin AS publisher, i.urn AS item, version, s.origin AS community, day, shared, reshared2, reshared3,
        quoted1, quoted2, quoted3, shared + reshared2 + reshared3 + quoted1 + quoted2 + quoted3 AS total
      FROM count_cells c JOIN items i ON i.num = c.item JOIN publishers p ON p.num = i.publisher
        JOIN sources s ON s.num = c.community ORDER BY c.item, version, c.community, day`,
  },
  {
    to: 'community_days',
    rows: `SELECT p.origin AS publisher, s.origin AS community, country, day, shared, reshared, quoted,
        shared + reshared + quoted AS total
      FROM count_community_days c JOIN publishers p ON p.num = c.publisher JOIN sources s ON s.num = c.community
      ORDER BY c.publisher, c.community, country, day`,
  },
  {
    to: 'crowd',
    rows: `SELECT p.origin AS publisher, i.urn AS item, fact, week, s.origin AS community, figure, low, high, threshold, epsilon
      FROM crowd c JOIN items i ON i.num = c.item JOIN publishers p ON p.num = i.publisher
        JOIN sources s ON s.num = c.community ORDER BY c.item, fact, week, c.community`,
  },
  {
    to: 'held',
    rows: `SELECT p.origin AS publisher, list, s.origin AS community, day, iat
      FROM held h JOIN publishers p ON p.num = h.publisher JOIN sources s ON s.num = h.community
      ORDER BY h.publisher, list, h.community, day`,
  },
  { to: 'refused', rows: 'SELECT day, publisher, community, code, n FROM refused ORDER BY 1, 2, 3, 4', more: MOVED },
] as const;

/** Each row replaces itself where it is there already. */
export async function moveCounters(from: Connection, sql: ClickHouse): Promise<void> {
  for (const table of TABLES)
    for (let offset = 0; ; offset += STEP) {
      const rows = from.all<object>(`${table.rows} LIMIT ${STEP} OFFSET ${offset}`);
      await sql.insert(table.to, 'more' in table ? rows.map((row) => ({ ...row, ...table.more })) : rows);
      if (rows.length < STEP) break;
    }
}
