import type { JudgedBatch } from '../../batch-intake.js';
import { text, type ClickHouse } from '../analytics/clickhouse.js';
import { figureKey, idKey } from './entry.js';

/** What ClickHouse knows of some batches' events. */
export interface Known {
  /** By id: what it was used for. */
  readonly contents: ReadonlyMap<string, string>;
  /** Crowd figures that were drawn before. */
  readonly figures: ReadonlySet<string>;
}

/** Asks for all of them at once. */
export async function lookUp(
  sql: ClickHouse,
  publisher: string,
  batches: readonly Pick<JudgedBatch, 'community' | 'cells' | 'crowds' | 'held'>[],
): Promise<Known> {
  const [contents, figures] = await Promise.all([ids(sql, batches), drawn(sql, publisher, batches)]);
  return { contents, figures };
}

async function ids(sql: ClickHouse, batches: Parameters<typeof lookUp>[2]): Promise<Map<string, string>> {
  const keys = batches.flatMap(({ community, cells, crowds, held }) =>
    [...cells.flatMap((cell) => cell.ids), ...[...crowds, ...held].map(({ event }) => event.id)].map(
      (id) => `(${text(community)},${text(id)})`,
    ),
  );
  if (keys.length === 0) return new Map();
  const rows = await sql.rows<{ community: string; id: string; content: string }>(
    `SELECT community, id, content FROM ${sql.table('ids')} WHERE (community, id) IN (${keys.join()})`,
  );
  return new Map(rows.map(({ community, id, content }) => [idKey(community, id), content]));
}

async function drawn(sql: ClickHouse, publisher: string, batches: Parameters<typeof lookUp>[2]): Promise<Set<string>> {
  const keys = batches.flatMap(({ community, crowds }) =>
    crowds.map(({ event: { subject, data } }) => `(${[subject, data.fact, data.week, community].map(text).join()})`),
  );
  if (keys.length === 0) return new Set();
  const rows = await sql.rows<{ item: string; fact: string; week: string; community: string }>(
    `SELECT item, fact, week, community FROM ${sql.table('crowd')}
     WHERE publisher = ${text(publisher)} AND (item, fact, week, community) IN (${keys.join()})`,
  );
  return new Set(
    rows.map(({ item, fact, week, community }) => figureKey(community, { subject: item, data: { fact, week } })),
  );
}
