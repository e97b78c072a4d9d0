import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { World } from '../../soak/world.js';
import { startBare, startRelay, startWorld, type Started } from './servers.js';

const GOAL = 0.8;
const CONNECTIONS = 48;
const REQUESTS = 1_500;
/** Short turns, and the two sides in turns: a machine that is busy for a moment slows both alike. */
const ROUNDS = 15;

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

interface Result {
  readonly ms: number;
  readonly facts: number;
  readonly accepted: number;
}
interface Side extends Started {
  readonly name: string;
  readonly perSecond: number[];
  accepted: number;
}

const root = mkdtempSync(join(tmpdir(), 'pullquote-intake-'));
const sides: Side[] = [];
let world: World;
let items: readonly string[];
let load: ChildProcess;

beforeAll(async () => {
  ({ world, items } = await startWorld());
  load = fork(here('load.mjs'));
  const started = { relay: await startRelay(join(root, 'relay'), world, items), 'bare loop': await startBare(root) };
  for (const [name, side] of Object.entries(started)) sides.push({ ...side, name, perSecond: [], accepted: 0 });
});
afterAll(async () => {
  load?.kill('SIGKILL');
  for (const side of sides) side.process.kill('SIGKILL');
  await world?.stop();
  rmSync(root, { recursive: true, force: true });
});

it(`takes facts in at ${GOAL} of what a bare loop takes, at least`, async () => {
  for (const side of sides) await round(side, false);
  for (let i = 0; i < ROUNDS; i++)
    for (const side of i % 2 === 0 ? sides : [...sides].reverse()) await round(side, true);
  const [relay, bare] = sides as [Side, Side];
  // One pair of rounds at a time: what else the machine did is in both.
  const ratio = median(relay.perSecond.map((n, i) => n / (bare.perSecond[i] ?? Number.NaN)));
  for (const { name, perSecond } of sides) console.log(`${name}: ${Math.round(median(perSecond))} facts/s`);
  console.log(`ratio ${ratio.toFixed(2)} (goal ${GOAL}; ${ROUNDS} pairs of rounds, ${CONNECTIONS} connections)`);

  // What was acknowledged is on disk after a kill, on both sides.
  for (const side of sides) {
    side.process.kill('SIGKILL');
    await once(side.process, 'exit');
  }
  expect(count('relay/community.sqlite', 'seen')).toBe(relay.accepted);
  expect(count('bare.sqlite', 'fact')).toBe(bare.accepted);
  expect(ratio).toBeGreaterThanOrEqual(GOAL);
});

async function round(side: Side, counted: boolean): Promise<void> {
  load.send({ port: side.port, items, requests: REQUESTS, connections: CONNECTIONS });
  const [result] = (await once(load, 'message')) as [Result | { error: string }];
  if ('error' in result) throw new Error(`${side.name}: ${result.error}`);
  // Nothing was refused, so both sides did the whole work.
  expect(result.accepted).toBe(result.facts);
  side.accepted += result.accepted;
  if (counted) side.perSecond.push((result.facts * 1_000) / result.ms);
}

function count(file: string, table: string): number {
  const db = new DatabaseSync(join(root, file));
  try {
    return Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);
  } finally {
    db.close();
  }
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;
}
