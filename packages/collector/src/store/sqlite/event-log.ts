import { parseEvent, type PullquoteEvent } from '@pullquote/events';
import type { EventLog } from '../event-log.js';
import type { Connection } from './connection.js';
import { CROWD_TYPE, HELD_TYPE, PUBLIC_TYPES } from '../event-types.js';

/** An event as it is kept. */
export interface EventRow {
  readonly seq: number;
  readonly community: string;
  readonly id: string;
  readonly type: number;
  readonly item: string | null;
  readonly version: number | null;
  readonly country: string | null;
  readonly depth: number | null;
  readonly day: string;
  readonly data: string | null;
}

/** To be followed by which of them. */
export const EVENT_ROWS = `SELECT seq, s.origin AS community, id, type, urn AS item, version, country, depth, day, data
  FROM events e JOIN sources s ON s.num = community LEFT JOIN items i ON i.num = item`;

const CURSOR = /^(0|[1-9]\d{0,15})$/;

/** A cursor is the number of the last event that was read. */
export function readEventLog(sql: Connection): EventLog {
  const place = (publisher: string) =>
    sql.get<{ last: number; gone: number }>(
      'SELECT last_seq AS last, gone_seq AS gone FROM publishers WHERE origin = ?',
      publisher,
    ) ?? { last: 0, gone: 0 };
  return {
    read: async (publisher, after, limit) =>
      sql
        .all<EventRow>(
          `${EVENT_ROWS} WHERE e.publisher = (SELECT num FROM publishers WHERE origin = ?) AND seq > ? ORDER BY seq LIMIT ?`,
          publisher,
          seqOf(after),
          limit,
        )
        .map((row) => ({ cursor: String(row.seq), event: eventOf(row) })),
    end: async (publisher) => String(place(publisher).last),
    async knows(publisher, cursor) {
      if (!CURSOR.test(cursor)) return false;
      const { last, gone } = place(publisher);
      return Number(cursor) >= gone && Number(cursor) <= last;
    },
  };
}

function seqOf(cursor: string | undefined): number {
  return cursor === undefined || !CURSOR.test(cursor) ? 0 : Number(cursor);
}

/** The event as it came. Every column was judged on its way in, so one that does not fit says that the file is damaged. */
function eventOf({ type, ...row }: EventRow): PullquoteEvent {
  return parseEvent({
    specversion: '1.0',
    id: row.id,
    source: row.community,
    datacontenttype: 'application/json',
    ...contentOf(type, row),
  });
}

function contentOf(type: number, { item, version, country, depth, day, data }: Omit<EventRow, 'type'>): object {
  const rest = data === null ? {} : (JSON.parse(data) as Record<string, unknown>);
  switch (type) {
    case PUBLIC_TYPES.shared:
      return { type: 'org.pullquote.shared.v1', subject: item, data: { version, country, depth, day } };
    case PUBLIC_TYPES.reshared:
      return { type: 'org.pullquote.reshared.v1', subject: item, data: { version, country, depth, day } };
    case PUBLIC_TYPES.quoted:
      return { type: 'org.pullquote.quoted.v1', subject: item, data: { version, country, depth, day } };
    case CROWD_TYPE:
      return { type: 'org.pullquote.crowd.v1', subject: item, data: rest };
    case HELD_TYPE:
      return { type: 'org.pullquote.status-held.v1', subject: rest['list'], data: { day, iat: rest['iat'] } };
    default:
      throw new Error(`events.type ${type} is not known.`);
  }
}
