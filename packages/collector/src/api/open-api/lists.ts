import { arrayOf, content, number, objectOf, operation, parameter, text, type Json } from './pieces.js';

/** What there is to be read, and what can ever be released. */
export function listPaths(): Record<string, Json> {
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
