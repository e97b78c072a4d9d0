import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRelay, startWorld } from '../../relay/servers.js';
import type { Point } from '../points.js';
import { toPoint, type Round } from './to-point.js';
import { undisturbed } from './undisturbed.js';
import { Watch } from './watch.js';

const PROBE = fileURLToPath(new URL('probe.mjs', import.meta.url));
const LOAD = fileURLToPath(new URL('../../relay/load.mjs', import.meta.url));
const ROUNDS = 4;
/** Connections and facts in a request; a browser sends 20 at most. */
const PLAN = [
  ...[1, 5, 15].flatMap((size) => [1, 16, 48].map((atOnce) => ({ atOnce, size }))),
  { atOnce: 4, size: 15 },
];

interface Result {
  readonly ms: number;
  readonly facts: number;
  readonly accepted: number;
  readonly latencies: readonly number[];
  readonly cpu: number;
}

/** The built relay, with a process that asks it. */
export async function measureRelay(root: string): Promise<Point[]> {
  const { world, items } = await startWorld();
  const probeDir = join(root, 'relay-commits');
  mkdirSync(probeDir);
  const node = ['--import', PROBE];
  const relay = await startRelay(join(root, 'relay'), world, items, { node, env: { PROBE_DIR: probeDir } });
  const load = fork(LOAD);
  const pids = [relay.process.pid, load.pid] as [number, number];
  try {
    const ask = async (atOnce: number, size: number): Promise<Round> => {
      const requests = atOnce === 1 ? 250 : 700;
      const watch = new Watch(pids[0], probeDir, pids[1]);
      load.send({ port: relay.port, items, requests, connections: atOnce, size: [size, size] });
      const [result] = (await once(load, 'message')) as [Result | { error: string }];
      if ('error' in result) throw new Error(result.error);
      if (result.accepted !== result.facts) throw new Error(`${result.facts - result.accepted} facts were refused.`);
      const { latencies, cpu: client, ms } = result;
      return { watched: watch.end(), requests, seconds: ms / 1_000, latencies, client };
    };
    await ask(48, 15);
    // Round by round: whatever slows the machine for a while slows every point alike.
    const rounds: Round[][] = PLAN.map(() => []);
    for (let i = 0; i < ROUNDS; i++)
      for (const [n, { atOnce, size }] of PLAN.entries())
        rounds[n]?.push(await undisturbed(pids, () => ask(atOnce, size)));
    const points = PLAN.map(({ atOnce, size }, n) => toPoint('relay', atOnce, size, rounds[n] ?? []));
    return points;
  } finally {
    for (const child of [load, relay.process]) child.kill('SIGKILL');
    await world.stop();
  }
}
