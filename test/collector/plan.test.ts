import { CROWD_EPSILON, CROWD_THRESHOLD, discreteLaplace } from '@pullquote/events';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../packages/collector/src/demo/seeded.js';
import { chanceOfRelease, forecast } from '../../packages/collector/src/plan/forecast.js';
import { keptPart } from '../../packages/collector/src/plan/kept-part.js';
import { printForecast } from '../../packages/collector/src/plan/print.js';
import { PLAIN } from '../../packages/collector/src/report/print.js';

const ASSUMED = { weeklyReaders: 0.4, items: 10, reach: 0.1 };

describe('the forecast', () => {
  it('is what the real noise does', () => {
    const random = seeded('plan');
    for (const mean of [4, 12, 15, 20]) {
      let released = 0;
      const RUNS = 4_000;
      for (let run = 0; run < RUNS; run++) {
        let doctors = 0;
        for (let p = random.unit(); p > Math.exp(-mean); p *= random.unit()) doctors += 1;
        if (doctors > 0 && doctors + discreteLaplace(CROWD_EPSILON, random.uniform) >= CROWD_THRESHOLD) released += 1;
      }
      expect(Math.abs(released / RUNS - chanceOfRelease(mean))).toBeLessThan(0.025);
    }
  });

  it('keeps four cells of each doctor, and all of one who has fewer', () => {
    const random = seeded('kept');
    for (const mean of [0.5, 3, 9]) {
      let [all, kept] = [0, 0];
      for (let run = 0; run < 20_000; run++) {
        let cells = 0;
        for (let p = random.unit(); p > Math.exp(-mean); p *= random.unit()) cells += 1;
        all += cells;
        kept += Math.min(4, cells);
      }
      expect(keptPart(mean)).toBeCloseTo(kept / all, 1);
    }
    expect(keptPart(0)).toBe(1);
  });

  it('says never for a hospital and mostly for a country, and grows in between', () => {
    const sizes = [200, 2_000, 20_000, 200_000].map((doctors) => forecast({ ...ASSUMED, doctors }));
    const viewed = sizes.map(({ facts }) => facts.find(({ fact }) => fact === 'viewed')?.released ?? Number.NaN);
    expect(viewed[0]).toBeLessThan(0.05);
    expect(viewed[2]).toBeGreaterThan(0.99);
    for (const [i, { released }] of sizes.entries())
      expect(released).toBeGreaterThanOrEqual(sizes[i - 1]?.released ?? 0);
    const [smallest] = sizes;
    for (const { doctorsForHalf, fact } of smallest?.facts ?? []) {
      const there = forecast({ ...ASSUMED, doctors: doctorsForHalf });
      expect(there.facts.find((one) => one.fact === fact)?.released).toBeCloseTo(0.5, 1);
    }
  });

  it('prints in 80 columns', () => {
    const text = printForecast(
      [200, 500, 5_000].map((doctors) => forecast({ ...ASSUMED, doctors })),
      PLAIN,
    );
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toContain('T = 15');
    expect(text).toContain('never');
  });
});
