import { expect, it } from 'vitest';
import { seeded } from '../events/fixtures.js';
import { expectCountedOnce } from '../soak/expect-counted-once.js';
import { clusterDrill, FAULTS } from '../support/cluster/drill.js';

// `npm run soak` does more of it, with more load.
it('loses nothing and counts nothing twice, whichever part fails', { timeout: 600_000 }, async () => {
  const { drill, recoveries } = await clusterDrill(FAULTS, seeded(42), { senders: 3, restMs: 20 });
  expectCountedOnce(drill, FAULTS.length, { atLeast: 500, sentAgain: 1 });
  expect(recoveries.map(({ fault }) => fault)).toEqual(FAULTS);
  for (const { fault, acknowledgedMs } of recoveries) expect(acknowledgedMs, fault).toBeLessThan(60_000);
});
