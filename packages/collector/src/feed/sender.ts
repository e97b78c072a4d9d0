import { randomInt, randomUUID } from 'node:crypto';
import { BATCH_TYPE, dayOf } from '@pullquote/events';
import type { EventLog } from '../store/event-log.js';
import type { Turns } from '../store/turns.js';
import type { Delivery, Webhook, Webhooks } from '../store/webhooks.js';
import type { Post, Posted } from './post.js';
import { MAX_ATTEMPTS, retryDelay } from './retry.js';
import { signMessage } from './signature.js';

/** So many events in one message. */
export const MESSAGE_EVENTS = 100;
/** With so many messages given up, a webhook is paused: its receiver does not want what it is sent. */
export const MAX_DEAD = 5;
const LOOK_MS = 5_000;
/** Messages to one receiver in one turn, so that the others get theirs. */
const TURN = 20;

export interface SenderDeps {
  readonly webhooks: Webhooks;
  readonly log: EventLog;
  readonly post: Post;
  /** Of several collectors, one sends. Without it, this is the only one. */
  readonly turns?: Turns | undefined;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** In [0, 1): spreads attempts, so that receivers are not all asked at once. */
  readonly chance?: () => number;
}

export interface Sender {
  /** Sends what is due, once, to every active webhook. */
  turn(): Promise<void>;
  start(): void;
  /** Resolves when the turn under way has ended. */
  stop(): Promise<void>;
}

/** The place before the oldest event that is kept. */
export const FROM_OLDEST = '';

type Outcome = 'taken' | 'later' | 'given-up';

/**
 * Posts each publisher's events to its webhooks, in order: a message that failed is tried again before the next one goes. A message is
 * stored before it is sent and removed once it was taken, so a crash can send one twice (with the same id) and lose none.
 */
export function createSender({ webhooks, log, post, turns, clock, chance = randomChance }: SenderDeps): Sender {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function serve(webhook: Webhook): Promise<void> {
    for (let sent = 0; sent < TURN; sent++) {
      const delivery = await next(webhook);
      if (!delivery || delivery.nextAt > clock()) return;
      const outcome = await attempt(webhook, delivery);
      if (outcome !== 'taken') return;
      // What has been put into a message since then is read anew.
      const current = (await webhooks.list(webhook.publisher)).find(({ id }) => id === webhook.id);
      if (current?.state !== 'active') return;
      webhook = current;
    }
  }

  /** The message that waits, or a new one of what has come since the last. */
  async function next(webhook: Webhook): Promise<Delivery | undefined> {
    const [waiting] = await webhooks.deliveries({ webhook: webhook.id, state: 'waiting', limit: 1 });
    if (waiting) return waiting;
    const after = (await log.knows(webhook.publisher, webhook.cursor)) ? webhook.cursor : undefined;
    if (after === undefined && webhook.cursor !== FROM_OLDEST) {
      await webhooks.enqueue(lost(webhook, clock()));
      return next({ ...webhook, cursor: FROM_OLDEST });
    }
    const events = await log.read(webhook.publisher, after, MESSAGE_EVENTS);
    const last = events.at(-1);
    if (!last) return undefined;
    const now = clock();
    const delivery: Delivery = {
      id: `msg_${randomUUID()}`,
      webhook: webhook.id,
      after,
      until: last.cursor,
      events: events.length,
      state: 'waiting',
      attempts: 0,
      nextAt: now,
      day: dayOf(now),
    };
    await webhooks.enqueue(delivery);
    return delivery;
  }

  async function attempt(webhook: Webhook, delivery: Delivery): Promise<Outcome> {
    const events = await log.read(webhook.publisher, delivery.after, delivery.events);
    if (events.length < delivery.events || events.at(-1)?.cursor !== delivery.until)
      return giveUp(webhook, delivery, 'Its events are kept no more.', false);
    const body = JSON.stringify(events.map(({ event }) => event));
    const headers = {
      'content-type': BATCH_TYPE,
      'user-agent': 'pullquote-collector',
      ...signMessage(delivery.id, body, webhook.secret, clock()),
    };
    const posted = await post(webhook.url, headers, body);
    if ('status' in posted && posted.status >= 200 && posted.status < 300) {
      await webhooks.delivered(delivery.id);
      return 'taken';
    }
    const reason = 'failed' in posted ? posted.failed : `It answered ${posted.status}.`;
    const tried = { ...delivery, attempts: delivery.attempts + 1, reason };
    // Gone is the receiver's way to say that it wants no more (Standard Webhooks).
    if ('status' in posted && posted.status === 410) return giveUp(webhook, tried, reason, true);
    if (tried.attempts >= MAX_ATTEMPTS) return giveUp(webhook, tried, reason, !answersOthers(posted));
    const retryAfter = 'status' in posted ? posted.retryAfter : null;
    const now = clock();
    await webhooks.update({
      ...tried,
      nextAt: now + Math.round(retryDelay(tried.attempts, retryAfter, now, chance())),
    });
    return 'later';
  }

  /** Sets a message aside, where the publisher sees it and can send it again; and pauses the webhook where more would fare no better. */
  async function giveUp(webhook: Webhook, delivery: Delivery, reason: string, pause: boolean): Promise<Outcome> {
    await webhooks.update({ ...delivery, state: 'dead', reason });
    const dead = await webhooks.deliveries({ webhook: webhook.id, state: 'dead', limit: MAX_DEAD });
    if (pause || dead.length >= MAX_DEAD) await webhooks.setState(webhook.publisher, webhook.id, 'paused');
    return 'given-up';
  }

  async function turn(): Promise<void> {
    const active = (await webhooks.list()).filter(({ state }) => state === 'active');
    // Side by side: one that hangs keeps nobody waiting.
    await Promise.all(active.map(serve));
  }

  async function mayTurn(): Promise<void> {
    if (!turns || (await turns.mine('webhooks'))) await turn();
  }

  return {
    turn,
    start() {
      const again = () => {
        running = mayTurn().catch(() => undefined);
        void running.then(() => {
          if (timer) timer = setTimeout(again, LOOK_MS).unref();
        });
      };
      timer ??= setTimeout(again, 0).unref();
    },
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await running;
    },
  };
}

/** Said where the publisher looks for what was not delivered; the webhook then goes on with the oldest event that is kept. */
function lost({ id }: Webhook, now: number): Delivery {
  return {
    id: `msg_${randomUUID()}`,
    webhook: id,
    after: undefined,
    until: FROM_OLDEST,
    events: 0,
    state: 'dead',
    attempts: 0,
    nextAt: now,
    reason: 'Events were removed before they could be sent: they are kept for a limited time only.',
    day: dayOf(now),
  };
}

/** It refuses this message, but it is there: the next one may do better. */
function answersOthers(posted: Posted): boolean {
  return 'status' in posted && posted.status >= 400 && posted.status < 500;
}

function randomChance(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
