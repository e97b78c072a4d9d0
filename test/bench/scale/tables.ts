import { costOfMillion, PRICES } from './cost.js';
import { engineCapacity, readEngines } from './engines.js';
import { extrapolate, longestStandstill, relayHolds, rowMicros } from './extrapolate.js';
import { BATCH } from './load-model.js';
import { PARAMETERS } from './parameters.js';
import type { Costs } from './points.js';
import { reproduce, timesOf } from './reproduce.js';

export const SCALES = [1, 10, 100, 1_000];

export type Table = readonly (readonly string[])[];

/** Every table of docs/developers/scale.md, its heading row first. A test holds the page to them. */
export function tables(costs: Costs): Readonly<Record<string, Table>> {
  const runs = SCALES.map((scale) => extrapolate(scale, costs));
  const row = (name: string, of: (run: (typeof runs)[number]) => string) => [name, ...runs.map(of)];
  const heads = (first: string) => [first, ...SCALES.map((scale) => `${short(scale)}×`)];
  return {
    parameters: [
      ['what', 'value', 'why'],
      ...Object.values(PARAMETERS).map(({ value, unit, why }) => [unit, short(value), why]),
    ],
    load: [
      heads('carried'),
      row('doctors', ({ load }) => short(load.doctors)),
      row('facts a day', ({ load }) => short(load.factsPerDay)),
      row('requests with facts a day', ({ load }) => short(load.requestsPerDay)),
      row('requests for files a day', ({ load }) => short(load.fileRequestsPerDay)),
      row('largest relay: requests a second, mean', ({ load }) => short(load.relay.requestsPerSecond)),
      row('the same in its busiest hour', ({ load }) => short(load.relay.requestsAtPeak)),
      row('events a day, to all publishers', ({ load }) => short(load.eventsPerDay)),
      row('batches a day', ({ load }) => short(load.batchesPerDay)),
      row('browsers to relays, a day', ({ bytes }) => size(bytes.browserToRelay)),
      row('in all relays’ files', ({ bytes }) => size(bytes.relayFiles)),
      row('relays to collectors, a day', ({ bytes }) => size(bytes.relayToCollector)),
      row('in all collectors’ files after a year', ({ bytes }) => size(bytes.collectorFileAYear)),
      row('script, records, status lists to browsers, a day', ({ bytes }) => size(bytes.filesToBrowsers)),
      row('prefetch from publishers, a day', ({ bytes }) => size(bytes.prefetch)),
      row('sources that doctors open, a day', ({ bytes }) => size(bytes.sources)),
    ],
    reproduced: [
      [
        'server',
        'at once',
        'in a request',
        'requests/s',
        'simulated',
        'ratio',
        'p50',
        'simulated',
        'ratio',
        'p95',
        'simulated',
        'seen before',
      ],
      ...reproduce(costs).map(({ measured, simulated, shown }) => [
        measured.server,
        String(measured.atOnce),
        String(measured.size),
        ...compared(measured.requestsPerSecond, simulated.requestsPerSecond),
        ...compared(measured.latencyMs.p50, simulated.latencyMs.p50),
        ...compared(measured.latencyMs.p95, simulated.latencyMs.p95).slice(0, 2),
        shown ? 'yes' : 'no',
      ]),
    ],
    saturation: [
      heads('part'),
      row('largest relay, week’s close: facts wait for', ({ close }) => time(close.factSeconds)),
      row('the same: requests with facts that come meanwhile', ({ close }) => short(close.requests)),
      row('the same: until nothing of the week is left', ({ close }) => time(close.seconds)),
      row('the same: nothing was answered for, at the longest', () => `${short(longestStandstill(costs))} ms`),
      row('largest relay, busiest hour: its thread is taken', ({ peak }) => share(peak.utilisation)),
      row('the same: p50 · p99', ({ peak }) =>
        peak.saturated ? 'grows' : `${short(peak.latencyMs.p50)} · ${short(peak.latencyMs.p99)} ms`,
      ),
      row('largest relay: a collector may be away for', ({ outboxDays }) => `${short(Math.floor(outboxDays))} days`),
      row('one collector for all: its writer is taken', ({ day }) => time(day.busyHours * 3_600)),
      row(
        'the same: p50 · p99, 40 ms of way included',
        ({ day }) => `${short(day.latencyMs.p50)} · ${short(day.latencyMs.p99)} ms`,
      ),
      row('a community’s day is out, at worst, within', ({ day }) => time(day.longestMinutes * 60)),
    ],
    million: million(costs),
    engines: engines(costs),
    held: [
      ['what', 'figure'],
      ['requests a second at which one relay falls behind', short(relayHolds(costs))],
      ['a week’s close, for each doctor in a cell', `${short(rowMicros(costs, 'ms'))} µs`],
      ['of that, until facts are taken again', `${short(rowMicros(costs, 'factMs'))} µs`],
      ['the longest for which nothing was answered meanwhile', `${short(longestStandstill(costs))} ms`],
      [
        'a day’s release and delivery, for each event',
        `${short((costs.week.release.ms * 1_000) / costs.week.release.events)} µs`,
      ],
      [
        'in the relay’s file, a fact’s id · a doctor in a cell',
        `${size(costs.bytes.seenId)} · ${size(costs.bytes.crowdRow)}`,
      ],
      ['in the collector’s file, an event with all its counters', size(costs.bytes.storedEvent)],
      ['as JSON, a fact · an event', `${size(costs.bytes.fact)} · ${size(costs.bytes.event)}`],
    ],
  };
}

function million(costs: Costs): Table {
  const cost = costOfMillion(costs);
  return [
    ['a million facts', 'cost'],
    ['relay', `${short(cost.relayCpu)} core-seconds`],
    ['collector, for the posts among them', `${short(cost.collectorCpu)} core-seconds`],
    ['received by relays', size(cost.received)],
    ['written to the relay’s disk', size(cost.relayWritten)],
    ['kept by the relay, for two weeks', size(cost.relayKept)],
    ['sent to collectors', size(cost.sent)],
    ['written to the collector’s disk', size(cost.collectorWritten)],
    ['kept by the collector', size(cost.collectorKept)],
    [
      `at ${PRICES.coreHour} a core-hour, ${PRICES.gigabyteOut} a GB sent, ${PRICES.gigabyteMonth} a GB-month`,
      cost.money.toFixed(4),
    ],
  ];
}

function engines(costs: Costs): Table {
  const engines = readEngines();
  const capacity = engineCapacity(engines, timesOf(costs, 'collector'), BATCH);
  return [
    [engines.measured ? 'the second stage, measured' : 'the second stage, ASSUMED', 'events/s'],
    [`${engines.collectors} collectors that keep nothing, a core each`, short(capacity.collectors)],
    [`JetStream with ${engines.log.replicas} replicas`, short(capacity.log)],
    [`ClickHouse, ${short(engines.insert.events)} events in an insert`, short(capacity.inserts)],
  ];
}

function compared(measured: number, simulated: number): string[] {
  return [short(measured), short(simulated), (simulated / measured).toFixed(2)];
}

/** Three digits, with thousands apart. */
function short(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumFractionDigits: 3 });
}

function share(part: number): string {
  return `${(part * 100).toPrecision(part < 0.1 ? 2 : 3)} %`;
}

function size(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
  const n = Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${short(bytes / 1_000 ** n)} ${units[n]}`;
}

function time(seconds: number): string {
  if (seconds < 120) return `${short(seconds)} s`;
  return seconds < 7_200 ? `${short(seconds / 60)} min` : `${short(seconds / 3_600)} h`;
}
