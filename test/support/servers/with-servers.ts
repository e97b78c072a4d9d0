import { rmSync } from 'node:fs';
import { clickHouseServer } from './clickhouse.js';
import { serverFolder, type Place } from './folder.js';
import { natsServers, startAll } from './nats.js';

/** Servers for one piece of work. */
export async function withServers(
  work: (servers: { readonly log: string; readonly analytics: string }) => Promise<void>,
  nodes: 1 | 3 = 1,
  place: Place = 'memory',
): Promise<void> {
  const folder = serverFolder(place);
  const [nats, clickhouse] = [await natsServers(folder, nodes), await clickHouseServer(folder)];
  try {
    await Promise.all([startAll(nats), clickhouse.process.start()]);
    await work({ log: nats.map(({ url }) => url).join(), analytics: clickhouse.url });
  } finally {
    await Promise.all([...nats.map(({ process }) => process.stop()), clickhouse.process.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
