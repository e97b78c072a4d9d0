import { expect, it } from 'vitest';
import { seeded } from '../events/fixtures.js';
import { collectorDrill } from '../soak/collector-drill.js';
import { expectCountedOnce } from '../soak/expect-counted-once.js';

const KILLS = 6;

// `npm run soak` does the same 200 times.
it(
  `killed ${KILLS} times under load, loses no acknowledged event and counts none twice`,
  { timeout: 300_000 },
  async () => {
    const drill = await collectorDrill(KILLS, seeded(20_261_122));
    expectCountedOnce(drill, KILLS);
    expect(drill.kills - drill.atStart).toBeGreaterThan(2);
  },
);
