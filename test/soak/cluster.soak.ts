import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../packages/collector/src/store/open.js';
import { openSqliteStore } from '../../packages/collector/src/store/sqlite/sqlite-store.js';
import { tempFolder } from '../collector/setup.js';
import { figuresOf } from '../collector/store/figures.js';
import { seeded } from '../events/fixtures.js';
import { DEMO_PUBLISHER, feed } from '../support/cluster/differential.js';
import { clusterDrill, FAULTS } from '../support/cluster/drill.js';
import { withServers } from '../support/servers/with-servers.js';
import { hasServers } from '../support/servers/found.js';
import { expectCountedOnce } from './expect-counted-once.js';

const EVENTS = 1_000_000;
const ROUNDS = 5;

it.skipIf(!hasServers)(`two collectors on several servers tell the same of ${EVENTS} events as one on a file`, () =>
  withServers(async (servers) => {
    const settings = { store: { ...servers, name: 'soak', logBytes: 2 ** 30, mostWaiting: 500_000 } };
    const file = await openSqliteStore({ file: join(tempFolder(), 'collector.sqlite') });
    const shared = [await openStore(settings), await openStore(settings)];
    const { events, receipts } = await feed([[file], shared], { events: EVENTS, seed: 11 });
    console.log(`${events} events, receipts ${JSON.stringify(receipts)}`);
    expect(receipts[1]).toEqual(receipts[0]);
    const [first] = shared;
    if (!first) throw new Error('There is no collector.');
    await first.keeping.settled();
    const [embedded, other] = [await figuresOf(file, [DEMO_PUBLISHER]), await figuresOf(first, [DEMO_PUBLISHER])];
    for (const [name, rows] of Object.entries(embedded)) expect(other[name], name).toEqual(rows);
    expect(await first.keeping.rebuild()).toBe(0);
    await Promise.all([file, ...shared].map((store) => store.close()));
  }),
);

it.skipIf(!hasServers)(`every part fails ${ROUNDS} times under load`, async () => {
  const random = seeded(104_729);
  const faults = Array.from({ length: ROUNDS }, () => FAULTS).flat();
  const { drill, recoveries, putOff } = await clusterDrill(faults, random, { senders: 8, restMs: 0 });
  for (const fault of FAULTS) {
    const times = recoveries.filter((one) => one.fault === fault).map(({ acknowledgedMs }) => acknowledgedMs);
    console.log(`${fault}: acknowledged again after ${times.map((ms) => (ms / 1_000).toFixed(1)).join(', ')} s`);
  }
  console.log(`${drill.acknowledged.size} events acknowledged; put off: ${JSON.stringify(putOff)}`);
  expectCountedOnce(drill, faults.length);
});
