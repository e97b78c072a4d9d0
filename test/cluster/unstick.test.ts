import { afterEach, expect, it, vi } from 'vitest';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { ClickHouse } from '../../packages/collector/src/store/cluster/analytics/clickhouse.js';
import { prepareSchema } from '../../packages/collector/src/store/cluster/analytics/schema.js';
import { natsOptions } from '../../packages/collector/src/store/cluster/connect.js';
import { LOG_CONSUMER, logName } from '../../packages/collector/src/store/cluster/names.js';
import type { Entry, EntryCell } from '../../packages/collector/src/store/cluster/log/entry.js';
import { Progress } from '../../packages/collector/src/store/cluster/log/progress.js';
import { LogStream } from '../../packages/collector/src/store/cluster/log/stream.js';
import { serversOf } from '../../packages/collector/src/store/setting.js';
import { COMMUNITY, PUBLISHER, tempFolder } from '../collector/setup.js';
import { keptIn, keptSettings } from '../collector/stores.js';

afterEach(() => vi.restoreAllMocks());

function entryOf(n: number): Entry {
  const subject = { item: 'urn:example:a', version: 1, country: 'US', day: '2026-11-20' };
  const cell: EntryCell = { fact: 'shared', depth: 1, ...subject, ids: [`post-${n}`] };
  const refused = { day: '2026-11-21', publisher: PUBLISHER, community: COMMUNITY, code: 'id-reused', n: 1 };
  const batches = [{ community: COMMUNITY, cells: [cell], crowds: [], held: [] }];
  return { publisher: PUBLISHER, first: n, events: 1, batches, refused: [refused] };
}

/** A log with messages that nobody takes over: there is no collector. */
async function waitingLog(messages: number) {
  const servers = serversOf(keptSettings(keptIn(tempFolder())));
  if (!servers) throw new Error('These tests need servers.');
  const connection = await connect(natsOptions(servers.log));
  const [js, jsm] = [jetstream(connection), await jetstreamManager(connection)];
  const stream = new LogStream({ connection, js, jsm, replicas: 1 }, servers.name, PUBLISHER);
  const sql = new ClickHouse(servers.analytics, servers.name);
  await prepareSchema(sql);
  await stream.prepare(1_048_576);
  const append = async (from: number, to: number) => {
    for (let n = from; n <= to; n++) await stream.append(entryOf(n), n - 1, `mark-${n}`);
  };
  await append(1, messages);
  const said: string[] = [];
  const progress = new Progress(stream, sql, () => '', { error: (_, message) => said.push(message) });
  const trim = async () => progress.trim(await stream.info());
  const unstick = async (mayMend: boolean) => progress.unstick(await stream.info(), async () => mayMend);
  return {
    servers,
    jsm,
    stream,
    sql,
    progress,
    trim,
    unstick,
    said,
    append,
    close: () => Promise.all([connection.close(), sql.close()]),
  };
}

it('what a log does not hand out is read from it and stored, once it has waited long enough', async () => {
  const log = await waitingLog(40);
  try {
    const clock = vi.spyOn(performance, 'now');
    const begun = performance.now();
    const stored = () => log.sql.row('SELECT uniqExact(seq) AS n FROM ' + log.sql.table('log'));
    await log.unstick(true);
    clock.mockReturnValue(begun + 19_000);
    await log.unstick(true);
    clock.mockReturnValue(begun + 60_000);
    await log.unstick(false);
    expect(await stored()).toEqual({ n: 0 });

    await log.unstick(true);
    expect(await stored()).toEqual({ n: 40 });
    const counted = 'SELECT max(shared) AS shared FROM ' + log.sql.table('cells');
    expect(await log.sql.row(counted)).toEqual({ shared: 40 });
    expect(await log.sql.row('SELECT uniqExact(place) AS n FROM ' + log.sql.table('refused'))).toEqual({ n: 40 });
    expect(log.said).toEqual([expect.stringContaining('40 that waited were read and stored')]);
    // Nothing of it comes again, and all of it counts as taken over.
    expect(await log.progress.reached()).toBe(40);
    const { num_pending: left } = await log.jsm.consumers.info(logName(log.servers.name, PUBLISHER), LOG_CONSUMER);
    expect(left).toBe(0);
    await log.progress.settled();
    // Whoever starts now finds it as it is, and nothing begins from the beginning.
    await log.stream.prepare(1_048_576);
    expect(await log.progress.reached()).toBe(40);
  } finally {
    await log.close();
  }
});

it('says that no other server can lead where there is one', async () => {
  const log = await waitingLog(1);
  try {
    await expect(log.stream.handOverLead()).rejects.toThrow(/^store\.log, .*: JetStream clustering support required$/);
  } finally {
    await log.close();
  }
});

it('goes on where whoever began it anew was lost in between', async () => {
  const log = await waitingLog(3);
  try {
    await log.jsm.consumers.delete(logName(log.servers.name, PUBLISHER), LOG_CONSUMER);
    const messages = await (await log.stream.consumer()).fetch({ max_messages: 3, expires: 5_000 });
    const places: number[] = [];
    for await (const message of messages) {
      places.push(message.seq);
      message.ack();
    }
    expect(places).toEqual([1, 2, 3]);
  } finally {
    await log.close();
  }
});

it('what was taken over goes from the log now and then, and at once where it is half full', async () => {
  const log = await waitingLog(40);
  try {
    const clock = vi.spyOn(performance, 'now');
    const begun = performance.now();
    await log.stream.handOutAnew(40);
    const left = async () => (await log.stream.info()).state.messages;
    await log.trim();
    expect(await left()).toBe(40);
    const { state } = await log.stream.info();
    await log.jsm.streams.update(log.stream.name, { max_bytes: state.bytes * 2 });
    await log.trim();
    // ClickHouse had nothing of it.
    expect(log.said).toEqual([expect.stringContaining('40 messages of the log')]);
    expect(await log.sql.row('SELECT uniqExact(seq) AS n FROM ' + log.sql.table('log'))).toEqual({ n: 40 });
    expect(await left()).toBe(1);

    await log.jsm.streams.update(log.stream.name, { max_bytes: 1_048_576 });
    await log.append(41, 45);
    await log.stream.handOutAnew(45);
    await log.trim();
    expect(await left()).toBe(6);
    clock.mockReturnValue(begun + 60_000);
    await log.trim();
    expect(await left()).toBe(1);
  } finally {
    await log.close();
  }
});
