import { ASSUMED, type Assumed } from './parameters.js';
import type { Bytes } from './points.js';

const DAY_S = 86_400;
/** Events in a batch at most. */
export const BATCH = 500;

/** What has to be carried, all communities together unless it says otherwise. */
export interface Load {
  readonly doctors: number;
  readonly factsPerDay: number;
  readonly requestsPerDay: number;
  /** Requests for files that are the same for everybody: a CDN may answer them. */
  readonly fileRequestsPerDay: number;
  /** Of the largest community. */
  readonly relay: {
    readonly doctors: number;
    readonly requestsPerSecond: number;
    readonly requestsAtPeak: number;
    /** Rows of doctors in cells when its week closes. */
    readonly weekRows: number;
    readonly eventsPerDay: number;
    /** Batches a day for one publisher. */
    readonly batchesForOne: number;
  };
  readonly eventsPerDay: number;
  readonly batchesPerDay: number;
}

export function loadAt(scale: number, p: Assumed = ASSUMED): Load {
  const doctors = p.doctors * scale;
  const viewsPerDoctor = p.active * p.views;
  const factsPerDoctor = viewsPerDoctor * (p.factsPerView + p.postsPerView);
  const requestsPerDay = (doctors * factsPerDoctor) / p.factsPerRequest;
  const posts = doctors * viewsPerDoctor * p.postsPerView;
  const lanes = p.communities * p.publishers;
  // A status-held event a day, and a week's crowd figures; a batch each.
  const eventsPerDay = posts + lanes * (1 + p.cellsTold / 7);
  const ofLargest = posts * p.largest;
  return {
    doctors,
    factsPerDay: doctors * factsPerDoctor,
    requestsPerDay,
    fileRequestsPerDay: doctors * p.active * (p.newcomers + p.newRecords + p.pageViews),
    relay: {
      doctors: doctors * p.largest,
      requestsPerSecond: (requestsPerDay * p.largest) / DAY_S,
      requestsAtPeak: (requestsPerDay * p.largest * p.peakHour) / 3_600,
      weekRows: doctors * p.largest * viewsPerDoctor * p.factsPerView * 7 * p.distinct,
      eventsPerDay: ofLargest,
      batchesForOne: Math.ceil(ofLargest / p.publishers / BATCH),
    },
    eventsPerDay,
    batchesPerDay: Math.ceil(posts / lanes / BATCH) * lanes + lanes * (1 + 1 / 7),
  };
}

/** Public posts among so many facts, and the batches that they leave in when every batch is as full as on an ordinary day at 1×. */
export function eventsFor(facts: number, p: Assumed = ASSUMED): { events: number; batches: number } {
  const events = (facts * p.postsPerView) / (p.factsPerView + p.postsPerView);
  const { eventsPerDay, batchesPerDay } = loadAt(1, p);
  return { events, batches: (events * batchesPerDay) / eventsPerDay };
}

/** Bytes a day at each stage, and what the caches before it take. */
export function bytesAt(
  { doctors, requestsPerDay, factsPerDay, eventsPerDay, batchesPerDay }: Load,
  bytes: Bytes,
  p: Assumed = ASSUMED,
) {
  const active = doctors * p.active;
  return {
    browserToRelay: requestsPerDay * p.headers + factsPerDay * bytes.fact,
    /** Ids of 14 days, and the sets of a week that is about to close; all communities together. */
    relayFiles: factsPerDay * (14 * bytes.seenId + 7 * p.distinct * bytes.crowdRow),
    relayToCollector: eventsPerDay * bytes.event + batchesPerDay * (bytes.signature + p.headers),
    collectorFileAYear: eventsPerDay * bytes.storedEvent * 365,
    /** Files that are the same for everybody, from the community’s own address: a CDN may hold them. */
    filesToBrowsers: active * (p.newcomers * p.script + p.newRecords * p.record + p.pageViews * p.status),
    prefetch: p.communities * p.publishers * p.polls * 2 * p.headers,
    sources: active * p.views * p.sourceOpened * p.page,
  };
}
