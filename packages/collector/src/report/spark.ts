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

/** Neighbours drawn together until they fit: their mean, for not all of them are equally many. */
function squeeze(values: readonly number[], width: number): number[] {
  if (values.length <= width) return [...values];
  return Array.from({ length: width }, (_, i) => {
    const some = values.slice(Math.floor((i * values.length) / width), Math.floor(((i + 1) * values.length) / width));
    return some.reduce((sum, value) => sum + value, 0) / some.length;
  });
}
