import type { Point } from '../points.js';
import type { Watched } from './watch.js';

export interface Round {
  readonly watched: Watched;
  readonly requests: number;
  /** Of the requests alone, without what came before and after. */
  readonly seconds: number;
  readonly latencies: readonly number[];
  /** Microseconds that the asking process took. */
  readonly client: number;
}

/** Several rounds → one point, of the quicker half: those in which less came between. */
export function toPoint(server: Point['server'], atOnce: number, size: number, rounds: readonly Round[]): Point {
  const quick = [...rounds]
    .sort((a, b) => a.seconds / a.requests - b.seconds / b.requests)
    .slice(0, Math.ceil(rounds.length / 2));
  const total = (of: (round: Round) => number) => quick.reduce((sum, round) => sum + of(round), 0);
  const requests = total((round) => round.requests);
  const each = (of: (round: Round) => number) => tidy(total(of) / requests);
  const latencies = quick.flatMap((round) => round.latencies).sort((a, b) => a - b);
  const commits = quick.flatMap((round) => round.watched.commits);
  const waits = commits.map(({ wall, cpu }) => Math.max(0, wall - cpu)).sort((a, b) => a - b);
  const at = (list: readonly number[], part: number) =>
    tidy(list[Math.min(list.length - 1, Math.floor(list.length * part))] ?? Number.NaN);
  return {
    server,
    atOnce,
    size,
    requestsPerSecond: tidy(requests / total((round) => round.seconds)),
    latencyMs: { p50: at(latencies, 0.5), p95: at(latencies, 0.95), p99: at(latencies, 0.99) },
    cpu: {
      main: each(({ watched }) => watched.threads.main),
      writer: each(({ watched }) => watched.threads.writer),
      rest: each(({ watched }) => watched.threads.rest),
      client: each((round) => round.client),
    },
    together: tidy(requests / commits.length),
    commit: {
      cpu: mean(commits.map(({ cpu }) => cpu)),
      wait: mean(waits),
      waitQuantiles: Array.from({ length: 20 }, (_, i) => at(waits, (i + 0.5) / 20)),
    },
    writtenBytes: tidy(total(({ watched }) => watched.written) / (requests * size)),
    foreign: tidy(total(({ watched }) => watched.foreign) / quick.length),
  };
}

function mean(list: readonly number[]): number {
  return tidy(list.reduce((sum, one) => sum + one, 0) / list.length);
}

/** Four digits: the fifth is chance. */
export function tidy(value: number): number {
  return Number(value.toPrecision(4));
}
