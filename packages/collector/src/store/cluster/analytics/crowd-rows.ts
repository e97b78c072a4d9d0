import { equal, range, text, where, type ClickHouse } from './clickhouse.js';
import type { WeekRange } from '../../range.js';

interface CrowdChoice extends WeekRange {
  readonly item?: string | undefined;
  readonly community?: string | undefined;
  readonly facts?: readonly string[] | undefined;
  /** The beginning of codes. */
  readonly beginning?: string | undefined;
}

/** Released figures, each once. */
export function crowdRows(sql: ClickHouse, publisher: string, choice: CrowdChoice): string {
  const { item, community, facts, beginning, ...weeks } = choice;
  return `(SELECT DISTINCT item, fact, week, community, figure, low, high, threshold, epsilon FROM ${sql.table('crowd')}
    WHERE ${where(
      `publisher = ${text(publisher)}`,
      equal('item', item),
      equal('community', community),
      facts && (facts.length === 0 ? '0' : `fact IN (${facts.map(text).join()})`),
      beginning === undefined ? undefined : `startsWith(fact, ${text(beginning)})`,
      range('week', weeks),
    )})`;
}

export const CROWD_SUM = 'sum(figure) AS figure, sum(low) AS low, sum(high) AS high';
