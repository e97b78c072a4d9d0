import type { Label } from '../label/types.js';
import { itemLine, type Line } from './lines.js';

/** The community's own funding statement, to stand beside the label in what is made anew for each reader. */
export function fundingLines(label: Pick<Label, 'compact'>): Line[] {
  return label.compact.filter(({ field }) => field === 'communityFunding').map(itemLine);
}
