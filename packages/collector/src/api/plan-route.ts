import * as v from 'valibot';
import { assumptionsSchema, forecast } from '../plan/forecast.js';
import { parseInput } from './read-json.js';
import type { Route } from './route.js';

const number = v.optional(
  v.pipe(
    v.string(),
    v.check((text) => /^\d{1,9}(\.\d{1,6})?$/.test(text), 'must be a number'),
    v.transform(Number),
  ),
);
const querySchema = v.strictObject({ doctors: number, weeklyReaders: number, items: number, reach: number });

/** What crowd figures can ever be released for a community of some size: what an empty page shows. */
export function planRoute(): Route {
  return {
    method: 'GET',
    path: '/v1/plan',
    scope: 'read',
    handle: ({ query }) => Response.json(forecast(parseInput(assumptionsSchema, parseInput(querySchema, query)))),
  };
}
