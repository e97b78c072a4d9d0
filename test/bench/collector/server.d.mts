import type { ChildProcess } from 'node:child_process';
import type { Batch } from './batches.mjs';

export declare class Server {
  static start(
    name: string,
    file: string,
    config: unknown,
    options?: { readonly node?: readonly string[]; readonly env?: Readonly<Record<string, string>> },
  ): Promise<Server>;
  readonly child: ChildProcess;
  /** Milliseconds of each request. */
  readonly latencies: number[];
  take(batches: readonly Batch[], atOnce?: number): Promise<number>;
  stop(): Promise<void>;
}
