import type { RemovedPost } from './facts/removals.js';
import type { DeliveryReport, Which } from './lane/deliver.js';
import type { ClosedDay, ClosedWeek } from './lane/lane.js';
import type { ReleaseReport } from './lane/release.js';
import type { ModeratorReport } from './moderation/report.js';
import type { RefreshReport } from './prefetch/report.js';
import type { HeldItem, Reader } from './store/items.js';
import type { Unfurled } from './unfurl/unfurl.js';

/** What a host's code can ask of its community server. */
export interface Community {
  /** Answers every path under `/pq/`. */
  fetch(request: Request): Promise<Response>;
  /** Begins to prefetch, release and deliver on timers. */
  start(): void;
  /** Prefetches now. */
  refresh(): Promise<RefreshReport>;
  /** Puts every day whose minute has come, and the figures of every week that is over, into the outbox. */
  release(): Promise<ReleaseReport>;
  deliver(which?: Which): Promise<DeliveryReport>;
  /**
   * Moves the lane's clock, and nothing else, to the minute of tomorrow at which today leaves; then releases and delivers.
   * @throws CommunityError `demo-only` unless the configuration says `demo: true`
   */
  closeDay(): Promise<ClosedDay>;
  /**
   * Moves the lane's clock, and nothing else, to the Monday after; then releases and delivers.
   * @throws CommunityError `demo-only` unless the configuration says `demo: true`
   */
  closeWeek(): Promise<ClosedWeek>;
  /**
   * To be called when a post with an item goes: takes its event back if its day hasn't left yet.
   * @returns whether there was one
   * @throws CommunityError `post`, which names the field
   */
  removed(post: RemovedPost): boolean;
  /** What can be shared now, for the host's own item library. */
  items(reader?: Reader): HeldItem[];
  /** The current version of the item at this address, in whatever state. */
  item(url: string, reader?: Reader): HeldItem | undefined;
  /**
   * A link → the item in every form that a forum stores or shows, from the prefetched catalogue. Never fetches.
   * @returns undefined when no listed publisher has it
   */
  unfurl(link: string, reader?: Reader): Unfurled | undefined;
  report(): ModeratorReport;
  /** Lets nothing be counted for a publisher, and drops what waits for it; or ends that. @throws CommunityError `publisher` */
  mute(publisher: string, muted: boolean): void;
  close(): Promise<void>;
}
