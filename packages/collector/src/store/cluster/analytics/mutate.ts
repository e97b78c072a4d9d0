import { setTimeout as sleep } from 'node:timers/promises';
import { text, type ClickHouse } from './clickhouse.js';

/** Removes rows, and waits until they have gone: ClickHouse rewrites the files that they are in. */
export async function removeRows(sql: ClickHouse, table: string, condition: string): Promise<void> {
  await sql.run(`ALTER TABLE ${sql.table(table)} DELETE WHERE ${condition}`);
  for (let wait = 5; ; wait = Math.min(wait * 2, 2_000)) {
    const open = await sql.row(
      `SELECT 1 AS open FROM system.mutations
       WHERE database = ${text(sql.database)} AND table = ${text(table)} AND is_done = 0 LIMIT 1`,
    );
    if (!open) return;
    await sleep(wait);
  }
}
