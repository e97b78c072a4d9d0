import { MAX_FACTS, MAX_FACTS_BYTES } from '@pullquote/events';
import type { Settings } from '../config.js';
import { problem, type ProblemCode } from '../http/problem.js';
import { readBody } from '../http/read-body.js';
import { SAFE_HEADERS } from '../http/safe-headers.js';
import { isJson, isSameOrigin } from '../http/same-origin.js';
import { errorKind } from '../log.js';
import type { Refusals } from '../store/refusals.js';
import type { FactsAnswer, Intake } from './intake.js';
import { Quota } from './quota.js';
import { Turnstile } from './turnstile.js';

const HEADERS = { ...SAFE_HEADERS, 'cross-origin-resource-policy': 'same-origin' };

/** Requests for facts that may be under way at once. */
const MOST_AT_ONCE = 1_000;

/** `POST /pq/facts`: checks who asks and how much, then hands the facts on. Nothing of the request is logged. */
export function factsRoute(
  settings: Settings,
  intake: Intake,
  refusals: Refusals,
): (request: Request) => Promise<Response> {
  const quota = new Quota(settings.requestsPerHour, () => settings.clock.now());
  const turnstile = new Turnstile(MOST_AT_ONCE);
  const refuse = (status: number, code: ProblemCode, detail: string, headers?: Record<string, string>) => {
    refusals.count(code);
    return problem(status, code, detail, { ...HEADERS, ...headers });
  };

  return (request) =>
    turnstile.pass(
      () => take(request),
      () => refuse(503, 'busy', 'Too many requests at once. Send it again later.', { 'retry-after': '5' }),
    );

  async function take(request: Request): Promise<Response> {
    if (!isSameOrigin(request, settings.origin))
      return refuse(403, 'cross-origin', `Facts are taken from pages of ${settings.origin} alone.`);
    if (!isJson(request)) return refuse(415, 'content-type', 'content-type: must be application/json.');

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

    const wait = quota.take(member.id);
    if (wait !== undefined)
      return refuse(
        429,
        'quota',
        `At most ${settings.requestsPerHour} requests in an hour are taken from one member.`,
        {
          'retry-after': String(wait),
        },
      );

    const body = await readBody(request, MAX_FACTS_BYTES);
    if (!body) return refuse(413, 'too-large', `The body may have ${MAX_FACTS_BYTES} bytes. Send fewer facts at once.`);
    const facts = parseList(body);
    if (!facts) return refuse(400, 'malformed', 'The body must be a JSON array of facts in UTF-8.');
    if (facts.length > MAX_FACTS) return refuse(413, 'too-large', `Send at most ${MAX_FACTS} facts at once.`);

    // Global Privacy Control: the browser's script makes no fact then, and a fact that comes all the same isn't counted.
    const wanted = request.headers.get('sec-gpc') !== '1';
    return answer(await intake.take(facts, member.id, wanted));
  }
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
    headers: { ...HEADERS, 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}
