import * as v from 'valibot';
import type { Settings } from '../config.js';
import { CommunityError } from '../errors.js';
import { problem } from '../http/problem.js';
import { readBody } from '../http/read-body.js';
import { isJson } from '../http/same-origin.js';
import { hasServerKey } from '../http/server-key.js';
import type { Removals } from './removals.js';

const MAX_BYTES = 8_192;
const post = v.strictObject({
  member: v.string(),
  link: v.string(),
  day: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))),
});

/**
 * `POST /pq/removed`: what `community.removed(post)` does, for a forum in another language. With the server key alone: whoever may say
 * this can take events of any member back.
 */
export function removedRoute(settings: Settings, removals: Removals): (request: Request) => Promise<Response> {
  return async (request) => {
    if (settings.serverKey === undefined)
      return problem(404, 'not-found', 'No server may say this here. Set serverKey in the configuration.');
    if (!hasServerKey(request, settings.serverKey))
      return problem(401, 'server-key', 'This is taken with the server key of this community alone.', {
        'www-authenticate': 'Bearer',
      });
    if (!isJson(request)) return problem(415, 'content-type', 'content-type: must be application/json.');
    const body = await readBody(request, MAX_BYTES);
    if (!body) return problem(413, 'too-large', `The body may have ${MAX_BYTES} bytes.`);
    const told = readPost(body);
    if (!told)
      return problem(
        400,
        'malformed',
        'The body must be { "member": an id, "link": an item link, "day": "2026-11-22" }.',
      );
    try {
      return Response.json({ removed: removals.cancel(told) }, { headers: { 'cache-control': 'no-store' } });
    } catch (error) {
      if (error instanceof CommunityError) return problem(400, 'malformed', error.message);
      throw error;
    }
  };
}

function readPost(body: Uint8Array): v.InferOutput<typeof post> | undefined {
  try {
    const parsed = v.safeParse(post, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
