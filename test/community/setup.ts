import type { PublicEvent } from '@pullquote/events';
import { createCommunity, type Community, type CommunityConfig } from '@pullquote/community';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach } from 'vitest';
import { NOW, TestPublisher, type Item } from './publisher.js';

export const ORIGIN = 'https://forum.example';
export const DOCTOR = 'doctor-4711-secret';
export const COLLECTOR = 'https://collector.example/v1/events';

export interface Sent {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Headers;
  readonly url: string;
}

/** A community with real files, a clock that the test holds, and publishers and a collector behind its `fetch`. */
export class Bench {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'pullquote-community-'));
  readonly publishers: TestPublisher[] = [];
  readonly sent: Sent[] = [];
  readonly logged: { level: string; fields: object; message: string }[] = [];
  clock = { real: NOW, lane: NOW };
  member: CommunityConfig['member'] = () => ({ id: DOCTOR, hcp: true });
  collect: (sent: Sent) => Response | Promise<Response> = () => new Response('{}', { status: 202 });
  community!: Community;

  config(changes: Partial<CommunityConfig> = {}): CommunityConfig {
    const log = (level: string) => (fields: object, message: string) =>
      void this.logged.push({ level, fields, message });
    return {
      origin: ORIGIN,
      name: 'Grand Round',
      country: 'US',
      readers: 'verified-hcp',
      dataDir: this.dataDir,
      publishers: this.publishers.map(({ origin }) => ({ origin, name: 'Example Pharma, as moderators call it' })),
      compose: '/new',
      member: (request) => this.member(request),
      clock: { now: () => this.clock.real, lane: () => this.clock.lane },
      log: { info: log('info'), warn: log('warn'), error: log('error') },
      fetch: (input, init) => this.#fetch(new Request(input, init)),
      ...changes,
    };
  }

  /** Opens it, or closes it and opens it again. */
  async open(changes: Partial<CommunityConfig> = {}): Promise<Community> {
    await this.community?.close();
    this.community = await createCommunity(this.config(changes));
    return this.community;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.community.fetch(new Request(ORIGIN + path, { headers }));
  }

  post(facts: unknown, headers: Record<string, string> = {}, body = JSON.stringify(facts)): Promise<Response> {
    return this.community.fetch(
      new Request(`${ORIGIN}/pq/facts`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', origin: ORIGIN, ...headers },
      }),
    );
  }

  /** A second connection, as someone would look who has the file. */
  rows<Row = Record<string, unknown>>(sql: string): Row[] {
    const db = new DatabaseSync(join(this.dataDir, 'community.sqlite'), { readOnly: true });
    try {
      return db.prepare(sql).all() as Row[];
    } finally {
      db.close();
    }
  }

  refused(): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { code, n } of this.community.report().refusals) sums[code] = (sums[code] ?? 0) + n;
    return sums;
  }

  events(): PublicEvent[] {
    return this.sent.flatMap(({ body }) => JSON.parse(new TextDecoder().decode(body)) as PublicEvent[]);
  }

  async #fetch(request: Request): Promise<Response> {
    const { origin } = new URL(request.url);
    const publisher = this.publishers.find((one) => one.origin === origin);
    if (publisher) return publisher.answer(request);
    if (origin !== new URL(COLLECTOR).origin) throw new TypeError('fetch failed');
    const sent = {
      url: request.url,
      headers: request.headers,
      body: new Uint8Array(await request.arrayBuffer()),
    };
    this.sent.push(sent);
    return this.collect(sent);
  }
}

const benches: Bench[] = [];

/** A bench with one publisher that has published one item, prefetched. */
export async function bench(
  changes: Partial<CommunityConfig> = {},
): Promise<Bench & { item: Item; publisher: TestPublisher }> {
  const made = await emptyBench();
  const publisher = await TestPublisher.create();
  made.publishers.push(publisher);
  const item = await publisher.add();
  await made.open(changes);
  await made.community.refresh();
  return Object.assign(made, { item, publisher });
}

/** A bench that nothing has been done to. */
export async function emptyBench(): Promise<Bench> {
  const made = new Bench();
  benches.push(made);
  return made;
}

afterEach(async () => {
  for (const { community, dataDir } of benches.splice(0)) {
    await community?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

let n = 0;
/** A fact as the browser sends it, with a fresh id. */
export function fact(changes: Record<string, unknown> = {}): Record<string, unknown> {
  n += 1;
  return {
    id: `fact${String(n).padStart(17, '_')}`,
    fact: 'shared',
    item: 'urn:example:lipitor',
    version: 1,
    depth: 1,
    ...changes,
  };
}

/** A fact of the crowd lane, with a fresh id. */
export function crowdFact(code: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return fact({ fact: code, depth: undefined, ...changes });
}
