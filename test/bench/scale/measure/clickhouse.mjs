// ClickHouse from clickhouse-server as installed, over HTTP: how many events a second it takes, by the size of an insert.
//   node test/bench/scale/measure/clickhouse.mjs
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Two free ports: another server may be running here. */
const [HTTP, TCP] = await freePorts(2);
const root = mkdtempSync(join(tmpdir(), 'pullquote-clickhouse-'));
for (const folder of ['data', 'tmp']) mkdirSync(join(root, folder));
writeFileSync(
  join(root, 'users.xml'),
  `<yandex><profiles><default/></profiles><quotas><default/></quotas><users><default><password></password>
   <networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users></yandex>`,
);
writeFileSync(
  join(root, 'config.xml'),
  `<yandex><logger><level>error</level></logger><listen_host>127.0.0.1</listen_host><http_port>${HTTP}</http_port>
   <tcp_port>${TCP}</tcp_port><path>${root}/data/</path><tmp_path>${root}/tmp/</tmp_path>
   <users_config>${root}/users.xml</users_config><default_profile>default</default_profile>
   <default_database>default</default_database><mark_cache_size>67108864</mark_cache_size></yandex>`,
);

const ask = async (query, body = '') => {
  const url = `http://127.0.0.1:${HTTP}/?query=${encodeURIComponent(query)}`;
  const answer = await fetch(url, { method: 'POST', body, headers: { connection: 'close' } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text.slice(0, 300));
  return text;
};

async function freePorts(count) {
  const probes = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(probes.map((probe) => once(probe, 'listening')));
  const ports = probes.map((probe) => probe.address().port);
  await Promise.all(probes.map((probe) => new Promise((closed) => probe.close(closed))));
  return ports;
}

function rows(count, day) {
  return Array.from({ length: count }, (_, i) => {
    const id = randomBytes(16).toString('base64url').slice(0, 21);
    return `https://community-${day % 12}.example\t${id}\tshared\turn:pullquote:publisher.example:item-${i % 40}\t1\tUS\t1\t${day}\n`;
  }).join('');
}

const server = spawn('clickhouse-server', [`--config-file=${join(root, 'config.xml')}`], { stdio: 'ignore' });
try {
  for (let left = 100; left > 0; left--) {
    await wait(100);
    const up = await ask('SELECT 1').catch(() => undefined);
    if (up) break;
  }
  await ask(`CREATE TABLE events (source String, id String, fact String, item String, version UInt32, country String, depth UInt8, day UInt16)
    ENGINE = MergeTree ORDER BY (item, day, source, id)`);
  let stored = 0;
  for (const [size, inserts, atOnce] of [
    [500, 40, 1],
    [10_000, 20, 1],
    [50_000, 6, 1],
    [10_000, 20, 4],
  ]) {
    const bodies = Array.from({ length: inserts }, (_, i) => rows(size, i));
    const started = performance.now();
    let at = 0;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (at < bodies.length) await ask('INSERT INTO events FORMAT TabSeparated', bodies[at++]);
      }),
    );
    const seconds = (performance.now() - started) / 1_000;
    stored += size * inserts;
    console.log(JSON.stringify({ size, atOnce, eventsPerSecond: Number(((size * inserts) / seconds).toPrecision(3)) }));
  }
  await ask('OPTIMIZE TABLE events FINAL');
  const bytes = Number(await ask("SELECT sum(bytes_on_disk) FROM system.parts WHERE table = 'events' AND active"));
  const count = Number(await ask('SELECT count() FROM events'));
  if (count !== stored) throw new Error(`${count} of ${stored} events are there.`);
  console.log(JSON.stringify({ bytesPerEvent: Number((bytes / count).toPrecision(3)) }));
} finally {
  server.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
}
