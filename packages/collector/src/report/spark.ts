const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const NOTHING = '·';

/** Numbers as a row of bars, each a character; zero is a dot, so that nothing is told from little. */
export function spark(values: readonly number[], width: number): string {
  const shown = squeeze(values, width);
  const most = Math.max(...shown, 0);
  return shown
    .map((value) =>
      value <= 0 ? NOTHING : (BARS[Math.min(BARS.length - 1, Math.floor((value / most) * BARS.length))] ?? NOTHING),
    )
    .join('');
}

/** Neighbours added up until they fit. */
function squeeze(values: readonly number[], width: number): number[] {
  if (values.length <= width) return [...values];
  const sums = Array<number>(width).fill(0);
  for (const [i, value] of values.entries()) {
    const at = Math.floor((i * width) / values.length);
    sums[at] = (sums[at] ?? 0) + value;
  }
  return sums;
}
