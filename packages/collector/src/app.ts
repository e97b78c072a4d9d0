import { Hono } from 'hono';
import type { CollectorSettings, Publisher } from './config.js';
import { createIntake } from './intake/intake.js';
import type { Log } from './log.js';
import { problem } from './problem.js';
import { toCsv } from './report/csv.js';
import { reportPage } from './report/page.js';
import { makeReport, type ReportSource } from './report/report.js';
import { ICON_SVG, REPORT_CSS } from './report/style.js';
import type { Store } from './store/store.js';
import type { TrustStore } from './trust/store.js';

export interface AppOptions extends CollectorSettings {
  readonly store: Store;
  readonly trust: TrustStore;
  readonly clock: () => number;
  readonly log: Log;
}

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The collector's whole surface. */
export function createApp({ store, trust, clock, log, publishers, titles, allowFutureDays }: AppOptions): Hono {
  const source: ReportSource = { store, trust, titles, clock };
  const intake = createIntake({
    ...{ store, clock, allowFutureDays, log, publishers },
    communityOf: (kid) => trust.communityOf(kid),
  });
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  });

  app.post('/v1/events', (c) => intake(c.req.raw));
  app.all('/v1/events', () => problem(405, 'method', 'Send batches with POST.', { allow: 'POST' }));

  app.get('/v1/report.json', (c) =>
    forPublisher(c.req.query('publisher'), publishers, async (publisher) =>
      Response.json(await makeReport(source, publisher)),
    ),
  );
  app.get('/v1/report.csv', (c) =>
    forPublisher(c.req.query('publisher'), publishers, async ({ origin }) =>
      c.body(await toCsv(store.counters, origin, titles), 200, {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="pullquote-report.csv"',
      }),
    ),
  );
  app.get('/', (c) => {
    const asked = c.req.query('publisher') ?? publishers[0]?.origin;
    return forPublisher(asked, publishers, async (publisher) =>
      c.html(reportPage(await makeReport(source, publisher), publishers)),
    );
  });
  app.get('/report.css', (c) => c.body(REPORT_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/icon.svg', (c) => c.body(ICON_SVG, 200, { 'content-type': 'image/svg+xml' }));
  app.get('/health', async () => {
    await store.keeping.state();
    return Response.json({ status: 'ok' });
  });

  app.notFound(() => problem(404, 'not-found', 'There is nothing at this path.'));
  app.onError((error) => {
    const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    log.error({ name: error.name, frames }, 'A request failed');
    return problem(500, 'failed', 'The collector failed. Nothing of this request was stored. Try again later.');
  });
  return app;
}

/** Answers for the publisher that `?publisher=` names; with a single one it need not be named. */
function forPublisher(
  origin: string | undefined,
  publishers: readonly Publisher[],
  answer: (publisher: Publisher) => Response | Promise<Response>,
): Response | Promise<Response> {
  if (origin === undefined && publishers.length > 1)
    return problem(
      400,
      'publisher-missing',
      'publisher: name the origin of the publisher, as in ?publisher=https://….',
    );
  const publisher = origin === undefined ? publishers[0] : publishers.find((one) => one.origin === origin);
  return publisher
    ? answer(publisher)
    : problem(404, 'unknown-publisher', 'publisher: this collector serves no such publisher.');
}
