import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { natsOptions } from '../../../packages/collector/src/store/cluster/connect.js';

/** Removes all of one store from servers that others use as well. */
export async function dropStore({ log, analytics, name }: Place): Promise<void> {
  const connection = await connect(natsOptions(log));
  const manager = await jetstreamManager(connection);
  for await (const stream of manager.streams.names())
    if (stream === `KV_${name}` || stream.startsWith(`${name}-`)) await manager.streams.delete(stream);
  await connection.close();
  await fetch(analytics, { method: 'POST', body: `DROP DATABASE IF EXISTS \`${name}\`` });
}

/** Every message and every row of one store, as text. */
export async function everythingIn({ log, analytics, name }: Place): Promise<string> {
  const connection = await connect(natsOptions(log));
  const manager = await jetstreamManager(connection);
  const parts: string[] = [];
  for await (const { config, state } of manager.streams.list()) {
    if (config.name !== `KV_${name}` && !config.name.startsWith(`${name}-`)) continue;
    for (let seq = state.first_seq; seq <= state.last_seq; seq++) {
      const message = await manager.streams.getMessage(config.name, { seq }).catch(() => null);
      if (message) parts.push(message.subject, Buffer.from(message.data).toString('latin1'));
    }
  }
  await connection.close();
  const ask = async (body: string) => (await fetch(analytics, { method: 'POST', body })).text();
  const tables = await ask(`SELECT name FROM system.tables WHERE database = '${name}' AND engine NOT LIKE '%View'`);
  for (const table of tables.trim().split('\n')) parts.push(await ask(`SELECT * FROM \`${name}\`.${table}`));
  return parts.join('\n');
}

interface Place {
  readonly log: string;
  readonly analytics: string;
  readonly name: string;
}
