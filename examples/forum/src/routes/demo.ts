import { Hono } from 'hono';
import type { Env } from '../http/env.js';
import { readForm, signedIn } from '../http/guard.js';
import { dayClosedPage } from '../pages/day-closed.js';
import { layout } from '../pages/layout.js';
import { weekClosedPage } from '../pages/week-closed.js';
import { isModerator } from '../seed/people.js';
import { visit, type Site } from '../site.js';

/** Mounted in the demo alone: a real community's night comes by itself. */
export function demoRoutes(site: Site, report: string): Hono<Env> {
  const routes = new Hono<Env>();

  routes.post('/demo/close-day', async (c) => {
    signedIn(c);
    await readForm(c, site.origin);
    const { delivered, outbox } = await site.community.closeDay();
    const waiting = outbox.reduce((sum, { events }) => sum + events, 0);
    return c.redirect(`/demo/day-closed?sent=${delivered}&waiting=${waiting}`, 303);
  });

  routes.get('/demo/day-closed', (c) => {
    signedIn(c);
    const page = dayClosedPage(number(c.req.query('sent')), number(c.req.query('waiting')), report);
    return c.html(layout(visit(site, c), { title: 'The day is closed' }, page));
  });

  routes.post('/demo/close-week', async (c) => {
    signedIn(c);
    await readForm(c, site.origin);
    const { week, released, outbox } = await site.community.closeWeek();
    const figures = released.reduce((sum, { day, events }) => sum + (day === week ? events : 0), 0);
    const waiting = outbox.reduce((sum, { events }) => sum + events, 0);
    return c.redirect(`/demo/week-closed?figures=${figures}&waiting=${waiting}`, 303);
  });

  routes.get('/demo/week-closed', (c) => {
    const doctor = signedIn(c);
    const [figures, waiting] = [number(c.req.query('figures')), number(c.req.query('waiting'))];
    const page = weekClosedPage({ figures, waiting, report, moderator: isModerator(doctor) });
    return c.html(layout(visit(site, c), { title: 'The week is closed' }, page));
  });

  return routes;
}

function number(digits = ''): number {
  return /^\d{1,6}$/.test(digits) ? Number(digits) : 0;
}
