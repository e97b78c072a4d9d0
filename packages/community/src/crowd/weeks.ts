import { dayStart, nextWeek, weekOf } from '@pullquote/events';
import type { PeriodKey } from '../keys/period-key.js';
import type { Days } from '../lane/days.js';
import type { Log } from '../log.js';
import type { Database } from '../store/database.js';
import type { CrowdDraw } from './draw.js';

/** `open` → `drawn` (the figures are on disk, key and sets may still be) → `destroyed` (they are not). There is no way back. */
export type WeekState = 'open' | 'drawn' | 'destroyed';

/** One week for moderators. */
export interface WeekFigure {
  readonly week: string;
  readonly state: WeekState;
  /** Crowd figures that were large enough to leave. */
  readonly released: number;
  /** The week's key was lost, and with it what had been counted privately until then. */
  readonly discarded: boolean;
}

/**
 * The weeks by which doctors are known: one key each, and one close each. What a crash leaves on disk:
 * before the drawing is committed, an open week, from which nothing has been told; after it, figures that are never drawn again,
 * beside remains that the next start destroys.
 */
export class Weeks {
  constructor(
    private readonly db: Database,
    private readonly key: PeriodKey,
    private readonly days: Days,
    private readonly draw: CrowdDraw,
    private readonly log: Log,
  ) {
    this.#destroyRemains();
    this.#discard('week <> ?', key.period);
    // A database that was put back knows nothing yet of the week that its key belongs to.
    if (key.period !== '') this.#begin(key.period);
  }

  /** The week that a fact belongs to now. One that was drawn stays closed, even if the clock is set back into it. */
  open(): string {
    const now = weekOf(dayStart(this.days.open()));
    const last = this.db.get<{ week: string }>(
      "SELECT week FROM week WHERE state <> 'open' ORDER BY week DESC LIMIT 1",
    );
    return last && last.week >= now ? nextWeek(last.week) : now;
  }

  /** Closes a week that is over, and makes the key of the one that is on. To be called before a fact is taken, and on a timer. */
  turn(): void {
    const week = this.open();
    const held = this.key.period;
    if (held !== week) {
      if (held !== '' && held < week) this.#close(held);
      this.#destroyRemains();
      // Left are those of a clock that ran ahead and was set back: their week hasn't come yet.
      this.#discard('week <> ?', '');
      this.key.make(week);
      this.#begin(week);
    } else this.#destroyRemains();
  }

  figures(): WeekFigure[] {
    return this.db
      .all<{ week: string; state: WeekState; released: number; discarded: number }>('SELECT * FROM week ORDER BY week')
      .map((row) => ({ ...row, discarded: row.discarded === 1 }));
  }

  #begin(week: string): void {
    this.db.run("INSERT OR IGNORE INTO week (week, state) VALUES (?, 'open')", week);
  }

  /** The one step that can't be taken twice: figures come and sets go in one transaction, or neither. */
  #close(week: string): void {
    this.db.transaction(() => {
      const state = this.db.get<{ state: WeekState }>('SELECT state FROM week WHERE week = ?', week)?.state ?? 'open';
      if (state !== 'open') return;
      const released = this.draw.draw(week);
      this.#deleteSets('week = ?', week);
      this.db.run(
        `INSERT INTO week (week, state, released) VALUES (?, 'drawn', ?)
         ON CONFLICT DO UPDATE SET state = 'drawn', released = excluded.released`,
        week,
        released,
      );
    });
  }

  #destroyRemains(): void {
    for (const { week } of this.db.all<{ week: string }>("SELECT week FROM week WHERE state = 'drawn'")) {
      if (this.key.period === week) this.key.destroy();
      // Freed pages are overwritten in the file; the write-ahead log still holds them until it is emptied.
      if (this.db.forget()) this.db.run("UPDATE week SET state = 'destroyed' WHERE week = ?", week);
    }
  }

  /** Sets whose key is gone can be matched to nobody: neither counted on nor told. */
  #discard(which: string, period: string): void {
    const weeks = this.db.all<{ week: string }>(`SELECT DISTINCT week FROM crowd_cell WHERE ${which}`, period);
    this.db.transaction(() => {
      this.#deleteSets(which, period);
      for (const { week } of weeks)
        this.db.run(
          `INSERT INTO week (week, state, discarded) VALUES (?, 'open', 1) ON CONFLICT DO UPDATE SET discarded = 1`,
          week,
        );
    });
    if (weeks.length === 0) return;
    this.db.forget();
    for (const { week } of weeks)
      this.log.warn({ week }, "the week's key is gone: what was counted in crowds under it is discarded");
  }

  #deleteSets(which: string, value: string): void {
    this.db.beginEpoch();
    this.db.run(`DELETE FROM crowd_doctor WHERE cell IN (SELECT id FROM crowd_cell WHERE ${which})`, value);
    this.db.run(`DELETE FROM crowd_cell WHERE ${which}`, value);
    this.db.run(`DELETE FROM bound WHERE ${which}`, value);
  }
}
