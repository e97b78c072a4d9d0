import { factOf, type CrowdEvent, type PublicEvent, type StatusHeldEvent } from '@pullquote/events';
import type { JudgedBatch, PublicCell } from '../store/batch-intake.js';
import type { Bounds } from './judge-event.js';
import { judgeQuickly, KnownGood } from './known-good.js';
import type { EventRefusal } from './refusal.js';

/** A cell that still grows. */
interface Growing extends PublicCell {
  readonly ids: string[];
  readonly indexes: number[];
}

export interface Judgement {
  readonly batch: Pick<JudgedBatch, 'cells' | 'crowds' | 'held'>;
  readonly refused: readonly EventRefusal[];
}

/** Values of a signed batch → what may be stored, and what not. Posts that differ in nothing but their ids are put together. */
export function judgeBatch(values: readonly unknown[], bounds: Bounds, good = new KnownGood()): Judgement {
  const cells = new Map<string, Growing>();
  const crowds: { index: number; event: CrowdEvent }[] = [];
  const held: { index: number; event: StatusHeldEvent }[] = [];
  const refused: EventRefusal[] = [];
  for (const [index, value] of values.entries()) {
    const judged = judgeQuickly(value, bounds, good);
    if ('code' in judged) refused.push({ index, ...judged });
    else if (judged.type === 'org.pullquote.crowd.v1') crowds.push({ index, event: judged });
    else if (judged.type === 'org.pullquote.status-held.v1') held.push({ index, event: judged });
    else {
      const cell = cellOf(cells, judged);
      cell.ids.push(judged.id);
      cell.indexes.push(index);
    }
  }
  return { batch: { cells: [...cells.values()], crowds, held }, refused };
}

function cellOf(cells: Map<string, Growing>, { type, subject, data }: PublicEvent): Growing {
  const { version, country, depth, day } = data;
  // No field can hold a space.
  const key = `${type} ${subject} ${version} ${country} ${depth} ${day}`;
  const known = cells.get(key);
  if (known) return known;
  const cell = { fact: factOf(type), item: subject, version, country, depth, day, ids: [], indexes: [] };
  cells.set(key, cell);
  return cell;
}
