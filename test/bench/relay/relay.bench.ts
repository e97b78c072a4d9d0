import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { World } from '../../soak/world.js';

const GOAL = 0.8;
const ITEMS = 40;
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
interface Side {
  readonly name: string;
  readonly port: number;
  readonly process: ChildProcess;
  readonly perSecond: number[];
  accepted: number;
}

const root = mkdtempSync(join(tmpdir(), 'pullquote-intake-'));
const items = ['urn:example:lipitor', ...Array.from({ length: ITEMS - 1 }, (_, i) => `urn:example:item-${i + 1}`)];
const sides: Side[] = [];
let world: World;
let load: ChildProcess;

beforeAll(async () => {
  world = await World.start(() => 0);
  for (const [i, id] of items.entries())
    if (i > 0)
      await world.publisher.add({
        id,
        canonicalUrl: `${world.publisher.origin}/item-${i}`,
        status: { uri: world.publisher.statusUri, idx: i + 100 },
        iat: world.publisher.iat,
        exp: world.publisher.iat + 86_400 * 365,
      });
  load = fork(here('load.mjs'));
  sides.push(await startRelay(), await startBare());
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

async function startRelay(): Promise<Side> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const bin = fileURLToPath(new URL('../../../packages/community/bin.js', import.meta.url));
  const args = [bin, 'serve', '--config', here('community.config.mjs'), '--port', String(port)];
  const child = start(args, { ORIGIN: origin, PUBLISHER: world.publisher.origin, DATA_DIR: join(root, 'relay') });
  await once(child.stdout ?? child, 'data');
  for (let held = 0; held < ITEMS;) {
    await wait(50);
    const index = (await (await fetch(`${origin}/pq/`)).json()) as { publishers: { versions: number }[] };
    held = index.publishers[0]?.versions ?? 0;
  }
  return { name: 'relay', port, process: child, perSecond: [], accepted: 0 };
}

async function startBare(): Promise<Side> {
  const port = await freePort();
  const child = start([here('bare-server.mjs'), root, String(port)], {});
  await once(child.stdout ?? child, 'data');
  return { name: 'bare loop', port, process: child, perSecond: [], accepted: 0 };
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
