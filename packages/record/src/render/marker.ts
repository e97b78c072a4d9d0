import type { CompactLabel } from '../label/types.js';
import type { ItemLink } from '../link.js';
import { paragraph } from './html.js';
import { labelLines } from './lines.js';

/**
 * The HTML that a forum stores: a bare `blockquote` of paragraphs, which every known sanitizer keeps. Complete without
 * scripts; where the SDK runs, its last link becomes a card.
 */
export function renderMarker(label: CompactLabel, link: ItemLink): string {
  return `<blockquote>\n${labelLines(label, link).map(paragraph).join('\n')}\n</blockquote>`;
}
