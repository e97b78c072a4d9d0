import { Simulation, type Process } from './event-loop.js';
import { Cores } from './machine.js';
import { exponential, seeded } from './seeded.js';
import { ServerModel } from './server-model.js';
import type { ServiceTimes } from './service-times.js';
import { quantile } from './simulate-point.js';

export interface Peak {
  /** Part of the time in which the thread that writes could do nothing else. */
  readonly utilisation: number;
  readonly latencyMs: { readonly p50: number; readonly p99: number };
  /** More comes than is answered: what waits only grows. */
  readonly saturated: boolean;
}

const REQUESTS = 30_000;

/** A server in its busiest hour: requests come from so many doctors that none waits for another. Its machine is its own. */
export function simulatePeak(times: ServiceTimes, perSecond: number, size: number, cores: number, seed = 1): Peak {
  const simulation = new Simulation();
  const machine = new Cores(simulation, cores);
  const random = seeded(seed);
  const server = new ServerModel(simulation, machine, times, random);
  const latencies: number[] = [];
  let came = 0;

  function* arrivals(): Process {
    for (; came < REQUESTS; came++) {
      yield simulation.wait(exponential(random, 1e6 / perSecond));
      const at = simulation.now;
      server.take({ size, answer: () => latencies.push((simulation.now - at + times.handOver) / 1_000) });
    }
  }
  simulation.start(arrivals());
  const seconds = REQUESTS / perSecond;
  simulation.run(seconds * 1e6);
  const part = quantile(latencies);
  return {
    utilisation: Math.min(1, server.writing / simulation.now),
    latencyMs: { p50: part(0.5), p99: part(0.99) },
    // A tenth of all that came still waits at the end.
    saturated: server.waiting > REQUESTS / 10,
  };
}
