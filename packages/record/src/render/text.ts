import type { CompactLabel } from '../label/types.js';
import type { ItemLink } from '../link.js';
import { labelLines } from './lines.js';

/** The label as plain text: one line each, the item's link last. */
export function renderText(label: CompactLabel, link: ItemLink): string {
  return labelLines(label, link)
    .map(({ text }) => text)
    .join('\n');
}
