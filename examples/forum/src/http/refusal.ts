import { HTTPException } from 'hono/http-exception';
import { ForumError } from '../errors.js';
import { layout } from '../pages/layout.js';
import { problemPage, problemTitle } from '../pages/problem.js';
import { visit, type Site } from '../site.js';
import type { ForumContext } from './env.js';

/** Answers an error: scripts get problem+json (RFC 9457), people a page, and strangers the way to sign in. */
export async function refuse(site: Site, c: ForumContext, thrown: unknown): Promise<Response> {
  const error = asForumError(thrown);
  if (c.req.path.startsWith('/api/')) return problemJson(error);
  if (error.code === 'sign-in' && c.req.method === 'GET') {
    const url = new URL(c.req.url);
    return c.redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
  }
  const page = problemPage(error.code, error.message, await typedWords(c));
  return c.html(layout(visit(site, c), { title: problemTitle(error.code) }, page), error.status);
}

function problemJson(error: ForumError): Response {
  const { code, message: detail, status } = error;
  const title = problemTitle(code);
  return Response.json(
    { type: `urn:grand-round:problem:${code}`, title, status, code, detail },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}

function asForumError(thrown: unknown): ForumError {
  if (thrown instanceof ForumError) return thrown;
  if (thrown instanceof HTTPException && thrown.status === 413) return tooLarge();
  // The error's own text may hold what a member wrote: the log gets its name and place, and neither does the page.
  const where = thrown instanceof Error ? `${thrown.name} ${thrown.stack?.split('\n')[1]?.trim() ?? ''}` : 'unknown';
  process.stderr.write(`forum: unexpected error: ${where}\n`);
  return new ForumError('settings', 'Nothing was changed by this. Try again in a moment.');
}

export function tooLarge(): ForumError {
  return new ForumError('too-large', 'A post can hold at most 256 kB. Shorten it, or post it in two parts.');
}

/** What a form carried, if the request was one: given back, so that nobody has to write it twice. */
async function typedWords(c: ForumContext): Promise<string> {
  if (c.req.method !== 'POST') return '';
  const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  const words: unknown = body['words'];
  return typeof words === 'string' ? words : '';
}
