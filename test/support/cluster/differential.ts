import { demoYear, type DemoBatch } from '../../../packages/collector/src/demo/year.js';
import { judgeBatch } from '../../../packages/collector/src/intake/judge-batch.js';
import type { StoredBatch } from '../../../packages/collector/src/store/batch-intake.js';
import type { Store } from '../../../packages/collector/src/store/store.js';
import { seeded } from '../../events/fixtures.js';

export const DEMO_PUBLISHER = 'https://publisher.example';
const UNTIL = '2026-11-22';
/** Batches on their way at once. */
const TOGETHER = 200;

export interface Fed {
  readonly events: number;
  /** Accepted, duplicates, refused: of each store. */
  readonly receipts: readonly (readonly [number, number, number])[];
}

/**
 * A made-up year into each of some stores, each given as the collectors that share it: batches go to them in turn, a tenth of them come
 * a second time by another one, and now and then an id is used again for something else.
 */
export async function feed(
  stores: readonly (readonly Store[])[],
  { events, seed }: { readonly events: number; readonly seed: number },
): Promise<Fed> {
  const random = seeded(seed);
  const receipts = stores.map((): [number, number, number] => [0, 0, 0]);
  const send = (batches: readonly DemoBatch[], shift: number) =>
    Promise.all(
      stores.map(async (collectors, s) => {
        const stored = await Promise.all(
          batches.map((batch, i) => add(collectors[(i + shift) % collectors.length], batch)),
        );
        for (const { accepted, duplicates, refused } of stored) {
          const sums = receipts[s];
          if (!sums) continue;
          sums[0] += accepted;
          sums[1] += duplicates;
          sums[2] += refused.length;
        }
      }),
    );
  let waiting: DemoBatch[] = [];
  let fed = 0;
  const flush = async () => {
    await send(waiting, 0);
    fed += waiting.reduce((sum, batch) => sum + batch.events.length, 0);
    const again = waiting.filter(() => random(10) === 0);
    await send(again, 1);
    await send(again.flatMap(forge), 0);
    waiting = [];
  };
  const year = demoYear({
    events,
    seed: `differential ${seed}`,
    until: UNTIL,
    publisher: DEMO_PUBLISHER,
    size: Math.min(0.04, events / 1e6),
  });
  for (const batch of year.batches()) {
    waiting.push(batch);
    if (waiting.length >= TOGETHER) await flush();
  }
  await flush();
  return { events: fed, receipts };
}

/** The first post of a batch, said to have been on another day. */
function forge({ events: [first], ...batch }: DemoBatch): DemoBatch[] {
  if (!first || !('depth' in first.data)) return [];
  const day = first.data.day === '2026-01-02' ? '2026-01-03' : '2026-01-02';
  return [{ ...batch, events: [{ ...first, data: { ...first.data, day } } as typeof first] }];
}

async function add(store: Store | undefined, { community, events }: DemoBatch): Promise<StoredBatch> {
  if (!store) throw new Error('A store has no collector.');
  const { batch } = judgeBatch(events, { community: community.id, lastDay: UNTIL });
  return store.intake.add({
    ...{ ...batch, publisher: DEMO_PUBLISHER, community: community.id, refused: {}, today: UNTIL },
  });
}
