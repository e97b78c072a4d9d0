import type { RenderRecord } from '../render-record.js';
import { compactLabel } from './compact.js';
import { expandedItems } from './expanded.js';
import type { Label, LabelContext } from './types.js';

/** Record, verdict and reader's country → the label. The one source of every rendering. */
export function labelModel(record: RenderRecord, context: LabelContext): Label {
  return { ...compactLabel(record, context), expanded: expandedItems(record, context) };
}
