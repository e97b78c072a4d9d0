import { expect, it, vi } from 'vitest';
import { openClusterStore } from '../../packages/collector/src/store/cluster/cluster-store.js';
import { natsOptions } from '../../packages/collector/src/store/cluster/connect.js';
import { logName, LOG_CONSUMER } from '../../packages/collector/src/store/cluster/names.js';
import { serversOf } from '../../packages/collector/src/store/setting.js';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { bearer, site } from '../collector/access/setup.js';
import { bench, event, PUBLISHER, send, tempFolder } from '../collector/setup.js';
import { keptIn, keptSettings } from '../collector/stores.js';
import { figuresOf } from '../collector/store/figures.js';
import { add, crowd, post } from '../collector/store/setup.js';

const TOKEN = 'a-token-of-the-metrics';

function newServers(more: { mostWaiting?: number } = {}) {
  const kept = keptIn(tempFolder());
  const servers = serversOf(keptSettings(kept));
  if (!servers) throw new Error('These tests need servers.');
  return { ...servers, ...more };
}

it('health says how each server is, and the metrics how far counting is behind', async () => {
  const it = await site({ metrics: { token: TOKEN } });
  expect(await (await it.ask('/health')).json()).toMatchObject({
    status: 'ok',
    servers: { log: 'ok', analytics: 'ok' },
  });
  await add(it.store, [post(), post()]);
  const text = await (await it.ask('/metrics', bearer(TOKEN))).text();
  expect(text).toMatch(/^pullquote_collector_waiting_events 0$/m);
  expect(text).toMatch(/^pullquote_collector_log_up 1$/m);
  expect(text).toMatch(/^pullquote_collector_analytics_up 1$/m);
});

it('puts batches off with 429 while ClickHouse is too far behind, and goes on once it has caught up', async () => {
  const servers = newServers({ mostWaiting: 1_000 });
  const it = await bench({ dataFile: undefined, store: servers, log: { error: () => undefined } });
  const ask = (body: string) => fetch(servers.analytics, { method: 'POST', body });
  await send(it.collector, [event()], it.key);
  await ask(`DETACH TABLE ${servers.name}.log`);
  const { settled } = it.collector.store.keeping;
  // Nobody waits here for what cannot come.
  it.collector.store.keeping.settled = async () => undefined;
  let last = 202;
  for (let i = 0; i < 20 && last === 202; i++)
    last = (
      await send(
        it.collector,
        Array.from({ length: 100 }, () => event()),
        it.key,
      )
    ).status;
  expect(last).toBe(429);
  await ask(`ATTACH TABLE ${servers.name}.log`);
  it.collector.store.keeping.settled = settled;
  await settled();
  expect((await send(it.collector, [event()], it.key)).status).toBe(202);
  const [{ shared } = { shared: 0 }] = await it.collector.store.counters.days(PUBLISHER);
  expect(shared).toBe(await it.rows('events'));
});

it('what is acknowledged in the log and not in ClickHouse is stored again, before it could go from the log', async () => {
  const servers = newServers();
  const store = await openClusterStore(servers);
  try {
    await add(store, [post(), post(), crowd()]);
    await add(store, [post({ day: '2026-11-20' })]);
    const before = await figuresOf(store, [PUBLISHER]);
    const events = await store.log.read(PUBLISHER, undefined, 10);
    expect(events).toHaveLength(4);
    for (const table of ['log', 'posts', 'ids', 'cells', 'community_days', 'crowd'])
      await fetch(servers.analytics, { method: 'POST', body: `TRUNCATE TABLE ${servers.name}.${table}` });
    expect(await store.counters.days(PUBLISHER)).toEqual([]);
    await store.keeping.settled();
    expect(await figuresOf(store, [PUBLISHER])).toEqual(before);
    expect(await store.log.read(PUBLISHER, undefined, 10)).toEqual(events);
  } finally {
    await store.close();
  }
});

it('the feed gives nothing behind a gap that the log can still fill', async () => {
  const servers = newServers();
  const store = await openClusterStore(servers);
  try {
    await add(store, [post(), post(), post()]);
    const whole = await store.log.read(PUBLISHER, undefined, 10);
    await fetch(servers.analytics, { method: 'POST', body: `ALTER TABLE ${servers.name}.log DELETE WHERE seq = 2` });
    await vi.waitFor(async () => expect(await store.log.read(PUBLISHER, undefined, 10)).toEqual(whole.slice(0, 1)));
    await store.keeping.settled();
    expect(await store.log.read(PUBLISHER, undefined, 10)).toEqual(whole);
  } finally {
    await store.close();
  }
});

it('one collector at a time has a turn, and the next one once it has gone', async () => {
  const servers = newServers();
  const [first, second] = [await openClusterStore(servers), await openClusterStore(servers)];
  try {
    expect([await first.turns.mine('webhooks'), await second.turns.mine('webhooks')]).toEqual([true, false]);
    expect([await second.turns.mine('keeping'), await first.turns.mine('keeping')]).toEqual([true, false]);
    expect(await first.turns.mine('webhooks')).toBe(true);
    await first.close();
    expect(await second.turns.mine('webhooks')).toBe(true);
  } finally {
    await second.close();
  }
});

it('a batch that is delivered again counts once', async () => {
  const servers = newServers();
  const store = await openClusterStore(servers);
  const connection = await connect(natsOptions(servers.log));
  try {
    await add(store, [post(), post()]);
    const before = await store.counters.days(PUBLISHER);
    // Everything from the beginning, as if no acknowledgement had ever come.
    const manager = await jetstreamManager(connection);
    const stream = logName(servers.name, PUBLISHER);
    const { config } = await manager.consumers.info(stream, LOG_CONSUMER);
    await manager.consumers.delete(stream, LOG_CONSUMER);
    await manager.consumers.add(stream, config);
    await add(store, [post()]);
    expect(before).toMatchObject([{ shared: 2 }]);
    expect(await store.counters.days(PUBLISHER)).toMatchObject([{ shared: 3 }]);
    expect(await store.log.read(PUBLISHER, undefined, 10)).toHaveLength(3);
    expect(await store.keeping.rebuild()).toBe(0);
  } finally {
    await connection.close();
    await store.close();
  }
});
