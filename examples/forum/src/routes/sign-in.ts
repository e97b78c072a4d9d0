import { Hono } from 'hono';
import { ForumError } from '../errors.js';
import type { Env } from '../http/env.js';
import { readForm } from '../http/guard.js';
import { safePath } from '../http/next.js';
import { setSession } from '../http/session.js';
import { layout } from '../pages/layout.js';
import { signInPage } from '../pages/sign-in.js';
import { isReader } from '../seed/readers.js';
import { visit, type Site } from '../site.js';
import { findDoctor, listDoctors } from '../store/doctors.js';
import { endSession, newSessionId, startSession } from '../store/sessions.js';

/** Signing in and out. Every redirect leaves the fragment out, so that the browser keeps the item it came with. */
export function signInRoutes(site: Site): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/sign-in', (c) => {
    const next = safePath(c.req.query('next'), site.origin);
    if (c.get('doctor')) return c.redirect(next);
    const page = signInPage({
      doctors: listDoctors(site.database).filter(({ id }) => !isReader(id)),
      next,
      csrf: c.get('csrf'),
    });
    return c.html(layout(visit(site, c), { title: 'Sign in', script: 'sign-in.js' }, page));
  });

  routes.post('/sign-in', async (c) => {
    const field = await readForm(c, site.origin);
    const doctor = findDoctor(site.database, field('doctor'));
    if (!doctor) throw new ForumError('doctor', 'This doctor is not on the list. Go back and choose one.');
    endSession(site.database, c.get('session'));
    // A new id at every sign-in: one that was planted before is worth nothing afterwards.
    setSession(c, startSession(site.database, doctor.id, site.today()));
    return c.redirect(safePath(field('next'), site.origin), 303);
  });

  routes.post('/sign-out', async (c) => {
    await readForm(c, site.origin);
    endSession(site.database, c.get('session'));
    setSession(c, newSessionId());
    return c.redirect('/sign-in', 303);
  });

  return routes;
}
