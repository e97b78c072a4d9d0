import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { World } from '../../soak/world.js';

const ITEMS = 40;

export interface Started {
  readonly port: number;
  readonly process: ChildProcess;
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** A publisher with forty items, and their URNs. */
export async function startWorld(): Promise<{ world: World; items: readonly string[] }> {
  const world = await World.start(() => 0);
  const items = ['urn:example:lipitor', ...Array.from({ length: ITEMS - 1 }, (_, i) => `urn:example:item-${i + 1}`)];
  for (const [i, id] of items.entries())
    if (i > 0)
      await world.publisher.add({
        id,
        canonicalUrl: `${world.publisher.origin}/item-${i}`,
        status: { uri: world.publisher.statusUri, idx: i + 100 },
        iat: world.publisher.iat,
        exp: world.publisher.iat + 86_400 * 365,
      });
  return { world, items };
}

/** The built relay, as `pullquote-community serve` runs it, once it holds every item. `node` goes to Node before the file. */
export async function startRelay(
  dataDir: string,
  { publisher }: World,
  items: readonly string[],
  { node = [], env = {} }: { readonly node?: readonly string[]; readonly env?: Record<string, string> } = {},
): Promise<Started> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const bin = here('../../../packages/community/bin.js');
  const args = [...node, bin, 'serve', '--config', here('community.config.mjs'), '--port', String(port)];
  const child = start(args, { ...env, ORIGIN: origin, PUBLISHER: publisher.origin, DATA_DIR: dataDir });
  await once(child.stdout ?? child, 'data');
  for (let held = 0; held < items.length;) {
    await wait(50);
    const index = (await (await fetch(`${origin}/pq/`)).json()) as { publishers: { versions: number }[] };
    held = index.publishers[0]?.versions ?? 0;
  }
  return { port, process: child };
}

export async function startBare(dataDir: string): Promise<Started> {
  const port = await freePort();
  const child = start([here('bare-server.mjs'), dataDir, String(port)], {});
  await once(child.stdout ?? child, 'data');
  return { port, process: child };
}

function start(args: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
