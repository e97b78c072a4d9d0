import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds for which work may keep all else waiting: less than a request over the network takes anyway. */
const SLICE_MS = 8;

/** Work that can be interrupted wherever it yields, and only there. */
export type Sliced<T> = Generator<undefined, T, undefined>;

/** Begins a slice. @returns whether it has lasted long enough */
export function beginSlice(): () => boolean {
  const end = performance.now() + SLICE_MS;
  return () => performance.now() >= end;
}

/**
 * Does the work with a turn of the event loop after each slice, in which whatever has come meanwhile is answered.
 * @throws the signal's reason when it says stop between two slices
 */
export async function inSlices<T>(work: Sliced<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const { done, value } = work.next();
    if (done) return value;
    await nextTurn();
  }
}

/** Does it in one go, where nobody waits. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
