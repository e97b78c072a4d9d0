import type { ClickHouse } from '../analytics/clickhouse.js';
import { logRows } from '../analytics/log-rows.js';
import { recount, type Touched } from '../analytics/recount.js';
import type { Entry } from './entry.js';

export interface PlacedEntry {
  readonly place: number;
  readonly entry: Entry;
}

/** Messages of a log → ClickHouse, with the counters that they touch. Done twice, it does no harm. */
export async function storeEntries(sql: ClickHouse, entries: readonly PlacedEntry[]): Promise<void> {
  const touched = new Map<string, Touched>();
  for (const { entry } of entries)
    for (const { community, cells } of entry.batches)
      for (const { day } of cells)
        touched.set(`${entry.publisher} ${day} ${community}`, { publisher: entry.publisher, day, community });
  const refused = entries.flatMap(({ place, entry }) =>
    entry.refused.map((one) => ({ ...one, log: entry.publisher, place })),
  );
  const rows = entries.flatMap(({ entry }) => logRows(entry));
  await Promise.all([sql.insert('log', rows), sql.insert('refused', refused)]);
  if (touched.size > 0) await recount(sql, touched.values());
}
