import { connect } from 'node:net';
import { join } from 'node:path';
import { startCollector } from '@pullquote/collector';
import { expect, it } from 'vitest';
import { fuzzCollector } from '../support/fuzz/fuzz-collector.js';
import { mutateBytes } from '../support/fuzz/mutate.js';
import { Random } from '../support/fuzz/random.js';
import { PUBLISHER, tempFolder } from './setup.js';

/** The same in full, 100,000 requests, is `npm run soak`. */
it('no changed request to any route fails the collector', { timeout: 60_000 }, async () => {
  const { failures, statuses, asked, log, rows, accepted } = await fuzzCollector(join(tempFolder(), 'c.sqlite'), {
    seed: 20_261_122,
    requests: 1_200,
  });
  expect({ failures, log }).toEqual({ failures: [], log: [] });
  // It reached what it was meant to reach: every route, and beyond every first check.
  for (const [route, n] of Object.entries(asked)) expect(n, route).toBeGreaterThan(5);
  for (const status of [200, 202, 303, 400, 401, 403, 404, 405])
    expect(statuses[status], String(status)).toBeGreaterThan(1);
  expect(rows['events']).toBe(accepted);
  expect(rows['refused']).toBeLessThan(100);
  expect(rows['access_keys']).toBe(5);
});

it('no changed bytes on a socket end the server', { timeout: 60_000 }, async () => {
  const { url, close } = await startCollector(
    {
      dataFile: join(tempFolder(), 'c.sqlite'),
      publishers: [{ origin: PUBLISHER, name: 'P' }],
      listen: { host: '127.0.0.1', port: 0 },
    },
    { log: { error: (_, message) => failures.push(message) } },
  );
  const failures: string[] = [];
  const random = new Random(7);
  const seeds = [
    'GET /sign-in HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/html\r\nconnection: close\r\n\r\n',
    'POST /v1/events HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/cloudevents-batch+json\r\npullquote-signature: a..b\r\ncontent-length: 2\r\nconnection: close\r\n\r\n[]',
    'POST /sign-in HTTP/1.1\r\nhost: 127.0.0.1\r\nsec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 7\r\nconnection: close\r\n\r\nkey=abc',
    'GET /v1/report.json?publisher=a HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer pqc_x\r\nconnection: close\r\n\r\n',
    'POST /v1/events HTTP/1.1\r\nhost: 127.0.0.1\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n2\r\n[]\r\n0\r\n\r\n',
  ].map((text) => new TextEncoder().encode(text));
  const statuses: number[] = [];
  const port = Number(new URL(url).port);
  for (let i = 0; i < 400; i += 1) {
    const sent = mutateBytes(random.pick(seeds), random);
    const said = await exchange(port, sent);
    const [, status = ''] = /^HTTP\/1\.1 (\d{3})/.exec(said) ?? [];
    if (status !== '') statuses.push(Number(status));
    if (status >= '500') failures.push(`${status} to ${JSON.stringify(new TextDecoder('latin1').decode(sent))}`);
  }
  expect(statuses.length).toBeGreaterThan(200);
  expect(failures).toEqual([]);
  expect((await fetch(`${url}/health`)).status).toBe(200);
  await close();
});

/** Sends these bytes and ends; what came back, or nothing where the other side hung up or waits for more. */
function exchange(port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.setTimeout(500, () => socket.destroy());
    socket.on('data', (data) => (said += data.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
  });
}
