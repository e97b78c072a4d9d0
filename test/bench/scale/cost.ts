import { eventsFor } from './load-model.js';
import { ASSUMED } from './parameters.js';
import type { Costs, Point } from './points.js';
import { timesOf } from './reproduce.js';
import { at } from './service-times.js';

/** What things are sold for: examples, to be replaced by your own. In one currency. */
export const PRICES = { coreHour: 0.04, gigabyteOut: 0.05, gigabyteMonth: 0.1 };

export interface Cost {
  /** Seconds of one core. */
  readonly relayCpu: number;
  readonly collectorCpu: number;
  /** What is left of a core-second that is bought for the busiest hour and used all day is not in here. */
  readonly money: number;
  /** Bytes from browsers to relays, to the relay's disk (its log included), from relays to collectors, and to a collector's disk. */
  readonly received: number;
  readonly relayWritten: number;
  readonly sent: number;
  readonly collectorWritten: number;
  /** Bytes that stay: a year in the collector, two weeks in the relay. */
  readonly collectorKept: number;
  readonly relayKept: number;
}

const MILLION = 1e6;

/** Of a million facts, with as much done together as at the most connections that were measured. */
export function costOfMillion(costs: Costs, p = ASSUMED, prices = PRICES): Cost {
  const requests = MILLION / p.factsPerRequest;
  const { events, batches } = eventsFor(MILLION, p);
  const [relay, collector] = [most(costs, 'relay', 1), most(costs, 'collector', 500)];
  const { bytes } = costs;
  const relayCpu = (requests * at(timesOf(costs, 'relay').of(p.factsPerRequest), relay.together)) / 1e6;
  const collectorCpu = (batches * at(timesOf(costs, 'collector').of(events / batches), collector.together)) / 1e6;
  const sent = events * bytes.event + batches * (bytes.signature + p.headers);
  const received = requests * p.headers + MILLION * bytes.fact;
  const [relayKept, collectorKept] = [
    MILLION * (bytes.seenId + (p.distinct * bytes.crowdRow) / 2),
    events * bytes.storedEvent,
  ];
  const kept = (relayKept * 0.5 + collectorKept * 12) / 1e9;
  return {
    relayCpu,
    collectorCpu,
    received,
    relayWritten: requests * relay.writtenBytes,
    sent,
    collectorWritten: events * collector.writtenBytes,
    relayKept,
    collectorKept,
    money:
      ((relayCpu + collectorCpu) / 3_600) * prices.coreHour +
      (sent / 1e9) * prices.gigabyteOut +
      kept * prices.gigabyteMonth,
  };
}

function most({ points }: Costs, server: Point['server'], size: number): Point {
  const [point] = points
    .filter((one) => one.server === server && one.size === size)
    .sort((a, b) => b.atOnce - a.atOnce);
  if (!point) throw new Error(`points: none of the ${server} with ${size} in a request.`);
  return point;
}
