import { dayOf, dayStart, nextDay, releaseMinute } from '@pullquote/events';
import { randomInt } from 'node:crypto';
import type { Database } from '../store/database.js';
import type { LaneClock } from './lane-clock.js';

const KEPT_DAYS = 30;

/** When each day leaves: a minute of the next day, drawn once and kept. */
export class Days {
  constructor(
    private readonly db: Database,
    private readonly clock: LaneClock,
  ) {}

  /** The day that a fact belongs to now. One that has left stays closed, even if the clock is set back into it. */
  open(): string {
    let day = this.clock.today();
    while (this.db.get('SELECT 1 FROM day WHERE day = ? AND released = 1', day)) day = nextDay(day);
    return day;
  }

  /** Draws the day's minute unless it's drawn. @returns milliseconds since 1970 on the lane's clock */
  draw(day: string): number {
    this.db.run(
      'INSERT OR IGNORE INTO day (day, release_at) VALUES (?, ?)',
      day,
      releaseMinute(day, (below) => randomInt(below)),
    );
    const row = this.db.get<{ release_at: number }>('SELECT release_at FROM day WHERE day = ?', day);
    return row?.release_at ?? Number.POSITIVE_INFINITY;
  }

  /** Closes every day whose minute has come: no fact can be added to it from here on. */
  close(): void {
    this.db.run('UPDATE day SET released = 1 WHERE released = 0 AND release_at <= ?', this.clock.now());
  }

  /** Forgets days that left long ago and have nothing waiting. */
  purge(today: string): void {
    this.db.run(
      'DELETE FROM day WHERE released = 1 AND day < ? AND day NOT IN (SELECT day FROM public_row)',
      dayOf(dayStart(today) - KEPT_DAYS * 86_400_000),
    );
  }
}
