import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Doctor } from '../store/doctors.js';
import { newSessionId, sessionDoctor, SESSION_DAYS } from '../store/sessions.js';
import type { Env, ForumContext } from './env.js';

const COOKIE = 'grandround';
const SESSION_ID = /^[A-Za-z0-9_-]{43}$/;

/** Finds the doctor behind the cookie. Strangers get an id of their own, so that the sign-in form has a token too. */
export function readSession(database: DatabaseSync, today: () => string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const sent = getCookie(c, COOKIE);
    const known = sent !== undefined && SESSION_ID.test(sent);
    const session = known ? sent : newSessionId();
    c.set('session', session);
    c.set('csrf', csrfToken(session));
    c.set('doctor', known ? sessionDoctor(database, session, today()) : undefined);
    if (!known) setSession(c, session);
    await next();
  };
}

/** Who sent this request; what the community server asks before it counts anything. */
export function requestDoctor(database: DatabaseSync, request: Request, day: string): Doctor | undefined {
  const cookie = request.headers.get('cookie') ?? '';
  const session = cookie.split(/;\s*/).find((pair) => pair.startsWith(`${COOKIE}=`));
  const id = session?.slice(COOKIE.length + 1) ?? '';
  return SESSION_ID.test(id) ? sessionDoctor(database, id, day) : undefined;
}

export function setSession(c: ForumContext, session: string): void {
  setCookie(c, COOKIE, session, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: new URL(c.req.url).protocol === 'https:',
    maxAge: SESSION_DAYS * 86_400,
  });
}

/** A one-way image of the session id: pages may hold it, and it does not give the session away. */
export function csrfToken(session: string): string {
  return createHmac('sha256', session).update('csrf').digest('base64url');
}

export function isCsrfToken(session: string, sent: string): boolean {
  const expected = Buffer.from(csrfToken(session));
  const received = Buffer.from(sent);
  return expected.length === received.length && timingSafeEqual(expected, received);
}
