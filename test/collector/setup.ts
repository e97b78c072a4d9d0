import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCollector, type Collector, type CollectorConfig, type Report } from '@pullquote/collector';
import { BATCH_TYPE, SIGNATURE_HEADER, signBatch, type PublicEvent, type PullquoteEvent } from '@pullquote/events';
import { generateKey, publicKey, thumbprint, type CommunityFile, type PrivateKey } from '@pullquote/record';
import { afterEach } from 'vitest';
import { bytesIn, keptIn, rowsIn } from './stores.js';

export const PUBLISHER = 'https://publisher.example';
export const OTHER_PUBLISHER = 'https://other-publisher.example';
export const COMMUNITY = 'https://grand-round.example';
export const OTHER_COMMUNITY = 'https://ward-talk.example';
export const ITEM = 'urn:pullquote:publisher.example:interactions';
/** Noon on 22 November 2026. */
export const NOW = Date.UTC(2026, 10, 22, 12);

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pullquote-collector-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Bench {
  readonly collector: Collector;
  /** Of an embedded store. */
  readonly dataFile: string;
  readonly key: PrivateKey;
  report(publisher?: string): Promise<Report>;
  /** How many of something are stored, read by a second connection: what is committed. */
  rows(what: 'events' | 'deliveries' | 'count_days'): Promise<number>;
  /** All that the store holds, as it stands on disk or in the servers. */
  bytes(): Promise<string>;
}

/** A real collector on a real file, which trusts one community unless told otherwise. */
export async function bench(config: Partial<CollectorConfig> = {}, { trusting = true } = {}): Promise<Bench> {
  const kept = keptIn(tempFolder());
  const collector = await createCollector({
    ...kept,
    publishers: [{ origin: PUBLISHER, name: 'Parke-Davis' }],
    clock: () => NOW,
    // What goes through the thread is tested in store/ and over sockets; a thread for each of hundreds of benches takes minutes.
    writing: 'here',
    // The tests of access and tenancy are the ones with keys.
    access: 'open',
    ...config,
  });
  cleanups.push(() => collector.close());
  const key = await generateKey();
  if (trusting) await trust(collector, await descriptor(COMMUNITY, [key]));
  return {
    collector,
    dataFile: kept.dataFile ?? '',
    key,
    report: async (publisher = PUBLISHER) => {
      await collector.store.keeping.settled();
      const url = `http://127.0.0.1/v1/report.json?publisher=${encodeURIComponent(publisher)}`;
      return (await (await collector.fetch(new Request(url))).json()) as Report;
    },
    rows: (what) => rowsIn(kept, collector.store, what),
    bytes: () => bytesIn(kept),
  };
}

export async function descriptor(
  id: string,
  keys: readonly PrivateKey[],
  more: Partial<CommunityFile> = {},
): Promise<CommunityFile> {
  return {
    schema: 'pullquote-community/1',
    id,
    name: 'Grand Round',
    country: 'US',
    funding: 'Paid for by its members.',
    jwks: { keys: keys.map((key) => publicKey(key)) },
    count: 'shares',
    publishers: [],
    ...more,
  };
}

export async function trust(collector: Collector, file: CommunityFile): Promise<void> {
  await collector.trust.add(file, await Promise.all(file.jwks.keys.map((key) => thumbprint(key))));
}

let made = 0;
/** A public event with an id of its own. */
export function event(
  data: Partial<PublicEvent['data']> = {},
  more: Partial<Omit<PublicEvent, 'data'>> = {},
): PublicEvent {
  made += 1;
  return {
    specversion: '1.0',
    id: `e${String(made).padStart(20, '0')}`,
    source: COMMUNITY,
    type: 'org.pullquote.shared.v1',
    datacontenttype: 'application/json',
    subject: ITEM,
    data: { version: 1, country: 'US', depth: 1, day: '2026-11-21', ...data },
    ...more,
  };
}

export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: {
    readonly accepted?: number;
    readonly duplicates?: number;
    readonly refused?: readonly { index: number; code: string; detail: string }[];
    readonly code?: string;
    readonly detail?: string;
    readonly status?: number;
  };
}

/** Signs values as a batch, whatever they are, and posts them. */
export async function send(
  collector: Collector,
  events: readonly unknown[],
  key: PrivateKey,
  publisher = PUBLISHER,
): Promise<Answer> {
  const { body, signature } = await signBatch(events as PullquoteEvent[], key, publisher);
  return post(collector, body, { [SIGNATURE_HEADER]: signature });
}

export async function post(
  collector: Collector,
  body: BodyInit,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const request = new Request('http://127.0.0.1/v1/events', {
    method: 'POST',
    headers: { 'content-type': BATCH_TYPE, ...headers },
    body,
  });
  const response = await collector.fetch(request);
  // Where the store counts a moment later than it acknowledges, the tests look once it has.
  await collector.store.keeping.settled().catch(() => undefined);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: (await response.json()) as Answer['body'],
  };
}
