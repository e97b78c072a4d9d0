import type { Community } from './api.js';
import { parseConfig, type CommunityConfig } from './config.js';
import { CrowdCount } from './crowd/count.js';
import { CrowdDraw } from './crowd/draw.js';
import { CrowdPublisher } from './crowd/publish.js';
import { Remains } from './crowd/remains.js';
import { CrowdSets } from './crowd/sets.js';
import { Weeks } from './crowd/weeks.js';
import { Bound } from './facts/bound.js';
import { Intake } from './facts/intake.js';
import { Posts } from './facts/posts.js';
import { Removals } from './facts/removals.js';
import { removedRoute } from './facts/removed-route.js';
import { factsRoute } from './facts/route.js';
import { Seen } from './facts/seen.js';
import { createApp } from './http/app.js';
import { Bundle } from './http/bundle.js';
import { communityFile } from './http/community-file.js';
import { indexPage } from './http/index-page.js';
import { DayKeys } from './keys/day-keys.js';
import { ownKey } from './keys/own-key.js';
import { PeriodKey } from './keys/period-key.js';
import { Days } from './lane/days.js';
import { Courier } from './lane/deliver.js';
import { LaneClock } from './lane/lane-clock.js';
import { Lane } from './lane/lane.js';
import { Outbox } from './lane/outbox.js';
import { Releaser } from './lane/release.js';
import { StatusHeld } from './lane/status-held.js';
import { errorKind } from './log.js';
import { Moderation } from './moderation/report.js';
import { moderationRoute } from './moderation/route.js';
import { Prefetch } from './prefetch/prefetch.js';
import { Catalogue } from './store/catalogue.js';
import { Database } from './store/database.js';
import { Items } from './store/items.js';
import { Lists } from './store/lists.js';
import { Muted } from './store/muted.js';
import { Publishers } from './store/publishers.js';
import { Refusals } from './store/refusals.js';
import { jittered, Repeating } from './timers.js';
import { unfurlRoutes } from './unfurl/routes.js';
import { unfurl } from './unfurl/unfurl.js';

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
  const muted = new Muted(db);
  const outbox = new Outbox(db, refusals);
  const courier = new Courier(settings, publishers, outbox, refusals, closing.signal);

  try {
    const key = await ownKey(settings.dataDir);
    const weekKey = new PeriodKey(settings.dataDir, 'week-key');
    const weeks = new Weeks({
      db,
      key: weekKey,
      days,
      counting: new CrowdCount(db),
      drawing: new CrowdDraw(settings.origin),
      remains: new Remains(db),
      log,
      signal: closing.signal,
    });
    const removals = new Removals(db, new DayKeys(settings.dataDir), items);
    const lane = new Lane({
      clock: laneClock,
      days,
      weeks,
      seen,
      refusals,
      posts: new Releaser(db, settings, key, laneClock, days, publishers, outbox, refusals, removals),
      crowds: new CrowdPublisher(db, key, laneClock, publishers, outbox, refusals),
      statusHeld: new StatusHeld(db, settings, key, publishers, lists, muted, outbox),
      courier,
      demo: settings.demo,
      signal: closing.signal,
    });
    const moderation = new Moderation(outbox, weeks, muted, refusals, publishers);
    publishers.list(settings.publishers);
    await prefetch.confirmPins();

    const posts = new Posts(db, days, new Bound(db, weekKey), removals);
    const crowds = new CrowdSets(db, weekKey, items);
    const { count } = settings;
    const intake = new Intake({ db, count, days, weeks, items, muted, seen, posts, crowds, refusals });
    const unfurling = { settings, items, lists, now: () => clock.now() };
    const app = createApp({
      settings,
      bundle: new Bundle(settings.bundleDir),
      items,
      lists,
      communityFile: () => communityFile(settings, key, publishers),
      indexPage: () => indexPage(settings, publishers, catalogue, lists),
      facts: factsRoute(settings, intake, refusals),
      removed: removedRoute(settings, removals),
      moderation: moderationRoute(settings, moderation, items),
      unfurling: unfurlRoutes(settings, unfurling),
    });

    const failed = (error: unknown) => {
      // Stopped on purpose: the next start goes on.
      if (error !== closing.signal.reason) log.error(errorKind(error), 'a timer failed; it will run again');
    };
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
      intake.writeAll();
      await Promise.all([fetching.stop(), ticking.stop()]);
      await Promise.allSettled([prefetch.settled(), lane.settled(), weeks.settled()]);
      refusals.flush();
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
      closeWeek: () => lane.closeWeek(),
      removed: (post) => removals.cancel(post),
      items: (reader) => items.shareable(reader),
      item: (url, reader) => items.byUrl(url, reader),
      unfurl: (link, reader = {}) => unfurl(link, reader, unfurling),
      report: () => moderation.report(),
      mute: (publisher, wanted) => moderation.mute(publisher, wanted),
      close: () => (closed ??= close()),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}
