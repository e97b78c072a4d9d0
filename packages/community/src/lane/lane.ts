import { nextWeek, weekStart } from '@pullquote/events';
import type { CrowdPublisher } from '../crowd/publish.js';
import type { Weeks } from '../crowd/weeks.js';
import { CommunityError } from '../errors.js';
import type { Seen } from '../facts/seen.js';
import { inSlices } from '../store/in-slices.js';
import type { Refusals } from '../store/refusals.js';
import type { Days } from './days.js';
import type { Courier, DeliveryReport, Which } from './deliver.js';
import type { LaneClock } from './lane-clock.js';
import type { Releaser, ReleaseReport } from './release.js';
import type { StatusHeld } from './status-held.js';

export interface ClosedDay extends ReleaseReport, DeliveryReport {
  readonly day: string;
}

export interface ClosedWeek extends ReleaseReport, DeliveryReport {
  readonly week: string;
}

export interface LaneParts {
  readonly clock: LaneClock;
  readonly days: Days;
  readonly weeks: Weeks;
  readonly seen: Seen;
  readonly refusals: Refusals;
  readonly posts: Releaser;
  readonly crowds: CrowdPublisher;
  readonly statusHeld: StatusHeld;
  readonly courier: Courier;
  readonly demo: boolean;
  /** Says when the community closes: what is done in slices then stops between two of them. */
  readonly signal: AbortSignal;
}

/** What leaves, by either lane, one at a time: two releases at once would each take the same day. */
export class Lane {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: LaneParts) {}

  release(): Promise<ReleaseReport> {
    return this.#inTurn(() => this.#release());
  }

  deliver(which: Which = 'due'): Promise<DeliveryReport> {
    return this.#inTurn(() => this.parts.courier.deliver(which));
  }

  /** What the timer does: what is due leaves, what is old goes. */
  tick(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#release();
      this.parts.refusals.flush();
      await this.parts.statusHeld.tell();
      await this.parts.courier.deliver('due');
    });
  }

  /** @throws CommunityError `demo-only` */
  closeDay(): Promise<ClosedDay> {
    return this.#inTurn(async () => {
      this.#demoOnly('closeDay');
      const { days, clock } = this.parts;
      const day = days.open();
      clock.moveTo(days.draw(day));
      return { day, ...(await this.#release()), ...(await this.parts.courier.deliver('waiting')) };
    });
  }

  /** @throws CommunityError `demo-only` */
  closeWeek(): Promise<ClosedWeek> {
    return this.#inTurn(async () => {
      this.#demoOnly('closeWeek');
      const { weeks, clock } = this.parts;
      const week = weeks.open();
      clock.moveTo(weekStart(nextWeek(week)));
      return { week, ...(await this.#release()), ...(await this.parts.courier.deliver('waiting')) };
    });
  }

  /** Waits for what runs. */
  async settled(): Promise<void> {
    await this.#last;
  }

  async #release(): Promise<ReleaseReport> {
    const { clock, days, weeks, seen, posts, crowds, signal } = this.parts;
    // The week's key goes when its week has closed, whether or not anyone posts.
    await weeks.settle();
    await inSlices(seen.purge(clock.today()), signal);
    days.purge(clock.today());
    const [one, other] = [await posts.release(), await crowds.release()];
    return {
      released: [...one.released, ...other.released],
      undeliverable: one.undeliverable + other.undeliverable,
    };
  }

  #demoOnly(what: string): void {
    if (!this.parts.demo)
      throw new CommunityError(
        'demo-only',
        `${what}: only a demonstration may. Set "demo: true" in its configuration.`,
      );
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
