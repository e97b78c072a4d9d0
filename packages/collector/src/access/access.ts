import { dayOf } from '@pullquote/events';
import type { Hono } from 'hono';
import { type MiddlewareHandler } from 'hono';
import type { CollectorSettings } from '../config.js';
import type { Store } from '../store/store.js';
import { createAuthenticator } from './authenticate.js';
import type { CollectorEnv } from './caller.js';
import { createGuard } from './guard.js';
import { createKeys, type Keys } from './keys.js';
import { createRateLimiter } from './rate-limit.js';
import { sessionRoute } from './session-route.js';
import { signInRoutes } from './sign-in-routes.js';
import { createSignIns } from './sign-ins.js';

export interface AccessOptions {
  readonly settings: CollectorSettings;
  readonly store: Pick<Store, 'accessKeys' | 'sessions' | 'audit'>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly onTurnedAway?: ((status: string) => void) | undefined;
  readonly onSignedIn?: (() => void) | undefined;
}

export interface Access {
  readonly keys: Keys;
  /** Stands before every route. */
  readonly guard: MiddlewareHandler<CollectorEnv>;
  readonly routes: Hono<CollectorEnv>;
}

/** Sessions that one key may begin, and how soon it may begin more: each is a row in the store for its whole life. */
const SIGN_INS = { burst: 20, perMinute: 10 };

/** Who may read: keys, sessions, the guard before every route, and the pages to sign in and out. */
export function createAccess({ settings, store, clock, onTurnedAway, onSignedIn }: AccessOptions): Access {
  const { limits, publishers } = settings;
  const keys = createKeys(store, clock);
  const signIns = createSignIns(store, clock, settings.sessionHours);
  const perAddress = createRateLimiter({ burst: limits.perAddress, perMinute: limits.perAddress });
  const authenticator = createAuthenticator({
    keys,
    signIns,
    publishers,
    wrongKeys: createRateLimiter({ burst: limits.wrongKeys, perMinute: limits.wrongKeys }),
  });
  const routes = signInRoutes({
    settings,
    authenticator,
    signIns,
    audit: store.audit,
    perAddress,
    perKey: createRateLimiter(SIGN_INS),
    today: () => dayOf(clock()),
    onSignedIn,
  });
  routes.route('/', sessionRoute());
  const perKey = createRateLimiter({ burst: limits.perKey, perMinute: limits.perKey });
  return {
    keys,
    guard: createGuard({ settings, publishers, authenticator, perKey, perAddress, onTurnedAway }),
    routes,
  };
}
