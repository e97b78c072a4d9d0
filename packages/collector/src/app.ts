import { Hono } from 'hono';
import { createAccess } from './access/access.js';
import { forPublisher, type CollectorEnv } from './access/caller.js';
import { viewerOf } from './access/viewer.js';
import type { Keys } from './access/keys.js';
import { messagePage } from './access/message-page.js';
import { wantsPage } from './access/wants-page.js';
import { mount } from './api/route.js';
import { apiRoutes } from './api/routes.js';
import type { CollectorSettings } from './config.js';
import { ICON_SVG } from './dashboard/icon.js';
import { mountDashboard } from './dashboard/mount.js';
import { CollectorError } from './errors.js';
import { Admission } from './intake/admission.js';
import { createIntake } from './intake/intake.js';
import type { Log } from './log.js';
import { createOperations } from './operations/operations.js';
import { problem } from './problem.js';
import { toCsv } from './report/csv.js';
import { makeReport, type ReportSource } from './report/report.js';
import { readableAddress } from './readable-address.js';
import { securityHeaders } from './security-headers.js';
import type { Store } from './store/store.js';
import type { TrustStore } from './trust/store.js';

export interface AppOptions {
  readonly settings: CollectorSettings;
  readonly store: Store;
  readonly trust: TrustStore;
  readonly clock: () => number;
  readonly log: Log;
}

export interface App {
  readonly app: Hono<CollectorEnv>;
  readonly keys: Keys;
}

/** The collector's whole surface. */
export function createApp({ settings, store, trust, clock, log }: AppOptions): App {
  const { publishers, titles, allowFutureDays, origin: ownOrigin } = settings;
  const source: ReportSource = { store, trust, titles, clock, alone: publishers.length === 1 };
  const admission = new Admission();
  const { metrics, countRequests, routes: operations } = createOperations({ settings, store, admission, log });
  const {
    guard,
    keys,
    routes: signIn,
  } = createAccess({
    ...{ settings, store, clock },
    onTurnedAway: metrics.turnedAway,
    onSignedIn: metrics.signedIn,
  });
  const intake = createIntake({
    ...{ store, clock, allowFutureDays, log, publishers, admission },
    communityOf: (kid) => trust.communityOf(kid),
    onStored: ({ accepted, duplicates, refused }) => {
      metrics.events('accepted', accepted);
      metrics.events('duplicate', duplicates);
      metrics.events('refused', refused.length);
    },
  });
  const app = new Hono<CollectorEnv>();

  app.use(countRequests, securityHeaders(ownOrigin), readableAddress, guard);
  app.route('/', operations);
  app.route('/', signIn);

  app.post('/v1/events', (c) => intake(c.req.raw));
  app.all('/v1/events', () => problem(405, 'method', 'Send batches with POST.', { allow: 'POST' }));

  app.get('/v1/report.json', (c) =>
    forPublisher(c, async (publisher) => Response.json(await makeReport(source, publisher))),
  );
  app.get('/v1/report.csv', (c) =>
    forPublisher(c, async ({ origin }) =>
      c.body(await toCsv(store.counters, origin, titles), 200, {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="pullquote-report.csv"',
      }),
    ),
  );
  mount(app, apiRoutes({ ...settings, store, clock }), forPublisher);
  mountDashboard(app, { clock, forViewer: viewerOf(publishers) });
  app.get('/icon.svg', (c) => c.body(ICON_SVG, 200, { 'content-type': 'image/svg+xml' }));

  app.notFound((c) => {
    const detail = 'There is nothing at this path.';
    return wantsPage(c.req.raw) ? c.html(messagePage('Not found', detail), 404) : problem(404, 'not-found', detail);
  });
  app.onError((error) => {
    const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    log.error({ name: error.name, frames }, 'A request failed');
    const isStore = error instanceof CollectorError && (error.code === 'store' || error.code === 'clock');
    const detail = 'The collector failed. Nothing of this request was stored. Try again later.';
    return isStore ? problem(503, error.code, detail, { 'retry-after': '60' }) : problem(500, 'failed', detail);
  });
  return { app, keys };
}
