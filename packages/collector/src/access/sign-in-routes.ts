import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Audit } from '../store/audit.js';
import { callerAddress } from './address.js';
import type { Authenticator } from './authenticate.js';
import type { CollectorEnv } from './caller.js';
import { localPath } from './local-path.js';
import { messagePage } from './message-page.js';
import { ownOrigin } from './own-origin.js';
import type { RateLimiter } from './rate-limit.js';
import { refusalSentence } from './refusal-words.js';
import { isFromOwnPage } from './same-origin.js';
import { dropSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.js';
import type { AccessSettings } from './settings.js';
import { signInPage } from './sign-in-page.js';
import { SIGN_IN_CSS } from './sign-in-style.js';
import type { SignIns } from './sign-ins.js';

export interface SignInOptions {
  readonly settings: Pick<AccessSettings, 'access' | 'origin' | 'proxies' | 'sessionHours'>;
  readonly authenticator: Authenticator;
  readonly signIns: SignIns;
  readonly audit: Audit;
  readonly perAddress: RateLimiter;
  /** How often one key may begin a session. */
  readonly perKey: RateLimiter;
  readonly today: () => string;
  readonly onSignedIn?: (() => void) | undefined;
}

/** A form holds a key and a path. */
const MOST_BYTES = 8_192;

const NOTICES: Readonly<Record<string, string>> = {
  out: 'You are signed out.',
  ended: 'Your session has ended. Sign in again.',
};

/** `/sign-in` and `/sign-out`: a key becomes a session, and the session ends. */
export function signInRoutes(options: SignInOptions): Hono<CollectorEnv> {
  const { settings, authenticator, signIns, audit, perAddress, perKey, today, onSignedIn } = options;
  const app = new Hono<CollectorEnv>();
  const addressOf = (c: Context<CollectorEnv>) => callerAddress(c.req.raw, c.env?.address, settings.proxies);

  app.get('/sign-in.css', (c) => c.body(SIGN_IN_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }));

  if (settings.access === 'open') {
    app.get('/sign-in', (c) => c.redirect('/', 303));
    return app;
  }

  app.get('/sign-in', (c) => {
    const seconds = perAddress.take(addressOf(c));
    if (seconds > 0) return busy(c, seconds);
    const notice = NOTICES[c.req.query('why') ?? ''];
    return c.html(signInPage({ to: localPath(c.req.query('to')), hours: settings.sessionHours, notice }));
  });

  app.post('/sign-in', bodyLimit({ maxSize: MOST_BYTES, onError: (c) => tooLarge(c) }), async (c) => {
    const seconds = perAddress.take(addressOf(c));
    if (seconds > 0) return busy(c, seconds);
    const form = await readForm(c);
    const to = localPath(form('to'));
    const again = (status: 400 | 401 | 403 | 429, error: string) =>
      c.html(signInPage({ to, hours: settings.sessionHours, error }), status);

    const origin = ownOrigin(c.req.raw, settings.origin);
    if (origin === undefined)
      return again(
        403,
        'This collector does not know its own address. Whoever runs it sets “origin” in its settings, such as https://collector.publisher.example.',
      );
    if (!isFromOwnPage(c.req.raw.headers, origin))
      return again(403, `This form was not sent from ${origin}. Open the page there and try again.`);
    const text = form('key').replace(/\s+/g, '');
    if (text === '') return again(400, 'Paste your access key first.');
    const found = await authenticator.ofKey(text, addressOf(c));
    if ('refused' in found) {
      if (found.refused !== 'too-many') return again(401, refusalSentence(found));
      c.header('retry-after', String(found.seconds));
      return again(429, refusalSentence(found));
    }
    const wait = perKey.take(found.key.id);
    if (wait > 0) return busy(c, wait);

    const old = readSessionCookie(c, origin);
    if (old !== undefined) await signIns.end(old);
    const { token } = await signIns.start(found.key);
    writeSessionCookie(c, origin, token, settings.sessionHours * 3_600);
    await audit.add({ day: today(), actor: found.key.id, publisher: found.publisher.origin, action: 'session.start' });
    onSignedIn?.();
    return c.redirect(to, 303);
  });

  app.post('/sign-out', async (c) => {
    const origin = ownOrigin(c.req.raw, settings.origin);
    if (origin === undefined || !isFromOwnPage(c.req.raw.headers, origin))
      return c.html(messagePage('Not allowed', 'This request came from another site, so nothing was changed.'), 403);
    const token = readSessionCookie(c, origin);
    const found = token === undefined ? undefined : await signIns.find(token);
    if (token !== undefined) await signIns.end(token);
    dropSessionCookie(c, origin);
    if (found)
      await audit.add({ day: today(), actor: found.key.id, publisher: found.key.publisher, action: 'session.end' });
    return c.redirect('/sign-in?why=out', 303);
  });
  return app;
}

/** A body that is no form is a form without fields: the page then says what is missing. */
async function readForm(c: Context): Promise<(field: string) => string> {
  const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  return (field) => {
    const value = Object.hasOwn(body, field) ? body[field] : undefined;
    return typeof value === 'string' ? value : '';
  };
}

function busy(c: Context, seconds: number) {
  c.header('retry-after', String(seconds));
  return c.html(messagePage('Too many requests', `Wait ${seconds} seconds, then try again.`), 429);
}

function tooLarge(c: Context) {
  return c.html(messagePage('Too large', 'This form is larger than an access key can be.'), 413);
}
