import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { Settings } from '../config.js';
import { CommunityError } from '../errors.js';
import { problem, type ProblemCode } from '../http/problem.js';
import { readBody } from '../http/read-body.js';
import { isJson, isSameOrigin } from '../http/same-origin.js';
import { errorKind } from '../log.js';
import type { Items } from '../store/items.js';
import { moderationPage, refusedPage } from './page.js';
import type { Moderation, ModeratorReport } from './report.js';

const MAX_BYTES = 4_096;
const change = v.strictObject({ publisher: v.string(), muted: v.boolean() });
type Change = v.InferOutput<typeof change>;

const HEADERS = { 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin', vary: 'accept' };
/** The page has one style sheet, forms that come back here, and nothing else. */
const PAGE_HEADERS = {
  ...HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  // Within the community the origin may be named: browsers without Sec-Fetch-Site send `Origin: null` with a form otherwise.
  'referrer-policy': 'same-origin',
};

/**
 * `GET` and `POST /pq/moderation`: what left, for those whom the host calls moderators, and the muting of a publisher. People get a page,
 * scripts get JSON, which also stands at `/pq/moderation.json`.
 */
export function moderationRoute(
  settings: Settings,
  moderation: Moderation,
  items: Items,
): (request: Request) => Promise<Response> {
  const token = new FormToken();

  return async (request) => {
    const forPeople = wantsPage(request);
    const refuse = (status: number, code: ProblemCode, detail: string) =>
      forPeople ? page(refusedPage(settings.name, detail), status) : problem(status, code, detail, HEADERS);

    if (!settings.isModerator)
      return refuse(404, 'not-found', 'Nobody is a moderator here. Set isModerator in the configuration.');
    let allowed;
    try {
      allowed = await settings.isModerator(request);
    } catch (error) {
      settings.log.error(errorKind(error), 'isModerator(request) failed');
      return refuse(500, 'member', 'The community could not say who is signed in. Try again later.');
    }
    if (allowed !== true) return refuse(403, 'not-moderator', 'Sign in as a moderator of this community.');
    if (request.method !== 'POST') return show(forPeople);

    if (!isSameOrigin(request, settings.origin))
      return refuse(403, 'cross-origin', `This is taken from pages of ${settings.origin} alone.`);
    const asForm = isForm(request);
    if (!asForm && !isJson(request)) return refuse(415, 'content-type', 'content-type: must be application/json.');
    const body = await readBody(request, MAX_BYTES);
    const text = body && utf8(body);
    if (asForm && !token.isGood(new URLSearchParams(text ?? '').get('token') ?? ''))
      return refuse(
        403,
        'cross-origin',
        'This page is out of date, so nothing was changed. Load it again and repeat it.',
      );
    const wanted = text === undefined ? undefined : asForm ? readForm(text) : readJson(text);
    if (!wanted)
      return refuse(400, 'malformed', 'The body must be { "publisher": an origin, "muted": true or false }.');
    try {
      moderation.mute(wanted.publisher, wanted.muted);
    } catch (error) {
      if (error instanceof CommunityError) return refuse(404, 'not-found', error.message);
      throw error;
    }
    // After a form the browser is led back to the page: reloading that changes nothing once more.
    return asForm
      ? new Response(null, { status: 303, headers: { ...HEADERS, location: '/pq/moderation' } })
      : show(forPeople);
  };

  async function show(forPeople: boolean): Promise<Response> {
    const report = moderation.report();
    return forPeople
      ? page(moderationPage({ settings, report, titleOf: (item) => items.titleOf(item), token: token.now() }))
      : answer(report);
  }
}

/** Browsers name HTML when they open a page; `fetch` and `curl` ask for anything. */
function wantsPage(request: Request): boolean {
  const path = new URL(request.url).pathname;
  return !path.endsWith('.json') && (request.headers.get('accept') ?? '').includes('text/html');
}

function isForm(request: Request): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get('content-type') ?? '');
}

function readForm(text: string): Change | undefined {
  const form = new URLSearchParams(text);
  const [publisher, muted] = [form.get('publisher'), form.get('muted')];
  return publisher !== null && (muted === 'true' || muted === 'false')
    ? { publisher, muted: muted === 'true' }
    : undefined;
}

function readJson(text: string): Change | undefined {
  try {
    const parsed = v.safeParse(change, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

function utf8(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** Proves that a form stood on a page that only moderators can open. Made anew at each start, and each time the page is shown. */
class FormToken {
  readonly #key = createSecretKey(randomBytes(32));

  now(): string {
    const salt = randomBytes(16).toString('base64url');
    return `${salt}.${this.#sign(salt)}`;
  }

  isGood(token: string): boolean {
    const [salt = '', signed = ''] = token.split('.');
    const [expected, received] = [Buffer.from(this.#sign(salt)), Buffer.from(signed)];
    return salt !== '' && expected.length === received.length && timingSafeEqual(expected, received);
  }

  #sign(salt: string): string {
    return createHmac('sha256', this.#key).update(salt).digest('base64url');
  }
}

async function page(body: string | Promise<string>, status = 200): Promise<Response> {
  return new Response(String(await body), { status, headers: PAGE_HEADERS });
}

function answer(report: ModeratorReport): Response {
  return new Response(JSON.stringify(report), { headers: { ...HEADERS, 'content-type': 'application/json' } });
}
