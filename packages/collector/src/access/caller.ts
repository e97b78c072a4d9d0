import type { Context } from 'hono';
import type { Publisher } from '../config.js';
import { problem } from '../problem.js';
import type { Scope } from '../store/access-keys.js';
import { ANYONE } from './actor.js';
import { messagePage } from './message-page.js';
import { wantsPage } from './wants-page.js';

/** Who sent a request, once the guard has let it through. */
export interface Caller {
  readonly scope: Scope;
  /** The key that it holds or signed in with; undefined where the collector is open. */
  readonly key?: { readonly id: string; readonly name: string } | undefined;
  /** The one publisher that it may be answered for; undefined where an open collector serves several and none was named. */
  readonly publisher?: Publisher | undefined;
  /** When the session ends, in milliseconds since 1970; undefined for a bearer key. */
  readonly until?: number | undefined;
}

export interface CollectorEnv {
  Bindings: {
    /** The other end of the socket, for the rate limiter alone. */
    readonly address?: string | undefined;
  };
  Variables: { readonly caller: Caller };
}

/**
 * Answers for the publisher whose key the caller holds. A handler asks for its publisher here and nowhere else: the guard has
 * refused every `?publisher=` that is not the caller's own. `actor` is who the audit log names.
 */
export function forPublisher(
  c: Context<CollectorEnv>,
  answer: (publisher: Publisher, actor: string) => Response | Promise<Response>,
): Response | Promise<Response> {
  const caller = c.get('caller');
  if (caller.publisher) return answer(caller.publisher, caller.key?.id ?? ANYONE);
  const detail = 'publisher: name the origin of the publisher, as in ?publisher=https://….';
  return wantsPage(c.req.raw)
    ? c.html(messagePage('Whose report?', detail), 400)
    : problem(400, 'publisher-missing', detail);
}
