import { EventsError, FACT_DAYS, laneOf, parseFact, type Fact } from '@pullquote/events';
import type { CountSetting } from '@pullquote/record';
import type { CrowdSets } from '../crowd/sets.js';
import type { Weeks } from '../crowd/weeks.js';
import type { Days } from '../lane/days.js';
import type { Database } from '../store/database.js';
import type { Items } from '../store/items.js';
import type { Muted } from '../store/muted.js';
import type { Refusals } from '../store/refusals.js';
import type { FactRefusalCode, Outcome } from './outcome.js';
import type { Posts } from './posts.js';
import type { Seen } from './seen.js';

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

/** Takes the facts of one request: all of them are on disk, or none, before it is answered. */
export class Intake {
  constructor(private readonly parts: IntakeParts) {}

  take(input: readonly unknown[], member: string, wanted = true): FactsAnswer {
    const { db, days, weeks, refusals } = this.parts;
    const day = days.open();
    weeks.turn();
    return db.transaction(() => {
      const refused: FactRefusal[] = [];
      let [accepted, duplicates] = [0, 0];
      for (const value of input) {
        const outcome = this.#one(value, member, day, wanted);
        if (outcome === 'accepted') accepted += 1;
        else if (outcome === 'duplicate') duplicates += 1;
        else {
          refused.push({ ...idOf(value), ...outcome });
          refusals.count(outcome.code);
        }
      }
      return { accepted, duplicates, refused };
    });
  }

  #one(value: unknown, member: string, day: string, wanted: boolean): Outcome {
    const { items, muted, seen, posts, crowds } = this.parts;
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
    const publisher = items.publisherOf(fact.item, fact.version);
    if (publisher === undefined)
      return { code: 'unknown-item', detail: 'item, version: not in the catalogues that this community holds.' };
    if (muted.has(publisher))
      return { code: 'not-counted', detail: 'item: the moderators let nothing be counted for its publisher.' };
    if (seen.has(fact.id)) return 'duplicate';
    const outcome =
      laneOf(fact.fact) === 'public' ? posts.take(fact, publisher, member, day) : crowds.take(fact, publisher, member);
    if (outcome === 'accepted') seen.add(fact.id, day);
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
