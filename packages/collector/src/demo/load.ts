import { dayOf } from '@pullquote/events';
import { generateKey, publicKey, thumbprint } from '@pullquote/record';
import { CollectorError } from '../errors.js';
import { judgeBatch } from '../intake/judge-batch.js';
import type { CatalogueItem } from '../store/catalogue.js';
import type { Store } from '../store/store.js';
import { addDays } from '../report/formulas/weeks.js';
import { demoYear, type DemoBatch, type DemoOptions, type DemoYear } from './year.js';

/** Batches on their way into the store at once: enough that many share a transaction, few enough to hold in memory. */
const MOST_WAITING = 96;

export interface LoadProgress {
  readonly events: number;
  readonly of: number;
  /** The day that has been reached. */
  readonly day: string;
}

export interface Loaded {
  readonly year: DemoYear;
  readonly events: number;
}

/**
 * A made-up year into an empty store, by the way that every batch goes: judged, put together by cell, stored in transactions with its
 * counters. Only the signatures are left out: there is nobody to sign.
 * @throws CollectorError `usage` when the publisher has events already
 */
export async function loadDemo(
  store: Store,
  options: DemoOptions,
  clock: () => number,
  say: (progress: LoadProgress) => void = () => undefined,
): Promise<Loaded> {
  const { publisher } = options;
  if ((await store.log.read(publisher, undefined, 1)).length > 0)
    throw new CollectorError(
      'usage',
      'The store holds events of this publisher already. Made-up figures need a store of their own: name another dataFile or store.',
    );
  const year = demoYear(options);
  await prepare(store, year, publisher, dayOf(clock()));

  const today = dayOf(clock());
  let events = 0;
  const waiting: Promise<void>[] = [];
  let said = year.from;
  for (const batch of year.batches()) {
    waiting.push(add(store, batch, publisher, today, year.to).then((n) => void (events += n)));
    // The oldest of many is waited for, so that the next ones are made while the others are stored.
    if (waiting.length > MOST_WAITING) await waiting.shift();
    if (batch.day === said) continue;
    said = batch.day;
    say({ events, of: options.events, day: batch.day });
  }
  await Promise.all(waiting);
  await store.keeping.settled();
  say({ events, of: options.events, day: year.to });
  return { year, events };
}

async function add(
  store: Store,
  { community, events }: DemoBatch,
  publisher: string,
  today: string,
  lastDay: string,
): Promise<number> {
  const { batch, refused } = judgeBatch(events, { community: community.id, lastDay });
  const stored = await store.intake.add({ ...batch, publisher, community: community.id, refused: {}, today });
  const lost = refused.length + stored.refused.length + stored.duplicates;
  if (lost > 0) throw new CollectorError('store', `${lost} made-up events were refused: ${refused[0]?.detail ?? ''}`);
  return stored.accepted;
}

/** Whom the publisher trusts, what it has published, when its campaigns were, and what was refused. */
async function prepare(store: Store, year: DemoYear, publisher: string, today: string): Promise<void> {
  for (const { id, name, country, funding, joined = 0 } of year.communities) {
    const key = publicKey(await generateKey());
    const keys = [{ key, thumbprint: await thumbprint(key) }];
    await store.communities.save({ id, name, country, funding, since: addDays(year.from, joined), keys }, []);
  }
  for (const [i, { name, kind, from, to, item }] of year.windows.entries())
    await store.campaigns.save(publisher, {
      id: `demo-${String(i + 1).padStart(2, '0')}`,
      name,
      kind,
      firstDay: from,
      lastDay: to,
      ...(item === undefined ? {} : { item }),
    });
  await store.catalogue.save(publisher, catalogueOf(year), today);
  for (const { day, community, code, n } of year.refusals)
    await store.refusals.add({ day, community, code, n, publisher: community === 'unknown' ? 'unknown' : publisher });
}

function catalogueOf({ from, items, recall }: DemoYear): CatalogueItem[] {
  return items.flatMap(({ urn, title, published, renewed, withdrawn }) => {
    const first: CatalogueItem = {
      item: urn,
      version: 1,
      title,
      since: addDays(from, published),
      ...(withdrawn === undefined
        ? {}
        : {
            recall: {
              iat: recall.iat,
              day: recall.day,
              reason: 'The chart gives a starting dose that is too high for patients over 75.',
            },
          }),
    };
    return renewed === undefined ? [first] : [first, { item: urn, version: 2, title, since: addDays(from, renewed) }];
  });
}
