import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { findCommand, ServerProcess } from './process.js';

const command = findCommand('nats-server');
export const hasNats = command !== undefined;

export interface NatsNode {
  readonly process: ServerProcess;
  readonly url: string;
  /** Where it tells of itself. */
  readonly monitor: string;
}

/** NATS servers with JetStream on this machine: one, or a cluster. Not started yet. */
export async function natsServers(folder: string, nodes: 1 | 3): Promise<NatsNode[]> {
  const ports = await Promise.all(
    Array.from({ length: nodes }, async () => ({
      client: await freePort(),
      route: await freePort(),
      monitor: await freePort(),
    })),
  );
  const routes = ports.map(({ route }) => `nats://127.0.0.1:${route}`).join(', ');
  return ports.map(({ client, route, monitor }, i) => {
    const file = join(folder, `nats-${i}.conf`);
    const cluster = nodes === 1 ? '' : `cluster { name: pullquote, listen: 127.0.0.1:${route}, routes: [${routes}] }\n`;
    writeFileSync(
      file,
      `server_name: n${i}\nlisten: 127.0.0.1:${client}\nhttp: 127.0.0.1:${monitor}\nwrite_deadline: "10s"\n` +
        `jetstream { store_dir: ${JSON.stringify(join(folder, `nats-${i}`))}, max_file: 1TB, max_mem: 256MB }\n${cluster}`,
    );
    const answers = async () =>
      (await fetch(`http://127.0.0.1:${monitor}/healthz`, { signal: AbortSignal.timeout(2_000) })).ok;
    return {
      process: new ServerProcess(`nats ${i}`, command ?? 'nats-server', ['-c', file], answers),
      url: `nats://127.0.0.1:${client}`,
      monitor: `http://127.0.0.1:${monitor}`,
    };
  });
}

/** All at once: nodes of a cluster answer only once they have found each other. */
export async function startAll(nodes: readonly NatsNode[]): Promise<void> {
  await Promise.all(nodes.map(({ process }) => process.start()));
}
