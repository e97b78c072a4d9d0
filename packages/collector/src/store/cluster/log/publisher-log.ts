import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamInfo } from '@nats-io/jetstream';
import { CollectorError } from '../../../errors.js';
import type { Log } from '../../../log.js';
import type { JudgedBatch } from '../../batch-intake.js';
import type { ClickHouse } from '../analytics/clickhouse.js';
import type { Entry, Refused } from './entry.js';
import { Judge, type Judged } from './judge.js';
import { lookUp } from './known.js';
import { Progress } from './progress.js';
import type { LogStream } from './stream.js';
import { Tail } from './tail.js';
import { Wishes, type Granted, type Wanted } from './wishes.js';

/** How old what is known of ClickHouse's progress may be. */
const FLOOR_MS = 250;
/** Senders wait no longer than that; who gets no answer sends again, and nothing counts twice. */
const DEADLINE_MS = 12_000;
const READ_AT_ONCE = 64;

export interface LogLimits {
  readonly logBytes: number;
  readonly mostWaiting: number;
  readonly log?: Pick<Log, 'error'> | undefined;
}

/**
 * Appends to one publisher's log. A message is appended only behind the one that was read last, so of several collectors one wins and the
 * others read what it wrote and judge anew: every batch is judged by all that was accepted before it, whoever took that in.
 */
export class PublisherLog {
  readonly #tail = new Tail();
  /** How far ClickHouse has come with it. */
  readonly progress: Progress;
  readonly #wishes = new Wishes((wanted) => this.#commit(wanted));
  #floorAt = -Infinity;
  #endsShort = false;

  private constructor(
    readonly stream: LogStream,
    private readonly sql: ClickHouse,
    private readonly limits: LogLimits,
    private readonly keptFrom: () => Promise<string>,
  ) {
    this.progress = new Progress(stream, sql, () => this.#tail.keptFrom, limits.log);
  }

  /**
   * @param end number of the last event that is known from elsewhere, such as a store that was moved here
   * @param keptFrom the day before which events are kept no more, as whoever removes them says before it does
   */
  static async open(
    stream: LogStream,
    sql: ClickHouse,
    limits: LogLimits,
    { keptFrom, end }: { readonly keptFrom: () => Promise<string>; readonly end: number },
  ): Promise<PublisherLog> {
    await stream.prepare(limits.logBytes);
    const log = new PublisherLog(stream, sql, limits, keptFrom);
    log.#tail.keepFrom(await keptFrom());
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

  /** Events that wait for ClickHouse, as far as this collector knows. */
  get waiting(): number {
    return this.#tail.waiting;
  }

  /** @throws CollectorError `store`, or `busy` when too much waits to be taken over */
  add(batch: JudgedBatch): Promise<Granted> {
    return this.#wishes.add({ batch });
  }

  async refuse(refused: Refused): Promise<void> {
    await this.#wishes.add({ refused });
  }

  /** From now on, whoever appends refuses events of earlier days. */
  async keepFrom(day: string): Promise<void> {
    await this.#wishes.add({ keptFrom: day });
  }

  /**
   * Where the log ends before what was read of it, and still does when this is asked again, a server leads that has lost some of it, and nothing is
   * appended: another one is asked to lead. One of NATS 2.9.10 was seen to, after it had been killed, though the cluster called it current.
   */
  async seekItsEnd({ state }: StreamInfo): Promise<void> {
    const again = this.#endsShort;
    this.#endsShort = state.last_seq < this.#tail.last;
    if (!this.#endsShort || !again) return;
    this.limits.log?.error(
      { name: 'store', frames: [] },
      `store.log ends at ${state.last_seq}, before ${this.#tail.last}, which was read of it. Another of its servers is asked to lead.`,
    );
    await this.stream.handOverLead();
  }

  close(): Promise<void> {
    return this.#wishes.settled();
  }

  async #commit(wishes: readonly Wanted[]): Promise<readonly (Judged | undefined)[]> {
    if (performance.now() - this.#floorAt > FLOOR_MS) await this.#refresh();
    const batches = wishes.flatMap(({ batch }) => batch ?? []);
    if (batches.length > 0 && this.#tail.waiting > this.limits.mostWaiting)
      throw new CollectorError(
        'busy',
        `store.analytics is behind by ${this.#tail.waiting} events. Batches wait until it has caught up.`,
      );
    const pin = this.#tail.pin();
    try {
      const known = await lookUp(this.sql, this.stream.publisher, batches);
      return await this.#append(wishes, () => {
        if (!pin.whole)
          throw new CollectorError('store', 'store.log moved on faster than a batch was judged. It is welcome again.');
        return new Judge(this.stream.publisher, this.#tail, known);
      });
    } finally {
      this.#tail.release(pin);
    }
  }

  async #append(wishes: readonly Wanted[], judge: () => Judge): Promise<readonly (Judged | undefined)[]> {
    const until = performance.now() + DEADLINE_MS;
    /** What each try would have stored, by its mark. */
    const tries = new Map<string, (Judged | undefined)[]>();
    for (;;) {
      // Without an answer, what was sent may stand there or not: what was read since tells.
      const stood = [...tries].find(([mark]) => this.#tail.hasMark(mark));
      if (stood) return stood[1];
      const { last } = this.#tail;
      const judging = judge();
      const judged = wishes.map(({ batch }) => batch && judging.judge(batch));
      const mark = randomUUID();
      const entry = this.#entry(wishes, judged, mark);
      if (entry === undefined) return judged;
      tries.set(mark, judged);
      const appended = await this.stream.append(entry, last, mark);
      if (typeof appended === 'object') {
        this.#tail.add(appended.place, entry);
        return judged;
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
      if (performance.now() > until) {
        // A leader of NATS 2.9.10 was seen to take nothing for good. Where there is no other one, asking does no harm.
        void this.stream.handOverLead().catch(() => undefined);
        throw new CollectorError('store', `store.log takes nothing (${appended}). Look at its servers.`);
      }
    }
  }

  #entry(wishes: readonly Wanted[], judged: readonly (Judged | undefined)[], mark: string): Entry | undefined {
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
        if (entry === undefined) continue;
        // A message that is passed over may have said from which day on events are kept.
        if (at > this.#tail.last + 1) this.#tail.keepFrom(await this.keptFrom());
        // Somebody else here may have read it meanwhile.
        if (at > this.#tail.last) this.#tail.add(at, entry);
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

function sumUp(refused: readonly Refused[]): Refused[] {
  const sums = new Map<string, Refused>();
  for (const one of refused) {
    const key = [one.day, one.publisher, one.community, one.code].join(' ');
    sums.set(key, { ...one, n: one.n + (sums.get(key)?.n ?? 0) });
  }
  return [...sums.values()];
}
