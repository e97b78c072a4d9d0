import { expect, it } from 'vitest';
import { seeded } from '../events/fixtures.js';
import { drill } from './drill.js';
import { expectWhole } from './expect-whole.js';

const KILLS = 200;

it(`the relay is killed ${KILLS} times`, async () => {
  const report = await drill(KILLS, seeded(4_711));
  const { kills, acknowledged, events, cells, closes } = report;
  console.log(
    `${kills} kills: ${acknowledged} public facts acknowledged, ${events} events arrived; ${cells.length} crowd cells, ` +
      `${cells.filter(({ figures }) => figures.length === 1).length} told once. Killed around a close, and found then:`,
    closes,
  );
  expectWhole(report, KILLS);
  // Chance has put kills on either side of every step that can be seen from outside.
  expect(Object.keys(closes).length).toBeGreaterThanOrEqual(3);
});
