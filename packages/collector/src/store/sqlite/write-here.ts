import { CollectorError } from '../../errors.js';
import { Writer } from './writer.js';
import type { Operation, Result } from './writes.js';
import type { Writing } from './writing.js';

/** Writes in this thread: for a command that does one thing and ends. @throws CollectorError `store` */
export function writeHere(file: string): Writing {
  let failure: string | undefined;
  const writer = new Writer(file, (progress) => writing.onProgress?.(progress));
  const writing: Writing = {
    onProgress: undefined,
    get failure() {
      return failure;
    },
    run: async <O extends Operation>(operation: O, ...values: readonly unknown[]) => {
      const [done] = writer.run([{ n: 0, operation, values }]);
      if (!done || 'error' in done) {
        const { code, message } = done?.error ?? { code: 'store' as const, message: 'Nothing was done.' };
        if (code === 'store') failure = message;
        throw new CollectorError(code, message);
      }
      failure = undefined;
      return done.result as Result<O>;
    },
    close: async () => writer.close(),
  };
  return writing;
}
