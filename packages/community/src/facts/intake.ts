import { EventsError, FACT_DAYS, laneOf, parseFact, type Fact } from '@pullquote/events';
import type { CountSetting } from '@pullquote/record';
import { Cells } from '../crowd/cells.js';
import type { CrowdContext, CrowdSets } from '../crowd/sets.js';
import type { Weeks } from '../crowd/weeks.js';
import type { Days } from '../lane/days.js';
import type { Database } from '../store/database.js';
import type { Items } from '../store/items.js';
import type { Muted } from '../store/muted.js';
import type { Refusals } from '../store/refusals.js';
import { Lookups } from './lookups.js';
import type { FactRefusalCode, Outcome } from './outcome.js';
import type { Posts } from './posts.js';
import type { Ids, Seen } from './seen.js';

export interface FactRefusal {
  /** The fact's own id, when it has a readable one. */
  readonly id?: string;
  readonly code: FactRefusalCode;
  readonly detail: string;
}
export interface FactsAnswer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: readonly FactRefusal[];
}

/** What the intake writes to and asks. */
export interface IntakeParts {
  readonly db: Database;
  readonly count: CountSetting;
  readonly days: Days;
  readonly weeks: Weeks;
  readonly items: Items;
  readonly muted: Muted;
  readonly seen: Seen;
  readonly posts: Posts;
  readonly crowds: CrowdSets;
  readonly refusals: Refusals;
}

/** The facts of one request, which wait to be written. */
interface Waiting {
  readonly input: readonly unknown[];
  readonly member: string;
  /** False when the browser asks not to be counted. */
  readonly wanted: boolean;
  readonly resolve: (answer: FactsAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** What all facts of one request have in common. */
interface Context {
  readonly member: string;
  readonly wanted: boolean;
  readonly day: string;
  readonly lookups: Lookups;
  readonly ids: Ids;
  readonly crowd: CrowdContext;
}

/** What is remembered from one transaction to the next, within an epoch of the database. */
interface Memory {
  readonly epoch: number;
  readonly lookups: Lookups;
  readonly cells: Cells;
}

/**
 * Takes the facts of a request: all of them are on disk, or none, before it is answered. Requests that come together share one
 * transaction, and so the one wait for the disk.
 */
export class Intake {
  #waiting: Waiting[] = [];
  #memory: Memory | undefined;

  constructor(private readonly parts: IntakeParts) {}

  take(input: readonly unknown[], member: string, wanted = true): Promise<FactsAnswer> {
    return new Promise((resolve, reject) => {
      // At the end of this turn of the event loop: whatever arrived meanwhile comes along.
      if (this.#waiting.length === 0) setImmediate(() => this.writeAll());
      this.#waiting.push({ input, member, wanted, resolve, reject });
    });
  }

  /** Writes what waits; also before the end. While a week closes it goes on waiting, and what comes meanwhile waits with it. */
  writeAll(): void {
    if (this.#waiting.length === 0) return;
    const failed = (error: unknown) => {
      for (const { reject } of this.#takeWaiting()) reject(error);
    };
    try {
      // Asked in the same breath as it is written: no week turns between the two.
      const turning = this.parts.weeks.turn();
      if (turning) void turning.then(() => this.writeAll(), failed);
      else this.#writeTogether(this.#takeWaiting());
    } catch (error) {
      failed(error);
    }
  }

  #takeWaiting(): readonly Waiting[] {
    const requests = this.#waiting;
    this.#waiting = [];
    return requests;
  }

  #writeTogether(requests: readonly Waiting[]): void {
    if (this.#write(requests) === 'written') return;
    // One of them can't be written. The others must not suffer for it.
    for (const request of requests) this.#write([request]);
  }

  #write(requests: readonly Waiting[]): 'written' | 'failed' {
    const { db, days, seen } = this.parts;
    let answers: FactsAnswer[];
    try {
      const day = days.open();
      answers = db.transaction(() => {
        const memory = this.#remembered();
        return requests.map((request) => this.#all(request, day, memory));
      });
    } catch (error) {
      seen.recall();
      db.beginEpoch();
      if (requests.length > 1) return 'failed';
      requests[0]?.reject(error);
      return 'written';
    }
    // Counted once it is certain: what is written again after a failure must not be counted twice.
    for (const { refused } of answers) for (const { code } of refused) this.parts.refusals.count(code);
    for (const [i, answer] of answers.entries()) requests[i]?.resolve(answer);
    seen.sortInWhenFull();
    return 'written';
  }

  #remembered(): Memory {
    const { db, items, muted } = this.parts;
    if (this.#memory?.epoch !== db.epoch)
      this.#memory = { epoch: db.epoch, lookups: new Lookups(items, muted), cells: new Cells(db) };
    return this.#memory;
  }

  #all({ input, member, wanted }: Waiting, day: string, { lookups, cells }: Memory): FactsAnswer {
    const names = input.map(idOf);
    const ids = this.parts.seen.of(names.flatMap(({ id }) => id ?? []));
    const crowd: CrowdContext = { cells, standings: new Map() };
    const context = { member, wanted, day, lookups, ids, crowd };
    const refused: FactRefusal[] = [];
    let [accepted, duplicates] = [0, 0];
    for (const [i, value] of input.entries()) {
      const outcome = this.#one(value, context);
      if (outcome === 'accepted') accepted += 1;
      else if (outcome === 'duplicate') duplicates += 1;
      else refused.push({ ...names[i], ...outcome });
    }
    ids.write(day);
    this.parts.crowds.write(crowd);
    return { accepted, duplicates, refused };
  }

  #one(value: unknown, { member, day, wanted, crowd, lookups, ids }: Context): Outcome {
    const { posts, crowds } = this.parts;
    let fact: Fact;
    try {
      fact = parseFact(value);
    } catch (error) {
      if (error instanceof EventsError) return { code: error.code, detail: error.message };
      throw error;
    }
    if (!wanted) return { code: 'not-counted', detail: 'sec-gpc: this browser asks not to be counted.' };
    const why = this.#notCounted(fact);
    if (why !== undefined) return { code: 'not-counted', detail: why };
    // Its id may have been forgotten: it could have been counted before.
    if ((fact.age ?? 0) >= FACT_DAYS)
      return { code: 'too-old', detail: `age: a fact is taken for ${FACT_DAYS} days. Let it go.` };
    const publisher = lookups.publisherOf(fact.item, fact.version);
    if (publisher === undefined)
      return { code: 'unknown-item', detail: 'item, version: not in the catalogues that this community holds.' };
    if (lookups.isMuted(publisher))
      return { code: 'not-counted', detail: 'item: the moderators let nothing be counted for its publisher.' };
    if (ids.has(fact.id)) return 'duplicate';
    const outcome =
      laneOf(fact.fact) === 'public'
        ? posts.take(fact, publisher, member, day)
        : crowds.take(fact, publisher, member, crowd);
    if (outcome === 'accepted') ids.add(fact.id);
    return outcome;
  }

  #notCounted({ fact }: Fact): string | undefined {
    switch (this.parts.count) {
      case 'all':
        return undefined;
      case 'shares':
        return laneOf(fact) === 'public' ? undefined : 'fact: this community counts public posts alone.';
      case 'none':
        return 'fact: this community counts nothing.';
    }
  }
}

/** Echoed only when it is an id and nothing else: a refusal must not carry what was put in its place. */
function idOf(value: unknown): { id?: string } {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
  return typeof id === 'string' && /^[A-Za-z0-9_-]{21}$/.test(id) ? { id } : {};
}
