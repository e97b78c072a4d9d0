import { CROWD_TYPE, HELD_TYPE, PUBLIC_TYPES } from '../../event-types.js';
import { cellContent, crowdContent, dayOfWeek, heldContent, type Entry } from '../log/entry.js';

/** A row of `log`; a column that is left out is empty or 0. */
export interface LogRow {
  readonly publisher: string;
  readonly seq: number;
  readonly community: string;
  readonly id: string;
  readonly type: number;
  readonly day: string;
  readonly content: string;
  readonly item?: string;
  readonly version?: number;
  readonly country?: string;
  readonly depth?: number;
  readonly fact?: string;
  readonly week?: string;
  readonly figure?: number;
  readonly low?: number;
  readonly high?: number;
  readonly threshold?: number;
  readonly epsilon?: number;
  readonly list?: string;
  readonly iat?: number;
}

/** The events of a message, numbered: the same whenever and by whomever it is read. */
export function logRows({ publisher, first, batches }: Entry): LogRow[] {
  const rows: LogRow[] = [];
  let seq = first;
  for (const { community, cells, crowds, held } of batches) {
    for (const { ids, fact, ...cell } of cells) {
      const shared = { publisher, community, type: PUBLIC_TYPES[fact], ...cell };
      const content = cellContent(publisher, { fact, ...cell });
      for (const id of ids) rows.push({ ...shared, content, id, seq: seq++ });
    }
    for (const event of crowds) {
      const { interval, ...data } = event.data;
      rows.push({
        ...{ publisher, seq: seq++, community, id: event.id, type: CROWD_TYPE, day: dayOfWeek(data.week) },
        ...{
          content: crowdContent(publisher, event),
          item: event.subject,
          ...data,
          low: interval[0],
          high: interval[1],
        },
      });
    }
    for (const event of held)
      rows.push({
        ...{ publisher, seq: seq++, community, id: event.id, type: HELD_TYPE, day: event.data.day },
        ...{ content: heldContent(publisher, event), list: event.subject, iat: event.data.iat },
      });
  }
  return rows;
}
