import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  type Consumer,
  type JetStreamClient,
  type JetStreamManager,
  type StreamInfo,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { CollectorError } from '../../../errors.js';
import { asked, TRY_MS } from '../connect.js';
import { LOG_CONSUMER, logName, logSubject } from '../names.js';
import { decodeEntry, encodeEntry, type Entry } from './entry.js';

const [WRONG_LAST_SEQUENCE, STREAM_EXISTS, NO_MESSAGE, NO_CONSUMER] = [10_071, 10_058, 10_037, 10_014];
/** The server's words for a stream that has reached its limit come with this code. */
const STREAM_FULL = 10_077;
const NANOS = 1_000_000;
const DUPLICATE_WINDOW_MS = 120_000;
/** A batch that a collector took and did not finish goes to another one. */
export const ACK_WAIT_MS = 15_000;

const CONSUMER = {
  durable_name: LOG_CONSUMER,
  ack_policy: AckPolicy.Explicit,
  ack_wait: ACK_WAIT_MS * NANOS,
  max_ack_pending: 2_000,
};

export interface Nats {
  readonly connection: NatsConnection;
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  readonly replicas: number;
}

export type Appended = { readonly place: number } | 'moved-on' | 'unknown' | 'full';

/** One publisher's log in JetStream: its messages by sequence, and how far they have got into ClickHouse. */
export class LogStream {
  readonly name: string;
  readonly #subject: string;

  constructor(
    private readonly nats: Nats,
    prefix: string,
    readonly publisher: string,
  ) {
    this.name = logName(prefix, publisher);
    this.#subject = logSubject(prefix, publisher);
  }

  /** Makes the stream and its consumer where there are none. */
  prepare(mostBytes: number): Promise<void> {
    return asked(`store.log, ${this.name}`, async () => {
      const { jsm, replicas } = this.nats;
      await unlessThere(() =>
        jsm.streams.add({
          name: this.name,
          description: this.publisher,
          subjects: [this.#subject],
          storage: StorageType.File,
          // Nothing goes before it was taken over: neither by age, nor to make room.
          retention: RetentionPolicy.Limits,
          discard: DiscardPolicy.New,
          max_bytes: mostBytes,
          num_replicas: replicas,
          duplicate_window: DUPLICATE_WINDOW_MS * NANOS,
        }),
      );
      await this.#makeConsumer();
    });
  }

  /** Begins to hand out messages anew, behind a sequence up to which everything is in ClickHouse. */
  handOutAnew(behind: number): Promise<void> {
    return asked(`store.log, ${this.name}`, async () => {
      const { jsm } = this.nats;
      await jsm.consumers.delete(this.name, LOG_CONSUMER).catch(() => undefined);
      await jsm.consumers.add(this.name, {
        ...CONSUMER,
        deliver_policy: DeliverPolicy.StartSequence,
        opt_start_seq: behind + 1,
      });
    });
  }

  info(): Promise<StreamInfo> {
    return asked(`store.log, ${this.name}`, () => this.nats.jsm.streams.info(this.name));
  }

  /** Everything up to this sequence is in ClickHouse. */
  floor(): Promise<number> {
    return asked(`store.log, ${this.name}`, async () => {
      const { ack_floor: floor, config } = await this.nats.jsm.consumers.info(this.name, LOG_CONSUMER);
      // One that began anew says 0 until something behind its beginning is acknowledged.
      return Math.max(floor.stream_seq, (config.opt_start_seq ?? 1) - 1);
    });
  }

  /** @returns undefined where it has been removed */
  read(place: number): Promise<Entry | undefined> {
    return asked(`store.log, ${this.name}`, async () => {
      try {
        const message = await this.nats.jsm.streams.getMessage(this.name, { seq: place });
        return message === null ? undefined : decodeEntry(message.data);
      } catch (error) {
        if (error instanceof JetStreamApiError && error.code === NO_MESSAGE) return undefined;
        throw error;
      }
    });
  }

  /**
   * Appends it if `after` is still the newest sequence.
   * @returns `unknown` when no answer came: it may stand there or not
   */
  async append(entry: Entry, after: number, mark: string): Promise<Appended> {
    try {
      const { seq, duplicate } = await this.nats.js.publish(this.#subject, encodeEntry(entry), {
        msgID: mark,
        timeout: TRY_MS,
        expect: { streamName: this.name, lastSequence: after },
      });
      // Each try has a mark of its own, so this one was never seen before; and it can stand nowhere else. An answer that says so does not
      // say that it is stored: a leader knows marks of messages that it then refused, or lost.
      return duplicate || seq !== after + 1 ? 'unknown' : { place: seq };
    } catch (error) {
      if (!(error instanceof JetStreamApiError)) return 'unknown';
      if (error.code === WRONG_LAST_SEQUENCE) return 'moved-on';
      if (error.code === STREAM_FULL || /maximum (bytes|messages)/.test(error.message)) return 'full';
      throw new CollectorError('store', `store.log, ${this.name}: ${error.message}`);
    }
  }

  /** Removes what lies before a sequence. */
  trim(place: number): Promise<void> {
    return asked(`store.log, ${this.name}`, async () => {
      await this.nats.jsm.streams.purge(this.name, { seq: place });
    });
  }

  /** Asks that another server leads it. The client has no name for this request. @throws CollectorError `store` where there is no other */
  async handOverLead(): Promise<void> {
    const { connection, jsm } = this.nats;
    const subject = `${jsm.getOptions().apiPrefix}.STREAM.LEADER.STEPDOWN.${this.name}`;
    const what = `store.log, ${this.name}`;
    const answer = await asked(what, () => connection.request(subject, '', { timeout: TRY_MS }));
    const { error } = answer.json<{ error?: { description?: string } }>();
    if (error) throw new CollectorError('store', `${what}: ${error.description ?? 'no other server can lead it'}`);
  }

  /** What hands messages out. Where whoever began it anew was lost in between, there is none: it begins with all that stands there. */
  async consumer(): Promise<Consumer> {
    await this.#makeConsumer();
    return this.nats.js.consumers.get(this.name, LOG_CONSUMER);
  }

  async #makeConsumer(): Promise<void> {
    const { jsm } = this.nats;
    try {
      await jsm.consumers.info(this.name, LOG_CONSUMER);
    } catch (error) {
      if (!(error instanceof JetStreamApiError && error.code === NO_CONSUMER)) throw error;
      await jsm.consumers.add(this.name, CONSUMER);
    }
  }
}

async function unlessThere(make: () => Promise<unknown>): Promise<void> {
  try {
    await make();
  } catch (error) {
    // Another version's settings, or a collector that was a moment faster.
    if (!(error instanceof JetStreamApiError && error.code === STREAM_EXISTS)) throw error;
  }
}
