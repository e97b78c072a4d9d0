import { text, type ClickHouse } from '../analytics/clickhouse.js';
import { removeRows } from '../analytics/mutate.js';
import type { Documents } from '../documents/documents.js';
import type { Meta } from '../documents/meta.js';
import { goneKey } from '../log/event-log.js';
import type { Logs } from '../log/logs.js';

export interface KeepingParts {
  readonly sql: ClickHouse;
  readonly logs: Logs;
  readonly documents: Documents;
  readonly meta: Meta;
}

/** Events and ids; counters stay. */
const TABLES = ['log', 'ids', 'posts'];

/**
 * Removes events of days before `day`. Each log says it first, so no collector takes in one of these days behind that place; what stands
 * before it is counted before anything goes. @returns how many went
 */
export async function prune({ sql, logs, documents, meta }: KeepingParts, day: string): Promise<number> {
  await settle(logs);
  if ((await old(sql, day)).length === 0) return 0;
  await meta.raise({ keptFrom: day });
  for (const { log } of await logs.all()) await log.keepFrom(day);
  await settle(logs);
  const gone = await old(sql, day);
  for (const { publisher, last } of gone)
    await documents.change<{ seq: number }, undefined>(goneKey(publisher), (before) =>
      (before?.seq ?? 0) < last ? { after: { seq: last }, result: undefined } : { result: undefined },
    );
  for (const table of TABLES) await removeRows(sql, table, `day < ${text(day)}`);
  return gone.reduce((sum, { n }) => sum + n, 0);
}

export async function settle(logs: Logs): Promise<void> {
  for (const { log } of await logs.all()) await log.progress.settled();
}

function old(sql: ClickHouse, day: string): Promise<{ publisher: string; n: number; last: number }[]> {
  return sql.longRows(
    `SELECT publisher, uniqExact(seq) AS n, max(seq) AS last FROM ${sql.table('log')} WHERE day < ${text(day)}
     GROUP BY publisher`,
  );
}
