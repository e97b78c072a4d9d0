import { dayOf, dayStart, weekOf, weekStart } from '@pullquote/events';
import type { DepthFigures } from '../../cells.js';
import type { CommunityDayRow, Counters, ItemWeekRow } from '../../counters.js';
import type { WeekRange } from '../../range.js';
import { CELL_SUMS, cellRows, KIND_SUMS } from './cell-rows.js';
import { equal, range, text, where, type ClickHouse } from './clickhouse.js';

const DAY_MS = 86_400_000;
const SPAN = 'min(day) AS firstDay, max(day) AS lastDay';
const SUMS = 'sum(shared) AS shared, sum(reshared) AS reshared, sum(quoted) AS quoted';

/** The Monday of a day; a day that ClickHouse's dates cannot hold stands for itself. */
const MONDAY = `if(day < '1970-01-05' OR day > '2105-12-31', day, toString(toMonday(toDate(day))))`;

interface WeekSums extends DepthFigures {
  readonly item: string;
  readonly version: number;
  readonly monday: string;
}

/** All but a community's countries follow from the fine counter. */
export function readCounters(sql: ClickHouse): Counters {
  const communityRows = (publisher: string, community: string | undefined, days: object) =>
    `(SELECT community, country, day, max(shared) AS shared, max(reshared) AS reshared, max(quoted) AS quoted
      FROM ${sql.table('community_days')}
      WHERE ${where(`publisher = ${text(publisher)}`, equal('community', community), range('day', days))}
      GROUP BY community, country, day)`;

  return {
    days: (publisher, days = {}) =>
      sql.rows(`SELECT day, ${KIND_SUMS} FROM ${cellRows(sql, publisher, days)} GROUP BY day ORDER BY day`),
    itemDays: (publisher, query = {}) =>
      sql.rows(
        `SELECT item, day, ${KIND_SUMS} FROM ${cellRows(sql, publisher, query)} GROUP BY item, day ORDER BY item, day`,
      ),
    items: (publisher, days = {}) =>
      sql.rows(`SELECT item, ${SPAN}, ${KIND_SUMS} FROM ${cellRows(sql, publisher, days)} GROUP BY item ORDER BY item`),
    communityDays: (publisher, { community, ...days } = {}) =>
      sql.rows<CommunityDayRow>(
        `SELECT * FROM ${communityRows(publisher, community, days)} ORDER BY community, country, day`,
      ),
    communities: (publisher, days = {}) =>
      sql.rows(
        `SELECT community, country, ${SPAN}, ${SUMS} FROM ${communityRows(publisher, undefined, days)}
         GROUP BY community, country ORDER BY community, country`,
      ),
    async itemWeeks(publisher, { item, ...weeks } = {}) {
      const cells = cellRows(sql, publisher, { item, ...daysOf(weeks) });
      const rows = await sql.rows<WeekSums>(
        `SELECT item, version, ${MONDAY} AS monday, ${CELL_SUMS} FROM ${cells} GROUP BY item, version, monday`,
      );
      return byDepth(rows);
    },
    itemCommunities: (publisher, query = {}) =>
      sql.rows(
        `SELECT item, version, community, ${SPAN}, ${KIND_SUMS} FROM ${cellRows(sql, publisher, query)}
         GROUP BY item, version, community ORDER BY item, version, community`,
      ),
  };
}

function daysOf({ from, to }: WeekRange) {
  return {
    ...(from === undefined ? {} : { from: dayOf(weekStart(from)) }),
    ...(to === undefined ? {} : { to: dayOf(weekStart(to) + 6 * DAY_MS) }),
  };
}

/** Six numbers of a week → a row for each depth at which something was posted. */
function byDepth(rows: readonly WeekSums[]): ItemWeekRow[] {
  const sums = new Map<string, ItemWeekRow>();
  for (const { item, version, monday, ...n } of rows) {
    const week = weekOf(dayStart(monday));
    const depths = [
      { depth: 1, shared: n.shared, reshared: 0, quoted: n.quoted1 },
      { depth: 2, shared: 0, reshared: n.reshared2, quoted: n.quoted2 },
      { depth: 3, shared: 0, reshared: n.reshared3, quoted: n.quoted3 },
    ];
    for (const { depth, shared, reshared, quoted } of depths) {
      if (shared + reshared + quoted === 0) continue;
      // As texts, in the order in which the rows are given.
      const key = [item, String(version).padStart(10, '0'), depth, week].join(' ');
      const before = sums.get(key);
      sums.set(key, {
        ...{ item, version, depth, week },
        shared: shared + (before?.shared ?? 0),
        reshared: reshared + (before?.reshared ?? 0),
        quoted: quoted + (before?.quoted ?? 0),
      });
    }
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
