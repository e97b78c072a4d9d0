// One collector's part of the bench: batches as intake judged them, into a shared store, so many at once. No sockets and no signatures:
// bench:collector measures those.
import process from 'node:process';
import { openClusterStore } from '../../../packages/collector/dist/store/cluster/cluster-store.js';

const { servers, worker, workers, events, publisher, batch, together } = JSON.parse(process.argv[2]);
const [ITEMS, COMMUNITIES, DAYS] = [40, 12, 365];
const FIRST = Date.UTC(2025, 10, 23);
const TODAY = '2026-11-22';
const store = await openClusterStore(servers);
const latencies = [];
let made = 0;

function next() {
  const start = made;
  made += batch;
  const n = start / batch;
  // Days go by as events come in, as they do in a year; now and then one is late.
  const day = Math.floor((start / events) * DAYS) - (n % 7 === 0 ? 1 : 0);
  const cells = Array.from({ length: 5 }, (_, i) => {
    const ids = Array.from({ length: batch / 5 }, (_, k) => `w${worker}x${start}y${i}z${k}`.padEnd(21, '-'));
    return {
      ...{
        fact: 'shared',
        item: `urn:pullquote:publisher.example:${(n * 7 + i) % ITEMS}`,
        version: 1,
        country: 'US',
        depth: 1,
      },
      ...{ day: new Date(FIRST + Math.max(day, 0) * 86_400_000).toISOString().slice(0, 10), ids },
      indexes: ids.map((_, k) => i * (batch / 5) + k),
    };
  });
  const community = `https://c${(n * workers + worker) % COMMUNITIES}.example`;
  return { publisher, community, cells, crowds: [], held: [], refused: {}, today: TODAY };
}

async function send() {
  while (made < events) {
    const judged = next();
    const begun = performance.now();
    for (;;) {
      try {
        await store.intake.add(judged);
        break;
      } catch (error) {
        // Behind, as a sender would be told by 429.
        if (error.code !== 'busy') throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
    latencies.push(performance.now() - begun);
  }
}

const begun = performance.now();
await Promise.all(Array.from({ length: together }, send));
const seconds = (performance.now() - begun) / 1_000;
await store.keeping.settled();
latencies.sort((a, b) => a - b);
const at = (p) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * p))];
process.stdout.write(
  `${JSON.stringify({ seconds, counted: (performance.now() - begun) / 1_000, p50: at(0.5), p99: at(0.99) })}\n`,
);
await store.close();
