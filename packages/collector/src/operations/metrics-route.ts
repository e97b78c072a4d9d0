import { Hono } from 'hono';
import { isLoopbackHost } from '../access/address.js';
import type { CollectorEnv } from '../access/caller.js';
import { sameSecret } from '../access/secret.js';
import type { AccessSettings } from '../access/settings.js';
import { problem } from '../problem.js';
import type { Metrics } from './metrics.js';

/** `/metrics`, for whoever holds `metrics.token`. Without a token it answers nobody, except where the collector is open. */
export function metricsRoute(
  { registry }: Metrics,
  { metrics: { token }, access }: Pick<AccessSettings, 'metrics' | 'access'>,
): Hono<CollectorEnv> {
  const app = new Hono<CollectorEnv>();
  app.get('/metrics', async (c) => {
    if (token === undefined) {
      const isOpen = access === 'open' && isLoopbackHost(new URL(c.req.url).hostname);
      if (!isOpen)
        return problem(403, 'metrics-off', 'Set metrics.token in the settings, and send it as a bearer token.');
    } else {
      const [, sent = ''] = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '') ?? [];
      if (!sameSecret(sent, token))
        return problem(401, 'metrics-token', 'Send metrics.token as a bearer token.', { 'www-authenticate': 'Bearer' });
    }
    return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
  return app;
}
