import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { createCollector } from '@pullquote/collector';
import { generateKey } from '@pullquote/record';
import { natsOptions } from '../../../packages/collector/src/store/cluster/connect.js';
import { logName } from '../../../packages/collector/src/store/cluster/names.js';
import { COMMUNITY, descriptor, NOW, PUBLISHER } from '../../collector/setup.js';
import { Load } from '../../soak/collector-drill.js';
import { clickHouseServer, type ClickHouseServer } from '../servers/clickhouse.js';
import { serverFolder } from '../servers/folder.js';
import { natsServers, startAll, type NatsNode } from '../servers/nats.js';
import { CollectorProcess } from './collector-process.js';

export const FAULTS = [
  'a NATS node that follows is killed',
  'the NATS node that leads is killed',
  'a collector is killed with batches in its hands',
  'ClickHouse is killed while it stores',
  'a NATS node is cut off',
  'ClickHouse takes nothing, until the log is full',
] as const;
export type Fault = (typeof FAULTS)[number];

const NAME = 'drill';
const PUBLISHERS = [{ origin: PUBLISHER, name: 'Parke-Davis' }];
/** Batches that are acknowledged again before a fault counts as overcome. */
const AGAIN = 8;
const PATIENCE_MS = 120_000;

export interface Recovery {
  readonly fault: Fault;
  /** From the fault on until batches were acknowledged again, and until all was counted, in milliseconds. */
  readonly acknowledgedMs: number;
  readonly countedMs: number;
}

interface Site {
  readonly nats: readonly NatsNode[];
  readonly clickhouse: ClickHouseServer;
  readonly collectors: readonly CollectorProcess[];
  readonly load: Load;
  readonly random: (below: number) => number;
  /** Where each collector is now. */
  readonly aim: () => void;
}

interface Pressure {
  readonly senders: number;
  readonly restMs: number;
}

/** Three NATS servers, ClickHouse and two collectors, each a process, under load; then faults, one after the other. */
export async function clusterDrill(faults: readonly Fault[], random: (below: number) => number, pressure: Pressure) {
  const folder = serverFolder();
  const [nats, clickhouse] = [await natsServers(folder, 3), await clickHouseServer(folder)];
  try {
    await Promise.all([startAll(nats), clickhouse.process.start()]);
    return await drillOn({ nats, clickhouse }, faults, random, pressure);
  } finally {
    await Promise.all([...nats.map(({ process }) => process.stop()), clickhouse.process.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function drillOn(
  { nats, clickhouse }: Pick<Site, 'nats' | 'clickhouse'>,
  faults: readonly Fault[],
  random: (below: number) => number,
  { senders, restMs }: Pressure,
) {
  const settings = {
    store: {
      ...{ log: nats.map(({ url }) => url).join(), analytics: clickhouse.url, name: NAME },
      // Small, so that it can be filled.
      ...{ logBytes: 4_194_304, mostWaiting: 100_000 },
    },
    publishers: PUBLISHERS,
  };
  const key = await generateKey();
  const said: string[] = [];
  const judge = await createCollector({
    ...settings,
    clock: () => NOW,
    writing: 'here',
    log: { error: (_, message) => said.push(message) },
  });
  const collectors = [0, 1].map(() => new CollectorProcess({ ...settings, now: NOW }));
  let load: Load | undefined;
  try {
    await judge.trust.add(await descriptor(COMMUNITY, [key]), [key.kid]);
    await Promise.all(collectors.map((one) => one.start()));
    load = new Load(key, random, { senders, restMs, later: [429, 503] });
    const running = load;
    const aim = () => running.to(...collectors.map(({ port }) => port));
    aim();
    const site = { nats, clickhouse, collectors, load, random, aim };
    await until(() => running.batches >= AGAIN);
    const recoveries: Recovery[] = [];
    for (const fault of faults) {
      const end = await strike(fault, site);
      const at = performance.now();
      const before = running.batches;
      await until(
        () => running.batches >= before + AGAIN,
        async () => `${recoveries.length + 1}. ${fault}: ${await describe(site, said)}`,
      );
      const acknowledgedMs = performance.now() - at;
      await end();
      await judge.store.keeping.settled();
      recoveries.push({ fault, acknowledgedMs, countedMs: performance.now() - at });
    }
    await load.finish();
    await Promise.all(collectors.map((one) => one.end('SIGTERM')));
    await judge.store.keeping.settled();
    const { store } = judge;
    const stored: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await store.log.read(PUBLISHER, after, 5_000);
      stored.push(...page.map(({ event }) => event.id));
      after = page.at(-1)?.cursor;
      if (page.length < 5_000) break;
    }
    const days = await store.counters.days(PUBLISHER);
    return {
      recoveries,
      putOff: load.putOff,
      /** What the collector that looks on wrote into its log. */
      said,
      drill: {
        ...{ kills: faults.length, atStart: 0, ...load.result(), stored },
        counted: Object.fromEntries(days.map(({ day, shared }) => [day, shared])),
        figuresKept: (await store.crowd.figures(PUBLISHER)).length,
        wrong: await store.keeping.rebuild(),
      },
    };
  } finally {
    load?.to();
    await load?.finish();
    await Promise.all(collectors.map((one) => one.end('SIGKILL')));
    await judge.close();
  }
}

/** Lets something go wrong. @returns what mends it */
async function strike(fault: Fault, site: Site): Promise<() => Promise<void>> {
  const { nats, clickhouse, collectors, random, aim } = site;
  switch (fault) {
    case 'a NATS node that follows is killed':
    case 'the NATS node that leads is killed': {
      const leader = await leaderOf(nats);
      const node = fault === 'the NATS node that leads is killed' ? leader : other(nats, leader, random);
      await node.process.kill();
      return () => node.process.start();
    }
    case 'a collector is killed with batches in its hands': {
      const collector = collectors[random(collectors.length)];
      await collector?.end('SIGKILL');
      aim();
      return async () => {
        await collector?.start();
        aim();
      };
    }
    case 'ClickHouse is killed while it stores':
      await clickhouse.process.kill();
      // Not in the way of the load: whatever it could not store comes again.
      await wait(200 + random(800));
      await clickhouse.process.start();
      return async () => undefined;
    case 'a NATS node is cut off': {
      const node = nats[random(nats.length)];
      node?.process.hold();
      return async () => {
        await wait(2_000);
        node?.process.release();
      };
    }
    case 'ClickHouse takes nothing, until the log is full': {
      const before = site.load.putOff[429] ?? 0;
      await fetch(clickhouse.url, { method: 'POST', body: `DETACH TABLE ${NAME}.log` });
      await until(() => (site.load.putOff[429] ?? 0) > before);
      await fetch(clickhouse.url, { method: 'POST', body: `ATTACH TABLE ${NAME}.log` });
      return async () => undefined;
    }
  }
}

async function leaderOf(nats: readonly NatsNode[]): Promise<NatsNode> {
  const connection = await connect(natsOptions(nats.map(({ url }) => url).join()));
  const { cluster } = await (await jetstreamManager(connection)).streams.info(logName(NAME, PUBLISHER));
  await connection.close();
  const leader = nats[Number(cluster?.leader?.slice(1))];
  if (!leader) throw new Error('The log has no leader.');
  return leader;
}

function other(nats: readonly NatsNode[], leader: NatsNode, random: (below: number) => number): NatsNode {
  const others = nats.filter((node) => node !== leader);
  return others[random(others.length)] ?? leader;
}

async function until(holds: () => boolean, state = async () => ''): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`The collectors have not come back. ${await state()}`);
    await wait(20);
  }
}

interface Jsz {
  readonly account_details?: readonly { readonly stream_detail?: readonly { readonly name: string }[] }[];
}

/** What each part says of itself, for whoever looks for the reason. */
async function describe({ nats, clickhouse, load }: Site, said: readonly string[]): Promise<string> {
  const ask = async (url: string, init?: RequestInit) =>
    fetch(url, { ...init, signal: AbortSignal.timeout(3_000) }).then((answer) => answer.text());
  const counted = ask(clickhouse.url, { method: 'POST', body: `SELECT uniqExact(seq), max(seq) FROM ${NAME}.log` });
  const logs = nats.map(async ({ monitor }) => {
    const { account_details: accounts } = JSON.parse(await ask(`${monitor}/jsz?streams=true&consumers=true`)) as Jsz;
    const streams = accounts?.flatMap(({ stream_detail: some }) => some ?? []);
    return streams?.find(({ name }) => name === logName(NAME, PUBLISHER));
  });
  const states = await Promise.all([counted, ...logs].map((one) => one.catch(String)));
  return JSON.stringify({ putOff: load.putOff, said, states }, undefined, 1);
}
