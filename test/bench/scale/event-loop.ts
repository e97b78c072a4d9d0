import { Heap } from './heap.js';

/** Something to wait for: called with what continues. */
export type Step = (resume: () => void) => void;
/** Something that goes on in time; each `yield` waits for a step. */
export type Process = Generator<Step, void, void>;

/** A simulation's time, in microseconds, and what happens in it. */
export class Simulation {
  now = 0;
  readonly #plan = new Heap();

  after(delay: number, run: () => void): void {
    this.#plan.push(this.now + delay, run);
  }

  wait(delay: number): Step {
    return (resume) => this.after(delay, resume);
  }

  start(process: Process): void {
    const resume = () => {
      const { done, value } = process.next();
      if (!done) value(resume);
    };
    this.after(0, resume);
  }

  /** Until nothing is planned any more, or `until`. */
  run(until = Number.POSITIVE_INFINITY): void {
    for (let next = this.#plan.first; next && next.at <= until; next = this.#plan.first) {
      this.#plan.drop();
      this.now = next.at;
      next.run();
    }
  }
}
