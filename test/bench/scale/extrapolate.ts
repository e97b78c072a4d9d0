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
  /** Seconds that a week's close takes there, those for which facts wait, and how many requests with facts come in these. */
  readonly close: { readonly seconds: number; readonly factSeconds: number; readonly requests: number };
  /** Days for which a collector may be away before that relay drops batches. */
  readonly outboxDays: number;
  /** One collector for all publishers. */
  readonly day: Day;
}

export function extrapolate(scale: number, costs: Costs): Extrapolated {
  const load = loadAt(scale);
  const [relay, collector] = [timesOf(costs, 'relay'), timesOf(costs, 'collector')];
  const size = ASSUMED.factsPerRequest;
  const [seconds = 0, factSeconds = 0] = (['ms', 'factMs'] as const).map(
    (what) => (load.relay.weekRows * rowMicros(costs, what)) / 1e6,
  );
  return {
    scale,
    load,
    bytes: bytesAt(load, costs.bytes),
    peak: simulatePeak(relay, load.relay.requestsAtPeak, size, costs.cores),
    close: { seconds, factSeconds, requests: factSeconds * load.relay.requestsPerSecond },
    outboxDays: OUTBOX / load.relay.batchesForOne,
    day: simulateDay(load, collector, costs.cores),
  };
}

/** Microseconds for each row when a week closes: between the two weeks that were closed, so without what any close takes. */
export function rowMicros({ week: { closes } }: Pick<Costs, 'week'>, what: 'ms' | 'factMs'): number {
  const [few, many] = closes;
  if (!few || !many) throw new Error('week.closes: two are needed, a small and a large one.');
  return ((many[what] - few[what]) * 1_000) / (many.rows - few.rows);
}

/** Milliseconds for which nothing at all was answered. Slices take as long however many there are, so this doesn't grow with the rows. */
export function longestStandstill({ week: { closes } }: Pick<Costs, 'week'>): number {
  return Math.max(...closes.map(({ standstillMs }) => standstillMs));
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
