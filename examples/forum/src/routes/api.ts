import { Hono } from 'hono';
import { destinationOf } from '../destination.js';
import { ForumError } from '../errors.js';
import type { Env } from '../http/env.js';
import { readJson, signedIn } from '../http/guard.js';
import { publish, type Place } from '../posting.js';
import { sanitizePost } from '../sanitize.js';
import type { Site } from '../site.js';
import { listThreads } from '../store/threads.js';

const FIELDS = ['threadId', 'forum', 'title', 'html'];

/** What the forum's own script asks for. */
export function apiRoutes(site: Site): Hono<Env> {
  const routes = new Hono<Env>();

  // The discussions that this doctor can share into, the liveliest first.
  routes.get('/api/threads', (c) => {
    const { id } = signedIn(c);
    const words = (c.req.query('q') ?? '').slice(0, 100);
    return c.json(listThreads(site.database, id, { words, limit: 20 }).map(destinationOf));
  });

  // Posts HTML, and says which tags were taken out of it.
  routes.post('/api/posts', async (c) => {
    const doctor = signedIn(c);
    const body = await readJson(c, site.origin);
    const { html, removed } = sanitizePost(stringField(body, 'html'));
    return c.json({ ...publish(site, doctor, readPlace(body), html), removed }, 201);
  });

  return routes;
}

function readPlace(body: Record<string, unknown>): Place {
  const unknown = Object.keys(body).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined)
    throw new ForumError('json', `Unknown field "${unknown.slice(0, 40)}". Remove it; known are ${FIELDS.join(', ')}.`);
  if ('threadId' in body === ('forum' in body || 'title' in body))
    throw new ForumError('json', 'Give either threadId, or forum and title.');
  if ('threadId' in body) return { kind: 'thread', id: stringField(body, 'threadId') };
  return { kind: 'forum', slug: stringField(body, 'forum'), title: stringField(body, 'title') };
}

function stringField(body: Record<string, unknown>, field: string): string {
  const value = body[field];
  if (typeof value === 'string') return value;
  throw new ForumError('json', `Field "${field}" is missing or not a string. Send it as a string.`);
}
