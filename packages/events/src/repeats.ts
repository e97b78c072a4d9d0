/** COUNTER Code of Practice, release 5, section 7.2: what is repeated within 30 seconds is one act. */
export const REPEAT_MS = 30_000;

/**
 * Is an act at `now` only a repeat of one at `last`? Each repeat begins the 30 seconds anew, so pass the time of the last click
 * of all, counted or not. Milliseconds of one clock; a clock that was set back by more than that proves nothing.
 */
export function isRepeat(last: number | undefined, now: number): boolean {
  return last !== undefined && Math.abs(now - last) <= REPEAT_MS;
}

/** Says of each act whether it counts. Remembers the last half minute, and nothing older. */
export class Repeats {
  readonly #last = new Map<string, number>();

  /** @param key what was done to what, such as a fact code and an item */
  counts(key: string, now: number): boolean {
    for (const [other, at] of this.#last) if (!isRepeat(at, now)) this.#last.delete(other);
    const repeat = this.#last.has(key);
    this.#last.set(key, now);
    return !repeat;
  }
}
