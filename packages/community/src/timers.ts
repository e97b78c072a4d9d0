import { randomInt } from 'node:crypto';

/** Calls `work` again and again, each time after a wait of its own; a round ends before the next wait begins. */
export class Repeating {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #round: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly wait: () => number,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Begins with a round at once. */
  start(): void {
    if (this.#timer || this.#stopped) return;
    this.#next(0);
  }

  /** Begins no further round, and waits for the one that runs. */
  stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    return this.#round;
  }

  #next(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#round = this.work()
        .then(() => undefined, this.failed)
        .finally(() => {
          if (!this.#stopped) this.#next(this.wait());
        });
    }, ms);
    // A server stays up for its sockets; a script that only looks something up may end.
    this.#timer.unref();
  }
}

/** Within ±20 % of `seconds`, so that communities don't all ask at once. @returns milliseconds */
export function jittered(seconds: number): number {
  return randomInt(800, 1_201) * seconds;
}
