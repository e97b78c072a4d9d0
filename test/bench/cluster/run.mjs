// A store of several servers: how many events a second one collector and two take in, each a process, and how long reports take then.
//   npm run bench:scale                            a short run
//   npm run bench:scale -- --events 50000000       as many as the machine manages
//   npm run bench:scale -- --nodes 1               one NATS server instead of three
import { execFile } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { openClusterStore } from '../../../packages/collector/dist/store/cluster/cluster-store.js';
import { parseQuery } from '../../../packages/collector/dist/report/query.js';
import { makeReport, REPORT_NAMES } from '../../../packages/collector/dist/report/reports.js';
import { withServers } from '../../support/servers/with-servers.ts';

const { values } = parseArgs({
  options: { events: { type: 'string', default: '200000' }, nodes: { type: 'string', default: '3' } },
});
const events = Number(values.events);
const nodes = values.nodes === '1' ? 1 : 3;
const PUBLISHER = { origin: 'https://publisher.example', name: 'Parke-Davis' };
const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url));
const run = promisify(execFile);
const thousands = (n) => Math.round(n).toLocaleString('en-GB');

console.log(`${cpus().length} × ${cpus()[0]?.model}, ${thousands(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${nodes} NATS`);
await withServers(async (addresses) => {
  for (const workers of [1, 2]) {
    const servers = { ...addresses, name: `bench${workers}`, logBytes: 4 * 2 ** 30, mostWaiting: 500_000 };
    const each = Math.ceil(events / workers / 500) * 500;
    const results = await Promise.all(
      Array.from({ length: workers }, async (_, worker) => {
        const settings = { servers, worker, workers, events: each, publisher: PUBLISHER.origin, batch: 500, together: 16 };
        const { stdout } = await run(process.execPath, [WORKER, JSON.stringify(settings)]);
        return JSON.parse(stdout);
      }),
    );
    const most = (key) => Math.max(...results.map((one) => one[key]));
    console.log(
      `\n${workers} collector${workers === 1 ? '' : 's'}: ${thousands((each * workers) / most('seconds'))} events/s acknowledged, ` +
        `${thousands((each * workers) / most('counted'))} events/s counted; a batch of 500: p50 ${most('p50').toFixed(0)} ms, p99 ${most('p99').toFixed(0)} ms`,
    );
    const store = await openClusterStore(servers);
    const [{ total }] = [await countOf(store)];
    if (total !== each * workers) throw new Error(`${total} events were counted, not ${each * workers}.`);
    await reports(store);
    await store.close();
  }
}, nodes);

async function countOf({ counters }) {
  const days = await counters.days(PUBLISHER.origin);
  return { total: days.reduce((sum, { shared }) => sum + shared, 0) };
}

async function reports(store) {
  const source = { store, titles: {}, clock: () => Date.UTC(2026, 10, 22, 12), alone: true };
  const times = [];
  for (const name of REPORT_NAMES)
    for (const query of [{}, { from: '2026-03-04', to: '2026-06-19' }]) {
      const begun = performance.now();
      await makeReport(name, source, PUBLISHER, parseQuery(query));
      times.push({ name, ms: performance.now() - begun });
    }
  times.sort((a, b) => b.ms - a.ms);
  const median = times[times.length >> 1];
  console.log(
    `  reports over ${thousands((await countOf(store)).total)} events: median ${median?.ms.toFixed(0)} ms, slowest ${times[0]?.name} ${times[0]?.ms.toFixed(0)} ms`,
  );
}
