import type { DatabaseSync } from 'node:sqlite';
import type { Community } from './community.js';
import type { ForumContext } from './http/env.js';
import type { Visit } from './pages/layout.js';

/** What every route works with. */
export interface Site {
  readonly origin: string;
  readonly database: DatabaseSync;
  readonly community: Community;
  /** The publisher's report; only the demo has one, and with it the demo's controls. */
  readonly report: string | undefined;
  /** Today, as YYYY-MM-DD in UTC. */
  today(): string;
}

export function visit(site: Site, c: ForumContext): Visit {
  return { doctor: c.get('doctor'), csrf: c.get('csrf'), path: c.req.path, report: site.report };
}
