import { expect, it, vi } from 'vitest';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { ClickHouse } from '../../packages/collector/src/store/cluster/analytics/clickhouse.js';
import { prepareSchema } from '../../packages/collector/src/store/cluster/analytics/schema.js';
import { natsOptions } from '../../packages/collector/src/store/cluster/connect.js';
import { PublisherLog } from '../../packages/collector/src/store/cluster/log/publisher-log.js';
import { LogStream } from '../../packages/collector/src/store/cluster/log/stream.js';
import { PUBLISHER } from '../collector/setup.js';
import { withServers } from '../support/servers/with-servers.js';

const refused = { day: '2026-11-21', publisher: PUBLISHER, community: 'https://c.example', code: 'id-reused', n: 1 };

it('where a server leads that has lost a part of the log, another one is asked to lead', () =>
  withServers(async ({ log: urls, analytics }) => {
    const connection = await connect(natsOptions(urls));
    const [js, jsm] = [jetstream(connection), await jetstreamManager(connection)];
    const sql = new ClickHouse(analytics, 'leader');
    await prepareSchema(sql);
    const stream = new LogStream({ connection, js, jsm, replicas: 3 }, 'leader', PUBLISHER);
    const said: string[] = [];
    const limits = { logBytes: 1_048_576, mostWaiting: 100, log: { error: (_: unknown, it: string) => said.push(it) } };
    const log = await PublisherLog.open(stream, sql, limits, { keptFrom: async () => '', end: 0 });
    const leader = async () => (await stream.info()).cluster?.leader;
    try {
      for (let n = 0; n < 3; n++) await log.refuse(refused);
      const first = await leader();
      const whole = await stream.info();
      // The server of NATS 2.9.10 that does so cannot be made on purpose; this is what it says.
      const short = { ...whole, state: { ...whole.state, last_seq: 2 } };
      for (const info of [whole, short, whole, short]) await log.seekItsEnd(info);
      expect([await leader(), said]).toEqual([first, []]);
      await log.seekItsEnd(short);
      expect(said).toEqual([expect.stringContaining('store.log ends at 2, before 4, which was read of it.')]);
      await vi.waitFor(async () => expect([undefined, '', first]).not.toContain(await leader()), 20_000);
      await log.refuse(refused);
      expect((await stream.info()).state.last_seq).toBe(5);
    } finally {
      await Promise.all([connection.close(), sql.close()]);
    }
  }, 3));
