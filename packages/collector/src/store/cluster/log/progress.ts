import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamInfo } from '@nats-io/jetstream';
import type { Log } from '../../../log.js';
import type { ClickHouse } from '../analytics/clickhouse.js';
import { makeGood, storeStretch } from './make-good.js';
import type { LogStream } from './stream.js';

/** How often what was taken over is removed, as long as there is room. */
const TRIM_MS = 30_000;
/** Longer than it takes until what a lost collector had in its hands comes again. */
const STILL_MS = 20_000;
const SETTLE_MS = 60_000;

/** How far a publisher's log has got into ClickHouse, and what sees to it that all of it does. */
export class Progress {
  #still: { readonly floor: number; readonly at: number } | undefined;
  #trimmedAt = performance.now();

  constructor(
    private readonly stream: LogStream,
    private readonly sql: ClickHouse,
    private readonly keptFrom: () => string,
    private readonly log: Pick<Log, 'error'> | undefined,
  ) {}

  /** Number of the first event that still stands in the log. */
  async oldest(): Promise<number> {
    const { state } = await this.stream.info();
    return (await this.stream.read(state.first_seq))?.first ?? 1;
  }

  /** Number of the last event that is in ClickHouse with all before it. */
  async reached(): Promise<number> {
    for (;;) {
      const floor = await this.stream.floor();
      // Nothing but the first message, which has no events, or what came with it from elsewhere.
      if (floor === 0) return ((await this.stream.read(1))?.first ?? 1) - 1;
      const entry = await this.stream.read(floor);
      if (entry) return entry.first + entry.events - 1;
      // Removed since then: what has been taken over has moved on.
    }
  }

  /** Resolves once everything that stands in the log now is in ClickHouse. @throws CollectorError `store` after a minute without answers */
  async settled(): Promise<void> {
    const { last_seq: end } = await patiently(async () => (await this.stream.info()).state);
    for (let wait = 2; (await patiently(() => this.stream.floor())) < end; wait = Math.min(wait * 2, 250))
      await sleep(wait);
    await patiently(() => this.makeGood());
  }

  /** Stores what ClickHouse should have and has not. @returns the place up to which it has everything */
  async makeGood(): Promise<number> {
    const [floor, { state }] = await Promise.all([this.stream.floor(), this.stream.info()]);
    if (floor < state.first_seq) return floor;
    const again = await makeGood(this.stream, this.sql, { from: state.first_seq, to: floor }, this.keptFrom());
    if (again > 0)
      this.log?.error(
        { name: 'store', frames: [] },
        `${again} messages of the log had been acknowledged without being in store.analytics. They are now.`,
      );
    return floor;
  }

  /**
   * Where nothing that waits has gone forward for long, it is read by its places and stored, and the consumer begins anew behind it. What is
   * handed out comes from a replica of the log: one of NATS 2.9 that had been lost was seen to stay behind, though the cluster called
   * it current, and a consumer that it leads has nothing to give. What is read by its place comes from the leader.
   */
  async unstick({ state }: StreamInfo, mayMend: () => Promise<boolean>): Promise<void> {
    const { first_seq: first, last_seq: end } = state;
    const floor = await this.stream.floor();
    const now = performance.now();
    if (floor >= end || this.#still?.floor !== floor) this.#still = { floor, at: now };
    if (now - this.#still.at < STILL_MS || !(await mayMend())) return;
    await storeStretch(this.stream, this.sql, { from: Math.max(first, floor + 1), to: end });
    await this.stream.handOutAnew(end);
    this.#still = { floor: end, at: now };
    this.log?.error(
      { name: 'store', frames: [] },
      `store.log had stopped to hand out messages. ${end - floor} that waited were read and stored, and it begins anew.`,
    );
  }

  /**
   * Removes what ClickHouse has, now and then, and at once where the log is half full. One message always stays: it says where numbers go on.
   */
  async trim({ state, config }: StreamInfo): Promise<void> {
    if (performance.now() - this.#trimmedAt < TRIM_MS && state.bytes * 2 < config.max_bytes) return;
    const floor = await this.makeGood();
    // Whoever leads has lost some of it: nothing goes until the rest of it is found.
    if (floor > state.last_seq) return;
    await this.stream.trim(floor);
    this.#trimmedAt = performance.now();
  }
}

/** For whoever has nothing else to do than to wait until a leader is found. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + SETTLE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(250);
    }
  }
}
