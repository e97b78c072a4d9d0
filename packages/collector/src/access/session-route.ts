import { Hono } from 'hono';
import { type CollectorEnv, forPublisher } from './caller.js';

/** `/v1/session`: who the caller is, for a page that wants to show it, or a program that wants to try its key. */
export function sessionRoute(): Hono<CollectorEnv> {
  const app = new Hono<CollectorEnv>();
  app.get('/v1/session', (c) =>
    forPublisher(c, ({ origin, name }) => {
      const { key, scope, until } = c.get('caller');
      return c.json({
        publisher: { origin, name },
        scope,
        ...(key === undefined ? {} : { key }),
        ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
      });
    }),
  );
  return app;
}
