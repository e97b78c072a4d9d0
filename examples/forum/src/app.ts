import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Community } from './community.js';
import { ForumError } from './errors.js';
import type { Env } from './http/env.js';
import { MAX_BODY } from './http/guard.js';
import { securityHeaders } from './http/headers.js';
import { refuse, tooLarge } from './http/refusal.js';
import { readSession, requestDoctor } from './http/session.js';
import { apiRoutes } from './routes/api.js';
import { composingRoutes } from './routes/composing.js';
import { demoRoutes } from './routes/demo.js';
import { readingRoutes } from './routes/reading.js';
import { signInRoutes } from './routes/sign-in.js';
import { staticRoutes } from './routes/static.js';
import { isModerator } from './seed/people.js';
import { seed } from './seed/seed.js';
import type { Site } from './site.js';
import { openDatabase } from './store/database.js';

export interface ForumOptions {
  /** Where browsers reach the forum: `https://…`, or `http://` on this machine. */
  readonly origin: string;
  /** The SQLite file; filled with the demonstration's doctors and discussions when it is new. */
  readonly dataFile: string;
  /** The community server, mounted at /pq/. */
  readonly community: Community;
  /** The address of the publisher's report. Turns the demo's controls on. */
  readonly report?: string;
  readonly now?: () => Date;
}

export interface ForumApp {
  fetch(request: Request): Promise<Response>;
  /** Who sent a request, for the community server's `member`. */
  member(request: Request): { id: string; hcp: boolean } | null;
  /** Whether a moderator sent a request, for the community server's `isModerator`. */
  moderator(request: Request): boolean;
  close(): void;
}

/** Grand Round: a peer community for doctors. @throws ForumError `settings` */
export function createForum(options: ForumOptions): ForumApp {
  const { origin, community, report, now = () => new Date() } = options;
  if (!URL.canParse(origin) || new URL(origin).origin !== origin)
    throw new ForumError('settings', `origin: "${origin}" is not an origin. Write it as http://localhost:4800.`);
  const today = () => now().toISOString().slice(0, 10);
  const database = openDatabase(options.dataFile);
  seed(database, today());
  const site: Site = { origin, database, community, report, today };

  const app = new Hono<Env>();
  // First, and on its own: the community server sets its own headers and needs none of the forum's cookies but to read.
  app.all('/pq/*', (c) => community.fetch(c.req.raw));
  app.use(securityHeaders);
  app.route('/', staticRoutes());
  app.use(readSession(database, today));
  app.use(
    bodyLimit({
      maxSize: MAX_BODY,
      onError: () => {
        throw tooLarge();
      },
    }),
  );
  app.route('/', signInRoutes(site));
  app.route('/', readingRoutes(site));
  app.route('/', composingRoutes(site));
  app.route('/', apiRoutes(site));
  if (report !== undefined) app.route('/', demoRoutes(site, report));
  app.notFound((c) =>
    refuse(site, c, new ForumError('not-found', 'No page has this address. It may have been moved.')),
  );
  app.onError((error, c) => refuse(site, c, error));

  return {
    fetch: async (request) => app.fetch(request),
    member: (request) => {
      const doctor = requestDoctor(database, request, today());
      return doctor ? { id: doctor.id, hcp: doctor.verified } : null;
    },
    moderator: (request) => {
      const doctor = requestDoctor(database, request, today());
      return doctor !== undefined && isModerator(doctor);
    },
    close: () => database.close(),
  };
}
