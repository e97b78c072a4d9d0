import { CollectorError } from '../../../errors.js';
import type { RebuildProgress } from '../../keeping.js';
import { text, type ClickHouse } from '../analytics/clickhouse.js';
import { removeRows } from '../analytics/mutate.js';
import { cellsOf, communityDaysOf } from '../analytics/recount.js';
import { settle, type KeepingParts } from './prune.js';

interface Month {
  readonly publisher: string;
  readonly month: string;
  readonly posts: number;
}

const COUNTERS = [
  {
    table: 'cells',
    keys: 'publisher, item, version, community, day',
    figures: ['shared', 'reshared2', 'reshared3', 'quoted1', 'quoted2', 'quoted3'],
    counted: cellsOf,
  },
  {
    table: 'community_days',
    keys: 'publisher, community, country, day',
    figures: ['shared', 'reshared', 'quoted'],
    counted: communityDaysOf,
  },
] as const;

/** Counts the posts of each publisher and month anew. @returns how many counters were wrong */
export async function rebuild(
  { sql, logs, meta }: KeepingParts,
  say: (progress: RebuildProgress) => void = () => undefined,
): Promise<number> {
  await settle(logs);
  const { keptFrom } = await meta.read();
  if (keptFrom !== undefined)
    throw new CollectorError(
      'store',
      `Events of days before ${keptFrom} have been removed (keepEventsDays), so what is left cannot be counted anew. The counters stay as they are.`,
    );
  const months = await sql.longRows<Month>(
    `SELECT publisher, substring(day, 1, 7) AS month, sum(n) AS posts FROM (
       SELECT publisher, day, count() AS n FROM ${sql.table('posts')} GROUP BY publisher, day
       UNION ALL SELECT publisher, day, toUInt64(0) AS n FROM ${sql.table('cells')}
       UNION ALL SELECT publisher, day, toUInt64(0) AS n FROM ${sql.table('community_days')})
     GROUP BY publisher, month ORDER BY publisher, month`,
  );
  const of = months.reduce((sum, { posts }) => sum + posts, 0);
  let [done, wrong] = [0, 0];
  for (const month of months) {
    for (const counter of COUNTERS) wrong += await mend(sql, month, counter);
    done += month.posts;
    say({ done, of: Math.max(of, 1) });
  }
  return wrong;
}

async function mend(sql: ClickHouse, { publisher, month }: Month, counter: (typeof COUNTERS)[number]): Promise<number> {
  const { table, keys, figures, counted } = counter;
  const here = `publisher = ${text(publisher)} AND substring(day, 1, 7) = ${text(month)}`;
  const pairs = `SELECT DISTINCT publisher, day, community FROM ${sql.table('posts')} WHERE ${here}`;
  const sums = (sign: string, source: string, which: string) =>
    `SELECT ${keys}, ${figures.map((one) => `${sign}toInt64(${which}(${one})) AS d_${one}`).join(', ')} FROM ${source} GROUP BY ${keys}`;
  const difference = `SELECT ${keys} FROM (
      ${sums('', `(SELECT ${keys}, ${figures.join(', ')} FROM ${sql.table(table)} WHERE ${here})`, 'max')}
      UNION ALL ${sums('-', `(SELECT ${keys}, ${figures.join(', ')} FROM (${counted(sql, pairs)}))`, 'max')})
    GROUP BY ${keys} HAVING ${figures.map((one) => `sum(d_${one}) != 0`).join(' OR ')}`;
  const { n } = (await sql.longRows<{ n: number }>(`SELECT count() AS n FROM (${difference})`))[0] ?? { n: 0 };
  if (n === 0) return 0;
  // A greater row that is wrong would win over a right one: so it has to go.
  await removeRows(sql, table, here);
  await sql.run(`INSERT INTO ${sql.table(table)} ${counted(sql, pairs)}`);
  return n;
}
