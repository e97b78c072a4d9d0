import { existsSync } from 'node:fs';
import { CollectorError } from '../errors.js';
import { openCluster } from '../store/cluster/cluster-store.js';
import type { ClusterOptions } from '../store/cluster/options.js';
import { Connection } from '../store/sqlite/connection.js';
import { openForReading } from '../store/sqlite/open.js';
import { openSqliteStore } from '../store/sqlite/sqlite-store.js';
import { compareStores } from './compare-stores.js';
import { moveCounters } from './move-counters.js';
import { moveDocuments } from './move-documents.js';
import { compareEvents, moveEvents, type MoveProgress } from './move-events.js';

export interface Moved {
  readonly events: number;
  readonly counters: number;
}

/**
 * A file's store → servers, while no collector writes to either. The file is only read. Begun again after it was cut short, it goes on
 * where it was. @throws CollectorError `store` that names the first figure that is not the same, or `usage`
 */
export async function moveStore(
  file: string,
  to: ClusterOptions,
  say: (progress: MoveProgress) => void = () => undefined,
): Promise<Moved> {
  if (!existsSync(file)) throw new CollectorError('usage', `--from: ${file} does not exist.`);
  // Brings the file to this version first, as every opening does.
  const from = await openSqliteStore({ file, writing: 'here' });
  const sql = new Connection(openForReading(file));
  const cluster = await openCluster(to);
  try {
    await refuseOthers(cluster.store, cluster.documents);
    const state = () => JSON.stringify(sql.all('SELECT origin, last_seq FROM publishers ORDER BY num'));
    const before = state();
    await moveEvents(sql, cluster, say);
    await moveCounters(sql, cluster.sql);
    await moveDocuments(from, sql, cluster);
    if (state() !== before)
      throw new CollectorError(
        'store',
        '--from: it has taken events in meanwhile. Stop its collector, and begin again.',
      );
    const publishers = sql.all<{ origin: string; last: number }>('SELECT origin, last_seq AS last FROM publishers');
    const compared = await compareStores(
      from,
      cluster.store,
      publishers.map(({ origin }) => origin),
    );
    const difference = compared.difference ?? (await compareEvents(sql, cluster.sql));
    if (difference !== undefined)
      throw new CollectorError('store', `What was moved is not the same as what was there. ${difference}.`);
    await cluster.documents.put('moved', { done: true });
    return { events: publishers.reduce((sum, { last }) => sum + last, 0), counters: compared.counters };
  } finally {
    sql.db.close();
    await from.close();
    await cluster.store.close();
  }
}

/** Two stores cannot be put together: numbers and days would not fit. */
async function refuseOthers(
  store: Awaited<ReturnType<typeof openCluster>>['store'],
  documents: Awaited<ReturnType<typeof openCluster>>['documents'],
): Promise<void> {
  if (await documents.get('moved')) throw new CollectorError('usage', 'A store has been moved here already.');
  if (await documents.get('moving')) return;
  const { newestDay } = await store.keeping.state();
  if (newestDay !== undefined)
    throw new CollectorError('usage', 'The servers hold events already. Give store.name another name.');
  await documents.put('moving', { begun: true });
}
