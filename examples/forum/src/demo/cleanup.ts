/** What has to be put away again, the last first: also when a start breaks off half-way. */
export class Cleanup {
  readonly #steps: (() => unknown)[] = [];

  stop<T extends { stop(): unknown }>(part: T): T {
    this.#steps.push(() => part.stop());
    return part;
  }

  close(part: { close(): unknown }): void {
    this.#steps.push(() => part.close());
  }

  /** Every step is taken, even after one that fails; then the first failure is thrown. */
  async run(): Promise<void> {
    const failures: unknown[] = [];
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
