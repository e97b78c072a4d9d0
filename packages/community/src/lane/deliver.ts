import { BATCH_TYPE, SIGNATURE_HEADER } from '@pullquote/events';
import { readCapped } from '../http/read-capped.js';
import type { Settings } from '../config.js';
import { isPrivateAddress } from '../net/public-fetch.js';
import type { Publishers } from '../store/publishers.js';
import type { Refusals } from '../store/refusals.js';
import { retryDelay } from './backoff.js';
import type { Outbox, OutboxBatch, OutboxEntry } from './outbox.js';
import { problemCode, refusedEvents } from './collector-answer.js';

const TIMEOUT_MS = 10_000;
const ANSWER_LIMIT = 65_536;

/** `due`: what the backoff allows; `waiting`: all that isn't refused; `all`: the refused ones once more, too. */
export type Which = 'due' | 'waiting' | 'all';
export interface DeliveryReport {
  /** Events that collectors took in this round. */
  readonly delivered: number;
  /** What is still here, and why. */
  readonly outbox: readonly OutboxEntry[];
}

/** Takes the outbox to the publishers' collectors. */
export class Courier {
  constructor(
    private readonly settings: Settings,
    private readonly publishers: Publishers,
    private readonly outbox: Outbox,
    private readonly refusals: Refusals,
    private readonly signal: AbortSignal,
  ) {}

  async deliver(which: Which): Promise<DeliveryReport> {
    let delivered = 0;
    for (const entry of this.outbox.list()) {
      if (!this.#isMeant(entry, which)) continue;
      const batch = this.outbox.batch(entry.id);
      if (batch && !this.signal.aborted) delivered += await this.#send(batch);
    }
    return { delivered, outbox: this.outbox.list() };
  }

  #isMeant({ state, next_at }: OutboxEntry, which: Which): boolean {
    switch (which) {
      case 'due':
        return state === 'waiting' && next_at <= this.settings.clock.now();
      case 'waiting':
        return state === 'waiting';
      case 'all':
        return true;
    }
  }

  /** @returns how many events the collector took */
  async #send(batch: OutboxBatch): Promise<number> {
    const url = this.publishers.pin(batch.publisher)?.events;
    if (url === undefined) {
      this.#refuse(batch, 'The publisher is not listed any more, or takes no events.');
      return 0;
    }
    let response: Response;
    let answer: string;
    try {
      response = await this.settings.fetch(url, {
        method: 'POST',
        headers: {
          'content-type': BATCH_TYPE,
          [SIGNATURE_HEADER]: batch.signature,
          'user-agent': 'pullquote',
          accept: 'application/json',
        },
        body: batch.body,
        redirect: 'manual',
        credentials: 'omit',
        signal: AbortSignal.any([this.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      answer = new TextDecoder().decode((await readCapped(response, ANSWER_LIMIT)) ?? new Uint8Array());
    } catch (error) {
      // Not tried again by itself: a name that leads into the community's own network is for a person to look at.
      if (isPrivateAddress(error)) this.#refuse(batch, 'The collector’s address is not on the public internet.');
      else if (!this.signal.aborted) this.#postpone(batch, 'The collector could not be reached.', null);
      return 0;
    }
    return this.#settle(batch, response, answer);
  }

  #settle(batch: OutboxBatch, response: Response, answer: string): number {
    const { status, headers } = response;
    if (status === 202) {
      const refused = refusedEvents(answer, batch.events);
      this.outbox.done(batch, refused.indexes);
      this.refusals.count('collector-refused', refused.indexes.size);
      if (refused.indexes.size > 0)
        this.settings.log.warn({ publisher: batch.publisher, day: batch.day, codes: refused.codes }, 'events refused');
      return batch.events - refused.indexes.size;
    }
    const final = status >= 400 && status < 500 && status !== 408 && status !== 429;
    const code = problemCode(answer);
    if (final) this.#refuse(batch, `The collector answered ${status}${code === undefined ? '' : ` (${code})`}.`);
    else this.#postpone(batch, `The collector answered ${status}; 202 was expected.`, headers.get('retry-after'));
    return 0;
  }

  #postpone(batch: OutboxBatch, reason: string, retryAfter: string | null): void {
    const now = this.settings.clock.now();
    this.outbox.postpone(batch.id, now + retryDelay(batch.attempts, retryAfter, now), reason);
  }

  #refuse(batch: OutboxBatch, reason: string): void {
    this.outbox.refuse(batch.id, reason);
    this.refusals.count('batch-refused', batch.events);
    this.settings.log.warn({ publisher: batch.publisher, day: batch.day, reason }, 'batch refused');
  }
}
