/** Space between the selection, the toolbar and the edges of the window, in CSS pixels. */
const GAP = 8;

/** Places a toolbar below the last line of a selection, above its first where there is no room, and inside the window. */
export function placeNear(toolbar: HTMLElement, range: Range): void {
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return;
  const { width, height } = toolbar.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = last.bottom + GAP;
  const above = first.top - GAP - height;
  const top = below + height <= clientHeight || above < 0 ? below : above;
  // Under the last line, but not beside the text where that line is short.
  const [min, max] = [Math.min(...lines.map((line) => line.left)), Math.max(...lines.map((line) => line.right))];
  const left = Math.max(min, Math.min(last.left + (last.width - width) / 2, max - width));
  const { style } = toolbar;
  // Where the lines are, not where text begins: these are the window's own coordinates, the same in every script.
  style.left = `${Math.max(GAP, Math.min(left, clientWidth - width - GAP)) + scrollX}px`;
  style.top = `${Math.max(GAP, Math.min(top, clientHeight - height - GAP)) + scrollY}px`;
}
