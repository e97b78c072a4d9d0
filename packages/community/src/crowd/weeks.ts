import { dayStart, nextWeek, weekOf } from '@pullquote/events';
import type { PeriodKey } from '../keys/period-key.js';
import type { Days } from '../lane/days.js';
import type { Log } from '../log.js';
import type { Database } from '../store/database.js';
import type { CrowdCount } from './count.js';
import type { CrowdDraw, Figure } from './draw.js';
import { atOnce, inSlices } from '../store/in-slices.js';
import type { Remains } from './remains.js';

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

/** What the weeks need of others. */
export interface WeekParts {
  readonly db: Database;
  readonly key: PeriodKey;
  readonly days: Days;
  readonly counting: CrowdCount;
  readonly drawing: CrowdDraw;
  readonly remains: Remains;
  readonly log: Log;
  /** Says when the community closes: a week's close then stops between two slices. */
  readonly signal: AbortSignal;
}

/**
 * The weeks by which doctors are known: one key each, and one close each. A close is done in slices, between which all else is answered;
 * only facts wait, until the next week has its key (docs/developers/decisions/0037-a-week-closes-in-slices.md). What a crash leaves on disk:
 * before the figures are committed, an open week, from which nothing has been told; after it, figures that are never drawn again, beside
 * remains that the next start destroys.
 */
export class Weeks {
  /** While a week is being drawn. */
  #turning: Promise<void> | undefined;
  /** While the remains of drawn weeks are being destroyed. */
  #destroying: Promise<void> | undefined;

  constructor(private readonly parts: WeekParts) {
    const { key } = parts;
    if (this.#drawn().includes(key.period)) key.destroy();
    // Nobody is answered yet, so it may be done in one go.
    atOnce(parts.remains.delete());
    this.#forget();
    this.#discard('week <> ?', key.period);
    // A database that was put back knows nothing yet of the week that its key belongs to.
    if (key.period !== '') this.#begin(key.period);
  }

  /** The week that a fact belongs to now. One that was drawn stays closed, even if the clock is set back into it. */
  open(): string {
    const now = weekOf(dayStart(this.parts.days.open()));
    const last = this.parts.db.get<{ week: string }>(
      "SELECT week FROM week WHERE state <> 'open' ORDER BY week DESC LIMIT 1",
    );
    return last && last.week >= now ? nextWeek(last.week) : now;
  }

  /**
   * Closes a week that is over, and makes the key of the one that is on. To be called before facts are taken.
   * @returns undefined when they can be; else a promise, after which it is to be called again
   */
  turn(): Promise<void> | undefined {
    if (this.#turning || this.parts.key.period === this.open()) return this.#turning;
    this.#turning = this.#turn().finally(() => (this.#turning = undefined));
    // At once, whoever turned the week. What fails is tried again, and told, by the next to settle.
    this.#turning.then(() => this.#destroyRemains()).catch(() => undefined);
    return this.#turning;
  }

  /** To be called on a timer. Resolves when no week that is over has anything left to be destroyed. */
  async settle(): Promise<void> {
    await this.turn();
    await this.#destroyRemains();
  }

  /** Waits for what runs, however it ends. */
  async settled(): Promise<void> {
    await Promise.allSettled([this.#turning]);
    await Promise.allSettled([this.#destroying]);
  }

  figures(): WeekFigure[] {
    return this.parts.db
      .all<{ week: string; state: WeekState; released: number; discarded: number }>('SELECT * FROM week ORDER BY week')
      .map((row) => ({ ...row, discarded: row.discarded === 1 }));
  }

  #begin(week: string): void {
    this.parts.db.run("INSERT OR IGNORE INTO week (week, state) VALUES (?, 'open')", week);
  }

  async #turn(): Promise<void> {
    const { key } = this.parts;
    const held = key.period;
    if (held !== '' && held < this.open() && this.#state(held) === 'open') await this.#close(held);
    // Left are those of a clock that ran ahead and was set back: their week hasn't come yet.
    else this.#discard('week <> ?', '');
    const week = this.open();
    key.make(week);
    this.#begin(week);
  }

  /** Nobody takes facts meanwhile, so what is counted doesn't change, unless moderators mute a publisher. */
  async #close(week: string): Promise<void> {
    const { counting, drawing, signal } = this.parts;
    // Of a week before, if a demonstration's clock is moved that fast.
    await this.#destroyRemains();
    const cells = await inSlices(counting.count(week), signal);
    this.#keep(week, await inSlices(drawing.draw(week, cells), signal));
  }

  /** The one step that can't be taken twice: figures come and cells go in one transaction, or neither. */
  #keep(week: string, figures: readonly Figure[]): void {
    const { db, remains } = this.parts;
    db.beginEpoch();
    db.transaction(() => {
      if (this.#state(week) !== 'open') return;
      // Muted while it was being counted: the cells are gone, and their figures with them.
      const cells = new Set(
        db.all<{ id: number }>('SELECT id FROM crowd_cell WHERE week = ?', week).map(({ id }) => id),
      );
      const kept = figures.filter(({ cell }) => cells.has(cell));
      for (const { publisher, event } of kept)
        db.run(
          'INSERT INTO crowd_result (id, week, publisher, event) VALUES (?, ?, ?, ?)',
          event.id,
          week,
          publisher,
          JSON.stringify(event),
        );
      db.run('DELETE FROM crowd_cell WHERE week = ?', week);
      remains.setAside();
      db.run(
        `INSERT INTO week (week, state, released) VALUES (?, 'drawn', ?)
         ON CONFLICT DO UPDATE SET state = 'drawn', released = excluded.released`,
        week,
        kept.length,
      );
    });
  }

  #state(week: string): WeekState {
    const row = this.parts.db.get<{ state: WeekState }>('SELECT state FROM week WHERE week = ?', week);
    return row?.state ?? 'open';
  }

  #drawn(): string[] {
    return this.parts.db.all<{ week: string }>("SELECT week FROM week WHERE state = 'drawn'").map(({ week }) => week);
  }

  #destroyRemains(): Promise<void> {
    this.#destroying ??= this.#destroy().finally(() => (this.#destroying = undefined));
    return this.#destroying;
  }

  async #destroy(): Promise<void> {
    await inSlices(this.parts.remains.delete(), this.parts.signal);
    this.#forget();
  }

  #forget(): void {
    const { db } = this.parts;
    const weeks = this.#drawn();
    // Freed pages are overwritten in the file; the write-ahead log still holds them until it is emptied.
    if (weeks.length === 0 || !db.forget()) return;
    for (const week of weeks) db.run("UPDATE week SET state = 'destroyed' WHERE week = ?", week);
  }

  /** Sets whose key is gone can be matched to nobody: neither counted on nor told. */
  #discard(which: string, period: string): void {
    const { db, log } = this.parts;
    const weeks = db.all<{ week: string }>(`SELECT DISTINCT week FROM crowd_cell WHERE ${which}`, period);
    db.beginEpoch();
    db.transaction(() => {
      db.run(`DELETE FROM crowd_doctor WHERE cell IN (SELECT id FROM crowd_cell WHERE ${which})`, period);
      db.run(`DELETE FROM crowd_cell WHERE ${which}`, period);
      db.run(`DELETE FROM bound WHERE ${which}`, period);
      for (const { week } of weeks)
        db.run(
          `INSERT INTO week (week, state, discarded) VALUES (?, 'open', 1) ON CONFLICT DO UPDATE SET discarded = 1`,
          week,
        );
    });
    if (weeks.length === 0) return;
    db.forget();
    for (const { week } of weeks)
      log.warn({ week }, "the week's key is gone: what was counted in crowds under it is discarded");
  }
}
