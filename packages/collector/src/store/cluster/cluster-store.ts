import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Log } from '../../log.js';
import type { Store } from '../store.js';
import { readCells } from './analytics/cells.js';
import { ClickHouse } from './analytics/clickhouse.js';
import { readCounters } from './analytics/counters.js';
import { readCrowdFigures } from './analytics/crowd-figures.js';
import { readCrowdSums } from './analytics/crowd-sums.js';
import { readHeldLists } from './analytics/held-lists.js';
import { readRefusals } from './analytics/refusal-counts.js';
import { prepareSchema } from './analytics/schema.js';
import { asked, connectNats, TRY_MS } from './connect.js';
import { accessKeysOf, sessionsOf } from './documents/access-keys.js';
import { auditOf } from './documents/audit.js';
import { campaignsOf } from './documents/campaigns.js';
import { catalogueOf } from './documents/catalogue.js';
import { communitiesOf } from './documents/communities.js';
import { Documents } from './documents/documents.js';
import { Meta } from './documents/meta.js';
import { Turns } from './documents/turns.js';
import { webhooksOf } from './documents/webhooks.js';
import { keepingOf } from './keeping/keeping.js';
import { readEventLog } from './log/event-log.js';
import { Logs } from './log/logs.js';
import type { ClusterOptions } from './options.js';

/** Copies of everything in a cluster of NATS servers: one may be lost. */
const REPLICAS = 3;

/**
 * A store of several servers, which any number of collectors share: events go into a log (NATS JetStream) and from there into what is
 * asked (ClickHouse); what is small and changes is in the log's key-value bucket. @throws CollectorError `store`
 */
export async function openClusterStore(options: ClusterOptions, log?: Pick<Log, 'error'>): Promise<Store> {
  return (await openCluster(options, log)).store;
}

/** A store with the parts that it is made of, for what moves another store here. */
export interface Cluster {
  readonly store: Store;
  readonly sql: ClickHouse;
  readonly documents: Documents;
  readonly meta: Meta;
}

export async function openCluster(options: ClusterOptions, log?: Pick<Log, 'error'>): Promise<Cluster> {
  const nats = await connectNats(options.log);
  const sql = new ClickHouse(options.analytics, options.name);
  const close = async () => {
    await Promise.all([nats.close(), sql.close()]);
  };
  try {
    return await assemble(options, nats, sql, close, log);
  } catch (error) {
    await close();
    throw error;
  }
}

async function assemble(
  { name, logBytes, mostWaiting }: ClusterOptions,
  connection: NatsConnection,
  sql: ClickHouse,
  close: () => Promise<void>,
  log: Pick<Log, 'error'> | undefined,
): Promise<Cluster> {
  const replicas = connection.info?.cluster === undefined ? 1 : REPLICAS;
  const { js, jsm, documents } = await openJetStream(connection, name, replicas);
  await prepareSchema(sql);
  const meta = new Meta(documents);
  const turns = new Turns(documents);
  const mayMend = () => turns.mine('keeping');
  const logs = new Logs({
    nats: { connection, js, jsm, replicas },
    sql,
    documents,
    meta,
    name,
    logBytes,
    mostWaiting,
    log,
    mayMend,
  });
  await logs.start();
  const store: Store = {
    intake: {
      async add(batch) {
        const before = await meta.checkClock(batch.today);
        const { log: publisherLog } = await logs.of(batch.publisher);
        const { newestDay, ...stored } = await publisherLog.add(batch);
        if (stored.accepted > 0) await meta.seen(before, batch.today, newestDay);
        return stored;
      },
    },
    counters: readCounters(sql),
    cells: readCells(sql),
    crowd: readCrowdFigures(sql),
    crowdSums: readCrowdSums(sql),
    held: readHeldLists(sql),
    log: readEventLog(sql, logs, documents),
    refusals: { ...readRefusals(sql), add: async (row) => (await logs.of(row.publisher)).log.refuse(row) },
    communities: communitiesOf(documents),
    accessKeys: accessKeysOf(documents),
    sessions: sessionsOf(documents),
    audit: auditOf(documents),
    campaigns: campaignsOf(documents),
    catalogue: catalogueOf(documents),
    webhooks: webhooksOf(documents),
    keeping: keepingOf({ sql, logs, documents, meta }),
    turns,
    async close() {
      await logs.close();
      await turns.close();
      await close();
    },
  };
  return { store, sql, documents, meta };
}

function openJetStream(
  connection: NatsConnection,
  name: string,
  replicas: number,
): Promise<{ js: JetStreamClient; jsm: JetStreamManager; documents: Documents }> {
  return asked('store.log', async () => {
    const js = jetstream(connection, { timeout: TRY_MS });
    const jsm = await jetstreamManager(connection, { timeout: TRY_MS });
    // Reads go to the leader: what was revoked opens nothing.
    const bucket = await new Kvm(js).create(name, { history: 1, replicas, allow_direct: false });
    return { js, jsm, documents: new Documents(bucket) };
  });
}
