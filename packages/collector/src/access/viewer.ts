import type { Context } from 'hono';
import type { Publisher } from '../config.js';
import type { Viewer } from '../dashboard/shell.js';
import { forPublisher, type CollectorEnv } from './caller.js';
import { allows } from './scope.js';

/** Who looks at the dashboard. Where the collector is open, anyone may look at each publisher; nobody who holds a key learns of another than their own. */
export function viewerOf(publishers: readonly Publisher[]) {
  return (
    c: Context<CollectorEnv>,
    answer: (viewer: Viewer) => Response | Promise<Response>,
  ): Response | Promise<Response> => {
    const { key, publisher, scope, until } = c.get('caller');
    const [first] = publishers;
    if (key === undefined && publisher === undefined && first) {
      const url = new URL(c.req.url);
      url.searchParams.set('publisher', first.origin);
      return c.redirect(url.pathname + url.search, 303);
    }
    return forPublisher(c, (own) =>
      answer({
        publisher: own,
        mayEdit: allows(scope, 'admin'),
        ...(until === undefined ? {} : { signedInWith: key?.name }),
        publishers: key === undefined ? publishers : [own],
      }),
    );
  };
}
