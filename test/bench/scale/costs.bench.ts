import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { COSTS_FILE, readCosts } from './costs.js';
import { measureBytes } from './measure/measure-bytes.js';
import { measureCollector } from './measure/measure-collector.js';
import { measureRelay } from './measure/measure-relay.js';
import { measureWeek } from './measure/measure-week.js';
import type { Costs, Point } from './points.js';

const root = mkdtempSync(join(tmpdir(), 'pullquote-costs-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

// Each keeps what the others found, so that one can be measured anew alone (`-- -t relay`).
it('measures the relay', async () => {
  const points = await measureRelay(root);
  show(points);
  keep({ points: [...points, ...pointsOf('collector')] });
});

it('measures the collector', async () => {
  const { points, storedEvent } = await measureCollector(root);
  show(points);
  keep({ points: [...pointsOf('relay'), ...points], bytes: { ...readCosts().bytes, storedEvent } });
});

it('measures a day’s and a week’s end, and bytes', async () => {
  const { bytes, ...week } = await measureWeek(root);
  console.log(JSON.stringify(week));
  keep({ week, bytes: { ...readCosts().bytes, ...(await measureBytes()), ...bytes } });
});

function show(points: readonly Point[]): void {
  for (const { commit, ...point } of points) console.log(JSON.stringify({ ...point, wait: commit.wait }));
  for (const { requestsPerSecond } of points) expect(requestsPerSecond).toBeGreaterThan(0);
}

function pointsOf(server: Point['server']): readonly Point[] {
  return readCosts().points.filter((point) => point.server === server);
}

function keep(found: Partial<Costs>): void {
  const costs: Costs = {
    ...readCosts(),
    ...found,
    machine: `${cpus().length} cores (${cpus()[0]?.model}), Node ${process.versions.node}`,
    date: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
  };
  writeFileSync(COSTS_FILE, `${JSON.stringify(costs, null, 2)}\n`);
}
