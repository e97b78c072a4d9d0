import { parseConfig, type CommunityConfig } from './config.js';
import { Bound } from './facts/bound.js';
import { Intake } from './facts/intake.js';
import { factsRoute } from './facts/route.js';
import { Seen } from './facts/seen.js';
import { createApp } from './http/app.js';
import { Bundle } from './http/bundle.js';
import { communityFile } from './http/community-file.js';
import { indexPage } from './http/index-page.js';
import { ownKey } from './keys/own-key.js';
import { WeekKey } from './keys/week-key.js';
import { Days } from './lane/days.js';
import { Courier, type DeliveryReport, type Which } from './lane/deliver.js';
import { LaneClock } from './lane/lane-clock.js';
import { Lane, type ClosedDay } from './lane/lane.js';
import { Outbox, type OutboxEntry, type SentFigure } from './lane/outbox.js';
import { Releaser, type ReleaseReport } from './lane/release.js';
import { errorKind } from './log.js';
import { Prefetch } from './prefetch/prefetch.js';
import type { RefreshReport } from './prefetch/report.js';
import { Catalogue } from './store/catalogue.js';
import { Database } from './store/database.js';
import { Items, type HeldItem, type Reader } from './store/items.js';
import { Lists } from './store/lists.js';
import { Publishers } from './store/publishers.js';
import { Refusals } from './store/refusals.js';
import { jittered, Repeating } from './timers.js';

/** What moderators may see: sums, and what is stuck. */
export interface ModeratorReport {
  readonly sent: readonly SentFigure[];
  readonly outbox: readonly OutboxEntry[];
  readonly refusals: readonly { readonly day: string; readonly code: string; readonly n: number }[];
}

export interface Community {
  /** Answers every path under `/pq/`. */
  fetch(request: Request): Promise<Response>;
  /** Begins to prefetch, release and deliver on timers. */
  start(): void;
  /** Prefetches now. */
  refresh(): Promise<RefreshReport>;
  /** Puts every day whose minute has come into the outbox. */
  release(): Promise<ReleaseReport>;
  deliver(which?: Which): Promise<DeliveryReport>;
  /**
   * Moves the lane's clock, and nothing else, to the minute of tomorrow at which today leaves; then releases and delivers.
   * @throws CommunityError `demo-only` unless the configuration says `demo: true`
   */
  closeDay(): Promise<ClosedDay>;
  /** What can be shared now, for the host's own item library; for the community's readers unless one is named. */
  items(reader?: Reader): HeldItem[];
  /** The current version of the item at this address, in whatever state. */
  item(url: string, reader?: Reader): HeldItem | undefined;
  report(): ModeratorReport;
  close(): Promise<void>;
}

/** The lane is looked at once a minute: days leave at a minute's precision. */
const TICK_S = 60;

/**
 * What a community's server runs, all under one path.
 * @throws CommunityError `config`, which names the field, or `key-file`
 */
export async function createCommunity(config: CommunityConfig): Promise<Community> {
  const settings = parseConfig(config);
  const { clock, log } = settings;
  const closing = new AbortController();

  const db = new Database(settings.dataDir);
  const laneClock = new LaneClock(db, clock, settings.demo);
  const refusals = new Refusals(db, () => laneClock.today());
  const publishers = new Publishers(db);
  const catalogue = new Catalogue(db);
  const lists = new Lists(db);
  const items = new Items(db, settings, () => clock.now());
  const stores = { publishers, catalogue, lists, refusals };
  const prefetch = new Prefetch(settings, stores, closing.signal);

  const days = new Days(db, laneClock);
  const seen = new Seen(db);
  const outbox = new Outbox(db);
  const courier = new Courier(settings, publishers, outbox, refusals, closing.signal);

  try {
    const key = await ownKey(settings.dataDir);
    const bound = new Bound(db, new WeekKey(settings.dataDir));
    const releaser = new Releaser(db, settings, key, laneClock, days, publishers, outbox, refusals);
    const lane = new Lane(laneClock, days, releaser, courier, seen, bound, settings.demo);
    publishers.list(settings.publishers);
    await prefetch.confirmPins();

    const intake = new Intake(db, settings.count, days, items, seen, bound, refusals);
    const app = createApp({
      settings,
      bundle: new Bundle(settings.bundleDir),
      items,
      lists,
      communityFile: () => communityFile(settings, key, publishers),
      indexPage: () => indexPage(settings, publishers, catalogue, lists),
      facts: factsRoute(settings, intake, refusals),
    });

    const failed = (error: unknown) => log.error(errorKind(error), 'a timer failed; it will run again');
    const fetching = new Repeating(
      () => prefetch.refresh(),
      () => jittered(settings.pollSeconds),
      failed,
    );
    const ticking = new Repeating(
      () => lane.tick(),
      () => jittered(TICK_S),
      failed,
    );
    let closed: Promise<void> | undefined;
    const close = async () => {
      closing.abort();
      await Promise.all([fetching.stop(), ticking.stop()]);
      await Promise.allSettled([prefetch.settled(), lane.settled()]);
      db.close();
    };

    return {
      fetch: async (request) => app.fetch(request),
      start() {
        fetching.start();
        ticking.start();
      },
      refresh: () => prefetch.refresh(),
      release: () => lane.release(),
      deliver: (which) => lane.deliver(which),
      closeDay: () => lane.closeDay(),
      items: (reader) => items.shareable(reader),
      item: (url, reader) => items.byUrl(url, reader),
      report: () => ({ sent: outbox.sent(), outbox: outbox.list(), refusals: refusals.all() }),
      close: () => (closed ??= close()),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}
