import type { Counting } from '@pullquote/events/browser';
import type { CountSetting } from '@pullquote/record/reader';
import { connected } from '../connect.js';
import { host } from '../source/host.js';

// Whatever is counted is told by way of this.
export { tellFact } from './tell-fact.js';

let started: Promise<Counting | undefined> | undefined;
let startedFor: string | undefined;

/** How long a share waits for counting, in milliseconds: a blocker may let a request hang instead of refusing it. */
const PATIENCE = 2_000;

/** Counting on this page, or undefined where nothing is counted, or where that cannot be said soon. */
export function counting(): Promise<Counting | undefined> {
  return Promise.race([countingAtLast(), new Promise<undefined>((done) => setTimeout(done, PATIENCE))]);
}

/** The same, for whoever has time. Its code loads only where something may be counted. */
export function countingAtLast(): Promise<Counting | undefined> {
  const { storage, login } = connected();
  const asked = JSON.stringify([storage, login]);
  if (startedFor !== asked) end();
  startedFor = asked;
  started ??= start().catch(() => {
    started = undefined; // Blocked or unreachable: sharing goes on without it.
    return undefined;
  });
  return started;
}

/**
 * Forgets the ledger and every fact that waits, in this page and in every other one of this browser. A logout awaits it before
 * it leaves the page.
 */
export async function forget(): Promise<void> {
  // Where nothing is counted just now, an earlier page may still have kept something.
  await ((await counting()) ?? (await create('', 'none'))).erase();
}

/** Another login, or another way to keep facts: what waited under the old one is not the new one's to send. */
function end(): void {
  void started?.then((running) => running?.stop());
  started = undefined;
}

async function start(): Promise<Counting | undefined> {
  const place = await host();
  if (place.kind !== 'community' || place.file.direct || place.file.count === 'none') return undefined;
  return create(`${place.base}facts`, place.file.count);
}

async function create(endpoint: string, count: CountSetting): Promise<Counting> {
  const { storage, login } = connected();
  const { createCounting } = await import('@pullquote/events/browser');
  return createCounting({ endpoint, count, storage, login });
}
