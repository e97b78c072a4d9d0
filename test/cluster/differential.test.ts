import { afterEach, expect, it } from 'vitest';
import { openStore } from '../../packages/collector/src/store/open.js';
import { openSqliteStore } from '../../packages/collector/src/store/sqlite/sqlite-store.js';
import type { Store } from '../../packages/collector/src/store/store.js';
import { join } from 'node:path';
import { tempFolder } from '../collector/setup.js';
import { keptIn, keptSettings } from '../collector/stores.js';
import { figuresOf } from '../collector/store/figures.js';
import { DEMO_PUBLISHER, feed } from '../support/cluster/differential.js';

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

it('two collectors on several servers tell the same as one on a file, to the unit', async () => {
  const settings = keptSettings(keptIn(tempFolder()));
  const file = await openSqliteStore({ file: join(tempFolder(), 'collector.sqlite') });
  const [first, second] = [await openStore(settings), await openStore(settings)];
  open.push(file, first, second);
  const { events, receipts } = await feed([[file], [first, second]], { events: 10_000, seed: 7 });
  expect(events).toBeGreaterThan(10_000);
  expect(receipts[1]).toEqual(receipts[0]);
  expect(Math.min(...(receipts[0] ?? [0]))).toBeGreaterThan(0);
  await first.keeping.settled();
  const [embedded, shared] = [await figuresOf(file, [DEMO_PUBLISHER]), await figuresOf(second, [DEMO_PUBLISHER])];
  for (const [name, rows] of Object.entries(embedded)) expect(shared[name], name).toEqual(rows);
  expect(Object.values(embedded).flat().length).toBeGreaterThan(1_000);
  const [log, other] = await Promise.all([file, second].map((store) => allEvents(store)));
  expect(other).toEqual(log);
  expect(await second.keeping.rebuild()).toBe(0);
}, 240_000);

/** As texts, by id: two collectors may take batches in another order. */
async function allEvents({ log }: Store): Promise<string[]> {
  const texts: string[] = [];
  for (let after: string | undefined; ;) {
    const some = await log.read(DEMO_PUBLISHER, after, 5_000);
    for (const { event } of some) texts.push(`${event.source} ${event.id} ${JSON.stringify(event.data)}`);
    after = some.at(-1)?.cursor;
    if (some.length < 5_000) return texts.sort();
  }
}
