import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readCosts } from './costs.js';
import { Simulation, type Process } from './event-loop.js';
import { loadAt } from './load-model.js';
import { Cores, Thread } from './machine.js';
import type { Costs, Point } from './points.js';
import { reproduce, timesOf, type Reproduced } from './reproduce.js';
import { exponential, seeded } from './seeded.js';
import { simulateDay } from './simulate-day.js';
import { tables } from './tables.js';

/** Simulated ÷ measured, at most this or the reverse of it. Points that the service times were not taken from are what counts. */
const TOLERANCE = { throughput: { unseen: 1.3, shown: 1.43 }, p50: { unseen: 1.43, shown: 1.43 } } as const;
const costs = readCosts();

function outside({ measured, simulated, shown }: Reproduced): string[] {
  const ratios = {
    throughput: simulated.requestsPerSecond / measured.requestsPerSecond,
    p50: simulated.latencyMs.p50 / measured.latencyMs.p50,
  };
  const { server, atOnce, size } = measured;
  const isWithin = (ratio: number, most: number) => ratio <= most && ratio >= 1 / most;
  return (['throughput', 'p50'] as const)
    .filter((what) => !isWithin(ratios[what], TOLERANCE[what][shown ? 'shown' : 'unseen']))
    .map((what) => `${server}, ${atOnce} at once, ${size} in a request: ${what} ${ratios[what].toFixed(2)}`);
}

it('meets the measured points, those too that it has not seen', () => {
  const points = reproduce(costs);
  expect(points.filter(({ shown }) => !shown).length).toBeGreaterThanOrEqual(6);
  expect(points.flatMap(outside)).toEqual([]);
});

it('does not meet them with other costs, so meeting them says something', () => {
  const twice = ({ cpu, commit, ...point }: Point): Point => ({
    ...point,
    cpu: { main: cpu.main * 2, writer: cpu.writer * 2, rest: cpu.rest * 2, client: cpu.client * 2 },
    commit: { ...commit, cpu: commit.cpu * 2, wait: commit.wait * 2 },
  });
  const wrong: Costs = { ...costs, points: costs.points.map(twice) };
  const unseen = reproduce(costs, (server) => timesOf(wrong, server)).filter(({ shown }) => !shown);
  expect(unseen.flatMap(outside).length).toBeGreaterThan(unseen.length / 2);
});

it('waits as long as queueing theory says, where theory has an answer', () => {
  const [service, load] = [100, 0.7];
  const simulation = new Simulation();
  const random = seeded(7);
  const thread = new Thread(simulation, new Cores(simulation, 1, Number.POSITIVE_INFINITY));
  const stays: number[] = [];
  function* customer(): Process {
    const came = simulation.now;
    yield thread.use(exponential(random, service));
    stays.push(simulation.now - came);
  }
  for (let i = 0, at = 0; i < 100_000; i++) {
    at += exponential(random, service / load);
    simulation.after(at, () => simulation.start(customer()));
  }
  simulation.run();
  // One thread, arrivals and services without memory (M/M/1): mean stay = service ÷ (1 − load).
  const mean = stays.reduce((sum, stay) => sum + stay, 0) / stays.length;
  expect(mean / (service / (1 - load))).toBeCloseTo(1, 1);
});

it('reckons with what the design reckons with: a million doctors, 230 facts a second', () => {
  expect(loadAt(10).factsPerDay / 86_400 / 230).toBeCloseTo(1, 1);
});

it('stores every batch of a day, whatever has to be sent again, and the same in every run', () => {
  const day = () => simulateDay(loadAt(10), timesOf(costs, 'collector'), costs.cores, 3);
  expect(day().stored).toBe(day().batches);
  expect(day()).toEqual(day());
});

it('says on its page what it says here', () => {
  const page = readFileSync(new URL('../../../docs/developers/scale.md', import.meta.url), 'utf8');
  const cells = (line: string) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .filter(Boolean)
      .join(' | ');
  const lines = new Set(page.split('\n').map(cells));
  const missing = Object.values(tables(costs)).flatMap((table) =>
    table.map((row) => row.filter(Boolean).join(' | ')).filter((row) => !lines.has(row)),
  );
  expect(missing).toEqual([]);
});
