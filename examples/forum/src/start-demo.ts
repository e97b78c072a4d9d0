import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createCollector } from '@pullquote/collector';
import { createCommunity, type CommunityConfig } from '@pullquote/community';
import { createForum, type ForumApp } from './app.js';
import { Cleanup } from './demo/cleanup.js';
import { listen } from './demo/listen.js';
import { startPublisher } from './demo/publisher.js';
import { trustCommunity } from './demo/trust.js';

export interface DemoOptions {
  /** Folder for everything that the demo keeps; made when missing. Records are bound to the ports it first ran on. */
  readonly root: string;
  /** 0, the default, takes any free port. */
  readonly ports?: { readonly forum: number; readonly publisher: number; readonly collector: number };
  /** How long a status list holds: after a withdrawal, no card stands longer than this. */
  readonly statusTtlSeconds?: number;
  /** Where the community sends its events, when something stands before the collector, such as a proxy that records them. */
  readonly eventsOrigin?: string;
  /** What the community counts; public posts alone unless given. */
  readonly count?: CommunityConfig['count'];
  /** The community server's clock; the machine's unless given. */
  readonly clock?: CommunityConfig['clock'];
  /** Empties `root` first, once it is sure that no other demo runs on these ports. */
  readonly fresh?: boolean;
  /** Keeps the servers' own warnings off the screen. */
  readonly quiet?: boolean;
}

export interface Demo {
  /** The three origins. */
  readonly forum: string;
  readonly publisher: string;
  readonly collector: string;
  /** Lets the community's day end: its public shares leave for the publisher. */
  closeDay(): Promise<void>;
  /** Lets the community's week end: what was done in private leaves as figures of crowds, where they are large enough. */
  closeWeek(): Promise<void>;
  /** Withdraws the item at this address, as `pullquote withdraw` does. */
  withdraw(url: string, reason: string): Promise<void>;
  stop(): Promise<void>;
}

const NO_PORTS = { forum: 0, publisher: 0, collector: 0 };
const STATUS_TTL_SECONDS = 60;
/** Closing the day moves the counting lane ahead of the calendar: up to a year of it is taken. */
const FUTURE_DAYS = 366;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Runs a publisher, its collector and the community in this process, on this machine alone. @throws ForumError `settings` */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const cleanup = new Cleanup();
  try {
    return await start(options, cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function start(options: DemoOptions, cleanup: Cleanup): Promise<Demo> {
  const { root, ports = NO_PORTS, statusTtlSeconds = STATUS_TTL_SECONDS, fresh = false, quiet = false } = options;
  const log = quiet ? { log: SILENT } : {};

  // The forum goes by another name than the publisher, because cookies are shared between the ports of one.
  const forumPort = cleanup.stop(await listen('the community', 'localhost', ports.forum));
  const publisherPort = cleanup.stop(await listen('the publisher', '127.0.0.1', ports.publisher));
  const collectorPort = cleanup.stop(await listen('the collector', '127.0.0.1', ports.collector));
  if (fresh) await rm(root, { recursive: true, force: true });
  await mkdir(join(root, 'community'), { recursive: true });

  const publisher = await startPublisher({
    root: join(root, 'publisher'),
    origin: publisherPort.origin,
    eventsUrl: `${options.eventsOrigin ?? collectorPort.origin}/v1/events`,
    communities: [{ name: 'Grand Round', share: `${forumPort.origin}/pq/share` }],
    statusTtlSeconds,
  });
  cleanup.stop(publisher);
  publisherPort.serve(publisher.fetch);
  const listed = { origin: publisherPort.origin, name: publisher.name };

  // The community asks the forum who is signed in, and the forum mounts the community: the one that asks later comes first.
  const members: { forum?: ForumApp } = {};
  const community = await createCommunity({
    origin: forumPort.origin,
    name: 'Grand Round',
    country: 'US',
    readers: 'mixed',
    funding: 'Grand Round is a fictional community. Nobody pays for it.',
    dataDir: join(root, 'community'),
    publishers: [listed],
    count: options.count ?? 'shares',
    ...(options.clock ? { clock: options.clock } : {}),
    compose: '/new',
    member: (request) => members.forum?.member(request) ?? null,
    pollSeconds: 5,
    demo: true,
    ...log,
  });
  cleanup.close(community);
  const forum = createForum({
    origin: forumPort.origin,
    dataFile: join(root, 'forum.db'),
    community,
    report: `${collectorPort.origin}/`,
  });
  cleanup.close(forum);
  members.forum = forum;

  await community.refresh();
  const held = publisher.urls.map((url) => community.item(url)).filter((item) => item !== undefined);
  const collector = await createCollector({
    dataFile: join(root, 'collector.db'),
    publishers: [listed],
    titles: Object.fromEntries(held.map(({ id, title }) => [id, title])),
    allowFutureDays: FUTURE_DAYS,
    // On this machine alone: the demo shows its report without a sign-in.
    access: 'open',
    ...log,
  });
  cleanup.close(collector);
  collectorPort.serve((request) => collector.fetch(request));
  await trustCommunity(collector, community, forumPort.origin);
  community.start();
  forumPort.serve(forum.fetch);

  return {
    forum: forumPort.origin,
    publisher: publisherPort.origin,
    collector: collectorPort.origin,
    closeDay: async () => void (await community.closeDay()),
    closeWeek: async () => void (await community.closeWeek()),
    withdraw: (url, reason) => publisher.withdraw(url, reason),
    stop: async () => {
      // Nothing may arrive at a part that is already put away.
      await Promise.all([forumPort, publisherPort, collectorPort].map((port) => port.stop()));
      await cleanup.run();
    },
  };
}
