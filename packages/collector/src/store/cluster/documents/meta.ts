import { nextDay } from '@pullquote/events';
import { CollectorError } from '../../../errors.js';
import type { Documents } from './documents.js';

/**
 * `keptFrom`: events of earlier days are kept no more. `newestDay`: of any event. `clockDay`: a day that the clock has certainly
 * reached.
 */
export interface MetaDays {
  readonly keptFrom?: string | undefined;
  readonly newestDay?: string | undefined;
  readonly clockDay?: string | undefined;
}

const KEY = 'meta';
/** Batches come faster than days go by. */
const FRESH_MS = 500;

/** Days that all collectors share. Each only ever moves forward. */
export class Meta {
  #known: { readonly days: MetaDays; readonly at: number } | undefined;

  constructor(private readonly documents: Documents) {}

  async read(): Promise<MetaDays> {
    return (await this.documents.get<MetaDays>(KEY)) ?? {};
  }

  raise(days: MetaDays): Promise<void> {
    return this.documents.change<MetaDays, undefined>(KEY, (before = {}) => {
      const after = { ...before };
      let changed = false;
      for (const key of ['keptFrom', 'newestDay', 'clockDay'] as const) {
        const day = days[key];
        if (day === undefined || day <= (before[key] ?? '')) continue;
        after[key] = day;
        changed = true;
      }
      return { ...(changed ? { after } : {}), result: undefined };
    });
  }

  /**
   * A day "that has not come yet" by a clock that was set back would be refused for good.
   * @throws CollectorError `clock`
   */
  async checkClock(today: string): Promise<MetaDays> {
    if (!this.#known || performance.now() - this.#known.at > FRESH_MS)
      this.#known = { days: await this.read(), at: performance.now() };
    const { days } = this.#known;
    if (days.clockDay !== undefined && today < days.clockDay)
      throw new CollectorError(
        'clock',
        `This machine's clock says ${today}, but it has been ${days.clockDay} here before. Set the clock; until then nothing is taken in.`,
      );
    return days;
  }

  /** After something was taken in. One clock that once ran years ahead must not make every true day after it look wrong. */
  async seen(before: MetaDays, today: string, newest: string): Promise<void> {
    const newestDay = newest > (before.newestDay ?? '') ? newest : (before.newestDay ?? today);
    const certain = nextDay(newestDay);
    const clockDay = today < certain ? today : certain;
    if (newestDay !== before.newestDay || clockDay > (before.clockDay ?? '')) {
      await this.raise({ newestDay, clockDay });
      this.#known = undefined;
    }
  }
}
