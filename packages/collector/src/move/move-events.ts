import type { CrowdEvent, StatusHeldEvent } from '@pullquote/events';
import type { Connection } from '../store/sqlite/connection.js';
import { EVENT_ROWS, type EventRow } from '../store/sqlite/event-log.js';
import { text, type ClickHouse } from '../store/cluster/analytics/clickhouse.js';
import { logRows, type LogRow } from '../store/cluster/analytics/log-rows.js';
import { endKey } from '../store/cluster/log/logs.js';
import { goneKey } from '../store/cluster/log/event-log.js';
import type { Documents } from '../store/cluster/documents/documents.js';
import { CROWD_TYPE, HELD_TYPE, PUBLIC_TYPES } from '../store/event-types.js';
import type { EntryBatch } from '../store/cluster/log/entry.js';

/** Events of one insert. */
const STEP = 20_000;
/** Events that are compared at once. */
const AT_ONCE = 1_000_000;

interface Place {
  readonly seq: number;
}

export interface MoveProgress {
  readonly done: number;
  readonly of: number;
}

/**
 * Every event that is kept, with the number that it has: cursors stay what they are. How far it has come is noted behind each insert,
 * so that it can go on from there; the insert behind the last note is done twice, which does no harm.
 */
export async function moveEvents(
  from: Connection,
  { sql, documents }: { readonly sql: ClickHouse; readonly documents: Documents },
  say: (progress: MoveProgress) => void,
): Promise<void> {
  const publishers = from.all<{ num: number; origin: string; last: number; gone: number }>(
    'SELECT num, origin, last_seq AS last, gone_seq AS gone FROM publishers ORDER BY num',
  );
  const of = publishers.reduce((sum, { last }) => sum + last, 0);
  let before = 0;
  for (const { num, origin, last, gone } of publishers) {
    await documents.put(endKey(origin), { seq: last });
    await documents.put(goneKey(origin), { seq: gone });
    const noted = `move.${endKey(origin).replace('.', '-')}`;
    let { seq: after } = (await documents.get<Place>(noted)) ?? { seq: 0 };
    for (;;) {
      const rows = from.all<EventRow>(
        `${EVENT_ROWS} WHERE e.publisher = ? AND seq > ? ORDER BY seq LIMIT ?`,
        num,
        after,
        STEP,
      );
      const end = rows.at(-1)?.seq;
      if (end === undefined) break;
      await sql.insert(
        'log',
        rows.map((row) => rowOf(origin, row)),
      );
      after = end;
      await documents.put(noted, { seq: after });
      say({ done: before + after, of });
    }
    before += last;
  }
  say({ done: of, of });
}

/** Whether every event that is kept is there now. @returns what is not the same, in words */
export async function compareEvents(from: Connection, sql: ClickHouse): Promise<string | undefined> {
  const publishers = from.all<{ num: number; origin: string; last: number }>(
    'SELECT num, origin, last_seq AS last FROM publishers ORDER BY num',
  );
  for (const { num, origin, last } of publishers)
    // Some at a time: to count distinct numbers, ClickHouse holds each of them in memory.
    for (let after = 0; after < last; after += AT_ONCE) {
      const [here] = from.all<{ n: number }>(
        'SELECT count(*) AS n FROM events WHERE publisher = ? AND seq > ? AND seq <= ?',
        ...[num, after, after + AT_ONCE],
      );
      const [there] = await sql.longRows<{ n: number }>(
        `SELECT uniqExact(seq) AS n FROM ${sql.table('log')}
         WHERE publisher = ${text(origin)} AND seq > ${after} AND seq <= ${after + AT_ONCE}`,
      );
      if (there?.n !== here?.n)
        return `Of events ${after + 1} to ${after + AT_ONCE}, ${origin} has ${there?.n ?? 0}, not ${here?.n ?? 0}`;
    }
  return undefined;
}

/** As an entry of the log would have it, with the number that it has. */
function rowOf(publisher: string, row: EventRow): LogRow {
  const [made] = logRows({ publisher, first: row.seq, events: 1, refused: [], batches: [batchOf(row)] });
  if (!made) throw new Error(`events.type ${row.type} is not known.`);
  return made;
}

function batchOf({ community, id, type, item, version, country, depth, day, data }: EventRow): EntryBatch {
  const nothing = { community, cells: [], crowds: [], held: [] };
  const rest = data === null ? {} : (JSON.parse(data) as Record<string, unknown>);
  if (type === CROWD_TYPE)
    return { ...nothing, crowds: [{ id, subject: item ?? '', data: rest as unknown as CrowdEvent['data'] }] };
  if (type === HELD_TYPE) {
    const { list, iat } = rest as { list: string; iat: number };
    const said: StatusHeldEvent['data'] = { day, iat };
    return { ...nothing, held: [{ id, subject: list, data: said }] };
  }
  const fact = (Object.keys(PUBLIC_TYPES) as (keyof typeof PUBLIC_TYPES)[]).find((one) => PUBLIC_TYPES[one] === type);
  if (fact === undefined) return nothing;
  const cell = {
    fact,
    item: item ?? '',
    version: version ?? 0,
    country: country ?? '',
    depth: depth ?? 0,
    day,
    ids: [id],
  };
  return { ...nothing, cells: [cell] };
}
