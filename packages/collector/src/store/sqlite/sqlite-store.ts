import type { Store } from '../store.js';
import { readAccessKeys, readSessions } from './access-keys.js';
import { readAudit } from './audit.js';
import { readCampaigns } from './campaigns.js';
import { readCatalogue } from './catalogue.js';
import { readCells } from './cells.js';
import { readCommunities } from './communities.js';
import { Connection } from './connection.js';
import { readCounters } from './counters.js';
import { readCrowdFigures } from './crowd-figures.js';
import { readCrowdSums } from './crowd-sums.js';
import { readEventLog } from './event-log.js';
import { readHeldLists } from './held-lists.js';
import { keepingOf } from './keeping.js';
import { openForReading } from './open.js';
import { readRefusals } from './refusal-counts.js';
import { readWebhooks } from './webhooks.js';
import { writeHere } from './write-here.js';
import { writeInThread } from './write-thread.js';

export interface SqliteOptions {
  /** Path of the file; it is made where there is none. */
  readonly file: string;
  /** `here` for a command that does one thing and ends; a server writes in a thread. */
  readonly writing?: 'thread' | 'here' | undefined;
}

/** One file beside the process: one connection that writes, and one that reads and never waits for it. @throws CollectorError `store` */
export async function openSqliteStore({ file, writing: where = 'thread' }: SqliteOptions): Promise<Store> {
  const writing = where === 'here' ? writeHere(file) : await writeInThread(file);
  let sql: Connection;
  try {
    sql = new Connection(openForReading(file));
  } catch (error) {
    await writing.close();
    throw error;
  }
  return {
    intake: { add: (batch) => writing.run('addBatch', batch) },
    counters: readCounters(sql),
    cells: readCells(sql),
    crowd: readCrowdFigures(sql),
    crowdSums: readCrowdSums(sql),
    held: readHeldLists(sql),
    log: readEventLog(sql),
    refusals: { ...readRefusals(sql), add: (row) => writing.run('addRefusal', row) },
    communities: {
      ...readCommunities(sql),
      save: (community, seen) => writing.run('saveCommunity', community, seen),
    },
    accessKeys: {
      ...readAccessKeys(sql),
      add: (key, hash) => writing.run('addAccessKey', key, hash),
      revoke: (id, day) => writing.run('revokeAccessKey', id, day),
      used: (id, day) => writing.run('useAccessKey', id, day),
    },
    sessions: {
      ...readSessions(sql),
      add: (hash, session) => writing.run('addSession', hash, session),
      remove: (hash) => writing.run('removeSession', hash),
      removeBefore: (day) => writing.run('removeSessionsBefore', day),
    },
    audit: { ...readAudit(sql), add: (entry) => writing.run('addAudit', entry) },
    campaigns: {
      ...readCampaigns(sql),
      save: (publisher, campaign) => writing.run('saveCampaign', publisher, campaign),
      remove: (publisher, id) => writing.run('removeCampaign', publisher, id),
    },
    catalogue: {
      ...readCatalogue(sql),
      save: (publisher, items, day) => writing.run('saveCatalogue', publisher, items, day),
    },
    webhooks: {
      ...readWebhooks(sql),
      save: (webhook) => writing.run('saveWebhook', webhook),
      setState: (publisher, id, state) => writing.run('setWebhookState', publisher, id, state),
      remove: (publisher, id) => writing.run('removeWebhook', publisher, id),
      enqueue: (delivery) => writing.run('enqueueDelivery', delivery),
      update: (delivery) => writing.run('updateDelivery', delivery),
      delivered: (id) => writing.run('removeDelivery', id),
    },
    keeping: keepingOf(sql, writing),
    // Of a file there is one collector.
    turns: { mine: async () => true },
    async close() {
      // The writer last: whoever closes last puts the write-ahead log into the file, and a reader may not.
      if (sql.db.isOpen) sql.db.close();
      await writing.close();
    },
  };
}
