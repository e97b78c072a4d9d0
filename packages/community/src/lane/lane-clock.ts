import { dayOf } from '@pullquote/events';
import type { Clock } from '../config.js';
import type { Database } from '../store/database.js';

/**
 * The clock of the lanes' days and weeks. Only a demonstration moves it ahead of the real one; signatures and status
 * lists go by the real one, so that nothing lapses when a day is closed by hand.
 */
export class LaneClock {
  #ahead = 0;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    demo: boolean,
  ) {
    // Kept over a restart: a day that was closed by hand must not come again.
    if (demo) this.#ahead = Number(db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'ahead'")?.value ?? 0);
  }

  now(): number {
    return this.clock.lane() + this.#ahead;
  }

  today(): string {
    return dayOf(this.now());
  }

  moveTo(ms: number): void {
    this.#ahead = Math.max(this.#ahead, ms - this.clock.lane());
    this.db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('ahead', ?)", String(this.#ahead));
  }
}
