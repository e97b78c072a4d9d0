import { Hono } from 'hono';
import type { CollectorEnv } from '../access/caller.js';
import type { ServersState } from '../store/keeping.js';

export interface Condition {
  /** Why the store takes no writes just now. Undefined where it does. */
  readonly failure?: string | undefined;
  /** Where it is several servers: which of them failed last. */
  readonly servers?: Pick<ServersState, 'log' | 'analytics'> | undefined;
  readonly queued: number;
  /** How many batches may wait before senders are asked to come back. */
  readonly queueLimit: number;
}

/**
 * `/health/live`: the process answers; if it does not, start it anew. `/health`: it can do its work, too; if not, send it nothing. Neither
 * says why to whoever asks: that stands in the log.
 */
export function healthRoutes(look: () => Promise<Condition>): Hono<CollectorEnv> {
  const app = new Hono<CollectorEnv>();
  app.get('/health/live', (c) => c.json({ status: 'ok' }));
  app.get('/health', async (c) => {
    const { failure, servers, queued, queueLimit } = await look();
    const store = failure === undefined ? 'writable' : 'failing';
    const full = queued >= queueLimit;
    const ok = failure === undefined && !full;
    return c.json(
      {
        status: ok ? 'ok' : 'unavailable',
        store,
        ...(servers ? { servers } : {}),
        queue: { depth: queued, limit: queueLimit },
      },
      ok ? 200 : 503,
    );
  });
  return app;
}
