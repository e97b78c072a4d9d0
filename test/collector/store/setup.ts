import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  dayStart,
  type CrowdEvent,
  type PublicEvent,
  type PullquoteEvent,
  type StatusHeldEvent,
} from '@pullquote/events';
import { openStore as openAnyStore } from '../../../packages/collector/src/store/open.js';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/sqlite-store.js';
import type { JudgedBatch, StoredBatch } from '../../../packages/collector/src/store/batch-intake.js';
import type { Store } from '../../../packages/collector/src/store/store.js';
import { judgeBatch } from '../../../packages/collector/src/intake/judge-batch.js';
import { afterEach } from 'vitest';
import { COMMUNITY, ITEM, PUBLISHER, tempFolder } from '../setup.js';
import { keptIn, keptSettings } from '../stores.js';

export const TODAY = '2026-11-22';

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

/** The store that this run of the tests is about. */
export async function newStore(): Promise<Store> {
  const store = await openAnyStore(keptSettings(keptIn(tempFolder())), { writing: 'here' });
  open.push(store);
  return store;
}

/** A file. */
export async function openStore(
  file = join(tempFolder(), 'collector.sqlite'),
  writing: 'thread' | 'here' = 'here',
): Promise<{ store: Store; file: string }> {
  const store = await openSqliteStore({ file, writing });
  open.push(store);
  return { store, file };
}

/** Stores events as if a community had signed them. */
export async function add(
  store: Store,
  events: readonly PullquoteEvent[],
  { publisher = PUBLISHER, community = COMMUNITY, today = TODAY }: Partial<JudgedBatch> = {},
): Promise<StoredBatch> {
  const { batch, refused } = judgeBatch(events, { community, lastDay: today });
  if (refused.length > 0) throw new Error(`Not judged as it should: ${JSON.stringify(refused)}`);
  const stored = await store.intake.add({ ...batch, publisher, community, today, refused: {} });
  await store.keeping.settled();
  return stored;
}

let made = 0;
export const id = (): string => `s${String((made += 1)).padStart(20, '0')}`;

export function post(
  data: Partial<PublicEvent['data']> = {},
  more: Partial<Pick<PublicEvent, 'type' | 'id' | 'subject' | 'source'>> = {},
): PublicEvent {
  return {
    specversion: '1.0',
    id: id(),
    source: COMMUNITY,
    type: 'org.pullquote.shared.v1',
    datacontenttype: 'application/json',
    subject: ITEM,
    data: { version: 1, country: 'US', depth: 1, day: '2026-11-21', ...data },
    ...more,
  };
}

export function crowd(
  data: Partial<CrowdEvent['data']> = {},
  more: Partial<Pick<CrowdEvent, 'id' | 'subject' | 'source'>> = {},
): CrowdEvent {
  return {
    specversion: '1.0',
    id: id(),
    source: COMMUNITY,
    type: 'org.pullquote.crowd.v1',
    datacontenttype: 'application/json',
    subject: ITEM,
    data: { fact: 'viewed', week: '2026-W46', figure: 20, threshold: 15, epsilon: 1, interval: [17, 23], ...data },
    ...more,
  };
}

export const LIST = 'https://publisher.example/.well-known/pullquote-status.jwt';

export function held(
  data: Partial<StatusHeldEvent['data']> = {},
  more: Partial<Pick<StatusHeldEvent, 'id' | 'subject' | 'source'>> = {},
): StatusHeldEvent {
  return {
    specversion: '1.0',
    id: id(),
    source: COMMUNITY,
    type: 'org.pullquote.status-held.v1',
    datacontenttype: 'application/json',
    subject: LIST,
    data: { day: '2026-11-21', iat: dayStart(data.day ?? '2026-11-21') / 1000, ...data },
    ...more,
  };
}

/** What a second connection sees: what is committed. */
export function look<Row>(file: string, sql: string): Row[] {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return db
      .prepare(sql)
      .all()
      .map((row) => ({ ...row })) as Row[];
  } finally {
    db.close();
  }
}
