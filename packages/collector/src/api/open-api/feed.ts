import { BATCH_TYPE } from '@pullquote/events';
import { CURSOR_HEADER } from '../../feed/feed-route.js';
import { content, ID, json, operation, parameter, PUBLISHER, ref, type Json } from './pieces.js';

/** Events onward: read, or posted to webhooks. */
export function feedPaths(): Record<string, Json> {
  const state = { type: 'object', required: ['state'], properties: { state: { enum: ['active', 'paused'] } } };
  const added = {
    type: 'object',
    required: ['url'],
    properties: { url: { type: 'string', format: 'uri' }, from: { enum: ['now', 'oldest'] } },
  };
  const created = {
    allOf: [ref('webhook'), { type: 'object', required: ['secret'], properties: { secret: { type: 'string' } } }],
  };
  const body = (schema: Json) => ({ required: true, content: { 'application/json': { schema } } });
  const listOf = (name: string, schema: Json) => ({
    type: 'object',
    required: [name],
    properties: { [name]: { type: 'array', items: schema } },
  });
  return {
    '/v1/feed': {
      get: operation(
        'read',
        'Events onward, one CloudEvent on each line',
        {
          200: {
            ...content('Up to `limit` events behind the cursor', 'application/x-ndjson', { type: 'string' }),
            headers: { [CURSOR_HEADER]: { description: 'The cursor of the next call.', schema: { type: 'string' } } },
          },
        },
        {
          parameters: [
            PUBLISHER,
            parameter('cursor', 'From the answer before; without one, the oldest event that is kept.'),
            parameter('limit', 'Most events.', { type: 'integer', minimum: 1, maximum: 1000, default: 1000 }),
            parameter('wait', 'Seconds to wait where there is nothing yet.', {
              type: 'integer',
              minimum: 0,
              maximum: 60,
              default: 0,
            }),
          ],
        },
      ),
    },
    '/v1/webhooks': {
      get: operation('read', 'Webhooks', {
        200: content('All of them, without their secrets', 'application/json', listOf('webhooks', ref('webhook'))),
      }),
      post: operation(
        'admin',
        'Add a webhook',
        { 201: content('With its secret, which is told only now', 'application/json', created) },
        { description: `Messages are ${BATCH_TYPE}, signed after Standard Webhooks.`, requestBody: body(added) },
      ),
    },
    '/v1/webhooks/{id}': {
      put: operation(
        'admin',
        'Pause or resume',
        { 200: json('As it is now', 'webhook') },
        { parameters: [ID], requestBody: body(state) },
      ),
      delete: operation(
        'admin',
        'Remove it and its messages',
        { 204: { description: 'It is gone' } },
        { parameters: [ID] },
      ),
    },
    '/v1/webhooks/{id}/deliveries': {
      get: operation(
        'read',
        'Messages that wait or were given up',
        { 200: content('The oldest first', 'application/json', listOf('deliveries', ref('delivery'))) },
        { parameters: [ID] },
      ),
    },
    '/v1/webhooks/{id}/deliveries/{message}/send': {
      post: operation(
        'admin',
        'Send a message again that was given up',
        { 202: json('It waits again', 'delivery') },
        { parameters: [ID, { ...ID, name: 'message' }] },
      ),
    },
  };
}
