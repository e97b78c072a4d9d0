import * as v from 'valibot';
import type { Settings } from '../config.js';
import { CommunityError } from '../errors.js';
import { errorKind } from '../log.js';
import type { ModeratorReport, Moderation } from '../moderation.js';
import { problem } from './problem.js';
import { readBody } from './read-body.js';
import { isJson, isSameOrigin } from './same-origin.js';

const MAX_BYTES = 4_096;
const change = v.strictObject({ publisher: v.string(), muted: v.boolean() });

/** `GET` and `POST /pq/moderation`: what left, for those whom the host calls moderators, and the muting of a publisher. */
export function moderationRoute(settings: Settings, moderation: Moderation): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!settings.isModerator)
      return problem(404, 'not-found', 'Nobody is a moderator here. Set isModerator in the configuration.');
    let allowed;
    try {
      allowed = await settings.isModerator(request);
    } catch (error) {
      settings.log.error(errorKind(error), 'isModerator(request) failed');
      return problem(500, 'member', 'The community could not say who is signed in. Try again later.');
    }
    if (allowed !== true) return problem(403, 'not-moderator', 'Sign in as a moderator of this community.');
    if (request.method !== 'POST') return answer(moderation.report());

    if (!isSameOrigin(request, settings.origin))
      return problem(403, 'cross-origin', `This is taken from pages of ${settings.origin} alone.`);
    if (!isJson(request)) return problem(415, 'content-type', 'content-type: must be application/json.');
    const wanted = await readChange(request);
    if (!wanted)
      return problem(400, 'malformed', 'The body must be { "publisher": an origin, "muted": true or false }.');
    try {
      moderation.mute(wanted.publisher, wanted.muted);
    } catch (error) {
      if (error instanceof CommunityError) return problem(404, 'not-found', error.message);
      throw error;
    }
    return answer(moderation.report());
  };
}

async function readChange(request: Request): Promise<v.InferOutput<typeof change> | undefined> {
  const body = await readBody(request, MAX_BYTES);
  try {
    const parsed = v.safeParse(change, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

function answer(report: ModeratorReport): Response {
  return new Response(JSON.stringify(report), {
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}
