import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeBatch, makeCommunities, NOW, PUBLISHER, type Batch } from '../../collector/batches.mjs';
import { Server } from '../../collector/server.mjs';
import type { Point } from '../points.js';
import { toPoint, type Round } from './to-point.js';
import { undisturbed } from './undisturbed.js';
import { Watch } from './watch.js';

const PROBE = fileURLToPath(new URL('probe.mjs', import.meta.url));
const ROUNDS = 4;
/** Batches of 500 that are there before anything is measured: the first find an empty index, which is quicker than it will ever be again. */
const FILLED = 200;
/** Connections and events in a batch; a relay sends 500 at most. */
const PLAN = [
  ...[20, 100, 500].flatMap((size) => [1, 4, 16].map((atOnce) => ({ atOnce, size }))),
  { atOnce: 64, size: 500 },
];

/** The built collector, asked from this process. @returns also the bytes that each event takes in its file */
export async function measureCollector(root: string): Promise<{ points: Point[]; storedEvent: number }> {
  const probeDir = join(root, 'collector-commits');
  mkdirSync(probeDir);
  const communities = await makeCommunities();
  const dataFile = join(root, 'collector.sqlite');
  const config = { dataFile, publisher: PUBLISHER, communities: communities.map(({ file }) => file), now: NOW };
  const options = { node: ['--import', PROBE], env: { PROBE_DIR: probeDir } };
  const server = await Server.start('collector', 'collector-server.mjs', config, options);
  const pid = server.child.pid ?? 0;
  let [made, stored] = [0, 0];
  try {
    const ask = async (atOnce: number, size: number, requests = atOnce === 1 ? 24 : 80): Promise<Round> => {
      const batches: Batch[] = [];
      for (let i = 0; i < requests; i++) batches.push(await makeBatch(communities, (made += 1), size));
      server.latencies.length = 0;
      const watch = new Watch(pid, probeDir, process.pid);
      const cpu = process.threadCpuUsage();
      const perSecond = await undisturbed([pid, process.pid], () => server.take(batches, atOnce));
      const { user, system } = process.threadCpuUsage(cpu);
      stored += requests * size;
      const seconds = (requests * size) / perSecond;
      return { watched: watch.end(), requests, seconds, latencies: [...server.latencies], client: user + system };
    };
    await ask(16, 500, FILLED);
    // Round by round: whatever slows the machine for a while slows every point alike.
    const rounds: Round[][] = PLAN.map(() => []);
    for (let i = 0; i < ROUNDS; i++)
      for (const [n, { atOnce, size }] of PLAN.entries()) rounds[n]?.push(await ask(atOnce, size));
    const points = PLAN.map(({ atOnce, size }, n) => toPoint('collector', atOnce, size, rounds[n] ?? []));
    return { points, storedEvent: statSync(dataFile).size / stored };
  } finally {
    await server.stop();
  }
}
