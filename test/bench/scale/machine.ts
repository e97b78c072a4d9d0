import type { Simulation, Step } from './event-loop.js';

/** Processors, shared by turns: whoever needs more than a turn goes to the end of the queue. */
export class Cores {
  /** Microseconds, all processors together. */
  busy = 0;
  #free: number;
  readonly #queue: { left: number; readonly resume: () => void }[] = [];

  constructor(
    private readonly simulation: Simulation,
    count: number,
    private readonly turn = 3_000,
  ) {
    this.#free = count;
  }

  use(micros: number): Step {
    return (resume) => {
      this.#queue.push({ left: micros, resume });
      this.#next();
    };
  }

  #next(): void {
    if (this.#free === 0) return;
    const job = this.#queue.shift();
    if (!job) return;
    this.#free -= 1;
    const now = Math.min(job.left, this.turn);
    this.busy += now;
    this.simulation.after(now, () => {
      this.#free += 1;
      job.left -= now;
      if (job.left > 0) this.#queue.push(job);
      else job.resume();
      this.#next();
    });
  }
}

/** Does one thing after the other, on one of the machine's processors. */
export class Thread {
  #busy = false;
  readonly #queue: (() => void)[] = [];

  constructor(
    private readonly simulation: Simulation,
    private readonly cores: Cores,
  ) {}

  /** @param waking what is added where it has slept */
  use(micros: number, waking = 0): Step {
    return (resume) => {
      const begin = (more: number) =>
        this.cores.use(micros + more)(() => {
          this.simulation.after(0, resume);
          // Whatever that brings about belongs to the same waking.
          this.simulation.after(0, () => this.#next());
        });
      if (this.#busy) this.#queue.push(() => begin(0));
      else begin(waking);
      this.#busy = true;
    };
  }

  #next(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#busy = false;
  }
}

/** What waits for one that takes several at once. */
export class Mailbox<T> {
  readonly #waiting: T[] = [];
  #reader: (() => void) | undefined;

  get size(): number {
    return this.#waiting.length;
  }

  put(value: T): void {
    this.#waiting.push(value);
    const reader = this.#reader;
    this.#reader = undefined;
    reader?.();
  }

  /** Waits until something is there. */
  readonly some: Step = (resume) => {
    if (this.#waiting.length > 0) resume();
    else this.#reader = resume;
  };

  takeAll(most: number): T[] {
    return this.#waiting.splice(0, most);
  }
}
