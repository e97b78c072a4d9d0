import { Simulation, type Process } from './event-loop.js';
import { Cores, Thread } from './machine.js';
import type { Point } from './points.js';
import { seeded } from './seeded.js';
import { ServerModel } from './server-model.js';
import type { ServiceTimes } from './service-times.js';

export interface Simulated {
  readonly requestsPerSecond: number;
  readonly latencyMs: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** Requests in one COMMIT. */
  readonly together: number;
}

const REQUESTS = 4_000;

/** The bench that a point was measured with, simulated: so many connections, each of which sends again once it was answered, on one machine. */
export function simulatePoint(
  { atOnce, size }: Pick<Point, 'atOnce' | 'size'>,
  times: ServiceTimes,
  cores: number,
  seed = 1,
): Simulated {
  const simulation = new Simulation();
  const machine = new Cores(simulation, cores);
  const server = new ServerModel(simulation, machine, times, seeded(seed));
  const client = new Thread(simulation, machine);
  const { asking } = times.of(size);
  const latencies: number[] = [];
  let left = REQUESTS;

  function* connection(): Process {
    while (left-- > 0) {
      yield client.use(asking.each, asking.once);
      const sent = simulation.now;
      yield simulation.wait(times.handOver);
      yield (resume) => server.take({ size, answer: resume });
      latencies.push((simulation.now - sent) / 1_000);
    }
  }
  for (let i = 0; i < atOnce; i++) simulation.start(connection());
  simulation.run();

  const part = quantile(latencies);
  return {
    requestsPerSecond: (latencies.length * 1e6) / simulation.now,
    latencyMs: { p50: part(0.5), p95: part(0.95), p99: part(0.99) },
    together: latencies.length / server.commits,
  };
}

export function quantile(values: readonly number[]): (part: number) => number {
  const sorted = [...values].sort((a, b) => a - b);
  return (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
