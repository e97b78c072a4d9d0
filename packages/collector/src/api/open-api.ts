import { BATCH_TYPE } from '@pullquote/events';
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { campaignSchema } from '../campaigns/campaign.js';
import { CURSOR_HEADER } from '../feed/feed-route.js';
import { MAX_LIMIT } from '../report/query.js';
import { REPORT_NAMES, REPORTS } from '../report/reports.js';
import { reportSchemas } from '../report/types.js';
import { campaignJsonSchema, deliverySchema, problemSchema, webhookSchema } from './answers.js';
import type { Scope } from '../store/access-keys.js';

type Json = Readonly<Record<string, unknown>>;

const DAY = { type: 'string', format: 'date' };
const parameter = (name: string, description: string, schema: Json = { type: 'string' }): Json => ({
  name,
  in: 'query',
  description,
  schema,
});
const PUBLISHER = parameter('publisher', 'Origin of the publisher; only needed where a key could mean several.');
const REPORT_PARAMETERS = [
  PUBLISHER,
  parameter('from', 'First day, UTC.', DAY),
  parameter('to', 'Last day, UTC.', DAY),
  parameter('item', 'URN of one item.'),
  parameter('community', 'Origin of one community.'),
  parameter('days', 'Of dead-content and data-quality: after how many days without a word.', {
    type: 'integer',
    minimum: 1,
    maximum: 3650,
  }),
  parameter('cursor', 'The `next` of the page before.'),
  parameter('limit', 'Rows in a page.', { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 100 }),
];
const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** OpenAPI 3.1: every path of the programs' side, from the same schemas that the answers' types come from. */
export function openApi(): Json {
  const schemas: Record<string, Json> = {
    problem: schemaOf(problemSchema),
    campaign: schemaOf(campaignJsonSchema),
    'campaign-input': schemaOf(campaignSchema),
    webhook: schemaOf(webhookSchema),
    delivery: schemaOf(deliverySchema),
  };
  const paths: Record<string, Json> = {};
  for (const name of REPORT_NAMES) {
    schemas[name] = schemaOf(reportSchemas[name]);
    const { title, lane } = REPORTS[name];
    const said = {
      public: 'Exact counts of public posts.',
      crowd: 'Noised counts of distinct doctors, each with its uncertainty.',
      own: '',
    }[lane];
    paths[`/v1/reports/${name}`] = {
      get: operation(
        'read',
        title,
        { 200: json('The report', name) },
        { description: said, parameters: REPORT_PARAMETERS },
      ),
    };
    paths[`/v1/reports/${name}.csv`] = {
      get: operation(
        'read',
        `${title}, as a table`,
        { 200: content('All pages', 'text/csv', { type: 'string' }) },
        { parameters: REPORT_PARAMETERS },
      ),
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Pullquote collector',
      version: '1',
      description: 'What a publisher reads of how its items are reused. Every figure says whether it is exact.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths: { ...paths, ...listPaths(), ...campaignPaths(), ...feedPaths() },
    components: {
      schemas,
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An access key.' } },
    },
  };
}

function listPaths(): Record<string, Json> {
  const list = objectOf({
    reports: arrayOf(
      objectOf({ name: text, title: text, lane: { enum: ['public', 'crowd', 'own'] }, json: text, csv: text }),
    ),
  });
  const fact = objectOf({ fact: text, expected: number, released: number, doctorsForHalf: number });
  const assumptions = objectOf({ doctors: number, weeklyReaders: number, items: number, reach: number });
  const plan = objectOf({ assumptions, threshold: number, epsilon: number, released: number, facts: arrayOf(fact) });
  const parameters = Object.keys(assumptions.properties).map((name) => ({
    ...parameter(name, 'Assumed of the community.', number),
    required: name === 'doctors',
  }));
  return {
    '/v1/reports': { get: operation('read', 'Reports', { 200: content('Which there are', 'application/json', list) }) },
    '/v1/openapi.json': {
      get: operation('read', 'This document', { 200: content('OpenAPI 3.1', 'application/json', { type: 'object' }) }),
    },
    '/v1/plan': {
      get: operation(
        'read',
        'What crowd figures can ever be released',
        { 200: content('The forecast', 'application/json', plan) },
        { parameters },
      ),
    },
  };
}

const text = { type: 'string' };
const number = { type: 'number' };
function arrayOf(items: Json) {
  return { type: 'array', items };
}
function objectOf<P extends Json>(properties: P) {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function campaignPaths(): Record<string, Json> {
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

function feedPaths(): Record<string, Json> {
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

function operation(scope: Scope, summary: string, responses: Json, more: Json = {}): Json {
  return {
    summary,
    'x-scope': scope,
    ...more,
    responses: { ...responses, default: content('What was wrong', 'application/problem+json', ref('problem')) },
  };
}

function json(description: string, schema: string): Json {
  return content(description, 'application/json', ref(schema));
}

function content(description: string, type: string, schema: Json): Json {
  return { description, content: { [type]: { schema } } };
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

/** What JSON Schema cannot say, such as that a day exists, is left out. */
function schemaOf(schema: v.GenericSchema): Json {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
    typeMode: 'input',
  });
  return rest as Json;
}
