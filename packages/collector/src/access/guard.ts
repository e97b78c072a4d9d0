import type { Context, MiddlewareHandler } from 'hono';
import type { Publisher } from '../config.js';
import { problem } from '../problem.js';
import type { Scope } from '../store/access-keys.js';
import { callerAddress, isLoopbackHost } from './address.js';
import type { Authenticator, Refusal } from './authenticate.js';
import type { Caller, CollectorEnv } from './caller.js';
import { messagePage } from './message-page.js';
import { ownOrigin } from './own-origin.js';
import type { RateLimiter } from './rate-limit.js';
import { refusalSentence } from './refusal-words.js';
import { ruleFor } from './rules.js';
import { isFromOwnPage, isSafeMethod } from './same-origin.js';
import { allows } from './scope.js';
import type { AccessSettings } from './settings.js';
import { wantsPage } from './wants-page.js';

export interface GuardOptions {
  readonly settings: Pick<AccessSettings, 'access' | 'origin' | 'proxies'>;
  readonly publishers: readonly Publisher[];
  readonly authenticator: Authenticator;
  readonly perKey: RateLimiter;
  readonly perAddress: RateLimiter;
  /** Told of each request that was turned away, for the metrics. */
  readonly onTurnedAway?: ((status: string) => void) | undefined;
}

type GuardContext = Context<CollectorEnv>;

/**
 * Stands before every route. A path that is not named public needs a key of the publisher that it is answered for, so a
 * route that somebody adds tomorrow is closed until they open it.
 */
export function createGuard(options: GuardOptions): MiddlewareHandler<CollectorEnv> {
  const { settings, onTurnedAway = () => undefined } = options;
  return async (c, next) => {
    const rule = ruleFor(c.req.method, c.req.path);
    if (rule === 'public') return next();
    const caller = settings.access === 'open' ? await openCaller(c, options) : await keyCaller(c, options);
    if (caller instanceof Response) {
      onTurnedAway(String(caller.status));
      return caller;
    }
    const refused = await (checkScope(c, caller, rule) ?? checkPublisher(c, caller));
    if (refused) {
      onTurnedAway(String(refused.status));
      return refused;
    }
    c.set('caller', caller);
    return next();
  };
}

async function keyCaller(c: GuardContext, options: GuardOptions): Promise<Caller | Response> {
  const { settings, authenticator, perKey, perAddress } = options;
  const origin = ownOrigin(c.req.raw, settings.origin);
  const address = callerAddress(c.req.raw, c.env?.address, settings.proxies);
  const found = await authenticator.ofRequest(c, origin, address);
  if ('refused' in found) {
    const seconds = perAddress.take(address);
    return seconds > 0 ? tooMany(c, seconds) : refuse(c, found);
  }
  if (found.until !== undefined && !isSafeMethod(c.req.method) && !isFromOwnPage(c.req.raw.headers, origin ?? ''))
    return say(c, 403, 'cross-site', 'This request came from another site, so nothing was changed.');
  const seconds = perKey.take(found.key.id);
  if (seconds > 0) return tooMany(c, seconds);
  const { key, publisher, until } = found;
  return { scope: key.scope, key: { id: key.id, name: key.name }, publisher, until };
}

/**
 * Without keys only this machine is answered: not a name that some site has pointed here (DNS rebinding), not what
 * another server passed on, and nothing that another site's page sends.
 */
function openCaller(c: GuardContext, { publishers }: GuardOptions): Caller | Response | Promise<Response> {
  const { hostname, origin, searchParams } = new URL(c.req.url);
  const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some(
    (name) => c.req.header(name) !== undefined,
  );
  if (!isLoopbackHost(hostname) || passedOn)
    return say(
      c,
      403,
      'this-machine-only',
      'This collector has no sign-in (access: open), so it answers its own machine alone. Set access: keys.',
    );
  const fromBrowser = c.req.header('origin') !== undefined || c.req.header('sec-fetch-site') !== undefined;
  if (!isSafeMethod(c.req.method) && fromBrowser && !isFromOwnPage(c.req.raw.headers, origin))
    return say(c, 403, 'cross-site', 'This request came from another site, so nothing was changed.');
  const asked = searchParams.get('publisher');
  const publisher = asked === null ? undefined : publishers.find((one) => one.origin === asked);
  return { scope: 'admin', publisher: publisher ?? (publishers.length === 1 ? publishers[0] : undefined) };
}

function checkScope(c: GuardContext, { scope }: Caller, needed: Scope): Response | Promise<Response> | undefined {
  if (allows(scope, needed)) return undefined;
  return say(c, 403, 'scope', 'This needs a key with the scope admin; yours has read.');
}

/** Whether another publisher is served here is nobody's business, so the answer is the same for both. */
function checkPublisher(c: GuardContext, { publisher }: Caller): Response | Promise<Response> | undefined {
  const asked = new URL(c.req.url).searchParams.getAll('publisher');
  if (asked.every((origin) => origin === publisher?.origin)) return undefined;
  return say(c, 404, 'unknown-publisher', 'publisher: there is no such publisher here for this key.');
}

function refuse(c: GuardContext, refusal: Refusal): Response | Promise<Response> {
  const isBrowser = wantsPage(c.req.raw) && isSafeMethod(c.req.method) && c.req.header('authorization') === undefined;
  if (!isBrowser) {
    if (refusal.refused === 'too-many') return tooMany(c, refusal.seconds, refusalSentence(refusal));
    if (refusal.refused === 'not-served') return say(c, 403, 'not-served', refusalSentence(refusal));
    return problem(401, `key-${refusal.refused}`, refusalSentence(refusal), { 'www-authenticate': 'Bearer' });
  }
  // A link in a message is opened without the cookie, because it is Strict. The page that it then gets comes from here, so when
  // that page opens the address again, the cookie is sent. It cannot go round in circles: the second request is same-origin.
  const site = c.req.header('sec-fetch-site');
  if (refusal.refused === 'none' && (site === 'cross-site' || site === 'same-site'))
    return c.html(messagePage('Opening…', 'One moment.', { again: true }));
  const { pathname, search } = new URL(c.req.url);
  const query = new URLSearchParams(pathname + search === '/' ? {} : { to: pathname + search });
  if (refusal.refused !== 'none') query.set('why', 'ended');
  return c.redirect(`/sign-in${query.size > 0 ? `?${query}` : ''}`, 303);
}

function tooMany(
  c: GuardContext,
  seconds: number,
  detail = `Too many requests. Wait ${seconds} s, then try again.`,
): Response | Promise<Response> {
  return say(c, 429, 'too-many', detail, { 'retry-after': String(seconds) });
}

const HEADINGS = { 403: 'Not allowed', 404: 'Not found', 429: 'Too many requests' } as const;

function say(
  c: GuardContext,
  status: keyof typeof HEADINGS,
  code: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response | Promise<Response> {
  return wantsPage(c.req.raw)
    ? c.html(messagePage(HEADINGS[status], detail), status, headers)
    : problem(status, code, detail, headers);
}
