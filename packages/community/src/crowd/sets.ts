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

/** Where one doctor stands with one publisher, while the facts of a request are taken. */
interface Standing {
  readonly tag: Buffer;
  /** Cells on disk. */
  before: number;
  /** Cells that the end of the request puts there. */
  waiting: number[];
}

/** What the facts of one request have in common here. */
export interface CrowdContext {
  readonly cells: Cells;
  /** By publisher, once it was asked for. */
  readonly standings: Map<string, Standing>;
}

/** Who stands in which cell of the open week: sets of tags under the week's key. */
export class CrowdSets {
  constructor(
    private readonly db: Database,
    private readonly key: PeriodKey,
    private readonly items: Items,
  ) {}

  /** Once or many times a week: a doctor stands in a cell or doesn't. */
  take({ fact, item, version }: Fact, publisher: string, member: string, { cells, standings }: CrowdContext): Outcome {
    // Ids are free text by their form; only those that a rule or the record really has are kept.
    if (!this.#exists(fact, item, version))
      return { code: 'unknown-value', detail: 'fact: no rule and no approved excerpt of this item has this id.' };
    const standing = this.#standing(member, publisher, standings);
    const cell = cells.numberOf(this.key.period, publisher, item, fact);
    // Far from the bound it is no matter which of them the doctor stands in already.
    if (standing.before + standing.waiting.length < KEPT_CELLS) {
      standing.waiting.push(cell);
      return 'accepted';
    }
    this.#put(standing);
    standing.before = this.#held(standing.tag);
    const after = standing.before + this.#insert(standing.tag, [cell]);
    if (after <= KEPT_CELLS) {
      standing.before = after;
      return 'accepted';
    }
    this.db.run('DELETE FROM crowd_doctor WHERE tag = ? AND cell = ?', standing.tag, cell);
    return { code: 'bound', detail: 'fact: counted for as many things of one publisher as one doctor is in a week.' };
  }

  /** Puts on disk what one request brought; in the transaction that counts its facts. */
  write({ standings }: CrowdContext): void {
    for (const standing of standings.values()) this.#put(standing);
  }

  #standing(member: string, publisher: string, standings: CrowdContext['standings']): Standing {
    const known = standings.get(publisher);
    if (known) return known;
    const tag = this.key.tag(member, publisher);
    const standing = { tag, before: this.#held(tag), waiting: [] };
    standings.set(publisher, standing);
    return standing;
  }

  #put(standing: Standing): void {
    if (standing.waiting.length > 0) standing.before += this.#insert(standing.tag, standing.waiting);
    standing.waiting = [];
  }

  /** All in one statement: each way into SQLite costs as much as what it does there. @returns how many are new */
  #insert(tag: Buffer, cells: readonly number[]): number {
    return this.db.run(
      'INSERT OR IGNORE INTO crowd_doctor (tag, cell) SELECT ?, value FROM json_each(?)',
      tag,
      JSON.stringify(cells),
    );
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
