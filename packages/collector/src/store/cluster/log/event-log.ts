import type { EventLog } from '../../event-log.js';
import type { ClickHouse } from '../analytics/clickhouse.js';
import { readEvents } from '../analytics/events.js';
import type { Documents } from '../documents/documents.js';
import { tokenOf } from '../names.js';
import type { Logs } from './logs.js';

const CURSOR = /^(0|[1-9]\d{0,15})$/;

/** Where a publisher's log has a gap at its beginning: the number of the newest event that was removed. */
export const goneKey = (publisher: string): string => `gone.${tokenOf(publisher)}`;

/** A cursor is the number of the last event that was read. */
export function readEventLog(sql: ClickHouse, logs: Logs, documents: Documents): EventLog {
  return {
    async read(publisher, after, limit) {
      // Two collectors take messages over side by side: what lies behind the first gap may still be in front of somebody's eyes.
      const until = await (await logs.of(publisher)).log.progress.reached();
      const events = await readEvents(sql, publisher, { after: seqOf(after), until, limit });
      const whole = await upToAGap(events, seqOf(after), async () => {
        const [gone, oldest] = await Promise.all([
          documents.get<{ seq: number }>(goneKey(publisher)),
          logs.of(publisher).then(({ log }) => log.progress.oldest()),
        ]);
        return Math.max(gone?.seq ?? 0, oldest - 1);
      });
      return whole.map(({ seq, event }) => ({ cursor: String(seq), event }));
    },
    end: async (publisher) => String(await (await logs.of(publisher)).log.end()),
    async knows(publisher, cursor) {
      if (!CURSOR.test(cursor)) return false;
      const [gone, last] = await Promise.all([
        documents.get<{ seq: number }>(goneKey(publisher)),
        logs.of(publisher).then(({ log }) => log.end()),
      ]);
      return Number(cursor) >= (gone?.seq ?? 0) && Number(cursor) <= last;
    },
  };
}

function seqOf(cursor: string | undefined): number {
  return cursor === undefined || !CURSOR.test(cursor) ? 0 : Number(cursor);
}

/**
 * Numbers have no gaps, but where old events were removed. Behind another one nothing is given: what belongs there stands in the log and
 * is still to come.
 * @param settled up to which number nothing can come any more
 */
async function upToAGap<T extends { readonly seq: number }>(
  events: readonly T[],
  after: number,
  settled: () => Promise<number>,
): Promise<readonly T[]> {
  const gapBehind = (from: number) =>
    events.findIndex(({ seq }, i) => seq > from + 1 && seq > (events[i - 1]?.seq ?? after) + 1);
  if (gapBehind(0) === -1) return events;
  const gap = gapBehind(await settled());
  return gap === -1 ? events : events.slice(0, gap);
}
