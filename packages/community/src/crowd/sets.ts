import { RENDER_RULES, RULES } from '@pullquote/record';
import type { Fact } from '@pullquote/events';
import type { Outcome } from '../facts/outcome.js';
import type { PeriodKey } from '../keys/period-key.js';
import type { Database } from '../store/database.js';
import type { Items } from '../store/items.js';
import type { Cells } from './cells.js';

/** So many different cells of one publisher and week are kept for a doctor, of which four will count. */
export const KEPT_CELLS = 200;

const RULE_IDS: ReadonlySet<string> = new Set([...RULES, ...RENDER_RULES].map(({ id }) => id));

/** What the facts of one request have in common here. */
export interface CrowdContext {
  readonly cells: Cells;
  /** Of each publisher: in how many cells the doctor stands, once it was asked for. */
  readonly held: Map<string, number>;
}

/** Who stands in which cell of the open week: sets of tags under the week's key. */
export class CrowdSets {
  constructor(
    private readonly db: Database,
    private readonly key: PeriodKey,
    private readonly items: Items,
  ) {}

  /** Once or many times a week: a doctor stands in a cell or doesn't. */
  take({ fact, item, version }: Fact, publisher: string, member: string, { cells, held }: CrowdContext): Outcome {
    // Ids are free text by their form; only those that a rule or the record really has are kept.
    if (!this.#exists(fact, item, version))
      return { code: 'unknown-value', detail: 'fact: no rule and no approved excerpt of this item has this id.' };
    const tag = this.key.tag(member, publisher);
    const before = held.get(publisher) ?? this.#held(tag);
    const cell = cells.numberOf(this.key.period, publisher, item, fact);
    const after = before + this.db.run('INSERT OR IGNORE INTO crowd_doctor (tag, cell) VALUES (?, ?)', tag, cell);
    held.set(publisher, Math.min(after, KEPT_CELLS));
    if (after <= KEPT_CELLS) return 'accepted';
    this.db.run('DELETE FROM crowd_doctor WHERE tag = ? AND cell = ?', tag, cell);
    return { code: 'bound', detail: 'fact: counted for as many things of one publisher as one doctor is in a week.' };
  }

  #held(tag: Buffer): number {
    return this.db.get<{ n: number }>('SELECT count(*) AS n FROM crowd_doctor WHERE tag = ?', tag)?.n ?? 0;
  }

  #exists(fact: string, item: string, version: number): boolean {
    const dot = fact.indexOf('.');
    const id = fact.slice(dot + 1);
    switch (dot < 0 ? '' : fact.slice(0, dot)) {
      case 'excerpt':
        return this.items.excerptsOf(item, version).includes(id);
      case 'share-blocked':
        return RULE_IDS.has(id);
      default:
        return true; // The schema has closed lists for these.
    }
  }
}
