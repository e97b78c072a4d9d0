import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Requests on their way at once, unless told otherwise. */
const AT_ONCE = 16;

/** A server in a process of its own, and what it was asked. */
export class Server {
  /** @param node goes to Node before the file */
  static async start(name, file, config, { node = [], env = {} } = {}) {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(config)], {
      execArgv: ['--disable-warning=ExperimentalWarning', ...node],
      env: { ...process.env, ...env },
    });
    const [{ port }] = await once(child, 'message');
    return new Server(name, child, port);
  }

  constructor(name, child, port) {
    this.name = name;
    this.child = child;
    this.port = port;
    /** Milliseconds of each request. */
    this.latencies = [];
    /** Events per second, of each turn. */
    this.rates = [];
    /** Microseconds of the processor for each event, of each turn. */
    this.costs = [];
  }

  /** Sends the batches, so many at once. @returns events per second */
  async take(batches, atOnce = AT_ONCE) {
    const waiting = [...batches];
    // New connections for each turn: the server has let go of the last one's meanwhile.
    this.agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    const { cpu } = await this.usage();
    const started = performance.now();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let batch = waiting.pop(); batch; batch = waiting.pop()) await this.#send(batch);
      }),
    );
    const events = batches.reduce((sum, { size }) => sum + size, 0);
    const rate = (events * 1000) / (performance.now() - started);
    this.costs.push(((await this.usage()).cpu - cpu) / events);
    this.agent.destroy();
    this.rates.push(rate);
    return rate;
  }

  /** Resident bytes, and microseconds of the processor since it started. */
  async usage() {
    this.child.send('usage');
    const [{ rss, cpu }] = await once(this.child, 'message');
    return { rss, cpu: cpu.user + cpu.system };
  }

  async stop() {
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  async #send({ body, signature, size }) {
    const started = performance.now();
    const answer = await new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/cloudevents-batch+json',
        'content-length': body.length,
        'pullquote-signature': signature,
      };
      const asked = request({
        port: this.port,
        host: '127.0.0.1',
        path: '/v1/events',
        method: 'POST',
        agent: this.agent,
        headers,
      });
      asked.on('error', reject);
      asked.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode, text }));
      });
      asked.end(body);
    });
    if (answer.status !== 202 || JSON.parse(answer.text).accepted !== size)
      throw new Error(`${this.name} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
    this.latencies.push(performance.now() - started);
  }
}
