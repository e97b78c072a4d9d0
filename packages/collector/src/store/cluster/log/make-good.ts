import { text, type ClickHouse } from '../analytics/clickhouse.js';
import { storeEntries, type PlacedEntry } from './store-entries.js';
import type { LogStream } from './stream.js';

const AT_ONCE = 32;

/**
 * Asks ClickHouse whether it has every event of a stretch of the log, which is simple, for they are numbered without a gap; what is not
 * there is read from the log and stored. That a message counts as acknowledged is not proof enough to remove it: in a drill on NATS 2.9 some
 * did that ClickHouse did not have, and why was not found out (decision 60).
 * @param keptFrom events of earlier days may be gone, so they are not missed
 * @returns how many messages were stored again
 */
export async function makeGood(
  stream: LogStream,
  sql: ClickHouse,
  { from, to }: { readonly from: number; readonly to: number },
  keptFrom: string,
): Promise<number> {
  const [first, last] = await Promise.all([stream.read(from), stream.read(to)]);
  if (!first || !last) return 0;
  const [start, end] = [first.first, last.first + last.events];
  if (start === end || (await stored(sql, stream.publisher, start, end)) === end - start) return 0;
  let again = 0;
  for await (const entries of readStretch(stream, from, to))
    for (const { place, entry } of entries) {
      if (entry.events === 0) continue;
      if ((await stored(sql, stream.publisher, entry.first, entry.first + entry.events)) === entry.events) continue;
      const days = entry.batches.flatMap(({ cells, held }) => [
        ...cells.map(({ day }) => day),
        ...held.map((one) => one.data.day),
      ]);
      if (days.some((day) => day < keptFrom)) continue;
      await storeEntries(sql, [{ place, entry }]);
      again += 1;
    }
  return again;
}

/** Stores a stretch of the log, whatever of it is in ClickHouse. What is not there any more had been taken over. */
export async function storeStretch(
  stream: LogStream,
  sql: ClickHouse,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  for await (const entries of readStretch(stream, from, to)) await storeEntries(sql, entries);
}

/** A stretch of the log, some messages at a time, without those that are not there any more. */
async function* readStretch(stream: LogStream, from: number, to: number): AsyncGenerator<PlacedEntry[]> {
  for (let place = from; place <= to; place += AT_ONCE) {
    const places = Array.from({ length: Math.min(AT_ONCE, to - place + 1) }, (_, i) => place + i);
    const entries = await Promise.all(places.map(async (at) => ({ place: at, entry: await stream.read(at) })));
    yield entries.flatMap(({ place: at, entry }) => (entry === undefined ? [] : [{ place: at, entry }]));
  }
}

async function stored(sql: ClickHouse, publisher: string, start: number, end: number): Promise<number> {
  const row = await sql.row<{ n: number }>(
    `SELECT uniqExact(seq) AS n FROM ${sql.table('log')}
     WHERE publisher = ${text(publisher)} AND seq >= ${start} AND seq < ${end}`,
  );
  return row?.n ?? 0;
}
