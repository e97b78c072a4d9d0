import {
  EventsError,
  laneOf,
  parseFact,
  weekOf,
  dayStart,
  type Fact,
  type PublicRow,
  type RefusalCode,
} from '@pullquote/events';
import type { CountSetting } from '@pullquote/record';
import type { Days } from '../lane/days.js';
import type { Database } from '../store/database.js';
import type { Items } from '../store/items.js';
import type { Refusals } from '../store/refusals.js';
import type { Bound } from './bound.js';
import type { Seen } from './seen.js';

export type FactRefusalCode = RefusalCode | 'not-counted' | 'unknown-item' | 'bound';
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
type Outcome = 'accepted' | 'duplicate' | Omit<FactRefusal, 'id'>;

/** Takes the facts of one request: all of them are on disk, or none, before it is answered. */
export class Intake {
  constructor(
    private readonly db: Database,
    private readonly count: CountSetting,
    private readonly days: Days,
    private readonly items: Items,
    private readonly seen: Seen,
    private readonly bound: Bound,
    private readonly refusals: Refusals,
  ) {}

  take(input: readonly unknown[], member: string, wanted = true): FactsAnswer {
    const day = this.days.open();
    this.bound.turn(weekOf(dayStart(day)));
    return this.db.transaction(() => {
      const refused: FactRefusal[] = [];
      let [accepted, duplicates] = [0, 0];
      for (const value of input) {
        const outcome = this.#one(value, member, day, wanted);
        if (outcome === 'accepted') accepted += 1;
        else if (outcome === 'duplicate') duplicates += 1;
        else {
          refused.push({ ...idOf(value), ...outcome });
          this.refusals.count(outcome.code);
        }
      }
      return { accepted, duplicates, refused };
    });
  }

  #one(value: unknown, member: string, day: string, wanted: boolean): Outcome {
    let fact: Fact;
    try {
      fact = parseFact(value);
    } catch (error) {
      if (error instanceof EventsError) return { code: error.code, detail: error.message };
      throw error;
    }
    if (this.count === 'none') return { code: 'not-counted', detail: 'fact: this community counts nothing.' };
    if (!wanted) return { code: 'not-counted', detail: 'sec-gpc: this browser asks not to be counted.' };
    const row = publicRow(fact);
    if (!row) return { code: 'not-counted', detail: 'fact: this community counts public posts alone.' };
    const publisher = this.items.publisherOf(row.item, row.version);
    if (publisher === undefined)
      return { code: 'unknown-item', detail: 'item, version: not in the catalogues that this community holds.' };
    if (this.seen.has(fact.id)) return 'duplicate';
    if (!this.bound.take(member, row.item))
      return { code: 'bound', detail: 'item: counted as often as one doctor is counted for one item in a week.' };
    this.seen.add(fact.id, day);
    this.days.draw(day);
    this.db.run(
      `INSERT INTO public_row (day, publisher, item, version, fact, depth, n) VALUES (?, ?, ?, ?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET n = n + 1`,
      day,
      publisher,
      row.item,
      row.version,
      row.fact,
      row.depth,
    );
    return 'accepted';
  }
}

/** What is kept of a public fact; undefined for the crowd lane, which is not stored before it can be released. */
function publicRow({ fact, item, version, depth }: Fact): PublicRow | undefined {
  if (laneOf(fact) !== 'public' || depth === undefined || depth === 0) return undefined;
  switch (fact) {
    case 'shared':
    case 'reshared':
    case 'quoted':
      return { fact, item, version, depth };
    default:
      return undefined;
  }
}

/** Echoed only when it is an id and nothing else: a refusal must not carry what was put in its place. */
function idOf(value: unknown): { id?: string } {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
  return typeof id === 'string' && /^[A-Za-z0-9_-]{21}$/.test(id) ? { id } : {};
}
