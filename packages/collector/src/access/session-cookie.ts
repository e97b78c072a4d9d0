import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const NAME = 'pqc-session';

/**
 * HttpOnly: no script reads it. SameSite=Strict: no other site's request carries it. Under https it is Secure and bears the
 * `__Host-` prefix, so that no other host of the same domain can set or read it. Browsers take no such cookie from
 * plain http, which is used on this machine alone.
 */
function manner(origin: string) {
  const secure = origin.startsWith('https:');
  return {
    secure,
    path: '/',
    httpOnly: true,
    sameSite: 'Strict' as const,
    ...(secure ? { prefix: 'host' as const } : {}),
  };
}

export function readSessionCookie(c: Context, origin: string): string | undefined {
  return origin.startsWith('https:') ? getCookie(c, NAME, 'host') : getCookie(c, NAME);
}

export function writeSessionCookie(c: Context, origin: string, token: string, maxAge: number): void {
  setCookie(c, NAME, token, { ...manner(origin), maxAge });
}

export function dropSessionCookie(c: Context, origin: string): void {
  deleteCookie(c, NAME, manner(origin));
}
