import { RENDER_RULES, RULES } from '@pullquote/record';
import type { Fact } from '@pullquote/events';
import type { Outcome } from '../facts/outcome.js';
import type { PeriodKey } from '../keys/period-key.js';
import type { Database } from '../store/database.js';
import type { Items } from '../store/items.js';

/** So many different cells of one publisher and week are kept for a doctor, of which four will count. */
export const KEPT_CELLS = 200;

const RULE_IDS: ReadonlySet<string> = new Set([...RULES, ...RENDER_RULES].map(({ id }) => id));

/** Who stands in which cell of the open week: sets of tags under the week's key. */
export class CrowdSets {
  constructor(
    private readonly db: Database,
    private readonly key: PeriodKey,
    private readonly items: Items,
  ) {}

  /** Once or many times a week: a doctor stands in a cell or doesn't. */
  take({ fact, item, version }: Fact, publisher: string, member: string): Outcome {
    // Ids are free text by their form; only those that a rule or the record really has are kept.
    if (!this.#exists(fact, item, version))
      return { code: 'unknown-value', detail: 'fact: no rule and no approved excerpt of this item has this id.' };
    const tag = this.key.tag(member, publisher);
    const held = 'FROM crowd WHERE week = ? AND publisher = ? AND tag = ?';
    const place = [this.key.period, publisher, tag] as const;
    if (this.db.get(`SELECT 1 ${held} AND item = ? AND fact = ?`, ...place, item, fact)) return 'accepted';
    const cells = this.db.get<{ n: number }>(`SELECT count(*) AS n ${held}`, ...place)?.n ?? 0;
    if (cells >= KEPT_CELLS)
      return { code: 'bound', detail: 'fact: counted for as many things of one publisher as one doctor is in a week.' };
    this.db.run('INSERT INTO crowd (week, publisher, tag, item, fact) VALUES (?, ?, ?, ?, ?)', ...place, item, fact);
    return 'accepted';
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
