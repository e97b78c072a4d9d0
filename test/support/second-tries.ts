import type { Reporter, TestCase } from 'vitest/node';

/** Names every test that passed only when it was tried again: on a busy machine that may happen, but nobody should miss it. */
export default class SecondTries implements Reporter {
  readonly #names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId}: ${test.fullName}`);
  }

  onTestRunEnd(): void {
    for (const name of this.#names) console.warn(`Passed at the second try only: ${name}`);
  }
}
