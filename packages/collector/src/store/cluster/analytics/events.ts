import { parseEvent, type PullquoteEvent } from '@pullquote/events';
import { CROWD_TYPE, HELD_TYPE, PUBLIC_TYPES } from '../../event-types.js';
import { text, type ClickHouse } from './clickhouse.js';
import type { LogRow } from './log-rows.js';

type Row = Required<Omit<LogRow, 'content' | 'publisher'>>;

/** Stored events behind one number, up to and with another, in order. */
export async function readEvents(
  sql: ClickHouse,
  publisher: string,
  { after, until, limit }: { readonly after: number; readonly until: number; readonly limit: number },
): Promise<{ readonly seq: number; readonly event: PullquoteEvent }[]> {
  const rows = await sql.rows<Row>(
    `SELECT seq, community, id, type, item, version, country, depth, day, fact, week, figure, low, high, threshold, epsilon,
       list, iat
     FROM ${sql.table('log')} WHERE publisher = ${text(publisher)} AND seq > ${after} AND seq <= ${until}
     ORDER BY seq, community, id LIMIT 1 BY seq, community, id LIMIT ${limit}`,
  );
  return rows.map((row) => ({ seq: row.seq, event: eventOf(row) }));
}

/** The event as it came. Every column was judged on its way in, so one that does not fit says that the table is damaged. */
function eventOf(row: Row): PullquoteEvent {
  return parseEvent({
    specversion: '1.0',
    id: row.id,
    source: row.community,
    datacontenttype: 'application/json',
    ...contentOf(row),
  });
}

function contentOf(row: Row): object {
  const { type, item, version, country, depth, day, fact, week, figure, low, high, threshold, epsilon, list, iat } =
    row;
  const post = { subject: item, data: { version, country, depth, day } };
  switch (type) {
    case PUBLIC_TYPES.shared:
      return { type: 'org.pullquote.shared.v1', ...post };
    case PUBLIC_TYPES.reshared:
      return { type: 'org.pullquote.reshared.v1', ...post };
    case PUBLIC_TYPES.quoted:
      return { type: 'org.pullquote.quoted.v1', ...post };
    case CROWD_TYPE:
      return {
        type: 'org.pullquote.crowd.v1',
        subject: item,
        data: { fact, week, figure, threshold, epsilon, interval: [low, high] },
      };
    case HELD_TYPE:
      return { type: 'org.pullquote.status-held.v1', subject: list, data: { day, iat } };
    default:
      throw new Error(`log.type ${type} is not known.`);
  }
}
