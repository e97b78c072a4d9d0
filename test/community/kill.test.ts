import { expect, it } from 'vitest';
import { seeded } from '../events/fixtures.js';
import { drill } from '../soak/drill.js';
import { expectWhole } from '../soak/expect-whole.js';

const KILLS = 15;

// `npm run soak` does the same 200 times.
it(
  `killed ${KILLS} times, its closes included, loses no acknowledged fact, tells none twice and draws no cell twice`,
  { timeout: 300_000 },
  async () => {
    const report = await drill(KILLS, seeded(20_261_122));
    expectWhole(report, KILLS);
    expect(Object.values(report.closes).reduce((sum, n) => sum + n, 0)).toBe(6);
  },
);
