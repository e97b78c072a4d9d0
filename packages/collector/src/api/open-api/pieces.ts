import type { Scope } from '../../store/access-keys.js';

export type Json = Readonly<Record<string, unknown>>;

export const text = { type: 'string' };
export const number = { type: 'number' };
export function arrayOf(items: Json) {
  return { type: 'array', items };
}
export function objectOf<P extends Json>(properties: P) {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

export const parameter = (name: string, description: string, schema: Json = { type: 'string' }): Json => ({
  name,
  in: 'query',
  description,
  schema,
});
export const PUBLISHER = parameter('publisher', 'Origin of the publisher; only needed where a key could mean several.');
export const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

export function operation(scope: Scope, summary: string, responses: Json, more: Json = {}): Json {
  return {
    summary,
    'x-scope': scope,
    ...more,
    responses: { ...responses, default: content('What was wrong', 'application/problem+json', ref('problem')) },
  };
}

export function json(description: string, schema: string): Json {
  return content(description, 'application/json', ref(schema));
}

export function content(description: string, type: string, schema: Json): Json {
  return { description, content: { [type]: { schema } } };
}

export function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}
