import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { expect, it } from 'vitest';
import { fuzzCollector } from '../support/fuzz/fuzz-collector.js';

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 100_000);

it(`${REQUESTS.toLocaleString('en-GB')} changed requests to every route: no 5xx, no growth`, async () => {
  v8.setFlagsFromString('--expose-gc');
  globalThis.gc = vm.runInNewContext('gc') as typeof globalThis.gc;
  const folder = mkdtempSync(join(tmpdir(), 'pullquote-fuzz-'));
  const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
  console.log(`seed ${seed}`);
  try {
    const result = await fuzzCollector(join(folder, 'collector.sqlite'), { seed, requests: REQUESTS });
    const { failures, log, statuses, heap, rows, accepted } = result;
    const [half = 0, end = 0] = heap;
    console.log(
      statuses,
      rows,
      `heap ${(half / 1e6).toFixed(1)} MB at the half, ${(end / 1e6).toFixed(1)} MB at the end`,
    );
    expect({ failures, log }).toEqual({ failures: [], log: [] });
    expect(rows['events']).toBe(accepted);
    // One row a day for each community, publisher and reason: however many requests, no more.
    expect(rows['refused']).toBeLessThan(100);
    // A key may begin 20 sessions at once and 10 a minute, whatever is sent.
    expect(rows['sessions']).toBeLessThan(20 * 4 + 10 * 4 * 60);
    expect(end - half).toBeLessThan(8_000_000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
