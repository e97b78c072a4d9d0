import { CollectorError } from '../../../errors.js';
import type { ClickHouse } from './clickhouse.js';

/**
 * Every table takes the same row twice without harm, for a batch may be delivered again: equal keys are one row, now or once
 * ClickHouse has merged them. So nothing here may be read without putting equal keys together first.
 */
const ONE = `ENGINE = ReplacingMergeTree`;
const BY_YEAR = 'PARTITION BY substring(day, 1, 4)';

/** Each step to the next version, in order. A step that was released is never changed. */
const STEPS: readonly (readonly string[])[] = [
  [
    // Every event as it came, in the order of its publisher's log.
    `CREATE TABLE IF NOT EXISTS {}.log (
      publisher String, seq UInt64, community String, id String, type UInt8, item String, version UInt32, country String,
      depth UInt8, day String, fact String, week String, figure Int64, low Int64, high Int64, threshold Int64, epsilon Float64,
      list String, iat UInt64, content String
    ) ${ONE} ${BY_YEAR} ORDER BY (publisher, seq, community, id)`,
    // Has this id come before, and for what?
    `CREATE TABLE IF NOT EXISTS {}.ids (community String, id String, publisher String, content String, day String)
      ${ONE} ${BY_YEAR} ORDER BY (community, id, publisher) SETTINGS index_granularity = 256`,
    `CREATE MATERIALIZED VIEW IF NOT EXISTS {}.log_ids TO {}.ids AS
      SELECT community, id, publisher, content, day FROM {}.log`,
    // Public posts, so that those of one community on one day stand together and can be counted anew.
    `CREATE TABLE IF NOT EXISTS {}.posts (
      publisher String, day String, community String, item String, version UInt32, type UInt8, depth UInt8, country String,
      id String
    ) ${ONE} ${BY_YEAR} ORDER BY (publisher, day, community, item, version, type, depth, country, id)
      SETTINGS index_granularity = 1024`,
    `CREATE MATERIALIZED VIEW IF NOT EXISTS {}.log_posts TO {}.posts AS
      SELECT publisher, day, community, item, version, type, depth, country, id FROM {}.log WHERE type <= 3`,
    // Counters: they stay when events go, and only ever grow. Of several rows with one key, the greatest is the newest.
    `CREATE TABLE IF NOT EXISTS {}.cells (
      publisher String, item String, version UInt32, community String, day String, shared UInt64, reshared2 UInt64,
      reshared3 UInt64, quoted1 UInt64, quoted2 UInt64, quoted3 UInt64, total UInt64
    ) ${ONE}(total) ORDER BY (publisher, item, version, community, day)`,
    `CREATE TABLE IF NOT EXISTS {}.community_days (
      publisher String, community String, country String, day String, shared UInt64, reshared UInt64, quoted UInt64,
      total UInt64
    ) ${ONE}(total) ORDER BY (publisher, community, country, day)`,
    `CREATE TABLE IF NOT EXISTS {}.crowd (
      publisher String, item String, fact String, week String, community String, figure Int64, low Int64, high Int64,
      threshold Int64, epsilon Float64
    ) ${ONE} ORDER BY (publisher, item, fact, week, community)`,
    `CREATE MATERIALIZED VIEW IF NOT EXISTS {}.log_crowd TO {}.crowd AS
      SELECT publisher, item, fact, week, community, figure, low, high, threshold, epsilon FROM {}.log WHERE type = 4`,
    `CREATE TABLE IF NOT EXISTS {}.held (publisher String, list String, community String, day String, iat UInt64)
      ${ONE}(iat) ORDER BY (publisher, list, community, day)`,
    `CREATE MATERIALIZED VIEW IF NOT EXISTS {}.log_held TO {}.held AS
      SELECT publisher, list, community, day, iat FROM {}.log WHERE type = 5`,
    // What was refused, with the place in the log that says so: the same place says it once.
    `CREATE TABLE IF NOT EXISTS {}.refused (
      day String, publisher String, community String, code String, log String, place UInt64, n UInt64
    ) ${ONE} ORDER BY (day, publisher, community, code, log, place)`,
  ],
];

export const SCHEMA_VERSION = STEPS.length;

/**
 * Makes the tables, or brings them to this version. Each statement can be run twice, so several collectors may start at once, and one
 * that was killed half-way goes on. @throws CollectorError `store`
 */
export async function prepareSchema(sql: ClickHouse): Promise<void> {
  await sql.run(`CREATE DATABASE IF NOT EXISTS \`${sql.database}\``);
  await sql.run(
    `CREATE TABLE IF NOT EXISTS ${sql.table('schema')} (version UInt32, one UInt8) ${ONE}(version) ORDER BY one`,
  );
  const { version } = (await sql.row<{ version: number }>(
    `SELECT max(version) AS version FROM ${sql.table('schema')}`,
  )) ?? { version: 0 };
  if (version > SCHEMA_VERSION)
    throw new CollectorError(
      'store',
      `store.analytics: database ${sql.database} was written by a newer version of the collector. Use that version.`,
    );
  for (const [i, step] of STEPS.slice(version).entries()) {
    for (const statement of step) await sql.run(statement.replaceAll('{}', `\`${sql.database}\``));
    await sql.insert('schema', [{ version: version + i + 1, one: 1 }]);
  }
}
