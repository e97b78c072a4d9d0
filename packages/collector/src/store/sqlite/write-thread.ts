import { Worker } from 'node:worker_threads';
import { CollectorError } from '../../errors.js';
import type { RebuildProgress } from '../keeping.js';
import type { Done, Job } from './writer.js';
import type { Operation, Result } from './writes.js';
import type { Writing } from './writing.js';

type Answer = { done: Done[] } | { progress: RebuildProgress } | { ready: true };

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: CollectorError) => void;
}

/** A thread can only run what was built; where the sources run, in a test, that stands in the folder beside them. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/store/sqlite/write-worker.js' : './write-worker.js',
  import.meta.url,
);

/** Writes in a thread of its own, so that waiting for the disk holds up nobody. @throws CollectorError `store` */
export async function writeInThread(file: string): Promise<Writing> {
  const worker = new Worker(WORKER, { workerData: file, stderr: false });
  const waiting = new Map<number, Waiting>();
  let [n, ended, failure] = [0, false, undefined as string | undefined];

  const end = (why: string): void => {
    ended = true;
    failure = why;
    for (const { reject } of waiting.values()) reject(new CollectorError('store', why));
    waiting.clear();
  };
  const settle = (done: Done): void => {
    const caller = waiting.get(done.n);
    waiting.delete(done.n);
    if ('error' in done) {
      if (done.error.code === 'store') failure = done.error.message;
      caller?.reject(new CollectorError(done.error.code, done.error.message));
      return;
    }
    failure = undefined;
    caller?.resolve(done.result);
  };

  const writing: Writing & { failure: string | undefined } = {
    onProgress: undefined,
    get failure() {
      return failure;
    },
    run: <O extends Operation>(operation: O, ...values: readonly unknown[]) =>
      new Promise<Result<O>>((resolve, reject) => {
        if (ended) return reject(new CollectorError('store', failure ?? 'The store is closed.'));
        const job: Job = { n: (n += 1), operation, values };
        waiting.set(job.n, { resolve: resolve as (result: unknown) => void, reject });
        worker.postMessage(job);
      }),
    close: () =>
      new Promise((resolve) => {
        if (ended) return resolve();
        worker.once('exit', () => resolve());
        worker.postMessage('close');
      }),
  };

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      if ('done' in answer) answer.done.forEach(settle);
      else if ('progress' in answer) writing.onProgress?.(answer.progress);
      else resolve();
    });
    worker.on('error', (error) => {
      const why = error instanceof Error ? error.message : String(error);
      end(why);
      // An error loses its class on its way from one thread to another; what the writer throws at start is always of the store.
      reject(new CollectorError('store', why));
    });
    worker.on('exit', () => end(failure ?? 'The store is closed.'));
  });
  return writing;
}
