import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import type { Log } from '../../../log.js';
import type { ClickHouse } from '../analytics/clickhouse.js';
import { decodeEntry } from './entry.js';
import { storeEntries } from './store-entries.js';
import type { LogStream } from './stream.js';

/** Events of one insert, about. */
const MOST_EVENTS = 20_000;
/** Each insert makes files that ClickHouse has to merge: so many in a second, and no more. */
const PAUSE_MS = 40;
/** After a failure: ClickHouse starts anew, or a NATS node is elected. */
const AGAIN_MS = 500;
const MOST_MESSAGES = 200;

/**
 * Takes a publisher's log over into ClickHouse: insert, count, then acknowledge. Whatever is cut short in between is delivered again,
 * to this collector or another one, and does no harm the second time.
 */
export class TakeOver {
  #messages: ConsumerMessages | undefined;
  #queue: JsMsg[] = [];
  #wake: () => void = () => undefined;
  #stopped = false;
  readonly #done: Promise<void>;
  #said: string | undefined;

  constructor(
    private readonly stream: LogStream,
    private readonly sql: ClickHouse,
    private readonly log: Pick<Log, 'error'> | undefined,
  ) {
    this.#done = Promise.all([this.#receive(), this.#store()]).then(() => undefined);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#messages?.close();
    await this.#done;
    for (const message of this.#queue.splice(0)) message.nak();
  }

  async #receive(): Promise<void> {
    while (!this.#stopped) {
      try {
        const consumer = await this.stream.consumer();
        if (this.#stopped) return;
        this.#messages = await consumer.consume({
          max_messages: MOST_MESSAGES,
          expires: 5_000,
          abort_on_missing_resource: true,
        });
        // Stopped while it was on its way here.
        if (this.#stopped) return void (await this.#messages.close());
        for await (const message of this.#messages) {
          this.#queue.push(message);
          this.#wake();
          // What does not fit into memory waits at the server.
          while (this.#queue.length >= MOST_MESSAGES && !this.#stopped) await sleep(AGAIN_MS / 10);
        }
      } catch (error) {
        this.#failed(error);
      }
      if (!this.#stopped) await sleep(AGAIN_MS);
    }
  }

  async #store(): Promise<void> {
    while (!this.#stopped) {
      const messages = this.#some();
      if (messages.length === 0) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        continue;
      }
      await this.#keepTrying(messages);
      await sleep(PAUSE_MS);
    }
  }

  /**
   * Until ClickHouse takes them. Where only this collector cannot reach it, the server gives them to another one once their time is up.
   */
  async #keepTrying(messages: readonly JsMsg[]): Promise<void> {
    const entries = messages.map(({ seq, data }) => ({ place: seq, entry: decodeEntry(data) }));
    while (!this.#stopped) {
      try {
        await storeEntries(this.sql, entries);
        for (const message of messages) message.ack();
        this.#said = undefined;
        return;
      } catch (error) {
        this.#failed(error);
        await sleep(AGAIN_MS);
      }
    }
    for (const message of messages) message.nak();
  }

  #some(): JsMsg[] {
    let [n, bytes] = [0, 0];
    for (const { data } of this.#queue) {
      bytes += data.length;
      // An id and its share of the rest are some thirty bytes of a message.
      if (n > 0 && bytes > MOST_EVENTS * 30) break;
      n += 1;
    }
    return this.#queue.splice(0, n);
  }

  #failed(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (this.#stopped || message === this.#said) return;
    this.#said = message;
    this.log?.error({ name: 'store', frames: [] }, `Events wait in the log: ${message}`);
  }
}
