import type { Cell, CrowdFact } from '@pullquote/events';

const cells = new Map<string, Map<CrowdFact, Cell>>();

/** The one object for a cell, so that millions of acts can be counted by it. */
export function cellOf(item: string, fact: CrowdFact): Cell {
  const facts = cells.get(item) ?? new Map<CrowdFact, Cell>();
  cells.set(item, facts);
  const cell = facts.get(fact) ?? { item, fact };
  facts.set(fact, cell);
  return cell;
}
