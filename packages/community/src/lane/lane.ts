import { dayStart, weekOf } from '@pullquote/events';
import { CommunityError } from '../errors.js';
import type { Bound } from '../facts/bound.js';
import type { Seen } from '../facts/seen.js';
import type { Days } from './days.js';
import type { Courier, DeliveryReport, Which } from './deliver.js';
import type { LaneClock } from './lane-clock.js';
import type { Releaser, ReleaseReport } from './release.js';

export interface ClosedDay extends ReleaseReport, DeliveryReport {
  readonly day: string;
}

/** The public lane's comings and goings, one at a time: two releases at once would each take the same day. */
export class Lane {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly clock: LaneClock,
    private readonly days: Days,
    private readonly releaser: Releaser,
    private readonly courier: Courier,
    private readonly seen: Seen,
    private readonly bound: Bound,
    private readonly demo: boolean,
  ) {}

  release(): Promise<ReleaseReport> {
    return this.#inTurn(() => this.releaser.release());
  }

  deliver(which: Which = 'due'): Promise<DeliveryReport> {
    return this.#inTurn(() => this.courier.deliver(which));
  }

  /** What the timer does: what is due leaves, what is old goes. */
  tick(): Promise<void> {
    return this.#inTurn(async () => {
      this.#forget();
      await this.releaser.release();
      await this.courier.deliver('due');
    });
  }

  /** @throws CommunityError `demo-only` */
  closeDay(): Promise<ClosedDay> {
    return this.#inTurn(async () => {
      if (!this.demo)
        throw new CommunityError(
          'demo-only',
          'closeDay: only a demonstration may. Set "demo: true" in its configuration.',
        );
      const day = this.days.open();
      this.clock.moveTo(this.days.draw(day));
      this.#forget();
      const released = await this.releaser.release();
      return { day, ...released, ...(await this.courier.deliver('waiting')) };
    });
  }

  /** Waits for what runs. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** The week's key goes when its week has closed, whether or not anyone posts. */
  #forget(): void {
    const today = this.clock.today();
    this.bound.turn(weekOf(dayStart(this.days.open())));
    this.seen.purge(today);
    this.days.purge(today);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
