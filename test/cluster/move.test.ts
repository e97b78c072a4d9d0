import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { dayOf, dayStart } from '@pullquote/events';
import { loadDemo } from '../../packages/collector/src/demo/load.js';
import { moveStore } from '../../packages/collector/src/move/move-store.js';
import { openCluster } from '../../packages/collector/src/store/cluster/cluster-store.js';
import { endKey } from '../../packages/collector/src/store/cluster/log/logs.js';
import { openStore } from '../../packages/collector/src/store/open.js';
import { serversOf } from '../../packages/collector/src/store/setting.js';
import { openSqliteStore } from '../../packages/collector/src/store/sqlite/sqlite-store.js';
import { NOW, PUBLISHER, tempFolder } from '../collector/setup.js';
import { keptIn, keptSettings } from '../collector/stores.js';
import { figuresOf } from '../collector/store/figures.js';
import { add, post } from '../collector/store/setup.js';

const DAY = '2026-11-22';
const DAY_MS = 86_400_000;

/** A year with everything in it, of which the oldest events have gone. */
async function filled(): Promise<string> {
  const file = join(tempFolder(), 'collector.sqlite');
  const store = await openSqliteStore({ file, writing: 'here' });
  await loadDemo(store, { events: 3_000, seed: 'move', until: DAY, publisher: PUBLISHER, size: 0.01 }, () => NOW);
  const key = { id: 'k1', name: 'Medical', scope: 'read' as const, publisher: PUBLISHER, createdDay: DAY };
  await store.accessKeys.add(key, 'hash-1');
  await store.accessKeys.add({ ...key, id: 'k2' }, 'hash-2');
  await store.accessKeys.revoke('k2', DAY);
  for (const subject of ['a', 'b']) await store.audit.add({ day: DAY, actor: 'k1', action: 'campaign.save', subject });
  const hook = { id: 'w1', publisher: PUBLISHER, url: 'https://crm.example/in', secret: 'whsec_x', createdDay: DAY };
  await store.webhooks.save({ ...hook, state: 'active', cursor: '5' });
  await store.keeping.prune(dayOf(dayStart(DAY) - 300 * DAY_MS));
  await store.close();
  return file;
}

it('a file’s store moves to servers, whole and to the unit, also after it was cut short', async () => {
  const file = await filled();
  const settings = keptSettings(keptIn(tempFolder()));
  const servers = serversOf(settings);
  if (!servers) throw new Error('These tests need servers.');
  const cut = new Error('cut short');
  await expect(
    moveStore(file, servers, () => {
      throw cut;
    }),
  ).rejects.toBe(cut);
  const { events, counters } = await moveStore(file, servers);
  expect(events).toBeGreaterThan(3_000);
  expect(counters).toBeGreaterThan(1_000);
  await expect(moveStore(file, servers)).rejects.toMatchObject({ code: 'usage' });

  const [from, to] = [await openSqliteStore({ file, writing: 'here' }), await openStore(settings)];
  try {
    expect(await figuresOf(to, [PUBLISHER])).toEqual(await figuresOf(from, [PUBLISHER]));
    for (const part of ['communities', 'accessKeys'] as const)
      expect(await to[part].list()).toEqual(await from[part].list());
    expect(await to.audit.list({ limit: 100 })).toEqual(await from.audit.list({ limit: 100 }));
    expect(await to.webhooks.list()).toEqual(await from.webhooks.list());
    expect(await to.campaigns.list(PUBLISHER)).toEqual(await from.campaigns.list(PUBLISHER));
    expect(await to.catalogue.read(PUBLISHER)).toEqual(await from.catalogue.read(PUBLISHER));
    expect(await to.accessKeys.byHash('hash-2')).toMatchObject({ id: 'k2', revokedDay: DAY });
    const { schema: _, ...state } = await from.keeping.state();
    expect(await to.keeping.state()).toMatchObject(state);
    // Cursors stay what they are, and what came before is known.
    const end = await from.log.end(PUBLISHER);
    expect(await to.log.end(PUBLISHER)).toBe(end);
    expect([await to.log.knows(PUBLISHER, '0'), await to.log.knows(PUBLISHER, end)]).toEqual([false, true]);
    const some = await from.log.read(PUBLISHER, undefined, 50);
    expect(await to.log.read(PUBLISHER, undefined, 50)).toEqual(some);
    const known = some.find(({ event }) => 'depth' in event.data)?.event;
    if (!known) throw new Error('There is no post among the oldest events.');
    expect(await add(to, [known], { community: known.source })).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await add(to, [post()])).toMatchObject({ accepted: 1 });
    expect(await to.log.read(PUBLISHER, end, 5)).toMatchObject([{ cursor: String(Number(end) + 1) }]);
  } finally {
    await from.close();
    await to.close();
  }
});

it('a figure that is not the same stops it, by name', async () => {
  const file = await filled();
  const db = new DatabaseSync(file);
  // A coarse counter that the fine one, which is what moves, does not have.
  db.exec('UPDATE count_days SET shared = shared + 1 WHERE day = (SELECT max(day) FROM count_days)');
  db.close();
  const servers = serversOf(keptSettings(keptIn(tempFolder())));
  if (!servers) throw new Error('These tests need servers.');
  await expect(moveStore(file, servers)).rejects.toMatchObject({
    code: 'store',
    message: expect.stringMatching(/publisher\.example, days: \{"day":"2026-/) as string,
  });
});

it('events that are not there stop it, though every counter is right', async () => {
  const file = await filled();
  const servers = serversOf(keptSettings(keptIn(tempFolder())));
  if (!servers) throw new Error('These tests need servers.');
  const { documents, store } = await openCluster(servers);
  // As if it had been cut short, and had noted more than it did.
  await documents.put('moving', { begun: true });
  await documents.put(`move.${endKey(PUBLISHER).replace('.', '-')}`, { seq: 9_000 });
  await store.close();
  await expect(moveStore(file, servers)).rejects.toMatchObject({
    code: 'store',
    message: expect.stringMatching(/Of events 1 to 1000000, \S+publisher\.example has \d+, not \d+/) as string,
  });
});
