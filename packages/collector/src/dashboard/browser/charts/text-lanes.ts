export interface Spot {
  /** Pixels from the left, where the line comes down from the label. */
  readonly x: number;
  readonly text: string;
}

export interface Placed {
  /** 0 is nearest to the drawing. */
  readonly lane: number;
  /** Whether the text runs to the left of its line, because there is no room to the right. */
  readonly isLeft: boolean;
}

const GAP = 12;

/** Rough, and a little too wide: a label that is thought longer than it is never touches its neighbour. */
export function widthOf(text: string, size = 11.5): number {
  return text.length * size * 0.56;
}

/**
 * Puts each label into the lowest lane in which it touches no other and no other's line runs through it; undefined where there are not
 * lanes enough. From the right to the left: a label reaches to the right of its line, so what it would cross stands below it already.
 * @param spots from left to right
 */
export function lanesOf(spots: readonly Spot[], width: number, most: number): readonly Placed[] | undefined {
  const placed: (Placed & { from: number; to: number })[] = [];
  for (const { x, text } of [...spots].reverse()) {
    const isLeft = x + widthOf(text) > width;
    const [from, to] = isLeft ? [x - widthOf(text), x] : [x, x + widthOf(text)];
    const crossed = placed.filter((other) => other.from < to + GAP && other.to + GAP > from);
    const lane = Math.max(-1, ...crossed.map((other) => other.lane)) + 1;
    if (lane >= most) return undefined;
    placed.push({ lane, isLeft, from, to });
  }
  return placed.reverse();
}
