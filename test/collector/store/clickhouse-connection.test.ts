import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { ClickHouse } from '../../../packages/collector/src/store/cluster/analytics/clickhouse.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Answers like ClickHouse, but hangs up on the requests that `hangsUp` names by their number. */
async function serverThat(hangsUp: (n: number) => boolean): Promise<{ sql: ClickHouse; asked: () => number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (hangsUp(asked)) return void request.socket.destroy();
    request.resume().on('end', () => response.end('{"n":1}\n'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const sql = new ClickHouse(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'pullquote');
  closing.push(
    () => sql.close(),
    () => new Promise((done) => server.close(done)),
  );
  return { sql, asked: () => asked };
}

it('asks again where the server hung up on a connection that had been good', async () => {
  const { sql, asked } = await serverThat((n) => n === 2);
  expect(await sql.row('SELECT 1 AS n')).toEqual({ n: 1 });
  expect(await sql.row('SELECT 1 AS n')).toEqual({ n: 1 });
  expect(asked()).toBe(3);
});

it('asks no third time, and says what it could not reach', async () => {
  const { sql, asked } = await serverThat(() => true);
  await expect(sql.row('SELECT 1 AS n')).rejects.toThrow(/^store.analytics: /);
  expect(asked()).toBe(2);
});
