import type { RebuildProgress } from '../keeping.js';
import type { Arguments, Operation, Result } from './writes.js';

/** The way to the one connection that writes, wherever it is. */
export interface Writing {
  /** Resolved means committed. @throws CollectorError `store` or whatever the operation throws: then nothing of it was stored */
  run<O extends Operation>(operation: O, ...values: Arguments<O>): Promise<Result<O>>;
  /** Of a `rebuild` that runs. */
  onProgress: ((progress: RebuildProgress) => void) | undefined;
  /** Why the last write failed, until one succeeds. */
  readonly failure: string | undefined;
  close(): Promise<void>;
}
