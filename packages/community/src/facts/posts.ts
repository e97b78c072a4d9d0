import { laneOf, type Fact, type PublicRow } from '@pullquote/events';
import type { Days } from '../lane/days.js';
import type { Database } from '../store/database.js';
import type { Bound } from './bound.js';
import type { Outcome } from './outcome.js';
import type { Removals } from './removals.js';

/** Public posts: one more in the sum of their day. */
export class Posts {
  constructor(
    private readonly db: Database,
    private readonly days: Days,
    private readonly bound: Bound,
    private readonly removals: Removals,
  ) {}

  take(fact: Fact, publisher: string, member: string, day: string): Outcome {
    const row = publicRow(fact);
    if (!row) return { code: 'unknown-value', detail: 'fact, depth: no post is like this.' };
    if (!this.bound.take(member, row.item))
      return { code: 'bound', detail: 'item: counted as often as one doctor is counted for one item in a week.' };
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
    this.removals.remember(member, row, day);
    return 'accepted';
  }
}

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
