import type { AccessKeys, Sessions } from './access-keys.js';
import type { Audit } from './audit.js';
import type { BatchIntake } from './batch-intake.js';
import type { Campaigns } from './campaigns.js';
import type { Catalogue } from './catalogue.js';
import type { Cells } from './cells.js';
import type { Communities } from './communities.js';
import type { Counters } from './counters.js';
import type { CrowdFigures } from './crowd-figures.js';
import type { CrowdSums } from './crowd-sums.js';
import type { EventLog } from './event-log.js';
import type { HeldLists } from './held-lists.js';
import type { Keeping } from './keeping.js';
import type { RefusalCounts } from './refusal-counts.js';
import type { Turns } from './turns.js';
import type { Webhooks } from './webhooks.js';

/**
 * Everything that a collector keeps. Each part is one concern with an interface of its own, and everything is
 * asynchronous, so that what keeps it can be a file beside the process or servers elsewhere.
 *
 * A publisher is named by its origin in every call that reads or writes its figures: nothing reads across publishers.
 */
export interface Store {
  readonly intake: BatchIntake;
  readonly counters: Counters;
  readonly cells: Cells;
  readonly crowd: CrowdFigures;
  readonly crowdSums: CrowdSums;
  readonly held: HeldLists;
  readonly log: EventLog;
  readonly refusals: RefusalCounts;
  readonly communities: Communities;
  readonly accessKeys: AccessKeys;
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly campaigns: Campaigns;
  readonly catalogue: Catalogue;
  readonly webhooks: Webhooks;
  readonly keeping: Keeping;
  readonly turns: Turns;
  /** Finishes what it has been asked, then closes. */
  close(): Promise<void>;
}
