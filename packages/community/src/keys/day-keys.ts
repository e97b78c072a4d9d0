import { readdirSync } from 'node:fs';
import { PeriodKey } from './period-key.js';

const FILE = /^day-key-(\d{4}-\d{2}-\d{2})(\.new)?$/;

/** A key for each day that has not left yet, so that a removed post can still be found then, and never afterwards. */
export class DayKeys {
  readonly #keys = new Map<string, PeriodKey>();

  constructor(private readonly dataDir: string) {
    for (const name of readdirSync(dataDir)) {
      const [, day] = FILE.exec(name) ?? [];
      if (day === undefined || this.#keys.has(day)) continue;
      const key = this.#open(day);
      if (key.period === day) this.#keys.set(day, key);
      else key.destroy();
    }
  }

  days(): string[] {
    return [...this.#keys.keys()].sort();
  }

  /** The day's key, if there is one. */
  of(day: string): PeriodKey | undefined {
    return this.#keys.get(day);
  }

  /** The day's key, made when there is none. */
  make(day: string): PeriodKey {
    const held = this.#keys.get(day);
    if (held) return held;
    const key = this.#open(day);
    key.make(day);
    this.#keys.set(day, key);
    return key;
  }

  destroy(day: string): void {
    this.#keys.get(day)?.destroy();
    this.#keys.delete(day);
  }

  #open(day: string): PeriodKey {
    return new PeriodKey(this.dataDir, `day-key-${day}`);
  }
}
