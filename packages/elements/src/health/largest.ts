import { ourElements } from './ours.js';
import type { Cause } from './report.js';

/** Sizes that differ by less are the same: a line may have moved by a pixel since. */
const ABOUT = 0.03;

/**
 * Browsers do not name a largest paint that stands in a shadow root. It is ours where something in one of ours takes just as
 * much room in the window.
 */
export function causeOfUnnamed(size: number | undefined): Cause {
  if (!size) return 'unknown';
  const asLarge = (part: Element) => Math.abs(areaOf(part) - size) <= size * ABOUT;
  return ourElements(document).some(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])].some(asLarge))
    ? 'ours'
    : 'unknown';
}

/** Of its text or its picture, as far as it stands in the window; in square pixels. */
function areaOf(part: Element): number {
  const range = document.createRange();
  range.selectNodeContents(part);
  const { top, left, bottom, right } = (part.childNodes.length > 0 ? range : part).getBoundingClientRect();
  const width = Math.min(right, innerWidth) - Math.max(left, 0);
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return Math.max(width, 0) * Math.max(height, 0);
}
