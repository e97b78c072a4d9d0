import { createCommunity } from '@pullquote/community';
import { nanoid } from 'nanoid';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startWorld } from '../../relay/servers.js';
import type { Bytes, WeekClose } from '../points.js';
import { undisturbed } from './undisturbed.js';

const CELLS = 14;
const KINDS = ['viewed', 'label-expanded', 'pi-opened', 'source-opened', 'citation-opened', 'copied', 'saved'];
const DOCTORS = [4_000, 32_000];

export interface Week extends WeekClose {
  readonly bytes: Pick<Bytes, 'seenId' | 'crowdRow'>;
}

/** A relay in this process, without sockets: weeks of doctors who each stand in fourteen cells, and post once; then the week is closed. */
export async function measureWeek(root: string): Promise<Week> {
  const { world, items } = await startWorld();
  world.unruly = false;
  const origin = 'http://127.0.0.1:1';
  const dataDir = join(root, 'week');
  const community = await createCommunity({
    origin,
    name: 'Grand Round',
    country: 'US',
    readers: 'verified-hcp',
    dataDir,
    publishers: [{ origin: world.publisher.origin, name: 'Example Pharma' }],
    count: 'all',
    demo: true,
    compose: '/new',
    member: (request) => ({ id: request.headers.get('x-doctor') ?? '', hcp: true }),
  });
  const send = async (doctor: number): Promise<void> => {
    const facts = Array.from({ length: CELLS + 1 }, (_, i) => ({
      id: nanoid(),
      item: items[(doctor + Math.floor(i / KINDS.length)) % items.length],
      version: 1,
      ...(i === CELLS ? { fact: 'shared', depth: 1 } : { fact: KINDS[i % KINDS.length] }),
    }));
    const headers = {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      origin,
      'x-doctor': `doctor-${doctor}`,
    };
    const body = JSON.stringify(facts);
    const answer = await community.fetch(new Request(`${origin}/pq/facts`, { method: 'POST', headers, body }));
    const { accepted } = (await answer.json()) as { accepted: number };
    if (accepted !== facts.length)
      throw new Error(`${answer.status}: ${accepted} of ${facts.length} facts were taken.`);
  };
  try {
    await community.refresh();
    const closes = [];
    let release = { events: 0, ms: 0 };
    let bytes = { seenId: 0, crowdRow: 0 };
    for (const doctors of DOCTORS) {
      for (let i = 0; i < doctors; i += 64)
        await Promise.all(Array.from({ length: Math.min(64, doctors - i) }, (_, j) => send(i + j)));
      bytes = rowBytes(join(dataDir, 'community.sqlite'));
      release = await timed(doctors, async () => void (await community.closeDay()));
      let [factMs, standstillMs] = [0, 0];
      const { ms } = await timed(doctors, async () => {
        const beat = new Heartbeat();
        const began = performance.now();
        const closing = community.closeWeek();
        await send(0);
        factMs = performance.now() - began;
        await closing;
        standstillMs = beat.stop();
      });
      closes.push({ rows: doctors * CELLS, ms, factMs, standstillMs });
    }
    return { closes, release, bytes };
  } finally {
    await community.close();
    await world.stop();
  }
}

/** Looks once in every turn of the event loop how long the turn before took. */
class Heartbeat {
  #last = performance.now();
  #longest = 0;
  #next = setImmediate(() => this.#beat());

  /** @returns the longest turn, in milliseconds */
  stop(): number {
    clearImmediate(this.#next);
    return this.#longest;
  }

  #beat(): void {
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - this.#last);
    this.#last = now;
    this.#next = setImmediate(() => this.#beat());
  }
}

/** What a row takes in the file, by SQLite's own account of its pages. */
function rowBytes(file: string): Week['bytes'] {
  const db = new DatabaseSync(file, { readOnly: true });
  const each = (table: string) => {
    const pages = db.prepare('SELECT sum(pgsize) AS bytes FROM dbstat WHERE name = ?').get(table);
    return Number(pages?.['bytes']) / Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);
  };
  try {
    return { seenId: each('seen_sorted'), crowdRow: each('crowd_doctor') };
  } finally {
    db.close();
  }
}

async function timed(events: number, work: () => Promise<void>): Promise<{ events: number; ms: number }> {
  const started = performance.now();
  await undisturbed([process.pid], work);
  return { events, ms: performance.now() - started };
}
