import { randomUUID } from 'node:crypto';
import { dayOf } from '@pullquote/events';
import * as v from 'valibot';
import { FROM_OLDEST } from '../feed/sender.js';
import { newSecret } from '../feed/signature.js';
import { checkTarget, type TargetRules } from '../feed/target.js';
import { problem } from '../problem.js';
import type { Audit } from '../store/audit.js';
import type { EventLog } from '../store/event-log.js';
import type { Delivery, Webhook, Webhooks } from '../store/webhooks.js';
import { readJson } from './read-json.js';
import type { Asked, Route } from './route.js';

const MAX_WEBHOOKS = 20;
const MAX_SHOWN = 100;

export interface WebhookDeps {
  readonly webhooks: Webhooks;
  readonly log: EventLog;
  readonly audit: Audit;
  readonly rules: TargetRules;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const newSchema = v.strictObject({
  url: v.string(),
  /** `now`: what comes from now on. `oldest`: everything that is kept, first. */
  from: v.optional(v.picklist(['now', 'oldest']), 'now'),
});
const changeSchema = v.strictObject({ state: v.picklist(['active', 'paused']) });

/** Where the publisher's events are posted. A secret is told once, when it is made. */
export function webhookRoutes({ webhooks, log, audit, rules, clock }: WebhookDeps): Route[] {
  const note = ({ actor, publisher }: Asked, action: string, subject: string) =>
    audit.add({ day: dayOf(clock()), actor, publisher: publisher.origin, action, subject });
  const find = async ({ publisher, params }: Asked) =>
    (await webhooks.list(publisher.origin)).find(({ id }) => id === params['id']);
  const show = async (webhook: Webhook) => {
    const of = { webhook: webhook.id, limit: MAX_SHOWN };
    const [waiting, dead] = await Promise.all([
      webhooks.deliveries({ ...of, state: 'waiting' }),
      webhooks.deliveries({ ...of, state: 'dead' }),
    ]);
    const [trouble] = [...waiting.filter(({ attempts }) => attempts > 0), ...dead.slice(-1)];
    const { id, url, state, createdDay } = webhook;
    const why = trouble?.reason === undefined ? {} : { lastFailure: trouble.reason };
    return { id, url, state, createdDay, waiting: waiting.length, dead: dead.length, ...why };
  };

  return [
    {
      method: 'GET',
      path: '/v1/webhooks',
      scope: 'read',
      handle: async ({ publisher }) =>
        Response.json({ webhooks: await Promise.all((await webhooks.list(publisher.origin)).map(show)) }),
    },
    {
      method: 'POST',
      path: '/v1/webhooks',
      scope: 'admin',
      async handle(asked) {
        const { origin } = asked.publisher;
        const { url, from } = await readJson(asked.request, newSchema);
        const target = checkTarget(url, rules).href;
        if ((await webhooks.list(origin)).length >= MAX_WEBHOOKS)
          return problem(400, 'too-many-webhooks', `There are ${MAX_WEBHOOKS} webhooks already. Remove one first.`);
        const webhook: Webhook = {
          id: randomUUID(),
          publisher: origin,
          url: target,
          secret: newSecret(),
          createdDay: dayOf(clock()),
          state: 'active',
          cursor: from === 'now' ? await log.end(origin) : FROM_OLDEST,
        };
        await webhooks.save(webhook);
        await note(asked, 'webhook.add', webhook.id);
        const answer = { ...(await show(webhook)), secret: webhook.secret };
        return Response.json(answer, { status: 201, headers: { location: `/v1/webhooks/${webhook.id}` } });
      },
    },
    {
      method: 'PUT',
      path: '/v1/webhooks/:id',
      scope: 'admin',
      async handle(asked) {
        const { state } = await readJson(asked.request, changeSchema);
        const known = await find(asked);
        if (!known) return unknown();
        await webhooks.setState(asked.publisher.origin, known.id, state);
        await note(asked, `webhook.${state === 'active' ? 'resume' : 'pause'}`, known.id);
        return Response.json(await show({ ...known, state }));
      },
    },
    {
      method: 'DELETE',
      path: '/v1/webhooks/:id',
      scope: 'admin',
      async handle(asked) {
        const id = asked.params['id'] ?? '';
        if (!(await webhooks.remove(asked.publisher.origin, id))) return unknown();
        await note(asked, 'webhook.remove', id);
        return new Response(null, { status: 204 });
      },
    },
    {
      method: 'GET',
      path: '/v1/webhooks/:id/deliveries',
      scope: 'read',
      async handle(asked) {
        const known = await find(asked);
        if (!known) return unknown();
        const deliveries = await webhooks.deliveries({ webhook: known.id, limit: MAX_SHOWN });
        return Response.json({ deliveries: deliveries.map(shown) });
      },
    },
    {
      method: 'POST',
      path: '/v1/webhooks/:id/deliveries/:message/send',
      scope: 'admin',
      async handle(asked) {
        const known = await find(asked);
        if (!known) return unknown();
        const dead = await webhooks.deliveries({ webhook: known.id, state: 'dead', limit: MAX_SHOWN });
        const delivery = dead.find(({ id }) => id === asked.params['message']);
        if (!delivery) return problem(404, 'unknown-message', 'message: no message with this id was given up.');
        const again: Delivery = { ...delivery, state: 'waiting', attempts: 0, nextAt: clock() };
        await webhooks.update(again);
        await note(asked, 'webhook.send-again', delivery.id);
        return Response.json(shown(again), { status: 202 });
      },
    },
  ];
}

function unknown(): Response {
  return problem(404, 'unknown-webhook', 'id: there is no such webhook.');
}

/** By the day: when the next attempt is due is nobody's business but the sender's. */
function shown({ id, state, events, attempts, reason, day }: Delivery) {
  return { id, state, events, attempts, day, ...(reason === undefined ? {} : { reason }) };
}
