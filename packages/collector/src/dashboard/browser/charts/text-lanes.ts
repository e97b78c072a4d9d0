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
  return text.length * size * 0.53;
}

/**
 * Puts each label into the lowest lane in which it touches no other; undefined where there are not lanes enough. From the right to the
 * left: a label reaches to the right of its line, so few lines run behind another's text.
 * @param spots from left to right
 */
export function lanesOf(spots: readonly Spot[], width: number, most: number): readonly Placed[] | undefined {
  const placed: (Placed & { from: number; to: number })[] = [];
  for (const { x, text } of [...spots].reverse()) {
    const isLeft = x + widthOf(text) > width;
    const [from, to] = isLeft ? [x - widthOf(text), x] : [x, x + widthOf(text)];
    const taken = new Set(
      placed.filter((other) => other.from < to + GAP && other.to + GAP > from).map((other) => other.lane),
    );
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    if (lane >= most) return undefined;
    placed.push({ lane, isLeft, from, to });
  }
  return placed.reverse();
}
