// NATS JetStream from nats-server as installed, by its text protocol: how many acknowledged messages a second, one replica or three.
//   node test/bench/scale/measure/nats.mjs
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

const MESSAGES = 3_000;
/** A batch of 500 events. */
const BYTES = 138_000;

const freePort = async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
};

/** A connection that publishes with an answer. */
class Client {
  #waiting = new Map();
  #text = Buffer.alloc(0);
  #n = 0;

  static async to(port) {
    const client = new Client(connect(port, '127.0.0.1'));
    await once(client.socket, 'connect');
    client.socket.write('CONNECT {"verbose":false,"headers":true}\r\nSUB inbox.* 1\r\n');
    return client;
  }

  constructor(socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (data) => this.#read(data));
  }

  /** @returns the answer's JSON */
  ask(subject, body) {
    const n = (this.#n += 1);
    const answer = new Promise((resolve) => this.#waiting.set(String(n), resolve));
    this.socket.write(`PUB ${subject} inbox.${n} ${body.length}\r\n`);
    this.socket.write(body);
    this.socket.write('\r\n');
    return answer;
  }

  #read(data) {
    this.#text = Buffer.concat([this.#text, data]);
    for (;;) {
      const end = this.#text.indexOf('\r\n');
      if (end < 0) return;
      const [verb, subject, ...rest] = this.#text.subarray(0, end).toString().split(' ');
      if (verb === 'PING') this.socket.write('PONG\r\n');
      const length = verb === 'MSG' ? Number(rest.at(-1)) + 2 : 0;
      if (this.#text.length < end + 2 + length) return;
      if (verb === 'MSG') {
        const body = JSON.parse(this.#text.subarray(end + 2, end + length).toString());
        this.#waiting.get(subject.split('.')[1])?.(body);
      }
      this.#text = this.#text.subarray(end + 2 + length);
    }
  }
}

async function measure(replicas) {
  const root = mkdtempSync(join(tmpdir(), 'pullquote-nats-'));
  const nodes = await Promise.all(
    Array.from({ length: replicas }, async () => ({ client: await freePort(), cluster: await freePort() })),
  );
  const routes = nodes.map(({ cluster }) => `nats://127.0.0.1:${cluster}`).join(', ');
  const servers = nodes.map(({ client, cluster }, i) => {
    const file = join(root, `${i}.conf`);
    const together = replicas > 1 ? `cluster { name: c, listen: "127.0.0.1:${cluster}", routes: [${routes}] }` : '';
    writeFileSync(
      file,
      `server_name: n${i}\nlisten: "127.0.0.1:${client}"\nmax_payload: 1MB\njetstream { store_dir: "${join(root, String(i))}" }\n${together}\n`,
    );
    return spawn('nats-server', ['-c', file], { stdio: 'ignore' });
  });
  try {
    await wait(replicas > 1 ? 6_000 : 1_000);
    const client = await Client.to(nodes[0].client);
    const stream = { name: 'S', subjects: ['events'], storage: 'file', num_replicas: replicas };
    const made = await client.ask('$JS.API.STREAM.CREATE.S', Buffer.from(JSON.stringify(stream)));
    if (made.error) throw new Error(JSON.stringify(made.error));
    const figures = [];
    for (const [bytes, atOnce] of [
      [BYTES, 1],
      [BYTES, 16],
      [300, 1],
      [300, 256],
    ])
      figures.push(await publish(client, bytes, atOnce));
    return { replicas, figures };
  } finally {
    for (const server of servers) server.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true });
  }
}

async function publish(client, bytes, atOnce) {
  const body = Buffer.alloc(bytes, 'x');
  let left = bytes > 1_000 ? MESSAGES / 10 : MESSAGES;
  const messages = left;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        const { error } = await client.ask('events', body);
        if (error) throw new Error(JSON.stringify(error));
      }
    }),
  );
  const perSecond = (messages * 1_000) / (performance.now() - started);
  return { bytes, atOnce, perSecond: Number(perSecond.toPrecision(3)) };
}

for (const replicas of [1, 3]) console.log(JSON.stringify(await measure(replicas)));
process.exit();
