import type { Fact } from '../fact.js';
import { detailOf, readAnswer } from './answer.js';
import type { Ledger } from './ledger.js';
import { bytesOf, type Queue } from './queue.js';
import { backoff, retryAfter } from './retry.js';

/** A request that hangs is given up after this, and repeated: the server knows the ids. */
const PATIENCE_MS = 30_000;
/**
 * Bytes that may be on their way so that they outlive the page. Browsers take 64 KiB for a whole page (Fetch, section 4.6) and
 * refuse what is beyond: a quarter is left to the host.
 */
const KEEPALIVE_BYTES = 49_152;

export interface SenderOptions {
  readonly endpoint: string;
  readonly queue: Queue;
  readonly ledger: Ledger;
  /** Asked before anything leaves; no to the end of this page's login. */
  readonly mayCount: () => boolean;
  readonly fetch: typeof fetch;
  /** In [0, 1). */
  readonly random: () => number;
  /** Milliseconds since 1970; only for a Retry-After that is a date. */
  readonly now: () => number;
}

/** Brings facts from the queue to the community's own server, and the server's answers to the ledger. */
export class Sender {
  readonly #options: SenderOptions;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  /** The server itself asked to be left alone until the timer ends. */
  #askedToWait = false;
  #stopped = false;
  #onTheWay = 0;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** Sends soon, unless it is already sending or waiting for its next try. */
  start(): void {
    if (this.#timer === undefined && !this.#running) this.#wait(0);
  }

  /** Sends now what may be sent now. Resolves when the queue is empty or a try has failed; never rejects. */
  flush(): Promise<void> {
    if (this.#stopped || this.#askedToWait) return this.#running ?? Promise.resolve();
    this.#clearTimer();
    return (this.#running ??= this.#run().finally(() => (this.#running = undefined)));
  }

  /** The page is being left: what waits goes out beside what is already on its way, as much as may outlive the page. */
  leave(): void {
    if (this.#stopped || this.#askedToWait || !this.#options.mayCount()) return;
    this.#clearTimer();
    // All are taken out before the first is tried: where a request throws at once, its batch is back in the queue at once.
    const batches: Fact[][] = [];
    let room = KEEPALIVE_BYTES - this.#onTheWay;
    while (room > 0 && this.#options.queue.size > 0) {
      const batch = this.#options.queue.take();
      room -= bytesOf(batch);
      batches.push(batch);
    }
    const last = room < 0 ? batches.pop() : undefined;
    if (last) this.#options.queue.putBack(last);
    void Promise.all(batches.map((batch) => this.#post(batch))).then(
      () => this.#options.queue.size > 0 && this.start(),
    );
  }

  /** Nothing is sent any more; what is on its way still arrives. */
  stop(): void {
    this.#stopped = true;
    this.#clearTimer();
  }

  async #run(): Promise<void> {
    while (!this.#stopped && this.#options.queue.size > 0 && this.#options.mayCount()) {
      if (!(await this.#post(this.#options.queue.take()))) return;
    }
  }

  /** → false when the batch went back to the queue. */
  async #post(facts: readonly Fact[]): Promise<boolean> {
    if (facts.length === 0) return true; // All of them had become too old.
    const { endpoint, ledger, fetch } = this.#options;
    const bytes = bytesOf(facts);
    ledger.mark(facts, 'sending');
    this.#onTheWay += bytes;
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(facts),
        keepalive: this.#onTheWay <= KEEPALIVE_BYTES,
        credentials: 'same-origin',
        // Never to another origin, not by a redirect either; and the server need not learn which thread the page shows.
        mode: 'same-origin',
        redirect: 'error',
        referrerPolicy: 'origin',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return await this.#heard(response, facts);
    } catch {
      return this.#failed(facts);
    } finally {
      this.#onTheWay -= bytes;
    }
  }

  async #heard(response: Response, facts: readonly Fact[]): Promise<boolean> {
    const { ledger, queue, now } = this.#options;
    const { status } = response;
    if (status === 408 || status === 429 || status >= 500)
      return this.#failed(facts, retryAfter(response.headers, now));
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) {
      ledger.mark(facts, 'refused', `${status}: ${detailOf(body)}`);
    } else {
      const answer = readAnswer(body, facts);
      if (!answer) return this.#failed(facts);
      ledger.mark(answer.stored, 'stored');
      for (const { fact, reason } of answer.refused) ledger.mark([fact], 'refused', reason);
      ledger.mark(answer.open, 'lost', 'The server did not say what became of it.');
    }
    queue.settle(facts);
    this.#failures = 0;
    return true;
  }

  #failed(facts: readonly Fact[], asked?: number): false {
    const { ledger, queue } = this.#options;
    ledger.mark(facts, 'waiting');
    // What was erased while it was on its way is not tried again: by then another member may be signed in.
    queue.putBack(facts.filter(({ id }) => ledger.has(id)));
    // Batches that left side by side fail as one; and no other answer cuts short what the server asked for.
    if (this.#timer === undefined) this.#failures++;
    else if (this.#askedToWait && asked === undefined) return false;
    this.#clearTimer();
    this.#askedToWait = asked !== undefined;
    this.#wait(Math.max(asked ?? 0, backoff(this.#failures, this.#options.random)));
    return false;
  }

  #wait(ms: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#askedToWait = false;
      void this.flush();
    }, ms);
  }

  #clearTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
