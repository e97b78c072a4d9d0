import type { StatementSync } from 'node:sqlite';
import { dayOf, nextDay, nextWeek, weekStart, type CrowdEvent, type StatusHeldEvent } from '@pullquote/events';
import { CollectorError } from '../../errors.js';
import type { JudgedBatch, PublicCell, StoredBatch, StoreRefusal } from '../batch-intake.js';
import { addCrowd, addHeld } from './add-figures.js';
import type { Connection } from './connection.js';
import { CROWD_TYPE, HELD_TYPE, PUBLIC_TYPES } from '../event-types.js';
import { raiseMeta, readMeta } from './meta.js';
import { Names } from './names.js';
import { writeRefusals } from './refusal-counts.js';
import { Tally } from './tally.js';

const DAY_MS = 86_400_000;
const INSERT = `INSERT INTO events (publisher, seq, community, id, type, item, version, country, depth, day, data)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

const CONTENT = ['publisher', 'type', 'item', 'version', 'country', 'depth', 'day', 'data'] as const;

/** A row of `events` without its place and its id: what has to be equal in a second copy of an event. */
interface EventContent {
  readonly publisher: number;
  readonly type: number;
  readonly item: number | null;
  readonly version: number | null;
  readonly country: string | null;
  readonly depth: number | null;
  readonly day: string;
  readonly data: string | null;
}

/** What has become of one event. */
type Outcome = 'accepted' | 'duplicate' | StoreRefusal;

/** Stores judged batches inside a transaction that its caller makes, many of them in one. */
export class BatchWriter {
  readonly #names: Names;
  readonly #tally: Tally;
  readonly #refusals: ReturnType<typeof writeRefusals>;
  /** Of the newest event of each publisher. */
  readonly #seqs = new Map<number, number>();
  readonly #insert: StatementSync;
  #newestDay = '';

  constructor(private readonly sql: Connection) {
    this.#insert = sql.prepare(INSERT);
    this.#names = new Names(sql);
    this.#tally = new Tally(sql);
    this.#refusals = writeRefusals(sql);
  }

  add(batch: JudgedBatch): StoredBatch {
    const { today, community: origin, publisher: audience } = batch;
    this.#checkClock(today);
    const keptFrom = readMeta(this.sql, 'kept_from') ?? '';
    const publisher = this.#names.publisher(audience);
    const community = this.#names.community(origin);
    let [accepted, duplicates] = [0, 0];
    const refused: { index: number; code: StoreRefusal }[] = [];
    const settle = (index: number, outcome: Outcome): void => {
      if (outcome === 'accepted') accepted += 1;
      else if (outcome === 'duplicate') duplicates += 1;
      else refused.push({ index, code: outcome });
    };

    for (const cell of batch.cells) this.#addCell(cell, publisher, community, keptFrom, settle);
    for (const { index, event } of batch.crowds) settle(index, this.#addCrowd(event, publisher, community, keptFrom));
    for (const { index, event } of batch.held) settle(index, this.#addHeld(event, publisher, community, keptFrom));

    for (const [code, n] of Object.entries(batch.refused)) this.#refuse(batch, code, n);
    for (const { code } of refused) this.#refuse(batch, code, 1);
    if (accepted > 0) {
      raiseMeta(this.sql, 'newest_day', this.#newestDay);
      // Not simply today: a clock that once ran years ahead must not make every true day after it look wrong.
      const certain = nextDay(readMeta(this.sql, 'newest_day') ?? today);
      raiseMeta(this.sql, 'clock_day', today < certain ? today : certain);
    }
    return { accepted, duplicates, refused };
  }

  /** Writes what was put off to the end of the transaction. */
  flush(): void {
    this.#tally.flush();
    for (const [publisher, seq] of this.#seqs)
      this.sql.run('UPDATE publishers SET last_seq = ? WHERE num = ?', seq, publisher);
    // Another process may write next: nothing is remembered beyond the lock.
    this.#seqs.clear();
  }

  /** After a rollback. */
  forget(): void {
    this.#names.forget();
    this.#tally.forget();
    this.#seqs.clear();
    this.#newestDay = '';
  }

  /** A day that "has not come yet" by a clock that was set back would be refused for good. */
  #checkClock(today: string): void {
    const reached = readMeta(this.sql, 'clock_day');
    if (reached !== undefined && today < reached)
      throw new CollectorError(
        'clock',
        `This machine's clock says ${today}, but it has been ${reached} here before. Set the clock; until then nothing is taken in.`,
      );
  }

  #addCell(
    cell: PublicCell,
    publisher: number,
    community: number,
    keptFrom: string,
    settle: (index: number, outcome: Outcome) => void,
  ): void {
    if (cell.day < keptFrom) {
      for (const index of cell.indexes) settle(index, 'too-old');
      return;
    }
    const { version, country, depth, day, fact } = cell;
    const item = this.#names.item(publisher, cell.item);
    const content = { publisher, type: PUBLIC_TYPES[fact], item, version, country, depth, day, data: null };
    let n = 0;
    for (const [i, id] of cell.ids.entries()) {
      const outcome = this.#log(community, id, content);
      if (outcome === 'accepted') n += 1;
      settle(cell.indexes[i] ?? -1, outcome);
    }
    if (n > 0) this.#tally.add({ publisher, community, item, version, country, depth, day, fact, n });
  }

  #addCrowd({ id, subject, data }: CrowdEvent, publisher: number, community: number, keptFrom: string): Outcome {
    const { fact, week, figure, threshold, epsilon, interval } = data;
    const day = dayOf(weekStart(nextWeek(week)) - DAY_MS);
    if (day < keptFrom) return 'too-old';
    const item = this.#names.item(publisher, subject);
    const content = {
      ...{ publisher, type: CROWD_TYPE, item, version: null, country: null, depth: null, day },
      data: JSON.stringify({ fact, week, figure, threshold, epsilon, interval }),
    };
    const drawn = this.sql.get(
      'SELECT 1 FROM crowd WHERE item = ? AND fact = ? AND week = ? AND community = ?',
      item,
      fact,
      week,
      community,
    );
    if (drawn) return this.#known(community, id, content) ?? 'figure-redrawn';
    const outcome = this.#log(community, id, content);
    if (outcome === 'accepted')
      addCrowd(this.sql, publisher, {
        ...{ item, community, fact, week, figure, threshold, epsilon, low: interval[0], high: interval[1] },
      });
    return outcome;
  }

  #addHeld({ id, subject, data }: StatusHeldEvent, publisher: number, community: number, keptFrom: string): Outcome {
    const { day, iat } = data;
    if (day < keptFrom) return 'too-old';
    const outcome = this.#log(community, id, {
      ...{ publisher, type: HELD_TYPE, item: null, version: null, country: null, depth: null, day },
      data: JSON.stringify({ list: subject, iat }),
    });
    if (outcome === 'accepted') addHeld(this.sql, { publisher, list: subject, community, day, iat });
    return outcome;
  }

  #log(community: number, id: string, content: EventContent): Outcome {
    const { publisher, type, item, version, country, depth, day, data } = content;
    const seq = this.#seq(publisher) + 1;
    const { changes } = this.#insert.run(publisher, seq, community, id, type, item, version, country, depth, day, data);
    // Not there before, so there is nothing to compare it with.
    if (Number(changes) === 0) return this.#known(community, id, content) ?? 'id-reused';
    this.#seqs.set(publisher, seq);
    if (day > this.#newestDay) this.#newestDay = day;
    return 'accepted';
  }

  /** Was this id used before, and for the same? */
  #known(community: number, id: string, content: EventContent): Outcome | undefined {
    const before = this.sql.get<EventContent>(
      'SELECT publisher, type, item, version, country, depth, day, data FROM events WHERE community = ? AND id = ?',
      community,
      id,
    );
    if (!before) return undefined;
    const same = CONTENT.every((column) => before[column] === content[column]);
    return same ? 'duplicate' : 'id-reused';
  }

  #seq(publisher: number): number {
    const known = this.#seqs.get(publisher);
    if (known !== undefined) return known;
    const row = this.sql.get<{ last_seq: number }>('SELECT last_seq FROM publishers WHERE num = ?', publisher);
    const seq = row?.last_seq ?? 0;
    this.#seqs.set(publisher, seq);
    return seq;
  }

  #refuse({ today: day, publisher, community }: JudgedBatch, code: string, n: number): void {
    this.#refusals.add({ day, publisher, community, code, n });
  }
}
