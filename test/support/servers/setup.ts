import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { clickHouseServer } from './clickhouse.js';
import { serverFolder } from './folder.js';
import { natsServers, startAll } from './nats.js';

/** Servers for the tests of one project; each test has names of its own in them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = serverFolder();
  const [nats, clickhouse] = [await natsServers(folder, 1), await clickHouseServer(folder)];
  await Promise.all([startAll(nats), clickhouse.process.start()]);
  project.provide('servers', { log: nats.map(({ url }) => url).join(), analytics: clickhouse.url });
  return async () => {
    await Promise.all([...nats.map(({ process }) => process.stop()), clickhouse.process.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    servers: { readonly log: string; readonly analytics: string };
  }
}
