import type { Hono } from 'hono';
import { afterEach } from 'vitest';
import { createApp } from '../../../packages/collector/src/app.js';
import type { CollectorEnv } from '../../../packages/collector/src/access/caller.js';
import type { Keys } from '../../../packages/collector/src/access/keys.js';
import { parseSettings, type CollectorInput } from '../../../packages/collector/src/config.js';
import { openStore } from '../../../packages/collector/src/store/open.js';
import type { Store } from '../../../packages/collector/src/store/store.js';
import { createTrustStore, type TrustStore } from '../../../packages/collector/src/trust/store.js';
import { OTHER_PUBLISHER, PUBLISHER, tempFolder } from '../setup.js';
import { bytesIn, keptIn } from '../stores.js';

/** Noon on 22 November 2026. */
export const NOON = Date.UTC(2026, 10, 22, 12);
export const ORIGIN = 'https://collector.publisher.example';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

export interface Site {
  readonly app: Hono<CollectorEnv>;
  readonly keys: Keys;
  readonly store: Store;
  readonly trust: TrustStore;
  /** Of an embedded store. */
  readonly dataFile: string;
  /** All that the store holds. */
  bytes(): Promise<string>;
  readonly log: string[];
  pass(ms: number): void;
  /** Asks under the collector's own origin, from one address unless told otherwise. */
  ask(path: string, init?: RequestInit, address?: string): Promise<Response>;
  /** A whole new key of the first publisher. */
  key(more?: { scope?: 'read' | 'admin'; publisher?: string; lastDay?: string; name?: string }): Promise<string>;
  /** Signs in and gives the cookie. */
  signIn(key: string): Promise<string>;
}

/** A collector of two publishers that asks for keys, on a real store. */
export async function site(config: Partial<CollectorInput> = {}): Promise<Site> {
  let now = NOON;
  const clock = () => now;
  const kept = keptIn(tempFolder());
  const settings = parseSettings({
    ...kept,
    publishers: [
      { origin: PUBLISHER, name: 'Parke-Davis' },
      { origin: OTHER_PUBLISHER, name: 'Other House' },
    ],
    origin: ORIGIN,
    ...config,
  });
  const store = await openStore(settings, { writing: 'here' });
  closers.push(() => store.close());
  const trust = createTrustStore(store.communities, clock);
  const log: string[] = [];
  const { app, keys } = createApp({
    ...{ settings, store, trust, clock },
    log: { error: (fields, message) => log.push(JSON.stringify([fields, message])) },
  });
  let changed = true;
  const ask: Site['ask'] = async (path, init, address = '192.0.2.1') => {
    // What was stored before is counted when the first one looks; reading changes nothing.
    if (changed) await store.keeping.settled().catch(() => undefined);
    changed = init?.method !== undefined && init.method !== 'GET';
    return app.fetch(new Request(new URL(path, ORIGIN), { redirect: 'manual', ...init }), { address });
  };
  return {
    ...{ app, keys, store, trust, log, ask },
    dataFile: kept.dataFile ?? '',
    bytes: () => bytesIn(kept),
    pass: (ms) => void (now += ms),
    key: async ({ scope = 'read', publisher = PUBLISHER, name = 'Reports', ...more } = {}) =>
      (await keys.add({ scope, publisher, name, ...more })).text,
    async signIn(key) {
      const answer = await ask('/sign-in', form({ key }));
      const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
      if (answer.status !== 303 || cookie === '') throw new Error(`Not signed in: ${answer.status}`);
      return cookie;
    },
  };
}

/** What a browser sends for a form of our own page. */
export function form(fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', origin: ORIGIN, ...headers },
    body: new URLSearchParams(fields),
  };
}

export const bearer = (key: string, more: Record<string, string> = {}): RequestInit => ({
  headers: { authorization: `Bearer ${key}`, ...more },
});
export const browser = (cookie?: string, more: Record<string, string> = {}): RequestInit => ({
  headers: { accept: 'text/html', ...(cookie === undefined ? {} : { cookie }), ...more },
});
