import { it } from 'vitest';
import { seeded } from '../events/fixtures.js';
import { collectorDrill } from './collector-drill.js';
import { expectCountedOnce } from './expect-counted-once.js';

const KILLS = 200;

it(`the collector is killed ${KILLS} times under load`, async () => {
  const drill = await collectorDrill(KILLS, seeded(8_191));
  console.log(
    `${drill.kills} kills, ${drill.atStart} of them while it started: ${drill.acknowledged.size} events acknowledged, ` +
      `${drill.stored.length} stored; ${drill.sentAgain} batches lost their answer and were sent again.`,
  );
  expectCountedOnce(drill, KILLS);
});
