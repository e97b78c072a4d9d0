import type { PullquoteEvent } from '@pullquote/events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestPublisher } from '../community/publisher.js';

/** A publisher and its collector on a loopback port. The collector misbehaves: it refuses some batches, and takes some without an answer. */
export class World {
  /** Every event that arrived, in order, repetitions included. */
  readonly arrived: PullquoteEvent[] = [];
  readonly publisher: TestPublisher;
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  /** Set to false to let it behave. */
  unruly = true;

  private constructor(
    publisher: TestPublisher,
    private readonly random: (below: number) => number,
  ) {
    this.publisher = publisher;
  }

  static async start(random: (below: number) => number): Promise<World> {
    // The origin is part of what is signed, so the port comes first.
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => probe.once('listening', listening));
    const { port } = probe.address() as AddressInfo;
    await new Promise((closed) => probe.close(closed));
    const origin = `http://127.0.0.1:${port}`;
    const publisher = await TestPublisher.create(origin);
    publisher.descriptor = { events: `${origin}/v1/events` };
    // The relay's real clock is the real one; the lane's is the drill's.
    publisher.iat = Math.floor(Date.now() / 1000) - 60;
    publisher.exp = publisher.iat + 86_400;
    await publisher.add({ iat: publisher.iat, exp: publisher.iat + 86_400 * 365 });
    const world = new World(publisher, random);
    world.#server.listen(port, '127.0.0.1');
    await new Promise((listening) => world.#server.once('listening', listening));
    return world;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.url !== '/v1/events') {
      const answer = await this.publisher.answer(new Request(`${this.publisher.origin}${request.url}`));
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
      return;
    }
    const mood = this.unruly ? this.random(4) : 3;
    if (mood === 0) return void response.writeHead(503).end();
    this.arrived.push(...(JSON.parse(Buffer.concat(chunks).toString()) as PullquoteEvent[]));
    if (mood === 1) return void response.destroy();
    response.writeHead(202).end('{}');
  }
}
