import { setTimeout as sleep } from 'node:timers/promises';
import { JetStreamApiError } from '@nats-io/jetstream';
import { connect, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node';
import { CollectorError } from '../../errors.js';

/** How long something may take before the sender is told to come again, in milliseconds. */
export const PATIENCE_MS = 8_000;
/** One try of a request to NATS: one that was under way to a leader that was lost never comes back. */
export const TRY_MS = 1_500;
const AGAIN_MS = 100;
/** Servers of a cluster that has just started have not all found each other. */
const NO_PEERS = 10_005;

/** `nats://user:password@a:4222,nats://b:4222` → what the client wants. */
export function natsOptions(text: string): NodeConnectionOptions {
  const urls = text.split(',').map((one) => new URL(one.trim()));
  const [{ username = '', password = '' } = {}] = urls;
  return {
    servers: urls.map(({ host }) => host),
    ...(urls.some(({ protocol }) => protocol === 'tls:') ? { tls: {} } : {}),
    ...(password === ''
      ? username === ''
        ? {}
        : { token: decodeURIComponent(username) }
      : { user: decodeURIComponent(username), pass: decodeURIComponent(password) }),
    name: 'pullquote-collector',
    timeout: PATIENCE_MS,
    // A node that is gone comes back, or another one answers: never give up, and ask the next one soon.
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    // A node that answers no more, though its connection stands, is left after four to six seconds.
    pingInterval: 2_000,
    maxPingOut: 2,
  };
}

/** @throws CollectorError `store` */
export function connectNats(log: string): Promise<NatsConnection> {
  return said('store.log cannot be reached', () => connect(natsOptions(log)));
}

/** Whatever goes wrong on the way to a server becomes an error that the operator can read. */
export async function said<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CollectorError) throw error;
    throw new CollectorError('store', `${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Asks again while nobody leads, which takes some seconds after a leader was lost, or while servers look for each other. For what can be asked twice. */
export function asked<T>(what: string, work: () => Promise<T>): Promise<T> {
  return said(what, async () => {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const answered = error instanceof JetStreamApiError && error.status !== 503 && error.code !== NO_PEERS;
        if (answered || performance.now() > until) throw error;
        await sleep(AGAIN_MS);
      }
    }
  });
}
