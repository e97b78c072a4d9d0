import { randomInt } from 'node:crypto';
import type { Database } from '../store/database.js';

const NUMBERS = 2 ** 47;

/** The cells of the open week by number, so that a doctor's place in one takes few bytes. Good for one epoch of the database. */
export class Cells {
  readonly #known = new Map<string, number>();

  constructor(private readonly db: Database) {}

  /** The cell's number; it is made when there is none. */
  numberOf(week: string, publisher: string, item: string, fact: string): number {
    // None of them holds a space.
    const name = [week, publisher, item, fact].join(' ');
    let number = this.#known.get(name);
    if (number === undefined) {
      number = this.#find(week, publisher, item, fact) ?? this.#make(week, publisher, item, fact);
      this.#known.set(name, number);
    }
    return number;
  }

  #find(...cell: readonly [string, string, string, string]): number | undefined {
    const sql = 'SELECT id FROM crowd_cell WHERE week = ? AND publisher = ? AND item = ? AND fact = ?';
    return this.db.get<{ id: number }>(sql, ...cell)?.id;
  }

  /** At random: in which order the cells came must not be read out of their numbers. */
  #make(...cell: readonly [string, string, string, string]): number {
    const number = randomInt(NUMBERS);
    this.db.run('INSERT INTO crowd_cell (id, week, publisher, item, fact) VALUES (?, ?, ?, ?, ?)', number, ...cell);
    return number;
  }
}
