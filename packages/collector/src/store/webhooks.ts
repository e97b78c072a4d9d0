import type { Cursor } from './event-log.js';

/** Where a publisher wants its events to be posted. */
export interface Webhook {
  readonly id: string;
  readonly publisher: string;
  readonly url: string;
  /** Signs its messages (Standard Webhooks). It has to be kept as it is. */
  readonly secret: string;
  readonly createdDay: string;
  /** `paused` by its publisher, or by too many failures. */
  readonly state: 'active' | 'paused';
  /** Everything before it has been put into a delivery. */
  readonly cursor: Cursor;
}

/** One message of a webhook: a run of events that was not yet taken, or never will be. */
export interface Delivery {
  /** The message's own id: the same in every attempt. */
  readonly id: string;
  readonly webhook: string;
  /** The events behind `after`, up to and including the one whose cursor is `until`. */
  readonly after: Cursor | undefined;
  readonly until: Cursor;
  readonly events: number;
  /** `dead`: given up; a person may try it again. */
  readonly state: 'waiting' | 'dead';
  readonly attempts: number;
  /** Milliseconds since 1970: not before then. A time of ours, not of any post. */
  readonly nextAt: number;
  readonly reason?: string | undefined;
  /** The day on which it was made. */
  readonly day: string;
}

export interface Webhooks {
  /** Ordered by id. Without a publisher: everyone's, for the sender. */
  list(publisher?: string): Promise<Webhook[]>;
  /** Adds it, or replaces the one with the same id. */
  save(webhook: Webhook): Promise<void>;
  /** Leaves its cursor alone, which the sender moves meanwhile. @returns false when this publisher has no such webhook */
  setState(publisher: string, id: string, state: Webhook['state']): Promise<boolean>;
  /** Its deliveries go with it. @returns false when this publisher has no such webhook */
  remove(publisher: string, id: string): Promise<boolean>;
  /** Puts the next run of events into a delivery and moves the webhook's cursor behind it, both or neither. */
  enqueue(delivery: Delivery): Promise<void>;
  /** After an attempt that failed, or a wish to try a dead one again. */
  update(delivery: Delivery): Promise<void>;
  /** It was taken. */
  delivered(id: string): Promise<void>;
  /** Ordered by arrival in the queue. */
  deliveries(query: {
    readonly webhook?: string | undefined;
    readonly publisher?: string | undefined;
    readonly state?: Delivery['state'] | undefined;
    readonly limit: number;
  }): Promise<Delivery[]>;
}
