import { MAX_FACTS, MAX_FACTS_BYTES } from '@pullquote/events';
import type { Settings } from '../config.js';
import { problem, type ProblemCode } from '../http/problem.js';
import { readCapped } from '../http/read-capped.js';
import { errorKind } from '../log.js';
import type { Refusals } from '../store/refusals.js';
import type { FactsAnswer, Intake } from './intake.js';

/** `POST /pq/facts`: checks who asks and how much, then hands the facts on. Nothing of the request is logged. */
export function factsRoute(
  settings: Settings,
  intake: Intake,
  refusals: Refusals,
): (request: Request) => Promise<Response> {
  const refuse = (status: number, code: ProblemCode, detail: string) => {
    refusals.count(code);
    return problem(status, code, detail);
  };

  return async (request) => {
    if (!isSameOrigin(request, settings.origin))
      return refuse(403, 'cross-origin', `Facts are taken from pages of ${settings.origin} alone.`);
    if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
      return refuse(415, 'content-type', 'content-type: must be application/json.');

    let member;
    try {
      member = await settings.member(request);
    } catch (error) {
      settings.log.error(errorKind(error), 'member(request) failed');
      return refuse(500, 'member', 'The community could not say who is signed in. Try again later.');
    }
    if (typeof member?.id !== 'string' || member.id === '')
      return refuse(403, 'not-signed-in', 'Sign in: only what signed-in doctors do is counted.');
    if (member.hcp !== true)
      return refuse(403, 'not-hcp', 'Only what verified healthcare professionals do is counted.');

    const body = await readCapped(request, MAX_FACTS_BYTES);
    if (!body) return refuse(413, 'too-large', `The body may have ${MAX_FACTS_BYTES} bytes. Send fewer facts at once.`);
    const facts = parseList(body);
    if (!facts) return refuse(400, 'malformed', 'The body must be a JSON array of facts in UTF-8.');
    if (facts.length > MAX_FACTS) return refuse(413, 'too-large', `Send at most ${MAX_FACTS} facts at once.`);

    // Global Privacy Control: the browser's script makes no fact then, and a fact that comes all the same isn't counted.
    const wanted = request.headers.get('sec-gpc') !== '1';
    return answer(intake.take(facts, member.id, wanted));
  };
}

/** Fetch metadata says it for certain; a browser without it still sends Origin with a POST. Neither is a refusal. */
function isSameOrigin(request: Request, origin: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return request.headers.get('origin') === origin;
}

function parseList(body: Uint8Array): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function answer(body: FactsAnswer): Response {
  return new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}
