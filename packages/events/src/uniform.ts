/** A uniform whole number in [0, below). */
export type Uniform = (below: number) => number;
/** So many random bytes; cryptographic in production, seeded in tests. */
export type RandomBytes = (count: number) => Uint8Array;

const BYTES = 6;
const SPAN = 2 ** (8 * BYTES);

/**
 * Bytes → exactly uniform whole numbers: a draw beyond the last whole multiple of `below` is drawn again. Nothing is rounded.
 * @throws RangeError when `below` is no whole number from 1 to 2⁴⁸
 */
export function uniformFrom(bytes: RandomBytes): Uniform {
  return (below) => {
    if (!Number.isSafeInteger(below) || below < 1 || below > SPAN)
      throw new RangeError('below: must be a whole number from 1 to 2⁴⁸.');
    const limit = SPAN - (SPAN % below);
    for (;;) {
      let drawn = 0;
      for (const byte of bytes(BYTES)) drawn = drawn * 256 + byte;
      if (drawn < limit) return drawn % below;
    }
  };
}

/** Fisher–Yates, in place: every order is equally likely. */
export function shuffle<T>(list: T[], random: Uniform): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

/** At most `most` of a list, every choice equally likely. */
export function drawSome<T>(list: readonly T[], most: number, random: Uniform): T[] {
  const left = [...list];
  if (left.length <= most) return left;
  for (let i = 0; i < most; i++) {
    const j = i + random(left.length - i);
    [left[i], left[j]] = [left[j] as T, left[i] as T];
  }
  return left.slice(0, most);
}
