import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, inject } from 'vitest';
import type { CollectorInput } from '../../packages/collector/src/config.js';
import { parseSettings } from '../../packages/collector/src/config.js';
import type { Store } from '../../packages/collector/src/store/store.js';
import { dropStore, everythingIn } from '../support/servers/whole-store.js';
import type {} from '../support/servers/setup.js';

export type Kept = Pick<CollectorInput, 'dataFile' | 'store'>;

/** The one place that chooses what the collector's tests keep things in: a file, or servers where the project has started some. */
const servers = inject('servers') as ReturnType<typeof inject<'servers'>> | undefined;
export const embedded = servers === undefined;

const made: { readonly log: string; readonly analytics: string; readonly name: string }[] = [];
afterAll(async () => {
  for (const one of made.splice(0)) await dropStore(one);
});

/** Settings of a store of its own; `folder` is for the file, where it is one. */
export function keptIn(folder: string): Kept {
  if (!servers) return { dataFile: join(folder, 'collector.sqlite') };
  const store = { ...servers, name: `t${randomBytes(8).toString('hex')}`, logBytes: 32 * 1024 ** 2 };
  made.push(store);
  return { store };
}

/** Those settings with every default. */
export function keptSettings(kept: Kept) {
  return parseSettings({ ...kept, publishers: [{ origin: 'https://publisher.example', name: 'Parke-Davis' }] });
}

/** How many of something a store holds, told by another connection than the collector's own where it is a file. */
export async function rowsIn(
  { dataFile }: Kept,
  { log, webhooks, counters }: Store,
  what: 'events' | 'deliveries' | 'count_days',
): Promise<number> {
  if (dataFile !== undefined) {
    const db = new DatabaseSync(dataFile, { readOnly: true });
    try {
      return Number(db.prepare(`SELECT count(*) AS n FROM ${what}`).get()?.['n']);
    } finally {
      db.close();
    }
  }
  const publisher = 'https://publisher.example';
  switch (what) {
    case 'events':
      return (await log.read(publisher, undefined, 10_000)).length;
    case 'deliveries':
      return (await webhooks.deliveries({ limit: 10_000 })).length;
    case 'count_days':
      return (await counters.days(publisher)).length;
  }
}

/** Every byte that a store has written, for tests that look for what must not be there. */
export async function bytesIn({ dataFile, store }: Kept): Promise<string> {
  if (dataFile !== undefined) return ['', '-wal'].map((end) => readFileSync(dataFile + end, 'latin1')).join('');
  if (typeof store !== 'object') throw new Error('This store is neither a file nor servers.');
  return everythingIn({ name: 'pullquote', ...store });
}
