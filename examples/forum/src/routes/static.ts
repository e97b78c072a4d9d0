import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

const TYPES = {
  'forum.css': 'text/css; charset=utf-8',
  'forum.js': 'text/javascript; charset=utf-8',
  'sign-in.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

/** The forum's own files: a closed list, read once. */
export function staticRoutes(): Hono {
  const routes = new Hono();
  for (const [name, type] of Object.entries(TYPES)) {
    const body = readFileSync(new URL(`../../static/${name}`, import.meta.url), 'utf8');
    routes.get(`/static/${name}`, (c) => c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }));
  }
  return routes;
}
