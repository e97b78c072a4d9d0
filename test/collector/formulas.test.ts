import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { discreteLaplace, CROWD_EPSILON, CROWD_THRESHOLD, intervalOf } from '@pullquote/events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../packages/collector/src/demo/seeded.js';
import { alwaysOn } from '../../packages/collector/src/report/formulas/always-on.js';
import { crowdRate } from '../../packages/collector/src/report/formulas/crowd-rate.js';
import { crowdSum } from '../../packages/collector/src/report/formulas/crowd-sum.js';
import { deadFor } from '../../packages/collector/src/report/formulas/dead-content.js';
import { leadOf } from '../../packages/collector/src/report/formulas/excerpt-lead.js';
import { halfLife } from '../../packages/collector/src/report/formulas/half-life.js';
import { median } from '../../packages/collector/src/report/formulas/median.js';
import { peakToBaseline } from '../../packages/collector/src/report/formulas/peak-to-baseline.js';
import { recallCoverage } from '../../packages/collector/src/report/formulas/recall-coverage.js';
import { reuseRatio } from '../../packages/collector/src/report/formulas/reuse-ratio.js';
import { silenceOf } from '../../packages/collector/src/report/formulas/silence.js';
import { staleShare } from '../../packages/collector/src/report/formulas/stale-share.js';
import { weeksOf } from '../../packages/collector/src/report/formulas/weeks.js';
import { REASON_WORDS } from '../../packages/collector/src/report/reasons.js';
import { REASONS, type Computed, type CrowdFigure } from '../../packages/collector/src/report/types.js';

const NOISE = [{ threshold: 15, epsilon: 1 }];
type Cell = [figure: number, low: number, high: number];

function totals(cells: readonly Cell[]) {
  const add = (i: 0 | 1 | 2) => cells.reduce((sum, cell) => sum + cell[i], 0);
  return { cells: cells.length, figure: add(0), low: add(1), high: add(2) };
}
const marked = (posts: readonly number[], inside: boolean) =>
  posts.map((n, i) => ({ week: `2026-W${String(i + 10)}`, posts: n, inside }));
const round = (figure: Computed) =>
  figure.state === 'computed' ? Math.round(figure.value * 1e4) / 1e4 : figure.reason;
const released = ([figure, low, high]: Cell): CrowdFigure => crowdSum({ cells: 1, figure, low, high }, NOISE);

/** What the page says of a formula is run, so that it can't say anything else than the code does. */
const RUNS: Record<string, (example: never) => Record<string, unknown>> = {
  'reuse-ratio': (e: { shared: number; reshared: number; quoted: number }) => ({ is: round(reuseRatio(e)) }),
  'half-life': (e: { days: number[]; thenEachDay: number }) => ({
    is: round(halfLife([...e.days, ...Array<number>(90 - e.days.length).fill(e.thenEachDay)]).halfLife),
  }),
  'always-on': (e: { outside: number[]; inside: number[] }) => {
    const index = alwaysOn([...marked(e.outside, false), ...marked(e.inside, true)], 1);
    return {
      medianOutside: round(index.medianOutside),
      medianInside: round(index.medianInside),
      is: round(index.alwaysOn),
    };
  },
  'peak-to-baseline': (e: { outside: number[]; inside: number[] }) => ({
    is: round(peakToBaseline([...marked(e.outside, false), ...marked(e.inside, true)]).peakToBaseline),
  }),
  'dead-content': (e: { since: string; lastDay: string; asOf: string; days: number }) => ({
    is: deadFor(e, e.asOf, e.days),
  }),
  'stale-versions': (e: { staleSince: number; postsSince: number }) => ({
    is: round(staleShare(e.staleSince, e.postsSince)),
  }),
  'recall-coverage': (e: { recall: number; postedIn: string[]; told: [string, string, number][] }) => {
    const told = e.told.map(([community, day, iat]) => ({ community, day, iat }));
    const { coverage, communities } = recallCoverage(e.recall, e.postedIn, told);
    return { states: communities.map(({ state }) => state), is: round(coverage) };
  },
  'crowd-sum': (e: { cells: Cell[] }) => {
    const sum = crowdSum(totals(e.cells), NOISE);
    return sum.state === 'released' ? { is: sum.figure, interval: sum.interval } : {};
  },
  'label-trust': (e: { opened: Cell[]; viewed: Cell[] }) => {
    const rate = crowdRate(totals(e.opened), totals(e.viewed), NOISE);
    if (rate.state === 'not-released') return {};
    return { is: rate.value, interval: rate.interval.map((end) => Math.round(end * 1e4) / 1e4) };
  },
  'excerpt-lead': (e: { first: Cell; second: Cell }) => ({ is: leadOf(released(e.first), released(e.second)) }),
  silence: (e: { lastDay: string; asOf: string; days: number }) => {
    const { silentDays, state } = silenceOf(e.lastDay, e.asOf, e.days);
    return { silentDays, is: state };
  },
};

const page = readFileSync(fileURLToPath(new URL('../../docs/publishers/reports.md', import.meta.url)), 'utf8');
const examples = [...page.matchAll(/^```json example ([a-z-]+)\n([\s\S]*?)\n```$/gm)].map(
  ([, name = '', text = '']) => [name, JSON.parse(text) as Record<string, unknown>] as const,
);

describe('the worked examples of docs/publishers/reports.md', () => {
  it('are there for every formula', () => {
    expect(examples.map(([name]) => name).sort()).toEqual(Object.keys(RUNS).sort());
  });

  it.each(examples)('%s', (name, example) => {
    const run = RUNS[name] as (example: unknown) => Record<string, unknown>;
    const result = run(example);
    expect(Object.keys(result).length).toBeGreaterThan(0);
    expect(example).toMatchObject(result);
  });
});

describe('what cannot be computed says why, and is never a number', () => {
  const none = (reason: string) => ({ state: 'not-computable', reason });

  it('without any data', () => {
    expect(reuseRatio({ shared: 0, reshared: 0, quoted: 3 })).toEqual(none('nothing-shared'));
    expect(halfLife([])).toEqual({ halfLife: none('no-reuse'), curve: [] });
    expect(alwaysOn([], 1)).toMatchObject({
      alwaysOn: none('no-complete-week'),
      medianInside: none('no-complete-week'),
      medianOutside: none('no-complete-week'),
    });
    expect(peakToBaseline([])).toEqual({ peakToBaseline: none('no-complete-week'), peak: null });
    expect(staleShare(0, 0)).toEqual(none('no-reuse'));
    expect(recallCoverage(1, [], [])).toMatchObject({ coverage: none('shared-nowhere'), progress: [] });
    expect(crowdSum({ cells: 0, figure: 0, low: 0, high: 0 }, [])).toEqual({ state: 'not-released' });
    expect(silenceOf(null, '2026-01-01', 14)).toEqual({ silentDays: null, state: 'never-reported' });
  });

  it('with one week, with all weeks in campaigns, with none, and with medians of zero', () => {
    expect(alwaysOn(marked([5], false), 1).alwaysOn).toEqual(none('no-week-inside'));
    expect(alwaysOn(marked([5], false), 0).alwaysOn).toEqual(none('no-windows'));
    expect(alwaysOn(marked([5, 6, 7], true), 1).alwaysOn).toEqual(none('no-week-outside'));
    expect(alwaysOn([...marked([5], false), ...marked([0, 0], true)], 1).alwaysOn).toEqual(none('inside-is-zero'));
    expect(peakToBaseline(marked([5], false)).peakToBaseline).toEqual(none('too-few-weeks'));
    expect(peakToBaseline(marked([5, 6, 7, 8], true)).peakToBaseline).toEqual(none('no-week-outside'));
    expect(peakToBaseline(marked([0, 0, 0, 9], false)).peakToBaseline).toEqual(none('baseline-is-zero'));
    expect(peakToBaseline(marked([0, 0, 0, 0], false)).peakToBaseline).toEqual(none('no-reuse'));
  });

  it('before 90 days have been reported, and not a day later', () => {
    const days = Array<number>(90).fill(1);
    expect(halfLife(days.slice(1)).halfLife).toEqual(none('not-90-days-yet'));
    expect(halfLife(days).halfLife).toEqual({ state: 'computed', value: 45 });
    // What comes after the 90th day changes nothing.
    expect(halfLife([...days, 10_000]).halfLife).toEqual({ state: 'computed', value: 45 });
    expect(halfLife([7, ...Array<number>(89).fill(0)]).halfLife).toEqual({ state: 'computed', value: 1 });
  });

  it('has words for every reason', () => {
    expect(Object.keys(REASON_WORDS).sort()).toEqual([...REASONS].sort());
  });
});

describe('always-on and peak-to-baseline', () => {
  const week = fc.record({ posts: fc.nat(10_000), inside: fc.boolean() });
  it('are finite whatever the weeks', () => {
    fc.assert(
      fc.property(fc.array(week, { maxLength: 60 }), fc.nat(3), (weeks, windows) => {
        const named = weeks.map((one, i) => ({ ...one, week: `w${i}` }));
        for (const figure of [
          alwaysOn(named, windows).alwaysOn,
          alwaysOn(named, windows).medianInside,
          peakToBaseline(named).peakToBaseline,
        ])
          if (figure.state === 'computed') expect(Number.isFinite(figure.value)).toBe(true);
      }),
    );
  });

  it('take the middle of an even number half way', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([])).toBeUndefined();
  });
});

describe('weeks', () => {
  it('are whole only when all seven days lie in the range', () => {
    const weeks = weeksOf('2026-11-18', '2026-11-29');
    expect(weeks.map(({ week, complete }) => [week, complete])).toEqual([
      ['2026-W47', false],
      ['2026-W48', true],
    ]);
    expect(weeksOf('2026-11-29', '2026-11-18')).toEqual([]);
  });

  it('go over the end of a year of 53 weeks', () => {
    expect(weeksOf('2026-12-24', '2027-01-05').map(({ week }) => week)).toEqual(['2026-W52', '2026-W53', '2027-W01']);
  });
});

describe('the interval of a sum of crowds', () => {
  // Small crowds are the hard case: chance alone lifts them over the threshold, and all in the same direction.
  it.each([
    [1, [12, 13]],
    [2, [14, 15, 16]],
    [3, [12, 20, 40]],
    [4, [60]],
  ])('holds the sum of the true counts in 95 of 100 sums (seed %i, crowds around %j)', (seed, sizes) => {
    const random = seeded(`sum ${seed}`);
    let held = 0;
    const RUNS_MADE = 500;
    for (let run = 0; run < RUNS_MADE; run++) {
      let [truth, low, high, cells] = [0, 0, 0, 0];
      while (cells < 12) {
        const doctors = sizes[random.below(sizes.length)] ?? 0;
        const figure = doctors + discreteLaplace(CROWD_EPSILON, random.uniform);
        if (figure < CROWD_THRESHOLD) continue;
        const interval = intervalOf(figure, CROWD_THRESHOLD, 1);
        truth += doctors;
        low += interval[0];
        high += interval[1];
        cells += 1;
      }
      if (low <= truth && truth <= high) held += 1;
    }
    expect(held / RUNS_MADE).toBeGreaterThanOrEqual(0.95);
  });
});
