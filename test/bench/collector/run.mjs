// The collector's intake against a bare loop of node:http and node:sqlite that is as durable: over sockets, each server in a
// process of its own, in turns in the same run.
//   npm run bench:collector             two minutes
//   npm run bench:collector -- --full   memory over 10 million events
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { makeBatch, makeCommunities, NOW, PUBLISHER } from './batches.mjs';
import { Server } from './server.mjs';

const FULL = process.argv.includes('--full');
const GOALS = { ratio: 0.8, memory: 1.25 };
/** A relay’s batch may hold 500 events; one that tells of a quiet day holds few. Short turns, many of them: what else the machine does then slows all alike. */
const SIZES = [
  { size: 500, batches: 16, rounds: FULL ? 60 : 24 },
  { size: 20, batches: 64, rounds: FULL ? 60 : 24 },
];
const GROWTH = FULL ? 10_000_000 : 300_000;

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const percentile = (list, p) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))];
const thousands = (n) => Math.round(n).toLocaleString('en-GB');
const megabytes = (n) => `${(n / 1_048_576).toFixed(0)} MB`;

const root = mkdtempSync(join(tmpdir(), 'pullquote-bench-'));
const communities = await makeCommunities();
const files = communities.map(({ file }) => file);
let made = 0;
const makeBatches = async (count, size) => {
  const batches = [];
  for (let i = 0; i < count; i++) batches.push(await makeBatch(communities, (made += 1), size));
  return batches;
};
const startAll = (name) =>
  Promise.all([
    Server.start('collector', 'collector-server.mjs', {
      ...{ dataFile: join(root, `${name}-collector.sqlite`), publisher: PUBLISHER, communities: files, now: NOW },
    }),
    Server.start('bare loop', 'bare-server.mjs', { dataFile: join(root, `${name}-bare.sqlite`) }),
    Server.start('bare loop that verifies', 'bare-server.mjs', {
      ...{ dataFile: join(root, `${name}-verifying.sqlite`), keys: files.flatMap(({ jwks }) => jwks.keys) },
    }),
  ]);

async function compare({ size, batches, rounds }) {
  const servers = await startAll(String(size));
  for (const server of servers) await server.take(await makeBatches(8, size));
  for (const server of servers) server.rates.length = server.costs.length = server.latencies.length = 0;
  for (let round = 0; round < rounds; round++)
    // Each begins as often as the others.
    for (let i = 0; i < servers.length; i++)
      await servers[(i + round) % servers.length].take(await makeBatches(batches, size));
  console.log(`\n${size} events in a batch, ${servers[0].rates.length} turns of ${batches} batches, 16 at once`);
  for (const { name, rates, costs, latencies } of servers)
    console.log(
      `  ${name.padEnd(24)} ${thousands(median(rates)).padStart(8)} events/s   ${median(costs).toFixed(1)} µs of CPU each   ` +
        [0.5, 0.95, 0.99].map((p) => `p${p * 100} ${percentile(latencies, p).toFixed(1)} ms`).join('   '),
    );
  const [ours, bare, verifying] = servers;
  const against = (other) => median(ours.rates.map((rate, i) => rate / other.rates[i]));
  const ratios = { bare: against(bare), verifying: against(verifying) };
  console.log(
    `  against the bare loop ${ratios.bare.toFixed(2)}, against the one that verifies ${ratios.verifying.toFixed(2)}`,
  );
  for (const server of servers) await server.stop();
  return ratios.bare;
}

/** Fills one collector, and looks at its memory on the way. */
async function grow() {
  const [ours, ...others] = await startAll('growth');
  for (const server of others) await server.stop();
  const steps = 10;
  const memory = [];
  console.log(`\nMemory over ${thousands(GROWTH)} events`);
  for (let step = 1; step <= steps; step++) {
    ours.rates.length = ours.costs.length = ours.latencies.length = 0;
    for (let left = GROWTH / steps; left > 0; left -= 50_000)
      await ours.take(await makeBatches(Math.min(left, 50_000) / 500, 500));
    memory.push((await ours.usage()).rss);
    console.log(
      `  ${thousands((GROWTH / steps) * step).padStart(10)} events   ${megabytes(memory.at(-1))}   ` +
        `${thousands(median(ours.rates))} events/s   p99 ${percentile(ours.latencies, 0.99).toFixed(1)} ms`,
    );
  }
  console.log(`  file ${megabytes(statSync(join(root, 'growth-collector.sqlite')).size)}`);
  await ours.stop();
  // The first fifth fills the caches, whose sizes are fixed.
  return memory.at(-1) / memory[1];
}

try {
  console.log(`${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`);
  const ratios = [];
  for (const plan of SIZES) ratios.push(await compare(plan));
  const growth = await grow();
  console.log(
    `\nratio ${ratios[0].toFixed(2)}  (goal ≥ ${GOALS.ratio}; with 20 events in a batch ${ratios[1].toFixed(2)})`,
  );
  const goal = FULL ? `goal ≤ ${GOALS.memory}` : 'no goal: it takes a million events to fill the caches';
  console.log(`memory ${growth.toFixed(2)} × that after a fifth  (${goal})`);
  if (ratios[0] < GOALS.ratio || (FULL && growth > GOALS.memory)) process.exitCode = 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
