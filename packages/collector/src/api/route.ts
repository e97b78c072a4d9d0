import type { Context, Env, Hono } from 'hono';
import type { Publisher } from '../config.js';
import { CollectorError } from '../errors.js';
import { problem } from '../problem.js';
import type { Scope } from '../store/access-keys.js';

/** What a handler is told of a request: whose figures it is about was settled before. */
export interface Asked {
  readonly request: Request;
  /** The query without `publisher`. */
  readonly query: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly publisher: Publisher;
  /** For the audit: an access key's id, or who else it was. */
  readonly actor: string;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As Hono writes it, `/v1/reports/:name`. */
  readonly path: string;
  /** What a key needs for it. Reading is `read`, changing is `admin`: the guard goes by the method, and a test holds the two together. */
  readonly scope: Scope;
  readonly handle: (asked: Asked) => Promise<Response> | Response;
}

/** Finds out for which publisher a request is, and who sends it; else it answers itself. */
export type ForPublisher<E extends Env> = (
  c: Context<E>,
  answer: (publisher: Publisher, actor: string) => Response | Promise<Response>,
) => Response | Promise<Response>;

export function mount<E extends Env>(app: Hono<E>, routes: readonly Route[], forPublisher: ForPublisher<E>): void {
  for (const { method, path, handle } of routes)
    app.on(method, path, (c) =>
      forPublisher(c, async (publisher, actor) => {
        const { publisher: _, ...query } = c.req.query();
        try {
          return await handle({ request: c.req.raw, query, params: c.req.param(), publisher, actor });
        } catch (error) {
          if (error instanceof CollectorError && error.code === 'usage') return problem(400, 'usage', error.message);
          throw error;
        }
      }),
    );
}
