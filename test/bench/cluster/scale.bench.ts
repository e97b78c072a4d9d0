import { execFile } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { parseQuery } from '../../../packages/collector/src/report/query.js';
import { makeReport, REPORT_NAMES } from '../../../packages/collector/src/report/reports.js';
import { openStore } from '../../../packages/collector/src/store/open.js';
import type { Store } from '../../../packages/collector/src/store/store.js';
import { withServers } from '../../support/servers/with-servers.js';

// A store of several servers: how many events a second one collector and two take in, each a process, and how long reports take then.
//   npm run bench:cluster
//   EVENTS=50000000 npm run bench:cluster      as many as the machine manages
//   NODES=1 npm run bench:cluster              one NATS server instead of three
const EVENTS = Number(process.env['EVENTS'] ?? 200_000);
const NODES = process.env['NODES'] === '1' ? 1 : 3;
const BATCH = 500;
const PUBLISHER = { origin: 'https://publisher.example', name: 'Parke-Davis' };
const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url));
const run = promisify(execFile);

interface Part {
  readonly seconds: number;
  readonly counted: number;
  readonly p50: number;
  readonly p99: number;
}

const thousands = (n: number) => Math.round(n).toLocaleString('en-GB');

it.each([1, 2])('%i collectors', (workers) =>
  withServers(async (addresses) => {
    const servers = { ...addresses, name: 'bench', logBytes: 4 * 2 ** 30, mostWaiting: 500_000 };
    const each = Math.ceil(EVENTS / workers / BATCH) * BATCH;
    const parts = await Promise.all(
      Array.from({ length: workers }, async (_, worker) => {
        const settings = { servers, worker, workers, events: each, publisher: PUBLISHER.origin, batch: BATCH };
        const { stdout } = await run(process.execPath, [WORKER, JSON.stringify({ ...settings, together: 16 })]);
        return JSON.parse(stdout) as Part;
      }),
    );
    const most = (key: keyof Part) => Math.max(...parts.map((part) => part[key]));
    const store = await openStore({ store: servers });
    try {
      const events = each * workers;
      expect(await countOf(store)).toBe(events);
      console.log(
        `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${thousands(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${NODES} NATS\n` +
          `${workers} × collector, ${thousands(events)} events: ${thousands(events / most('seconds'))} a second acknowledged, ` +
          `${thousands(events / most('counted'))} a second counted\n` +
          `a batch of ${BATCH}: p50 ${most('p50').toFixed(0)} ms, p99 ${most('p99').toFixed(0)} ms\n${await reports(store)}`,
      );
    } finally {
      await store.close();
    }
  }, NODES),
);

async function countOf({ counters }: Store): Promise<number> {
  return (await counters.days(PUBLISHER.origin)).reduce((sum, { shared }) => sum + shared, 0);
}

async function reports(store: Store): Promise<string> {
  const source = { store, titles: {}, clock: () => Date.UTC(2026, 10, 22, 12), alone: true };
  const times: { readonly name: string; readonly ms: number }[] = [];
  for (const name of REPORT_NAMES)
    for (const query of [{}, { from: '2026-03-04', to: '2026-06-19' }]) {
      const begun = performance.now();
      await makeReport(name, source, PUBLISHER, parseQuery(query));
      times.push({ name, ms: performance.now() - begun });
    }
  times.sort((a, b) => b.ms - a.ms);
  const [slowest, median] = [times[0], times[times.length >> 1]];
  return `reports: median ${median?.ms.toFixed(0) ?? ''} ms, slowest ${slowest?.name ?? ''} ${slowest?.ms.toFixed(0) ?? ''} ms`;
}
