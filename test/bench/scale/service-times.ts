import type { Point } from './points.js';

/** Microseconds: once for whatever was done together, and once more for each request in it. */
export interface Cost {
  readonly once: number;
  readonly each: number;
}

/** What a request of one size takes. */
export interface Work {
  /** In the thread that answers; without what COMMIT takes, where the same thread writes. */
  readonly answering: Cost;
  /** In the thread that writes, where it is another. */
  readonly writing: Cost;
  /** In threads beside them. */
  readonly beside: Cost;
  /** Processor time of a COMMIT, and the wait for the disk in it, on average. */
  readonly commit: Cost;
  readonly disk: Cost;
  /** In the process that asks. */
  readonly asking: Cost;
}

/** What a server's work takes, as some points of it show. */
export class ServiceTimes {
  /** By how much a wait for the disk differs from the mean: twenty factors around 1. */
  readonly diskShape: readonly number[];
  /** Between all these, where nobody works: a thread wakes, a packet is on its way. What is left of a request that goes alone. */
  readonly handOver: number;
  readonly #bySize: readonly (readonly [size: number, work: Work])[];

  /** @param points of one server; of each size one that was asked little at once, and one that was asked much */
  constructor(
    readonly server: Point['server'],
    points: readonly Point[],
  ) {
    const sizes = [...new Set(points.map(({ size }) => size))].sort((a, b) => a - b);
    this.#bySize = sizes.map((size) => [size, workAt(points.filter((point) => point.size === size))]);
    this.diskShape = shapeOf(points);
    const alone = points.filter(({ atOnce }) => atOnce === 1);
    this.handOver = mean(
      alone.map(({ requestsPerSecond, size }) => Math.max(0, 1e6 / requestsPerSecond - aloneFor(this.of(size)))),
    );
  }

  /** Between two sizes that were measured, on the line between them; beyond the last, in proportion. */
  of(size: number): Work {
    const above = this.#bySize.find(([known]) => known >= size);
    const below = this.#bySize.findLast(([known]) => known <= size);
    if (!above && below) return mix(below[1], below[1], 0, size / below[0]);
    if (!above || !below) return (above ?? this.#bySize[0] ?? none())[1];
    const part = above[0] === below[0] ? 0 : (size - below[0]) / (above[0] - below[0]);
    return mix(below[1], above[1], part, 1);
  }
}

function workAt(points: readonly Point[]): Work {
  const writesAside = points.some(({ cpu }) => cpu.writer > 0);
  const inCommit = ({ commit, together }: Point) => commit.cpu / together;
  const cost = (value: (point: Point) => number) => split(points.map((point) => [point.together, value(point)]));
  return {
    answering: cost((point) => point.cpu.main - (writesAside ? 0 : inCommit(point))),
    writing: cost((point) => (writesAside ? point.cpu.writer - inCommit(point) : 0)),
    beside: cost(({ cpu }) => cpu.rest),
    commit: cost(inCommit),
    disk: cost(({ commit, together }) => commit.wait / together),
    asking: cost(({ cpu }) => cpu.client),
  };
}

/** Processor time of one request of a server when so many are done together; waiting for the disk is not in it. */
export function at({ answering, writing, beside, commit }: Work, together: number): number {
  return [answering, writing, beside, commit].reduce((sum, { once, each }) => sum + each + once / together, 0);
}

function aloneFor(work: Work): number {
  return Object.values(work).reduce((sum: number, { once, each }: Cost) => sum + once + each, 0);
}

/** Times for each request = each + once ÷ (requests together), by least squares of the relative error; neither takes less than no time. */
function split(pairs: readonly (readonly [together: number, time: number])[]): Cost {
  let [w, wx, wxx, wy, wxy] = [0, 0, 0, 0, 0];
  for (const [together, time] of pairs) {
    const [x, weight] = [1 / together, 1 / Math.max(time, 1) ** 2];
    w += weight;
    wx += weight * x;
    wxx += weight * x * x;
    wy += weight * time;
    wxy += weight * x * time;
  }
  const once = (w * wxy - wx * wy) / (w * wxx - wx * wx);
  const each = (wy - once * wx) / w;
  if (each < 0) return { once: wxy / wxx, each: 0 };
  if (!(once >= 0)) return { once: 0, each: wy / w };
  return { once, each };
}

function mix(a: Work, b: Work, part: number, factor: number): Work {
  const one = (of: (work: Work) => Cost): Cost => ({
    once: of(a).once + (of(b).once - of(a).once) * part,
    each: (of(a).each + (of(b).each - of(a).each) * part) * factor,
  });
  return {
    answering: one(({ answering }) => answering),
    writing: one(({ writing }) => writing),
    beside: one(({ beside }) => beside),
    commit: one(({ commit }) => commit),
    disk: one(({ disk }) => disk),
    asking: one(({ asking }) => asking),
  };
}

function none(): never {
  throw new Error('points: there has to be one at least.');
}

function shapeOf(points: readonly Point[]): readonly number[] {
  const steps = points[0]?.commit.waitQuantiles.length ?? 0;
  const shape = Array.from({ length: steps }, (_, i) =>
    mean(points.map(({ commit }) => (commit.waitQuantiles[i] ?? 0) / Math.max(commit.wait, 1))),
  );
  return shape.map((factor) => factor / mean(shape));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
