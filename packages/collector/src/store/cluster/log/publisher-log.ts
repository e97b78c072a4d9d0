import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CollectorError } from '../../../errors.js';
import type { Log } from '../../../log.js';
import type { JudgedBatch, StoredBatch } from '../../batch-intake.js';
import type { ClickHouse } from '../analytics/clickhouse.js';
import type { Entry, Refused } from './entry.js';
import { Judge, type Judged } from './judge.js';
import { makeGood } from './make-good.js';
import { lookUp } from './known.js';
import type { LogStream } from './stream.js';
import { Tail } from './tail.js';

/** Events of one message, about: a message of a megabyte is the most that NATS takes as it comes. */
const MOST_EVENTS = 4_000;
/** How old what is known of ClickHouse's progress may be. */
const FLOOR_MS = 250;
/** Senders wait no longer than that; who gets no answer sends again, and nothing counts twice. */
const DEADLINE_MS = 12_000;
/** Whoever judges has read what stood in the log when it began, or still does: longer than it may take. */
const TRIM_MS = 30_000;
/** Longer than it takes until what a lost collector had in its hands comes again. */
const STILL_MS = 20_000;
const SETTLE_MS = 60_000;
const READ_AT_ONCE = 64;

/** One of what wants to be appended. */
interface Wish {
  readonly batch?: JudgedBatch | undefined;
  readonly refused?: Refused | undefined;
  readonly keptFrom?: string | undefined;
  readonly done: (stored: StoredBatch & { readonly newestDay: string }) => void;
  readonly failed: (error: unknown) => void;
}

export interface LogLimits {
  readonly logBytes: number;
  readonly mostWaiting: number;
  readonly log?: Pick<Log, 'error'> | undefined;
}

const NOTHING = { accepted: 0, duplicates: 0, refused: [], newestDay: '' };

/**
 * Appends to one publisher's log. A message is appended only behind the one that was read last, so of several collectors one wins and the
 * others read what it wrote and judge anew: every batch is judged by all that was accepted before it, whoever took that in.
 */
export class PublisherLog {
  readonly #tail = new Tail();
  #wishes: Wish[] = [];
  #running: Promise<void> | undefined;
  #floorAt = -Infinity;
  #still: { readonly floor: number; readonly at: number } | undefined;
  #trim: { readonly floor: number; readonly at: number } | undefined;

  private constructor(
    readonly stream: LogStream,
    private readonly sql: ClickHouse,
    private readonly limits: LogLimits,
  ) {}

  /** @param end number of the last event that is known from elsewhere, such as a store that was moved here */
  static async open(
    stream: LogStream,
    sql: ClickHouse,
    limits: LogLimits,
    { keptFrom = '', end = 0 }: { readonly keptFrom?: string | undefined; readonly end?: number | undefined },
  ): Promise<PublisherLog> {
    await stream.prepare(limits.logBytes);
    const log = new PublisherLog(stream, sql, limits);
    log.#tail.keptFrom = keptFrom;
    log.#tail.next = end + 1;
    await log.#refresh();
    await log.#catchUp();
    if (log.#tail.last === 0) await log.#begin();
    return log;
  }

  /** Number of the last event. */
  async end(): Promise<number> {
    await this.#catchUp();
    return this.#tail.next - 1;
  }

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
    const again = await makeGood(this.stream, this.sql, { from: state.first_seq, to: floor }, this.#tail.keptFrom);
    if (again > 0)
      this.limits.log?.error(
        { name: 'store', frames: [] },
        `${again} messages of the log had been acknowledged without being in store.analytics. They are now.`,
      );
    return floor;
  }

  /**
   * Begins anew to hand out what waits where nothing of it has gone forward for long, though ClickHouse answers: a consumer of NATS 2.9 was
   * seen to stand still after its leader had been lost. What comes twice does no harm.
   */
  async unstick(mayMend: () => Promise<boolean>): Promise<void> {
    const [floor, { state }] = await Promise.all([this.stream.floor(), this.stream.info()]);
    const now = performance.now();
    if (floor >= state.last_seq || this.#still?.floor !== floor) this.#still = { floor, at: now };
    if (now - this.#still.at < STILL_MS || !(await mayMend())) return;
    await this.stream.handOutAnew(floor);
    this.#still = { floor, at: now };
    this.limits.log?.error(
      { name: 'store', frames: [] },
      'store.log had stopped to hand out messages. It begins anew.',
    );
  }

  /** Removes what ClickHouse has had for a while, now and then. One message always stays: it says where numbers go on. */
  async trim(): Promise<void> {
    const now = performance.now();
    if (this.#trim && now - this.#trim.at < TRIM_MS) return;
    if (this.#trim) await this.stream.trim(this.#trim.floor);
    this.#trim = { floor: await this.makeGood(), at: now };
  }

  /** Events that wait for ClickHouse, as far as this collector knows. */
  get waiting(): number {
    return this.#tail.waiting;
  }

  /** @throws CollectorError `store`, or `busy` when too much waits to be taken over */
  add(batch: JudgedBatch): Promise<StoredBatch & { readonly newestDay: string }> {
    return this.#wish({ batch });
  }

  async refuse(refused: Refused): Promise<void> {
    await this.#wish({ refused });
  }

  /** From now on, whoever appends refuses events of earlier days. */
  async keepFrom(day: string): Promise<void> {
    await this.#wish({ keptFrom: day });
  }

  async close(): Promise<void> {
    await this.#running;
  }

  #wish(wish: Omit<Wish, 'done' | 'failed'>): Promise<StoredBatch & { readonly newestDay: string }> {
    return new Promise((done, failed) => {
      this.#wishes.push({ ...wish, done, failed });
      this.#running ??= this.#work().finally(() => (this.#running = undefined));
    });
  }

  async #work(): Promise<void> {
    while (this.#wishes.length > 0) {
      const wishes = this.#some();
      try {
        await this.#commit(wishes);
      } catch (error) {
        for (const { failed } of wishes) failed(error);
      }
    }
  }

  /** As many as one message takes: whoever comes while another one is on its way shares the next. */
  #some(): Wish[] {
    let events = 0;
    let n = 0;
    for (const { batch } of this.#wishes) {
      if (batch)
        events += batch.cells.reduce((sum, { ids }) => sum + ids.length, 0) + batch.crowds.length + batch.held.length;
      if (n > 0 && events > MOST_EVENTS) break;
      n += 1;
    }
    return this.#wishes.splice(0, n);
  }

  async #commit(wishes: readonly Wish[]): Promise<void> {
    if (performance.now() - this.#floorAt > FLOOR_MS) await this.#refresh();
    const batches = wishes.flatMap(({ batch }) => batch ?? []);
    if (batches.length > 0 && this.#tail.waiting > this.limits.mostWaiting)
      throw new CollectorError(
        'busy',
        `store.analytics is behind by ${this.#tail.waiting} events. Batches wait until it has caught up.`,
      );
    const release = this.#tail.pin();
    try {
      const known = await lookUp(this.sql, this.stream.publisher, batches);
      await this.#append(wishes, () => new Judge(this.stream.publisher, this.#tail, known));
    } finally {
      release();
    }
  }

  async #append(wishes: readonly Wish[], judge: () => Judge): Promise<void> {
    const until = performance.now() + DEADLINE_MS;
    /** What each try would have stored, by its mark. */
    const tries = new Map<string, (Judged | undefined)[]>();
    for (;;) {
      // Without an answer, what was sent may stand there or not: what was read since tells.
      const stood = [...tries].find(([mark]) => this.#tail.hasMark(mark));
      if (stood) return finish(wishes, stood[1]);
      const { last } = this.#tail;
      const judging = judge();
      const judged = wishes.map(({ batch }) => batch && judging.judge(batch));
      const mark = randomUUID();
      const entry = this.#entry(wishes, judged, mark);
      if (entry === undefined) return finish(wishes, judged);
      tries.set(mark, judged);
      const appended = await this.stream.append(entry, last, mark);
      if (typeof appended === 'object') {
        this.#tail.add(appended.place, entry);
        return finish(wishes, judged);
      }
      if (appended === 'full')
        throw new CollectorError('busy', 'store.log is full: store.analytics has not taken over what is in it.');
      if (appended === 'unknown') await sleep(100);
      try {
        await this.#catchUp();
      } catch (error) {
        if (performance.now() > until) throw error;
        await sleep(100);
      }
      if (performance.now() > until) throw new CollectorError('store', 'store.log takes nothing. Look at its servers.');
    }
  }

  #entry(wishes: readonly Wish[], judged: readonly (Judged | undefined)[], mark: string): Entry | undefined {
    const batches = judged.flatMap((one) => one?.batch ?? []);
    const refused = sumUp([
      ...judged.flatMap((one) => one?.refused ?? []),
      ...wishes.flatMap((one) => one.refused ?? []),
    ]);
    const keptFrom = wishes.find((one) => one.keptFrom !== undefined)?.keptFrom;
    if (batches.length === 0 && refused.length === 0 && keptFrom === undefined) return undefined;
    const events = judged.reduce((sum, one) => sum + (one?.stored.accepted ?? 0), 0);
    return { publisher: this.stream.publisher, first: this.#tail.next, events, batches, refused, keptFrom, mark };
  }

  async #refresh(): Promise<void> {
    this.#tail.reached(await this.stream.floor());
    this.#floorAt = performance.now();
  }

  /** Reads what others have appended, and of what is in ClickHouse already the newest, which says where numbers go on. */
  async #catchUp(): Promise<void> {
    const { state } = await this.stream.info();
    if (state.last_seq < this.#tail.last)
      throw new CollectorError('store', `store.log, ${this.stream.name}: it ends before what was read of it.`);
    let place = Math.max(this.#tail.last + 1, state.first_seq, this.#tail.settled);
    while (place <= state.last_seq) {
      const places = Array.from({ length: Math.min(READ_AT_ONCE, state.last_seq - place + 1) }, (_, i) => place + i);
      const entries = await Promise.all(places.map((one) => this.stream.read(one)));
      for (const [i, entry] of entries.entries()) {
        const at = places[i] ?? 0;
        // Somebody else here may have read it meanwhile.
        if (entry !== undefined && at > this.#tail.last) this.#tail.add(at, entry);
      }
      place += places.length;
    }
  }

  /** The first message of a new stream says where numbers begin, and that something can be appended behind it. */
  async #begin(): Promise<void> {
    const { next } = this.#tail;
    const entry = { publisher: this.stream.publisher, first: next, events: 0, batches: [], refused: [], mark: 'first' };
    await this.stream.append(entry, 0, 'first');
    await this.#catchUp();
  }
}

function finish(wishes: readonly Wish[], judged: readonly (Judged | undefined)[]): void {
  for (const [i, { done }] of wishes.entries()) {
    const one = judged[i];
    done(one ? { ...one.stored, newestDay: one.newestDay } : NOTHING);
  }
}

function sumUp(refused: readonly Refused[]): Refused[] {
  const sums = new Map<string, Refused>();
  for (const one of refused) {
    const key = [one.day, one.publisher, one.community, one.code].join(' ');
    sums.set(key, { ...one, n: one.n + (sums.get(key)?.n ?? 0) });
  }
  return [...sums.values()];
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
