import { boundCells, drawCrowd, uniformFrom, type Cell, type CrowdFact } from '@pullquote/events';
import { nanoid } from 'nanoid';
import { pooledBytes } from './pooled-bytes.js';
import type { Database } from '../store/database.js';

interface Row extends Cell {
  publisher: string;
  tag: Uint8Array;
}

/** Sets of doctors → the figures that may leave. */
export class CrowdDraw {
  readonly #random = uniformFrom(pooledBytes());

  constructor(
    private readonly db: Database,
    /** The community's origin. */
    private readonly community: string,
  ) {}

  /** To be called inside the transaction that deletes the sets. @returns how many figures may leave */
  draw(week: string): number {
    let released = 0;
    for (const [publisher, cells] of this.#crowds(week))
      for (const { cell, doctors } of cells.values()) {
        const event = drawCrowd(
          { ...cell, doctors },
          { community: this.community, week, random: this.#random, id: () => nanoid() },
        );
        if (!event) continue;
        this.db.run(
          'INSERT INTO crowd_result (id, week, publisher, event) VALUES (?, ?, ?, ?)',
          event.id,
          week,
          publisher,
          JSON.stringify(event),
        );
        released += 1;
      }
    return released;
  }

  /** Doctor by doctor, each in at most four cells of a publisher. */
  #crowds(week: string): Map<string, Map<string, { cell: Cell; doctors: number }>> {
    const crowds = new Map<string, Map<string, { cell: Cell; doctors: number }>>();
    const count = (publisher: string, doctor: readonly Cell[]) => {
      const cells = crowds.get(publisher) ?? new Map<string, { cell: Cell; doctors: number }>();
      crowds.set(publisher, cells);
      for (const cell of boundCells(doctor, this.#random)) {
        const key = `${cell.item} ${cell.fact}`;
        const crowd = cells.get(key) ?? { cell, doctors: 0 };
        crowd.doctors += 1;
        cells.set(key, crowd);
      }
    };
    let [publisher, tag, doctor] = ['', Buffer.alloc(0), [] as Cell[]];
    // In the order of the primary key: nothing is sorted, so nothing spills. A tag is of one doctor and one publisher.
    const rows = this.db.each<Row>(
      `SELECT c.publisher, d.tag, c.item, c.fact FROM crowd_doctor d CROSS JOIN crowd_cell c ON c.id = d.cell
       WHERE c.week = ? ORDER BY d.tag, d.cell`,
      week,
    );
    for (const row of rows) {
      if (row.publisher !== publisher || !tag.equals(row.tag)) {
        count(publisher, doctor);
        [publisher, tag, doctor] = [row.publisher, Buffer.from(row.tag), []];
      }
      doctor.push({ item: row.item, fact: row.fact as CrowdFact });
    }
    count(publisher, doctor);
    return crowds;
  }
}
