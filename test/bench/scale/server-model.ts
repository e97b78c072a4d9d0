import type { Process, Simulation } from './event-loop.js';
import { Mailbox, Thread, type Cores } from './machine.js';
import type { Cost, ServiceTimes } from './service-times.js';

/** How many requests share a transaction at most: the relay takes all that came in a turn, and lets so many in. */
const MOST_TOGETHER = { relay: 1_000, collector: 256 };

export interface Request {
  /** Facts or events. */
  readonly size: number;
  readonly answer: () => void;
}

/** A server with its store, as both are built: what came while the disk was waited for shares the next transaction. */
export class ServerModel {
  readonly #arrived = new Mailbox<Request>();
  readonly #toWrite = new Mailbox<Request>();
  /** Microseconds in which the thread that writes could do nothing else. */
  writing = 0;
  commits = 0;

  constructor(
    private readonly simulation: Simulation,
    private readonly cores: Cores,
    private readonly times: ServiceTimes,
    private readonly random: () => number,
  ) {
    switch (times.server) {
      case 'relay':
        simulation.start(this.#inTurns());
        break;
      case 'collector':
        simulation.start(this.#answering());
        simulation.start(this.#writing());
    }
  }

  get waiting(): number {
    return this.#arrived.size + this.#toWrite.size;
  }

  take(request: Request): void {
    this.#arrived.put(request);
  }

  /** The relay: requests are read, then written, then answered, all by one thread, which also waits for the disk. */
  *#inTurns(): Process {
    for (;;) {
      yield this.#arrived.some;
      // What is there when the turn begins; what arrives meanwhile comes with the next.
      const turn = this.#arrived.takeAll(MOST_TOGETHER.relay);
      yield* this.#write(turn, ({ answering }) => answering);
      for (const { size } of turn) this.cores.use(this.times.of(size).beside.each)(() => undefined);
    }
  }

  /** The collector: one thread reads and answers, others check signatures, one more writes. */
  *#answering(): Process {
    const thread = new Thread(this.simulation, this.cores);
    for (;;) {
      yield this.#arrived.some;
      for (const request of this.#arrived.takeAll(1)) {
        const { answering, beside } = this.times.of(request.size);
        yield thread.use(answering.each, answering.once);
        this.cores.use(beside.each)(() => this.#toWrite.put(request));
      }
    }
  }

  *#writing(): Process {
    for (;;) {
      yield this.#toWrite.some;
      yield* this.#write(this.#toWrite.takeAll(MOST_TOGETHER.collector), ({ writing }) => writing);
    }
  }

  /** One transaction, with one wait for the disk. */
  *#write(turn: readonly Request[], work: (costs: ReturnType<ServiceTimes['of']>) => Cost): Process {
    const began = this.simulation.now;
    const costs = turn.map(({ size }) => this.times.of(size));
    for (const one of costs) yield this.cores.use(work(one).each);
    yield this.cores.use(together(costs.map(work).map(({ once }) => ({ once, each: 0 }))));
    yield this.cores.use(together(costs.map(({ commit }) => commit)));
    const { diskShape } = this.times;
    const factor = diskShape[Math.floor(this.random() * diskShape.length)] ?? 1;
    yield this.simulation.wait(together(costs.map(({ disk }) => disk)) * factor);
    this.commits += 1;
    this.writing += this.simulation.now - began;
    for (const { answer } of turn) answer();
  }
}

/** What is done once is done once for all, as long as the dearest takes. */
function together(costs: readonly Cost[]): number {
  return Math.max(...costs.map(({ once }) => once)) + costs.reduce((sum, { each }) => sum + each, 0);
}
