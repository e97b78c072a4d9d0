/**
 * The Media Rating Council's viewable impression (Viewable Ad Impression Measurement Guidelines): half of it for one second
 * without a break; 30 % where it is larger than 242,500 pixels.
 */
export const LARGE_PX = 242_500;
export const VIEWED_MS = 1_000;

/** What can be seen of a card at one moment. */
export interface Glance {
  /** Visible part, 0 to 1. */
  readonly share: number;
  /** The card's whole area in CSS pixels. */
  readonly area: number;
  /** The tab is in front and has the focus. */
  readonly focused: boolean;
}

export function isInView({ share, area, focused }: Glance): boolean {
  return focused && share >= (area > LARGE_PX ? 0.3 : 0.5);
}

/** `since`: the moment from which it has been in view; undefined while it is not. */
export interface Watch {
  readonly since: number | undefined;
  readonly viewed: boolean;
}
export const UNSEEN: Watch = { since: undefined, viewed: false };

/** Call it at every change, and once more a second after it came into view. Once viewed stays viewed. Milliseconds of one clock. */
export function watch(before: Watch, glance: Glance, now: number): Watch {
  if (before.viewed) return before;
  // What was in view until this moment counts up to this moment, even if it is leaving the view now.
  const viewed = before.since !== undefined && now - before.since >= VIEWED_MS;
  if (!isInView(glance)) return { since: undefined, viewed };
  return { since: before.since ?? now, viewed };
}
