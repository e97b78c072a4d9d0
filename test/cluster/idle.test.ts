import { expect, it, vi } from 'vitest';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { openClusterStore } from '../../packages/collector/src/store/cluster/cluster-store.js';
import { natsOptions } from '../../packages/collector/src/store/cluster/connect.js';
import type { Entry } from '../../packages/collector/src/store/cluster/log/entry.js';
import { Tail } from '../../packages/collector/src/store/cluster/log/tail.js';
import { logName } from '../../packages/collector/src/store/cluster/names.js';
import { serversOf } from '../../packages/collector/src/store/setting.js';
import { PUBLISHER, tempFolder } from '../collector/setup.js';
import { keptIn, keptSettings } from '../collector/stores.js';
import { add, id, post } from '../collector/store/setup.js';

const entry: Entry = { publisher: PUBLISHER, first: 1, events: 0, batches: [], refused: [] };

/** As a collector's tidying does it, half a minute later. */
async function forget(log: string, name: string): Promise<void> {
  const connection = await connect(natsOptions(log));
  const manager = await jetstreamManager(connection);
  const { state } = await manager.streams.info(logName(name, PUBLISHER));
  await manager.streams.purge(logName(name, PUBLISHER), { seq: state.last_seq });
  await connection.close();
}

it('a collector that had nothing to do knows what went from the log meanwhile', async () => {
  const servers = serversOf(keptSettings(keptIn(tempFolder())));
  if (!servers) throw new Error('These tests need servers.');
  const [busy, idle] = [await openClusterStore(servers), await openClusterStore(servers)];
  try {
    const [old, kept] = [post({ day: '2026-10-01' }, { id: id() }), post({ day: '2026-11-20' }, { id: id() })];
    await add(idle, [post()]);
    await add(busy, [old, kept]);
    expect(await busy.keeping.prune('2026-11-01')).toBe(1);
    await add(busy, [post(), post()]);
    await forget(servers.log, servers.name);

    // The removed one comes again, beside one that is still there and a new one.
    // It may be told to come again, where the collector had asked for ClickHouse's progress a moment before.
    const batch = [old, kept, post()];
    const stored = await vi.waitFor(() => add(idle, batch), { timeout: 5_000, interval: 300 });
    expect(stored).toMatchObject({ accepted: 1, duplicates: 1 });
    const days = await idle.counters.days(PUBLISHER);
    expect(days.find(({ day }) => day === '2026-10-01')?.shared).toBe(1);
    expect(await idle.keeping.state()).toMatchObject({ keptFrom: '2026-11-01' });
  } finally {
    await Promise.all([busy.close(), idle.close()]);
  }
});

it('who looked into ClickHouse before what is gone from the log got there has to look again', () => {
  const tail = new Tail();
  tail.add(1, entry);
  tail.reached(1);
  const before = tail.pin();
  tail.add(2, entry);
  expect(before.whole).toBe(true);
  tail.reached(5);
  const after = tail.pin();
  tail.add(6, entry);
  // 3 to 5 were never read. The second look found them in ClickHouse, the first one began too early for that.
  expect([before.whole, after.whole]).toEqual([false, true]);
  tail.add(8, entry);
  expect(after.whole).toBe(false);
});
