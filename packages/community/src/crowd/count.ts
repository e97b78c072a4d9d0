import { boundCells, uniformFrom, type CrowdFact } from '@pullquote/events';
import type { Database } from '../store/database.js';
import { beginSlice, type Sliced } from '../store/in-slices.js';
import { pooledBytes } from './pooled-bytes.js';

/** A cell of the week, and how many doctors count in it so far. */
export interface CountedCell {
  readonly id: number;
  readonly publisher: string;
  readonly item: string;
  readonly fact: CrowdFact;
  doctors: number;
}
interface Row {
  tag: Uint8Array;
  cell: number;
}

/** Smaller than every tag. No empty blob: SQLite would be handed NULL for it. */
const BEFORE_ALL = Uint8Array.of(0);

/**
 * Counts the doctors of a week that takes no facts any more, each in at most four cells of a publisher. Reads alone: whatever interrupts
 * it leaves the week as it was, and nothing of it has been told.
 */
export class CrowdCount {
  readonly #random = uniformFrom(pooledBytes());

  constructor(private readonly db: Database) {}

  *count(week: string): Sliced<readonly CountedCell[]> {
    const sql = 'SELECT id, publisher, item, fact, 0 AS doctors FROM crowd_cell WHERE week = ?';
    const cells = new Map(this.db.all<CountedCell>(sql, week).map((cell) => [cell.id, cell]));
    let last: Uint8Array | undefined = BEFORE_ALL;
    while ((last = this.#slice(last, cells))) yield;
    return [...cells.values()];
  }

  /** Whole doctors: a tag is of one doctor and one publisher. @returns the last one's tag, or undefined when none is left */
  #slice(after: Uint8Array, cells: ReadonlyMap<number, CountedCell>): Uint8Array | undefined {
    const isOver = beginSlice();
    let doctor: CountedCell[] = [];
    let tag = after;
    const count = () => {
      for (const cell of boundCells(doctor, this.#random)) cell.doctors += 1;
    };
    // In the order of the primary key: nothing is sorted, so nothing spills, and the next slice begins where this one ends.
    const rows = this.db.each<Row>('SELECT tag, cell FROM crowd_doctor WHERE tag > ? ORDER BY tag, cell', after);
    for (const row of rows) {
      if (Buffer.compare(row.tag, tag) !== 0) {
        count();
        if (isOver() && tag !== after) return tag;
        [tag, doctor] = [row.tag, []];
      }
      const cell = cells.get(row.cell);
      if (cell) doctor.push(cell);
    }
    count();
    return undefined;
  }
}
