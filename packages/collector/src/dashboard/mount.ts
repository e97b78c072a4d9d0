import { dayOf } from '@pullquote/events';
import type { Context, Env, Hono } from 'hono';
import { problem } from '../problem.js';
import { Assets } from './assets.js';
import { FIRST_REPORTS, PAGE_PATHS } from './paths.js';
import { PAGE_POLICY, shell, type Viewer } from './shell.js';

export interface DashboardOptions<E extends Env> {
  /** Finds out who looks; else it answers itself. */
  readonly forViewer: (
    c: Context<E>,
    answer: (viewer: Viewer) => Response | Promise<Response>,
  ) => Response | Promise<Response>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly assets?: Assets;
}

/** A name that holds its content's hash never stands for anything else. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The dashboard's pages, all of them one shell, and the files that it needs. */
export function mountDashboard<E extends Env>(
  app: Hono<E>,
  { forViewer, clock, assets = new Assets() }: DashboardOptions<E>,
): void {
  for (const path of Object.values(PAGE_PATHS))
    app.get(path, (c) =>
      forViewer(c, async (viewer) => {
        const files = await assets.manifest();
        if (!files)
          return problem(500, 'dashboard-not-built', 'The dashboard was not built. Run npm run build, then try again.');
        const soon = path === PAGE_PATHS.between && new URL(c.req.url).search === '' ? FIRST_REPORTS : [];
        return c.html(shell(viewer, files, dayOf(clock()), soon), 200, { 'content-security-policy': PAGE_POLICY });
      }),
    );
  app.get('/assets/:name', async (c) => {
    const acceptsBrotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
    const asset = await assets.file(c.req.param('name') ?? '', acceptsBrotli);
    if (!asset) return problem(404, 'not-found', 'There is nothing at this path.');
    return new Response(asset.body, {
      headers: {
        'content-type': asset.type,
        'cache-control': FOR_EVER,
        vary: 'accept-encoding',
        ...(asset.encoding ? { 'content-encoding': asset.encoding } : {}),
      },
    });
  });
}
