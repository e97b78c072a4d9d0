import type { JudgedBatch } from '../batch-intake.js';
import type { RebuildProgress } from '../keeping.js';
import { writeAccessKeys, writeSessions } from './access-keys.js';
import { writeAudit } from './audit.js';
import { BatchWriter } from './batch-writer.js';
import { writeCampaigns } from './campaigns.js';
import { writeCatalogue } from './catalogue.js';
import { writeCommunities } from './communities.js';
import type { Connection } from './connection.js';
import { beginPrune, pruneSome, type PrunePlace } from './prune.js';
import { rebuild } from './rebuild.js';
import { writeRefusals } from './refusal-counts.js';
import { writeWebhooks } from './webhooks.js';

/** Everything that changes the file, by name: what one thread can ask of another. Each runs inside a transaction. */
export function createWrites(sql: Connection, say: (progress: RebuildProgress) => void) {
  const batches = new BatchWriter(sql);
  const [communities, refusals, audit] = [writeCommunities(sql), writeRefusals(sql), writeAudit(sql)];
  const [accessKeys, sessions] = [writeAccessKeys(sql), writeSessions(sql)];
  const [campaigns, catalogue, webhooks] = [writeCampaigns(sql), writeCatalogue(sql), writeWebhooks(sql)];
  const operations = {
    addBatch: (batch: JudgedBatch) => batches.add(batch),
    addRefusal: refusals.add,
    saveCommunity: communities.save,
    addAccessKey: accessKeys.add,
    revokeAccessKey: accessKeys.revoke,
    useAccessKey: accessKeys.used,
    addSession: sessions.add,
    removeSession: sessions.remove,
    removeSessionsBefore: sessions.removeBefore,
    addAudit: audit.add,
    saveCampaign: campaigns.save,
    removeCampaign: campaigns.remove,
    saveCatalogue: catalogue.save,
    saveWebhook: webhooks.save,
    setWebhookState: webhooks.setState,
    removeWebhook: webhooks.remove,
    enqueueDelivery: webhooks.enqueue,
    updateDelivery: webhooks.update,
    removeDelivery: webhooks.delivered,
    // Another value each time: SQLite writes no page whose bytes stay the same.
    touch: () => void sql.run("INSERT OR REPLACE INTO meta VALUES ('touched', hex(randomblob(8)))"),
    beginPrune: (day: string) => beginPrune(sql, day),
    pruneSome: (place?: PrunePlace) => pruneSome(sql, place),
    rebuild: () => {
      batches.flush();
      return rebuild(sql, say);
    },
  };
  return { operations, flush: () => batches.flush(), forget: () => batches.forget() };
}

export type Operations = ReturnType<typeof createWrites>['operations'];
export type Operation = keyof Operations;
export type Arguments<O extends Operation> = Parameters<Operations[O]>;
export type Result<O extends Operation> = ReturnType<Operations[O]>;
