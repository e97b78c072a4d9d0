import { content, ID, json, operation, ref, type Json } from './pieces.js';

/** The publisher's own calendar. */
export function campaignPaths(): Record<string, Json> {
  const list = {
    type: 'object',
    required: ['campaigns'],
    properties: { campaigns: { type: 'array', items: ref('campaign') } },
  };
  const imported = {
    type: 'object',
    required: ['campaigns', 'known'],
    properties: { ...list.properties, known: { type: 'integer', minimum: 0 } },
  };
  const files = { 'text/csv': { schema: { type: 'string' } }, 'text/calendar': { schema: { type: 'string' } } };
  const input = { required: true, content: { 'application/json': { schema: ref('campaign-input') } } };
  return {
    '/v1/campaigns': {
      get: operation('read', 'Campaign windows', { 200: content('All of them', 'application/json', list) }),
      post: operation('admin', 'Add a window', { 201: json('As it was saved', 'campaign') }, { requestBody: input }),
    },
    '/v1/campaigns/import': {
      post: operation(
        'admin',
        'Add the windows of a file that are not there yet, or none where one is wrong',
        { 201: content('Those that were added, and how many were known', 'application/json', imported) },
        { requestBody: { required: true, content: files } },
      ),
    },
    '/v1/campaigns/{id}': {
      put: operation(
        'admin',
        'Change a window',
        { 200: json('As it was saved', 'campaign') },
        { parameters: [ID], requestBody: input },
      ),
      delete: operation('admin', 'Remove a window', { 204: { description: 'It is gone' } }, { parameters: [ID] }),
    },
  };
}
