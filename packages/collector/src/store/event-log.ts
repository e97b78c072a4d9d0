import type { PullquoteEvent } from '@pullquote/events';

/** A place in one publisher's log. Opaque: only the store that gave it can read it. */
export type Cursor = string;

export interface LoggedEvent {
  /** The place just behind this event: reading on from here gives the next one. */
  readonly cursor: Cursor;
  readonly event: PullquoteEvent;
}

/**
 * Every accepted event as it came, for as long as events are kept. Nobody's name is in it; but each public event stands
 * for one post, so whoever reads the thread can link the two. Its order is that of arrival, by batch: relays shuffle a
 * day before they send it, so it tells nothing of the order of posts.
 */
export interface EventLog {
  /** Up to `limit` events behind `after`, or from the oldest that is kept. Less than `limit` means that this is all. */
  read(publisher: string, after: Cursor | undefined, limit: number): Promise<LoggedEvent[]>;
  /** The place behind the newest event. */
  end(publisher: string): Promise<Cursor>;
  /** Is this a cursor of this publisher's log? False for rubbish, and for a place whose next event is kept no more. */
  knows(publisher: string, cursor: Cursor): Promise<boolean>;
}
