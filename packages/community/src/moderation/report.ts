import { CROWD_CELLS, CROWD_THRESHOLD, worstCase, type PrivacyLoss } from '@pullquote/events';
import type { WeekFigure, Weeks } from '../crowd/weeks.js';
import { CommunityError } from '../errors.js';
import type { Outbox, OutboxEntry, SentCrowd, SentFigure } from '../lane/outbox.js';
import type { Muted } from '../store/muted.js';
import type { Publishers } from '../store/publishers.js';
import type { Refusals } from '../store/refusals.js';

/** What moderators may see: what left, sums, and what is stuck. Nothing that did not leave, and nothing of who. */
export interface ModeratorReport {
  /** Public posts that left, by publisher, week and fact. */
  readonly sent: readonly SentFigure[];
  /** Crowd figures that left. */
  readonly crowds: readonly SentCrowd[];
  /** Weeks of the crowd lane: closed or open, and whether one had to be discarded. */
  readonly weeks: readonly WeekFigure[];
  /** Listed now, or told something before. */
  readonly publishers: readonly ModeratedPublisher[];
  readonly muted: readonly string[];
  readonly outbox: readonly OutboxEntry[];
  readonly refusals: readonly { readonly day: string; readonly code: string; readonly n: number }[];
  /** What private acts can give away of one doctor to one publisher, at the very worst. */
  readonly privacy: {
    readonly threshold: number;
    readonly cells: number;
    readonly week: PrivacyLoss;
    /** Of 53 weeks: some years have them. */
    readonly year: PrivacyLoss;
  };
}

export interface ModeratedPublisher {
  readonly origin: string;
  /** As the moderators call it; its origin once it is no longer listed. */
  readonly name: string;
  readonly listed: boolean;
  /** Its keys were taken at some time. */
  readonly reached: boolean;
  readonly muted: boolean;
}

/** The moderators' side of counting. */
export class Moderation {
  constructor(
    private readonly outbox: Outbox,
    private readonly weeks: Weeks,
    private readonly muted: Muted,
    private readonly refusals: Refusals,
    private readonly publishers: Publishers,
  ) {}

  report(): ModeratorReport {
    const [sent, crowds, muted] = [this.outbox.sent(), this.outbox.crowds(), this.muted.all()];
    return {
      sent,
      crowds,
      weeks: this.weeks.figures(),
      publishers: this.#publishers([...sent, ...crowds].map(({ publisher }) => publisher).concat(muted), muted),
      muted,
      outbox: this.outbox.list(),
      refusals: this.refusals.all(),
      privacy: { threshold: CROWD_THRESHOLD, cells: CROWD_CELLS, week: worstCase(1), year: worstCase(53) },
    };
  }

  /** Muted: nothing is counted for this publisher, and what waits for it is let go. @throws CommunityError `publisher` */
  mute(publisher: string, muted: boolean): void {
    if (!muted) this.muted.unmute(publisher);
    else if (this.publishers.all().some(({ origin }) => origin === publisher)) this.muted.mute(publisher);
    else
      throw new CommunityError(
        'publisher',
        'publisher: is not listed here. Give its origin as the configuration does.',
      );
  }

  #publishers(known: readonly string[], muted: readonly string[]): ModeratedPublisher[] {
    const listed = this.publishers.all().map(({ origin, name, pin }) => ({
      origin,
      name,
      listed: true,
      reached: pin !== undefined,
      muted: muted.includes(origin),
    }));
    const gone = [...new Set(known)].filter((origin) => !listed.some((one) => one.origin === origin));
    return [
      ...listed,
      ...gone.map((origin) => ({ origin, name: origin, listed: false, reached: false, muted: muted.includes(origin) })),
    ];
  }
}
