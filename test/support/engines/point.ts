import type { Finder } from './in-page.js';
import type { Target } from './target.js';

/** Where a click meets an element, in CSS pixels, or in words why it would not. */
export type Point = { readonly x: number; readonly y: number } | string;

/** Runs inside the page: brings the element into view and makes sure that a click there would reach it and nothing above it. */
export async function pointOf({ all, parentOf }: Finder, target: Target): Promise<Point> {
  const element = all(target)[0];
  if (!element) return 'is not there';
  if (element.matches(':disabled')) return 'is disabled';
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const before = element.getBoundingClientRect();
  await new Promise(requestAnimationFrame);
  const box = element.getClientRects()[0];
  const after = element.getBoundingClientRect();
  if (!box || box.width === 0 || box.height === 0) return 'takes no space';
  if (before.top !== after.top || before.left !== after.left) return 'is moving';
  const x = Math.round(box.left + box.width / 2);
  const y = Math.round(box.top + box.height / 2);
  let hit = document.elementFromPoint(x, y);
  for (;;) {
    const inner = hit?.shadowRoot?.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  for (let node: Node | null = hit; node; node = parentOf(node)) if (node === element) return { x, y };
  return `is covered by <${hit?.localName ?? 'nothing'}>`;
}
