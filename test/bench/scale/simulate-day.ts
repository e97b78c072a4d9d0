import { Simulation, type Process } from './event-loop.js';
import { BATCH, type Load } from './load-model.js';
import { ASSUMED } from './parameters.js';
import { Cores } from './machine.js';
import { exponential, seeded } from './seeded.js';
import { ServerModel } from './server-model.js';
import type { ServiceTimes } from './service-times.js';
import { quantile } from './simulate-point.js';

const MINUTE = 60e6;
const DAY_MINUTES = 1_440;
/** From a relay to a collector and back, and how often that fails: assumed. */
const WAY = 40_000;
const FAILS = 0.01;
/** The first retry waits up to half a minute, and for the relay's next minute. */
const RETRY = 30e6;

export interface Day {
  readonly batches: number;
  /** Of them, those that the collector has acknowledged in the end. */
  readonly stored: number;
  /** Hours of the day in which the collector's writer was at work, of 24. */
  readonly busyHours: number;
  readonly latencyMs: { readonly p50: number; readonly p99: number };
  /** From the minute at which a community's day leaves until the last of it is stored, at worst. */
  readonly longestMinutes: number;
}

/**
 * A day D+1: each community lets day D go at a minute of its own, one batch after the other, for all publishers; all of them go to one
 * collector. A batch that fails is tried again in a later minute.
 */
export function simulateDay(load: Load, times: ServiceTimes, cores: number, seed = 1, p = ASSUMED): Day {
  const simulation = new Simulation();
  const random = seeded(seed);
  const server = new ServerModel(simulation, new Cores(simulation, cores), times, random);
  const latencies: number[] = [];
  const lags: number[] = [];
  let [batches, stored] = [0, 0];

  function* relay(events: number): Process {
    const leaves = Math.floor(random() * DAY_MINUTES) * MINUTE;
    yield simulation.wait(leaves);
    let waiting = batchesOf(events / p.publishers).flatMap((sizes) =>
      Array.from({ length: p.publishers }, () => sizes),
    );
    batches += waiting.length;
    while (waiting.length > 0) {
      const failed: number[] = [];
      for (const size of waiting) {
        const at = simulation.now;
        yield simulation.wait(WAY / 2);
        if (random() < FAILS) failed.push(size);
        else {
          yield (resume) => server.take({ size, answer: resume });
          stored += 1;
        }
        yield simulation.wait(WAY / 2);
        latencies.push((simulation.now - at) / 1_000);
      }
      waiting = failed;
      if (failed.length > 0) yield simulation.wait(Math.max(MINUTE, random() * RETRY));
    }
    lags.push((simulation.now - leaves) / MINUTE);
  }
  for (const part of sharesOf(p.communities, p.largest, random)) simulation.start(relay(load.eventsPerDay * part));
  simulation.run();

  const part = quantile(latencies);
  return {
    batches,
    stored,
    busyHours: server.writing / 3.6e9,
    latencyMs: { p50: part(0.5), p99: part(0.99) },
    longestMinutes: Math.max(...lags),
  };
}

/** One publisher's events of a day → the sizes of their batches. */
function batchesOf(events: number): number[] {
  const whole = Math.floor(events / BATCH);
  const rest = Math.round(events - whole * BATCH);
  return [...Array.from({ length: whole }, () => BATCH), ...(rest > 0 ? [rest] : [])];
}

/** Parts of all doctors: the largest community has its own, the others what chance gives them. */
function sharesOf(communities: number, largest: number, random: () => number): number[] {
  const others = Array.from({ length: communities - 1 }, () => exponential(random, 1));
  const sum = others.reduce((total, one) => total + one, 0);
  return [largest, ...others.map((one) => (one / sum) * (1 - largest))];
}
