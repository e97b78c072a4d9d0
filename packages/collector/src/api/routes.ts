import type { CollectorSettings } from '../config.js';
import { feedRoute } from '../feed/feed-route.js';
import type { Store } from '../store/store.js';
import { campaignRoutes } from './campaign-routes.js';
import { planRoute } from './plan-route.js';
import { reportRoutes } from './report-routes.js';
import type { Route } from './route.js';
import { webhookRoutes } from './webhook-routes.js';

export interface ApiDeps extends Pick<CollectorSettings, 'publishers' | 'titles' | 'allowLoopbackWebhooks'> {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** The programs' side: reports, campaign windows, the feed and its webhooks. */
export function apiRoutes({ store, clock, titles, publishers, allowLoopbackWebhooks }: ApiDeps): Route[] {
  const { campaigns, webhooks, log, audit } = store;
  return [
    ...reportRoutes({ store, titles, clock, alone: publishers.length === 1 }),
    planRoute(),
    ...campaignRoutes({ campaigns, audit, clock }),
    feedRoute(log),
    ...webhookRoutes({ webhooks, log, audit, clock, rules: { allowLoopback: allowLoopbackWebhooks } }),
  ];
}
