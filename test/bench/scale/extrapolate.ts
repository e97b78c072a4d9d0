import { bytesAt, loadAt, type Load } from './load-model.js';
import type { Costs } from './points.js';
import { timesOf } from './reproduce.js';
import { simulateDay, type Day } from './simulate-day.js';
import { simulatePeak, type Peak } from './simulate-peak.js';
import { ASSUMED } from './parameters.js';

/** The relay keeps so many batches for one publisher; what is older makes room. */
const OUTBOX = 1_000;

export interface Extrapolated {
  readonly scale: number;
  readonly load: Load;
  readonly bytes: ReturnType<typeof bytesAt>;
  /** The relay of the largest community. */
  readonly peak: Peak;
  /** Seconds for which a week's close holds that relay up, and the requests that come meanwhile. */
  readonly close: { readonly seconds: number; readonly requests: number };
  /** Days for which a collector may be away before that relay drops batches. */
  readonly outboxDays: number;
  /** One collector for all publishers. */
  readonly day: Day;
}

export function extrapolate(scale: number, costs: Costs): Extrapolated {
  const load = loadAt(scale);
  const [relay, collector] = [timesOf(costs, 'relay'), timesOf(costs, 'collector')];
  const size = ASSUMED.factsPerRequest;
  const seconds = (load.relay.weekRows * rowMicros(costs)) / 1e6;
  return {
    scale,
    load,
    bytes: bytesAt(load, costs.bytes),
    peak: simulatePeak(relay, load.relay.requestsAtPeak, size, costs.cores),
    close: { seconds, requests: seconds * load.relay.requestsPerSecond },
    outboxDays: OUTBOX / load.relay.batchesForOne,
    day: simulateDay(load, collector, costs.cores),
  };
}

/** Microseconds for each row when a week closes: between the two weeks that were closed, so without what any close takes. */
export function rowMicros({ week: { closes } }: Pick<Costs, 'week'>): number {
  const [few, many] = closes;
  if (!few || !many) throw new Error('week.closes: two are needed, a small and a large one.');
  return ((many.ms - few.ms) * 1_000) / (many.rows - few.rows);
}

/** The most requests a second that do not saturate a relay, to a twentieth. */
export function relayHolds(costs: Costs): number {
  const times = timesOf(costs, 'relay');
  let [low, high] = [100, 100_000];
  while (high / low > 1.05) {
    const middle = Math.sqrt(low * high);
    if (simulatePeak(times, middle, ASSUMED.factsPerRequest, costs.cores).saturated) high = middle;
    else low = middle;
  }
  return low;
}
