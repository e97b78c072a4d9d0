import { DatabaseSync } from 'node:sqlite';
import { generateKey, publicKey, thumbprint } from '@pullquote/record';
import type { Hono } from 'hono';
import { createApp } from '../../../packages/collector/src/app.js';
import type { CollectorEnv } from '../../../packages/collector/src/access/caller.js';
import { makeAccessKey } from '../../../packages/collector/src/access/access-key.js';
import { parseSettings } from '../../../packages/collector/src/config.js';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/sqlite-store.js';
import { createTrustStore } from '../../../packages/collector/src/trust/store.js';
import { makeRequest, type FuzzWorld } from './collector-requests.js';
import { Random } from './random.js';

const NOON = Date.UTC(2026, 10, 22, 12);
const PUBLISHERS = ['https://publisher.example', 'https://other-publisher.example'];
const ORIGIN = 'https://collector.publisher.example';
const COMMUNITY = 'https://grand-round.example';

export interface FuzzResult {
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Method and address of whatever was answered with 5xx, threw, or lacked the headers of every answer. */
  readonly failures: readonly string[];
  /** How often each route was asked. */
  readonly asked: Readonly<Record<string, number>>;
  /** What the collector wrote into its log. */
  readonly log: readonly string[];
  /** Rows of each table at the end. */
  readonly rows: Readonly<Record<string, number>>;
  /** Bytes of heap in use after a collection, at the half and at the end; empty where the process may not collect. */
  readonly heap: readonly number[];
  readonly accepted: number;
}

/** Sends so many changed requests to every route of a collector, without sockets, and says what came of it. */
export async function fuzzCollector(
  dataFile: string,
  { seed, requests }: { seed: number; requests: number },
): Promise<FuzzResult> {
  const settings = parseSettings({
    ...{ dataFile, origin: ORIGIN, metrics: { token: 'a-token-of-the-metrics' } },
    publishers: PUBLISHERS.map((origin) => ({ origin, name: 'House' })),
    limits: { perKey: 1_000_000, perAddress: 1_000_000, wrongKeys: 1_000 },
  });
  const store = await openSqliteStore({ file: dataFile, writing: 'here' });
  const trust = createTrustStore(store.communities, () => NOON);
  const log: string[] = [];
  const { app, keys } = createApp({
    ...{ settings, store, trust, clock: () => NOON },
    log: { error: (fields, message) => log.push(JSON.stringify([fields, message])) },
  });
  try {
    const community = await generateKey();
    await trust.add(
      {
        ...{ schema: 'pullquote-community/1', id: COMMUNITY, name: 'Grand Round', country: 'US', count: 'shares' },
        ...{ publishers: [], jwks: { keys: [publicKey(community)] } },
      },
      [await thumbprint(community)],
    );
    const texts: string[] = [];
    for (const publisher of PUBLISHERS)
      for (const scope of ['read', 'admin'] as const)
        texts.push((await keys.add({ publisher, scope, name: scope })).text);
    const revoked = await keys.add({ publisher: PUBLISHERS[0] ?? '', scope: 'admin', name: 'revoked' });
    await keys.revoke(revoked.key.id);
    const cookies = await Promise.all(texts.map((key) => signIn(app, key)));
    let made = 0;
    const world: FuzzWorld = {
      ...{ origin: ORIGIN, publishers: PUBLISHERS, cookies, community, token: 'a-token-of-the-metrics' },
      routes: [
        ...new Set(app.routes.filter(({ path }) => path !== '/*').map(({ method, path }) => `${method} ${path}`)),
      ],
      keys: [...texts, revoked.text, makeAccessKey().text, 'pqc_short'],
      events: () => Array.from({ length: 3 }, () => eventOf((made += 1))),
    };
    return { ...(await drive(app, world, new Random(seed), requests)), log, rows: rowsOf(dataFile) };
  } finally {
    await store.close();
  }
}

async function drive(app: Hono<CollectorEnv>, world: FuzzWorld, random: Random, requests: number) {
  const statuses: Record<string, number> = {};
  const asked: Record<string, number> = {};
  const failures: string[] = [];
  const heap: number[] = [];
  let accepted = 0;
  for (let i = 0; i < requests; i += 1) {
    if (i === Math.floor(requests / 2)) measure(heap);
    const { method, url, headers, body, address } = await makeRequest(world, random);
    const { pathname } = new URL(url);
    asked[`${method} ${pathname}`] = (asked[`${method} ${pathname}`] ?? 0) + 1;
    const request = new Request(url, { method, headers, ...(body === undefined ? {} : { body }) });
    try {
      const answer = await app.fetch(request, { address });
      const text = await answer.text();
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status >= 500) failures.push(`${answer.status} ${method} ${url} ${text.slice(0, 200)}`);
      if (!answer.headers.has('content-security-policy')) failures.push(`no headers: ${method} ${url}`);
      if (answer.status === 202) accepted += (JSON.parse(text) as { accepted: number }).accepted;
      const type = answer.headers.get('content-type') ?? '';
      // The feed is a JSON text on each line.
      const texts = type.includes('ndjson') ? text.split('\n') : [text];
      if (type.includes('json') && method !== 'HEAD') for (const one of texts) if (one !== '') JSON.parse(one);
    } catch (error) {
      failures.push(`threw: ${method} ${url} ${String(error)}`);
    }
  }
  measure(heap);
  return { statuses, asked: onlyRoutes(asked, world.routes), failures, heap, accepted };
}

function onlyRoutes(asked: Record<string, number>, routes: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    routes.filter((route) => !/[:*]/.test(route)).map((route) => [route, asked[route.replace('ALL', 'PUT')] ?? 0]),
  );
}

function measure(heap: number[]): void {
  if (typeof globalThis.gc !== 'function') return;
  globalThis.gc();
  heap.push(process.memoryUsage().heapUsed);
}

function rowsOf(dataFile: string): Record<string, number> {
  const db = new DatabaseSync(dataFile, { readOnly: true });
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    return Object.fromEntries(
      tables.map(({ name }) => [
        String(name),
        Number(db.prepare(`SELECT count(*) AS n FROM "${String(name)}"`).get()?.['n']),
      ]),
    );
  } finally {
    db.close();
  }
}

async function signIn(app: Hono<CollectorEnv>, key: string): Promise<string> {
  const answer = await app.fetch(
    new Request(`${ORIGIN}/sign-in`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ key }),
    }),
    { address: '192.0.2.1' },
  );
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

function eventOf(n: number) {
  return {
    ...{
      specversion: '1.0',
      id: `f${String(n).padStart(20, '0')}`,
      source: COMMUNITY,
      type: 'org.pullquote.shared.v1',
    },
    ...{ datacontenttype: 'application/json', subject: 'urn:pullquote:publisher.example:a' },
    data: { version: 1, country: 'US', depth: 1, day: '2026-11-21' },
  };
}
